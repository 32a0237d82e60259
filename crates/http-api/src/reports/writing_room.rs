//! Where workbooks are written: a few at a time, as each takes a processor and a file.

use std::fs::File;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use reporting::run_blocking;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::ApiError;

/// A bounded number of seats. Clones share them.
#[derive(Debug, Clone)]
pub struct WritingRoom {
    seats: Arc<Semaphore>,
    patience: Duration,
}

/// The right to write one workbook.
pub(crate) struct Seat(OwnedSemaphorePermit);

impl WritingRoom {
    /// A room with `seats` seats, for which nobody waits longer than `patience`.
    pub fn new(seats: usize, patience: Duration) -> Self {
        let seats = Arc::new(Semaphore::new(seats));
        Self { seats, patience }
    }

    pub(crate) async fn seat(&self) -> Result<Seat, ApiError> {
        let seat = Arc::clone(&self.seats).acquire_owned();
        let seat = tokio::time::timeout(self.patience, seat).await;
        let seat = seat.map_err(|_| ApiError::Busy)?;
        Ok(Seat(seat.expect("the room never closes")))
    }
}

impl Seat {
    /// Writes away from the asynchronous threads. The seat is taken until it is done, also when nobody waits any more.
    pub(crate) async fn write<F>(self, write: F) -> Result<File, ApiError>
    where
        F: FnOnce() -> io::Result<File> + Send + 'static,
    {
        let write = move || {
            let written = write();
            drop(self.0);
            written
        };
        run_blocking(write).await.map_err(ApiError::Export)
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;

    #[actix_web::test]
    async fn who_finds_no_seat_in_time_is_told_to_come_again() {
        let room = WritingRoom::new(2, Duration::from_millis(10));
        let seats = [room.seat().await.unwrap(), room.clone().seat().await.unwrap()];
        assert!(matches!(room.seat().await, Err(ApiError::Busy)));
        drop(seats);
        let seat = room.seat().await.unwrap();
        let failed = seat.write(|| Err(io::Error::other("no"))).await.unwrap_err();
        assert!(matches!(failed, ApiError::Export(_)));
        assert_eq!(
            failed.source().unwrap().to_string(),
            "no",
            "the cause is kept for the log"
        );
        let both = [room.seat().await, room.seat().await];
        assert!(both.iter().all(Result::is_ok));
    }
}
