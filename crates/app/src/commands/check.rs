//! `fullhouse check`: originals and database against each other.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use domain::upload::Sha256;
use ports::driven::UpkeepLog;
use ports::driving::OriginalsFindings;

use super::runtime;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::database::with_running_database;
use crate::telemetry;
use crate::upkeep::check_record;
use crate::wiring::{offline_uploads, upkeep_log};

/// Prints what was found; an original that is missing or damaged is a failure.
pub(crate) fn run() -> Result<ExitCode> {
    telemetry::start("warn")?;
    let Config { database, settings } = Config::from_env()?;
    with_running_database(database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let check = offline_uploads(&database.url, &settings).await?;
            let findings = ports::driving::OriginalsCheck::check(check.as_ref()).await?;
            print(&findings);
            let done = check_record(&findings, &SystemClock);
            upkeep_log(&database.url).record(&done).await?;
            Ok(if findings.is_loss() {
                ExitCode::FAILURE
            } else {
                ExitCode::SUCCESS
            })
        })
    })
}

fn print(findings: &OriginalsFindings) {
    println!("{} originals are whole.", findings.whole);
    let told = |hashes: &[Sha256], what: &str| {
        for hash in hashes {
            println!("{what}: {hash}");
        }
    };
    told(&findings.missing, "missing");
    told(&findings.damaged, "damaged");
    told(&findings.orphaned, "of no upload");
    if findings.recorded > 0 {
        println!("{} records were lacking, and are there now.", findings.recorded);
    }
}
