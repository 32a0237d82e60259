//! The server, the worker and the scheduler, together or apart.

use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use anyhow::{Result, bail};
use http_api::EventHub;
use ports::driving::{AccountError, AccountSetup};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Duration, sleep, timeout};

use super::{broken_rules, runtime};
use crate::clock::SystemIds;
use crate::config::{Config, Settings};
use crate::database::{Connected, with_database};
use crate::signals::Signals;
use crate::wiring::App;
use crate::{collecting, forecaster, server, telemetry, ticker};

/// How long a server waits for `fullhouse migrate` to bring an older database up to date.
const MIGRATION: Duration = Duration::from_mins(1);
/// Time for everything to end in order: requests under way first, then the jobs.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(30);
/// Time for what is being sent to arrive: what is broken off is sent again by whoever takes it over.
const SENDING_GRACE: Duration = Duration::from_secs(10);
/// Time for what does not end by being asked.
const LEFT_OVERS: Duration = Duration::from_secs(1);

/// Serves until a signal says to stop.
pub(crate) fn serve(with_worker: bool, with_scheduler: bool, with_collector: bool) -> Result<()> {
    telemetry::start("info")?;
    let config = Config::from_env()?;
    run(
        config,
        Parts {
            server: true,
            worker: with_worker,
            scheduler: with_scheduler,
            collector: with_collector,
        },
        |site| async move {
            let address = site.address;
            tracing::info!("Fullhouse serves at http://{address}, with Swagger UI at http://{address}/swagger-ui/.");
            Ok(Next::KeepServing)
        },
    )
}

/// Processes uploads until a signal says to stop.
pub(crate) fn work() -> Result<()> {
    telemetry::start("info")?;
    run(
        Config::from_env()?,
        Parts {
            server: false,
            worker: true,
            scheduler: false,
            collector: false,
        },
        |_| async { Ok(Next::KeepServing) },
    )
}

/// Which parts run in this process.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each part runs or not, whatever the others do"
)]
pub(crate) struct Parts {
    pub(crate) server: bool,
    pub(crate) worker: bool,
    pub(crate) scheduler: bool,
    pub(crate) collector: bool,
}

/// What the process does once the server is up and `then` is done.
pub(crate) enum Next {
    KeepServing,
    Stop,
}

/// A server that is up, for what follows.
pub(crate) struct RunningSite {
    pub(crate) address: SocketAddr,
    pub(crate) accounts: Arc<dyn AccountSetup>,
}

/// Runs these parts; once they are up, does `then`, and stops after that or on a signal.
pub(crate) fn run<F, R>(config: Config, parts: Parts, then: F) -> Result<()>
where
    F: FnOnce(RunningSite) -> R + Send + 'static,
    R: Future<Output = Result<Next>> + Send,
{
    let Config { database, settings } = config;
    if parts.server {
        settings.network.is_fit_to_serve()?;
    }
    let socket = if parts.server { server::handed_over()? } else { None };
    with_database(database, move |database| {
        let runtime = runtime()?;
        let ended = runtime.block_on(run_parts(&settings, &database, parts, socket, then));
        // Threads that wait for a database that is silent would wait for ever.
        runtime.shutdown_timeout(LEFT_OVERS);
        ended
    })
}

async fn run_parts<F, R>(
    settings: &Settings,
    database: &Connected,
    parts: Parts,
    socket: Option<TcpListener>,
    then: F,
) -> Result<()>
where
    F: FnOnce(RunningSite) -> R,
    R: Future<Output = Result<Next>>,
{
    let mut signals = Signals::install()?;
    // Whatever the database does: a signal ends the start as well.
    let started = tokio::select! {
        started = start(settings, database, parts, socket) => started?,
        () = signals.next() => return Ok(()),
    };
    let site = RunningSite {
        address: started
            .server
            .as_ref()
            .map_or(settings.network.listen, |server| server.address),
        accounts: started.accounts.clone(),
    };
    let Started { mut worker, .. } = started;
    let after = async {
        match then(site).await? {
            Next::Stop => Ok(()),
            Next::KeepServing => std::future::pending::<Result<()>>().await,
        }
    };
    let worker_ended = async {
        match &mut worker {
            Some(worker) => worker.await,
            None => std::future::pending().await,
        }
    };
    let mut worker_result = None;
    let result = tokio::select! {
        () = signals.next() => Ok(()),
        result = after => result,
        ended = worker_ended => {
            worker_result = Some(ended);
            Ok(())
        }
    };
    tracing::info!("Stopping.");
    let in_order = async {
        // They would go on for ever.
        started.events.close();
        if let Some(server) = started.server {
            // The worker goes on meanwhile: requests under way may wait for what it reads.
            server.stop().await?;
        }
        let _ = started.stop.send(true);
        if let Some(mut ticker) = started.ticker
            && timeout(SENDING_GRACE, &mut ticker).await.is_err()
        {
            tracing::warn!("Something is still being sent; it will be sent again.");
            ticker.abort();
        }
        if let Some(forecaster) = started.forecaster {
            forecaster.await?;
        }
        if let Some(collector) = started.collector {
            collector.await?;
        }
        let ended = match (worker_result, worker) {
            (Some(ended), _) => ended?,
            (None, Some(worker)) => worker.await?,
            (None, None) => Ok(()),
        };
        started.queue.close().await;
        ended
    };
    let ended = tokio::select! {
        ended = in_order => ended,
        () = sleep(SHUTDOWN_GRACE) => {
            tracing::warn!("Not everything has ended in time; stopping at once.");
            Ok(())
        }
        () = signals.next() => {
            tracing::warn!("Asked again; stopping at once.");
            Ok(())
        }
    };
    result.and(ended)
}

/// What runs.
struct Started {
    accounts: Arc<dyn AccountSetup>,
    events: Arc<EventHub>,
    queue: sqlx::PgPool,
    server: Option<server::Running>,
    worker: Option<JoinHandle<Result<()>>>,
    /// Has done what is due.
    ticker: Option<JoinHandle<()>>,
    /// Has forecasts made.
    forecaster: Option<JoinHandle<()>>,
    /// Has figures collected.
    collector: Option<JoinHandle<()>>,
    /// Tells the worker to stop.
    stop: watch::Sender<bool>,
}

async fn start(
    settings: &Settings,
    database: &Connected,
    parts: Parts,
    handed_over: Option<TcpListener>,
) -> Result<Started> {
    database.is_ready_within(MIGRATION).await?;
    let app = App::new(settings, database, parts.collector).await?;
    ensure_first_master(settings, app.accounts.as_ref()).await?;
    // Before anything runs: where the address is taken, nothing has begun.
    let socket = parts
        .server
        .then(|| server::listen(handed_over, settings.network.listen))
        .transpose()?;
    let (stop, stopped) = watch::channel(false);
    let worker = parts.worker.then(|| {
        let worker = app.worker(settings);
        let mut stopped = stopped.clone();
        let name = ports::driven::Ids::next(&SystemIds);
        tokio::spawn(worker.run(name, async move {
            // An error means that the sender is gone: time to stop as well.
            let _ = stopped.wait_for(|stop| *stop).await;
        }))
    });
    let forecaster = parts.worker.then(|| {
        tokio::spawn(forecaster::run(
            app.forecasting.clone(),
            app.changes.subscribe(),
            stopped.clone(),
        ))
    });
    let ticker = parts.scheduler.then(|| {
        tokio::spawn(ticker::run(
            app.scheduler.clone(),
            app.changes.subscribe(),
            stopped.clone(),
        ))
    });
    let collector = parts.collector.then(|| {
        tokio::spawn(collecting::run(
            app.collecting.clone(),
            app.changes.subscribe(),
            stopped.clone(),
        ))
    });
    let events = app.services.events.clone();
    let server = socket
        .map(|socket| server::start(app.services, socket, settings.capacity.threads))
        .transpose()?;
    Ok(Started {
        accounts: app.accounts,
        events,
        queue: app.queue,
        server,
        worker,
        ticker,
        forecaster,
        collector,
        stop,
    })
}

/// Why the configured account cannot be the first master.
fn no_master(error: AccountError) -> anyhow::Error {
    match error {
        AccountError::Invalid(errors) => {
            broken_rules(&errors).context("BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD make no master")
        }
        other => other.into(),
    }
}

/// Makes the first master, where the configuration names one; an installation for work does not start without any.
async fn ensure_first_master(settings: &Settings, accounts: &dyn AccountSetup) -> Result<()> {
    if let Some(account) = &settings.bootstrap
        && accounts.bootstrap(account.clone()).await.map_err(no_master)?
    {
        tracing::info!(email = account.email, "The first master can sign in.");
    }
    if accounts.has_master().await? {
        return Ok(());
    }
    if settings.network.is_production {
        bail!(
            "MODE=PROD needs somebody who can sign in: run `fullhouse user add EMAIL --role master`, or set \
             BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD"
        );
    }
    tracing::info!(
        "Nobody can sign in yet: run `fullhouse user add EMAIL --role master`, or set BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD."
    );
    Ok(())
}
