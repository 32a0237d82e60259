//! Rows of a snapshot, stored in bulk.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::production::ProductionId;
use domain::sales::Snapshot;
use domain::upload::UploadId;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::schema::{daily_sale, performance_sale, snapshot};
use crate::stored::StoredSeats;

#[derive(Insertable)]
#[diesel(table_name = daily_sale)]
#[diesel(treat_none_as_default_value = false)]
struct DailyRow {
    snapshot_id: i64,
    production_id: Uuid,
    sale_day: NaiveDate,
    revenue_krw: i64,
    seats: i64,
    complimentary_seats: i64,
    seats_by_grade: StoredSeats,
}

#[derive(Insertable)]
#[diesel(table_name = performance_sale)]
#[diesel(treat_none_as_default_value = false)]
struct PerformanceRow {
    snapshot_id: i64,
    production_id: Uuid,
    starts_at: DateTime<Utc>,
    cast_names: Vec<String>,
    paid_seats: i64,
    complimentary_seats: i64,
    paid_seats_by_grade: StoredSeats,
    complimentary_seats_by_grade: StoredSeats,
    revenue_krw: Option<i64>,
    deposit_share: Option<Decimal>,
    paid_share: Option<Decimal>,
    complimentary_share: Option<Decimal>,
}

/// The rows of one snapshot, ready to be stored but for the snapshot's number and production.
pub(super) struct Rows {
    daily: Vec<DailyRow>,
    performances: Vec<PerformanceRow>,
}

impl Rows {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let daily = snapshot.daily_sales.iter().map(|sale| DailyRow {
            snapshot_id: 0,
            production_id: Uuid::nil(),
            sale_day: sale.sale_day,
            revenue_krw: sale.revenue_krw,
            seats: sale.seats,
            complimentary_seats: sale.complimentary_seats,
            seats_by_grade: StoredSeats(sale.seats_by_grade.clone()),
        });
        let performances = snapshot.performance_sales.iter().map(|sale| PerformanceRow {
            snapshot_id: 0,
            production_id: Uuid::nil(),
            starts_at: sale.starts_at.to_utc(),
            cast_names: sale.cast.clone(),
            paid_seats: sale.paid_seats,
            complimentary_seats: sale.complimentary_seats,
            paid_seats_by_grade: StoredSeats(sale.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: StoredSeats(sale.complimentary_seats_by_grade.clone()),
            revenue_krw: sale.stage.map(|stage| stage.revenue_krw),
            deposit_share: sale.stage.and_then(|stage| stage.deposit_share),
            paid_share: sale.stage.map(|stage| stage.paid_share),
            complimentary_share: sale.stage.map(|stage| stage.complimentary_share),
        });
        Self {
            daily: daily.collect(),
            performances: performances.collect(),
        }
    }

    /// Stores the snapshot of the production's upload `id` by two `COPY` statements.
    pub(super) fn store(
        mut self,
        connection: &mut PgConnection,
        ProductionId(production_id): ProductionId,
        id: UploadId,
    ) -> QueryResult<()> {
        let number: i64 = diesel::insert_into(snapshot::table)
            .values((snapshot::upload_id.eq(id.0), snapshot::production_id.eq(production_id)))
            .returning(snapshot::id)
            .get_result(connection)?;
        for row in &mut self.daily {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        for row in &mut self.performances {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        diesel::copy_from(daily_sale::table)
            .from_insertable(self.daily)
            .execute(connection)?;
        diesel::copy_from(performance_sale::table)
            .from_insertable(self.performances)
            .execute(connection)?;
        Ok(())
    }
}
