//! `fullhouse import predecessor`: a company moves in.
//!
//! Exit status 0: all is in; 1: done, and somebody has to look at something; 2: it could not begin, and nothing was
//! changed; 3: it broke off, and is to be run again.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, bail};
use domain::calendar::in_kst;
use moving_in::finding::Severity;
use moving_in::report::{Mode, Report};
use moving_in::{Mover, MoverPorts, Order, Stop};
use ports::driven::{Clock, Ids};
use postgres_adapter::setup::{self, Standing};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::runtime;
use crate::cli::{ImportCommand, PredecessorArguments};
use crate::clock::{SystemClock, SystemIds};
use crate::config::{Config, Settings};
use crate::database::{self, Connected, with_database, with_scratch_database};
use crate::old_server::{OldAddress, OldFolder};
use crate::report_file::ReportFile;
use crate::signals::Signals;
use crate::telemetry;
use crate::wiring::{App, OldServer, applying, rehearsing};

const ATTENTION: u8 = 1;
const NOT_BEGUN: u8 = 2;
const BROKE_OFF: u8 = 3;
/// Time for the worker to end what it has in hand.
const WORKER_GRACE: Duration = Duration::from_secs(20);
/// Time for threads that wait for a database.
const LEFT_OVERS: Duration = Duration::from_secs(1);

/// Moves it in.
pub(crate) fn run(ImportCommand::Predecessor(arguments): ImportCommand) -> Result<ExitCode> {
    telemetry::start("warn")?;
    let ended = begin(arguments);
    Ok(ended.unwrap_or_else(|error| {
        tell(&format!("fullhouse: nothing was moved: {error:#}"));
        ExitCode::from(NOT_BEGUN)
    }))
}

/// Says it in one line.
fn tell(text: &str) {
    telemetry::say(&text.split_whitespace().collect::<Vec<_>>().join(" "));
}

/// One import, as it was asked for.
struct Import {
    settings: Settings,
    address: OldAddress,
    folder: Arc<OldFolder>,
    report: Arc<ReportFile>,
    order: Order,
    apply: bool,
    /// Whether Fullhouse has a database yet.
    has_database: bool,
}

/// Looks at what was asked for; from then on the report is there, unless nothing comes of it.
fn begin(arguments: PredecessorArguments) -> Result<ExitCode> {
    let address = OldAddress::read(arguments.database_url)?;
    let Config { database, settings } = Config::from_env()?;
    let has_database = database::is_there(&database)?;
    let folder = OldFolder::open(&arguments.originals, settings.limits.file_bytes as u64)?;
    let report = Arc::new(ReportFile::create(&arguments.report.unwrap_or_else(default_report))?);
    let public_url = settings.network.security.public_url.clone();
    let import = Import {
        order: Order {
            zone: arguments.zone,
            database: address.shown.clone(),
            originals: arguments.originals.display().to_string(),
            address: public_url.unwrap_or_else(|| format!("http://{}", settings.network.listen)),
        },
        settings,
        address,
        folder: Arc::new(folder),
        report: report.clone(),
        apply: arguments.apply,
        has_database,
    };
    let work = move |database: Connected| {
        let runtime = runtime()?;
        let ended = runtime.block_on(import.run(&database));
        runtime.shutdown_timeout(LEFT_OVERS);
        ended.map_err(|error| {
            let told = import.address.redacted(&format!("{error:#}"));
            anyhow::Error::msg(told)
        })
    };
    let ended = if arguments.apply || has_database {
        with_database(database, work)
    } else {
        // It writes nothing: it is not what makes the database.
        with_scratch_database(work)
    };
    if ended.is_err() {
        report.discard();
    }
    ended
}

fn default_report() -> PathBuf {
    let now = in_kst(SystemClock.now());
    PathBuf::from(format!("moving-in-{}.json", now.format("%Y%m%d-%H%M%S")))
}

impl Import {
    /// An error means that nothing was begun.
    async fn run(&self, database: &Connected) -> Result<ExitCode> {
        let (stop, asked) = listen()?;
        let old = OldServer {
            database: self.address.url.clone(),
            originals: self.folder.clone(),
            keeper: self.report.clone(),
        };
        if !self.apply {
            let is_empty = match setup::standing(&database.url.0).await? {
                Standing::Empty => true,
                Standing::Older => bail!("Fullhouse's database is of an older release: run `fullhouse migrate` first"),
                Standing::Present | Standing::Newer => false,
            };
            let ports = rehearsing(&self.settings, &database.url, is_empty, old)?;
            return self.go(ports, stop, asked, None).await;
        }
        database.is_ready_within(Duration::ZERO).await?;
        let app = App::new(&self.settings, database, false).await?;
        let ports = applying(&app, &self.settings, &database.url, old);
        let ended = self.go(ports, stop, asked, Some(&app)).await;
        app.queue.close().await;
        ended
    }

    /// Begins, and goes to the end. Of an import that writes `app` has the worker that reads what comes in.
    async fn go(
        &self,
        ports: MoverPorts,
        stop: Stop,
        mut asked: watch::Receiver<bool>,
        app: Option<&App>,
    ) -> Result<ExitCode> {
        let mover = Mover::new(ports, self.order.clone(), stop);
        let begun = tokio::select! {
            begun = mover.begin() => begun?,
            // Nothing is done that would have to be ended in order.
            _ = asked.wait_for(|asked| *asked) => bail!("it was asked to stop"),
        };
        let working = app.map(|app| Working::start(app, &self.settings));
        let (report, done) = mover.finish(begun).await;
        if let Some(working) = working {
            working.end().await;
        }
        self.print(&report);
        if let Err(broken) = done {
            let why = self
                .address
                .redacted(&format!("fullhouse: broke off: {broken}; run it again"));
            tell(&why);
            return Ok(ExitCode::from(BROKE_OFF));
        }
        Ok(if report.needs_attention() {
            ExitCode::from(ATTENTION)
        } else {
            ExitCode::SUCCESS
        })
    }

    /// Counts, each attention, and where the report is; never a link.
    fn print(&self, report: &Report) {
        let counts = &report.counts;
        anstream::println!(
            "{}",
            match report.mode {
                Mode::DryRun if self.has_database => "Dry run: nothing was written. With --apply:",
                Mode::DryRun => "Dry run: nothing was written. Fullhouse has no database here yet. With --apply:",
                Mode::Apply => "Moved in:",
            }
        );
        let (productions, users) = (&counts.productions, &counts.users);
        anstream::println!(
            "productions: {} read, {} created, {} present",
            productions.read,
            productions.created,
            productions.present
        );
        anstream::println!(
            "users: {} read, {} created, {} present, {} left out",
            users.read,
            users.created,
            users.present,
            users.left_out
        );
        anstream::println!(
            "set: {} targets, {} marketing weeks, {} notes of days, {} notes of months",
            counts.targets.set,
            counts.marketing_weeks.set,
            counts.calendar_notes.set,
            counts.monthly_notes.set
        );
        let outcomes = counts
            .uploads
            .iter()
            .filter(|(outcome, count)| **outcome != "read" && **count > 0);
        let outcomes: Vec<_> = outcomes.map(|(outcome, count)| format!("{count} {outcome}")).collect();
        let read = counts.uploads.get("read").copied().unwrap_or_default();
        anstream::println!("uploads: {read} read, {}", outcomes.join(", "));
        let attentions = report.findings.list().iter();
        for finding in attentions.filter(|finding| finding.code.severity() == Severity::Attention) {
            let place = finding.table.map_or("", ports::driven::OldTable::name);
            let id = finding.source_id.map(|id| format!(" {id}")).unwrap_or_default();
            let value = finding.value.as_deref().map(shortened).unwrap_or_default();
            let (code, message) = (finding.code.code(), finding.code.message_en());
            anstream::println!("attention: {code} ({place}{id}): {message}{value}");
        }
        anstream::println!("report: {}", self.report.path().display());
    }
}

/// A value on one line, cut.
fn shortened(value: &str) -> String {
    const MAX_CHARS: usize = 120;
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let cut: String = line.chars().take(MAX_CHARS).collect();
    let more = if cut.len() < line.len() { "…" } else { "" };
    format!(" [{cut}{more}]")
}

/// Ends the import after the current step at the first signal, and at once at the second.
fn listen() -> Result<(Stop, watch::Receiver<bool>)> {
    let mut signals = Signals::install()?;
    let stop = Stop::default();
    let (sender, asked) = watch::channel(false);
    let asking = stop.clone();
    tokio::spawn(async move {
        signals.next().await;
        tracing::warn!("Stopping after the current step; asked again, at once.");
        asking.ask();
        let _ = sender.send(true);
        signals.next().await;
        telemetry::finish();
        std::process::exit(i32::from(BROKE_OFF));
    });
    Ok((stop, asked))
}

/// The worker that reads what comes in, beside those of running servers.
struct Working {
    stop: watch::Sender<bool>,
    worker: JoinHandle<Result<()>>,
}

impl Working {
    fn start(app: &App, settings: &Settings) -> Self {
        let (stop, mut stopped) = watch::channel(false);
        let worker = app.worker(settings).run(SystemIds.next(), async move {
            // An error means that the sender is gone: time to stop as well.
            let _ = stopped.wait_for(|stop| *stop).await;
        });
        Self {
            stop,
            worker: tokio::spawn(worker),
        }
    }

    async fn end(self) {
        let _ = self.stop.send(true);
        match timeout(WORKER_GRACE, self.worker).await {
            Ok(Ok(Ok(()))) => {}
            Ok(Ok(Err(error))) => tracing::warn!("The worker ended: {error:#}"),
            // What it has in hand is done by the next one.
            Ok(Err(_)) | Err(_) => tracing::warn!("The worker did not end in time."),
        }
    }
}
