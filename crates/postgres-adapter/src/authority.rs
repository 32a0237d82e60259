//! Whether whoever writes still may: asked in the transaction that writes, under locks that hold until its end.
//!
//! Accounts are locked before anything else, in the order of their ids; then sessions and keys, then what is written. A
//! withdrawal of rights locks the same rows: it is seen, or it comes after the write. As every transaction keeps to this
//! order, none of them waits for one that waits for it.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use domain::access::{Rights, Role, Visible};
use domain::people::UserId;
use domain::production::ProductionId;
use ports::actor::{Actor, Authority, Needs, Refusal};
use ports::driven::{Credential, OldRow, StorageError};
use uuid::Uuid;

use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::prepared::prepared;

/// That somebody may write, in the transaction that this was made in. What enters something into the audit asks for it,
/// so nothing is changed without.
pub(crate) struct Permit {
    actor: Actor,
    recorded_as: Option<UserId>,
    accounts: Vec<LockedAccount>,
    /// The row of the predecessor that the change comes from.
    moved_in: Option<OldRow>,
}

impl Permit {
    /// Who writes.
    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The user under whose name the change is recorded.
    pub(crate) fn recorded_as(&self) -> Option<UserId> {
        self.recorded_as
    }

    /// The same, recorded under the name of a user who has proved to be this one by something else than a session.
    pub(crate) fn in_the_name_of(self, user: UserId) -> Self {
        Self {
            recorded_as: Some(user),
            ..self
        }
    }

    /// What the server does of itself besides, in the same transaction.
    #[expect(clippy::unused_self, reason = "only within a change that was permitted")]
    pub(crate) fn of_server(&self) -> Self {
        Self {
            actor: Actor::SYSTEM,
            recorded_as: None,
            accounts: Vec::new(),
            moved_in: None,
        }
    }

    /// The same of the server, for what comes from this row of the predecessor.
    pub(crate) fn moving_in(&self, row: OldRow) -> Self {
        Self {
            moved_in: Some(row),
            ..self.of_server()
        }
    }

    /// The row of the predecessor that the change comes from.
    pub(crate) fn moved_in(&self) -> Option<OldRow> {
        self.moved_in
    }

    /// An account that was locked; `None` where there is none.
    pub(crate) fn account(&self, id: UserId) -> Option<&LockedAccount> {
        self.accounts.iter().find(|account| account.id == id.0)
    }

    /// Whether this account was locked.
    pub(crate) fn has_locked(&self, id: Uuid) -> bool {
        self.accounts.iter().any(|account| account.id == id)
    }

    /// The active masters among the accounts that were locked.
    pub(crate) fn masters(&self) -> impl Iterator<Item = UserId> + '_ {
        let masters = self.accounts.iter().filter(|account| account.is_active_master());
        masters.map(|account| UserId(account.id))
    }
}

/// The accounts that a change is about. They are locked together with whoever makes the change.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Accounts {
    /// None: whoever makes the change is only asked for.
    Untouched,
    /// Whoever makes the change.
    Own,
    /// This user.
    Of(UserId),
    /// This user, and all active masters: one of them must stay.
    OfAndMasters(UserId),
    /// Everybody who is granted this production.
    GrantedOn(ProductionId),
    /// Everybody who registered and waits.
    Waiting,
}

impl Accounts {
    /// The user whom a change is about.
    fn target(self) -> Option<UserId> {
        match self {
            Self::Of(user) | Self::OfAndMasters(user) => Some(user),
            Self::Untouched | Self::Own | Self::GrantedOn(_) | Self::Waiting => None,
        }
    }
}

/// An account as it stands under its lock.
#[derive(QueryableByName)]
pub(crate) struct LockedAccount {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    role: String,
    #[diesel(sql_type = Bool)]
    active: bool,
    /// Counts its changes.
    #[diesel(sql_type = BigInt)]
    pub(crate) revision: i64,
}

impl LockedAccount {
    fn is_active_master(&self) -> bool {
        self.active && self.role == Role::Master.code()
    }
}

impl PgPool {
    /// Runs a change in a transaction, when `by` may make it.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        what: &'static str,
        by: &Actor,
        change: impl FnOnce(&mut PgConnection, &Permit) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.write_accounts(what, by, Accounts::Untouched, |connection, permit| {
            change(connection, &permit)
        })
        .await
    }

    /// As [`Self::write`], with these accounts locked.
    pub(crate) async fn write_accounts<T: Send + 'static>(
        &self,
        what: &'static str,
        by: &Actor,
        accounts: Accounts,
        change: impl FnOnce(&mut PgConnection, Permit) -> Work<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let by = *by;
        let work = move |connection: &mut PgConnection| {
            connection.transaction(|connection| {
                let permit = permit(connection, by, accounts)?;
                change(connection, permit)
            })
        };
        self.run(what, work).await
    }
}

fn permit(connection: &mut PgConnection, actor: Actor, accounts: Accounts) -> Work<Permit> {
    let target = accounts.target();
    let accounts = lock(connection, actor.user_id(), accounts)?;
    match actor.authority {
        Authority::Server | Authority::Stranger => {}
        Authority::Proven { user, revision } => check_proof(connection, user, revision)?,
        Authority::Credential {
            user,
            credential,
            needs,
        } => {
            let rights = rights(connection, user, credential, needs)?.ok_or(Refusal::SignedOut);
            let checked = rights.and_then(|rights| needs.check(&rights));
            checked.map_err(StorageError::from)?;
            // Whom the policy was asked about is the user as found: one who has another role now is to be looked at anew.
            let now = accounts
                .iter()
                .find(|account| target.is_some_and(|id| id.0 == account.id));
            if let (Some((before, _)), Some(now)) = (needs.touches, now)
                && now.role != before.code()
            {
                return Err(StorageError::Stale("user").into());
            }
        }
    }
    Ok(Permit {
        actor,
        recorded_as: actor.user_id(),
        accounts,
        moved_in: None,
    })
}

fn lock(connection: &mut PgConnection, by: Option<UserId>, accounts: Accounts) -> QueryResult<Vec<LockedAccount>> {
    if matches!(accounts, Accounts::Untouched) {
        return Ok(Vec::new());
    }
    let granted_on = match accounts {
        Accounts::GrantedOn(production) => Some(production),
        _ => None,
    };
    let ids: Vec<_> = by.into_iter().chain(accounts.target()).map(|id| id.0).collect();
    diesel::sql_query(
        "SELECT id, role, active, revision FROM account
         WHERE id = ANY($1) OR ($2 AND active AND role = 'master')
            OR id IN (SELECT account_id FROM account_production WHERE production_id = $3)
            OR ($4 AND activated_at IS NULL AND registered_from IS NOT NULL)
         ORDER BY id FOR NO KEY UPDATE",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Bool, _>(matches!(accounts, Accounts::OfAndMasters(_)))
    .bind::<Nullable<SqlUuid>, _>(granted_on.map(|id| id.0))
    .bind::<Bool, _>(matches!(accounts, Accounts::Waiting))
    .load(connection)
}

/// Whether a user is active and has not changed since a proof was looked at.
fn check_proof(connection: &mut PgConnection, user: UserId, revision: i64) -> Work<()> {
    let held = diesel::sql_query("SELECT FROM account WHERE id = $1 AND active AND revision = $2 FOR SHARE")
        .bind::<SqlUuid, _>(user.0)
        .bind::<BigInt, _>(revision)
        .execute(connection)?;
    if held == 0 {
        return Err(StorageError::Stale("user").into());
    }
    Ok(())
}

/// What is asked of a user: what a member is granted in general, and of one production.
#[derive(QueryableByName)]
#[expect(clippy::struct_excessive_bools, reason = "a row as the statement answers it")]
struct Held {
    #[diesel(sql_type = Text)]
    role: String,
    #[diesel(sql_type = Bool)]
    can_upload: bool,
    #[diesel(sql_type = Bool)]
    can_manage_productions: bool,
    #[diesel(sql_type = Bool)]
    all_productions: bool,
    #[diesel(sql_type = Bool)]
    is_granted: bool,
}

/// The rights of an active user by a credential that is there, as far as they matter for `needs`; `None` for nobody. A
/// row that a withdrawal deleted while its lock was waited for is skipped, and one that it changed is read anew; so each
/// row that matters is locked, the account first.
fn rights(connection: &mut PgConnection, user: UserId, credential: Credential, needs: Needs) -> Work<Option<Rights>> {
    let (session, key) = match credential {
        Credential::Session(id) => (Some(id.0), None),
        Credential::ApiKey { id, .. } => (None, Some(id.0)),
    };
    let look = diesel::sql_query(
        "WITH actor AS MATERIALIZED (
             SELECT id, role, can_upload, can_manage_productions, all_productions
             FROM account WHERE id = $1 AND active FOR SHARE
         ), held_session AS MATERIALIZED (
             SELECT id FROM session WHERE id = $2 AND account_id = (SELECT id FROM actor) FOR KEY SHARE
         ), held_key AS MATERIALIZED (
             SELECT id FROM api_key WHERE id = $3 AND account_id = (SELECT id FROM actor) FOR KEY SHARE
         ), granted AS MATERIALIZED (
             SELECT production_id FROM account_production
             WHERE account_id = (SELECT id FROM actor) AND production_id = $4 FOR KEY SHARE
         )
         SELECT role, can_upload, can_manage_productions, all_productions,
                EXISTS (SELECT FROM granted) AS is_granted
         FROM actor WHERE EXISTS (SELECT FROM held_session) OR EXISTS (SELECT FROM held_key)",
    )
    .bind::<SqlUuid, _>(user.0)
    .bind::<Nullable<SqlUuid>, _>(session)
    .bind::<Nullable<SqlUuid>, _>(key)
    .bind::<Nullable<SqlUuid>, _>(needs.production.map(|id| id.0));
    let held: Option<Held> = prepared(look).get_result(connection).optional()?;
    let Some(held) = held else { return Ok(None) };
    let granted = if held.all_productions {
        Visible::All
    } else {
        Visible::Only(needs.production.filter(|_| held.is_granted).into_iter().collect())
    };
    Ok(Some(Rights {
        role: held.role.parse().map_err(|error| broken_row("user", error))?,
        can_upload: held.can_upload,
        can_manage_productions: held.can_manage_productions,
        granted,
    }))
}
