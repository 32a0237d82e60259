//! Brings a database to the present schema: the queue's tables, our migrations, the views of schema `report`.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::queue;

/// Oldest PostgreSQL that the migrations and views run on.
const OLDEST_SERVER: i32 = 140_000;
/// Any number that nobody else locks: two servers that start at once set up one after the other.
const SETUP_LOCK: i64 = 0x46_75_6c_6c_68_6f_75_73;

/// Our migrations, embedded in the binary.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// The views of schema `report`, in an order in which each finds those that it reads.
const VIEWS: [&str; 16] = [
    include_str!("../../../views/production.sql"),
    include_str!("../../../views/daily_sale.sql"),
    include_str!("../../../views/performance_sale.sql"),
    include_str!("../../../views/performance_day.sql"),
    include_str!("../../../views/performance_week.sql"),
    include_str!("../../../views/cast_week.sql"),
    include_str!("../../../views/cast_total.sql"),
    include_str!("../../../views/sale_total.sql"),
    include_str!("../../../views/target_total.sql"),
    include_str!("../../../views/sale_or_target.sql"),
    include_str!("../../../views/sale_period.sql"),
    include_str!("../../../views/run_progress.sql"),
    include_str!("../../../views/grade_sale.sql"),
    include_str!("../../../views/monthly_note.sql"),
    include_str!("../../../views/marketing_week.sql"),
    include_str!("../../../views/live_upload.sql"),
];

/// Why a database could not be set up.
#[derive(Debug, Error)]
pub enum SetupError {
    /// It cannot be reached.
    #[error("the database cannot be reached: {0}")]
    Connection(#[from] diesel::ConnectionError),
    /// It cannot be reached by the queue's connections.
    #[error("the database cannot be reached: {0}")]
    QueueConnection(#[from] sqlx::Error),
    /// It is too old.
    #[error("PostgreSQL 14 or newer is needed, and this is {0}")]
    TooOld(String),
    /// The queue's tables could not be made.
    #[error("the tables of the job queue could not be made: {0}")]
    Queue(#[from] apalis_postgres::Error),
    /// A migration failed.
    #[error("a migration failed: {0}")]
    Migration(String),
    /// A view or grant failed.
    #[error("the views could not be made: {0}")]
    Views(#[from] diesel::result::Error),
}

/// Whom the database belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// Our embedded server: role `reader` gets its rights.
    Embedded,
    /// Somebody else's server, whose roles are none of our business.
    External,
}

/// Brings the database at `url` to the present schema. Safe to run from several servers at once, and again.
pub async fn set_up(url: &str, ownership: Ownership) -> Result<(), SetupError> {
    let pool = queue::connect(url).await?;
    let queue = queue::set_up(&pool).await;
    pool.close().await;
    queue?;
    let url = url.to_owned();
    tokio::task::spawn_blocking(move || migrate(&url, ownership))
        .await
        .expect("setting up does not panic")
}

/// Applies our migrations and views; the queue's tables must be there. Blocks.
pub fn migrate(url: &str, ownership: Ownership) -> Result<(), SetupError> {
    let mut connection = PgConnection::establish(url)?;
    check_version(&mut connection)?;
    diesel::sql_query("SELECT pg_advisory_lock($1)")
        .bind::<BigInt, _>(SETUP_LOCK)
        .execute(&mut connection)?;
    // The lock ends with the connection, whatever happens.
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| SetupError::Migration(error.to_string());
    if connection.has_pending_migration(MIGRATIONS).map_err(failed)? {
        // A migration may change what a view reads.
        connection.transaction(drop_views)?;
    }
    let applied = connection.run_pending_migrations(MIGRATIONS).map_err(failed)?;
    for migration in applied {
        tracing::info!(%migration, "Applied a migration.");
    }
    connection.transaction(|connection| create_views(connection, ownership))?;
    Ok(())
}

fn check_version(connection: &mut PgConnection) -> Result<(), SetupError> {
    #[derive(QueryableByName)]
    struct Version {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        number: i32,
        #[diesel(sql_type = Text)]
        name: String,
    }
    let version: Version = diesel::sql_query(
        "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
    )
    .get_result(connection)?;
    if version.number < OLDEST_SERVER {
        Err(SetupError::TooOld(version.name))
    } else {
        Ok(())
    }
}

/// Drops the views, so that they are created again even where the migrations that come next are interrupted.
fn drop_views(connection: &mut PgConnection) -> QueryResult<()> {
    connection.batch_execute(
        "DROP SCHEMA IF EXISTS report CASCADE;
         DO $$ BEGIN
             IF to_regclass('public.applied_views') IS NOT NULL THEN
                 DELETE FROM public.applied_views;
             END IF;
         END $$",
    )
}

/// Views hold no data, so they are dropped and created again whenever their text changed.
fn create_views(connection: &mut PgConnection, ownership: Ownership) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Applied {
        #[diesel(sql_type = Text)]
        digest: String,
    }
    let digest = domain::upload::Sha256(Sha256::digest(VIEWS.concat()).into()).to_string();
    let applied: Option<Applied> = diesel::sql_query("SELECT digest FROM applied_views")
        .get_result(connection)
        .optional()?;
    if applied.is_none_or(|applied| applied.digest != digest) {
        connection.batch_execute("DROP SCHEMA IF EXISTS report CASCADE; CREATE SCHEMA report;")?;
        connection.batch_execute(
            "COMMENT ON SCHEMA report IS 'Current snapshots, summed and grouped: for reports and BI tools'",
        )?;
        for view in VIEWS {
            connection.batch_execute(view)?;
        }
        diesel::sql_query(
            "INSERT INTO applied_views (digest) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET digest = $1",
        )
        .bind::<Text, _>(digest)
        .execute(connection)?;
        tracing::info!("Created the views of schema report.");
    }
    match ownership {
        Ownership::Embedded => crate::embedded::grant_reader(connection),
        Ownership::External => Ok(()),
    }
}
