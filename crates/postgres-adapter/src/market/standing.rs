//! How asking KOPIS stands.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Date, Integer, Nullable, Text, Timestamptz};
use domain::calendar::in_kst;
use domain::market::{Known, Standing, Trouble};
use ports::driven::{MarketCounts, Topic};

use super::WHAT;
use crate::announcement::announce;
use crate::errors::{Work, broken_row};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Nullable<Text>)]
    key_digest: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    trouble: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    blocked_until: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Date>)]
    budget_day: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    read_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Date>)]
    through: Option<NaiveDate>,
}

impl Row {
    /// What the last run ended with.
    fn stored(&self) -> Work<Option<Trouble>> {
        let lacks = || broken_row(WHAT, "a state without its end");
        Ok(match self.trouble.as_deref() {
            None => None,
            Some("failing") => Some(Trouble::Failing),
            Some("blocked") => Some(Trouble::Blocked(self.blocked_until.ok_or_else(lacks)?)),
            Some("key_rejected") => Some(Trouble::KeyRejected),
            Some("budget_used") => Some(Trouble::BudgetUsed(self.budget_day.ok_or_else(lacks)?)),
            Some(other) => return Err(broken_row(WHAT, format!("no state: {other}"))),
        })
    }

    /// What of it concerns this key.
    fn trouble(&self, key: Option<&str>) -> Work<Option<Trouble>> {
        let is_of_key = self.key_digest.as_deref() == key;
        Ok(self
            .stored()?
            .filter(|trouble| is_of_key || *trouble != Trouble::KeyRejected))
    }
}

fn row(connection: &mut PgConnection) -> QueryResult<Row> {
    diesel::sql_query(
        "SELECT key_digest, trouble, blocked_until, budget_day, read_at,
                (SELECT max(day) FROM kopis_genre_day) AS through
         FROM kopis_state",
    )
    .get_result(connection)
}

/// How it stands for who has this key, `None` for who has none.
pub(crate) fn standing(connection: &mut PgConnection, key: Option<&str>, now: DateTime<Utc>) -> Work<Standing> {
    let row = row(connection)?;
    let known = Known {
        is_on: key.is_some(),
        trouble: row.trouble(key)?,
        through: row.through,
        read_at: row.read_at,
    };
    Ok(Standing::new(known, now))
}

pub(super) fn ended(
    connection: &mut PgConnection,
    trouble: Option<Trouble>,
    key: Option<&str>,
    at: DateTime<Utc>,
) -> Work<()> {
    diesel::sql_query("SELECT 1 FROM kopis_state FOR UPDATE").execute(connection)?;
    let before = row(connection)?;
    if before.stored()? == trouble && before.key_digest.as_deref() == key {
        return Ok(());
    }
    // A call that was under way meanwhile does not end what nobody may call for.
    let stands = match before.trouble(key)? {
        Some(Trouble::KeyRejected) => true,
        Some(Trouble::Blocked(until)) => at < until,
        Some(Trouble::Failing | Trouble::BudgetUsed(_)) | None => false,
    };
    if stands && !matches!(trouble, Some(Trouble::KeyRejected | Trouble::Blocked(_))) {
        return Ok(());
    }
    let (word, until, day) = match trouble {
        None => (None, None, None),
        Some(Trouble::Failing) => (Some("failing"), None, None),
        Some(Trouble::Blocked(until)) => (Some("blocked"), Some(until), None),
        Some(Trouble::KeyRejected) => (Some("key_rejected"), None, None),
        Some(Trouble::BudgetUsed(day)) => (Some("budget_used"), None, Some(day)),
    };
    diesel::sql_query("UPDATE kopis_state SET trouble = $1, blocked_until = $2, budget_day = $3, key_digest = $4")
        .bind::<Nullable<Text>, _>(word)
        .bind::<Nullable<Timestamptz>, _>(until)
        .bind::<Nullable<Date>, _>(day)
        .bind::<Nullable<Text>, _>(key)
        .execute(connection)?;
    announce(connection, &[Topic::Market])?;
    Ok(())
}

pub(super) fn counts(connection: &mut PgConnection, key: Option<&str>, now: DateTime<Utc>) -> Work<MarketCounts> {
    #[derive(QueryableByName)]
    struct Calls {
        #[diesel(sql_type = Integer)]
        calls: i32,
    }
    let calls: Option<Calls> = diesel::sql_query("SELECT calls FROM kopis_day WHERE day = $1")
        .bind::<Date, _>(in_kst(now).date_naive())
        .get_result(connection)
        .optional()?;
    Ok(MarketCounts {
        calls_today: calls.map_or(0, |row| u32::try_from(row.calls).unwrap_or(0)),
        standing: standing(connection, key, now)?,
    })
}
