//! The company's notes.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::upsert::excluded;
use domain::calendar::Month;
use ports::driven::{MonthlyNotes, NoteRepository, StorageError, Topic};

use crate::announcement::announce;
use crate::pool::PgPool;
use crate::schema::monthly_note;

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

#[async_trait]
impl NoteRepository for PgNoteRepository {
    async fn monthly_notes(&self, first: Option<Month>, last: Option<Month>) -> Result<MonthlyNotes, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let mut notes = monthly_note::table.into_boxed();
            if let Some(first) = first {
                notes = notes.filter(monthly_note::month.ge(first.first_day()));
            }
            if let Some(last) = last {
                notes = notes.filter(monthly_note::month.le(last.first_day()));
            }
            let rows: Vec<(NaiveDate, String)> = notes.load(connection)?;
            Ok(rows.into_iter().map(|(month, note)| (Month::of(month), note)).collect())
        };
        self.pool.run("monthly notes", load).await
    }

    async fn set_monthly_notes(&self, notes: &BTreeMap<Month, Option<String>>) -> Result<(), StorageError> {
        let mut removed = Vec::new();
        let mut written = Vec::new();
        for (month, note) in notes {
            match note {
                Some(note) => written.push((
                    monthly_note::month.eq(month.first_day()),
                    monthly_note::note.eq(note.clone()),
                )),
                None => removed.push(month.first_day()),
            }
        }
        let set = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                diesel::delete(monthly_note::table.filter(monthly_note::month.eq_any(removed))).execute(connection)?;
                diesel::insert_into(monthly_note::table)
                    .values(written)
                    .on_conflict(monthly_note::month)
                    .do_update()
                    .set(monthly_note::note.eq(excluded(monthly_note::note)))
                    .execute(connection)?;
                announce(connection, &[Topic::Note(None)])?;
                Ok(())
            })
        };
        self.pool.run("monthly notes", set).await
    }
}
