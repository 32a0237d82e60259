//! One import at a time.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use ports::driven::{StorageError, Turn};

use crate::session;

/// Names the turn among the advisory locks of the database.
const LOCK: i64 = 0x6675_6c6c_6d6f_7665;
/// A program that was killed holds its turn until the server has noticed.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(100);

/// Held by a connection of its own: the server ends it with the connection, however the program ends.
struct HeldTurn {
    /// Only kept.
    _connection: Mutex<PgConnection>,
}

impl Turn for HeldTurn {}

/// Takes the turn; `None` where another has it. Blocks.
pub(super) fn take(url: &str) -> Result<Option<Box<dyn Turn>>, StorageError> {
    #[derive(QueryableByName)]
    struct Taken {
        #[diesel(sql_type = Bool)]
        taken: bool,
    }
    let mut connection = PgConnection::establish(&session::bounded(url)).map_err(StorageError::unavailable)?;
    let began = Instant::now();
    loop {
        let answer: Taken = diesel::sql_query("SELECT pg_try_advisory_lock($1) AS taken")
            .bind::<BigInt, _>(LOCK)
            .get_result(&mut connection)
            .map_err(StorageError::unavailable)?;
        if answer.taken {
            return Ok(Some(Box::new(HeldTurn {
                _connection: Mutex::new(connection),
            })));
        }
        if began.elapsed() > PATIENCE {
            return Ok(None);
        }
        std::thread::sleep(PAUSE);
    }
}
