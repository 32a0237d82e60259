//! A chat API as `OpenAI` has it, and many others.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::StreamExt;
use ports::driven::{CommentFailure, Commentator, Prompt};
use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Client, Response};
use serde::Deserialize;
use serde_json::json;

use crate::patience::Patience;
use crate::web::builder;

/// Larger answers hold no comment.
const MAX_ANSWER_BYTES: usize = 256 * 1024;

/// Which API, and as whom.
#[derive(Clone)]
pub struct ChatSettings {
    /// Its address up to the version, `https://api.openai.com/v1`.
    pub base_url: String,
    /// The key.
    pub key: String,
    /// The model.
    pub model: String,
    /// How long is waited for an answer.
    pub patience: Duration,
}

impl fmt::Debug for ChatSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatSettings")
            .field("base_url", &self.base_url)
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

/// Asks a language model.
pub struct ChatApi {
    http: Client,
    address: String,
    key: HeaderValue,
    model: String,
}

impl ChatApi {
    /// At this API.
    ///
    /// # Errors
    ///
    /// TLS cannot be set up, or the key cannot be sent.
    pub fn new(settings: &ChatSettings) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let patience = Patience {
            whole: settings.patience,
            ..Patience::default()
        };
        let mut key = HeaderValue::from_str(&format!("Bearer {}", settings.key))?;
        key.set_sensitive(true);
        Ok(Self {
            http: builder(patience).build()?,
            address: format!("{}/chat/completions", settings.base_url.trim_end_matches('/')),
            key,
            model: settings.model.clone(),
        })
    }
}

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
}

#[derive(Deserialize)]
struct Said {
    content: String,
}

#[async_trait]
impl Commentator for ChatApi {
    async fn comment(&self, prompt: &Prompt) -> Result<String, CommentFailure> {
        let body = json!({
            "model": self.model,
            "messages": [
                {"role": "system", "content": prompt.instructions},
                {"role": "user", "content": prompt.material},
            ],
        });
        let request = self
            .http
            .post(&self.address)
            .header(AUTHORIZATION, self.key.clone())
            .json(&body);
        let response = request.send().await.map_err(|error| failure(&error))?;
        if !response.status().is_success() {
            return Err(CommentFailure::Status(response.status().as_u16()));
        }
        let answer = whole(response).await?;
        let answer: Answer = serde_json::from_slice(&answer).map_err(|_| CommentFailure::Unreadable)?;
        let first = answer.choices.into_iter().next();
        Ok(first.ok_or(CommentFailure::Unreadable)?.message.content)
    }
}

fn failure(error: &reqwest::Error) -> CommentFailure {
    if error.is_timeout() {
        CommentFailure::TimedOut
    } else {
        CommentFailure::Unreachable
    }
}

async fn whole(response: Response) -> Result<Vec<u8>, CommentFailure> {
    let mut bytes = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece.map_err(|error| failure(&error))?);
        if bytes.len() > MAX_ANSWER_BYTES {
            return Err(CommentFailure::Unreadable);
        }
    }
    Ok(bytes)
}
