//! Databases for tests: each test gets its own, cloned from a migrated template.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::{Connection, PgConnection};

use crate::ownership::Ownership;
use crate::pool::PgPool;
use crate::setup;

const TEMPLATE: &str = "fullhouse_template";
/// One process at a time makes the template or clones it.
const TEMPLATE_LOCK: i64 = 0x74_65_6d_70;

/// A migrated, empty database, dropped at the end.
pub struct TestDatabase {
    name: String,
    url: String,
}

fn server_url() -> String {
    std::env::var("TEST_DATABASE_URL").expect("TEST_DATABASE_URL is set: run the tests by `just test`, or see README")
}

/// `url` with another database name.
fn with_database(url: &str, name: &str) -> String {
    let (address, parameters) = url
        .split_once('?')
        .map_or((url, None), |(address, rest)| (address, Some(rest)));
    let scheme_end = address.find("://").map_or(0, |at| at + 3);
    let server = address[scheme_end..]
        .find('/')
        .map_or(address, |at| &address[..scheme_end + at]);
    parameters.map_or_else(
        || format!("{server}/{name}"),
        |parameters| format!("{server}/{name}?{parameters}"),
    )
}

fn locked(work: impl FnOnce(&mut PgConnection)) {
    let mut admin = PgConnection::establish(&server_url()).expect("the test server answers");
    diesel::sql_query("SELECT pg_advisory_lock($1)")
        .bind::<BigInt, _>(TEMPLATE_LOCK)
        .execute(&mut admin)
        .expect("a lock");
    work(&mut admin);
}

fn exists(admin: &mut PgConnection, database: &str) -> bool {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let existing: Count = diesel::sql_query("SELECT count(*) FROM pg_database WHERE datname = $1")
        .bind::<Text, _>(database)
        .get_result(admin)
        .expect("the catalogue answers");
    existing.count > 0
}

fn make_template(admin: &mut PgConnection) {
    // Made under another name first: a template that is there is complete.
    let unfinished = format!("{TEMPLATE}_unfinished");
    admin
        .batch_execute(&format!("DROP DATABASE IF EXISTS {unfinished}"))
        .expect("no leftovers");
    admin
        .batch_execute(&format!("CREATE DATABASE {unfinished}"))
        .expect("a new database");
    let url = with_database(&server_url(), &unfinished);
    let set_up = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime
            .block_on(setup::set_up(&url, Ownership::External))
            .expect("migrations apply");
    });
    set_up.join().expect("setting up does not panic");
    admin
        .batch_execute(&format!("ALTER DATABASE {unfinished} RENAME TO {TEMPLATE}"))
        .expect("nobody is connected to the new template");
}

impl TestDatabase {
    /// A fresh clone of the template.
    #[expect(clippy::new_without_default, reason = "making a database is no default")]
    #[expect(clippy::disallowed_methods, reason = "names of test databases only have to differ")]
    pub fn new() -> Self {
        let name = format!("test_{}", uuid::Uuid::new_v4().simple());
        locked(|admin| {
            if !exists(admin, TEMPLATE) {
                make_template(admin);
            }
            admin
                .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
                .expect("the template is free");
        });
        let url = with_database(&server_url(), &name);
        Self { name, url }
    }

    /// The same, where no schedule runs by itself: what is there must not depend on the time of day.
    pub fn with_paused_schedules() -> Self {
        let database = Self::new();
        database
            .connection()
            .batch_execute("UPDATE schedule SET paused_at = now()")
            .expect("schedules can be paused");
        database
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A small pool of connections to it.
    pub fn pool(&self) -> PgPool {
        PgPool::new(&self.url, 4)
    }

    /// A connection of its own, for looking behind the ports.
    pub fn connection(&self) -> PgConnection {
        PgConnection::establish(&self.url).expect("the test database answers")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Ok(mut admin) = PgConnection::establish(&server_url()) else {
            return;
        };
        // Left-over connections of the test end with the database; should this fail, the whole server goes soon.
        let _ = admin.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}
