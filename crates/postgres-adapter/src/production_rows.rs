//! Productions as rows, for whoever reads or locks one.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::AsSelect;
use diesel::pg::Pg;
use diesel::prelude::*;
use domain::calendar::in_kst;
use domain::production::{
    Category, Production, ProductionCode, ProductionDetails, ProductionDraft, ProductionId, RevenueBasis,
};
use ports::actor::Refusal;
use ports::driven::StorageError;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::errors::{Work, broken_row};
use crate::schema::production;
use crate::stored::{StoredSeatGrades, StoredSeats};

/// What is read or written, in errors.
pub(crate) const WHAT: &str = "production";

#[derive(Queryable, Selectable, Insertable, AsChangeset, Clone)]
#[diesel(table_name = production, check_for_backend(diesel::pg::Pg))]
#[diesel(treat_none_as_null = true)]
pub(crate) struct ProductionRow {
    pub(crate) id: Uuid,
    code: String,
    name: String,
    category: String,
    active: bool,
    venue: Option<String>,
    run_start: Option<NaiveDate>,
    run_end: Option<NaiveDate>,
    sale_start: Option<NaiveDate>,
    sale_end: Option<NaiveDate>,
    running_minutes: Option<i32>,
    target_share: Option<Decimal>,
    break_even_krw: Option<i64>,
    seats_per_performance: Option<i64>,
    preview_end: Option<NaiveDate>,
    concert_at: Option<DateTime<Utc>>,
    seat_inventory: Option<StoredSeats>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    seat_grades: StoredSeatGrades,
    target_krw: Option<i64>,
    production_cost_krw: Option<i64>,
    revenue_basis: String,
}

/// A production's row with what is counted and kept beside its details.
type FullRow = (ProductionRow, i64, bool);

/// The columns of [`FullRow`].
pub(crate) type FullColumns = (
    AsSelect<ProductionRow, Pg>,
    production::details_revision,
    diesel::dsl::IsNotNull<production::slack_webhook_url>,
);

pub(crate) fn full_columns() -> FullColumns {
    (
        ProductionRow::as_select(),
        production::details_revision,
        production::slack_webhook_url.is_not_null(),
    )
}

impl From<&Production> for ProductionRow {
    fn from(production: &Production) -> Self {
        let details = &production.details;
        Self {
            id: production.id.0,
            code: details.code.to_string(),
            name: details.name.clone(),
            category: details.category.code().to_owned(),
            active: details.active,
            venue: details.venue.clone(),
            run_start: details.run_start,
            run_end: details.run_end,
            sale_start: details.sale_start,
            sale_end: details.sale_end,
            running_minutes: details.running_minutes,
            target_share: details.target_share,
            break_even_krw: details.break_even_krw,
            seats_per_performance: details.seats_per_performance,
            preview_end: details.preview_end,
            concert_at: details.concert_at.map(|at| at.to_utc()),
            seat_inventory: details.seat_inventory.clone().map(StoredSeats),
            created_at: production.created_at,
            updated_at: production.updated_at,
            seat_grades: StoredSeatGrades(details.seat_grades.clone()),
            target_krw: details.target_krw,
            production_cost_krw: details.production_cost_krw,
            revenue_basis: details.revenue_basis.code().to_owned(),
        }
    }
}

/// The production of a full row.
pub(crate) fn to_production((row, revision, has_slack_webhook): FullRow) -> Work<Production> {
    Ok(Production {
        id: ProductionId(row.id),
        details: ProductionDetails::stored(ProductionDraft {
            code: parse_code(&row.code)?,
            name: row.name,
            category: parse_category(&row.category)?,
            active: row.active,
            venue: row.venue,
            run_start: row.run_start,
            run_end: row.run_end,
            sale_start: row.sale_start,
            sale_end: row.sale_end,
            running_minutes: row.running_minutes,
            target_share: row.target_share,
            break_even_krw: row.break_even_krw,
            seats_per_performance: row.seats_per_performance,
            preview_end: row.preview_end,
            concert_at: row.concert_at.map(in_kst),
            seat_inventory: row.seat_inventory.map(|stored| stored.0),
            seat_grades: row.seat_grades.0,
            target_krw: row.target_krw,
            production_cost_krw: row.production_cost_krw,
            revenue_basis: parse_basis(&row.revenue_basis)?,
        }),
        created_at: row.created_at,
        updated_at: row.updated_at,
        has_slack_webhook,
        revision,
    })
}

pub(crate) fn parse_code(code: &str) -> Work<ProductionCode> {
    code.parse().map_err(|error| broken_row(WHAT, error))
}

pub(crate) fn parse_category(category: &str) -> Work<Category> {
    category.parse().map_err(|error| broken_row(WHAT, error))
}

pub(crate) fn parse_basis(basis: &str) -> Work<RevenueBasis> {
    basis.parse().map_err(|error| broken_row(WHAT, error))
}

/// One production.
pub(crate) fn find(connection: &mut PgConnection, id: ProductionId) -> Work<Option<Production>> {
    let row = production::table.find(id.0).select(full_columns());
    row.first(connection).optional()?.map(to_production).transpose()
}

/// Makes the steps of one production come one after the other, until the transaction ends. One that was deleted meanwhile
/// is told like one that never was.
pub(crate) fn lock_production(connection: &mut PgConnection, id: ProductionId) -> Work<()> {
    let row = production::table.find(id.0).select(production::id).for_no_key_update();
    let found = row.first::<Uuid>(connection).optional()?;
    Ok(found.map(drop).ok_or(StorageError::from(Refusal::Hidden))?)
}
