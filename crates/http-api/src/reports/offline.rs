//! Reports by their names, for callers without HTTP.

use domain::access::Visible;
use ports::driven::Clock;
use ports::driving::{Question, Reports};
use serde::de::DeserializeOwned;

use crate::extract::Query;
use crate::problem::ApiError;
use crate::views::reports::{
    OutlookQuery, OverviewQuery, OwnParameters, PerformancesQuery, ReportBody, ReportParameters, ReportQuery,
    TargetVsActualQuery, UploadCoverageQuery, WeeklyCastsQuery,
};

/// The body that `GET /api/v1/reports/{name}` with these parameters answers to somebody who sees every production.
pub async fn report(
    reports: &dyn Reports,
    clock: &dyn Clock,
    name: &str,
    parameters: &[(String, String)],
) -> Result<Vec<u8>, ApiError> {
    let query = serde_html_form::to_string(parameters).expect("pairs of texts make a query");
    let (parameters, question) = asked(name, &query)?;
    let as_of = parameters.as_of.unwrap_or_else(|| clock.today());
    let report = reports
        .answer(&parameters.scope(Visible::All)?, as_of, question)
        .await?;
    Ok(serde_json::to_vec(&ReportBody::new(as_of, report.value)).expect("views have text keys and finite numbers"))
}

fn asked(name: &str, query: &str) -> Result<(ReportParameters, Question), ApiError> {
    let question = match name {
        "plays/weekly-overview" => Question::WeeklyOverview,
        "plays/revenue" => Question::Revenue,
        "plays/weekly-occupancy" => Question::WeeklyOccupancy,
        "plays/performances" => return own::<PerformancesQuery>(query),
        "plays/weekly-casts" => return own::<WeeklyCastsQuery>(query),
        "plays/outlook" => return own::<OutlookQuery>(query),
        "plays/daily-brief" => Question::DailyBrief,
        "plays/monthly" => Question::Monthly,
        "plays/monthly-by-production" => Question::MonthlyByProduction,
        "plays/cast-revenue" => Question::CastRevenue,
        "plays/occupancy" => Question::Occupancy,
        "plays/weekly-capacity" => Question::WeeklyCapacity,
        "plays/summary" => Question::Summary,
        "plays/profit-forecast" => Question::ProfitForecast,
        "concerts/daily" => Question::ConcertDaily,
        "concerts/weekly" => Question::ConcertWeekly,
        "concerts/monthly" => Question::ConcertMonthly,
        "concerts/break-even" => Question::BreakEven,
        "concerts/overview" => Question::ConcertOverview,
        "concerts/profit-forecast" => Question::ConcertProfitForecast,
        "concerts/target-sales" => Question::TargetSales,
        "concerts/marketing-week" => Question::MarketingWeek,
        "marketing-effect" => Question::MarketingEffect,
        "upload-coverage" => return own::<UploadCoverageQuery>(query),
        "overview" => return own::<OverviewQuery>(query),
        "target-vs-actual" => return own::<TargetVsActualQuery>(query),
        _ => return Err(ApiError::NotFound("report")),
    };
    let Query(query) = Query::<ReportQuery>::parse(query)?;
    Ok((query.into(), question))
}

fn own<Q: OwnParameters + DeserializeOwned>(query: &str) -> Result<(ReportParameters, Question), ApiError> {
    let Query(query) = Query::<Q>::parse(query)?;
    let question = query.question()?;
    Ok((query.into(), question))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes;

    #[test]
    fn every_report_that_has_a_route_is_known_by_its_name() {
        let paths = routes::paths();
        let paths = paths.iter().map(|path| path.signature().0);
        let names: Vec<_> = paths.filter_map(|path| path.strip_prefix("/api/v1/reports/")).collect();
        assert!(names.contains(&"upload-coverage"));
        for name in names {
            assert!(asked(name, "asOf=2026-11-20").is_ok(), "{name}");
        }
        assert!(matches!(asked("plays/gone", ""), Err(ApiError::NotFound("report"))));
    }
}
