//! What each command does.

mod backup;
mod check;
mod copy_originals;
mod demo;
mod doctor;
mod forecast;
mod import;
mod ingest;
mod layout;
mod message;
mod ready;
mod report;
mod restore;
mod score_worlds;
mod serve;
mod upload;
mod user;

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use domain::validation::Breach;
use postgres_adapter::embedded::{Launcher, ephemeral};
use postgres_adapter::setup;

use crate::cli::{Arguments, Command};
use crate::config::{Config, printed};
use crate::database::with_database;
use crate::isolation::{read_legacy_workbook, unlock_workbook};
use crate::telemetry;

/// Runs the chosen command.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Serve(arguments) => {
            serve::serve(!arguments.no_worker, !arguments.no_scheduler, !arguments.no_collector)
                .map(|()| ExitCode::SUCCESS)
        }
        Command::Worker => serve::work().map(|()| ExitCode::SUCCESS),
        Command::Migrate => migrate().map(|()| ExitCode::SUCCESS),
        Command::Ingest(arguments) => ingest::run(&arguments),
        Command::Upload(arguments) => upload::run(&arguments),
        Command::Import(command) => import::run(command),
        Command::User(command) => user::run(command).map(|()| ExitCode::SUCCESS),
        Command::Report(arguments) => report::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Forecast(command) => forecast::run(&command).map(|()| ExitCode::SUCCESS),
        Command::Message(arguments) => message::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Backup(arguments) => backup::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Restore(arguments) => restore::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Check => check::run(),
        Command::CopyOriginals(arguments) => copy_originals::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Doctor => doctor::run(),
        Command::Ready => ready::run(),
        Command::Demo(arguments) => demo::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Openapi => {
            println!(
                "{}",
                http_api::openapi()
                    .to_pretty_json()
                    .context("the OpenAPI document is no JSON")?
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Catalogue => {
            println!("{}", serde_json::to_string_pretty(&http_api::catalogue())?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Settings { document } => {
            print!("{}", printed(document));
            Ok(ExitCode::SUCCESS)
        }
        Command::WithPostgres(arguments) => {
            telemetry::start("warn")?;
            let status = ephemeral::with_ephemeral(Launcher::own()?, &arguments.command)?;
            Ok(ExitCode::from(
                status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1),
            ))
        }
        Command::ReadLegacyWorkbook { named } => Ok(read_legacy_workbook(&named)),
        Command::UnlockWorkbook => Ok(unlock_workbook()),
    }
}

fn migrate() -> Result<()> {
    telemetry::start("info")?;
    with_database(Config::from_env()?.database, |database| {
        runtime()?.block_on(setup::set_up(&database.url.0, database.ownership))?;
        tracing::info!("The database is up to date.");
        Ok(())
    })
}

/// Broken rules by name, as there is no form to show them in.
fn broken_rules(breaches: &[Breach]) -> anyhow::Error {
    let rules = breaches.iter().map(ToString::to_string);
    anyhow!("{}", rules.collect::<Vec<_>>().join("; "))
}

/// Few threads: blocking work has threads of its own.
fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
