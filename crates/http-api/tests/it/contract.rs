//! The OpenAPI document.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::schema::violations;
use crate::support::{
    ARRIVAL, CAMPAIGN_ID, COLLECTION_RUN, DELIVERY, DESTINATION, JOB, KEY, MESSAGE, NEW_SIGN_IN, PRODUCTION, RECIPE,
    SCHEDULE, SESSION, SOURCE, TestApi, UPLOAD, USER,
};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

fn document() -> Value {
    serde_json::to_value(http_api::openapi()).unwrap()
}

/// Path, method and description of every operation.
fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let items = document["paths"].as_object().unwrap();
    items
        .iter()
        .flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            item.iter()
                .map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        })
        .collect()
}

/// A path with the identifiers of what there is.
fn filled(path: &str) -> String {
    path.replace("/api/v1/productions/{id}", PRODUCTION)
        .replace("{campaignId}", CAMPAIGN_ID)
        .replace("/api/v1/uploads/{id}", UPLOAD)
        .replace("/api/v1/jobs/{id}", JOB)
        .replace("/api/v1/schedules/{name}", SCHEDULE)
        .replace("/api/v1/messages/{name}", MESSAGE)
        .replace("/api/v1/destinations/{id}", DESTINATION)
        .replace("/api/v1/deliveries/{id}", DELIVERY)
        .replace("/api/v1/collection/sources/{id}", SOURCE)
        .replace("/api/v1/collection/runs/{id}", COLLECTION_RUN)
        .replace("/api/v1/collection/arrivals/{id}", ARRIVAL)
        .replace("/api/v1/collection/recipes/{name}", RECIPE)
        .replace("/evidence/{file}", "/evidence/1.png")
        .replace("/api/v1/users/{id}", USER)
        .replace("/api/v1/auth/sessions/{id}", SESSION)
        .replace("/api/v1/auth/api-keys/{id}", KEY)
        .replace("/api/v1/auth/new-sign-ins/{id}", NEW_SIGN_IN)
}

#[test]
fn the_committed_documents_are_current() {
    let catalogue = serde_json::to_string_pretty(&http_api::catalogue());
    let documents = [
        ("openapi.json", http_api::openapi().to_pretty_json().unwrap()),
        ("catalogue.json", catalogue.unwrap()),
    ];
    for (name, generated) in documents {
        let path = format!("{}/../../openapi/{name}", env!("CARGO_MANIFEST_DIR"));
        let committed = std::fs::read_to_string(path).unwrap();
        assert!(
            committed == generated + "\n",
            "openapi/{name} is stale: run `just openapi` and commit what changed"
        );
    }
}

#[actix_web::test]
async fn each_path_takes_the_documented_methods_and_no_others() {
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        let documented = item.as_object().unwrap();
        for name in METHODS {
            let method = Method::from_bytes(name.to_uppercase().as_bytes()).unwrap();
            let answer = TestApi::with_samples().ask(method, &filled(path)).await;
            if documented.contains_key(name) {
                assert_ne!(answer.status, 404, "{name} {path}");
                assert_ne!(answer.status, 405, "{name} {path}");
            } else {
                answer.assert_problem(405, "method-not-allowed");
                let allowed: BTreeSet<_> = answer.header("allow").split(", ").map(str::to_lowercase).collect();
                assert_eq!(allowed, documented.keys().cloned().collect(), "{path}");
            }
        }
    }
}

#[test]
fn operations_have_a_name_of_their_own_and_say_what_they_do() {
    let document = document();
    let mut seen = BTreeSet::new();
    for (path, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        assert!(!id.is_empty() && seen.insert(id.to_owned()), "{method} {path}: {id}");
        assert!(operation["summary"].is_string(), "{id} has no summary");
        assert!(operation["description"].is_string(), "{id} has no description");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{id}");
    }
}

fn has_header(operation: &Value, name: &str) -> bool {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let mut headers = parameters.filter(|parameter| parameter["in"] == "header");
    headers.any(|header| header["name"] == name)
}

#[test]
fn what_two_people_may_edit_has_a_state_to_name() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        let deletes = [
            "deleteProduction",
            "deleteCampaign",
            "deleteSchedule",
            "deleteDestination",
            "deleteSource",
            "deleteRecipe",
        ]
        .contains(&id);
        // Nobody else writes what one chooses for oneself, and of mutes the later one of a kind stays.
        let takes_the_later = ["setPreferences", "setAlertMutes", "readNotices", "setDigest"].contains(&id);
        let edits = (["put", "patch"].contains(&method) && !takes_the_later) || path.contains("/targets/") || deletes;
        assert_eq!(has_header(operation, "If-Match"), edits, "{id}");
        if edits && method != "delete" {
            let answer = &operation["responses"]["200"];
            assert!(answer["headers"]["ETag"].is_object(), "{id}");
        }
        if edits && let Some(read) = document["paths"][path].get("get") {
            assert!(read["responses"]["200"]["headers"]["ETag"].is_object(), "{path}");
        }
    }
}

#[test]
fn every_problem_that_can_occur_is_documented() {
    let document = document();
    for (path, _, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        let mut expected = BTreeSet::new();
        if path.starts_with("/api/") {
            expected.insert("422");
        }
        if operation["security"] != json!([]) {
            expected.extend(["401", "403"]);
        }
        // Saving a recipe makes what is not there.
        let is_of_one = (path.contains("{id}") || path.contains("{name}")) && id != "saveRecipe";
        if is_of_one || path.contains("/reports/") {
            expected.insert("404");
        }
        if operation.get("requestBody").is_some() {
            expected.extend(["400", "408", "413", "415"]);
        }
        if has_header(operation, "If-Match") {
            expected.insert("412");
        }
        if has_header(operation, "Idempotency-Key") {
            expected.insert("409");
        }
        let by_operation: BTreeMap<_, &[&str]> = BTreeMap::from([
            ("register", ["429"].as_slice()),
            ("signIn", &["401", "403", "429"]),
            ("changePassword", &["429"]),
            ("beginSecondFactor", &["409", "429"]),
            ("confirmSecondFactor", &["409"]),
            ("renewRecoveryCodes", &["409", "429"]),
            ("removeSecondFactor", &["409", "429"]),
            ("removeSecondFactorOfUser", &["409"]),
            ("createApiKey", &["409"]),
            ("updateUser", &["409"]),
            ("deleteUser", &["409"]),
            ("updateProduction", &["409"]),
            ("deleteProduction", &["409"]),
            ("retryJob", &["409"]),
            ("updateSchedule", &["409"]),
            ("deleteSchedule", &["409"]),
            ("listScheduleRuns", &["404"]),
            ("updateDestination", &["409"]),
            ("updateSource", &["409"]),
            ("runSource", &["409", "429"]),
            ("testSource", &["409", "429"]),
            ("resumeSource", &["409"]),
            ("confirmArrival", &["409", "410"]),
            ("discardArrival", &["409"]),
            ("deleteRecipe", &["409"]),
            ("retryDelivery", &["409"]),
            ("getWorkbookTemplate", &["409"]),
            ("withdrawUpload", &["409"]),
            ("getUploadFile", &["410"]),
            ("createUpload", &["404"]),
            ("listUploads", &["404"]),
        ]);
        expected.extend(by_operation.get(id).into_iter().copied().flatten());
        let documented = operation["responses"].as_object().unwrap();
        let problems: BTreeSet<_> = documented
            .keys()
            .map(String::as_str)
            .filter(|status| status.starts_with('4'))
            .collect();
        assert_eq!(problems, expected, "{id}");
        for status in problems {
            let content = &documented[status]["content"]["application/problem+json"];
            assert_eq!(
                content["schema"]["$ref"], "#/components/schemas/Problem",
                "{id} {status}"
            );
        }
    }
}

#[test]
fn bodies_have_examples_that_fit_their_schemas() {
    let document = document();
    for (_, _, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        let mut bodies = vec![("request", &operation["requestBody"])];
        let answers = operation["responses"].as_object().unwrap();
        bodies.extend(answers.iter().map(|(status, answer)| (status.as_str(), answer)));
        for (name, body) in bodies {
            for (media_type, content) in body["content"].as_object().into_iter().flatten() {
                let example = &content["example"];
                let needed = media_type == "application/json" && ["request", "200", "202"].contains(&name);
                if example.is_null() {
                    assert!(!needed || id == "getHealth", "{id} {name} has no example");
                    continue;
                }
                let found = violations(&document, &content["schema"], example, "");
                assert!(found.is_empty(), "{id} {name}: {found:#?}");
            }
        }
    }
}

#[actix_web::test]
async fn the_examples_of_requests_are_accepted() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let example = &operation["requestBody"]["content"]["application/json"]["example"];
        if example.is_null() {
            continue;
        }
        let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        let answer = TestApi::with_samples().json(method, &filled(path), example).await;
        assert!(answer.status.is_success(), "{path}: {answer:?}");
    }
}

#[test]
fn request_bodies_take_no_other_fields_and_answers_have_all_of_theirs() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let Some(fields) = schema["properties"].as_object() else {
            continue;
        };
        let is_request = name.starts_with("New") || name.starts_with("Changed") || name.ends_with("Form");
        if is_request {
            assert_eq!(schema["additionalProperties"], false, "{name}");
        } else if !["Problem", "FieldErrorView", "LabelMeaningBody"].contains(&name.as_str()) {
            let required = schema["required"].as_array().map_or(0, Vec::len);
            assert_eq!(required, fields.len(), "{name}");
        }
    }
}

#[test]
fn dates_times_and_identifiers_have_their_formats() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
            let is_text = schema["type"] == "string" || schema["type"][0] == "string";
            let expected = match field.as_str() {
                at if at.ends_with("At") || at.ends_with("Start") && name == "PerformanceFactsView" => "date-time",
                // Of a source it is the rule by which the day is found.
                "recordDate" if ["SourceView", "NewSource", "ChangedSource"].contains(&name.as_str()) => continue,
                date if date.ends_with("Date") => "date",
                "id" if !["JobView", "NoticeView"].contains(&name.as_str()) => "uuid",
                "productionId" => "uuid",
                _ => continue,
            };
            if is_text {
                assert_eq!(schema["format"], expected, "{name}.{field}");
            }
        }
    }
}
