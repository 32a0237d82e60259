use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, ResponseError};
use domain::access::{Verdict, Visible};
use domain::collection::ArrivalId;
use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::driven::Credential;
use ports::driving::collection::CollectionError;
use uuid::Uuid;

use super::token::presented;
use super::{Caller, Need, Security, client_address, require_own_origin};
use crate::Services;
use crate::problem::ApiError;

/// Lets a request through to its handler when its caller has what the route needs.
pub(crate) async fn guard<B: MessageBody + 'static>(
    need: Need,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    match admit(request.request(), need).await {
        Ok(()) => Ok(next.call(request).await?.map_into_left_body()),
        // An answer, not an error: what wraps the application adds its headers to answers only.
        Err(error) => Ok(request.into_response(error.error_response()).map_into_right_body()),
    }
}

/// Refuses a request whose caller has not what it needs; the caller is noted for the handler.
pub(crate) async fn admit(request: &HttpRequest, need: Need) -> Result<(), ApiError> {
    if need == Need::Nothing || (need == Need::Figures && collects_figures(request)) {
        return Ok(());
    }
    let asked_version = catch_up(request).await?;
    let caller = caller(request, need).await?;
    let known = Services::of(request).data_version.known().data;
    request.extensions_mut().insert(AdmittedAt(known));
    asked_version.map_err(|_| ApiError::invalid(DATA_VERSION, "malformed", "a version that an answer told"))?;
    let caller = policy(request, need, caller).await?;
    request.extensions_mut().insert(caller);
    Ok(())
}

/// Whether a program asks that has the token for figures.
fn collects_figures(request: &HttpRequest) -> bool {
    let security = Security::of(request);
    let Some(token) = &security.metrics_token else {
        return false;
    };
    presented(request, security).is_some_and(|presented| !presented.by_cookie && token.is(&presented.token))
}

/// Who sends this and has what it needs, as far as is known now.
pub(super) async fn judged(request: &HttpRequest, need: Need) -> Result<Caller, ApiError> {
    let caller = caller(request, need).await?;
    policy(request, need, caller).await
}

/// A request that was told of a data version is answered from it or a newer one, rights included. Where this server has not
/// heard of it, it asks. A version that there is not, as after a backup was restored, is answered by the newest there is.
/// What is malformed is told to those who are let in.
async fn catch_up(request: &HttpRequest) -> Result<Result<(), Malformed>, ApiError> {
    let Some(told) = request.headers().get(DATA_VERSION) else {
        return Ok(Ok(()));
    };
    let Some(told) = told.to_str().ok().and_then(|text| text.trim().parse::<i64>().ok()) else {
        return Ok(Err(Malformed));
    };
    let versions = &Services::of(request).data_version;
    if told > versions.known().data {
        versions.current().await?;
    }
    Ok(Ok(()))
}

/// No version at all.
struct Malformed;

/// The data version that was known when a caller was let in; what is read from then on is of it, or newer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AdmittedAt(pub(crate) i64);

/// The header that tells which state of the data somebody knows.
pub(crate) const DATA_VERSION: &str = "x-data-version";

/// Who sends this: 401 for nobody, before anything else is looked at.
async fn caller(request: &HttpRequest, need: Need) -> Result<Caller, ApiError> {
    let security = Security::of(request);
    let presented = presented(request, security).ok_or(ApiError::Unauthenticated)?;
    let accounts = &Services::of(request).accounts;
    let authenticated = accounts.authenticate(&presented.token).await?;
    let address = client_address(request, &security.trusted_proxies);
    let caller = Caller::new(authenticated.ok_or(ApiError::Unauthenticated)?, address, need);
    if presented.by_cookie && writes(request.method()) {
        require_own_origin(request, security)?;
    }
    Ok(caller)
}

/// Sees (404), then may (403).
async fn policy(request: &HttpRequest, need: Need, caller: Caller) -> Result<Caller, ApiError> {
    let not_there = || ApiError::NotFound(need.thing());
    let (capability, production) = match need {
        Need::Nothing | Need::Oneself | Need::Figures => (need.capability(), None),
        Need::Of(capability) | Need::InPerson(capability) | Need::OnProductionInBody(capability) => (capability, None),
        Need::OnProduction(capability) => {
            let id = path_id(request).ok_or_else(not_there)?;
            (capability, Some(ProductionId(id)))
        }
        Need::OnUpload(capability) => {
            let id = path_id(request).ok_or_else(not_there)?;
            let production = Services::of(request).uploads.production_of(UploadId(id)).await?;
            (capability, Some(production.ok_or_else(not_there)?))
        }
        Need::OnArrival(capability) => {
            let id = path_id(request).ok_or_else(not_there)?;
            let arrival = Services::of(request).arrivals_desk.read(ArrivalId(id)).await;
            let arrival = arrival.map_err(|error| match error {
                CollectionError::Unknown(_) => not_there(),
                other => other.into(),
            })?;
            if arrival.production_id.is_none() && caller.visible() != Visible::All {
                return Err(not_there());
            }
            (capability, arrival.production_id)
        }
    };
    let verdict = match caller.verdict(capability, production) {
        Verdict::Allowed => {
            may_credential(request, need, &caller).and_then(|()| has_demanded_factor(request, need, &caller))
        }
        Verdict::Forbidden => Err(ApiError::Forbidden),
        Verdict::Hidden => Err(not_there()),
    };
    // Whoever sees all productions is told "you may not" only of one that is there.
    if matches!(verdict, Err(ApiError::Forbidden))
        && let (Need::OnProduction(_), Some(id)) = (need, production)
    {
        Services::of(request).productions.read(id).await?;
    }
    verdict?;
    Ok(match production {
        Some(id) => caller.on(id),
        None => caller,
    })
}

/// Refuses an API key what no API key may do, whatever rights its owner has.
fn may_credential(request: &HttpRequest, need: Need, caller: &Caller) -> Result<(), ApiError> {
    let Credential::ApiKey { read_only, .. } = caller.credential() else {
        return Ok(());
    };
    if matches!(need, Need::InPerson(_) | Need::Oneself) || (read_only && writes(request.method())) {
        return Err(ApiError::Forbidden);
    }
    Ok(())
}

/// Whoever must have a second factor and has none is let in only to set it up.
fn has_demanded_factor(request: &HttpRequest, need: Need, caller: &Caller) -> Result<(), ApiError> {
    if need != Need::Oneself && caller.lacks_factor(Security::of(request)) {
        return Err(ApiError::SecondFactorMissing);
    }
    Ok(())
}

fn writes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn path_id(request: &HttpRequest) -> Option<Uuid> {
    let id = request.match_info().get("id")?;
    Uuid::try_parse(id).ok()
}
