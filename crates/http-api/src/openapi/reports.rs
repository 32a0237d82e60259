//! The operations of the reports, from what they say of themselves.

use reporting::Schemas;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::{HttpMethod, Operation, PathItem};

use crate::routes;

/// Adds them, and the schemas of their answers.
pub(super) fn add(document: &mut OpenApi) {
    let mut schemas = Schemas::default();
    for report in reporting::REPORTS {
        let operation: Operation = read(schemas.operation(*report));
        let path = routes::reports::path(*report);
        document
            .paths
            .paths
            .insert(path, PathItem::new(HttpMethod::Get, operation));
    }
    let components = document.components.get_or_insert_default();
    for (name, schema) in schemas.into_inner() {
        components.schemas.entry(name).or_insert_with(|| read(schema));
    }
}

fn read<T: DeserializeOwned>(part: Value) -> T {
    serde_json::from_value(part).expect("reports describe themselves as OpenAPI does")
}
