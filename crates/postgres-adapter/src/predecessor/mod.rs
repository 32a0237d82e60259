//! The predecessor's database, which is only read.

mod columns;
mod rows;

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sql_types::Text;
use ports::driven::{Cause, DatabaseIdentity, OldHouse, OldSales, Predecessor, PredecessorError};

use crate::session;

/// By what the old server's people know who is there.
const NAME: &str = "application_name=fullhouse%20import";
/// Nobody is kept waiting, and nobody waits without an end.
const BOUNDS: &str = "SET LOCAL statement_timeout = '120s'; SET LOCAL lock_timeout = '5s'";

/// The predecessor's database, by one connection.
pub struct PgPredecessor {
    url: String,
    /// `None` until it is needed, and after it broke.
    connection: Arc<Mutex<Option<PgConnection>>>,
}

impl PgPredecessor {
    /// The database at `url`; nobody is asked yet.
    pub fn new(url: &str) -> Self {
        let mark = if url.contains('?') { '&' } else { '?' };
        Self {
            // What comes last counts.
            url: session::bounded(&format!("{url}{mark}{NAME}")),
            connection: Arc::default(),
        }
    }

    /// Reads in a transaction that sees one instant and cannot write.
    async fn look<T: Send + 'static>(
        &self,
        read: impl Fn(&mut PgConnection) -> Reading<T> + Send + 'static,
    ) -> Result<T, PredecessorError> {
        let (url, kept) = (self.url.clone(), self.connection.clone());
        let reading = tokio::task::spawn_blocking(move || {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let was_open = kept.is_some();
            match look_once(&url, &mut kept, &read) {
                // It may have been closed while nothing was asked.
                Err(Trouble::Driver(_)) if was_open => look_once(&url, &mut kept, &read),
                read => read,
            }
        });
        let read = reading
            .await
            .map_err(|error| PredecessorError::Unavailable(Arc::new(error)))?;
        read.map_err(|trouble| match trouble {
            Trouble::Told(error) => error,
            Trouble::Driver(cause) => PredecessorError::Unavailable(cause),
        })
    }
}

fn look_once<T>(
    url: &str,
    kept: &mut Option<PgConnection>,
    read: impl Fn(&mut PgConnection) -> Reading<T>,
) -> Reading<T> {
    let connection = match kept {
        Some(connection) => connection,
        None => kept.insert(PgConnection::establish(url).map_err(|error| Trouble::Driver(Arc::new(error)))?),
    };
    let transaction = connection.build_transaction().repeatable_read();
    let done = transaction.read_only().run(|connection| {
        connection.batch_execute(BOUNDS)?;
        read(connection)
    });
    if matches!(done, Err(Trouble::Driver(_))) {
        *kept = None;
    }
    done
}

/// Why reading broke off.
enum Trouble {
    Told(PredecessorError),
    Driver(Cause),
}

type Reading<T> = Result<T, Trouble>;

impl From<PredecessorError> for Trouble {
    fn from(error: PredecessorError) -> Self {
        Self::Told(error)
    }
}

impl From<DieselError> for Trouble {
    fn from(error: DieselError) -> Self {
        Self::Driver(Arc::new(error))
    }
}

/// Which database a connection leads to.
pub(crate) fn identity(connection: &mut PgConnection) -> QueryResult<DatabaseIdentity> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        identity: String,
    }
    // The start of the server is known to the microsecond, and to every role.
    let row: Row = diesel::sql_query(
        "SELECT extract(epoch FROM pg_postmaster_start_time())::text || '/' || oid::text AS identity
         FROM pg_database WHERE datname = current_database()",
    )
    .get_result(connection)?;
    Ok(DatabaseIdentity(row.identity))
}

#[async_trait]
impl Predecessor for PgPredecessor {
    async fn identity(&self) -> Result<DatabaseIdentity, PredecessorError> {
        self.look(|connection| Ok(identity(connection)?)).await
    }

    async fn read(&self) -> Result<OldHouse, PredecessorError> {
        self.look(|connection| {
            columns::check(connection)?;
            rows::load(connection)
        })
        .await
    }

    async fn sales(&self, upload: i64, of_concert: bool) -> Result<OldSales, PredecessorError> {
        self.look(move |connection| rows::sales(connection, upload, of_concert))
            .await
    }
}
