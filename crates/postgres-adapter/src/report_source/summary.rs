//! The statements of the summary are those of its parts.

use diesel::prelude::*;
use domain::calendar::OpenRange;
use domain::reports::performances::Performances;
use domain::reports::summary::{Figures, Summary};
use domain::reports::weekly_occupancy::WeeklyOccupancy;
use domain::reports::weekly_overview::WeeklyOverview;

use super::Statement;
use super::scope::InScope;
use crate::errors::Work;

impl Statement for Summary {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, windows: Self::Window) -> Work<Figures> {
        let days = OpenRange {
            from: Some(windows.days.first()),
            to: Some(windows.days.last()),
        };
        Ok(Figures {
            weekly_overview: WeeklyOverview::read(connection, productions.clone(), windows.weeks)?,
            performances: Performances::read(connection, productions.clone(), days)?,
            weekly_occupancy: WeeklyOccupancy::read(connection, productions, ())?,
        })
    }
}
