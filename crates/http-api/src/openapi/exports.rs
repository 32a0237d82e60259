//! The other formats of reports: the same for each, and so written down once.

use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, OpenApi, RefOr};

use crate::routes::attachment::XLSX;

/// Adds them to what every report answers.
pub(super) fn complete(document: &mut OpenApi) {
    let reports = document
        .paths
        .paths
        .iter_mut()
        .filter(|(path, _)| path.starts_with("/api/v1/reports/"));
    for operation in reports.filter_map(|(_, item)| item.get.as_mut()) {
        if let Some(RefOr::T(answer)) = operation.responses.responses.get_mut("200") {
            let text = || ObjectBuilder::new().schema_type(Type::String);
            let bytes = text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)));
            for (media_type, schema) in [("text/csv", text()), (XLSX, bytes)] {
                let content = ContentBuilder::new().schema(Some(schema)).build();
                answer.content.insert(media_type.to_owned(), content.into());
            }
        }
    }
}
