//! What is there before something moves in.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::calendar::{Month, in_kst};
use domain::grade::SeatsByGrade;
use domain::production::ProductionId;
use domain::sales::{DailySale, PerformanceDetails, PerformanceSale, Snapshot, StageFigures};
use domain::upload::{Sha256, UploadId, UploadKind, UploadStatus};
use ports::driven::{OldTable, Present, ProductionPlan, StandingUpload};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{WHAT, memory};
use crate::errors::{Work, broken_row};
use crate::plans::{load_notes, load_targets};
use crate::production_rows::{full_columns, to_production};
use crate::schema::{daily_sale, performance_sale, production, snapshot, upload, upload_file};
use crate::stored::StoredSeats;
use crate::{notes, people};

/// All of it, in a transaction of its caller.
pub(super) fn load(connection: &mut PgConnection) -> Work<Present> {
    let memory = memory::load(connection)?;
    let brought = memory
        .iter()
        .filter(|row| row.brought && row.row.table == OldTable::Uploads)
        .filter_map(|row| row.subject)
        .collect();
    let (days, months) = notes::load_all(connection)?;
    Ok(Present {
        productions: productions(connection)?,
        users: people::load_all(connection)?,
        days,
        months: months.into_iter().map(|(day, note)| (Month::of(day), note)).collect(),
        uploads: uploads(connection, &brought)?,
        memory,
    })
}

fn productions(connection: &mut PgConnection) -> Work<Vec<ProductionPlan>> {
    let rows = production::table.select(full_columns()).order(production::code);
    let rows = rows.load(connection)?.into_iter().map(to_production);
    let mut plans = Vec::new();
    for production in rows.collect::<Work<Vec<_>>>()? {
        let revision = production::table.find(production.id.0).select(production::revision);
        let uploads = upload::table.filter(upload::production_id.eq(production.id.0));
        plans.push(ProductionPlan {
            targets: load_targets(connection, production.id)?,
            notes: load_notes(connection, production.id)?,
            has_uploads: diesel::select(diesel::dsl::exists(uploads)).get_result(connection)?,
            revision: revision.first(connection)?,
            production,
        });
    }
    Ok(plans)
}

type StandingRow = (Uuid, Uuid, NaiveDate, String);

fn uploads(connection: &mut PgConnection, brought: &HashSet<Uuid>) -> Work<Vec<StandingUpload>> {
    let standing = [UploadStatus::Queued, UploadStatus::Processing, UploadStatus::Completed];
    let rows: Vec<StandingRow> = upload::table
        .filter(upload::kind.eq(UploadKind::Sales.code()))
        .filter(upload::status.eq_any(standing.map(UploadStatus::code)))
        .order(upload::accepted_no)
        .select((upload::id, upload::production_id, upload::record_date, upload::status))
        .load(connection)?;
    let ids: Vec<_> = rows.iter().map(|row| row.0).collect();
    let hashes: Vec<(Uuid, Vec<u8>)> = upload_file::table
        .filter(upload_file::upload_id.eq_any(ids))
        .order(upload_file::part)
        .select((upload_file::upload_id, upload_file::sha256))
        .load(connection)?;
    let mut files = HashMap::<Uuid, Vec<Sha256>>::new();
    for (id, hash) in hashes {
        let hash = hash
            .try_into()
            .map_err(|_| broken_row(WHAT, "a SHA-256 has 32 bytes"))?;
        files.entry(id).or_default().push(Sha256(hash));
    }
    rows.into_iter()
        .map(|(id, production, record_date, status)| {
            Ok(StandingUpload {
                id: UploadId(id),
                production_id: ProductionId(production),
                record_date,
                status: status.parse().map_err(|error| broken_row(WHAT, error))?,
                sha256: files.remove(&id).unwrap_or_default(),
                moved_in: brought.contains(&id),
            })
        })
        .collect()
}

type DayRow = (NaiveDate, i64, i64, StoredSeats, i64);
type PerformanceRow = (
    DateTime<Utc>,
    Vec<String>,
    i64,
    i64,
    Option<i64>,
    Option<Decimal>,
    Option<Decimal>,
    Option<Decimal>,
);

/// The rows of an upload's snapshot, as far as they are compared: seats of performances are not told by grade.
pub(super) fn snapshot(connection: &mut PgConnection, id: UploadId) -> Work<Snapshot> {
    let of_upload = snapshot::table.filter(snapshot::upload_id.eq(id.0));
    let Some(number) = of_upload.select(snapshot::id).first::<i64>(connection).optional()? else {
        return Ok(Snapshot::default());
    };
    let days: Vec<DayRow> = daily_sale::table
        .filter(daily_sale::snapshot_id.eq(number))
        .order(daily_sale::sale_day)
        .select((
            daily_sale::sale_day,
            daily_sale::revenue_krw,
            daily_sale::seats,
            daily_sale::seats_by_grade,
            daily_sale::complimentary_seats,
        ))
        .load(connection)?;
    let performances: Vec<PerformanceRow> = performance_sale::table
        .filter(performance_sale::snapshot_id.eq(number))
        .order(performance_sale::starts_at)
        .select((
            performance_sale::starts_at,
            performance_sale::cast_names,
            performance_sale::paid_seats,
            performance_sale::complimentary_seats,
            performance_sale::revenue_krw,
            performance_sale::deposit_share,
            performance_sale::paid_share,
            performance_sale::complimentary_share,
        ))
        .load(connection)?;
    let day = |(sale_day, revenue_krw, seats, by_grade, complimentary_seats): DayRow| DailySale {
        sale_day,
        revenue_krw,
        seats,
        seats_by_grade: by_grade.0,
        complimentary_seats,
    };
    let performance =
        |(starts_at, cast, paid_seats, complimentary_seats, revenue, deposit, paid, free): PerformanceRow| {
            let stage = revenue
                .zip(paid.zip(free))
                .map(|(revenue_krw, (paid_share, complimentary_share))| StageFigures {
                    revenue_krw,
                    deposit_share: deposit,
                    paid_share,
                    complimentary_share,
                });
            PerformanceSale {
                starts_at: in_kst(starts_at),
                cast,
                paid_seats,
                complimentary_seats,
                paid_seats_by_grade: SeatsByGrade::new(),
                complimentary_seats_by_grade: SeatsByGrade::new(),
                stage,
                details: PerformanceDetails::default(),
            }
        };
    Ok(Snapshot {
        daily_sales: days.into_iter().map(day).collect(),
        performance_sales: performances.into_iter().map(performance).collect(),
        ..Snapshot::default()
    })
}
