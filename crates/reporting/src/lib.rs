//! From current snapshots to reports.
//!
//! Resolves the day that moves a report's windows, asks the [`ReportSource`] for figures, and lets the domain compute.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::Grain;
use domain::reports::{
    break_even, concert_overview, performances, profit_forecast, revenue, target_vs_actual, weekly_occupancy,
    weekly_overview,
};
use ports::driven::{Clock, ReportScope, ReportSource};
use ports::driving::{ReportError, Reports, Resolved};

/// The reports over a source of figures.
pub struct Reporting {
    source: Arc<dyn ReportSource>,
    clock: Arc<dyn Clock>,
}

impl Reporting {
    /// Reports over `source`; today is that of `clock`.
    pub fn new(source: Arc<dyn ReportSource>, clock: Arc<dyn Clock>) -> Self {
        Self { source, clock }
    }

    fn resolve(&self, as_of: Option<NaiveDate>) -> NaiveDate {
        as_of.unwrap_or_else(|| self.clock.today())
    }
}

#[async_trait]
impl Reports for Reporting {
    async fn weekly_overview(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<weekly_overview::Row>>, ReportError> {
        let as_of = self.resolve(as_of);
        let weeks = weekly_overview::Weeks::as_of(as_of);
        let figures = self.source.weekly_overview(scope, weeks).await?;
        let rows = figures
            .into_iter()
            .map(|figures| weekly_overview::row(figures, weeks))
            .collect();
        Ok(Resolved { as_of, report: rows })
    }

    async fn revenue(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<revenue::Report>, ReportError> {
        let figures = self.source.revenue(scope).await?;
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: revenue::report(figures),
        })
    }

    async fn weekly_occupancy(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<weekly_occupancy::Row>>, ReportError> {
        let figures = self.source.weekly_occupancy(scope).await?;
        let rows = figures.into_iter().map(weekly_occupancy::row).collect();
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: rows,
        })
    }

    async fn performances(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<performances::Row>>, ReportError> {
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            return Err(ReportError::EmptyRange);
        }
        let figures = self.source.performances(scope, from, to).await?;
        let rows = figures.into_iter().map(performances::row).collect();
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: rows,
        })
    }

    async fn profit_forecast(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<profit_forecast::Row>>, ReportError> {
        let figures = self.source.profit_forecast(scope).await?;
        let rows = figures.into_iter().map(profit_forecast::row).collect();
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: rows,
        })
    }

    async fn break_even(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<Vec<break_even::Row>>, ReportError> {
        let figures = self.source.break_even(scope).await?;
        let rows = figures.into_iter().map(break_even::row).collect();
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: rows,
        })
    }

    async fn concert_overview(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
    ) -> Result<Resolved<concert_overview::Report>, ReportError> {
        let as_of = self.resolve(as_of);
        let figures = self.source.concert_overview(scope, as_of).await?;
        Ok(Resolved {
            as_of,
            report: concert_overview::report(figures, as_of),
        })
    }

    async fn target_vs_actual(
        &self,
        scope: &ReportScope,
        as_of: Option<NaiveDate>,
        grain: Grain,
    ) -> Result<Resolved<Vec<target_vs_actual::Row>>, ReportError> {
        let figures = self.source.target_vs_actual(scope, grain).await?;
        let rows = figures.into_iter().map(target_vs_actual::row).collect();
        Ok(Resolved {
            as_of: self.resolve(as_of),
            report: rows,
        })
    }
}

#[cfg(test)]
mod tests {
    use ports::driven::{MockClock, MockReportSource};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn reporting(source: MockReportSource) -> Reporting {
        let mut clock = MockClock::new();
        clock.expect_today().return_const(day("2026-11-20"));
        Reporting::new(Arc::new(source), Arc::new(clock))
    }

    #[tokio::test]
    async fn without_a_day_the_windows_are_those_of_today() {
        let mut source = MockReportSource::new();
        source
            .expect_weekly_overview()
            .withf(|_, weeks| weeks.last.first() == day("2026-11-09"))
            .once()
            .returning(|_, _| Ok(Vec::new()));
        let resolved = reporting(source)
            .weekly_overview(&ReportScope::default(), None)
            .await
            .unwrap();
        assert_eq!(resolved.as_of, day("2026-11-20"));
    }

    #[tokio::test]
    async fn a_range_that_ends_before_it_begins_is_refused_unread() {
        let source = MockReportSource::new();
        let (from, to) = (Some(day("2026-11-20")), Some(day("2026-11-19")));
        let answer = reporting(source)
            .performances(&ReportScope::default(), None, from, to)
            .await;
        assert!(matches!(answer, Err(ReportError::EmptyRange)));
    }
}
