//! The connection that announcements come in by.

use sqlx::postgres::{PgListener, PgNotification};
use tokio::time::{Duration, timeout};

use crate::announcement::Announcement;

/// How long the database may take to tell its version; a connection that is silent for longer is taken for lost.
const ANSWER: Duration = Duration::from_secs(5);

/// What the database says of its changes.
#[derive(sqlx::FromRow)]
pub(crate) struct State {
    /// How many there were.
    pub(crate) version: i64,
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

    /// The version when listening began.
    pub(crate) fn began_at(&self) -> i64 {
        self.began.version
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

    /// Makes the next version greater than `known`, where it is not; answers the version then.
    pub(crate) async fn raise_above(&mut self, known: i64) -> Result<Option<i64>, sqlx::Error> {
        sqlx::query_scalar("UPDATE data_version SET version = $1 + 1 WHERE version < $1 RETURNING version")
            .bind(known)
            .fetch_optional(&mut self.connection)
            .await
    }
}

async fn state(connection: &mut PgListener) -> Result<State, sqlx::Error> {
    let state = sqlx::query_as("SELECT version, channel FROM data_version").fetch_one(connection);
    timeout(ANSWER, state).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
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
