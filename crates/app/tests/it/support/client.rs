//! A client of the API, with the verbs that tests use.

use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::{MINUTE, until};

const UPLOADS: &str = "/api/v1/uploads";

/// Talks to one server, as one user or as nobody.
#[derive(Clone)]
pub(crate) struct Client {
    base: String,
    token: Option<String>,
    http: reqwest::Client,
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// The body as JSON of an answer that must have this status.
    #[track_caller]
    pub(crate) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        self.json()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Client {
    pub(crate) fn new(base: &str) -> Self {
        // Plain HTTP only, but the library wants one all the same; it may be there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // The server closes what is idle for five seconds, which must not meet a request on its way.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_mins(2))
            .pool_idle_timeout(Duration::from_secs(2))
            .build();
        Self {
            base: base.to_owned(),
            token: None,
            http: http.unwrap(),
        }
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The same, with another token.
    pub(crate) fn with_token(&self, token: impl Into<String>) -> Self {
        Self {
            token: Some(token.into()),
            ..self.clone()
        }
    }

    /// The same, as nobody.
    pub(crate) fn as_nobody(&self) -> Self {
        Self {
            token: None,
            ..self.clone()
        }
    }

    /// The same, as somebody who signs in.
    pub(crate) async fn sign_in(&self, email: &str, password: &str) -> Self {
        let credentials = json!({ "email": email, "password": password });
        let session = self
            .as_nobody()
            .post("/api/v1/auth/login", &credentials)
            .await
            .expect(200);
        self.with_token(session["token"].as_str().unwrap())
    }

    /// The token that requests carry.
    pub(crate) fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// A request that is not sent yet.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Fails when the server goes away.
    pub(crate) async fn try_get(&self, path: &str) -> reqwest::Result<Answer> {
        answer(self.request(Method::GET, path)).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.try_get(path).await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        answer(self.request(Method::POST, path).json(body)).await.unwrap()
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> Answer {
        answer(self.request(Method::PATCH, path).json(body)).await.unwrap()
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        answer(self.request(Method::DELETE, path)).await.unwrap()
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Answer {
        answer(self.request(Method::PUT, path).json(body)).await.unwrap()
    }

    /// An upload of one workbook that waits for its end, unless told otherwise.
    pub(crate) fn upload(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Sending<'_> {
        Sending {
            client: self,
            form: Form::new(),
            prefer: Some("wait=60"),
        }
        .file(name, bytes)
    }

    /// Takes an upload back.
    pub(crate) async fn withdraw(&self, upload: &Value) -> Answer {
        let path = format!("{UPLOADS}/{}", upload["id"].as_str().unwrap());
        answer(self.request(Method::DELETE, &path)).await.unwrap()
    }

    /// The same upload, as it stands now.
    pub(crate) async fn again(&self, upload: &Value) -> Value {
        let path = format!("{UPLOADS}/{}", upload["id"].as_str().unwrap());
        self.get(&path).await.expect(200)
    }

    /// Where an upload stands now.
    pub(crate) async fn status(&self, upload: &Value) -> String {
        self.again(upload).await["status"].as_str().unwrap().to_owned()
    }

    /// All uploads.
    pub(crate) async fn uploads(&self) -> Vec<Value> {
        let mut uploads = Vec::new();
        for page in 1.. {
            let path = format!("{UPLOADS}?perPage=200&page={page}");
            let mut body = self.get(&path).await.expect(200);
            uploads.append(body["items"].as_array_mut().unwrap());
            if json!(uploads.len()) == body["total"] {
                break;
            }
        }
        uploads
    }

    /// Waits until the upload stands there.
    pub(crate) async fn until_status(&self, upload: &Value, status: &str) -> Value {
        until(&format!("the upload is {status}"), MINUTE, async || {
            let now = self.again(upload).await;
            (now["status"] == status).then_some(now)
        })
        .await
    }
}

/// An upload that has not been sent yet.
pub(crate) struct Sending<'a> {
    client: &'a Client,
    form: Form,
    prefer: Option<&'static str>,
}

impl Sending<'_> {
    /// With one more file.
    pub(crate) fn file(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let part = Part::bytes(bytes.into()).file_name(name.to_owned());
        self.form = self.form.part("file", part);
        self
    }

    /// With one more field.
    pub(crate) fn field(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.form = self.form.text(name, value.into());
        self
    }

    /// Does not wait for the end.
    pub(crate) fn at_once(mut self) -> Self {
        self.prefer = None;
        self
    }

    /// Fails when the server goes away.
    pub(crate) async fn try_send(self) -> reqwest::Result<Answer> {
        let mut request = self.client.request(Method::POST, UPLOADS);
        if let Some(prefer) = self.prefer {
            request = request.header("Prefer", prefer);
        }
        answer(request.multipart(self.form)).await
    }

    pub(crate) async fn send(self) -> Answer {
        self.try_send().await.unwrap()
    }

    /// Sends it and expects that it is read without errors.
    pub(crate) async fn complete(self) -> Value {
        let upload = self.send().await.expect(201);
        assert_eq!(upload["status"], "completed", "{upload}");
        upload
    }

    /// Sends it without waiting and expects that it is queued.
    pub(crate) async fn queue(self) -> Value {
        let upload = self.at_once().send().await.expect(202);
        assert_eq!(upload["status"], "queued", "{upload}");
        upload
    }
}

/// What a request is answered.
pub(crate) async fn answer(request: RequestBuilder) -> reqwest::Result<Answer> {
    let response = request.send().await?;
    Ok(Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        bytes: response.bytes().await?.to_vec(),
    })
}
