//! The database: whether it can be reached, and whether it is set up as Fullhouse needs it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use ports::causes::Causes;
use ports::driven::{Clock, CopyError};
use postgres_adapter::find_copy_programs;
use postgres_adapter::inspection::{Inspection, inspect};
use postgres_adapter::setup::{self, Ownership, SetupError, Standing};

use super::finding::Finding;
use crate::clock::SystemClock;
use crate::config::{Capacity, Url};
use crate::database::Connected;

const OF: &str = "database";
/// Connections of a server besides those for requests and jobs: the queue's, of which one listens.
const OTHER_CONNECTIONS: i64 = 4;
/// Clocks that differ by more make times in the log, in schedules and in links tell something else.
const CLOCKS_AGREE: TimeDelta = TimeDelta::seconds(2);

/// Everything about it.
pub(super) async fn database(database: &Connected, capacity: Capacity) -> Vec<Finding> {
    let url = database.url.0.clone();
    let asking = tokio::task::spawn_blocking(move || {
        let before = SystemClock.now();
        let inspection = inspect(&url);
        (inspection, before, SystemClock.now())
    });
    let asked = tokio::time::timeout(Duration::from_secs(20), asking).await;
    let Ok(Ok((inspection, before, after))) = asked else {
        return vec![unreachable("it does not answer within 20 seconds")];
    };
    let inspection = match inspection {
        Ok(inspection) => inspection,
        Err(error) => return vec![unreachable(&Causes(&error).to_string())],
    };
    let mut findings = vec![standing(database).await];
    findings.extend(judge(&inspection, i64::from(capacity.connections)));
    findings.push(clock(inspection.now, before, after));
    let looking = tokio::task::spawn_blocking(move || find_copy_programs(&inspection.release));
    findings.extend(looking.await.ok().map(copies));
    findings
}

/// Whether the programs by which a backup copies the database are here.
fn copies(found: Result<(), CopyError>) -> Finding {
    const OF: &str = "backups";
    match found {
        Ok(()) => Finding::good(OF, "pg_dump and pg_restore fit the database"),
        Err(error) => Finding::bad(
            OF,
            Causes(&error).to_string(),
            "install PostgreSQL's programs of that version (postgresql-client), or name their folder in PG_BIN_DIR",
        ),
    }
}

/// Each replica, in the order of the setting. None is needed, so nothing about them is a problem.
pub(super) async fn replicas(urls: &[Url]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, url) in urls.iter().enumerate() {
        let url = url.0.clone();
        let asking = tokio::task::spawn_blocking(move || inspect(&url));
        let asked = tokio::time::timeout(Duration::from_secs(20), asking).await;
        let told = match &asked {
            Ok(Ok(Ok(inspection))) => Ok(inspection.is_read_only),
            Ok(Ok(Err(error))) => Err(Causes(error).to_string()),
            _ => Err("it does not answer within 20 seconds".to_owned()),
        };
        findings.push(replica(index + 1, told));
    }
    findings
}

/// A replica that is read-only, or not; or why it cannot be reached.
fn replica(number: usize, told: Result<bool, String>) -> Finding {
    const OF: &str = "replica";
    match told {
        Ok(true) => Finding::good(OF, format!("number {number} answers")),
        Ok(false) => Finding::doubtful(
            OF,
            format!("number {number} of DATABASE_READ_URLS takes writes of its own: no report is read from it"),
            "name a standby, or take it out of the setting",
        ),
        Err(why) => {
            let one_line = why.split_whitespace().collect::<Vec<_>>().join(" ");
            Finding::doubtful(
                OF,
                format!("number {number} of DATABASE_READ_URLS cannot be reached: {one_line}"),
                "start it, or take it out of the setting; reports are read from the primary meanwhile",
            )
        }
    }
}

fn unreachable(why: &str) -> Finding {
    let one_line = why.split_whitespace().collect::<Vec<_>>().join(" ");
    Finding::bad(
        OF,
        format!("cannot be reached: {one_line}"),
        "start PostgreSQL; see that DATABASE_URL names its host, port, role and password, and that pg_hba.conf lets this \
         machine in",
    )
}

async fn standing(database: &Connected) -> Finding {
    match setup::standing(&database.url.0).await {
        Ok(Standing::Present) => Finding::good(OF, "is of this release"),
        Ok(Standing::Empty) => Finding::good(OF, "is empty, and is set up with the first start"),
        Ok(Standing::Newer) => Finding::doubtful(
            OF,
            "was set up by a newer release, which keeps what this one needs",
            "install the newer release here as well",
        ),
        Ok(Standing::Older) if database.ownership == Ownership::Embedded => Finding::good(
            OF,
            "is of an older release, and is brought up to date with the next start",
        ),
        Ok(Standing::Older) => Finding::bad(
            OF,
            "was set up by an older release",
            "run `fullhouse migrate` with this release",
        ),
        Err(SetupError::TooOld(release)) => Finding::bad(
            OF,
            format!("PostgreSQL {release} is too old"),
            "use PostgreSQL 14 or newer",
        ),
        Err(error) => Finding::bad(
            OF,
            format!("cannot be looked at: {}", Causes(&error)),
            "see that its role owns the database",
        ),
    }
}

/// What its settings mean for a server with so many connections.
fn judge(inspection: &Inspection, connections: i64) -> Vec<Finding> {
    let mut findings = vec![Finding::good(OF, format!("PostgreSQL {}", inspection.release))];
    if inspection.encoding != "UTF8" {
        findings.push(Finding::bad(
            OF,
            format!(
                "is encoded as {}, in which not every Korean name can be written",
                inspection.encoding
            ),
            "make it anew with `CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`",
        ));
    }
    if inspection.is_read_only {
        findings.push(Finding::bad(
            OF,
            "takes no writes: it is a standby, or read-only by default",
            "name the primary in DATABASE_URL",
        ));
    }
    if !inspection.keeps_commits {
        findings.push(Finding::doubtful(
            OF,
            "may forget what it has confirmed when its machine stops",
            "switch fsync, full_page_writes and synchronous_commit on in postgresql.conf",
        ));
    }
    let wanted = connections + OTHER_CONNECTIONS;
    if inspection.max_connections < wanted {
        findings.push(Finding::bad(
            OF,
            format!(
                "allows {} connections, and one server has up to {wanted}",
                inspection.max_connections
            ),
            "raise max_connections in postgresql.conf, or lower DATABASE_CONNECTIONS",
        ));
    } else if inspection.max_connections - inspection.connections < wanted {
        findings.push(Finding::doubtful(
            OF,
            format!(
                "{} of {} connections are in use, and one server more has up to {wanted}",
                inspection.connections, inspection.max_connections
            ),
            "raise max_connections in postgresql.conf before another server is started",
        ));
    }
    findings
}

/// Its clock, which was read between these two times of ours.
fn clock(theirs: DateTime<Utc>, before: DateTime<Utc>, after: DateTime<Utc>) -> Finding {
    const OF: &str = "clock";
    let ahead = (theirs - after).max(before - theirs);
    if ahead > CLOCKS_AGREE {
        Finding::doubtful(
            OF,
            format!("differs from the database's by {} seconds", ahead.num_seconds()),
            "keep the clocks of both machines by NTP (systemd-timesyncd or chrony)",
        )
    } else {
        Finding::good(OF, "agrees with the database's")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Inspection {
        Inspection {
            release: "16.4".to_owned(),
            encoding: "UTF8".to_owned(),
            keeps_commits: true,
            max_connections: 97,
            connections: 3,
            is_read_only: false,
            now: SystemClock.now(),
        }
    }

    fn told(inspection: &Inspection) -> Vec<String> {
        judge(inspection, 8).iter().skip(1).map(ToString::to_string).collect()
    }

    #[test]
    fn a_database_as_it_should_be_is_good() {
        assert_eq!(told(&good()), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_with_its_settings_is_told_with_what_to_do() {
        let bad = Inspection {
            encoding: "SQL_ASCII".to_owned(),
            keeps_commits: false,
            max_connections: 11,
            is_read_only: true,
            ..good()
        };
        let told = told(&bad);
        assert_eq!(told.len(), 4, "{told:?}");
        for (told, (word, remedy)) in told.iter().zip([
            ("problem", "ENCODING 'UTF8'"),
            ("problem", "primary"),
            ("warning", "fsync"),
            ("problem", "max_connections"),
        ]) {
            assert!(told.starts_with(word) && told.contains(remedy), "{told}");
        }
    }

    #[test]
    fn the_last_free_connections_are_worth_a_warning() {
        let busy = Inspection {
            connections: 86,
            ..good()
        };
        assert!(told(&busy)[0].starts_with("warning"), "{:?}", told(&busy));
        let just_enough = Inspection {
            connections: 85,
            ..good()
        };
        assert_eq!(told(&just_enough), Vec::<String>::new());
    }

    #[test]
    fn a_database_that_no_program_copies_is_a_problem() {
        assert!(copies(Ok(())).to_string().starts_with("ok       backups"));
        let missing = copies(Err(CopyError::NoPrograms("pg_dump is not installed".to_owned())));
        let told = missing.to_string();
        assert!(missing.is_bad() && told.contains("postgresql-client"), "{told}");
    }

    #[test]
    fn no_replica_is_a_problem() {
        assert!(replica(1, Ok(true)).to_string().starts_with("ok"));
        for told in [Ok(false), Err("refused".to_owned())] {
            let told = replica(2, told).to_string();
            assert!(told.starts_with("warning") && told.contains("number 2"), "{told}");
        }
    }

    #[test]
    fn a_clock_may_differ_by_what_asking_takes() {
        let before = SystemClock.now();
        let at = |seconds| before + TimeDelta::seconds(seconds);
        assert!(!matches!(clock(at(5), before, at(10)), Finding::Doubtful { .. }));
        assert!(!matches!(clock(at(12), before, at(10)), Finding::Doubtful { .. }));
        assert!(matches!(clock(at(13), before, at(10)), Finding::Doubtful { .. }));
        assert!(matches!(clock(at(-3), before, at(10)), Finding::Doubtful { .. }));
    }
}
