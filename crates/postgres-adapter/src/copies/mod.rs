//! Copies of the whole database, by PostgreSQL's own programs.
//!
//! A copy is of one moment: a transaction exports its snapshot, which `pg_dump` and the reports of a backup read as well.

mod aside;
mod programs;

use std::io::Read;
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer, Text, Uuid as SqlUuid};
use domain::production::ProductionId;
use domain::upload::Sha256;
use ports::driven::{
    CopiedProduction, CopyError, DatabaseCopies, DatabaseFacts, FrozenDatabase, RowCounts, StorageError, StoredFile,
};
use uuid::Uuid;

pub use self::aside::set_database_aside;
use self::programs::{Output, Programs, Running};
use crate::errors::{Work, broken_row, to_port};
use crate::production_rows::parse_category;
use crate::session;

const WHAT: &str = "copy of the database";

/// How far ahead versions and numbers of uploads go on in a database that was brought back: further than it can have come
/// since it was copied. So what is accepted then comes behind whatever is still brought back.
const AHEAD: i64 = 1_000_000_000;

/// From here on a transaction reads the moment that somebody keeps frozen. Must be its first statement.
pub(crate) fn read_moment(connection: &mut PgConnection, moment: &str) -> QueryResult<()> {
    connection.batch_execute(&format!("SET TRANSACTION SNAPSHOT '{}'", moment.replace('\'', "''")))
}

/// Copies of the PostgreSQL database at a URL.
pub struct PgCopies {
    url: String,
}

impl PgCopies {
    /// Of the database at this URL.
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned() }
    }
}

/// A connection that copies: it takes as long as it takes.
fn connect(url: &str) -> Work<PgConnection> {
    let mut connection = PgConnection::establish(&session::bounded(url)).map_err(StorageError::unavailable)?;
    connection.batch_execute("SET lock_timeout = '60s'; SET default_transaction_read_only = off")?;
    Ok(connection)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CopyError> + Send + 'static,
) -> Result<T, CopyError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|join| StorageError::inconsistent(WHAT, join))?
}

fn told<T>(work: Work<T>) -> Result<T, CopyError> {
    work.map_err(|error| to_port(WHAT, error).into())
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    name: String,
}

fn version(connection: &mut PgConnection) -> QueryResult<Version> {
    diesel::sql_query(
        "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
    )
    .get_result(connection)
}

fn programs(connection: &mut PgConnection) -> Result<Programs, CopyError> {
    let version = told(version(connection).map_err(Into::into))?;
    Programs::of_version(u32::try_from(version.number / 10_000).unwrap_or_default())
}

/// Whether programs are here that copy the database of a server of this release, as it names it itself. Blocks.
pub fn find_copy_programs(release: &str) -> Result<(), CopyError> {
    Programs::of_release(release).map(drop)
}

/// The rows of every table, ours and the queue's.
fn rows(connection: &mut PgConnection) -> Work<RowCounts> {
    #[derive(QueryableByName)]
    struct Table {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let tables: Vec<Table> = diesel::sql_query(
        "SELECT format('%I.%I', schemaname, tablename) AS name
         FROM pg_tables WHERE schemaname IN ('public', 'apalis') ORDER BY 1",
    )
    .load(connection)?;
    let counted = |Table { name }: Table| {
        // The server has quoted the name.
        let count = sql::<BigInt>(&format!("(SELECT count(*) FROM {name})"));
        let count: i64 = diesel::select(count).get_result(connection)?;
        Ok((name, u64::try_from(count).map_err(|error| broken_row(WHAT, error))?))
    };
    tables.into_iter().map(counted).collect()
}

#[async_trait]
impl DatabaseCopies for PgCopies {
    async fn freeze(&self) -> Result<Box<dyn FrozenDatabase>, CopyError> {
        #[derive(QueryableByName)]
        struct Moment {
            #[diesel(sql_type = Text)]
            moment: String,
        }
        let url = self.url.clone();
        blocking(move || {
            let mut connection = told(connect(&url))?;
            let programs = programs(&mut connection)?;
            let freeze = |connection: &mut PgConnection| -> Work<Moment> {
                connection.batch_execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
                Ok(diesel::sql_query("SELECT pg_export_snapshot() AS moment").get_result(connection)?)
            };
            let Moment { moment } = told(freeze(&mut connection))?;
            Ok(Box::new(Frozen {
                url,
                moment,
                programs,
                connection: Arc::new(Mutex::new(connection)),
            }) as Box<dyn FrozenDatabase>)
        })
        .await
    }

    async fn fill(&self, dump: Box<dyn Read + Send>) -> Result<(), CopyError> {
        let (url, mut dump) = (self.url.clone(), dump);
        blocking(move || {
            let mut command = programs(&mut told(connect(&url))?)?.command("pg_restore", &url);
            command.args([
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
            ]);
            command.stdin(Stdio::piped()).stdout(Stdio::null());
            let mut running = Running::start("pg_restore", command)?;
            let mut stdin = running.child().stdin.take().expect("it is piped");
            match std::io::copy(&mut dump, &mut stdin) {
                Ok(_) => {
                    drop(stdin);
                    running.end()
                }
                // The program broke off, and says why.
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                    running.end()?;
                    Err(error.into())
                }
                Err(error) => {
                    // It must not take a part for the whole.
                    let _ = running.child().kill();
                    let _ = running.end();
                    Err(error.into())
                }
            }
        })
        .await
    }

    async fn bring_to_life(&self) -> Result<(), CopyError> {
        let url = self.url.clone();
        blocking(move || {
            let mut connection = told(connect(&url))?;
            let statements = format!(
                "BEGIN;
                 UPDATE data_version SET version = version + {AHEAD};
                 SELECT setval(pg_get_serial_sequence('upload', 'accepted_no'), coalesce(max(accepted_no), 0) + {AHEAD})
                     FROM upload;
                 DELETE FROM session;
                 DELETE FROM upkeep;
                 COMMIT; ANALYZE"
            );
            told(connection.batch_execute(&statements).map_err(Into::into))
        })
        .await
    }
}

struct Frozen {
    url: String,
    moment: String,
    programs: Programs,
    /// Keeps the moment, as long as it lives.
    connection: Arc<Mutex<PgConnection>>,
}

impl Frozen {
    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection) -> Work<T> + Send + 'static,
    ) -> Result<T, CopyError> {
        let connection = Arc::clone(&self.connection);
        blocking(move || {
            let mut connection = connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            told(work(&mut connection))
        })
        .await
    }
}

fn facts(connection: &mut PgConnection) -> Work<DatabaseFacts> {
    #[derive(QueryableByName)]
    struct Own {
        #[diesel(sql_type = Text)]
        migration: String,
        #[diesel(sql_type = Binary)]
        secret: Vec<u8>,
    }
    #[derive(QueryableByName)]
    struct ProductionRow {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
        #[diesel(sql_type = Text)]
        code: String,
        #[diesel(sql_type = Text)]
        category: String,
    }
    let own: Own = diesel::sql_query(
        "SELECT (SELECT max(version)::text FROM __diesel_schema_migrations) AS migration,
                (SELECT secret FROM backup_secret) AS secret",
    )
    .get_result(connection)?;
    let productions: Vec<ProductionRow> =
        diesel::sql_query("SELECT id, code, category FROM production ORDER BY code").load(connection)?;
    let production = |row: ProductionRow| {
        Ok(CopiedProduction {
            id: ProductionId(row.id),
            code: row.code,
            category: parse_category(&row.category)?,
        })
    };
    Ok(DatabaseFacts {
        server: version(connection)?.name,
        migration: own.migration,
        rows: rows(connection)?,
        productions: productions.into_iter().map(production).collect::<Work<_>>()?,
        secret: own
            .secret
            .try_into()
            .map_err(|_| broken_row(WHAT, "a secret of 32 bytes"))?,
    })
}

fn originals(connection: &mut PgConnection, first: u8) -> Work<Vec<StoredFile>> {
    #[derive(QueryableByName)]
    struct File {
        #[diesel(sql_type = Binary)]
        sha256: Vec<u8>,
        #[diesel(sql_type = BigInt)]
        size_bytes: i64,
    }
    let files: Vec<File> = diesel::sql_query(
        // What waits for somebody's yes is of no upload yet, and is all that there is of it.
        "SELECT sha256, size_bytes
         FROM (SELECT u.sha256, u.size_bytes FROM upload_file u
               UNION
               SELECT decode(f ->> 'sha256', 'hex'), (f ->> 'size')::bigint
               FROM arrival a, jsonb_array_elements(a.files) AS f WHERE a.state = 'held') AS named
         WHERE sha256 >= $1 AND ($2 = ''::bytea OR sha256 < $2) ORDER BY sha256",
    )
    .bind::<Binary, _>(vec![first])
    .bind::<Binary, _>(first.checked_add(1).into_iter().collect::<Vec<_>>())
    .load(connection)?;
    let stored = |file: File| {
        let sha256 = file.sha256.try_into();
        Ok(StoredFile {
            sha256: Sha256(sha256.map_err(|_| broken_row(WHAT, "a SHA-256 has 32 bytes"))?),
            size_bytes: file.size_bytes,
        })
    };
    files.into_iter().map(stored).collect()
}

#[async_trait]
impl FrozenDatabase for Frozen {
    fn moment(&self) -> &str {
        &self.moment
    }

    async fn facts(&self) -> Result<DatabaseFacts, CopyError> {
        self.read(facts).await
    }

    async fn originals(&self, first: u8) -> Result<Vec<StoredFile>, CopyError> {
        self.read(move |connection| originals(connection, first)).await
    }

    async fn dump(&self) -> Result<Box<dyn Read + Send>, CopyError> {
        let mut command = self.programs.command("pg_dump", &self.url);
        command.args([
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            "--snapshot",
            &self.moment,
        ]);
        Ok(Box::new(Output::of("pg_dump", command)?))
    }
}
