//! `fullhouse doctor`: what is wrong with the surroundings, and what to do about it. Nothing is changed, but that our own
//! database is made where it is not there yet, as with the first start.

mod collection;
mod database;
mod finding;
mod folders;
mod proxy;
mod reach;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anyhow::{Context, Result};
use original_store::Place;
use postgres_adapter::embedded::EmbeddedError;

use self::finding::{Finding, print};
use super::runtime;
use crate::config::{Config, Database};
use crate::database::with_database;
use crate::telemetry;

/// Looks at everything; fails where something does not work.
pub(crate) fn run() -> Result<ExitCode> {
    let mut findings = vec![match telemetry::start("error") {
        Ok(()) => Finding::good("log", "can be written"),
        Err(error) => Finding::bad(
            "log",
            format!("{error:#}"),
            "name a file that can be written as LOG_FILE, or leave LOG_FILE out",
        ),
    }];
    match Config::from_env() {
        Ok(config) => findings.extend(look(config)?),
        Err(error) => findings.push(Finding::bad(
            "configuration",
            format!("{error:#}"),
            "correct it in the environment or in .env; what else is wrong is told then",
        )),
    }
    print(&findings, &mut io::stdout()).context("the findings cannot be printed")?;
    let is_ill = findings.iter().any(Finding::is_bad);
    Ok(if is_ill { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn look(Config { database, settings }: Config) -> Result<Vec<Finding>> {
    let mut findings = vec![match settings.network.is_fit_to_serve() {
        Ok(()) => Finding::good("configuration", "can be read"),
        Err(error) => Finding::bad(
            "configuration",
            format!("{error:#}"),
            "set it in the environment or in .env",
        ),
    }];
    findings.extend(match &settings.upload_store {
        Place::Folder(folder) => folders::store(folder),
        bucket @ Place::Bucket { .. } => vec![runtime()?.block_on(reach::bucket(bucket))],
    });
    findings.extend(match &settings.backup.place {
        Place::Folder(folder) => folders::backups(folder),
        bucket @ Place::Bucket { .. } => vec![runtime()?.block_on(reach::backups(bucket))],
    });
    findings.extend(collection::folders(&settings.collect));
    let is_embedded = matches!(database, Database::Embedded { .. });
    let store = settings.upload_store.clone();
    let (capacity, replicas) = (settings.capacity, settings.replicas.clone());
    let asked = with_database(database, move |connected| {
        let runtime = runtime()?;
        let mut found = runtime.block_on(database::database(&connected, capacity));
        found.extend(runtime.block_on(database::replicas(&replicas)));
        Ok((found, connected.folder))
    });
    let folder = match asked {
        Ok((found, folder)) => {
            findings.extend(found);
            folder
        }
        Err(error) if is_in_use(&error) => {
            findings.push(Finding::good(
                "database",
                "is run by another fullhouse, whose state page tells how it is",
            ));
            None
        }
        Err(error) => {
            let remedy = if is_embedded {
                "see what it says; a server of your own can be named in DATABASE_URL instead"
            } else {
                "start PostgreSQL, and see that DATABASE_URL is right"
            };
            findings.push(Finding::bad("database", format!("{error:#}"), remedy));
            None
        }
    };
    findings.extend(folders::room(store.folder(), folder.as_deref()));
    if io::stderr().is_terminal() {
        eprintln!("Asking those outside …");
    }
    let reached = reach::all(&settings.network, &settings.outgoing, &settings.market);
    findings.extend(runtime()?.block_on(reached));
    Ok(findings)
}

/// Whether another program of ours has the database that this one would run.
fn is_in_use(error: &anyhow::Error) -> bool {
    let cause = error.chain().find_map(|cause| cause.downcast_ref::<EmbeddedError>());
    matches!(cause, Some(EmbeddedError::Locked(_)))
}
