use actix_web::{FromRequest, HttpRequest, dev};
use domain::production::ProductionId;
use futures_util::future::{FutureExt, LocalBoxFuture};

use super::path::PathId;
use crate::Services;
use crate::problem::ApiError;

/// The production in the path, which is there: else 404, before the query and the body are looked at.
pub(crate) struct KnownProduction(pub(crate) ProductionId);

impl FromRequest for KnownProduction {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let id = PathId::from_request(request, payload).into_inner();
        let desk = Services::of(request).productions.clone();
        async move {
            let id = ProductionId(id?.0);
            desk.read(id).await?;
            Ok(Self(id))
        }
        .boxed_local()
    }
}
