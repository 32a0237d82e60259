//! Uploads.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::people::UserId;
use domain::production::{Category, ProductionCode, ProductionId};
use domain::upload::UploadId;
use ports::driven::{OldHouse, OldRow, OldTable, OldUpload, SaleSums};

use super::{Accounts, Memory, PlannedProduction, Surroundings, by_live_id};
use crate::finding::{FindingCode, Findings};
use crate::time::day;

/// What is known of an upload's fate before its original is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is to come in.
    Come,
    /// It came in before; as which upload.
    Known(Option<UploadId>),
    /// It was deleted there.
    Deleted,
    /// It has no production.
    Orphan,
}

/// What becomes of an upload.
#[derive(Debug, Clone)]
pub struct PlannedUpload {
    /// Its id there.
    pub id: i64,
    /// Its name there.
    pub file_name: String,
    /// The code of its production here.
    pub code: Option<ProductionCode>,
    /// Its production; `None` of one that was deleted here.
    pub production: Option<ProductionId>,
    /// The code of its production there, where that can be one.
    pub old_code: Option<ProductionCode>,
    /// Whether its sales were stored as those of a concert.
    pub of_concert: bool,
    /// The day whose close it describes; `None` of one beyond any range.
    pub record_date: Option<NaiveDate>,
    /// The same as it is written there.
    pub written_date: NaiveDate,
    /// Who uploaded it.
    pub uploaded_by: Option<UserId>,
    /// When.
    pub uploaded_at: DateTime<Utc>,
    /// The sums of what is stored of it there.
    pub sums: SaleSums,
    /// What is known of its fate.
    pub fate: Fate,
}

pub(super) fn plan(
    old: &OldHouse,
    productions: &[PlannedProduction],
    accounts: &Accounts,
    memory: &Memory,
    around: &Surroundings<'_>,
    findings: &mut Findings,
) -> Vec<PlannedUpload> {
    let by_live_id = by_live_id(productions);
    let production_of = |row: &OldUpload| row.live_id.as_deref().and_then(|id| by_live_id.get(id).copied());
    note_doubled(old, memory, &production_of, findings);
    let mut rows: Vec<_> = old.uploads.iter().map(|row| (row, production_of(row))).collect();
    rows.sort_by_key(|(row, production)| {
        let production = production.map(|planned| planned.id);
        (production.is_none(), production, row.record_date.date(), row.id)
    });
    let of_row = |(row, production): (&OldUpload, Option<&PlannedProduction>)| {
        let place = OldRow::new(OldTable::Uploads, row.id);
        let fate = if memory.knows(place.table, place.id) {
            Fate::Known(memory.subject(place.table, place.id).map(UploadId))
        } else if row.is_deleted {
            Fate::Deleted
        } else if production.is_none() {
            findings.note(FindingCode::Orphan, place, row.file_name.clone());
            Fate::Orphan
        } else {
            Fate::Come
        };
        let is_coming = fate == Fate::Come;
        let record_date = day(row.record_date).ok();
        if is_coming && record_date.is_none() {
            let value = format!("recordDate: {}", row.record_date.date());
            findings.note(FindingCode::OutOfRange, place, value);
        }
        let was_uploaded = day(row.upload_date).is_ok();
        if is_coming && !was_uploaded {
            let value = format!("uploadDate: {}", row.upload_date);
            findings.note(FindingCode::OutOfRange, place, value);
        }
        let of_concert = match production {
            Some(planned) => planned.old_category == Category::Concert,
            None => row.concert != SaleSums::default(),
        };
        PlannedUpload {
            id: row.id,
            file_name: row.file_name.clone(),
            code: production.map(|planned| planned.code.clone()),
            production: production.and_then(|planned| planned.production),
            old_code: row.live_id.as_deref().and_then(|id| id.trim().parse().ok()),
            of_concert,
            record_date,
            written_date: row.record_date.date(),
            uploaded_by: accounts.of(&row.upload_by),
            uploaded_at: if was_uploaded {
                around.zone.instant(row.upload_date)
            } else {
                around.now
            },
            sums: if of_concert { row.concert } else { row.stage },
            fate,
        }
    };
    rows.into_iter().map(of_row).collect()
}

/// Tells of record dates that have several live rows, at each but the last.
fn note_doubled<'a>(
    old: &'a OldHouse,
    memory: &Memory,
    production_of: &impl Fn(&OldUpload) -> Option<&'a PlannedProduction>,
    findings: &mut Findings,
) {
    let mut of_date = HashMap::<(i64, NaiveDate), Vec<&OldUpload>>::new();
    for row in old.uploads.iter().filter(|row| !row.is_deleted) {
        if let Some(production) = production_of(row) {
            of_date
                .entry((production.id, row.record_date.date()))
                .or_default()
                .push(row);
        }
    }
    // The rows come by id.
    let all_but_last = |mut rows: Vec<&'a OldUpload>| {
        rows.pop();
        rows
    };
    let mut doubled: Vec<_> = of_date.into_values().flat_map(all_but_last).collect();
    doubled.sort_by_key(|row| row.id);
    for row in doubled {
        if !memory.knows(OldTable::Uploads, row.id) {
            let value = format!("{} {}", row.record_date.date(), row.file_name);
            findings.note(
                FindingCode::DoubledRecordDate,
                OldRow::new(OldTable::Uploads, row.id),
                value,
            );
        }
    }
}
