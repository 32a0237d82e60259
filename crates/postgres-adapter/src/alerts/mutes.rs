//! Kinds of alerts that are not told for a time.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::alert::AlertKind;
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use ports::actor::Refusal;
use ports::driven::{AuditAction, Mute, StorageError, Topic};
use serde_json::Value;
use uuid::Uuid;

use super::{lock, parse_kind};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;
use crate::schema::alert_mute;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamptz)]
    muted_until: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    user_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    user_name: Option<String>,
}

pub(super) fn load(connection: &mut PgConnection, production: ProductionId, now: DateTime<Utc>) -> Work<Vec<Mute>> {
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT m.kind, m.muted_until, a.id AS user_id, a.name AS user_name
         FROM alert_mute m LEFT JOIN account a ON a.id = m.muted_by
         WHERE m.production_id = $1 AND m.muted_until > $2",
    )
    .bind::<SqlUuid, _>(production.0)
    .bind::<Timestamptz, _>(now)
    .load(connection)?;
    let mute = |row: Row| {
        let by = row
            .user_id
            .zip(row.user_name)
            .map(|(id, name)| UserName { id: UserId(id), name });
        Ok(Mute {
            kind: parse_kind(&row.kind)?,
            until: row.muted_until,
            by,
        })
    };
    let mut mutes = rows.into_iter().map(mute).collect::<Work<Vec<_>>>()?;
    mutes.sort_by_key(|mute| mute.kind);
    Ok(mutes)
}

pub(super) fn set(
    connection: &mut PgConnection,
    production: ProductionId,
    kinds: &[(AlertKind, Option<DateTime<Utc>>)],
    permit: &Permit,
    now: DateTime<Utc>,
) -> Work<()> {
    if !lock(connection, production)? {
        return Err(StorageError::from(Refusal::Hidden).into());
    }
    let before = told(&load(connection, production, now)?);
    for (kind, until) in kinds {
        let Some(until) = until else {
            diesel::delete(alert_mute::table.find((production.0, kind.code()))).execute(connection)?;
            continue;
        };
        let mute = (
            alert_mute::muted_until.eq(until),
            alert_mute::muted_by.eq(permit.recorded_as().map(|id| id.0)),
        );
        diesel::insert_into(alert_mute::table)
            .values((
                alert_mute::production_id.eq(production.0),
                alert_mute::kind.eq(kind.code()),
                mute,
            ))
            .on_conflict((alert_mute::production_id, alert_mute::kind))
            .do_update()
            .set(mute)
            .execute(connection)?;
    }
    let entry = Entry {
        action: AuditAction::AlertsMuted,
        subject_id: production.to_string(),
        production_id: Some(production),
        before: Some(before),
        after: Some(told(&load(connection, production, now)?)),
    };
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Alert(production)])?;
    Ok(())
}

/// As the audit tells it.
fn told(mutes: &[Mute]) -> Value {
    let of = |mute: &Mute| (mute.kind.code().to_owned(), Value::from(mute.until.to_rfc3339()));
    Value::Object(mutes.iter().map(of).collect())
}
