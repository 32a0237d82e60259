//! The connection that announcements come in by.

use ports::driven::Versions;
use sqlx::postgres::{PgListener, PgNotification};
use tokio::time::{Duration, timeout};

use crate::announcement::Announcement;

/// How long the database may take to tell its version; a connection that is silent for longer is taken for lost.
const ANSWER: Duration = Duration::from_secs(5);

/// What the database says of its changes.
pub(crate) struct State {
    /// How many there were.
    pub(crate) versions: Versions,
    /// Where they are announced.
    pub(crate) channel: String,
}

/// Listens, and reads versions by the same connection: where the one works, so does the other.
pub(crate) struct Listener {
    connection: PgListener,
    began: State,
}

impl Listener {
    pub(crate) async fn start(pool: &sqlx::PgPool) -> Result<Self, sqlx::Error> {
        let mut connection = PgListener::connect_with(pool).await?;
        connection.eager_reconnect(false);
        let channel = state(&mut connection).await?.channel;
        connection.listen(&channel).await?;
        // Read after listening began: what is committed later is announced here.
        let began = State {
            channel,
            ..state(&mut connection).await?
        };
        Ok(Self { connection, began })
    }

    /// The versions when listening began.
    pub(crate) fn began_at(&self) -> Versions {
        self.began.versions
    }

    /// The channel that it listens to.
    pub(crate) fn channel(&self) -> &str {
        &self.began.channel
    }

    /// What is announced within this time, or has been, and what the database says after that.
    pub(crate) async fn hear(&mut self, patience: Duration) -> Result<(Vec<Announcement>, State), sqlx::Error> {
        let mut announced = Vec::new();
        match timeout(patience, self.connection.try_recv()).await {
            Err(_) => {}
            Ok(Ok(Some(notification))) => announced.extend(read(&notification)),
            // It would listen again by itself, and nobody would learn that it had not.
            Ok(Ok(None)) => return Err(sqlx::Error::WorkerCrashed),
            Ok(Err(error)) => return Err(error),
        }
        while let Some(notification) = self.connection.next_buffered() {
            announced.extend(read(&notification));
        }
        let state = state(&mut self.connection).await?;
        Ok((announced, state))
    }

    /// Makes every version greater than `known`, where any is less; answers the versions then. Other changes may have been
    /// committed since the database went back, and of another kind than those that were lost.
    pub(crate) async fn raise_above(&mut self, known: Versions) -> Result<Option<Versions>, sqlx::Error> {
        let raise = sqlx::query_as(
            "UPDATE data_version
             SET version = greatest(version, $1) + 1,
                 without_figures = least(without_figures, greatest(version, $1) - $2),
                 without_access = least(without_access, greatest(version, $1) - $3)
             WHERE version < $1 OR figures_version < $2 OR access_version < $3
             RETURNING version, figures_version, access_version",
        );
        let raise = raise.bind(known.data).bind(known.figures).bind(known.access);
        let raised: Option<Counts> = raise.fetch_optional(&mut self.connection).await?;
        Ok(raised.map(versions))
    }
}

/// The data version, that of figures, and that of access.
type Counts = (i64, i64, i64);

fn versions((data, figures, access): Counts) -> Versions {
    Versions { data, figures, access }
}

async fn state(connection: &mut PgListener) -> Result<State, sqlx::Error> {
    let state = sqlx::query_as("SELECT version, figures_version, access_version, channel FROM data_version");
    let state = timeout(ANSWER, state.fetch_one(connection)).await;
    let (data, figures, access, channel) = state.unwrap_or(Err(sqlx::Error::PoolTimedOut))?;
    Ok(State {
        versions: versions((data, figures, access)),
        channel,
    })
}

/// `None` for what is none of ours.
fn read(notification: &PgNotification) -> Option<Announcement> {
    match serde_json::from_str(notification.payload()) {
        Ok(announcement) => Some(announcement),
        Err(error) => {
            tracing::warn!(%error, "An announcement could not be read.");
            None
        }
    }
}
