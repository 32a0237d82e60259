//! Brings a database to the present schema: the queue's tables, our migrations, the views of schema `report`.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use ports::driven::Cause;
use thiserror::Error;

pub use crate::ownership::Ownership;
use crate::session::{self, TAKE_TURNS};
use crate::views::{self, EDITION};
use crate::{backfill, queue};

/// Oldest PostgreSQL that the migrations and views run on.
const OLDEST_SERVER: i32 = 140_000;
/// How long setting up waits for others, in all; and how long at a time, as everybody else waits behind it.
const PATIENCE: Duration = Duration::from_mins(2);
const AT_A_TIME: &str = "SET lock_timeout = '1s'";
/// Pause between two tries, for those who waited meanwhile.
const PAUSE: Duration = Duration::from_secs(1);

/// Our migrations, embedded in the binary.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// Why a database could not be set up.
#[derive(Debug, Error)]
pub enum SetupError {
    /// It cannot be reached.
    #[error("the database cannot be reached")]
    Connection(#[from] diesel::ConnectionError),
    /// It cannot be reached by the queue's connections.
    #[error("the database cannot be reached")]
    QueueConnection(#[from] sqlx::Error),
    /// It is too old.
    #[error("PostgreSQL 14 or newer is needed, and this is {0}")]
    TooOld(String),
    /// The queue's tables could not be made.
    #[error("the tables of the job queue could not be made")]
    Queue(#[from] apalis_postgres::Error),
    /// A migration failed.
    #[error("a migration failed")]
    Migration(#[source] Cause),
    /// A view or grant failed.
    #[error("the views could not be made")]
    Views(#[from] diesel::result::Error),
    /// Others hold for too long what has to be changed.
    #[error("tables or views are in use by others, and could not be changed within two minutes")]
    InUse(#[source] diesel::result::Error),
    /// Nobody has set it up for this release yet.
    #[error("the database was set up by an older release: run `fullhouse migrate` with this one first")]
    Older,
}

/// Which release a database was set up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// None: nothing of ours is there, or what was there when setting up broke off.
    Empty,
    /// An older one.
    Older,
    /// This one.
    Present,
    /// A newer one; it keeps what this one needs.
    Newer,
}

/// Brings the database at `url` to the present schema. Safe to run from several servers at once, and again.
pub async fn set_up(url: &str, ownership: Ownership) -> Result<(), SetupError> {
    let pool = queue::connect(url).await?;
    let (url, runtime, tables) = (url.to_owned(), tokio::runtime::Handle::current(), pool.clone());
    let done = tokio::task::spawn_blocking(move || {
        bring_up_to_date(&url, ownership, || runtime.block_on(queue::set_up(&tables)))
    });
    let done = done.await.expect("setting up does not panic");
    pool.close().await;
    done
}

/// Applies our migrations and views; the queue's tables must be there. Blocks.
pub fn migrate(url: &str, ownership: Ownership) -> Result<(), SetupError> {
    bring_up_to_date(url, ownership, || Ok(()))
}

/// Which release the database at `url` was set up by.
pub async fn standing(url: &str) -> Result<Standing, SetupError> {
    let url = url.to_owned();
    let look = tokio::task::spawn_blocking(move || {
        let mut connection = PgConnection::establish(&session::bounded(&url))?;
        connection.batch_execute(session::BOUNDS)?;
        check_version(&mut connection)?;
        stands(&mut connection)
    });
    look.await.expect("looking does not panic")
}

fn bring_up_to_date(
    url: &str,
    ownership: Ownership,
    queue: impl Fn() -> Result<(), apalis_postgres::Error>,
) -> Result<(), SetupError> {
    let mut connection = PgConnection::establish(&session::bounded(url))?;
    check_version(&mut connection)?;
    connection.batch_execute(AT_A_TIME)?;
    while patiently(|| all_or_nothing(&mut connection, ownership, &queue))? == Reached::Backfill {
        backfill::run(&mut connection, |connection, step| patiently(|| Ok(step(connection)?)))?;
    }
    Ok(())
}

/// Repeats what others are in the way of.
fn patiently<T>(mut work: impl FnMut() -> Result<T, SetupError>) -> Result<T, SetupError> {
    let began = Instant::now();
    loop {
        match work() {
            Err(SetupError::Views(error)) if may_pass(&error) => {
                if began.elapsed() > PATIENCE {
                    return Err(SetupError::InUse(error));
                }
                tracing::info!(%error, "Tables or views are in use by others; trying again.");
                std::thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}

/// How far a database was brought.
#[derive(PartialEq, Eq)]
enum Reached {
    /// All is done.
    Present,
    /// Rows have to be filled before the next migration, which would hold its locks for too long.
    Backfill,
}

/// In one transaction: servers that run meanwhile see the views as they were, or as they are to be.
fn all_or_nothing(
    connection: &mut PgConnection,
    ownership: Ownership,
    queue: &impl Fn() -> Result<(), apalis_postgres::Error>,
) -> Result<Reached, SetupError> {
    // Makes the table of migrations, where there is none. Two who do so at once get in each other's way.
    connection.applied_migrations().map_err(migration).or_else(|error| {
        std::thread::sleep(PAUSE);
        connection.applied_migrations().map_err(|_| error)
    })?;
    connection.transaction(|connection| {
        connection.batch_execute(TAKE_TURNS)?;
        queue()?;
        if connection.has_pending_migration(MIGRATIONS).map_err(migration)? {
            // All that a migration may have to wait for, before anything is changed.
            connection.batch_execute(LOCK_TABLES)?;
            // It may change what a view reads.
            let before = views::present(connection)?;
            views::drop_all(connection)?;
            for pending in connection.pending_migrations(MIGRATIONS).map_err(migration)? {
                if pending.name().version() == backfill::NEEDED_BY.into() && backfill::is_due(connection)? {
                    // What the views of this release read comes with later migrations.
                    views::restore(connection, &before)?;
                    return Ok(Reached::Backfill);
                }
                let applied = connection.run_migration(&pending).map_err(migration)?;
                tracing::info!(migration = %applied, "Applied a migration.");
            }
        }
        views::create(connection, ownership)?;
        Ok(Reached::Present)
    })
}

/// Every table of ours, so that a migration does not wait for one half-way.
const LOCK_TABLES: &str = "
    DO $$ DECLARE tables text; BEGIN
        SELECT string_agg(format('%I.%I', schemaname, tablename), ', ' ORDER BY tablename) INTO tables
        FROM pg_tables WHERE schemaname = 'public' AND left(tablename, 1) <> '_' AND tableowner = current_user;
        IF tables IS NOT NULL THEN EXECUTE 'LOCK TABLE ' || tables || ' IN ACCESS EXCLUSIVE MODE'; END IF;
    END $$";

fn migration(error: Box<dyn std::error::Error + Send + Sync>) -> SetupError {
    SetupError::Migration(Cause::from(error))
}

/// Whether somebody else is in the way, who may be gone soon.
fn may_pass(error: &diesel::result::Error) -> bool {
    let diesel::result::Error::DatabaseError(kind, details) = error else {
        return false;
    };
    crate::errors::is_trouble(*kind, details.statement_position())
}

fn stands(connection: &mut PgConnection) -> Result<Standing, SetupError> {
    let texts = |connection: &mut PgConnection, statement: &str| -> QueryResult<Vec<String>> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Text)]
            text: String,
        }
        let rows: Vec<Row> = diesel::sql_query(statement).load(connection)?;
        Ok(rows.into_iter().map(|row| row.text).collect())
    };
    let tables = texts(
        connection,
        "SELECT name AS text FROM unnest(ARRAY['public.__diesel_schema_migrations', 'apalis._sqlx_migrations']) AS name
         WHERE to_regclass(name) IS NOT NULL",
    )?;
    let ours_is_made = tables.iter().any(|table| table.ends_with("__diesel_schema_migrations"));
    let applied = if ours_is_made {
        texts(
            connection,
            "SELECT version::text AS text FROM __diesel_schema_migrations",
        )?
    } else {
        Vec::new()
    };
    // The table of migrations is made first, and then the queue, each by itself: who was killed then has made nothing else, and
    // nobody is at work.
    if tables.is_empty() || (ours_is_made && applied.is_empty()) {
        return Ok(Standing::Empty);
    }
    if tables.len() < 2 {
        return Ok(Standing::Older);
    }
    let queued = texts(
        connection,
        "SELECT version::text AS text FROM apalis._sqlx_migrations WHERE success",
    )?;
    let ours = diesel::migration::MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS).map_err(migration)?;
    let ours: Vec<String> = ours.iter().map(|ours| ours.name().version().to_string()).collect();
    let of_queue = queue::migrations();
    let misses = |there: &[String], needed: &[String]| needed.iter().any(|version| !there.contains(version));
    if misses(&applied, &ours) || misses(&queued, &of_queue) {
        return Ok(Standing::Older);
    }
    Ok(match views::applied(connection)? {
        Some(views) if views.edition > EDITION => Standing::Newer,
        Some(views) if views.is_ours() && misses(&ours, &applied) => Standing::Newer,
        Some(views) if views.is_ours() => Standing::Present,
        _ => Standing::Older,
    })
}

fn check_version(connection: &mut PgConnection) -> Result<(), SetupError> {
    #[derive(QueryableByName)]
    struct Version {
        #[diesel(sql_type = Integer)]
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
