//! The catalogue of reports says what the reports answer.

use std::collections::BTreeSet;

use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::reports::reports;
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
    let mut catalogue = answer.json();
    catalogue["reports"] = json!(shown);
    answer.body = serde_json::to_vec(&catalogue).unwrap();
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

#[actix_web::test]
async fn every_parameter_is_in_the_catalogue() {
    let document = serde_json::to_value(http_api::openapi()).unwrap();
    for report in reports() {
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
