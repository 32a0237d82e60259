//! Productions, with the targets and weeks that their sale period makes.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::AsSelect;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date};
use domain::access::Visible;
use domain::calendar::in_kst;
use domain::planning::PeriodChange;
use domain::production::{Category, Production, ProductionCode, ProductionDetails, ProductionId};
use ports::actor::{Actor, Precondition};
use ports::driven::{
    NewProduction, Patch, ProductionDeletion, ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort,
    StorageError, TakenNames, Topic, WebhookUrl,
};
use ports::paging::{Order, Page};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::errors::{Work, broken_row};
use crate::plans::{load_notes, load_targets};
use crate::pool::PgPool;
use crate::schema::{daily_target, marketing_week, production, snapshot, upload};
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
    seat_inventory: Option<Value>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
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
            seat_inventory: details.seat_inventory.as_ref().map(seats_to_json),
            created_at: production.created_at,
            updated_at: production.updated_at,
        }
    }
}

/// The production of a full row.
pub(crate) fn to_production((row, revision, has_slack_webhook): FullRow) -> Work<Production> {
    Ok(Production {
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

/// `%…%` for `ILIKE`, with the wildcards of the text itself escaped.
pub(crate) fn contains(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}

fn find(connection: &mut PgConnection, id: ProductionId) -> Work<Option<Production>> {
    let row = production::table.find(id.0).select(full_columns());
    row.first(connection).optional()?.map(to_production).transpose()
}

/// One page of productions.
fn list(connection: &mut PgConnection, query: &ProductionQuery) -> Work<Page<Production>> {
    let filtered = || {
        let mut rows = production::table.into_boxed();
        if let Visible::Only(ids) = &query.visible {
            rows = rows.filter(production::id.eq_any(ids.iter().map(|id| id.0).collect::<Vec<_>>()));
        }
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
    let mut rows = filtered().select(full_columns());
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
    let items = page.into_iter().map(to_production).collect::<Work<_>>()?;
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
    async fn insert(&self, productions: &[NewProduction], by: &Actor) -> Result<(), StorageError> {
        let (productions, by) = (productions.to_vec(), *by);
        let insert = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                for new in &productions {
                    insert(connection, new, &by)?;
                }
                let topics: Vec<_> = productions
                    .iter()
                    .map(|new| Topic::Production(new.production.id))
                    .collect();
                announce(connection, &topics)?;
                Ok(())
            })
        };
        self.pool.run(WHAT, insert).await
    }

    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError> {
        self.pool.run(WHAT, move |connection| find(connection, id)).await
    }

    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError> {
        let code = code.to_string();
        let find = move |connection: &mut PgConnection| {
            let with_code = production::table.filter(production::code.eq(code));
            let row = with_code.select(full_columns()).first(connection).optional()?;
            row.map(to_production).transpose()
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
                    let Some(found) = find(connection, id)? else {
                        return Ok(None);
                    };
                    let revision = production::table
                        .find(id.0)
                        .select(production::revision)
                        .first(connection)?;
                    let uploads = upload::table.filter(upload::production_id.eq(id.0));
                    let has_uploads = diesel::select(diesel::dsl::exists(uploads)).get_result(connection)?;
                    Ok(Some(ProductionPlan {
                        production: found,
                        targets: load_targets(connection, id)?,
                        notes: load_notes(connection, id)?,
                        has_uploads,
                        revision,
                    }))
                })
        };
        self.pool.run(WHAT, find).await
    }

    async fn update(
        &self,
        production: &Production,
        webhook: &Patch<WebhookUrl>,
        change: &PeriodChange,
        revision: i64,
        by: &Actor,
    ) -> Result<Production, StorageError> {
        let (after, webhook, change, by) = (production.clone(), webhook.clone(), change.clone(), *by);
        let update = move |connection: &mut PgConnection| {
            connection.transaction(|connection| update(connection, &after, webhook, &change, revision, &by))
        };
        self.pool.run(WHAT, update).await
    }

    async fn delete(
        &self,
        id: ProductionId,
        force: bool,
        precondition: &Precondition,
        by: &Actor,
    ) -> Result<ProductionDeletion, StorageError> {
        let (precondition, by) = (precondition.clone(), *by);
        let delete = move |connection: &mut PgConnection| {
            connection.transaction(|connection| delete(connection, id, force, &precondition, &by))
        };
        self.pool.run(WHAT, delete).await
    }

    async fn taken(&self, codes: &[String], names: &[String]) -> Result<TakenNames, StorageError> {
        let (codes, names) = (codes.to_vec(), names.to_vec());
        let find = move |connection: &mut PgConnection| {
            let by_code = production::table.filter(production::code.eq_any(codes));
            let by_name = production::table.filter(production::name.eq_any(names));
            Ok(TakenNames {
                codes: by_code.select(production::code).load(connection)?.into_iter().collect(),
                names: by_name.select(production::name).load(connection)?.into_iter().collect(),
            })
        };
        self.pool.run(WHAT, find).await
    }
}

fn enter(
    connection: &mut PgConnection,
    action: &str,
    id: ProductionId,
    before: Option<&Production>,
    after: Option<&Production>,
    by: &Actor,
) -> QueryResult<()> {
    let entry = Entry {
        action,
        subject_id: id.to_string(),
        production_id: Some(id),
        before: before.map(shown),
        after: after.map(shown),
    };
    record(connection, entry, by)
}

/// A production for the audit, as the API shows one; its webhook is a secret.
fn shown(production: &Production) -> Value {
    let details = &production.details;
    json!({
        "code": details.code.to_string(),
        "name": details.name,
        "category": details.category.code(),
        "active": details.active,
        "venue": details.venue,
        "runStart": details.run_start,
        "runEnd": details.run_end,
        "saleStart": details.sale_start,
        "saleEnd": details.sale_end,
        "runningMinutes": details.running_minutes,
        "targetShare": details.target_share.map(|share| share.normalize().to_string()),
        "breakEvenKrw": details.break_even_krw,
        "seatsPerPerformance": details.seats_per_performance,
        "previewEnd": details.preview_end,
        "concertAt": details.concert_at.map(|at| at.to_rfc3339()),
        "seatInventory": details.seat_inventory.as_ref().map(seats_to_json),
        "hasSlackWebhook": production.has_slack_webhook,
    })
}

fn insert(connection: &mut PgConnection, new: &NewProduction, by: &Actor) -> Work<()> {
    let id = new.production.id;
    diesel::insert_into(production::table)
        .values((
            ProductionRow::from(&new.production),
            production::slack_webhook_url.eq(new.webhook.as_ref().map(|url| &url.0)),
        ))
        .execute(connection)?;
    apply(connection, id, &new.change)?;
    if let Some(creator) = by.user_id {
        // Who sees all needs no grant; a member would not see what they just entered.
        diesel::sql_query(
            "INSERT INTO account_production (account_id, production_id)
             SELECT id, $2 FROM account WHERE id = $1 AND role = 'member' AND NOT all_productions",
        )
        .bind::<diesel::sql_types::Uuid, _>(creator.0)
        .bind::<diesel::sql_types::Uuid, _>(id.0)
        .execute(connection)?;
    }
    enter(connection, "production.created", id, None, Some(&new.production), by)?;
    Ok(())
}

fn update(
    connection: &mut PgConnection,
    after: &Production,
    webhook: Patch<WebhookUrl>,
    change: &PeriodChange,
    revision: i64,
    by: &Actor,
) -> Work<Production> {
    let id = after.id;
    let present = production::table
        .find(id.0)
        .select(production::revision)
        .for_no_key_update();
    if present.first::<i64>(connection).optional()? != Some(revision) {
        return Err(StorageError::Stale(WHAT).into());
    }
    let before = find(connection, id)?.ok_or(StorageError::Stale(WHAT))?;
    diesel::update(production::table.find(id.0))
        .set((
            ProductionRow::from(after),
            production::revision.eq(production::revision + 1),
            production::details_revision.eq(production::details_revision + 1),
        ))
        .execute(connection)?;
    let address = match webhook {
        Patch::Keep => None,
        Patch::Clear => Some(None),
        Patch::Set(url) => Some(Some(url.0)),
    };
    if let Some(address) = address {
        diesel::update(production::table.find(id.0))
            .set(production::slack_webhook_url.eq(address))
            .execute(connection)?;
    }
    if !change.is_empty() {
        apply(connection, id, change)?;
        diesel::update(production::table.find(id.0))
            .set((
                production::targets_revision.eq(production::targets_revision + 1),
                production::weeks_revision.eq(production::weeks_revision + 1),
            ))
            .execute(connection)?;
    }
    let stored = find(connection, id)?.ok_or(StorageError::Stale(WHAT))?;
    enter(connection, "production.changed", id, Some(&before), Some(&stored), by)?;
    announce(connection, &[Topic::Production(id)])?;
    Ok(stored)
}

fn delete(
    connection: &mut PgConnection,
    id: ProductionId,
    force: bool,
    precondition: &Precondition,
    by: &Actor,
) -> Work<ProductionDeletion> {
    // The lock that uploads take: none is accepted or published meanwhile.
    let row = production::table
        .find(id.0)
        .select(production::details_revision)
        .for_update();
    let Some(revision) = row.first::<i64>(connection).optional()? else {
        return Ok(ProductionDeletion::NotFound);
    };
    if !precondition.allows(revision) {
        return Ok(ProductionDeletion::Outdated);
    }
    let snapshots = snapshot::table
        .inner_join(upload::table)
        .filter(upload::production_id.eq(id.0));
    let pending = upload::table
        .filter(upload::production_id.eq(id.0))
        .filter(upload::status.eq_any(["queued", "processing"]));
    let has_snapshots = diesel::select(diesel::dsl::exists(snapshots)).get_result::<bool>(connection)?
        || diesel::select(diesel::dsl::exists(pending)).get_result::<bool>(connection)?;
    if has_snapshots && !force {
        return Ok(ProductionDeletion::HasSnapshots);
    }
    let before = find(connection, id)?;
    diesel::delete(upload::table.filter(upload::production_id.eq(id.0))).execute(connection)?;
    diesel::delete(production::table.find(id.0)).execute(connection)?;
    enter(connection, "production.deleted", id, before.as_ref(), None, by)?;
    announce(connection, &[Topic::Snapshot(id), Topic::Production(id)])?;
    Ok(ProductionDeletion::Deleted)
}

/// Counts a change of what belongs to a production. Locks the production until the transaction ends.
pub(crate) fn raise_revision(connection: &mut PgConnection, id: ProductionId) -> QueryResult<usize> {
    diesel::sql_query("UPDATE production SET revision = revision + $2 WHERE id = $1")
        .bind::<diesel::sql_types::Uuid, _>(id.0)
        .bind::<BigInt, _>(1_i64)
        .execute(connection)
}
