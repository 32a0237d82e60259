use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use domain::production::ProductionId;
use postgres_adapter::test_database::TestDatabase;

/// Far more than it takes to come to a lock.
const PATIENCE: Duration = Duration::from_secs(20);

/// Holds rows in a transaction of its own, so that steps which must take turns on them line up behind each other.
pub(crate) struct Hold {
    holder: PgConnection,
    watcher: PgConnection,
}

impl Hold {
    /// Holds a production's row.
    pub(crate) fn of(database: &TestDatabase, id: ProductionId) -> Self {
        Self::by(
            database,
            &format!("SELECT FROM production WHERE id = '{id}' FOR UPDATE"),
        )
    }

    /// Holds what these statements lock.
    pub(crate) fn by(database: &TestDatabase, statements: &str) -> Self {
        let mut holder = database.connection();
        holder.batch_execute(&format!("BEGIN; {statements}")).unwrap();
        Self {
            holder,
            watcher: database.connection(),
        }
    }

    /// Returns once so many others wait for a lock.
    pub(crate) fn until_waiting(&mut self, wanted: i64) {
        #[derive(QueryableByName)]
        struct Waiting {
            #[diesel(sql_type = BigInt)]
            waiting: i64,
        }
        let began = Instant::now();
        let mut waiting = -1;
        while waiting < wanted {
            let row: Waiting = diesel::sql_query(
                "SELECT count(*) AS waiting FROM pg_stat_activity
                 WHERE datname = current_database() AND wait_event_type = 'Lock'",
            )
            .get_result(&mut self.watcher)
            .unwrap();
            waiting = row.waiting;
            assert!(
                began.elapsed() < PATIENCE,
                "{waiting} wait for a lock, and not {wanted}"
            );
            std::thread::yield_now();
        }
    }

    /// Does more, in the same transaction.
    pub(crate) fn go_on(&mut self, statements: &str) {
        self.holder.batch_execute(statements).unwrap();
    }

    /// Lets all of them go, after what the statements did.
    pub(crate) fn commit(mut self) {
        self.holder.batch_execute("COMMIT").unwrap();
    }

    /// Lets all of them go.
    pub(crate) fn release(mut self) {
        self.holder.batch_execute("ROLLBACK").unwrap();
    }
}
