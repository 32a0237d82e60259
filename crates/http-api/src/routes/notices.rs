//! The bell: what one ought to know.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use ports::driven::NoticeQuery;
use ports::paging::Paging;

use crate::Services;
use crate::entry::Caller;
use crate::extract::{BodyProblems, JsonBody, NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::notice::{NewReading, NoticeListQuery, NoticesView};
use crate::views::paging::paging;

/// How far back notices reach.
const KEPT: TimeDelta = TimeDelta::days(30);

/// What one ought to know
///
/// What arrived, what is late and other alerts, what others changed, of the productions that one sees; and for admins what
/// could not be sent or done. Of the last 30 days, the newest first; what one did oneself is none of it. An event of the stream says
/// that there may be more: `snapshot`, `upload`, `production`, `target`, `note`, `alert`, `delivery`, `schedule`, and `notice` when one
/// has read in another window.
#[utoipa::path(get, path = "/api/v1/notices", operation_id = "listNotices", tag = "notices", params(NoticeListQuery), responses(
    (status = 200, description = "One page, and how many are unread", body = NoticesView),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    caller: Caller,
    Query(query): Query<NoticeListQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    answer(&caller, &services, paging(query.page, query.per_page)?).await
}

/// Mark notices as read
///
/// All that happened until then. Answers the first page as it is now.
#[utoipa::path(put, path = "/api/v1/notices/read", operation_id = "readNotices", tag = "notices",
    request_body = NewReading, responses(
    (status = 200, description = "The first page, and how many are unread", body = NoticesView),
    BodyProblems,
    (status = 422, description = "The instant breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewReading>().await?;
    // Nobody has read what is still to come.
    let until = new.until.0.to_utc().min(services.clock.now());
    services.notices.read(caller.id(), until).await?;
    answer(&caller, &services, Paging::default()).await
}

async fn answer(caller: &Caller, services: &Services, paging: Paging) -> Result<HttpResponse, ApiError> {
    let now = services.clock.now();
    let query = NoticeQuery {
        reader: caller.id(),
        visible: caller.visible(),
        deliveries: caller.user().role.is_office(),
        after: now - KEPT,
        until: now,
        paging,
    };
    let page = services.notices.list(&query).await?;
    Ok(json(StatusCode::OK, &NoticesView::new(page, paging)))
}
