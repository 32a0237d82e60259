//! `fullhouse forecast`: forecasts that are kept, without a server.

use std::time::Duration;

use anyhow::Result;

use super::runtime;
use crate::cli::ForecastCommand;
use crate::config::Config;
use crate::database::with_database;
use crate::telemetry;
use crate::wiring::forecasting;

/// Runs the chosen command.
pub(crate) fn run(command: &ForecastCommand) -> Result<()> {
    match command {
        ForecastCommand::Backfill => backfill(),
    }
}

fn backfill() -> Result<()> {
    telemetry::start("warn")?;
    with_database(Config::from_env()?.database, |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let made = forecasting(&database.url).backfill().await?;
            println!(
                "Made {} forecasts, and {} cards of closed productions.",
                made.forecasts, made.cards
            );
            Ok(())
        })
    })
}
