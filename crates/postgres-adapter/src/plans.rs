//! Targets by day and marketing notes by week.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text};
use domain::calendar::DateRange;
use domain::planning::{DailyTargets, NotesByMonday, WeekNotes};
use domain::production::ProductionId;
use ports::actor::Edit;
use ports::driven::{AuditAction, Patch, PlanRepository, StorageError, TargetPlan, Topic, WeekNotesPatch, WeekPlan};
use serde_json::{Value, json};

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, check_basis};
use crate::pool::PgPool;
use crate::revisions::raise_revision;
use crate::schema::{daily_target, marketing_week, production};
use crate::stored::StoredWeekNotes;

/// Targets and marketing notes in PostgreSQL.
pub struct PgPlanRepository {
    pool: PgPool,
}

impl PgPlanRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

pub(crate) fn load_targets(connection: &mut PgConnection, id: ProductionId) -> QueryResult<DailyTargets> {
    let targets = daily_target::table.filter(daily_target::production_id.eq(id.0));
    let rows = targets
        .select((daily_target::sale_day, daily_target::target_krw))
        .load(connection)?;
    Ok(rows.into_iter().collect())
}

pub(crate) fn load_notes(connection: &mut PgConnection, id: ProductionId) -> QueryResult<NotesByMonday> {
    type NotesRow = (NaiveDate, Option<String>, Option<String>, Option<String>);
    let weeks = marketing_week::table.filter(marketing_week::production_id.eq(id.0));
    let columns = (
        marketing_week::monday,
        marketing_week::sales_marketing,
        marketing_week::promotion,
        marketing_week::other,
    );
    let rows: Vec<NotesRow> = weeks.select(columns).load(connection)?;
    let notes = |(monday, sales_marketing, promotion, other)| {
        (
            monday,
            WeekNotes {
                sales_marketing,
                promotion,
                other,
            },
        )
    };
    Ok(rows.into_iter().map(notes).collect())
}

/// `None` without the production; `Some(None)` while its sale period is not known.
#[expect(
    clippy::option_option,
    reason = "a production without a sale period is not a missing production"
)]
fn load_sale_period(connection: &mut PgConnection, id: ProductionId) -> QueryResult<Option<Option<DateRange>>> {
    let ends = production::table
        .find(id.0)
        .select((production::sale_start, production::sale_end));
    let ends: Option<(Option<NaiveDate>, Option<NaiveDate>)> = ends.first(connection).optional()?;
    Ok(ends.map(|(first, last)| DateRange::new(first?, last?)))
}

/// The three states of a patched text as two columns: whether it changes, and to what.
fn columns(patches: impl Iterator<Item = Patch<String>>) -> (Vec<bool>, Vec<Option<String>>) {
    patches
        .map(|patch| match patch {
            Patch::Keep => (false, None),
            Patch::Clear => (true, None),
            Patch::Set(text) => (true, Some(text)),
        })
        .unzip()
}

/// Sets targets of days that are in the sale period, and enters what differs into the audit. The production is locked.
pub(crate) fn store_targets(
    connection: &mut PgConnection,
    id: ProductionId,
    days: &[NaiveDate],
    krw: &[i64],
    permit: &Permit,
) -> Work<()> {
    let before = load_targets(connection, id)?;
    let changed = diesel::sql_query(
        "UPDATE daily_target t SET target_krw = new.target_krw
             FROM unnest($2, $3) AS new (sale_day, target_krw)
             WHERE t.production_id = $1 AND t.sale_day = new.sale_day",
    )
    .bind::<diesel::sql_types::Uuid, _>(id.0)
    .bind::<Array<Date>, _>(days)
    .bind::<Array<BigInt>, _>(krw)
    .execute(connection)?;
    if changed != days.len() {
        return Err(StorageError::Stale("the sale period").into());
    }
    diesel::update(production::table.find(id.0))
        .set(production::targets_revision.eq(production::targets_revision + 1))
        .execute(connection)?;
    let differing = || days.iter().zip(krw).filter(|(day, krw)| before.get(day) != Some(krw));
    let entry = Entry {
        action: AuditAction::TargetsSet,
        subject_id: id.to_string(),
        production_id: Some(id),
        before: Some(
            differing()
                .map(|(day, _)| (day.to_string(), json!(before.get(day))))
                .collect(),
        ),
        after: Some(differing().map(|(day, krw)| (day.to_string(), json!(krw))).collect()),
    };
    record(connection, entry, permit)?;
    Ok(())
}

/// Changes notes of weeks that are in the sale period, and enters what differs into the audit. The production is locked.
pub(crate) fn store_weeks(
    connection: &mut PgConnection,
    id: ProductionId,
    weeks: &BTreeMap<NaiveDate, WeekNotesPatch>,
    permit: &Permit,
) -> Work<()> {
    let mondays: Vec<_> = weeks.keys().copied().collect();
    let sales_marketing = columns(weeks.values().map(|week| week.sales_marketing.clone()));
    let promotion = columns(weeks.values().map(|week| week.promotion.clone()));
    let other = columns(weeks.values().map(|week| week.other.clone()));
    let before = load_notes(connection, id)?;
    let changed = diesel::sql_query(
        "UPDATE marketing_week w
             SET sales_marketing = CASE WHEN new.sets_sales THEN new.sales ELSE w.sales_marketing END,
                 promotion = CASE WHEN new.sets_promotion THEN new.promotion ELSE w.promotion END,
                 other = CASE WHEN new.sets_other THEN new.other ELSE w.other END
             FROM unnest($2, $3, $4, $5, $6, $7, $8)
                  AS new (monday, sets_sales, sales, sets_promotion, promotion, sets_other, other)
             WHERE w.production_id = $1 AND w.monday = new.monday",
    )
    .bind::<diesel::sql_types::Uuid, _>(id.0)
    .bind::<Array<Date>, _>(&mondays)
    .bind::<Array<Bool>, _>(&sales_marketing.0)
    .bind::<Array<Nullable<Text>>, _>(&sales_marketing.1)
    .bind::<Array<Bool>, _>(&promotion.0)
    .bind::<Array<Nullable<Text>>, _>(&promotion.1)
    .bind::<Array<Bool>, _>(&other.0)
    .bind::<Array<Nullable<Text>>, _>(&other.1)
    .execute(connection)?;
    if changed != mondays.len() {
        return Err(StorageError::Stale("the sale period").into());
    }
    diesel::update(production::table.find(id.0))
        .set(production::weeks_revision.eq(production::weeks_revision + 1))
        .execute(connection)?;
    let after = load_notes(connection, id)?;
    let differing: Vec<_> = mondays
        .iter()
        .filter(|monday| before.get(monday) != after.get(monday))
        .collect();
    let notes_of = |all: &NotesByMonday| {
        let of = |monday: &NaiveDate| (monday.to_string(), all.get(monday).map_or(Value::Null, audit_json));
        differing.iter().copied().map(of).collect::<Value>()
    };
    let entry = Entry {
        action: AuditAction::MarketingWeeksSet,
        subject_id: id.to_string(),
        production_id: Some(id),
        before: Some(notes_of(&before)),
        after: Some(notes_of(&after)),
    };
    record(connection, entry, permit)?;
    Ok(())
}

fn audit_json(notes: &WeekNotes) -> Value {
    json!(StoredWeekNotes::from(notes.clone()))
}

#[async_trait]
impl PlanRepository for PgPlanRepository {
    async fn targets(&self, id: ProductionId) -> Result<Option<TargetPlan>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let Some(sale_period) = load_sale_period(connection, id)? else {
                        return Ok(None);
                    };
                    Ok(Some(TargetPlan {
                        sale_period,
                        targets: load_targets(connection, id)?,
                        revision: production::table
                            .find(id.0)
                            .select(production::targets_revision)
                            .first(connection)?,
                    }))
                })
        };
        self.pool.look_up("targets", load).await
    }

    async fn set_targets(&self, id: ProductionId, targets: &DailyTargets, edit: &Edit) -> Result<(), StorageError> {
        let basis = edit.basis.clone();
        let (days, krw): (Vec<_>, Vec<_>) = targets.iter().map(|(day, krw)| (*day, *krw)).unzip();
        let set = move |connection: &mut PgConnection, permit: &Permit| {
            raise_revision(connection, id)?;
            let row = production::table.find(id.0).select(production::targets_revision);
            check_basis(&basis, row.first(connection)?, "targets")?;
            store_targets(connection, id, &days, &krw, permit)?;
            announce(connection, &[Topic::Target(id)])?;
            Ok(())
        };
        self.pool.write("targets", &edit.by, set).await
    }

    async fn weeks(&self, id: ProductionId) -> Result<Option<WeekPlan>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let Some(sale_period) = load_sale_period(connection, id)? else {
                        return Ok(None);
                    };
                    Ok(Some(WeekPlan {
                        sale_period,
                        notes: load_notes(connection, id)?,
                        revision: production::table
                            .find(id.0)
                            .select(production::weeks_revision)
                            .first(connection)?,
                    }))
                })
        };
        self.pool.look_up("marketing weeks", load).await
    }

    async fn change_weeks(
        &self,
        id: ProductionId,
        weeks: &BTreeMap<NaiveDate, WeekNotesPatch>,
        edit: &Edit,
    ) -> Result<(), StorageError> {
        let basis = edit.basis.clone();
        let weeks = weeks.clone();
        let change = move |connection: &mut PgConnection, permit: &Permit| {
            raise_revision(connection, id)?;
            let row = production::table.find(id.0).select(production::weeks_revision);
            check_basis(&basis, row.first(connection)?, "marketing weeks")?;
            store_weeks(connection, id, &weeks, permit)?;
            announce(connection, &[Topic::Note(Some(id))])?;
            Ok(())
        };
        self.pool.write("marketing weeks", &edit.by, change).await
    }
}
