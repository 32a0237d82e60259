//! The steps of an import, one after the other: each is stored in one transaction, and then told in the report.

mod current;
mod uploads;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::people::{RESET_LINK_LIFE, RESET_PREFIX};
use domain::upload::UploadId;
use ports::driven::{
    ArrivingUser, Clock, Ids, MovingIn, OldHouse, OldOriginals, OldRow, OldTable, Predecessor, PredecessorError,
    Present, Remembered, ReportKeeper, Secrets, StorageError, Turn,
};
use ports::driving::{UploadDesk, UploadError};
use thiserror::Error;

use crate::compare::Reasons;
use crate::plan::{
    self, AnotherHouse, Plan, PlannedProduction, PlannedUser, ProductionStep, Surroundings, UserOutcome,
};
use crate::rehearsal::Rehearsal;
use crate::report::{Counts, Link, Mode, ProductionLine, Report, UserLine};
use crate::time::Zone;

/// The ports that an import lives on.
#[derive(Clone)]
pub struct MoverPorts {
    /// The old database.
    pub predecessor: Arc<dyn Predecessor>,
    /// The old folder.
    pub originals: Arc<dyn OldOriginals>,
    /// Ours.
    pub house: Arc<dyn MovingIn>,
    /// Takes workbooks in, or of a dry run tries them out.
    pub uploads: Arc<dyn UploadDesk>,
    /// Makes the tokens of links.
    pub secrets: Arc<dyn Secrets>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identities.
    pub ids: Arc<dyn Ids>,
    /// Keeps the report.
    pub keeper: Arc<dyn ReportKeeper>,
    /// Of a dry run, what `uploads` works on.
    pub rehearsal: Option<Arc<Rehearsal>>,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// The old server's zone.
    pub zone: Zone,
    /// The old database as it is shown.
    pub database: String,
    /// The old folder as it is shown.
    pub originals: String,
    /// What links begin with.
    pub address: String,
}

/// Asked by a signal, it ends an import after the current step.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why an import could not begin; nothing was changed.
#[derive(Debug, Error)]
pub enum BeginError {
    /// The old database cannot be read.
    #[error(transparent)]
    Predecessor(#[from] PredecessorError),
    /// It is ours.
    #[error("--database-url leads to Fullhouse's own database: give that of the old server")]
    OwnDatabase,
    /// It is not the one that moved in before.
    #[error(
        "another old database than before: production {} was {}, and is {} there; give the same one",
        .0.id, .0.known, .0.found
    )]
    AnotherHouse(AnotherHouse),
    /// Another import runs.
    #[error("another import is running: wait until it has ended")]
    Busy,
    /// Ours cannot be read.
    #[error("Fullhouse's database cannot be read: {}", ports::causes::Causes(.0))]
    Storage(#[from] StorageError),
    /// The folder cannot be read.
    #[error("the folder of originals cannot be read: {0}")]
    Originals(std::io::Error),
    /// The report cannot be written.
    #[error("the report cannot be written: {0}")]
    Report(std::io::Error),
}

/// Why an import broke off. What is in stays, and the next run goes on from there.
#[derive(Debug, Error)]
pub enum Broken {
    /// A signal asked for it.
    #[error("it was asked to stop")]
    Stopped,
    /// The old database cannot be read any more.
    #[error("{}", ports::causes::Causes(.0))]
    Predecessor(#[from] PredecessorError),
    /// Ours cannot be written.
    #[error("{}", ports::causes::Causes(.0))]
    Storage(#[from] StorageError),
    /// An upload could not be taken in.
    #[error("{}", ports::causes::Causes(.0))]
    Upload(#[from] UploadError),
    /// The report cannot be written.
    #[error("the report cannot be written: {0}")]
    Report(std::io::Error),
}

/// An import that may begin.
pub struct Begun {
    old: OldHouse,
    present: Present,
    plan: Plan,
    /// The names of the files in the old folder.
    files: Vec<String>,
    report: Report,
    _turn: Box<dyn Turn>,
}

/// Moves a company in.
pub struct Mover {
    ports: MoverPorts,
    order: Order,
    stop: Stop,
}

/// What the steps share.
struct Journey {
    report: Report,
    plan: Plan,
    old: OldHouse,
    present: Present,
    files: Vec<String>,
    /// The row that made an upload.
    rows: HashMap<UploadId, i64>,
    /// Why the sums of a row differ.
    reasons: HashMap<i64, Reasons>,
}

impl Mover {
    /// An import on these ports.
    pub fn new(ports: MoverPorts, order: Order, stop: Stop) -> Self {
        Self { ports, order, stop }
    }

    fn mode(&self) -> Mode {
        if self.ports.rehearsal.is_some() {
            Mode::DryRun
        } else {
            Mode::Apply
        }
    }

    fn applies(&self) -> bool {
        self.mode() == Mode::Apply
    }

    /// Looks at everything, reads, and decides what becomes of each row. Writes nothing but the beginning of the report.
    pub async fn begin(&self) -> Result<Begun, BeginError> {
        let started_at = self.ports.clock.now();
        let files = self.ports.originals.names().await.map_err(BeginError::Originals)?;
        let identity = self.ports.house.identity().await?;
        if self.ports.predecessor.identity().await? == identity {
            return Err(BeginError::OwnDatabase);
        }
        let turn = self.ports.house.turn().await?.ok_or(BeginError::Busy)?;
        let old = self.ports.predecessor.read().await?;
        let present = self.ports.house.present().await?;
        let ids = || self.ports.ids.next();
        let around = Surroundings {
            zone: self.order.zone,
            now: started_at,
            ids: &ids,
        };
        let mut plan = plan::plan(&old, &present, &around).map_err(BeginError::AnotherHouse)?;
        uploads::note_orphan_files(&files, &old, &mut plan.findings);
        let mut counts = Counts::default();
        counts.productions.read = old.lives.len();
        counts.users.read = old.users.len();
        counts.uploads.insert("read", old.uploads.len());
        let report = Report {
            mode: self.mode(),
            started_at,
            finished_at: None,
            database: self.order.database.clone(),
            originals: self.order.originals.clone(),
            zone: self.order.zone.to_string(),
            counts,
            productions: Vec::new(),
            users: Vec::new(),
            uploads: Vec::new(),
            findings: plan.findings.clone(),
        };
        self.keep(&report).map_err(BeginError::Report)?;
        Ok(Begun {
            old,
            present,
            plan,
            files,
            report,
            _turn: turn,
        })
    }

    /// Does it; of a dry run plays it through. Answers the report as it is kept, whole where nothing broke off.
    pub async fn finish(&self, begun: Begun) -> (Report, Result<(), Broken>) {
        let mut journey = Journey {
            report: begun.report,
            plan: begun.plan,
            old: begun.old,
            present: begun.present,
            files: begun.files,
            rows: HashMap::new(),
            reasons: HashMap::new(),
        };
        let arrived = journey.present.memory.iter().filter(|known| known.brought);
        let arrived = arrived.filter(|known| known.row.table == OldTable::Uploads);
        let rows = arrived.filter_map(|known| Some((UploadId(known.subject?), known.row.id)));
        journey.rows = rows.collect();
        let done = self.go(&mut journey).await;
        (journey.report, done)
    }

    async fn go(&self, journey: &mut Journey) -> Result<(), Broken> {
        for planned in journey.plan.productions.clone() {
            self.production(&planned, journey).await?;
            self.told(&journey.report)?;
        }
        for planned in journey.plan.users.clone() {
            self.user(&planned, journey).await?;
            self.told(&journey.report)?;
        }
        self.notes(journey).await?;
        self.told(&journey.report)?;
        if let Some(rehearsal) = &self.ports.rehearsal {
            rehearsal.stand(&journey.present.uploads);
        }
        let mut slots = uploads::Slots::new(&journey.present);
        for planned in journey.plan.uploads.clone() {
            self.upload(&planned, &mut slots, journey).await?;
            self.told(&journey.report)?;
        }
        self.current(&slots, journey).await?;
        journey.report.finished_at = Some(self.ports.clock.now());
        self.keep(&journey.report).map_err(Broken::Report)
    }

    fn keep(&self, report: &Report) -> std::io::Result<()> {
        let document = serde_json::to_vec_pretty(report).map_err(std::io::Error::other)?;
        self.ports.keeper.keep(&document)
    }

    /// After a step: keeps the report, and ends where that is asked for.
    fn told(&self, report: &Report) -> Result<(), Broken> {
        self.keep(report).map_err(Broken::Report)?;
        if self.stop.is_asked() {
            return Err(Broken::Stopped);
        }
        Ok(())
    }

    async fn production(&self, planned: &PlannedProduction, journey: &mut Journey) -> Result<(), Broken> {
        if self.applies() {
            match &planned.step {
                ProductionStep::Bring(arriving) => self.ports.house.bring_production(arriving).await?,
                ProductionStep::Add(addition) => self.ports.house.add_to_plan(addition).await?,
                ProductionStep::Nothing => {}
            }
        }
        let arriving = planned.arriving();
        if let (Some(rehearsal), Some(production)) = (&self.ports.rehearsal, arriving) {
            rehearsal.bring(production);
        }
        let counts = &mut journey.report.counts;
        counts.targets.set += planned.targets().map_or(0, std::collections::BTreeMap::len);
        counts.marketing_weeks.set += planned.notes().map_or(0, std::collections::BTreeMap::len);
        let outcome = if arriving.is_some() {
            counts.productions.created += 1;
            "created"
        } else {
            counts.productions.present += 1;
            "present"
        };
        let id = planned.production.filter(|_| self.applies() || arriving.is_none());
        journey.report.productions.push(ProductionLine {
            source_id: planned.id,
            code: planned.code.to_string(),
            production_id: id.map(|id| id.0),
            outcome,
            current: None,
        });
        Ok(())
    }

    async fn user(&self, planned: &PlannedUser, journey: &mut Journey) -> Result<(), Broken> {
        let counts = &mut journey.report.counts.users;
        let (outcome, count) = match planned.outcome {
            UserOutcome::Created => ("created", &mut counts.created),
            UserOutcome::Present => ("present", &mut counts.present),
            UserOutcome::LeftOut => ("leftOut", &mut counts.left_out),
        };
        *count += 1;
        let id = planned.account.filter(|_| self.applies() || planned.arriving.is_none());
        journey.report.users.push(UserLine {
            source_id: planned.id,
            email: planned.email.clone(),
            user_id: id.map(|id| id.0),
            outcome,
            reset_link: None,
        });
        if !self.applies() {
            return Ok(());
        }
        let row = OldRow::new(OldTable::Users, planned.id);
        let Some(user) = &planned.arriving else {
            if let Some(account) = planned.account.filter(|_| !planned.is_known) {
                let there = Remembered {
                    row,
                    key: None,
                    subject: Some(account.0),
                    brought: false,
                };
                self.ports.house.remember(&[there]).await?;
            }
            return Ok(());
        };
        let mut arriving = ArrivingUser {
            user: user.clone(),
            source: Remembered {
                row,
                key: None,
                subject: Some(user.id.0),
                brought: true,
            },
            link: None,
        };
        if user.active {
            let token = self.ports.secrets.new_token(RESET_PREFIX);
            let expires_at = self.ports.clock.now() + RESET_LINK_LIFE;
            let line = journey.report.users.last_mut().expect("it was just pushed");
            line.reset_link = Some(Link {
                url: format!("{}/reset#token={}", self.order.address, token.secret),
                expires_at,
            });
            arriving.link = Some((token.digest, expires_at));
            // Told before it works: killed in between, nobody has a link that nobody knows.
            self.keep(&journey.report).map_err(Broken::Report)?;
        }
        let brought = self.ports.house.bring_user(&arriving).await;
        if brought.is_err() {
            journey.report.users.pop();
            journey.report.counts.users.created -= 1;
            self.keep(&journey.report).map_err(Broken::Report)?;
        }
        Ok(brought?)
    }

    async fn notes(&self, journey: &mut Journey) -> Result<(), Broken> {
        let notes = &journey.plan.notes;
        if self.applies() && !notes.parts.is_empty() {
            self.ports.house.bring_notes(notes).await?;
        }
        journey.report.counts.calendar_notes.set = notes.days.len();
        journey.report.counts.monthly_notes.set = notes.months.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_that_broke_off_tells_the_cause() {
        let closed = std::io::Error::other("the connection was closed");
        let broken = Broken::from(PredecessorError::Unavailable(Arc::new(closed)));
        assert_eq!(
            broken.to_string(),
            "the old database cannot be read: the connection was closed"
        );
    }
}
