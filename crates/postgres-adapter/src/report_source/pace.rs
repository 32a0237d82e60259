//! Curves of productions that are over, beside runs on sale.

use std::sync::Arc;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Date, Double, Integer, Nullable, Text, Uuid as SqlUuid};
use domain::access::Visible;
use domain::foresight::{CurveNumbers, PaceCurve, params_hash};
use domain::production::ProductionId;
use domain::reports::{ReportedProduction, pace};
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use crate::errors::Work;
use crate::foresight::{Depth, runs};
use crate::prepared::prepared;
use crate::production_rows::{parse_category, parse_code};

#[derive(QueryableByName)]
struct PastRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    production_code: String,
    #[diesel(sql_type = Text)]
    production_name: String,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Nullable<Date>)]
    record_date: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Bool>)]
    has_sale_days: Option<bool>,
    #[diesel(sql_type = Integer)]
    first_days_to_go: i32,
    #[diesel(sql_type = Integer)]
    known_days_to_go: i32,
    #[diesel(sql_type = Array<Double>)]
    sold_shares: Vec<f64>,
}

impl PastRow {
    fn past(self) -> Work<pace::Past> {
        Ok(pace::Past {
            production: ReportedProduction {
                id: ProductionId(self.production_id),
                code: parse_code(&self.production_code)?,
                name: self.production_name,
                category: parse_category(&self.category)?,
                record_date: self.record_date,
                has_sale_days: self.has_sale_days.unwrap_or(true),
            },
            curve: PaceCurve::from_numbers(CurveNumbers {
                first_days_to_go: self.first_days_to_go,
                known_days_to_go: self.known_days_to_go,
                shares: self.sold_shares,
            }),
        })
    }
}

impl Statement for pace::Pace {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        let Some(first) = productions.first() else {
            return Ok(Vec::new());
        };
        let holidays = Arc::clone(&first.holidays);
        let past = Arc::new(past(connection, &first.seen, as_of)?);
        let asked: Vec<(Uuid, NaiveDate)> = productions.iter().map(|one| (one.reported.id.0, as_of)).collect();
        let mut runs = runs(connection, &asked, Depth::Course, &holidays)?;
        let figures = |production: InScope| pace::Figures {
            known: runs.remove(&production.reported.id.0).map(|run| run.known),
            past: Arc::clone(&past),
            production: production.reported,
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

/// Productions that were closed by this day, by code: of those that are `visible`.
fn past(connection: &mut PgConnection, visible: &Visible, as_of: NaiveDate) -> Work<Vec<pace::Past>> {
    let visible = match visible {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect::<Vec<_>>()),
    };
    let rows: Vec<PastRow> = prepared(
        diesel::sql_query(
            "SELECT p.production_id, p.production_code, p.production_name, p.category, p.record_date, p.has_sale_days,
                    newest.first_days_to_go, newest.known_days_to_go, newest.sold_shares
             FROM (SELECT DISTINCT ON (c.production_id) c.production_id, c.first_days_to_go, c.sold_shares,
                          coalesce(c.known_days_to_go, c.first_days_to_go) AS known_days_to_go
                   FROM production_card c
                   JOIN snapshot s ON s.id = c.snapshot_id
                   JOIN upload u ON u.id = s.upload_id AND u.status = 'completed'
                   WHERE c.params_hash = $1 AND c.closed_on <= $2 AND c.sold_shares IS NOT NULL
                     AND ($3 IS NULL OR c.production_id = ANY($3))
                   ORDER BY c.production_id, c.closed_on DESC) newest
             JOIN report.production p ON p.production_id = newest.production_id
             ORDER BY p.production_code COLLATE \"C\"",
        )
        .bind::<Text, _>(params_hash())
        .bind::<Date, _>(as_of)
        .bind::<Nullable<Array<SqlUuid>>, _>(visible),
    )
    .load(connection)?;
    rows.into_iter().map(PastRow::past).collect()
}
