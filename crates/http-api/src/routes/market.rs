//! Which of KOPIS's shows a production is: people say it, and are helped.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use ports::driven::Match;

use super::present::or_present;
use crate::Services;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, KnownProduction, NoParameters, OutdatedProblem, Query, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::market::{KopisMatchView, NewKopisMatch, SuggestionsView};

/// The shows of KOPIS that a production is
///
/// As somebody said; until then none, and the genre is the usual one of its category. `shows` are those of them that are known.
#[utoipa::path(get, path = "/api/v1/productions/{id}/kopis", operation_id = "getProductionKopis", tag = "market",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The shows", body = KopisMatchView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    Ok(answer(services.market.find(id).await?))
}

/// Say which shows of KOPIS a production is
///
/// In the place of what was said before; an empty list takes it back. At most ten, for the venues of a tour.
#[utoipa::path(put, path = "/api/v1/productions/{id}/kopis", operation_id = "setProductionKopis", tag = "market",
    params(("id" = uuid::Uuid, Path, description = "Id of the production"), IfMatchHeader), request_body = NewKopisMatch, responses(
    (status = 200, description = "The shows", body = KopisMatchView,
        headers(("ETag" = String, description = "Their state, for `If-Match`"))),
    BodyProblems,
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn set(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let (new, caller) = body.read::<NewKopisMatch>().await?;
    let (kopis_ids, genre) = new.into_parts()?;
    let set = services.market.set(id, kopis_ids, genre, &caller.edit(basis)).await;
    let present = async { services.market.find(id).await.map(KopisMatchView::from) };
    Ok(answer(or_present(set, present).await?))
}

/// Shows of KOPIS that a production may be
///
/// At most ten of a score of 0.4 and more, the best first, each with its reasons: half of the score is the name, a fifth each the place
/// and the period, a tenth the genre. KOPIS is asked by the name, at most once a day; where it cannot be, `complete` is false, and
/// the suggestions are of what was read before. Nothing is matched by it.
#[utoipa::path(get, path = "/api/v1/productions/{id}/kopis/suggestions", operation_id = "suggestProductionKopis", tag = "market",
    params(("id" = uuid::Uuid, Path, description = "Id of the production")), responses(
    (status = 200, description = "The suggestions", body = SuggestionsView),
    (status = 404, description = "There is no such production", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn suggest(
    KnownProduction(id): KnownProduction,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    query?;
    let suggestions = services.market.suggest(id).await?;
    Ok(json(StatusCode::OK, &SuggestionsView::from(suggestions)))
}

/// What was said, with the `ETag` of its state.
fn answer(of: Match) -> HttpResponse {
    let revision = of.revision;
    tagged(json(StatusCode::OK, &KopisMatchView::from(of)), revision)
}
