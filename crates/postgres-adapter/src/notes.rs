//! The company's notes, by month and by day.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use domain::calendar::Month;
use ports::actor::{Basis, Edit};
use ports::driven::{AuditAction, CalendarNotes, MonthlyNotes, NoteRepository, Notes, StorageError, Topic};
use serde_json::json;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, check_basis};
use crate::pool::PgPool;
use crate::schema::note_revision;

/// The company's notes in PostgreSQL.
pub struct PgNoteRepository {
    pool: PgPool,
}

impl PgNoteRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

type NotesByDay = BTreeMap<NaiveDate, String>;

/// Reads and writes a table of notes that is keyed by a day.
macro_rules! note_table {
    ($table:ident, $day:ident) => {
        mod $table {
            use chrono::NaiveDate;
            use diesel::prelude::*;
            use diesel::upsert::excluded;

            use crate::schema::$table::dsl::{note, $day, $table};

            pub(super) fn load(
                connection: &mut PgConnection,
                first: Option<NaiveDate>,
                last: Option<NaiveDate>,
            ) -> QueryResult<super::NotesByDay> {
                let mut notes = $table.into_boxed();
                if let Some(first) = first {
                    notes = notes.filter($day.ge(first));
                }
                if let Some(last) = last {
                    notes = notes.filter($day.le(last));
                }
                let rows: Vec<(NaiveDate, String)> = notes.load(connection)?;
                Ok(rows.into_iter().collect())
            }

            pub(super) fn set(
                connection: &mut PgConnection,
                notes: Vec<(NaiveDate, Option<String>)>,
            ) -> QueryResult<()> {
                let mut removed = Vec::new();
                let mut written = Vec::new();
                for (of, text) in notes {
                    match text {
                        Some(text) => written.push(($day.eq(of), note.eq(text))),
                        None => removed.push(of),
                    }
                }
                diesel::delete($table.filter($day.eq_any(removed))).execute(connection)?;
                diesel::insert_into($table)
                    .values(written)
                    .on_conflict($day)
                    .do_update()
                    .set(note.eq(excluded(note)))
                    .execute(connection)
                    .map(drop)
            }
        }
    };
}

note_table!(monthly_note, month);
note_table!(calendar_note, day);

type LoadNotes = fn(&mut PgConnection, Option<NaiveDate>, Option<NaiveDate>) -> QueryResult<NotesByDay>;
type SetNotes = fn(&mut PgConnection, Vec<(NaiveDate, Option<String>)>) -> QueryResult<()>;

/// What the two kinds of notes differ in.
#[derive(Clone, Copy)]
struct Kind {
    /// Names the notes in errors.
    what: &'static str,
    /// Names them in `note_revision` and the audit.
    name: &'static str,
    action: AuditAction,
    /// How the audit writes what a note is for.
    format: &'static str,
    load: LoadNotes,
    set: SetNotes,
}

const MONTHLY: Kind = Kind {
    what: "monthly notes",
    name: "monthly",
    action: AuditAction::MonthlyNotesSet,
    format: "%Y-%m",
    load: monthly_note::load,
    set: monthly_note::set,
};

const CALENDAR: Kind = Kind {
    what: "calendar notes",
    name: "calendar",
    action: AuditAction::CalendarNotesSet,
    format: "%Y-%m-%d",
    load: calendar_note::load,
    set: calendar_note::set,
};

impl PgNoteRepository {
    async fn read(
        &self,
        kind: Kind,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<(NotesByDay, i64), StorageError> {
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| {
                let row = note_revision::table.find(kind.name).select(note_revision::revision);
                Ok(((kind.load)(connection, first, last)?, row.first(connection)?))
            })
        };
        self.pool.look_up(kind.what, load).await
    }

    async fn write(
        &self,
        kind: Kind,
        notes: Vec<(NaiveDate, Option<String>)>,
        edit: &Edit,
    ) -> Result<(), StorageError> {
        let basis = edit.basis.clone();
        let write =
            move |connection: &mut PgConnection, permit: &Permit| write(connection, kind, notes, &basis, permit);
        self.pool.write(kind.what, &edit.by, write).await
    }
}

fn write(
    connection: &mut PgConnection,
    kind: Kind,
    notes: Vec<(NaiveDate, Option<String>)>,
    basis: &Basis,
    permit: &Permit,
) -> Work<()> {
    check_basis(basis, lock(connection, kind)?, kind.what)?;
    store(connection, kind, notes, permit)?;
    announce(connection, &[Topic::Note(None)])?;
    Ok(())
}

/// The revision of the notes. Writers come one after the other, and each looks at what the one before left.
fn lock(connection: &mut PgConnection, kind: Kind) -> QueryResult<i64> {
    let row = note_revision::table.find(kind.name).select(note_revision::revision);
    row.for_update().first(connection)
}

/// Stores notes and enters what differs into the audit. The notes are locked.
fn store(
    connection: &mut PgConnection,
    kind: Kind,
    notes: Vec<(NaiveDate, Option<String>)>,
    permit: &Permit,
) -> Work<()> {
    let first = notes.iter().map(|(day, _)| *day).min();
    let last = notes.iter().map(|(day, _)| *day).max();
    let present = (kind.load)(connection, first, last)?;
    let differing: Vec<_> = notes
        .iter()
        .filter(|(day, note)| present.get(day) != note.as_ref())
        .cloned()
        .collect();
    let key = |day: &NaiveDate| day.format(kind.format).to_string();
    let entry = Entry {
        action: kind.action,
        subject_id: kind.name.to_owned(),
        production_id: None,
        before: Some(
            differing
                .iter()
                .map(|(day, _)| (key(day), json!(present.get(day))))
                .collect(),
        ),
        after: Some(differing.iter().map(|(day, note)| (key(day), json!(note))).collect()),
    };
    (kind.set)(connection, notes)?;
    diesel::update(note_revision::table.find(kind.name))
        .set(note_revision::revision.eq(note_revision::revision + 1))
        .execute(connection)?;
    record(connection, entry, permit)?;
    Ok(())
}

/// Notes by day, and by the first day of a month: all that there are.
pub(crate) fn load_all(connection: &mut PgConnection) -> QueryResult<(NotesByDay, NotesByDay)> {
    Ok((
        calendar_note::load(connection, None, None)?,
        monthly_note::load(connection, None, None)?,
    ))
}

/// Adds the note of a day that has none, unannounced; answers whether it was.
pub(crate) fn add_day(connection: &mut PgConnection, day: NaiveDate, note: &str, permit: &Permit) -> Work<bool> {
    add(connection, CALENDAR, day, note, permit)
}

/// Adds the note of a month that has none, unannounced; answers whether it was.
pub(crate) fn add_month(connection: &mut PgConnection, month: Month, note: &str, permit: &Permit) -> Work<bool> {
    add(connection, MONTHLY, month.first_day(), note, permit)
}

fn add(connection: &mut PgConnection, kind: Kind, day: NaiveDate, note: &str, permit: &Permit) -> Work<bool> {
    lock(connection, kind)?;
    if !(kind.load)(connection, Some(day), Some(day))?.is_empty() {
        return Ok(false);
    }
    store(connection, kind, vec![(day, Some(note.to_owned()))], permit)?;
    Ok(true)
}

#[async_trait]
impl NoteRepository for PgNoteRepository {
    async fn by_month(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, StorageError> {
        let (first, last) = (first.map(Month::first_day), last.map(Month::first_day));
        let (notes, revision) = self.read(MONTHLY, first, last).await?;
        let notes = notes.into_iter().map(|(day, note)| (Month::of(day), note)).collect();
        Ok(Notes { notes, revision })
    }

    async fn set_by_month(&self, notes: &BTreeMap<Month, Option<String>>, edit: &Edit) -> Result<(), StorageError> {
        let by_day = |(month, note): (&Month, &Option<String>)| (month.first_day(), note.clone());
        let notes = notes.iter().map(by_day).collect();
        self.write(MONTHLY, notes, edit).await
    }

    async fn by_day(&self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Result<CalendarNotes, StorageError> {
        let (notes, revision) = self.read(CALENDAR, first, last).await?;
        Ok(Notes { notes, revision })
    }

    async fn set_by_day(&self, notes: &BTreeMap<NaiveDate, Option<String>>, edit: &Edit) -> Result<(), StorageError> {
        let notes = notes.iter().map(|(day, note)| (*day, note.clone())).collect();
        self.write(CALENDAR, notes, edit).await
    }
}
