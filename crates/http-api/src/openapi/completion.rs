//! What the derived schemas leave out.

use std::collections::BTreeMap;

use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{ArrayItems, Schema};
use utoipa::openapi::{OpenApi, Ref, RefOr};

/// An answer has all its fields, and its lists refer to the schemas of their items.
pub(super) fn complete(document: &mut OpenApi) {
    let Some(components) = document.components.as_mut() else {
        return;
    };
    refer_to_items(&mut components.schemas);
    for (name, schema) in &mut components.schemas {
        if !is_request(name) && !WITH_OPTIONAL.contains(&name.as_str()) {
            require_all(schema);
        }
    }
}

/// Each operation with its identifier.
pub(super) fn operations(document: &mut OpenApi) -> impl Iterator<Item = (String, &mut Operation)> {
    let items = document.paths.paths.values_mut();
    let operations = items.flat_map(|item| {
        [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.patch,
            &mut item.delete,
        ]
    });
    operations.flatten().map(|operation| {
        let id = operation.operation_id.clone();
        (id.expect("every operation has an identifier"), operation)
    })
}

/// The only answers whose fields may be missing, and what answers share with requests.
const WITH_OPTIONAL: [&str; 3] = ["Problem", "FieldErrorView", "LabelMeaningBody"];

/// Bodies of requests, in which a field may be left out.
fn is_request(name: &str) -> bool {
    name.starts_with("New") || name.starts_with("Changed") || name.ends_with("Form")
}

/// A figure that nobody knows is `null`, and never left out.
fn require_all(schema: &mut RefOr<Schema>) {
    match schema {
        RefOr::T(Schema::Object(object)) => object.required = object.properties.keys().cloned().collect(),
        RefOr::T(Schema::AllOf(all)) => all.items.iter_mut().for_each(require_all),
        _ => {}
    }
}

/// The items of `PageView_JobView` are `JobView`s; derived, they are written out again.
fn refer_to_items(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let names: Vec<_> = schemas.keys().cloned().collect();
    for (name, schema) in schemas {
        let Some((_, item)) = name.split_once('_') else {
            continue;
        };
        if let RefOr::T(Schema::Object(object)) = schema
            && names.iter().any(|known| known == item)
            && let Some(RefOr::T(Schema::Array(array))) = object.properties.get_mut("items")
        {
            array.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(Ref::from_schema_name(item))));
        }
    }
}
