//! How much of the machine the program uses.

use anyhow::Result;

use super::database::Database;
use super::machine::Machine;
use super::values::Values;

const MIB: u64 = 1024 * 1024;

/// What one of each takes at most, in memory of the server, of its database, or of a child.
const CONNECTION_BYTES: u64 = 32 * MIB;
const READER_BYTES: u64 = 64 * MIB;
/// `isolation` bounds the heap of a child to 160 MiB; stacks and the program itself come on top.
const ISOLATED_READER_BYTES: u64 = 192 * MIB;
/// Below this the server, its database and two children do not fit together.
const SMALL_MACHINE_BYTES: u64 = 2_000_000_000;
const WRITER_BYTES: u64 = 64 * MIB;
const HASH_BYTES: u64 = 12 * MIB;
const STREAM_BYTES: u64 = MIB / 8;

/// Connections to the embedded server by default: with the queue's, and some for BI tools, they stay below its 40.
const MAX_EMBEDDED_CONNECTIONS: u64 = 24;
/// Connections to another server by default: as it comes, it takes a hundred of all programs together.
const MAX_CONNECTIONS: u64 = 64;
/// Streams by default: half of the connections that a server takes.
const MAX_STREAMS: u64 = 10_000;

/// How much is done at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Capacity {
    /// Connections to the database, for requests and jobs.
    pub(crate) connections: u32,
    /// Threads that serve requests; none of them ever blocks.
    pub(crate) threads: usize,
    /// Workbooks that are read, dry runs included.
    pub(crate) readers: usize,
    /// Of these, the ones in a process of their own.
    pub(crate) isolated_readers: usize,
    /// Reports that are written as workbooks.
    pub(crate) writers: usize,
    /// Passwords that are hashed.
    pub(crate) hashes: usize,
    /// Jobs that one worker has in hand; reading itself is bounded by the readers.
    pub(crate) jobs: usize,
    /// Open event streams.
    pub(crate) streams: u64,
}

impl Capacity {
    /// What fits a machine with an embedded database: one of each kind per core, four connections and 500 streams, as
    /// far as each kind gets by with its share of the memory (a quarter for readers, an eighth for each of the others),
    /// and never less than two cores with 1 GB have.
    pub(crate) fn of(cores: usize, memory: u64) -> Self {
        let cores = cores as u64;
        let per_core = |bytes, share| fitting(cores, 2, memory / share, bytes);
        let readers = per_core(READER_BYTES, 4);
        Self {
            connections: connections(cores, memory, MAX_EMBEDDED_CONNECTIONS),
            threads: number(cores.max(2)),
            readers,
            isolated_readers: isolated(readers, memory),
            writers: per_core(WRITER_BYTES, 8),
            hashes: per_core(HASH_BYTES, 8),
            jobs: readers,
            streams: fitting((500 * cores).min(MAX_STREAMS), 1_000, memory / 8, STREAM_BYTES),
        }
    }

    /// What the settings say, and what fits this machine and database where they say nothing.
    pub(super) fn configured(values: Values<'_>, machine: Machine, database: &Database) -> Result<Self> {
        let most = match database {
            Database::Embedded { .. } => MAX_EMBEDDED_CONNECTIONS,
            Database::External(_) => MAX_CONNECTIONS,
        };
        let fit = Self {
            connections: connections(machine.cores as u64, machine.memory, most),
            ..Self::of(machine.cores, machine.memory)
        };
        let readers = values.given_number("WORKBOOK_READERS")?.unwrap_or(fit.readers);
        Ok(Self {
            connections: values.given_number("DATABASE_CONNECTIONS")?.unwrap_or(fit.connections),
            threads: values.given_number("SERVER_THREADS")?.unwrap_or(fit.threads),
            readers,
            // However many read: children beyond the memory would be killed.
            isolated_readers: isolated(readers, machine.memory),
            writers: values.given_number("WORKBOOK_WRITERS")?.unwrap_or(fit.writers),
            hashes: values.given_number("PASSWORD_HASHES")?.unwrap_or(fit.hashes),
            jobs: values.given_number("WORKER_JOBS")?.unwrap_or(fit.jobs),
            streams: values.given_number("EVENT_STREAMS")?.unwrap_or(fit.streams),
        })
    }
}

/// Four for each core, and so many at most.
fn connections(cores: u64, memory: u64, most: u64) -> u32 {
    fitting((4 * cores).min(most), 8, memory / 8, CONNECTION_BYTES)
}

/// How many of `wanted` fit into `memory` by `bytes` each; `least` in any case.
fn fitting<T: TryFrom<u64>>(wanted: u64, least: u64, memory: u64, bytes: u64) -> T {
    number(wanted.min(memory / bytes).max(least))
}

/// One child at a time on a small machine, whatever would fit by the share of readers.
fn isolated(readers: usize, memory: u64) -> usize {
    if memory < SMALL_MACHINE_BYTES {
        return 1;
    }
    fitting(readers as u64, 1, memory / 4, ISOLATED_READER_BYTES)
}

fn number<T: TryFrom<u64>>(number: u64) -> T {
    let number = T::try_from(number).ok();
    number.expect("cores and streams are few")
}

#[cfg(test)]
mod tests {
    use super::super::database::Url;
    use super::super::tests::values;
    use super::*;

    const GB: u64 = 1_000_000_000;

    #[test]
    fn a_small_machine_does_two_things_at_a_time() {
        let small = Capacity {
            connections: 8,
            threads: 2,
            readers: 2,
            isolated_readers: 1,
            writers: 2,
            hashes: 2,
            jobs: 2,
            streams: 1_000,
        };
        assert_eq!(Capacity::of(1, GB), small);
        assert_eq!(Capacity::of(1, 0), small, "a machine that does not tell its memory");
        assert_eq!(
            Capacity::of(2, 2 * GB - 1),
            small,
            "a machine of 2 GB tells a little less"
        );
        assert_eq!(
            Capacity::of(2, 24 * GB),
            Capacity {
                isolated_readers: 2,
                ..small
            }
        );
    }

    #[test]
    fn a_large_machine_is_used() {
        let large = Capacity {
            connections: 24,
            threads: 16,
            readers: 16,
            isolated_readers: 16,
            writers: 16,
            hashes: 16,
            jobs: 16,
            streams: 8_000,
        };
        assert_eq!(Capacity::of(16, 64 * GB), large);
    }

    #[test]
    fn many_cores_with_little_memory_are_bounded_by_it() {
        let narrow = Capacity::of(64, 2 * GB);
        assert_eq!(narrow.threads, 64);
        assert_eq!((narrow.readers, narrow.isolated_readers, narrow.writers), (7, 2, 3));
        assert_eq!((narrow.connections, narrow.hashes, narrow.streams), (8, 19, 1_907));
    }

    #[test]
    fn more_of_a_machine_is_never_less_capacity() {
        let figures = |cores, memory| {
            let of = Capacity::of(cores, memory);
            let numbers = [
                of.threads,
                of.readers,
                of.isolated_readers,
                of.writers,
                of.hashes,
                of.jobs,
            ];
            (numbers, of.connections, of.streams)
        };
        let no_less = |(one, one_connections, one_streams): ([usize; 6], u32, u64), (other, connections, streams)| {
            one.iter().zip(&other).all(|(one, other)| one <= other)
                && one_connections <= connections
                && one_streams <= streams
        };
        for cores in 1..70 {
            for half_gb in 0..140 {
                let (memory, more) = (half_gb * GB / 2, (half_gb + 1) * GB / 2);
                assert!(
                    no_less(figures(cores, memory), figures(cores, more)),
                    "{cores}, {memory}"
                );
                assert!(
                    no_less(figures(cores, memory), figures(cores + 1, memory)),
                    "{cores}, {memory}"
                );
            }
        }
    }

    fn embedded() -> Database {
        Database::Embedded {
            port: None,
            password: None,
        }
    }

    #[test]
    fn a_database_of_ones_own_takes_more_connections_than_the_embedded_one() {
        let machine = Machine {
            cores: 32,
            memory: 64 * GB,
        };
        let connections = |database: &Database| {
            let capacity = values(&[], |values| Capacity::configured(values, machine, database));
            capacity.unwrap().connections
        };
        assert_eq!(connections(&embedded()), 24);
        let own = Database::External(Url("postgres://db/fullhouse".to_owned()));
        assert_eq!(connections(&own), 64);
    }

    #[test]
    fn settings_go_before_the_machine_but_children_fit_its_memory() {
        let machine = Machine {
            cores: 2,
            memory: 2 * GB,
        };
        let variables = [("WORKBOOK_READERS", "9"), ("EVENT_STREAMS", "5000")];
        let capacity = values(&variables, |values| Capacity::configured(values, machine, &embedded())).unwrap();
        assert_eq!(
            (capacity.readers, capacity.isolated_readers, capacity.streams),
            (9, 2, 5_000)
        );
        assert_eq!(capacity.writers, 2);
        let none = values(&[("PASSWORD_HASHES", "0")], |values| {
            Capacity::configured(values, machine, &embedded())
        });
        assert!(
            none.unwrap_err()
                .to_string()
                .starts_with("PASSWORD_HASHES must be a number between 2 and")
        );
    }
}
