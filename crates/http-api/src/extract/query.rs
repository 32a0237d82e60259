use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::stumble::explain;
use crate::problem::ApiError;

/// Parameters of the query; an unknown or malformed one is 422.
pub(crate) struct Query<T>(pub(crate) T);

/// The query of a route that has no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoParameters {}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(Self::parse(request.query_string()))
    }
}

impl<T: DeserializeOwned> Query<T> {
    /// Of the text behind the question mark.
    pub(crate) fn parse(query: &str) -> Result<Self, ApiError> {
        parse(query).map(Self)
    }
}

/// Parameters that are text, which may be empty.
const TEXTS: [&str; 3] = ["q", "action", "subjectId"];

fn parse<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    // The reader takes an optional parameter that is empty for one that is left out.
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    let empty = |(name, value): &&(String, String)| value.is_empty() && !TEXTS.contains(&name.as_str());
    let parsed = parse_present(query)?;
    match pairs.iter().find(empty) {
        Some((name, _)) => Err(ApiError::invalid(name.clone(), "malformed", "a value")),
        None => Ok(parsed),
    }
}

fn parse_present<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let pairs = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let path = error.path().to_string();
        let on_path = path.split(['.', '[']).next().unwrap_or_default().to_owned();
        let stumble = explain(&error.into_inner().to_string());
        // The path cannot name an unknown parameter, but the message does.
        let name = stumble.field.unwrap_or(on_path);
        match stumble.code {
            "unknown_field" => ApiError::invalid(name, "unknown_parameter", "there is no such parameter"),
            code => ApiError::invalid(name, code, stumble.message),
        }
    })
}
