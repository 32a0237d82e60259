//! One listening connection per server hands the announcements of all servers to whoever waits for them.

use std::time::Duration;

use async_trait::async_trait;
use ports::driven::{Change, Changes, Subscription};
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;

use crate::announcement::{Announcement, CHANNEL};
use crate::data_version::Latest;

/// Announcements that a slow subscriber may fall behind before it is told that it missed some.
const BACKLOG: usize = 1_024;
/// Pause before a lost connection is tried again.
const PAUSE: Duration = Duration::from_millis(500);
/// How often the version is read, should an announcement be lost.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// What an announcement may take on its way.
const ON_ITS_WAY: Duration = Duration::from_millis(200);

/// Hears every announcement on the database. Dropped, it stops listening.
pub struct PgChanges {
    sender: broadcast::Sender<Change>,
    latest: Latest,
    listening: JoinHandle<()>,
    looking: JoinHandle<()>,
}

impl PgChanges {
    /// Starts to listen; waits until it does.
    pub async fn listen(pool: &sqlx::PgPool) -> Result<Self, sqlx::Error> {
        let (sender, _) = broadcast::channel(BACKLOG);
        let listener = start(pool).await?;
        let latest = Latest::default();
        let listening = tokio::spawn(hand_on(pool.clone(), listener, sender.clone(), latest.clone()));
        let looking = tokio::spawn(look(pool.clone(), sender.clone(), latest.clone()));
        Ok(Self {
            sender,
            latest,
            listening,
            looking,
        })
    }

    /// The greatest version that was announced.
    pub(crate) fn latest(&self) -> Latest {
        self.latest.clone()
    }
}

async fn start(pool: &sqlx::PgPool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Tries until it listens again; `None` when the pool is closed for good.
async fn start_again(pool: &sqlx::PgPool) -> Option<PgListener> {
    while !pool.is_closed() {
        tokio::time::sleep(PAUSE).await;
        if let Ok(listener) = start(pool).await {
            return Some(listener);
        }
    }
    None
}

impl Drop for PgChanges {
    fn drop(&mut self) {
        self.listening.abort();
        self.looking.abort();
    }
}

/// Reads the version each second. A connection can be lost without a sign: then nothing is announced, and nothing fails.
async fn look(pool: sqlx::PgPool, sender: broadcast::Sender<Change>, latest: Latest) {
    while !pool.is_closed() {
        tokio::time::sleep(LOOK_EVERY).await;
        let version = sqlx::query_scalar::<_, i64>("SELECT version FROM data_version")
            .fetch_one(&pool)
            .await;
        // Where the database cannot be reached, requests say so.
        let Ok(version) = version else { continue };
        if version <= latest.get() {
            continue;
        }
        tokio::time::sleep(ON_ITS_WAY).await;
        if version > latest.get() {
            tracing::warn!(
                version,
                "A change was not announced; the connection for announcements may be lost."
            );
            latest.hear(version);
            let _ = sender.send(Change::Missed);
        }
    }
}

async fn hand_on(pool: sqlx::PgPool, mut listener: PgListener, sender: broadcast::Sender<Change>, latest: Latest) {
    loop {
        let change = match listener.try_recv().await {
            Ok(Some(notification)) => match serde_json::from_str::<Announcement>(notification.payload()) {
                Ok(announcement) => {
                    latest.hear(announcement.version);
                    match announcement.topic() {
                        Some(topic) => Change::Committed {
                            data_version: announcement.version,
                            topic,
                        },
                        None => continue,
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "An announcement could not be read.");
                    continue;
                }
            },
            // The connection was lost, and the listener has made a new one.
            Ok(None) => Change::Missed,
            Err(_) if pool.is_closed() => return,
            Err(error) => {
                tracing::warn!(%error, "The connection for announcements is lost; trying again.");
                let Some(again) = start_again(&pool).await else { return };
                listener = again;
                // Told only now that it listens: who looks after this misses nothing more.
                Change::Missed
            }
        };
        // Nobody listening is no error.
        let _ = sender.send(change);
    }
}

impl Changes for PgChanges {
    fn subscribe(&self) -> Box<dyn Subscription> {
        Box::new(Place(self.sender.subscribe()))
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
