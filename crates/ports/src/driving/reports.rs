use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::Grain;
use domain::reports::{
    break_even, cast_revenue, concert_daily, concert_monthly, concert_overview, concert_profit_forecast,
    concert_weekly, daily_brief, marketing_effect, marketing_week, monthly, monthly_by_production, occupancy, outlook,
    overview, performances, profit_forecast, revenue, summary, target_sales, target_vs_actual, upload_coverage,
    weekly_capacity, weekly_casts, weekly_occupancy, weekly_overview,
};
use rust_decimal::Decimal;
use thiserror::Error;

use crate::driven::{ReportScope, ReportSourceError, Versioned};

/// Why there is no report.
#[derive(Debug, Clone, Error)]
pub enum ReportError {
    /// The range of days ends before it begins.
    #[error("the range of days ends before it begins")]
    EmptyRange,
    /// There are no figures.
    #[error(transparent)]
    Source(#[from] ReportSourceError),
}

/// Which report is asked for, with its own parameters. Equal questions about equal data have equal answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// `plays/weekly-overview`.
    WeeklyOverview,
    /// `plays/revenue`.
    Revenue,
    /// `plays/weekly-occupancy`.
    WeeklyOccupancy,
    /// `plays/performances` of these days; an end that is `None` is open.
    Performances {
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// `plays/profit-forecast`.
    ProfitForecast,
    /// `plays/weekly-casts`.
    WeeklyCasts {
        /// How many casts of each production.
        top: usize,
    },
    /// `plays/cast-revenue`.
    CastRevenue,
    /// `plays/outlook`.
    Outlook {
        /// Occupancy below which a performance is low.
        low_threshold: Decimal,
    },
    /// `plays/daily-brief`.
    DailyBrief,
    /// `plays/monthly`.
    Monthly,
    /// `plays/monthly-by-production`.
    MonthlyByProduction,
    /// `plays/occupancy`.
    Occupancy,
    /// `plays/weekly-capacity`.
    WeeklyCapacity,
    /// `plays/summary`.
    Summary,
    /// `concerts/daily`.
    ConcertDaily,
    /// `concerts/weekly`.
    ConcertWeekly,
    /// `concerts/monthly`.
    ConcertMonthly,
    /// `concerts/break-even`.
    BreakEven,
    /// `concerts/overview`.
    ConcertOverview,
    /// `concerts/profit-forecast`.
    ConcertProfitForecast,
    /// `concerts/target-sales`.
    TargetSales,
    /// `concerts/marketing-week`.
    MarketingWeek,
    /// `marketing-effect`.
    MarketingEffect,
    /// `upload-coverage`.
    UploadCoverage {
        /// How many days up to `as_of`, at least one.
        days: u32,
    },
    /// `target-vs-actual`.
    TargetVsActual {
        /// Length of the periods.
        grain: Grain,
        /// Which of them.
        window: target_vs_actual::Window,
    },
    /// `overview`.
    Overview {
        /// Occupancy below which a performance is low.
        low_threshold: Decimal,
    },
}

/// The answer to a [`Question`], under the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// `plays/weekly-overview`.
    WeeklyOverview(weekly_overview::Report),
    /// `plays/revenue`.
    Revenue(revenue::Report),
    /// `plays/weekly-occupancy`.
    WeeklyOccupancy(Vec<weekly_occupancy::Row>),
    /// `plays/performances`, with the days that it covers.
    Performances {
        /// First day asked for.
        from: Option<NaiveDate>,
        /// Last day asked for.
        to: Option<NaiveDate>,
        /// By production code.
        rows: Vec<performances::Row>,
    },
    /// `plays/profit-forecast`.
    ProfitForecast(profit_forecast::Report),
    /// `plays/weekly-casts`, with how many of each production.
    WeeklyCasts {
        /// How many were asked for.
        top: usize,
        /// By production code.
        rows: Vec<weekly_casts::Row>,
    },
    /// `plays/cast-revenue`.
    CastRevenue(Vec<cast_revenue::Row>),
    /// `plays/outlook`, with what counts as low.
    Outlook {
        /// Occupancy below which a performance is low.
        low_threshold: Decimal,
        /// By production code.
        rows: Vec<outlook::Row>,
    },
    /// `plays/daily-brief`.
    DailyBrief(Vec<daily_brief::Row>),
    /// `plays/monthly`, in order of time.
    Monthly(Vec<monthly::MonthRow>),
    /// `plays/monthly-by-production`.
    MonthlyByProduction(Vec<monthly_by_production::Row>),
    /// `plays/occupancy`.
    Occupancy(Vec<occupancy::Row>),
    /// `plays/weekly-capacity`.
    WeeklyCapacity(weekly_capacity::Report),
    /// `plays/summary`.
    Summary(summary::Report),
    /// `concerts/daily`.
    ConcertDaily(Vec<concert_daily::Row>),
    /// `concerts/weekly`.
    ConcertWeekly(Vec<concert_weekly::Row>),
    /// `concerts/monthly`.
    ConcertMonthly(Vec<concert_monthly::Row>),
    /// `concerts/break-even`.
    BreakEven(Vec<break_even::Row>),
    /// `concerts/overview`.
    ConcertOverview(concert_overview::Report),
    /// `concerts/profit-forecast`.
    ConcertProfitForecast(concert_profit_forecast::Report),
    /// `concerts/target-sales`.
    TargetSales(target_sales::Report),
    /// `concerts/marketing-week`.
    MarketingWeek(Vec<marketing_week::Row>),
    /// `marketing-effect`.
    MarketingEffect(Vec<marketing_effect::Row>),
    /// `upload-coverage`, with the number of days that it covers.
    UploadCoverage {
        /// How many days up to the day asked for.
        days: u32,
        /// By production code.
        rows: Vec<upload_coverage::Row>,
    },
    /// `target-vs-actual`, with the periods that it covers.
    TargetVsActual {
        /// Length of the periods.
        grain: Grain,
        /// Which of them were asked for.
        window: target_vs_actual::Window,
        /// Each production, each category, and all.
        report: target_vs_actual::Report,
    },
    /// `overview`, with what counts as low.
    Overview {
        /// Occupancy below which a performance is low.
        low_threshold: Decimal,
        /// Each production, each category, and all.
        report: Box<overview::Report>,
    },
}

/// The reports.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Reports: Send + Sync {
    /// Answers `question` for the productions in scope. `as_of` moves the windows of a report, never the snapshots.
    async fn answer(
        &self,
        scope: &ReportScope,
        as_of: NaiveDate,
        question: Question,
    ) -> Result<Versioned<Report>, ReportError>;
}
