//! What casts and campaigns are held against: performances with who played, and runs of productions that are over.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::foresight::{KnownRun, Takings, params_hash};
use domain::production::ProductionId;
use domain::reports::{cast_effects, marketing_lift};
use uuid::Uuid;

use super::marketing::week_notes;
use super::scope::{InScope, holidays};
use super::{Statement, grouped};
use crate::errors::Work;
use crate::foresight::{Depth, runs};
use crate::prepared::prepared;

/// Productions that are over and whose weeks a campaign is compared with, at most: the newest.
const MAX_OTHERS: i64 = 10;

#[derive(QueryableByName)]
struct CastRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Array<Text>)]
    cast_names: Vec<String>,
}

impl Statement for cast_effects::CastEffects {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        let Some(holidays) = holidays(&productions) else {
            return Ok(Vec::new());
        };
        let asked: Vec<(Uuid, NaiveDate)> = productions.iter().map(|one| (one.reported.id.0, as_of)).collect();
        let mut runs = runs(connection, &asked, Depth::Newest, &holidays)?;
        let uploads: Vec<Uuid> = runs.values().map(|run| run.upload.0).collect();
        // By start, as the performances of a run.
        let casts: Vec<CastRow> = prepared(
            diesel::sql_query(
                "SELECT s.production_id, p.cast_names
                 FROM snapshot s JOIN performance_sale p ON p.snapshot_id = s.id
                 WHERE s.upload_id = ANY($1) ORDER BY s.production_id, p.starts_at",
            )
            .bind::<Array<SqlUuid>, _>(uploads),
        )
        .load(connection)?;
        let mut casts = grouped(casts, |row| row.production_id);
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let run = runs.remove(&id);
            let casts = casts.remove(&id).unwrap_or_default();
            cast_effects::Figures {
                origin: run.as_ref().map(|run| run.record_date),
                shows: run.map_or_else(Vec::new, |run| shows(&run.known, run.record_date, casts)),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

/// The performances that were played, each with its cast.
fn shows(known: &KnownRun, origin: NaiveDate, casts: Vec<CastRow>) -> Vec<cast_effects::Show> {
    let Some(newest) = known.run.newest(origin) else {
        return Vec::new();
    };
    let revenue_krw = |place: usize| match &newest.takings_krw {
        Takings::PerPerformance(krw) => krw[place],
        Takings::Total(_) => 0,
    };
    let shows = known.run.performances().iter().zip(casts).enumerate();
    shows
        .filter(|(_, (performance, _))| performance.day() <= origin)
        .map(|(place, (performance, cast))| cast_effects::Show {
            performance: performance.clone(),
            sold_seats: newest.sold_seats[place],
            revenue_krw: revenue_krw(place),
            cast: cast.cast_names,
        })
        .collect()
}

impl Statement for marketing_lift::MarketingLift {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        let Some(holidays) = holidays(&productions) else {
            return Ok(marketing_lift::Figures {
                items: Vec::new(),
                others: Vec::new(),
            });
        };
        let others = newest_over(connection, as_of)?;
        let mut asked: Vec<Uuid> = productions
            .iter()
            .map(|one| one.reported.id.0)
            .chain(others.clone())
            .collect();
        asked.sort_unstable();
        asked.dedup();
        let asked: Vec<(Uuid, NaiveDate)> = asked.into_iter().map(|id| (id, as_of)).collect();
        let runs: HashMap<Uuid, KnownRun> = runs(connection, &asked, Depth::Course, &holidays)?
            .into_iter()
            .map(|(id, run)| (id, run.known))
            .collect();
        let mut notes = week_notes(connection, &productions, None)?;
        let item = |production: InScope| {
            let id = production.reported.id.0;
            marketing_lift::Item {
                known: runs.get(&id).cloned(),
                notes: notes.remove(&id).unwrap_or_default(),
                production: production.reported,
            }
        };
        Ok(marketing_lift::Figures {
            items: productions.into_iter().map(item).collect(),
            others: others
                .into_iter()
                .filter_map(|id| Some((ProductionId(id), runs.get(&id)?.clone())))
                .collect(),
        })
    }
}

/// The productions that were closed last by this day.
fn newest_over(connection: &mut PgConnection, as_of: NaiveDate) -> QueryResult<Vec<Uuid>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT c.production_id, max(c.closed_on)
             FROM production_card c
             JOIN snapshot s ON s.id = c.snapshot_id
             JOIN upload u ON u.id = s.upload_id AND u.status = 'completed'
             WHERE c.params_hash = $1 AND c.closed_on <= $2
             GROUP BY c.production_id ORDER BY max(c.closed_on) DESC, c.production_id LIMIT $3",
        )
        .bind::<Text, _>(params_hash())
        .bind::<Date, _>(as_of)
        .bind::<BigInt, _>(MAX_OTHERS),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(|row| row.production_id).collect())
}
