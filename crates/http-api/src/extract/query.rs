use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev};
use serde::de::DeserializeOwned;

use crate::problem::ApiError;

/// Parameters of the query; an unknown or malformed one is 422.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

fn parse<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    // A path-aware error cannot name an unknown parameter, but its message does.
    let pairs = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let name = match error.path().to_string() {
            path if path == "." => String::new(),
            path => path.split(['.', '[']).next().unwrap_or_default().to_owned(),
        };
        ApiError::invalid(name, "malformed", error.into_inner().to_string())
    })
}
