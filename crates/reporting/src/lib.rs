//! From current snapshots to reports.
//!
//! Asks the [`ReportSource`] for the figures of a question, and lets the domain compute.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::reports::{
    break_even, cast_revenue, concert_daily, concert_overview, concert_profit_forecast, concert_weekly, daily_brief,
    marketing_effect, marketing_week, monthly, monthly_by_production, occupancy, outlook, overview, performances,
    profit_forecast, revenue, summary, target_sales, target_vs_actual, upload_coverage, weekly_capacity, weekly_casts,
    weekly_occupancy, weekly_overview,
};
use ports::driven::{ReportScope, ReportSource, Versioned};
use ports::driving::{Question, Report, ReportError, Reports};

/// The reports over a source of figures.
pub struct Reporting {
    source: Arc<dyn ReportSource>,
}

impl Reporting {
    /// Reports over `source`.
    pub fn new(source: Arc<dyn ReportSource>) -> Self {
        Self { source }
    }
}

/// One row for the figures of each production.
fn each<F, R>(
    figures: Versioned<Vec<F>>,
    row: impl FnMut(F) -> R,
    report: impl FnOnce(Vec<R>) -> Report,
) -> Versioned<Report> {
    figures.map(|figures| report(figures.into_iter().map(row).collect()))
}

/// A range of days that ends before it begins has none; an end that is `None` is open.
fn refuse_empty(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), ReportError> {
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(ReportError::EmptyRange);
    }
    Ok(())
}

/// The scope of a report that looks back: what has ended and is not active any more counts as well.
fn active_or_not(scope: &ReportScope) -> ReportScope {
    ReportScope {
        include_inactive: true,
        ..scope.clone()
    }
}

#[async_trait]
#[expect(clippy::too_many_lines, reason = "one arm for each report, and nothing else")]
impl Reports for Reporting {
    async fn answer(
        &self,
        scope: &ReportScope,
        as_of: NaiveDate,
        question: Question,
    ) -> Result<Versioned<Report>, ReportError> {
        let source = &self.source;
        Ok(match question {
            Question::WeeklyOverview => {
                let weeks = weekly_overview::Weeks::as_of(as_of);
                let figures = source.weekly_overview(scope, weeks).await?;
                figures.map(|figures| Report::WeeklyOverview(weekly_overview::report(figures, weeks)))
            }
            Question::Revenue => {
                let figures = source.revenue(scope).await?;
                figures.map(|figures| Report::Revenue(revenue::report(figures)))
            }
            Question::WeeklyOccupancy => {
                let figures = source.weekly_occupancy(scope).await?;
                each(figures, weekly_occupancy::row, Report::WeeklyOccupancy)
            }
            Question::Performances { from, to } => {
                refuse_empty(from, to)?;
                let figures = source.performances(scope, from, to).await?;
                each(figures, performances::row, |rows| Report::Performances {
                    from,
                    to,
                    rows,
                })
            }
            Question::ProfitForecast => {
                let figures = source.profit_forecast(scope).await?;
                figures.map(|figures| Report::ProfitForecast(profit_forecast::report(figures)))
            }
            Question::WeeklyCasts { top } => {
                let week = weekly_casts::last_week(as_of);
                let figures = source.weekly_casts(scope, week).await?;
                let row = |figures| weekly_casts::row(figures, week, top);
                each(figures, row, |rows| Report::WeeklyCasts { top, rows })
            }
            Question::CastRevenue => {
                let figures = source.cast_revenue(scope).await?;
                each(figures, cast_revenue::row, Report::CastRevenue)
            }
            Question::Outlook { low_threshold } => {
                let weeks = outlook::Weeks::as_of(as_of);
                let figures = source.outlook(scope, weeks).await?;
                let row = |figures| outlook::row(figures, weeks, low_threshold);
                each(figures, row, |rows| Report::Outlook { low_threshold, rows })
            }
            Question::DailyBrief => {
                let figures = source.daily_brief(scope, as_of).await?;
                each(figures, daily_brief::row, Report::DailyBrief)
            }
            Question::Monthly => {
                let months = monthly::Months::as_of(as_of);
                let figures = source.monthly(&active_or_not(scope), months).await?;
                figures.map(|figures| Report::Monthly(monthly::rows(&figures, months)))
            }
            Question::MonthlyByProduction => {
                let months = monthly::Months::as_of(as_of);
                let figures = source.monthly(&active_or_not(scope), months).await?;
                figures.map(|figures| Report::MonthlyByProduction(monthly_by_production::rows(figures, months)))
            }
            Question::Occupancy => {
                let figures = source.occupancy(scope).await?;
                each(figures, occupancy::row, Report::Occupancy)
            }
            Question::WeeklyCapacity => {
                let figures = source.weekly_capacity(scope).await?;
                figures.map(|figures| Report::WeeklyCapacity(weekly_capacity::report(figures)))
            }
            Question::Summary => {
                let windows = summary::Windows::as_of(as_of);
                let figures = source.summary(scope, windows).await?;
                figures.map(|figures| Report::Summary(summary::report(figures, windows)))
            }
            Question::ConcertDaily => {
                let figures = source.concert_daily(scope).await?;
                each(figures, concert_daily::row, Report::ConcertDaily)
            }
            Question::ConcertWeekly => {
                let figures = source.concert_weekly(scope).await?;
                each(figures, concert_weekly::row, Report::ConcertWeekly)
            }
            Question::ConcertMonthly => source.concert_monthly(scope).await?.map(Report::ConcertMonthly),
            Question::BreakEven => {
                let figures = source.break_even(scope).await?;
                each(figures, break_even::row, Report::BreakEven)
            }
            Question::ConcertOverview => {
                let figures = source.concert_overview(scope, as_of).await?;
                figures.map(|figures| Report::ConcertOverview(concert_overview::report(figures, as_of)))
            }
            Question::ConcertProfitForecast => {
                let figures = source.concert_profit_forecast(scope).await?;
                figures.map(|figures| Report::ConcertProfitForecast(concert_profit_forecast::report(figures, as_of)))
            }
            Question::TargetSales => {
                let figures = source.target_sales(scope).await?;
                figures.map(|figures| Report::TargetSales(target_sales::report(figures)))
            }
            Question::MarketingWeek => {
                let figures = source.marketing_week(scope, as_of).await?;
                let row = |figures| marketing_week::row(figures, as_of);
                each(figures, row, Report::MarketingWeek)
            }
            Question::MarketingEffect => {
                let figures = source.marketing_effect(scope).await?;
                each(figures, marketing_effect::row, Report::MarketingEffect)
            }
            Question::UploadCoverage { days } => {
                let window = upload_coverage::window(as_of, days);
                let figures = source.upload_coverage(scope, window).await?;
                let row = |figures| upload_coverage::row(figures, window);
                each(figures, row, |rows| Report::UploadCoverage { days, rows })
            }
            Question::TargetVsActual { grain, window } => {
                refuse_empty(window.from, window.to)?;
                let figures = source.target_vs_actual(scope, grain).await?;
                figures.map(|figures| Report::TargetVsActual {
                    grain,
                    window,
                    report: target_vs_actual::report(figures, grain, window),
                })
            }
            Question::Overview { low_threshold } => {
                let windows = overview::Windows::new(as_of);
                let figures = source.overview(scope, windows).await?;
                figures.map(|figures| Report::Overview {
                    low_threshold,
                    report: Box::new(overview::report(figures, windows, low_threshold)),
                })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::access::Visible;
    use ports::driven::MockReportSource;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn the_day_moves_the_windows_and_the_version_is_that_of_the_figures() {
        let mut source = MockReportSource::new();
        source
            .expect_weekly_overview()
            .withf(|_, weeks| weeks.last.first() == day("2026-11-09"))
            .once()
            .returning(|_, _| {
                Ok(Versioned {
                    data_version: 7,
                    value: Vec::new(),
                })
            });
        let answer = Reporting::new(Arc::new(source))
            .answer(&ReportScope::default(), day("2026-11-20"), Question::WeeklyOverview)
            .await
            .unwrap();
        assert_eq!(answer.data_version, 7);
        let Report::WeeklyOverview(report) = answer.value else {
            panic!("another report was answered");
        };
        assert_eq!((report.items.len(), report.overall.week_start), (0, day("2026-11-09")));
    }

    #[tokio::test]
    async fn the_months_are_those_of_all_productions_active_or_not() {
        let scope = ReportScope {
            visible: Visible::All,
            ..ReportScope::default()
        };
        for question in [Question::Monthly, Question::MonthlyByProduction] {
            let wanted = ReportScope {
                include_inactive: true,
                ..scope.clone()
            };
            let mut source = MockReportSource::new();
            source
                .expect_monthly()
                .withf(move |scope, _| *scope == wanted)
                .once()
                .returning(|_, _| {
                    Ok(Versioned {
                        data_version: 7,
                        value: monthly::Figures {
                            productions: Vec::new(),
                            notes: BTreeMap::new(),
                        },
                    })
                });
            let reporting = Reporting::new(Arc::new(source));
            reporting.answer(&scope, day("2026-11-20"), question).await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_range_that_ends_before_it_begins_is_refused_unread() {
        let (from, to) = (Some(day("2026-11-20")), Some(day("2026-11-19")));
        let grain = domain::calendar::Grain::Day;
        let window = target_vs_actual::Window { from, to };
        for question in [
            Question::Performances { from, to },
            Question::TargetVsActual { grain, window },
        ] {
            let answer = Reporting::new(Arc::new(MockReportSource::new()))
                .answer(&ReportScope::default(), day("2026-11-20"), question)
                .await;
            assert!(matches!(answer, Err(ReportError::EmptyRange)));
        }
    }
}
