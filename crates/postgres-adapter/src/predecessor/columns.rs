//! Which columns of the predecessor are read, and whether they are there and may be read.

use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Text};
use ports::driven::{OldTable, PredecessorError};

use super::Reading;

/// The columns that are read of a table. What signs users in there is not among them.
fn needed(table: OldTable) -> &'static [&'static str] {
    match table {
        OldTable::Lives => &[
            "id",
            "liveId",
            "category",
            "isLive",
            "liveName",
            "location",
            "showStartDate",
            "showEndDate",
            "saleStartDate",
            "saleEndDate",
            "runningTime",
            "targetShare",
            "bep",
            "showTotalSeatNumber",
            "previewEndingDate",
            "latestRecordDate",
            "concertDateTime",
            "concertSeatNumberVip",
            "concertSeatNumberR",
            "concertSeatNumberS",
            "concertSeatNumberA",
            "concertSeatNumberB",
        ],
        OldTable::Users => &[
            "id",
            "email",
            "name",
            "role",
            "isFileUploader",
            "isLiveManager",
            "liveNameList",
            "status",
        ],
        OldTable::Targets => &["id", "liveId", "date", "target"],
        OldTable::Weeks => &[
            "id",
            "liveId",
            "weekNumber",
            "weekStartDate",
            "salesMarketing",
            "promotion",
            "etc",
        ],
        OldTable::Days => &["id", "date", "noteSales", "noteMarketing", "noteOthers"],
        OldTable::Months => &["id", "year", "month", "etc"],
        OldTable::Uploads => &[
            "id",
            "fileName",
            "recordDate",
            "uploadBy",
            "uploadDate",
            "deleteDate",
            "liveId",
        ],
        OldTable::StageDays => &["playUploadId", "salesDate", "seatTot", "sales"],
        OldTable::StagePerformances => &[
            "playUploadId",
            "showDateTime",
            "paidSeatTot",
            "inviteSeatTot",
            "paidSeatSales",
        ],
        OldTable::ConcertDays => &["concertUploadId", "salesDate", "paidSeatTot", "sales"],
        OldTable::ConcertPerformances => &["concertUploadId", "showDateTime", "paidSeatTot", "inviteSeatTot"],
    }
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    is_readable: bool,
}

/// Names all that is missing, or else all that may not be read.
pub(super) fn check(connection: &mut PgConnection) -> Reading<()> {
    let names: Vec<_> = OldTable::ALL.map(OldTable::name).to_vec();
    let there: Vec<Column> = diesel::sql_query(
        "SELECT t.name AS table_name, a.attname::text AS name,
                has_column_privilege(c.oid, a.attnum, 'SELECT') AS is_readable
         FROM unnest($1) AS t (name)
         JOIN pg_class c ON c.oid = to_regclass(quote_ident(t.name))
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped",
    )
    .bind::<Array<Text>, _>(names)
    .load(connection)?;
    let (mut missing, mut forbidden) = (Vec::new(), Vec::new());
    for table in OldTable::ALL {
        let of_table: Vec<_> = there
            .iter()
            .filter(|column| column.table_name == table.name())
            .collect();
        if of_table.is_empty() {
            missing.push(table.name().to_owned());
            continue;
        }
        for name in needed(table) {
            match of_table.iter().find(|column| column.name == *name) {
                None => missing.push(format!("{}.{name}", table.name())),
                Some(column) if !column.is_readable => forbidden.push(format!("{}.{name}", table.name())),
                Some(_) => {}
            }
        }
    }
    if !missing.is_empty() {
        return Err(PredecessorError::Missing(missing).into());
    }
    if !forbidden.is_empty() {
        return Err(PredecessorError::Forbidden(forbidden).into());
    }
    Ok(())
}
