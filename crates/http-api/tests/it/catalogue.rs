//! The catalogue of reports says what the reports answer.

use std::collections::BTreeSet;

use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::reports::REPORTS;
use crate::support::TestApi;

pub(crate) async fn entries() -> Vec<Value> {
    let answer = TestApi::default().get("/api/v1/reports").await;
    assert_eq!(answer.status, 200);
    answer.json()["reports"].as_array().unwrap().clone()
}

/// What the catalogue says of a report.
pub(crate) async fn entry(report: &str) -> Value {
    let entry = entries().await.into_iter().find(|entry| entry["name"] == report);
    entry.unwrap_or_else(|| panic!("{report} is not in the catalogue"))
}

#[actix_web::test]
async fn the_catalogue_is_answered_as_documented() {
    let mut answer = TestApi::default().get("/api/v1/reports").await;
    // Two of them show all that there is.
    let shown = [entry("plays/revenue").await, entry("concerts/break-even").await];
    answer.body = serde_json::to_vec(&json!({ "reports": shown })).unwrap();
    answer.assert_is_example("listReports");
}

#[actix_web::test]
async fn the_catalogue_is_for_those_who_are_signed_in_and_is_not_sent_twice() {
    let path = "/api/v1/reports";
    let answer = TestApi::default().as_nobody().get(path).await;
    answer.assert_problem(401, "unauthenticated");
    let tag = TestApi::default().get(path).await.header("etag").to_owned();
    let again = TestRequest::with_uri(path).insert_header(("if-none-match", tag));
    assert_eq!(TestApi::default().send(again).await.status, 304);
}

/// Names of the plain fields of an object, those of nested objects with dots; maps as the catalogue has them.
fn fields(object: &Value, columns: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, value) in object.as_object().into_iter().flatten() {
        let map = format!("{name}.*");
        match value {
            Value::Object(_) if columns.contains(map.as_str()) => {
                found.insert(map);
            }
            Value::Object(nested) => found.extend(nested.keys().map(|own| format!("{name}.{own}"))),
            Value::Array(list) if list.first().is_none_or(Value::is_object) => {}
            _ => {
                found.insert(name.clone());
            }
        }
    }
    found
}

/// Every field that occurs in the rows of a table and in the levels above.
fn fields_of_table(answer: &Value, table: &Value, columns: &BTreeSet<&str>) -> BTreeSet<String> {
    let path: Vec<_> = table["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let mut level = vec![answer];
    let mut found = BTreeSet::new();
    for depth in 0..=path.len() {
        let next = path.get(depth).copied();
        let apart = [next, table["furtherRow"].as_str().filter(|_| depth + 1 == path.len())];
        for object in &level {
            let mut object = (*object).clone();
            if depth == 0 {
                // Other tables are beside the one that is looked at.
                object
                    .as_object_mut()
                    .unwrap()
                    .retain(|_, value| !value.is_object() && !value.is_array());
            }
            apart.iter().flatten().for_each(|name| {
                object.as_object_mut().unwrap().remove(*name);
            });
            found.extend(fields(&object, columns));
        }
        let Some(next) = next else { break };
        level = level
            .iter()
            .flat_map(|object| match &object[next] {
                Value::Array(list) => list.iter().collect(),
                single => vec![single],
            })
            .collect();
    }
    found
}

#[actix_web::test]
async fn every_field_is_a_column_and_every_column_is_a_field() {
    for (report, _) in REPORTS {
        let entry = entry(report).await;
        let answer = TestApi::with_samples()
            .get(&format!("/api/v1/reports/{report}"))
            .await
            .json();
        let mut tables = BTreeSet::new();
        for table in entry["tables"].as_array().unwrap() {
            let columns = table["columns"].as_array().unwrap();
            let columns: BTreeSet<_> = columns.iter().filter_map(|column| column["field"].as_str()).collect();
            let mut found = fields_of_table(&answer, table, &columns);
            // The name of the report is told by the file; of its parameters, those that choose rows are no columns. Figures
            // beside the items are a table of their own, and so are lists in them.
            let own = entry["parameters"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|own| own["name"].as_str());
            let is_list_of_items = table["rows"][1] == table["name"];
            let is_apart = |field: &str| {
                let beside_items = table["rows"] != json!([])
                    && ["concerts/overview", "overview"].contains(&report)
                    && answer.get(field).is_some();
                beside_items || is_list_of_items && answer["items"][0].get(field).is_some()
            };
            let left_out: BTreeSet<_> = own.chain(["report"]).filter(|name| !columns.contains(name)).collect();
            found.retain(|field| {
                columns.contains(field.as_str()) || !(left_out.contains(field.as_str()) || is_apart(field))
            });
            assert_eq!(
                found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
                columns,
                "{report} {}",
                table["name"]
            );
            tables.extend(table["rows"][0].as_str());
        }
        let lists = answer
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| value.is_array() || value.is_object());
        assert_eq!(
            lists.map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>(),
            tables,
            "{report}"
        );
    }
}

#[actix_web::test]
async fn every_parameter_is_in_the_catalogue() {
    let document = serde_json::to_value(http_api::openapi()).unwrap();
    for (report, _) in REPORTS {
        let entry = entry(report).await;
        let documented = &document["paths"][entry["path"].as_str().unwrap()]["get"]["parameters"];
        let documented: Vec<_> = documented
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["in"] == "query")
            .collect();
        let listed = entry["parameters"].as_array().unwrap();
        let names = |of: &[&Value]| -> BTreeSet<String> {
            of.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(
            names(&listed.iter().collect::<Vec<_>>()),
            names(&documented),
            "{report}"
        );
        for parameter in listed {
            let schema = &documented.iter().find(|one| one["name"] == parameter["name"]).unwrap()["schema"];
            assert_eq!(
                parameter["repeatable"],
                schema["type"] == "array",
                "{report} {parameter}"
            );
            if schema["enum"].is_array() {
                assert_eq!(parameter["choices"], schema["enum"], "{report} {parameter}");
            }
            for bound in ["minimum", "maximum"] {
                if schema[bound].is_number() {
                    assert_eq!(
                        parameter[bound].as_f64(),
                        schema[bound].as_f64(),
                        "{report} {parameter}"
                    );
                }
            }
        }
    }
}
