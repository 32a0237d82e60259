use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::malformed::from_serde_message;
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
    // Where it went wrong is looked for only when it did.
    let parsed = serde_html_form::from_str(query).or_else(|_| parse_explained(query))?;
    match blank(query) {
        Some(name) => Err(ApiError::invalid(name, "malformed", "a value")),
        None => Ok(parsed),
    }
}

/// The first parameter that is empty, which the reader takes for one that is left out.
fn blank(query: &str) -> Option<String> {
    let is_blank = |pair: &str| pair.split_once('=').is_none_or(|(_, value)| value.is_empty());
    if !query.split('&').any(is_blank) {
        return None;
    }
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    let blank = |(name, value): &(String, String)| value.is_empty() && !TEXTS.contains(&name.as_str());
    pairs.into_iter().find(blank).map(|(name, _)| name)
}

fn parse_explained<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let pairs = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let path = error.path().to_string();
        let on_path = path.split(['.', '[']).next().unwrap_or_default().to_owned();
        let malformed = from_serde_message(&error.into_inner().to_string());
        // The path cannot name an unknown parameter, but the message does.
        let name = malformed.field.unwrap_or(on_path);
        match malformed.code {
            "unknown_field" => ApiError::invalid(name, "unknown_parameter", "there is no such parameter"),
            code => ApiError::invalid(name, code, malformed.message),
        }
    })
}
