//! The company's notes, by month and by day.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use domain::calendar::Month;
use ports::driven::{CalendarNotes, MonthlyNotes, NoteRepository, StorageError, Topic};

use crate::announcement::announce;
use crate::pool::PgPool;

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

type SetNotes = fn(&mut PgConnection, Vec<(NaiveDate, Option<String>)>) -> QueryResult<()>;

impl PgNoteRepository {
    async fn write(
        &self,
        what: &'static str,
        set: SetNotes,
        notes: Vec<(NaiveDate, Option<String>)>,
    ) -> Result<(), StorageError> {
        let write = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                set(connection, notes)?;
                announce(connection, &[Topic::Note(None)])?;
                Ok(())
            })
        };
        self.pool.run(what, write).await
    }
}

#[async_trait]
impl NoteRepository for PgNoteRepository {
    async fn by_month(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let notes = monthly_note::load(connection, first.map(Month::first_day), last.map(Month::first_day))?;
            Ok(notes.into_iter().map(|(day, note)| (Month::of(day), note)).collect())
        };
        self.pool.run("monthly notes", load).await
    }

    async fn set_by_month(&self, notes: &BTreeMap<Month, Option<String>>) -> Result<(), StorageError> {
        let by_day = |(month, note): (&Month, &Option<String>)| (month.first_day(), note.clone());
        self.write("monthly notes", monthly_note::set, notes.iter().map(by_day).collect())
            .await
    }

    async fn by_day(&self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Result<CalendarNotes, StorageError> {
        let load = move |connection: &mut PgConnection| Ok(calendar_note::load(connection, first, last)?);
        self.pool.run("calendar notes", load).await
    }

    async fn set_by_day(&self, notes: &BTreeMap<NaiveDate, Option<String>>) -> Result<(), StorageError> {
        let notes = notes.iter().map(|(day, note)| (*day, note.clone())).collect();
        self.write("calendar notes", calendar_note::set, notes).await
    }
}
