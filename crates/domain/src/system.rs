//! How the server itself is: the room that it has, and what somebody should look at.

use thiserror::Error;

/// What lies on a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The original files.
    Originals,
    /// The database that the program runs itself.
    Database,
}

impl Place {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Originals => "originals",
            Self::Database => "database",
        }
    }
}

/// The room of a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disk {
    /// Bytes in all.
    pub total_bytes: u64,
    /// Bytes that the program may still write.
    pub free_bytes: u64,
}

/// A disk is nearly full when so many parts of a hundred are free, or fewer.
const FREE_PERCENT: u64 = 10;
/// Or when it is full within so many days.
const FULL_WITHIN_DAYS: u64 = 30;

impl Disk {
    /// Whole days until it is full where so many bytes are added each day; `None` where nothing is.
    pub fn days_until_full(self, bytes_per_day: u64) -> Option<u64> {
        self.free_bytes.checked_div(bytes_per_day)
    }

    fn is_nearly_full(self, bytes_per_day: u64) -> bool {
        let share_is_small =
            u128::from(self.free_bytes) * 100 <= u128::from(self.total_bytes) * u128::from(FREE_PERCENT);
        let ends_soon = self.days_until_full(bytes_per_day);
        share_is_small || ends_soon.is_some_and(|days| days < FULL_WITHIN_DAYS)
    }
}

/// What is kept, and what of it came within the last 24 hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stored {
    /// The database, its indexes included.
    pub database_bytes: u64,
    /// The original files, each once.
    pub originals_bytes: u64,
    /// Of these, those that came within the last 24 hours.
    pub originals_of_a_day_bytes: u64,
}

impl Stored {
    /// Bytes by which the original files grow in a day, at today's pace.
    pub fn originals_per_day(self) -> u64 {
        self.originals_of_a_day_bytes
    }

    /// Bytes by which the database grows in a day: what came takes as much of it, for its size, as what was there before.
    pub fn database_per_day(self) -> u64 {
        let came = u128::from(self.originals_of_a_day_bytes) * u128::from(self.database_bytes);
        let grows = came.checked_div(u128::from(self.originals_bytes)).unwrap_or(0);
        u64::try_from(grows).unwrap_or(u64::MAX)
    }
}

/// The disks that the program writes to, as far as they are its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Disks {
    /// Where the original files are.
    pub originals: Option<Disk>,
    /// Where the database is; `None` where it is another server's, or on the disk of the original files.
    pub database: Option<Disk>,
    /// Whether the database is on the disk of the original files.
    pub is_shared: bool,
}

impl Disks {
    /// Each disk with what lies there.
    pub fn by_place(self) -> impl Iterator<Item = (Place, Disk)> {
        let disks = [(Place::Originals, self.originals), (Place::Database, self.database)];
        disks.into_iter().filter_map(|(place, disk)| Some((place, disk?)))
    }
}

/// The room of one place, at today's pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What lies there.
    pub place: Place,
    /// The disk.
    pub disk: Disk,
    /// Bytes that come each day.
    pub bytes_per_day: u64,
}

impl Room {
    /// Whole days until the disk is full; `None` where nothing came within a day.
    pub fn days_until_full(self) -> Option<u64> {
        self.disk.days_until_full(self.bytes_per_day)
    }
}

/// How much room there is, and for how long.
pub fn rooms(disks: Disks, stored: Stored) -> Vec<Room> {
    let beside = if disks.is_shared { stored.database_per_day() } else { 0 };
    let room = |(place, disk)| Room {
        place,
        disk,
        bytes_per_day: match place {
            Place::Originals => stored.originals_per_day().saturating_add(beside),
            Place::Database => stored.database_per_day(),
        },
    };
    disks.by_place().map(room).collect()
}

/// How a replica of the database stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplicaState {
    /// Reports are read from it.
    Ready,
    /// It has not replayed for a second what was committed.
    Behind,
    /// It does not answer, or not in time.
    Away,
    /// It takes writes of its own: it is no replica any more.
    Promoted,
    /// It is of another database.
    Foreign,
}

impl ReplicaState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Ready, Self::Behind, Self::Away, Self::Promoted, Self::Foreign];

    /// The stable word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Behind => "behind",
            Self::Away => "away",
            Self::Promoted => "promoted",
            Self::Foreign => "foreign",
        }
    }
}

/// What the server does by itself and has not done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Seconds that the job which waits longest could have run for.
    pub oldest_job_wait_secs: u64,
    /// Jobs that were given up within a day.
    pub failed_jobs: u64,
    /// Times of schedules that were given up within a day.
    pub failed_runs: u64,
    /// Messages that were given up within a day.
    pub failed_deliveries: u64,
}

/// A job that waits for longer than this is worth a warning.
const PATIENCE_SECS: u64 = 600;

/// What somebody should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Warning {
    /// A disk ends soon.
    #[error("the disk of the {} is nearly full", place.code())]
    DiskNearlyFull {
        /// What lies on it.
        place: Place,
        /// Whole days until it is full, where something comes.
        days: Option<u64>,
    },
    /// A job waits for this many seconds.
    #[error("a job waits for {0} seconds")]
    JobsWaiting(u64),
    /// So many jobs were given up within a day.
    #[error("{0} jobs were given up within a day")]
    JobsFailed(u64),
    /// So many times of schedules were given up within a day.
    #[error("{0} runs of schedules were given up within a day")]
    RunsFailed(u64),
    /// So many messages were given up within a day.
    #[error("{0} messages were given up within a day")]
    DeliveriesFailed(u64),
    /// Every connection to the database is in use.
    #[error("all connections to the database are in use")]
    ConnectionsBusy,
}

impl Warning {
    /// The stable word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::DiskNearlyFull { .. } => "disk_nearly_full",
            Self::JobsWaiting(_) => "jobs_waiting",
            Self::JobsFailed(_) => "jobs_failed",
            Self::RunsFailed(_) => "runs_failed",
            Self::DeliveriesFailed(_) => "deliveries_failed",
            Self::ConnectionsBusy => "connections_busy",
        }
    }
}

/// Everything that somebody should look at, the most urgent first.
pub fn warnings(rooms: &[Room], backlog: Backlog, all_connections_are_busy: bool) -> Vec<Warning> {
    let nearly_full = rooms.iter().filter(|room| room.disk.is_nearly_full(room.bytes_per_day));
    let mut warnings: Vec<_> = nearly_full
        .map(|room| Warning::DiskNearlyFull {
            place: room.place,
            days: room.days_until_full(),
        })
        .collect();
    if backlog.oldest_job_wait_secs > PATIENCE_SECS {
        warnings.push(Warning::JobsWaiting(backlog.oldest_job_wait_secs));
    }
    if backlog.failed_jobs > 0 {
        warnings.push(Warning::JobsFailed(backlog.failed_jobs));
    }
    if backlog.failed_runs > 0 {
        warnings.push(Warning::RunsFailed(backlog.failed_runs));
    }
    if backlog.failed_deliveries > 0 {
        warnings.push(Warning::DeliveriesFailed(backlog.failed_deliveries));
    }
    if all_connections_are_busy {
        warnings.push(Warning::ConnectionsBusy);
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    const GB: u64 = 1_000_000_000;

    fn disk(free_gb: u64) -> Disk {
        Disk {
            total_bytes: 100 * GB,
            free_bytes: free_gb * GB,
        }
    }

    fn stored(of_a_day: u64) -> Stored {
        Stored {
            database_bytes: 6 * GB,
            originals_bytes: 2 * GB,
            originals_of_a_day_bytes: of_a_day,
        }
    }

    fn on_one_disk(free_gb: u64) -> Disks {
        Disks {
            originals: Some(disk(free_gb)),
            database: None,
            is_shared: true,
        }
    }

    #[test]
    fn a_shared_disk_takes_both_what_comes_and_its_rows() {
        let rooms = rooms(on_one_disk(80), stored(GB / 10));
        assert_eq!(rooms.len(), 1);
        assert_eq!(rooms[0].bytes_per_day, 4 * GB / 10);
        assert_eq!(rooms[0].days_until_full(), Some(200));
    }

    #[test]
    fn disks_of_their_own_end_by_themselves() {
        let disks = Disks {
            originals: Some(disk(80)),
            database: Some(disk(60)),
            is_shared: false,
        };
        let days: Vec<_> = rooms(disks, stored(GB / 10))
            .into_iter()
            .map(Room::days_until_full)
            .collect();
        assert_eq!(days, [Some(800), Some(200)]);
    }

    #[test]
    fn where_nothing_comes_or_nothing_is_there_no_day_is_named() {
        assert_eq!(rooms(on_one_disk(80), stored(0))[0].days_until_full(), None);
        assert_eq!(rooms(on_one_disk(80), Stored::default())[0].days_until_full(), None);
        assert_eq!(rooms(Disks::default(), stored(GB)), []);
    }

    #[test]
    fn a_disk_is_told_of_when_little_is_free_or_it_ends_within_a_month() {
        let told = |free_gb, of_a_day| {
            warnings(
                &rooms(on_one_disk(free_gb), stored(of_a_day)),
                Backlog::default(),
                false,
            )
        };
        assert_eq!(told(11, 0), []);
        assert_eq!(
            told(10, 0),
            [Warning::DiskNearlyFull {
                place: Place::Originals,
                days: None
            }]
        );
        assert_eq!(told(60, GB / 2), []);
        assert_eq!(
            told(58, GB / 2),
            [Warning::DiskNearlyFull {
                place: Place::Originals,
                days: Some(29)
            }]
        );
    }

    #[test]
    fn what_was_given_up_is_counted_and_what_waits_shortly_is_not_told() {
        let backlog = Backlog {
            oldest_job_wait_secs: 600,
            failed_jobs: 2,
            failed_runs: 0,
            failed_deliveries: 1,
        };
        assert_eq!(
            warnings(&[], backlog, true),
            [
                Warning::JobsFailed(2),
                Warning::DeliveriesFailed(1),
                Warning::ConnectionsBusy
            ]
        );
        let waits = Backlog {
            oldest_job_wait_secs: 601,
            ..Backlog::default()
        };
        assert_eq!(warnings(&[], waits, false), [Warning::JobsWaiting(601)]);
    }
}
