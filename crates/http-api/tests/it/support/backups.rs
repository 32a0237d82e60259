//! A house whose backups stand well, but for one.

use domain::schedule::Upkeep;
use ports::driven::{LastBackup, LastCheck, LastVerification, MockUpkeepLog, UpkeepFailure, UpkeepStanding};

use super::sample::instant;

pub(crate) fn standing() -> UpkeepStanding {
    UpkeepStanding {
        backup: Some(LastBackup {
            begun_at: instant("2026-11-18T18:30:00Z"),
            name: "2026-11-19T03-30-00".to_owned(),
            bytes: 73_400_320,
            originals: 412,
            encrypted: true,
        }),
        verification: Some(LastVerification {
            at: instant("2026-11-14T19:31:12Z"),
            name: "2026-11-15T03-30-00".to_owned(),
            restored: true,
        }),
        check: Some(LastCheck {
            at: instant("2026-11-14T20:30:40Z"),
            whole: 409,
            missing: 0,
            damaged: 0,
            orphaned: 1,
        }),
        failures: vec![UpkeepFailure {
            task: Upkeep::Backup,
            at: instant("2026-11-19T18:30:02Z"),
            error: "the place of backups cannot be used: No space left on device (os error 28)".to_owned(),
        }],
    }
}

pub(crate) fn know_upkeep(log: &mut MockUpkeepLog) {
    log.expect_standing().returning(|| Ok(standing()));
}
