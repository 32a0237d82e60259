//! The public holidays.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::calendar::supported_days;

use crate::Services;
use crate::extract::Query;
use crate::problem::{ApiError, Problem, json};
use crate::views::notes::HolidaysView;
use crate::views::planning::DaysQuery;

/// Public holidays
///
/// Those of Korea from 2019 to 2032, and those of the settings, from `from` to `to`. Forecasts reckon with the same.
#[utoipa::path(get, path = "/api/v1/holidays", operation_id = "listHolidays", tag = "planning", params(DaysQuery), responses(
    (status = 200, description = "The holidays in order", body = HolidaysView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    Query(query): Query<DaysQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let all = supported_days();
    let first = query.from.map_or(all.first(), |day| day.0);
    let last = query.to.map_or(all.last(), |day| day.0);
    if last < first {
        return Err(ApiError::invalid("to", "before_start", "a day not before 'from'"));
    }
    let holidays = services.holidays.within(first, last);
    Ok(json(StatusCode::OK, &HolidaysView::from(holidays)))
}
