//! The server that is measured.

use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use chrono::NaiveDate;
use postgres_adapter::test_database::TestDatabase;
use reqwest::header::{ACCEPT_ENCODING, AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

/// Who signs in.
const EMAIL: &str = "master@example.com";
const PASSWORD: &str = "correct horse battery";

/// The release program on a database of its own.
pub(crate) struct Server {
    child: Child,
    pub(crate) base: String,
    pub(crate) token: String,
    http: reqwest::Client,
}

impl Server {
    /// Starts with these variables, and signs in.
    pub(crate) async fn start(database: &TestDatabase, folder: &Path, variables: &[(&str, &str)]) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = port.expect("a free port").port();
        let child = Command::new(env!("CARGO_BIN_EXE_fullhouse"))
            .arg("serve")
            .current_dir(folder)
            .env("DATABASE_URL", database.url())
            .env("PORT", port.to_string())
            .env("LOG", "warn")
            .env("BOOTSTRAP_EMAIL", EMAIL)
            .env("BOOTSTRAP_PASSWORD", PASSWORD)
            .envs(variables.iter().copied())
            .spawn()
            .expect("the server starts");
        let mut server = Self {
            child,
            base: format!("http://127.0.0.1:{port}"),
            token: String::new(),
            http: reqwest::Client::new(),
        };
        let ready = format!("{}/readyz", server.base);
        while !server
            .http
            .get(&ready)
            .send()
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        server.sign_in().await;
        server
    }

    /// Has the password checked, and answers the session.
    pub(crate) async fn session(&self) -> Value {
        let credentials = json!({ "email": EMAIL, "password": PASSWORD });
        let login = format!("{}/api/v1/auth/login", self.base);
        let answer = self
            .http
            .post(login)
            .json(&credentials)
            .send()
            .await
            .expect("an answer");
        let session: Value = answer.json().await.expect("a session");
        assert!(session["token"].is_string(), "{session}");
        session
    }

    /// From now on every request carries the token.
    async fn sign_in(&mut self) {
        let session = self.session().await;
        session["token"].as_str().expect("a token").clone_into(&mut self.token);
        let bearer = HeaderValue::try_from(format!("Bearer {}", self.token)).expect("a token of letters and digits");
        let http = reqwest::Client::builder().default_headers(HeaderMap::from_iter([(AUTHORIZATION, bearer)]));
        self.http = http.build().expect("a client");
    }

    /// Enters a play.
    pub(crate) async fn create_production(&self, code: &str) {
        let production = json!({ "code": code, "name": format!("{code} 부하 시험"), "category": "play" });
        let answer = self
            .http
            .post(format!("{}/api/v1/productions", self.base))
            .json(&production)
            .send()
            .await;
        assert_eq!(answer.expect("an answer").status(), 201);
    }

    /// Uploads a workbook and waits until it is read.
    pub(crate) async fn upload(&self, code: &str, record_date: NaiveDate, bytes: Vec<u8>) {
        let name = format!("{}_{code}_x.xlsx", record_date.format("%Y%m%d"));
        let form = Form::new().part("file", Part::bytes(bytes).file_name(name));
        let request = self
            .http
            .post(format!("{}/api/v1/uploads", self.base))
            .header("Prefer", "wait=60")
            .multipart(form);
        let answer: Value = request.send().await.expect("an answer").json().await.expect("JSON");
        assert_eq!(answer["status"], "completed", "{answer}");
    }

    /// An answer, read to its end.
    pub(crate) async fn get(&self, path: &str) -> Vec<u8> {
        self.get_coded(path, "identity").await
    }

    /// An answer in this coding, read to its end.
    pub(crate) async fn get_coded(&self, path: &str, coding: &str) -> Vec<u8> {
        let answer = self
            .http
            .get(format!("{}{path}", self.base))
            .header(ACCEPT_ENCODING, coding)
            .send()
            .await
            .expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.bytes().await.expect("a body").to_vec()
    }

    /// A line of `/proc/<pid>/status`, in MiB.
    pub(crate) fn memory_mib(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kib = status
            .lines()
            .find_map(|text| text.strip_prefix(line)?.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or(f64::NAN) / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
