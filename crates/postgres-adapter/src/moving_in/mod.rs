//! What comes from the predecessor: each thing in one transaction, which remembers the rows that it comes from.

mod memory;
mod present;
mod turn;

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use domain::planning::{DailyTargets, NotesByMonday, WeekNotes};
use domain::production::ProductionId;
use domain::sales::Snapshot;
use domain::upload::UploadId;
use ports::actor::Actor;
use ports::driven::{
    ArrivingNotes, ArrivingProduction, ArrivingUser, DatabaseIdentity, MovingIn, Patch, PlanAddition, Present,
    Remembered, StorageError, Topic, Turn, WeekNotesPatch,
};

pub(crate) use self::memory::{check_slot, remember_same, remember_upload, source_of};
use crate::announcement::announce;
use crate::authority::Permit;
use crate::errors::Work;
use crate::pool::PgPool;
use crate::revisions::raise_revision;
use crate::{notes, people, plans, predecessor, productions};

const WHAT: &str = "what moved in";

/// What comes from the predecessor, in PostgreSQL.
pub struct PgMovingIn {
    pool: PgPool,
    url: String,
}

impl PgMovingIn {
    /// Works through this pool, which leads to the database at `url`.
    pub fn new(pool: PgPool, url: &str) -> Self {
        Self {
            pool,
            url: url.to_owned(),
        }
    }

    async fn write(
        &self,
        change: impl FnOnce(&mut PgConnection, &Permit) -> Work<()> + Send + 'static,
    ) -> Result<(), StorageError> {
        self.pool.write(WHAT, &Actor::SYSTEM, change).await
    }
}

/// The days and the won of targets.
fn columns(targets: &DailyTargets) -> (Vec<NaiveDate>, Vec<i64>) {
    targets.iter().map(|(day, krw)| (*day, *krw)).unzip()
}

fn patch(text: Option<&String>) -> Patch<String> {
    text.cloned().map_or(Patch::Keep, Patch::Set)
}

/// The notes as changes of what is empty.
fn patches(notes: &NotesByMonday) -> BTreeMap<NaiveDate, WeekNotesPatch> {
    let of = |(monday, notes): (&NaiveDate, &WeekNotes)| {
        let patch = WeekNotesPatch {
            sales_marketing: patch(notes.sales_marketing.as_ref()),
            promotion: patch(notes.promotion.as_ref()),
            other: patch(notes.other.as_ref()),
        };
        (*monday, patch)
    };
    notes.iter().map(of).collect()
}

/// Stores a plan, whose days and weeks are there; answers what is to be announced. The production is locked, or new.
fn store_plan(
    connection: &mut PgConnection,
    id: ProductionId,
    targets: &DailyTargets,
    notes: &NotesByMonday,
    permit: &Permit,
) -> Work<Vec<Topic>> {
    let mut topics = Vec::new();
    if !targets.is_empty() {
        let (days, krw) = columns(targets);
        plans::store_targets(connection, id, &days, &krw, permit)?;
        topics.push(Topic::Target(id));
    }
    if !notes.is_empty() {
        plans::store_weeks(connection, id, &patches(notes), permit)?;
        topics.push(Topic::Note(Some(id)));
    }
    Ok(topics)
}

fn bring_production(connection: &mut PgConnection, arriving: &ArrivingProduction, permit: &Permit) -> Work<()> {
    let permit = permit.moving_in(arriving.source.row);
    memory::remember(connection, std::slice::from_ref(&arriving.source))?;
    memory::remember_parts(connection, &arriving.parts)?;
    let id = arriving.new.production.id;
    productions::insert(connection, &arriving.new, &permit)?;
    let mut topics = store_plan(connection, id, &arriving.targets, &arriving.notes, &permit)?;
    topics.insert(0, Topic::Production(id));
    announce(connection, &topics)?;
    Ok(())
}

/// What of the texts a week lacks.
fn lacking(notes: &WeekNotes, present: &WeekNotes) -> Option<WeekNotes> {
    let of = |text: &Option<String>, there: &Option<String>| text.clone().filter(|_| there.is_none());
    let lacking = WeekNotes {
        sales_marketing: of(&notes.sales_marketing, &present.sales_marketing),
        promotion: of(&notes.promotion, &present.promotion),
        other: of(&notes.other, &present.other),
    };
    (!lacking.is_empty()).then_some(lacking)
}

fn add_to_plan(connection: &mut PgConnection, addition: &PlanAddition, permit: &Permit) -> Work<()> {
    let (id, permit) = (addition.production, permit.moving_in(addition.row));
    if let Some(source) = &addition.source {
        memory::remember(connection, std::slice::from_ref(source))?;
    }
    memory::remember_parts(connection, &addition.parts)?;
    if addition.targets.is_empty() && addition.notes.is_empty() {
        return Ok(());
    }
    // Locks it: what staff enter meanwhile comes before or after, and stays in either case.
    raise_revision(connection, id)?;
    let targets = plans::load_targets(connection, id)?;
    let targets = addition.targets.iter().filter(|(day, _)| targets.get(day) == Some(&0));
    let targets = targets.map(|(day, krw)| (*day, *krw)).collect();
    let weeks = plans::load_notes(connection, id)?;
    let notes = addition
        .notes
        .iter()
        .filter_map(|(monday, notes)| Some((*monday, lacking(notes, weeks.get(monday)?)?)));
    let topics = store_plan(connection, id, &targets, &notes.collect(), &permit)?;
    if !topics.is_empty() {
        announce(connection, &topics)?;
    }
    Ok(())
}

fn bring_user(connection: &mut PgConnection, arriving: &ArrivingUser, permit: &Permit) -> Work<()> {
    let permit = permit.moving_in(arriving.source.row);
    memory::remember(connection, std::slice::from_ref(&arriving.source))?;
    let id = arriving.user.id;
    people::insert(connection, &arriving.user, None, &permit)?;
    if let Some((digest, expires_at)) = &arriving.link {
        people::issue_reset_link(connection, id, digest, *expires_at, &permit)?;
    }
    announce(connection, &[Topic::Access(id)])?;
    Ok(())
}

fn bring_notes(connection: &mut PgConnection, arriving: &ArrivingNotes, permit: &Permit) -> Work<()> {
    memory::remember_parts(connection, &arriving.parts)?;
    let mut stored = false;
    for note in &arriving.days {
        let permit = permit.moving_in(note.row);
        stored |= notes::add_day(connection, note.of, &note.note, &permit)?;
    }
    for note in &arriving.months {
        let permit = permit.moving_in(note.row);
        stored |= notes::add_month(connection, note.of, &note.note, &permit)?;
    }
    if stored {
        announce(connection, &[Topic::Note(None)])?;
    }
    Ok(())
}

#[async_trait]
impl MovingIn for PgMovingIn {
    async fn identity(&self) -> Result<DatabaseIdentity, StorageError> {
        let look = |connection: &mut PgConnection| Ok(predecessor::identity(connection)?);
        self.pool.look_up(WHAT, look).await
    }

    async fn turn(&self) -> Result<Option<Box<dyn Turn>>, StorageError> {
        let url = self.url.clone();
        let taken = tokio::task::spawn_blocking(move || turn::take(&url));
        taken.await.map_err(|error| StorageError::inconsistent(WHAT, error))?
    }

    async fn present(&self) -> Result<Present, StorageError> {
        let look = |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(present::load)
        };
        self.pool.look_up(WHAT, look).await
    }

    async fn bring_production(&self, arriving: &ArrivingProduction) -> Result<(), StorageError> {
        let arriving = arriving.clone();
        self.write(move |connection, permit| bring_production(connection, &arriving, permit))
            .await
    }

    async fn add_to_plan(&self, addition: &PlanAddition) -> Result<(), StorageError> {
        let addition = addition.clone();
        self.write(move |connection, permit| add_to_plan(connection, &addition, permit))
            .await
    }

    async fn bring_user(&self, arriving: &ArrivingUser) -> Result<(), StorageError> {
        let arriving = arriving.clone();
        self.write(move |connection, permit| bring_user(connection, &arriving, permit))
            .await
    }

    async fn bring_notes(&self, arriving: &ArrivingNotes) -> Result<(), StorageError> {
        let arriving = arriving.clone();
        self.write(move |connection, permit| bring_notes(connection, &arriving, permit))
            .await
    }

    async fn remember(&self, rows: &[Remembered]) -> Result<(), StorageError> {
        let rows = rows.to_vec();
        self.write(move |connection, _| memory::remember(connection, &rows))
            .await
    }

    async fn snapshot(&self, upload: UploadId) -> Result<Snapshot, StorageError> {
        let load = move |connection: &mut PgConnection| present::snapshot(connection, upload);
        self.pool.look_up(WHAT, load).await
    }
}
