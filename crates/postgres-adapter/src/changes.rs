//! One listening connection per server hands the announcements of all servers to whoever waits for them.

use async_trait::async_trait;
use ports::driven::{Change, Changes, Subscription, Versions};
use sqlx::postgres::PgPoolOptions;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use tokio::time::{Duration, Instant, sleep, timeout};

use crate::announcement::Announcement;
use crate::latest::Latest;
use crate::listener::{Listener, State};
use crate::session;

/// Announcements that a slow subscriber may fall behind before it is told that it missed some.
const BACKLOG: usize = 1_024;
/// Pause before a lost connection is tried again.
const PAUSE: Duration = Duration::from_millis(500);
/// What a new connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How often the version is read, should an announcement be lost.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What an announcement may take on its way.
const NOTIFY_GRACE: Duration = Duration::from_millis(200);
/// How long the database has to be behind what this server read of it, before that is believed.
const BEHIND_FOR: Duration = Duration::from_secs(2);

/// Hears every announcement on the database. Dropped, it stops listening.
pub struct PgChanges {
    sender: broadcast::Sender<Change>,
    latest: Latest,
    listening: JoinHandle<()>,
}

impl PgChanges {
    /// Starts to listen to the database of `pool`; waits until it does.
    pub async fn listen(pool: &sqlx::PgPool) -> Result<Self, sqlx::Error> {
        let (sender, _) = broadcast::channel(BACKLOG);
        // A pool of its own: a connection that fell silent keeps its place, and here nobody else needs one.
        let own = PgPoolOptions::new()
            .max_connections(2)
            .acquire_timeout(CONNECT)
            .after_connect(session::prepare)
            .connect_lazy_with((*pool.connect_options()).clone());
        let listener = Listener::start(&own).await?;
        let latest = Latest::default();
        latest.listens_to(listener.channel());
        latest.hear(listener.began_at());
        let follower = Follower {
            told: listener.began_at().data,
            listener,
            own,
            sender: sender.clone(),
            latest: latest.clone(),
            overdue: None,
            behind_since: None,
        };
        let listening = tokio::spawn(follower.follow(pool.clone()));
        Ok(Self {
            sender,
            latest,
            listening,
        })
    }

    /// The greatest versions that this server has read.
    pub(crate) fn latest(&self) -> Latest {
        self.latest.clone()
    }
}

impl Drop for PgChanges {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Changes for PgChanges {
    fn subscribe(&self) -> Box<dyn Subscription> {
        Box::new(Place(self.sender.subscribe()))
    }
}

/// Tells what the listener hears. An announcement is a hint: the version is read from the database, and only what that
/// version covers is told.
struct Follower {
    listener: Listener,
    own: sqlx::PgPool,
    sender: broadcast::Sender<Change>,
    latest: Latest,
    /// Each change up to this version was told, or owned up to as missed.
    told: i64,
    /// A version that must have been announced by now.
    overdue: Option<i64>,
    /// Since when the database has been behind what was read of it before.
    behind_since: Option<Instant>,
}

impl Follower {
    /// Until `pool` is closed.
    async fn follow(mut self, pool: sqlx::PgPool) {
        while !pool.is_closed() {
            let known = self.latest.get();
            let patience = if self.overdue.is_some() {
                NOTIFY_GRACE
            } else {
                LOOK_EVERY
            };
            let went = match self.listener.hear(patience).await {
                Ok((announced, state)) => self.tell(&announced, &state, known).await,
                Err(error) => Err(error),
            };
            if let Err(error) = went {
                tracing::warn!(%error, "The connection for announcements is lost; trying again.");
                if !self.start_again(&pool).await {
                    return;
                }
            }
        }
    }

    /// Tells what was announced, after the version that it belongs to is known: who reads upon it reads that version.
    async fn tell(&mut self, announced: &[Announcement], state: &State, known: Versions) -> Result<(), sqlx::Error> {
        let now = state.versions.data;
        self.latest.hear(state.versions);
        for announcement in announced {
            if announcement.version > now {
                tracing::warn!(
                    version = announcement.version,
                    "An announcement of a version that the database does not have is ignored."
                );
                continue;
            }
            if announcement.version > self.told + 1 {
                self.send(Change::Missed);
            }
            if announcement.version >= self.told {
                self.told = announcement.version;
                if let Some(topic) = announcement.topic() {
                    self.send(Change::Committed {
                        data_version: announcement.version,
                        topic,
                    });
                }
            }
        }
        match self.overdue {
            Some(version) if self.told < version => {
                tracing::info!(
                    version,
                    "A change was not announced: another release made it, or somebody by hand."
                );
                self.missed(now);
            }
            _ => self.overdue = (now > self.told).then_some(now),
        }
        if state.versions.is_behind(known) {
            self.catch_up(known).await?;
        } else {
            self.behind_since = None;
        }
        if state.channel == self.listener.channel() {
            Ok(())
        } else {
            // Another database was put in this one's place.
            Err(sqlx::Error::Protocol(
                "announcements are made on another channel now".to_owned(),
            ))
        }
    }

    /// After a backup was put back, or a replica took over that had not heard all, versions would come again, for other
    /// data. What is remembered here and at clients goes by the version, so the database leaves those out.
    async fn catch_up(&mut self, known: Versions) -> Result<(), sqlx::Error> {
        let since = *self.behind_since.get_or_insert_with(Instant::now);
        if since.elapsed() < BEHIND_FOR {
            return Ok(());
        }
        self.behind_since = None;
        if let Some(versions) = self.listener.raise_above(known).await? {
            let (known, version) = (known.data, versions.data);
            tracing::warn!(
                known,
                version,
                "The database went back to before version {known}, restored or taken over by a replica; it goes on at {version}."
            );
            self.latest.hear(versions);
            self.missed(version);
        }
        Ok(())
    }

    /// Owns up to having missed what came up to this version.
    fn missed(&mut self, version: i64) {
        self.told = self.told.max(version);
        self.overdue = None;
        self.send(Change::Missed);
    }

    /// Tries until it listens again; `false` when the pool is closed for good.
    async fn start_again(&mut self, pool: &sqlx::PgPool) -> bool {
        while !pool.is_closed() {
            sleep(PAUSE).await;
            if let Ok(Ok(listener)) = timeout(2 * CONNECT, Listener::start(&self.own)).await {
                self.listener = listener;
                // Known before it is told: who reads again upon this gets what was missed. And told only now that it
                // listens: who looks after this misses nothing more.
                let versions = self.listener.began_at();
                self.latest.listens_to(self.listener.channel());
                self.latest.hear(versions);
                self.missed(versions.data);
                return true;
            }
        }
        false
    }

    fn send(&self, change: Change) {
        // Nobody listening is no error.
        let _ = self.sender.send(change);
    }
}

struct Place(broadcast::Receiver<Change>);

#[async_trait]
impl Subscription for Place {
    async fn next(&mut self) -> Change {
        match self.0.recv().await {
            Ok(change) => change,
            Err(broadcast::error::RecvError::Lagged(_)) => Change::Missed,
            // The server is stopping: whoever waits is dropped with it.
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}
