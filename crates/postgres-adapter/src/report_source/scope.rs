//! The productions that a report covers.

use std::sync::Arc;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Jsonb, Nullable, Numeric, Text};
use domain::access::Visible;
use domain::foresight::Holidays;
use domain::grade::SeatsByGrade;
use domain::production::{Category, ProductionId, RevenueBasis};
use domain::reports::{Covers, ReportedProduction};
use domain::seat_grades::SeatGrades;
use ports::driven::ReportScope;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::errors::Work;
use crate::prepared::prepared;
use crate::production_rows::{parse_basis, parse_category, parse_code};
use crate::stored::{StoredSeatGrades, StoredSeats};

/// More productions would make a report that neither a small server nor a browser carries: see docs/performance.md.
pub(super) const MAX_PRODUCTIONS: u64 = 500;

/// A production with what reports need of it.
#[derive(Clone)]
pub(super) struct InScope {
    pub(super) reported: ReportedProduction,
    pub(super) target_share: Option<Decimal>,
    pub(super) break_even_krw: Option<i64>,
    pub(super) seats_per_performance: Option<i64>,
    pub(super) sale_start: Option<NaiveDate>,
    pub(super) sale_end: Option<NaiveDate>,
    pub(super) run_start: Option<NaiveDate>,
    pub(super) run_end: Option<NaiveDate>,
    pub(super) seat_inventory: SeatsByGrade,
    pub(super) seat_grades: SeatGrades,
    pub(super) target_krw: Option<i64>,
    pub(super) production_cost_krw: Option<i64>,
    pub(super) revenue_basis: RevenueBasis,
    /// What else its caller sees.
    pub(super) seen: Arc<Visible>,
    /// The public holidays of runs.
    pub(super) holidays: Arc<Holidays>,
}

/// The holidays of runs, which are the same of all productions; `None` without one.
pub(super) fn holidays(productions: &[InScope]) -> Option<Arc<Holidays>> {
    productions.first().map(|first| Arc::clone(&first.holidays))
}

/// What was found.
pub(super) enum Found {
    /// The productions in scope, by code.
    All(Vec<InScope>),
    /// A named production does not exist.
    Unknown(ProductionId),
    /// There are so many, more than [`MAX_PRODUCTIONS`].
    TooMany(u64),
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = diesel::sql_types::Uuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    production_code: String,
    #[diesel(sql_type = Text)]
    production_name: String,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Nullable<Date>)]
    record_date: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Numeric>)]
    target_share: Option<Decimal>,
    #[diesel(sql_type = Nullable<BigInt>)]
    break_even_krw: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    seats_per_performance: Option<i64>,
    #[diesel(sql_type = Nullable<Date>)]
    sale_start: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    sale_end: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    run_start: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    run_end: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    seat_inventory: Option<StoredSeats>,
    #[diesel(sql_type = Nullable<Bool>)]
    has_sale_days: Option<bool>,
    #[diesel(sql_type = Jsonb)]
    seat_grades: StoredSeatGrades,
    #[diesel(sql_type = Nullable<BigInt>)]
    target_krw: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    production_cost_krw: Option<i64>,
    #[diesel(sql_type = Text)]
    revenue_basis: String,
}

impl Row {
    fn in_scope(self, seen: &Arc<Visible>, holidays: &Arc<Holidays>) -> Work<InScope> {
        let row = self;
        Ok(InScope {
            reported: ReportedProduction {
                id: ProductionId(row.production_id),
                code: parse_code(&row.production_code)?,
                name: row.production_name,
                category: parse_category(&row.category)?,
                record_date: row.record_date,
                has_sale_days: row.has_sale_days.unwrap_or(true),
            },
            target_share: row.target_share,
            break_even_krw: row.break_even_krw,
            seats_per_performance: row.seats_per_performance,
            sale_start: row.sale_start,
            sale_end: row.sale_end,
            run_start: row.run_start,
            run_end: row.run_end,
            seat_inventory: row.seat_inventory.unwrap_or_default().0,
            seat_grades: row.seat_grades.0,
            target_krw: row.target_krw,
            production_cost_krw: row.production_cost_krw,
            revenue_basis: parse_basis(&row.revenue_basis)?,
            seen: Arc::clone(seen),
            holidays: Arc::clone(holidays),
        })
    }
}

/// Productions of the categories `$1` as reports know them: which ones, and of those whom `$3` names, where it is not NULL.
macro_rules! reported {
    ($which:literal) => {
        concat!(
            "SELECT production_id, production_code, production_name, category, record_date, target_share, break_even_krw,
                    seats_per_performance, sale_start, sale_end, run_start, run_end, seat_inventory, has_sale_days,
                    seat_grades, target_krw, production_cost_krw, revenue_basis
             FROM report.production
             WHERE category = ANY($1) AND ",
            $which,
            " AND ($3::uuid[] IS NULL OR production_id = ANY($3))
             ORDER BY production_code COLLATE \"C\""
        )
    };
}

/// The productions of `scope` that a report of these categories is about.
pub(super) fn find(
    connection: &mut PgConnection,
    covers: Covers,
    scope: &ReportScope,
    holidays: &Arc<Holidays>,
) -> Work<Found> {
    let named: Vec<Uuid> = scope.production_ids.iter().map(|id| id.0).collect();
    // NULL: all of them.
    let visible = match &scope.visible {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect::<Vec<_>>()),
    };
    if let Some(unseen) = scope.production_ids.iter().find(|id| !scope.visible.contains(**id)) {
        return Ok(Found::Unknown(*unseen));
    }
    if let Some(unknown) = first_unknown(connection, &named)? {
        return Ok(Found::Unknown(ProductionId(unknown)));
    }
    let categories: Vec<_> = covers.categories().map(Category::code).collect();
    // Two statements: named ones are found by their key, however many others there are.
    let rows: Vec<Row> = if named.is_empty() {
        let all = diesel::sql_query(reported!("(active OR $2)"))
            .bind::<Array<Text>, _>(categories)
            .bind::<Bool, _>(scope.include_inactive)
            .bind::<Nullable<Array<diesel::sql_types::Uuid>>, _>(visible);
        prepared(all).load(connection)?
    } else {
        let those = diesel::sql_query(reported!("production_id = ANY($2)"))
            .bind::<Array<Text>, _>(categories)
            .bind::<Array<diesel::sql_types::Uuid>, _>(named)
            .bind::<Nullable<Array<diesel::sql_types::Uuid>>, _>(visible);
        prepared(those).load(connection)?
    };
    let found = rows.len() as u64;
    if found > MAX_PRODUCTIONS {
        return Ok(Found::TooMany(found));
    }
    let seen = Arc::new(scope.visible.clone());
    rows.into_iter()
        .map(|row| row.in_scope(&seen, holidays))
        .collect::<Work<_>>()
        .map(Found::All)
}

fn first_unknown(connection: &mut PgConnection, named: &[Uuid]) -> QueryResult<Option<Uuid>> {
    use crate::schema::production;
    if named.is_empty() {
        return Ok(None);
    }
    let known: Vec<Uuid> = production::table
        .filter(production::id.eq_any(named))
        .select(production::id)
        .load(connection)?;
    Ok(named.iter().find(|id| !known.contains(id)).copied())
}
