//! What was done when to sell a production.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::agency::AgencyCode;
use domain::campaign::{Campaign, CampaignDetails, CampaignDraft, CampaignId, CampaignKind, MAX_CAMPAIGNS};
use domain::grade::Grade;
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{AuditAction, CampaignRepository, NewCampaign, StorageError, Topic};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row, check_basis};
use crate::pool::PgPool;
use crate::production_rows::lock_production;
use crate::schema::{account, campaign};

const WHAT: &str = "campaign";

/// Campaigns in PostgreSQL.
pub struct PgCampaignRepository {
    pool: PgPool,
}

impl PgCampaignRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// What somebody says of a campaign.
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaign, check_for_backend(diesel::pg::Pg))]
#[diesel(treat_none_as_null = true)]
struct Said {
    from_day: NaiveDate,
    to_day: NaiveDate,
    kind: String,
    text: String,
    agency: Option<String>,
    rate: Option<Decimal>,
    grades: Vec<String>,
}

impl From<&CampaignDetails> for Said {
    fn from(details: &CampaignDetails) -> Self {
        Self {
            from_day: details.from,
            to_day: details.to,
            kind: details.kind.code().to_owned(),
            text: details.text.clone(),
            agency: details.agency.as_ref().map(|agency| agency.code().to_owned()),
            rate: details.rate.map(|rate| rate.normalize()),
            grades: details.grades.iter().map(|grade| grade.code().to_owned()).collect(),
        }
    }
}

fn to_details(said: Said) -> Work<CampaignDetails> {
    let grade = |code: &String| code.parse::<Grade>().map_err(|error| broken_row(WHAT, error));
    let agency = said.agency.map(|code| code.parse::<AgencyCode>()).transpose();
    Ok(CampaignDetails::stored(CampaignDraft {
        from: said.from_day,
        to: said.to_day,
        kind: said
            .kind
            .parse::<CampaignKind>()
            .map_err(|error| broken_row(WHAT, error))?,
        text: said.text,
        agency: agency.map_err(|error| broken_row(WHAT, error))?,
        rate: said.rate,
        grades: said.grades.iter().map(grade).collect::<Work<_>>()?,
    }))
}

type Row = (Uuid, Uuid, Said, Option<(Uuid, String)>, i64);

fn to_campaign((id, production_id, said, created_by, revision): Row) -> Work<Campaign> {
    Ok(Campaign {
        id: CampaignId(id),
        production_id: ProductionId(production_id),
        details: to_details(said)?,
        created_by: created_by.map(|(id, name)| UserName { id: UserId(id), name }),
        revision,
    })
}

/// Those of a production: one, or all that touch the days.
fn load(
    connection: &mut PgConnection,
    production: ProductionId,
    id: Option<CampaignId>,
    (first, last): (Option<NaiveDate>, Option<NaiveDate>),
) -> Work<Vec<Campaign>> {
    let mut rows = campaign::table
        .left_join(account::table)
        .filter(campaign::production_id.eq(production.0))
        .select((
            campaign::id,
            campaign::production_id,
            Said::as_select(),
            (account::id, account::name).nullable(),
            campaign::revision,
        ))
        .into_boxed();
    if let Some(id) = id {
        rows = rows.filter(campaign::id.eq(id.0));
    }
    if let Some(first) = first {
        rows = rows.filter(campaign::to_day.ge(first));
    }
    if let Some(last) = last {
        rows = rows.filter(campaign::from_day.le(last));
    }
    let rows: Vec<Row> = rows
        .order((campaign::from_day, campaign::to_day, campaign::id))
        .load(connection)?;
    rows.into_iter().map(to_campaign).collect()
}

fn one(connection: &mut PgConnection, production: ProductionId, id: CampaignId) -> Work<Option<Campaign>> {
    Ok(load(connection, production, Some(id), (None, None))?.pop())
}

fn insert(connection: &mut PgConnection, new: &NewCampaign, permit: &Permit) -> Work<bool> {
    // Whoever enters one counts them alone.
    lock_production(connection, new.production_id)?;
    let of_production = campaign::table.filter(campaign::production_id.eq(new.production_id.0));
    if of_production.count().get_result::<i64>(connection)? >= MAX_CAMPAIGNS {
        return Ok(false);
    }
    diesel::insert_into(campaign::table)
        .values((
            campaign::id.eq(new.id.0),
            campaign::production_id.eq(new.production_id.0),
            Said::from(&new.details),
            campaign::created_by.eq(permit.recorded_as().map(|id| id.0)),
            campaign::updated_at.eq(new.at),
        ))
        .execute(connection)?;
    let entry = entry(
        AuditAction::CampaignCreated,
        new.production_id,
        new.id,
        None,
        Some(&new.details),
    );
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Campaign(new.production_id)])?;
    Ok(true)
}

fn update(
    connection: &mut PgConnection,
    after: &Campaign,
    at: DateTime<Utc>,
    basis: &Basis,
    permit: &Permit,
) -> Work<()> {
    lock_production(connection, after.production_id)?;
    let before = one(connection, after.production_id, after.id)?.ok_or(StorageError::Stale(WHAT))?;
    check_basis(basis, before.revision, WHAT)?;
    if before.revision != after.revision {
        return Err(StorageError::Stale(WHAT).into());
    }
    diesel::update(campaign::table.find(after.id.0))
        .set((
            Said::from(&after.details),
            campaign::revision.eq(campaign::revision + 1),
            campaign::updated_at.eq(at),
        ))
        .execute(connection)?;
    let entry = entry(
        AuditAction::CampaignChanged,
        after.production_id,
        after.id,
        Some(&before.details),
        Some(&after.details),
    );
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Campaign(after.production_id)])?;
    Ok(())
}

fn delete(
    connection: &mut PgConnection,
    production: ProductionId,
    id: CampaignId,
    basis: &Basis,
    permit: &Permit,
) -> Work<bool> {
    lock_production(connection, production)?;
    let Some(before) = one(connection, production, id)? else {
        return Ok(false);
    };
    check_basis(basis, before.revision, WHAT)?;
    diesel::delete(campaign::table.find(id.0)).execute(connection)?;
    let entry = entry(
        AuditAction::CampaignDeleted,
        production,
        id,
        Some(&before.details),
        None,
    );
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Campaign(production)])?;
    Ok(true)
}

fn entry(
    action: AuditAction,
    production: ProductionId,
    id: CampaignId,
    before: Option<&CampaignDetails>,
    after: Option<&CampaignDetails>,
) -> Entry {
    Entry {
        action,
        subject_id: id.to_string(),
        production_id: Some(production),
        before: before.map(audit_json),
        after: after.map(audit_json),
    }
}

fn audit_json(details: &CampaignDetails) -> Value {
    json!({
        "from": details.from,
        "to": details.to,
        "kind": details.kind.code(),
        "text": details.text,
        "agency": details.agency.as_ref().map(AgencyCode::code),
        "rate": details.rate.map(|rate| rate.normalize().to_string()),
        "grades": details.grades.iter().map(Grade::code).collect::<Vec<_>>(),
    })
}

#[async_trait]
impl CampaignRepository for PgCampaignRepository {
    async fn list(
        &self,
        production: ProductionId,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> Result<Vec<Campaign>, StorageError> {
        let within = move |connection: &mut PgConnection| load(connection, production, None, (first, last));
        self.pool.look_up(WHAT, within).await
    }

    async fn find(&self, production: ProductionId, id: CampaignId) -> Result<Option<Campaign>, StorageError> {
        self.pool
            .look_up(WHAT, move |connection| one(connection, production, id))
            .await
    }

    async fn insert(&self, new: &NewCampaign, by: &Actor) -> Result<bool, StorageError> {
        let new = new.clone();
        let insert = move |connection: &mut PgConnection, permit: &Permit| insert(connection, &new, permit);
        self.pool.write(WHAT, by, insert).await
    }

    async fn update(&self, campaign: &Campaign, at: DateTime<Utc>, edit: &Edit) -> Result<(), StorageError> {
        let (after, basis) = (campaign.clone(), edit.basis.clone());
        let update =
            move |connection: &mut PgConnection, permit: &Permit| update(connection, &after, at, &basis, permit);
        self.pool.write(WHAT, &edit.by, update).await
    }

    async fn delete(&self, production: ProductionId, id: CampaignId, edit: &Edit) -> Result<bool, StorageError> {
        let basis = edit.basis.clone();
        let delete =
            move |connection: &mut PgConnection, permit: &Permit| delete(connection, production, id, &basis, permit);
        self.pool.write(WHAT, &edit.by, delete).await
    }
}
