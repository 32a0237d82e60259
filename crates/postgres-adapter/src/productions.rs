//! Productions, with the targets and weeks that their sale period makes.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date};
use domain::calendar::in_kst;
use domain::planning::PeriodChange;
use domain::production::{Category, Production, ProductionCode, ProductionDetails, ProductionId};
use ports::driven::{ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort, StorageError, Topic};
use ports::paging::{Order, Page};
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use crate::announcement::announce;
use crate::errors::{Work, WorkError, broken_row};
use crate::plans::{load_notes, load_targets};
use crate::pool::PgPool;
use crate::schema::{daily_target, marketing_week, production, upload};
use crate::stored::{seats_from_json, seats_to_json};

const WHAT: &str = "production";

/// Productions in PostgreSQL.
pub struct PgProductionRepository {
    pool: PgPool,
}

impl PgProductionRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
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
    seat_inventory: Option<Value>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
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
            seat_inventory: details.seat_inventory.as_ref().map(seats_to_json),
            created_at: production.created_at,
            updated_at: production.updated_at,
        }
    }
}

impl TryFrom<ProductionRow> for Production {
    type Error = WorkError;

    fn try_from(row: ProductionRow) -> Work<Self> {
        Ok(Self {
            id: ProductionId(row.id),
            details: ProductionDetails {
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
                seat_inventory: row.seat_inventory.map(seats_from_json).transpose()?,
            },
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

pub(crate) fn parse_code(code: &str) -> Work<ProductionCode> {
    code.parse().map_err(|error| broken_row(WHAT, error))
}

pub(crate) fn parse_category(category: &str) -> Work<Category> {
    category.parse().map_err(|error| broken_row(WHAT, error))
}

/// `%…%` for `ILIKE`, with the wildcards of the text itself escaped.
pub(crate) fn contains(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}

fn find_row(connection: &mut PgConnection, id: ProductionId) -> QueryResult<Option<ProductionRow>> {
    production::table
        .find(id.0)
        .select(ProductionRow::as_select())
        .first(connection)
        .optional()
}

/// One page of productions.
fn list(connection: &mut PgConnection, query: &ProductionQuery) -> Work<Page<Production>> {
    let filtered = || {
        let mut rows = production::table.into_boxed();
        if let Some(text) = &query.text {
            let pattern = contains(text);
            rows = rows.filter(
                production::code
                    .ilike(pattern.clone())
                    .or(production::name.ilike(pattern)),
            );
        }
        if let Some(category) = query.category {
            rows = rows.filter(production::category.eq(category.code()));
        }
        if let Some(active) = query.active {
            rows = rows.filter(production::active.eq(active));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let mut rows = filtered().select(ProductionRow::as_select());
    macro_rules! sorted {
        ($column:ident) => {
            match query.order {
                Order::Ascending => rows.order(production::$column.asc()),
                Order::Descending => rows.order(production::$column.desc()),
            }
        };
    }
    rows = match query.sort {
        ProductionSort::Code => sorted!(code),
        ProductionSort::Name => sorted!(name),
        ProductionSort::Category => sorted!(category),
        ProductionSort::RunStart => sorted!(run_start),
        ProductionSort::SaleStart => sorted!(sale_start),
        ProductionSort::CreatedAt => sorted!(created_at),
    };
    let page = rows
        .then_order_by(production::code.asc())
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page))
        .load(connection)?;
    let items = page.into_iter().map(Production::try_from).collect::<Work<_>>()?;
    Ok(Page { items, total })
}

/// Drops and creates what a change of the sale period asks for.
fn apply(connection: &mut PgConnection, id: ProductionId, change: &PeriodChange) -> QueryResult<()> {
    use diesel::sql_types::Uuid as SqlUuid;
    let of_production = daily_target::production_id.eq(id.0);
    diesel::delete(
        daily_target::table
            .filter(of_production)
            .filter(daily_target::sale_day.eq_any(&change.dropped_days)),
    )
    .execute(connection)?;
    let of_production = marketing_week::production_id.eq(id.0);
    diesel::delete(
        marketing_week::table
            .filter(of_production)
            .filter(marketing_week::monday.eq_any(&change.dropped_weeks)),
    )
    .execute(connection)?;
    diesel::sql_query(
        "INSERT INTO daily_target (production_id, sale_day, target_krw) SELECT $1, day, 0 FROM unnest($2) AS day",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Array<Date>, _>(&change.new_days)
    .execute(connection)?;
    diesel::sql_query("INSERT INTO marketing_week (production_id, monday) SELECT $1, day FROM unnest($2) AS day")
        .bind::<SqlUuid, _>(id.0)
        .bind::<Array<Date>, _>(&change.new_weeks)
        .execute(connection)?;
    Ok(())
}

#[async_trait]
impl ProductionRepository for PgProductionRepository {
    async fn insert(&self, production: &Production, change: &PeriodChange) -> Result<(), StorageError> {
        let (id, row, change) = (production.id, ProductionRow::from(production), change.clone());
        let insert = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                diesel::insert_into(production::table).values(row).execute(connection)?;
                apply(connection, id, &change)?;
                announce(connection, &[Topic::Production(id)])?;
                Ok(())
            })
        };
        self.pool.run(WHAT, insert).await
    }

    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError> {
        let find = move |connection: &mut PgConnection| find_row(connection, id)?.map(Production::try_from).transpose();
        self.pool.run(WHAT, find).await
    }

    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError> {
        let code = code.to_string();
        let find = move |connection: &mut PgConnection| {
            let with_code = production::table.filter(production::code.eq(code));
            let row = with_code
                .select(ProductionRow::as_select())
                .first(connection)
                .optional()?;
            row.map(Production::try_from).transpose()
        };
        self.pool.run(WHAT, find).await
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, StorageError> {
        let query = query.clone();
        let list = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.run(WHAT, list).await
    }

    async fn find_plan(&self, id: ProductionId) -> Result<Option<ProductionPlan>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let Some(row) = find_row(connection, id)? else {
                        return Ok(None);
                    };
                    let revision = production::table
                        .find(id.0)
                        .select(production::revision)
                        .first(connection)?;
                    let uploads = upload::table.filter(upload::production_id.eq(id.0));
                    let has_uploads = diesel::select(diesel::dsl::exists(uploads)).get_result(connection)?;
                    Ok(Some(ProductionPlan {
                        production: row.try_into()?,
                        targets: load_targets(connection, id)?,
                        notes: load_notes(connection, id)?,
                        has_uploads,
                        revision,
                    }))
                })
        };
        self.pool.run(WHAT, find).await
    }

    async fn update(&self, production: &Production, change: &PeriodChange, revision: i64) -> Result<(), StorageError> {
        let (id, row, change) = (production.id, ProductionRow::from(production), change.clone());
        let update = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                let present = production::table
                    .find(id.0)
                    .select(production::revision)
                    .for_no_key_update();
                if present.first::<i64>(connection).optional()? != Some(revision) {
                    return Err(StorageError::Stale(WHAT).into());
                }
                diesel::update(production::table.find(id.0))
                    .set(&row)
                    .execute(connection)?;
                raise_revision(connection, id)?;
                apply(connection, id, &change)?;
                announce(connection, &[Topic::Production(id)])?;
                Ok(())
            })
        };
        self.pool.run(WHAT, update).await
    }
}

/// Counts a change of the production or of its plan. Locks the production until the transaction ends.
pub(crate) fn raise_revision(connection: &mut PgConnection, id: ProductionId) -> QueryResult<usize> {
    diesel::sql_query("UPDATE production SET revision = revision + $2 WHERE id = $1")
        .bind::<diesel::sql_types::Uuid, _>(id.0)
        .bind::<BigInt, _>(1_i64)
        .execute(connection)
}
