//! `fullhouse forecast`: forecasts that are kept, without a server.

use std::time::Duration;

use anyhow::Result;

use super::{runtime, score_worlds};
use crate::cli::ForecastCommand;
use crate::config::Config;
use crate::database::with_database;
use crate::telemetry;
use crate::wiring::forecasting;

/// Runs the chosen command.
pub(crate) fn run(command: &ForecastCommand) -> Result<()> {
    match command {
        ForecastCommand::Backfill => backfill(),
        ForecastCommand::ScoreWorlds { folder } => score_worlds::run(folder),
    }
}

fn backfill() -> Result<()> {
    telemetry::start("warn")?;
    let Config { database, settings } = Config::from_env()?;
    with_database(database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let made = forecasting(&database.url, &settings).backfill().await?;
            println!(
                "Made {} forecasts, and {} cards of closed productions.",
                made.forecasts, made.cards
            );
            Ok(())
        })
    })
}
