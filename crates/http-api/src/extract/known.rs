use actix_web::{FromRequest, HttpRequest, dev};
use domain::collection::SourceId;
use domain::production::{Production, ProductionId};
use domain::schedule::{Destination, DestinationId};
use futures_util::future::{FutureExt, LocalBoxFuture, TryFutureExt};
use ports::driving::collection::SourceView;
use uuid::Uuid;

use super::path::PathId;
use crate::Services;
use crate::problem::ApiError;

/// What the `id` in the path names, which is there: else 404, before the query and the body are looked at. Of an upload or
/// an arrival the guard of its route has seen to that: it asked whose production it is of.
pub(crate) struct Known<T>(pub(crate) T);

/// What an `id` in a path may name.
pub(crate) trait Named: Sized + 'static {
    /// What has this id; an error that is told as 404 where nothing has.
    async fn find(id: Uuid, services: &Services) -> Result<Self, ApiError>;
}

impl Named for Production {
    async fn find(id: Uuid, services: &Services) -> Result<Self, ApiError> {
        Ok(services.productions.read(ProductionId(id)).await?)
    }
}

impl Named for SourceView {
    async fn find(id: Uuid, services: &Services) -> Result<Self, ApiError> {
        Ok(services.sources.read(SourceId(id)).await?)
    }
}

impl Named for Destination {
    async fn find(id: Uuid, services: &Services) -> Result<Self, ApiError> {
        Ok(services.destinations.read(DestinationId(id)).await?)
    }
}

impl<T: Named> FromRequest for Known<T> {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let id = PathId::from_request(request, payload).into_inner();
        let request = request.clone();
        async move { T::find(id?.0, Services::of(&request)).await.map(Self) }.boxed_local()
    }
}

/// The id of a known production, which is all that most routes need of it.
pub(crate) struct KnownProduction(pub(crate) ProductionId);

impl FromRequest for KnownProduction {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let known = Known::<Production>::from_request(request, payload);
        known.map_ok(|Known(production)| Self(production.id)).boxed_local()
    }
}
