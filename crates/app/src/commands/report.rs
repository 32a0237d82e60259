//! `fullhouse report`: one report without a server.

use std::io::Write;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use domain::access::Visible;
use ports::driven::{Clock, ProductionRepository};
use reporting::{Request, RequestError};

use super::runtime;
use crate::cli::ReportArguments;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::database::with_database;
use crate::telemetry;
use crate::wiring::OfflineReports;

/// Prints it.
pub(crate) fn run(arguments: ReportArguments) -> Result<()> {
    telemetry::start("warn")?;
    let Config { database, settings } = Config::from_env()?;
    with_database(database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let offline = OfflineReports::new(&database.url, &settings);
            let name = arguments.name.clone();
            let query = query(offline.productions.as_ref(), arguments).await?;
            let report = reporting::named(&name).ok_or_else(|| anyhow!("there is no such report"))?;
            let asked = Request::parse(report, &query).map_err(explain)?;
            let question = asked
                .question(report, Visible::All, SystemClock.today())
                .at(SystemClock.now());
            let mut body = offline.reports.answer(&question).await?.value.json();
            body.push(b'\n');
            std::io::stdout()
                .write_all(&body)
                .context("the report cannot be printed")
        })
    })
}

/// The parameters as a query of the API has them, in which productions have ids.
async fn query(productions: &dyn ProductionRepository, arguments: ReportArguments) -> Result<Vec<(String, String)>> {
    let mut query = arguments.parameters;
    if let Some(day) = arguments.as_of {
        query.push(("asOf".to_owned(), day.to_string()));
    }
    if arguments.include_inactive {
        query.push(("includeInactive".to_owned(), true.to_string()));
    }
    for code in arguments.productions {
        let production = productions.find_by_code(&code).await?;
        let production = production.ok_or_else(|| anyhow!("there is no production {code}"))?;
        query.push(("productionId".to_owned(), production.id.to_string()));
    }
    Ok(query)
}

fn explain(error: RequestError) -> anyhow::Error {
    match error {
        RequestError::Invalid(error) => anyhow!("{}: {}", error.name, error.expected),
        RequestError::UnknownProduction => error.into(),
    }
}
