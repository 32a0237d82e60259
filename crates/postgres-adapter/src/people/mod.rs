//! Users, and what they sign in with.
//!
//! A change of what somebody may do, and the end of a session or key, is announced like every other change, so that no
//! server lets anybody in longer than it should. Signing in, using a token and failing to sign in are not.

mod attempts;
mod credentials;
mod digests;
mod factors;
mod new_sign_ins;
mod preferences;
mod users;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::access::ProductionIds;
use domain::people::{Email, Grants, User, UserId};
use domain::production::ProductionId;
use serde_json::{Value, json};
use uuid::Uuid;

pub use attempts::PgSignInAttempts;
pub use credentials::PgCredentialRepository;
pub use digests::PgDigestRepository;
pub use factors::PgFactorRepository;
pub use new_sign_ins::PgNewSignIns;
pub use preferences::PgPreferenceRepository;
pub use users::PgUserRepository;
pub(crate) use users::{insert, issue_reset_link, load_all};

use crate::errors::{Work, broken_row};
use crate::schema::{account, account_production};

const WHAT: &str = "user";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = account, check_for_backend(diesel::pg::Pg))]
#[expect(clippy::struct_excessive_bools, reason = "the columns are what they are")]
struct AccountRow {
    id: Uuid,
    email: String,
    name: String,
    role: String,
    active: bool,
    can_upload: bool,
    can_manage_productions: bool,
    all_productions: bool,
    created_at: DateTime<Utc>,
    activated_at: Option<DateTime<Utc>>,
    revision: i64,
}

impl From<&User> for AccountRow {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.0,
            email: user.email.to_string(),
            name: user.name.clone(),
            role: user.role.code().to_owned(),
            active: user.active,
            can_upload: user.grants.can_upload,
            can_manage_productions: user.grants.can_manage_productions,
            all_productions: user.grants.all_productions,
            created_at: user.created_at,
            activated_at: user.activated_at,
            revision: user.revision,
        }
    }
}

impl AccountRow {
    fn into_user(self, production_ids: ProductionIds) -> Work<User> {
        Ok(User {
            id: UserId(self.id),
            email: Email::parse(&self.email).map_err(|error| broken_row(WHAT, error))?,
            name: self.name,
            role: self.role.parse().map_err(|error| broken_row(WHAT, error))?,
            active: self.active,
            grants: Grants {
                can_upload: self.can_upload,
                can_manage_productions: self.can_manage_productions,
                all_productions: self.all_productions,
                production_ids,
            },
            created_at: self.created_at,
            activated_at: self.activated_at,
            revision: self.revision,
        })
    }
}

/// The users of these rows, in their order, with what they are granted.
fn with_grants(connection: &mut PgConnection, rows: Vec<AccountRow>) -> Work<Vec<User>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let grants: Vec<(Uuid, Uuid)> = account_production::table
        .filter(account_production::account_id.eq_any(ids))
        .select((account_production::account_id, account_production::production_id))
        .load(connection)?;
    let mut by_user = HashMap::<Uuid, ProductionIds>::new();
    for (user, production) in grants {
        by_user.entry(user).or_default().insert(ProductionId(production));
    }
    rows.into_iter()
        .map(|row| {
            let granted = by_user.remove(&row.id).unwrap_or_default();
            row.into_user(granted)
        })
        .collect()
}

fn find(connection: &mut PgConnection, id: UserId) -> Work<Option<User>> {
    let row = account::table
        .find(id.0)
        .select(AccountRow::as_select())
        .first(connection)
        .optional()?;
    Ok(with_grants(connection, row.into_iter().collect())?.pop())
}

/// A user for the audit, as the API shows one.
fn audit_json(user: &User) -> Value {
    json!({
        "email": user.email.as_str(),
        "name": user.name,
        "role": user.role.code(),
        "active": user.active,
        "canUpload": user.grants.can_upload,
        "canManageProductions": user.grants.can_manage_productions,
        "allProductions": user.grants.all_productions,
        "productionIds": user.grants.production_ids.iter().map(|id| id.0).collect::<Vec<_>>(),
    })
}
