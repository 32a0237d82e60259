use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev};
use uuid::Uuid;

use crate::problem::ApiError;

/// The `name` in the path: a word, whatever it is.
pub(crate) struct PathName(pub(crate) String);

impl FromRequest for PathName {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let name = request.match_info().get("name").unwrap_or_default();
        ready(Ok(Self(name.to_owned())))
    }
}

/// The `id` in the path; one that is no UUID names nothing, so it is 404.
pub(crate) struct PathId(pub(crate) Uuid);

impl FromRequest for PathId {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let id = request
            .match_info()
            .get("id")
            .and_then(|text| Uuid::try_parse(text).ok());
        ready(id.map(Self).ok_or(ApiError::NotFound("thing")))
    }
}

/// The `file` in the path: a word, whatever it is.
pub(crate) struct PathFile(pub(crate) String);

impl FromRequest for PathFile {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let file = request.match_info().get("file").unwrap_or_default();
        ready(Ok(Self(file.to_owned())))
    }
}

/// The `campaignId` in the path; one that is no UUID names nothing, so it is 404.
pub(crate) struct PathCampaign(pub(crate) Uuid);

impl FromRequest for PathCampaign {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let id = request.match_info().get("campaignId");
        let id = id.and_then(|text| Uuid::try_parse(text).ok());
        ready(id.map(Self).ok_or(ApiError::NotFound("campaign")))
    }
}
