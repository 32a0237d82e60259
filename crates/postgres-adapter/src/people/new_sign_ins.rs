use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text, Timestamptz, Uuid as SqlUuid};
use domain::network::Network;
use domain::people::{SessionId, UserId, browser_family};
use ports::driven::{NewSignIn, NewSignIns, Session, StorageError};
use uuid::Uuid;

use crate::audit::parse_address;
use crate::errors::Work;
use crate::pool::PgPool;
use crate::schema::{known_place, new_sign_in, session};

const WHAT: &str = "new sign-ins";

/// Sign-ins from new places, in PostgreSQL.
pub struct PgNewSignIns {
    pool: PgPool,
}

impl PgNewSignIns {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// Notes where a session began, in its transaction; and that it is a new place, unless it is the account's first.
pub(super) fn note(connection: &mut PgConnection, session: &Session) -> QueryResult<()> {
    let account = session.user_id.0;
    let of_account = known_place::table.filter(known_place::account_id.eq(account));
    let was_used_before: bool = diesel::select(diesel::dsl::exists(of_account)).get_result(connection)?;
    let address = session
        .address
        .map(|address| ("address", Network::of(address).to_string()));
    let browser = session
        .user_agent
        .as_deref()
        .map(|agent| ("browser", browser_family(agent)));
    let mut is_new = false;
    for (kind, place) in address.into_iter().chain(browser) {
        is_new |= is_new_place(connection, session, kind, &place)?;
    }
    if is_new && was_used_before {
        diesel::insert_into(new_sign_in::table)
            .values((
                new_sign_in::id.eq(session.id.0),
                new_sign_in::account_id.eq(account),
                new_sign_in::at.eq(session.created_at),
                new_sign_in::address.eq(session.address.map(|address| address.to_string())),
                new_sign_in::user_agent.eq(session.user_agent.as_deref()),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Notes the use of a place; whether it is the first.
fn is_new_place(connection: &mut PgConnection, session: &Session, kind: &str, place: &str) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Noted {
        #[diesel(sql_type = Bool)]
        is_new: bool,
    }
    // A row that was inserted, and not updated, was never locked by anybody.
    let noted: Noted = diesel::sql_query(
        "INSERT INTO known_place AS known (account_id, kind, place, last_used_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, kind, place) DO UPDATE SET last_used_at = greatest(known.last_used_at, $4)
         RETURNING (xmax = 0) AS is_new",
    )
    .bind::<SqlUuid, _>(session.user_id.0)
    .bind::<Text, _>(kind)
    .bind::<Text, _>(place)
    .bind::<Timestamptz, _>(session.created_at)
    .get_result(connection)?;
    Ok(noted.is_new)
}

type Row = (
    Uuid,
    DateTime<Utc>,
    Option<String>,
    Option<String>,
    Option<DateTime<Utc>>,
);

#[async_trait]
impl NewSignIns for PgNewSignIns {
    async fn list(&self, user: UserId, now: DateTime<Utc>) -> Result<Vec<NewSignIn>, StorageError> {
        let list = move |connection: &mut PgConnection| {
            let rows: Vec<Row> = new_sign_in::table
                .left_join(session::table.on(session::id.eq(new_sign_in::id)))
                .filter(new_sign_in::account_id.eq(user.0))
                .order((new_sign_in::at.desc(), new_sign_in::id.desc()))
                .select((
                    new_sign_in::id,
                    new_sign_in::at,
                    new_sign_in::address,
                    new_sign_in::user_agent,
                    session::expires_at.nullable(),
                ))
                .load(connection)?;
            let told = |(id, at, address, user_agent, ends): Row| -> Work<NewSignIn> {
                Ok(NewSignIn {
                    id: SessionId(id),
                    at,
                    address: address.as_deref().map(parse_address).transpose()?,
                    user_agent,
                    is_going_on: ends.is_some_and(|ends| ends > now),
                })
            };
            rows.into_iter().map(told).collect()
        };
        self.pool.run(WHAT, list).await
    }

    async fn dismiss(&self, user: UserId, id: SessionId) -> Result<bool, StorageError> {
        let dismiss = move |connection: &mut PgConnection| {
            let own = new_sign_in::table.find(id.0).filter(new_sign_in::account_id.eq(user.0));
            Ok(diesel::delete(own).execute(connection)? > 0)
        };
        self.pool.run(WHAT, dismiss).await
    }
}
