//! Reports without figures.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{NaiveDate, NaiveTime};
use domain::foresight::{Change, Holidays, KnownRun, Performance, Record, Run, Takings};
use domain::reports::forecast::{Figures, Forecast};
use domain::reports::what_if::{ImpossibleChange, Tried, try_out};
use domain::reports::{Report, ReportedProduction};
use ports::driven::{FiguresOf, Read, ReportError, ReportScope, Versioned};
use reporting::{Answer, Question, Reporting, Reports, run_blocking};

use super::sample::{self, concert, production};

/// The data version that the reports are of.
pub(crate) const DATA_VERSION: i64 = 41;

/// The scopes that reports were asked for, in turn.
#[derive(Clone, Default)]
pub(crate) struct AskedScopes(Arc<Mutex<Vec<ReportScope>>>);

impl AskedScopes {
    pub(crate) fn take(&self) -> Vec<ReportScope> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// A source of figures for two productions, of which there are none.
#[derive(Clone, Default)]
pub(crate) struct NoFigures {
    pub(crate) asked: AskedScopes,
    /// What it answers instead.
    pub(crate) failure: Option<ReportError>,
    /// With what it panics instead, as a formula would.
    pub(crate) panic: Option<&'static str>,
}

#[async_trait]
impl<R: Report> FiguresOf<R> for NoFigures
where
    R::Figures: Default,
{
    async fn figures(&self, scope: &ReportScope, _: R::Window) -> Read<R::Figures> {
        self.asked.0.lock().unwrap().push(scope.clone());
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        if let Some(text) = self.panic {
            run_blocking::<()>(move || panic!("{text}")).await;
        }
        let known = [production().id, concert().id];
        match scope.production_ids.iter().find(|id| !known.contains(id)) {
            Some(unknown) => Err(ReportError::UnknownProduction(*unknown)),
            None => Ok(Versioned {
                versions: super::versions(DATA_VERSION),
                value: R::Figures::default(),
            }),
        }
    }
}

/// Reports without figures; changes are tried out on a run of one performance, on sale for ten days.
pub(crate) struct SampleReports {
    reporting: Reporting,
    figures: NoFigures,
}

impl SampleReports {
    pub(crate) fn new(figures: NoFigures) -> Self {
        let reporting = Reporting::new(Arc::new(figures.clone()));
        Self { reporting, figures }
    }
}

#[async_trait]
impl Reports for SampleReports {
    async fn answer(&self, question: &Question) -> Result<Versioned<Arc<dyn Answer>>, ReportError> {
        self.reporting.answer(question).await
    }

    async fn try_out(
        &self,
        scope: &ReportScope,
        as_of: NaiveDate,
        change: Change,
    ) -> Result<Result<Tried, ImpossibleChange>, ReportError> {
        FiguresOf::<Forecast>::figures(&self.figures, scope, as_of).await?;
        let production = production();
        let figures = Figures {
            known: Some(run_on_sale()),
            cards: Vec::new(),
            production: ReportedProduction {
                id: production.id,
                code: production.details.code.clone(),
                name: production.details.name.clone(),
                category: production.details.category,
                record_date: Some(sample::day("2026-11-19")),
                has_sale_days: true,
            },
        };
        Ok(try_out(figures, as_of, &change))
    }
}

fn run_on_sale() -> KnownRun {
    let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
    let show = Performance::new(sample::day("2026-12-20"), evening, 200, false, &Holidays::of_korea(&[]));
    let records = sample::day("2026-11-10")
        .iter_days()
        .zip(1..=10)
        .map(|(day, number)| Record {
            day,
            sold_seats: vec![number * 3],
            takings_krw: Takings::PerPerformance(vec![number * 150_000]),
            is_restated: false,
        });
    KnownRun {
        run: Run::new(production().details.category, None, vec![show], records.collect()),
        starts_at: Vec::new(),
        break_even_krw: Some(5_000_000),
    }
}
