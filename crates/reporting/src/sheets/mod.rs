//! What leaves the house: a sheet for each report, and the one list of them.

mod agencies_daily;
mod agencies_sales;
mod break_even;
mod buyers;
mod by_grain;
mod cast_effects;
mod cast_revenue;
mod casts;
mod concert_daily;
mod concert_monthly;
mod concert_overview;
mod concert_profit_forecast;
mod concert_sales;
mod concert_weekly;
mod daily_brief;
mod deposits;
pub(crate) mod forecast;
mod forecast_scorecard;
mod grades;
pub(crate) mod interval;
mod market;
mod marketing;
mod marketing_effect;
mod marketing_lift;
mod marketing_week;
mod monthly;
mod monthly_by_production;
mod months;
mod occupancy;
mod outlook;
mod overview;
mod pace;
mod performances;
mod prelude;
pub(crate) mod production;
mod profit_forecast;
mod revenue;
mod showing;
mod snapshot_changes;
mod summary;
mod target_sales;
mod target_vs_actual;
mod upload_coverage;
mod weekly_capacity;
mod weekly_casts;
mod weekly_occupancy;
mod weekly_overview;

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod tests;

use domain::reports;
use ports::driven::FiguresOf;

use crate::report::Served;

/// The list of reports, in the order of the contract.
macro_rules! reports {
    ($($report:path => $module:ident::$sheet:ident,)+) => {
        $(pub use self::$module::$sheet;)+

        /// Every report.
        pub static REPORTS: &[&dyn Served] = &[$(&$module::$sheet,)+];

        /// Where the figures of every report come from.
        pub trait Source: $(FiguresOf<$report> +)+ {}

        impl<S: $(FiguresOf<$report> +)+> Source for S {}
    };
}

reports! {
    reports::weekly_overview::WeeklyOverview => weekly_overview::WEEKLY_OVERVIEW,
    reports::weekly_casts::WeeklyCasts => weekly_casts::WEEKLY_CASTS,
    reports::outlook::Outlook => outlook::OUTLOOK,
    reports::daily_brief::DailyBrief => daily_brief::DAILY_BRIEF,
    reports::weekly_occupancy::WeeklyOccupancy => weekly_occupancy::WEEKLY_OCCUPANCY,
    reports::profit_forecast::ProfitForecast => profit_forecast::PROFIT_FORECAST,
    reports::performances::Performances => performances::PERFORMANCES,
    reports::monthly::Monthly => monthly::MONTHLY,
    reports::monthly_by_production::MonthlyByProduction => monthly_by_production::MONTHLY_BY_PRODUCTION,
    reports::revenue::Revenue => revenue::REVENUE,
    reports::cast_revenue::CastRevenue => cast_revenue::CAST_REVENUE,
    reports::occupancy::Occupancy => occupancy::OCCUPANCY,
    reports::weekly_capacity::WeeklyCapacity => weekly_capacity::WEEKLY_CAPACITY,
    reports::summary::Summary => summary::SUMMARY_SHEET,
    reports::deposits::Deposits => deposits::DEPOSITS_SHEET,
    reports::concert_daily::ConcertDaily => concert_daily::CONCERT_DAILY,
    reports::concert_weekly::ConcertWeekly => concert_weekly::CONCERT_WEEKLY,
    reports::concert_monthly::ConcertMonthly => concert_monthly::CONCERT_MONTHLY,
    reports::concert_overview::ConcertOverview => concert_overview::CONCERT_OVERVIEW,
    reports::break_even::BreakEven => break_even::BREAK_EVEN,
    reports::concert_profit_forecast::ConcertProfitForecast => concert_profit_forecast::CONCERT_PROFIT_FORECAST,
    reports::target_sales::TargetSales => target_sales::TARGET_SALES,
    reports::marketing_week::MarketingWeek => marketing_week::MARKETING_WEEK,
    reports::target_vs_actual::TargetVsActual => target_vs_actual::TARGET_VS_ACTUAL,
    reports::marketing_effect::MarketingEffect => marketing_effect::MARKETING_EFFECT,
    reports::buyers::discounts::BuyersDiscounts => buyers::BUYERS_DISCOUNTS,
    reports::buyers::ages::BuyersAges => buyers::BUYERS_AGES,
    reports::buyers::payments::BuyersPayments => buyers::BUYERS_PAYMENTS,
    reports::buyers::channels::BuyersChannels => buyers::BUYERS_CHANNELS,
    reports::buyers::regions::BuyersRegions => buyers::BUYERS_REGIONS,
    reports::upload_coverage::UploadCoverage => upload_coverage::UPLOAD_COVERAGE,
    reports::overview::Overview => overview::OVERVIEW,
    reports::agencies_sales::AgenciesSales => agencies_sales::AGENCIES_SALES,
    reports::agencies_daily::AgenciesDaily => agencies_daily::AGENCIES_DAILY,
    reports::snapshot_changes::SnapshotChanges => snapshot_changes::SNAPSHOT_CHANGES,
    reports::grades::Grades => grades::GRADES_SHEET,
    reports::forecast::Forecast => forecast::FORECAST,
    reports::pace::Pace => pace::PACE,
    reports::cast_effects::CastEffects => cast_effects::CAST_EFFECTS,
    reports::marketing_lift::MarketingLift => marketing_lift::MARKETING_LIFT,
    reports::forecast_scorecard::ForecastScorecard => forecast_scorecard::FORECAST_SCORECARD,
    reports::market::genres::MarketGenres => market::MARKET_GENRES,
    reports::market::rank::MarketRank => market::MARKET_RANK,
    reports::market::openings::MarketOpenings => market::MARKET_OPENINGS,
    reports::market::index::MarketIndex => market::MARKET_INDEX,
}
