//! Changes of productions, with what follows for their plans. Each runs in a transaction of its caller.

use diesel::prelude::*;
use diesel::sql_types::{Array, Date, Uuid as SqlUuid};
use domain::people::UserId;
use domain::planning::PeriodChange;
use domain::production::{Production, ProductionId};
use ports::actor::Basis;
use ports::driven::{AuditAction, NewProduction, Patch, ProductionDeletion, ProductionUpdate, StorageError, Topic};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::collection;
use crate::errors::{Work, check_basis};
use crate::production_rows::{ProductionRow, WHAT, find};
use crate::schema::{account, account_production, daily_target, marketing_week, production, snapshot, upload};
use crate::stored::{StoredSeatGrades, StoredSeats};

/// Stores a new production.
pub(crate) fn insert(connection: &mut PgConnection, new: &NewProduction, permit: &Permit) -> Work<()> {
    let id = new.production.id;
    diesel::insert_into(production::table)
        .values((
            ProductionRow::from(&new.production),
            production::slack_webhook_url.eq(new.webhook.as_ref().map(|url| &url.0)),
        ))
        .execute(connection)?;
    apply(connection, id, &new.change)?;
    record(
        connection,
        entry(AuditAction::ProductionCreated, id, None, Some(&new.production)),
        permit,
    )?;
    Ok(())
}

/// Grants new productions to the member who made them, and counts it as a change of the member: whoever has looked at the
/// member before does not take the grants away without knowing of them. Answers the member, if it is one who needs it.
pub(super) fn grant_to_creator(
    connection: &mut PgConnection,
    ids: &[ProductionId],
    permit: &Permit,
) -> QueryResult<Option<UserId>> {
    let Some(creator) = permit.actor().user_id() else {
        return Ok(None);
    };
    // Who sees all needs no grant; a member would not see what they just entered.
    let changed = diesel::sql_query(
        "WITH creator AS (
             UPDATE account SET revision = revision + 1
             WHERE id = $1 AND role = 'member' AND NOT all_productions AND cardinality($2) > 0
             RETURNING id
         )
         INSERT INTO account_production (account_id, production_id)
         SELECT creator.id, production.id FROM creator CROSS JOIN unnest($2) AS production (id)",
    )
    .bind::<SqlUuid, _>(creator.0)
    .bind::<Array<SqlUuid>, _>(ids.iter().map(|id| id.0).collect::<Vec<_>>())
    .execute(connection)?;
    Ok((changed > 0).then_some(creator))
}

/// Stores changed details and what follows for the plan, unless the production has another state than the change is based
/// on, or the plan another one than what follows was worked out from.
pub(super) fn update(
    connection: &mut PgConnection,
    update: &ProductionUpdate,
    basis: &Basis,
    permit: &Permit,
) -> Work<Production> {
    let ProductionUpdate {
        production: after,
        webhook,
        change,
        plan_revision,
    } = update;
    let id = after.id;
    let row = production::table
        .find(id.0)
        .select((production::details_revision, production::revision))
        .for_no_key_update();
    let present: Option<(i64, i64)> = row.first(connection).optional()?;
    let (details_revision, revision) = present.ok_or(StorageError::Stale(WHAT))?;
    check_basis(basis, details_revision, WHAT)?;
    if revision != *plan_revision {
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
        Patch::Set(url) => Some(Some(&url.0)),
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
    record(
        connection,
        entry(AuditAction::ProductionChanged, id, Some(&before), Some(&stored)),
        permit,
    )?;
    announce(connection, &[Topic::Production(id)])?;
    Ok(stored)
}

/// Deletes a production with all that belongs to it.
pub(super) fn delete(
    connection: &mut PgConnection,
    id: ProductionId,
    force: bool,
    basis: &Basis,
    permit: &Permit,
) -> Work<ProductionDeletion> {
    // The lock that uploads take: none is accepted or published meanwhile.
    let row = production::table
        .find(id.0)
        .select(production::details_revision)
        .for_update();
    let Some(revision) = row.first::<i64>(connection).optional()? else {
        return Ok(ProductionDeletion::NotFound);
    };
    check_basis(basis, revision, WHAT)?;
    let snapshots = snapshot::table.filter(snapshot::production_id.eq(id.0));
    let pending = upload::table
        .filter(upload::production_id.eq(id.0))
        .filter(upload::status.eq_any(["queued", "processing"]));
    let has_snapshots = diesel::select(diesel::dsl::exists(snapshots)).get_result::<bool>(connection)?
        || diesel::select(diesel::dsl::exists(pending)).get_result::<bool>(connection)?;
    if has_snapshots && !force {
        return Ok(ProductionDeletion::HasSnapshots);
    }
    let before = find(connection, id)?;
    let holders = take_grants(connection, id, permit)?;
    let mut topics = vec![Topic::Snapshot(id), Topic::Production(id)];
    topics.extend(collection::go_with(connection, id, permit)?);
    diesel::delete(upload::table.filter(upload::production_id.eq(id.0))).execute(connection)?;
    diesel::delete(production::table.find(id.0)).execute(connection)?;
    record(
        connection,
        entry(AuditAction::ProductionDeleted, id, before.as_ref(), None),
        permit,
    )?;
    topics.extend(holders.into_iter().map(Topic::Access));
    announce(connection, &topics)?;
    Ok(ProductionDeletion::Deleted)
}

/// Takes a production, which is locked, from everybody who is granted it, and counts it as a change of them; answers whom it
/// was taken from.
fn take_grants(connection: &mut PgConnection, id: ProductionId, permit: &Permit) -> Work<Vec<UserId>> {
    let grants = account_production::table.filter(account_production::production_id.eq(id.0));
    let holders: Vec<Uuid> = diesel::delete(grants)
        .returning(account_production::account_id)
        .get_results(connection)?;
    // Granted between the lock of the accounts and that of the production: to lock another account now could wait for
    // somebody who waits for the production.
    if !holders.iter().all(|holder| permit.has_locked(*holder)) {
        return Err(StorageError::Stale(WHAT).into());
    }
    diesel::update(account::table.filter(account::id.eq_any(&holders)))
        .set(account::revision.eq(account::revision + 1))
        .execute(connection)?;
    Ok(holders.into_iter().map(UserId).collect())
}

/// Drops and creates what a change of the sale period asks for.
fn apply(connection: &mut PgConnection, id: ProductionId, change: &PeriodChange) -> QueryResult<()> {
    if !change.dropped_days.is_empty() {
        let of_production = daily_target::table.filter(daily_target::production_id.eq(id.0));
        let dropped = of_production.filter(daily_target::sale_day.eq_any(&change.dropped_days));
        diesel::delete(dropped).execute(connection)?;
    }
    if !change.dropped_weeks.is_empty() {
        let of_production = marketing_week::table.filter(marketing_week::production_id.eq(id.0));
        let dropped = of_production.filter(marketing_week::monday.eq_any(&change.dropped_weeks));
        diesel::delete(dropped).execute(connection)?;
    }
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

/// An entry about a production.
fn entry(action: AuditAction, id: ProductionId, before: Option<&Production>, after: Option<&Production>) -> Entry {
    Entry {
        action,
        subject_id: id.to_string(),
        production_id: Some(id),
        before: before.map(audit_json),
        after: after.map(audit_json),
    }
}

/// A production for the audit, as the API shows one; its webhook is a secret.
fn audit_json(production: &Production) -> Value {
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
        "seatInventory": details.seat_inventory.clone().map(StoredSeats),
        "seatGrades": StoredSeatGrades(details.seat_grades.clone()).to_json(),
        "targetKrw": details.target_krw,
        "productionCostKrw": details.production_cost_krw,
        "revenueBasis": details.revenue_basis.code(),
        "hasSlackWebhook": production.has_slack_webhook,
    })
}
