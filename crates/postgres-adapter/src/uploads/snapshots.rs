//! Rows of a snapshot, stored in bulk.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::agency::AgencyCode;
use domain::buyers::{Breakdown, Gender};
use domain::production::ProductionId;
use domain::sales::{AgencyDay, AgencyPerformance, AgencySales, DailySale, PerformanceSale, Snapshot};
use domain::upload::UploadId;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::schema::{agency_day, agency_name, agency_performance, breakdown, daily_sale, performance_sale, snapshot};
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
    number: Option<i64>,
    remark: Option<String>,
    cast_roles: Option<Vec<String>>,
    deposited_seats: Option<i64>,
    deposited_krw: Option<i64>,
}

#[derive(Insertable)]
#[diesel(table_name = agency_name)]
#[diesel(treat_none_as_default_value = false)]
struct NameRow {
    snapshot_id: i64,
    production_id: Uuid,
    agency: String,
    name: String,
}

#[derive(Insertable)]
#[diesel(table_name = breakdown)]
#[diesel(treat_none_as_default_value = false)]
struct BreakdownRow {
    snapshot_id: i64,
    production_id: Uuid,
    dimension: &'static str,
    agency: String,
    agency_name: String,
    item: String,
    part: &'static str,
    position: i32,
    seats: i64,
    revenue_krw: Option<i64>,
}

impl From<&Breakdown> for BreakdownRow {
    fn from(class: &Breakdown) -> Self {
        let agency = class.agency.as_ref();
        Self {
            snapshot_id: 0,
            production_id: Uuid::nil(),
            dimension: class.dimension.code(),
            agency: agency.map(|agency| agency.code.code().to_owned()).unwrap_or_default(),
            agency_name: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
            item: class.item.clone(),
            part: class.gender.map_or("", Gender::code),
            position: class.position,
            seats: class.seats,
            revenue_krw: class.revenue_krw,
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = agency_day)]
#[diesel(treat_none_as_default_value = false)]
struct AgencyDayRow {
    snapshot_id: i64,
    production_id: Uuid,
    sale_day: NaiveDate,
    agency: String,
    seats: i64,
    revenue_krw: i64,
}

#[derive(Insertable)]
#[diesel(table_name = agency_performance)]
#[diesel(treat_none_as_default_value = false)]
struct AgencyPerformanceRow {
    snapshot_id: i64,
    production_id: Uuid,
    starts_at: DateTime<Utc>,
    agency: String,
    seats: i64,
    revenue_krw: Option<i64>,
    deposited_seats: Option<i64>,
    deposited_krw: Option<i64>,
    seats_by_grade: StoredSeats,
}

impl DailyRow {
    fn new(sale: &DailySale) -> Self {
        Self {
            snapshot_id: 0,
            production_id: Uuid::nil(),
            sale_day: sale.sale_day,
            revenue_krw: sale.revenue_krw,
            seats: sale.seats,
            complimentary_seats: sale.complimentary_seats,
            seats_by_grade: StoredSeats(sale.seats_by_grade.clone()),
        }
    }
}

impl PerformanceRow {
    fn new(sale: &PerformanceSale) -> Self {
        let (stage, details) = (sale.stage, sale.details.clone());
        Self {
            snapshot_id: 0,
            production_id: Uuid::nil(),
            starts_at: sale.starts_at.to_utc(),
            cast_names: sale.cast.clone(),
            paid_seats: sale.paid_seats,
            complimentary_seats: sale.complimentary_seats,
            paid_seats_by_grade: StoredSeats(sale.paid_seats_by_grade.clone()),
            complimentary_seats_by_grade: StoredSeats(sale.complimentary_seats_by_grade.clone()),
            revenue_krw: stage.map(|stage| stage.revenue_krw),
            deposit_share: stage.and_then(|stage| stage.deposit_share),
            paid_share: stage.map(|stage| stage.paid_share),
            complimentary_share: stage.map(|stage| stage.complimentary_share),
            number: details.number,
            remark: details.remark,
            cast_roles: details.roles,
            deposited_seats: details.deposited_seats,
            deposited_krw: details.deposited_krw,
        }
    }
}

/// What agencies sold.
struct AgencyRows {
    names: Vec<NameRow>,
    days: Vec<AgencyDayRow>,
    performances: Vec<AgencyPerformanceRow>,
}

impl AgencyRows {
    fn new(agencies: &AgencySales) -> Self {
        let (snapshot_id, production_id) = (0, Uuid::nil());
        let name = |(agency, name): (&AgencyCode, &String)| NameRow {
            snapshot_id,
            production_id,
            agency: agency.code().to_owned(),
            name: name.clone(),
        };
        let day = |sale: &AgencyDay| AgencyDayRow {
            snapshot_id,
            production_id,
            sale_day: sale.sale_day,
            agency: sale.agency.code().to_owned(),
            seats: sale.seats,
            revenue_krw: sale.revenue_krw,
        };
        let performance = |sale: &AgencyPerformance| AgencyPerformanceRow {
            snapshot_id,
            production_id,
            starts_at: sale.starts_at.to_utc(),
            agency: sale.agency.code().to_owned(),
            seats: sale.sold.seats,
            revenue_krw: sale.sold.revenue_krw,
            deposited_seats: sale.sold.deposited_seats,
            deposited_krw: sale.sold.deposited_krw,
            seats_by_grade: StoredSeats(sale.sold.seats_by_grade.clone()),
        };
        Self {
            names: agencies.names.iter().map(name).collect(),
            days: agencies.days.iter().map(day).collect(),
            performances: agencies.performances.iter().map(performance).collect(),
        }
    }

    /// Stores them, by a statement for each table that has any.
    fn store(mut self, connection: &mut PgConnection, number: i64, production_id: Uuid) -> QueryResult<()> {
        for row in &mut self.names {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        for row in &mut self.days {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        for row in &mut self.performances {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        if !self.names.is_empty() {
            diesel::copy_from(agency_name::table)
                .from_insertable(self.names)
                .execute(connection)?;
        }
        if !self.days.is_empty() {
            diesel::copy_from(agency_day::table)
                .from_insertable(self.days)
                .execute(connection)?;
        }
        if !self.performances.is_empty() {
            diesel::copy_from(agency_performance::table)
                .from_insertable(self.performances)
                .execute(connection)?;
        }
        Ok(())
    }
}

/// The rows of one snapshot, ready to be stored but for the snapshot's number and production.
pub(super) struct Rows {
    has_sale_days: bool,
    daily: Vec<DailyRow>,
    performances: Vec<PerformanceRow>,
    agencies: AgencyRows,
    breakdowns: Vec<BreakdownRow>,
}

impl Rows {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        Self {
            has_sale_days: !snapshot.lacks_sale_days,
            daily: snapshot.daily_sales.iter().map(DailyRow::new).collect(),
            performances: snapshot.performance_sales.iter().map(PerformanceRow::new).collect(),
            agencies: AgencyRows::new(&snapshot.agencies),
            breakdowns: snapshot.breakdowns.iter().map(BreakdownRow::from).collect(),
        }
    }

    /// Stores the snapshot of the production's upload `id` by a `COPY` statement for each kind of rows.
    pub(super) fn store(
        mut self,
        connection: &mut PgConnection,
        ProductionId(production_id): ProductionId,
        id: UploadId,
    ) -> QueryResult<()> {
        let number: i64 = diesel::insert_into(snapshot::table)
            .values((
                snapshot::upload_id.eq(id.0),
                snapshot::production_id.eq(production_id),
                snapshot::has_sale_days.eq(self.has_sale_days),
            ))
            .returning(snapshot::id)
            .get_result(connection)?;
        for row in &mut self.daily {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        for row in &mut self.performances {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        for row in &mut self.breakdowns {
            (row.snapshot_id, row.production_id) = (number, production_id);
        }
        diesel::copy_from(daily_sale::table)
            .from_insertable(self.daily)
            .execute(connection)?;
        diesel::copy_from(performance_sale::table)
            .from_insertable(self.performances)
            .execute(connection)?;
        if !self.breakdowns.is_empty() {
            diesel::copy_from(breakdown::table)
                .from_insertable(self.breakdowns)
                .execute(connection)?;
        }
        self.agencies.store(connection, number, production_id)
    }
}
