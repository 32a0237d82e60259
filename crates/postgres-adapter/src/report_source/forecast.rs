//! Runs with what was known of them, and the cards that their forecasts learn from.

use chrono::NaiveDate;
use diesel::prelude::*;
use domain::reports::forecast;
use uuid::Uuid;

use super::Statement;
use super::scope::{InScope, holidays};
use crate::errors::Work;
use crate::foresight::{Depth, Learner, cards, runs};

impl Statement for forecast::Forecast {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        let Some(holidays) = holidays(&productions) else {
            return Ok(Vec::new());
        };
        let asked: Vec<(Uuid, NaiveDate)> = productions.iter().map(|one| (one.reported.id.0, as_of)).collect();
        let mut runs = runs(connection, &asked, Depth::Course, &holidays)?;
        let learners: Vec<Learner> = productions
            .iter()
            .filter_map(|one| {
                let id = one.reported.id.0;
                Some(Learner {
                    production: id,
                    category: one.reported.category,
                    origin: runs.get(&id)?.record_date,
                })
            })
            .collect();
        let mut cards = cards(connection, &learners)?;
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            forecast::Figures {
                known: runs.remove(&id).map(|run| run.known),
                cards: cards.remove(&id).unwrap_or_default(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
