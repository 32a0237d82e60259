//! The cards that forecasts learn from.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Double, Nullable, Text, Uuid as SqlUuid};
use domain::foresight::{Card, CardNumbers, params_hash};
use domain::production::Category;
use uuid::Uuid;

use super::WHAT;
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;
use crate::production_rows::parse_category;

/// Cards that a forecast looks at, at most (Foresight 2).
const MAX_CARDS: i64 = 30;

/// Who learns from cards.
#[derive(Clone, Copy)]
pub(crate) struct Learner {
    pub(crate) production: Uuid,
    pub(crate) category: Category,
    /// Cards of earlier days are known.
    pub(crate) origin: NaiveDate,
}

#[derive(QueryableByName)]
struct ChosenRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
}

#[derive(QueryableByName)]
struct CardRow {
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Array<Nullable<Double>>)]
    rates: Vec<Option<f64>>,
    #[diesel(sql_type = Array<Nullable<Double>>)]
    log_class_factors: Vec<Option<f64>>,
    #[diesel(sql_type = Array<Double>)]
    log_wave: Vec<f64>,
    #[diesel(sql_type = Array<Double>)]
    to_come: Vec<f64>,
}

impl CardRow {
    fn card(self) -> Work<Card> {
        let numbers = CardNumbers {
            rates: self.rates,
            log_class_factors: self.log_class_factors,
            log_wave: self.log_wave,
            to_come: self.to_come,
        };
        Card::from_numbers(parse_category(&self.category)?, &numbers)
            .ok_or_else(|| broken_row(WHAT, "a card has other numbers"))
    }
}

/// For each learner its cards, oldest first.
pub(crate) fn cards(connection: &mut PgConnection, learners: &[Learner]) -> Work<HashMap<Uuid, Vec<Card>>> {
    let chosen = chosen(connection, learners)?;
    let needed: HashSet<i64> = chosen.iter().map(|row| row.snapshot_id).collect();
    let rows: Vec<CardRow> = prepared(
        diesel::sql_query(
            "SELECT c.snapshot_id, p.category, c.rates, c.log_class_factors, c.log_wave, c.to_come
             FROM production_card c JOIN production p ON p.id = c.production_id
             WHERE c.snapshot_id = ANY($1) AND c.params_hash = $2 AND c.rates IS NOT NULL",
        )
        .bind::<Array<BigInt>, _>(needed.into_iter().collect::<Vec<_>>())
        .bind::<Text, _>(params_hash()),
    )
    .load(connection)?;
    let known: HashMap<i64, Card> = rows
        .into_iter()
        .map(|row| Ok((row.snapshot_id, row.card()?)))
        .collect::<Work<_>>()?;
    let mut cards = HashMap::<Uuid, Vec<Card>>::new();
    for row in chosen {
        if let Some(card) = known.get(&row.snapshot_id) {
            cards.entry(row.production_id).or_default().push(card.clone());
        }
    }
    Ok(cards)
}

/// The newest cards of live snapshots, of each production one; those of the category first. In the order of closing.
fn chosen(connection: &mut PgConnection, learners: &[Learner]) -> QueryResult<Vec<ChosenRow>> {
    let ids: Vec<Uuid> = learners.iter().map(|learner| learner.production).collect();
    let categories: Vec<&str> = learners.iter().map(|learner| learner.category.code()).collect();
    let origins: Vec<NaiveDate> = learners.iter().map(|learner| learner.origin).collect();
    prepared(
        diesel::sql_query(
            "SELECT asked.production_id, chosen.snapshot_id
             FROM unnest($1, $2, $3) asked (production_id, category, origin)
             CROSS JOIN LATERAL (
                 SELECT newest.snapshot_id, newest.closed_on
                 FROM (SELECT DISTINCT ON (c.production_id) c.production_id, c.snapshot_id, c.closed_on
                       FROM production_card c
                       JOIN snapshot s ON s.id = c.snapshot_id
                       JOIN upload u ON u.id = s.upload_id AND u.status = 'completed'
                       WHERE c.params_hash = $4 AND c.closed_on < asked.origin
                         AND c.production_id <> asked.production_id AND c.rates IS NOT NULL
                       ORDER BY c.production_id, c.closed_on DESC) newest
                 JOIN production p ON p.id = newest.production_id
                 ORDER BY (p.category = asked.category) DESC, newest.closed_on DESC, newest.snapshot_id DESC
                 LIMIT $5) chosen
             ORDER BY asked.production_id, chosen.closed_on, chosen.snapshot_id",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Text>, _>(categories)
        .bind::<Array<Date>, _>(origins)
        .bind::<Text, _>(params_hash())
        .bind::<BigInt, _>(MAX_CARDS),
    )
    .load(connection)
}
