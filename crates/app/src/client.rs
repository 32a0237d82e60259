//! A client of a running server: what the commands `upload` and `demo` send goes the way that everybody's requests go.

use std::fmt::Display;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

/// Longest time for one request, an upload with its reading included.
const PATIENCE: Duration = Duration::from_mins(2);

/// Talks to one server.
pub(crate) struct Client {
    base: String,
    /// A session's token or an API key.
    token: String,
    http: reqwest::Client,
}

/// One file to upload.
pub(crate) struct FileToSend {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Client {
    /// As whoever owns this token.
    pub(crate) fn new(base: impl Display, token: &str) -> Result<Self> {
        let http = reqwest::Client::builder().timeout(PATIENCE).build()?;
        Ok(Self {
            base: base.to_string().trim_end_matches('/').to_owned(),
            token: token.to_owned(),
            http,
        })
    }

    /// As somebody who signs in.
    pub(crate) async fn signed_in(base: impl Display, email: &str, password: &str) -> Result<Self> {
        let stranger = Self::new(base, "")?;
        let credentials = json!({ "email": email, "password": password });
        let session = stranger.post("/api/v1/auth/login", &credentials).await?;
        Ok(Self {
            token: session["token"].as_str().context("a sign-in has a token")?.to_owned(),
            ..stranger
        })
    }

    /// Ends the session.
    pub(crate) async fn sign_out(&self) -> Result<()> {
        let response = self.send(self.request(Method::POST, "/api/v1/auth/logout")).await?;
        response.error_for_status()?;
        Ok(())
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        request.bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Value> {
        self.answer(self.request(Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &impl Serialize) -> Result<Value> {
        self.answer(self.request(Method::POST, path).json(body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &impl Serialize) -> Result<Value> {
        self.answer(self.request(Method::PATCH, path).json(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: &impl Serialize) -> Result<Value> {
        self.answer(self.request(Method::PUT, path).json(body)).await
    }

    /// Uploads one workbook, or two CSV files, and waits for the end; or only asks what the upload would do. Answers
    /// the upload, or the problem document that refused it.
    pub(crate) async fn upload(&self, files: Vec<FileToSend>, dry_run: bool) -> Result<(StatusCode, Value)> {
        let mut form = Form::new().text("dryRun", dry_run.to_string());
        for file in files {
            form = form.part("file", Part::bytes(file.bytes).file_name(file.name));
        }
        let request = self
            .request(Method::POST, "/api/v1/uploads")
            .header("Prefer", "wait=60")
            .multipart(form);
        let response = self.send(request).await?;
        let status = response.status();
        Ok((status, response.json().await.context("the server's answer is no JSON")?))
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response> {
        request
            .send()
            .await
            .with_context(|| format!("no answer from {}", self.base))
    }

    async fn answer(&self, request: RequestBuilder) -> Result<Value> {
        let response = self.send(request).await?;
        let status = response.status();
        let body = response.text().await?;
        if !status.is_success() {
            bail!("the server answered {status}: {body}");
        }
        serde_json::from_str(&body).context("the server's answer is no JSON")
    }
}
