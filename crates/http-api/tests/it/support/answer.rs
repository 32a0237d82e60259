use std::path::Path;

use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::read_body;
use serde_json::Value;

/// What the application answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) async fn read<B: MessageBody>(response: ServiceResponse<B>) -> Self {
        let headers = response.headers().clone();
        let is_endless = headers
            .get("content-type")
            .is_some_and(|kind| kind == "text/event-stream");
        Self {
            status: response.status(),
            headers,
            body: if is_endless {
                Vec::new()
            } else {
                read_body(response).await.to_vec()
            },
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The problem document, after its media type and status were checked.
    pub(crate) fn problem(&self) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(
            problem["type"],
            format!("/problems/{}", problem["code"].as_str().unwrap())
        );
        problem
    }

    /// Pointer and code of the only broken rule.
    pub(crate) fn broken_rule(&self) -> (String, String) {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{self:?}");
        let problem = self.problem();
        let errors = problem["errors"].as_array().unwrap();
        assert_eq!(errors.len(), 1, "{problem}");
        let text = |field: &str| errors[0][field].as_str().unwrap().to_owned();
        let message = text("message");
        assert!(!message.contains(" at line ") && !message.contains('`'), "{message}");
        (text("pointer"), text("code"))
    }

    pub(crate) fn assert_breaks(&self, pointer: &str, code: &str) {
        assert_eq!(self.broken_rule(), (pointer.to_owned(), code.to_owned()));
    }

    pub(crate) fn assert_problem(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        assert_eq!(self.problem()["code"], code);
    }

    /// Compares the answer with the example of the OpenAPI document. `UPDATE_EXAMPLES=1` writes the example again.
    pub(crate) fn assert_is_example(&self, operation: &str) {
        let name = format!("{operation}.{}.json", self.status.as_u16());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/openapi/examples");
        let actual = serde_json::to_string_pretty(&self.json()).unwrap() + "\n";
        if std::env::var_os("UPDATE_EXAMPLES").is_some() {
            std::fs::write(folder.join(&name), &actual).unwrap();
        }
        let expected = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert_eq!(
            actual, expected,
            "src/openapi/examples/{name} is not what the route answers: run the tests with UPDATE_EXAMPLES=1, then `just openapi`"
        );
    }
}
