//! Webhooks of one's own, signed as Standard Webhooks says (standardwebhooks.com).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, SecondsFormat, Utc};
use hmac::{Hmac, KeyInit, Mac};
use ports::driven::{FailureReason, Receipt, WebhookEvent, WebhookSecret};
use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use serde_json::json;
use sha2::Sha256;
use url::Url;
use uuid::Uuid;

use crate::web::{Failed, Web, beginning, retry_after};

/// Posts it; `is_trusted` when the host may be in the house.
pub(crate) async fn send(
    web: &Web,
    url: Url,
    is_trusted: bool,
    id: Uuid,
    secret: &WebhookSecret,
    event: &WebhookEvent,
    now: DateTime<Utc>,
) -> Result<Receipt, Failed> {
    let body = json!({
        "type": event.event_type,
        "timestamp": event.occurred_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "data": event.data,
    })
    .to_string();
    let id = format!("msg_{}", id.simple());
    let timestamp = now.timestamp();
    let Some(signature) = signature(secret, &id, timestamp, &body) else {
        return Err(Failed::refused(FailureReason::Malformed));
    };
    let client = if is_trusted { web.trusting() } else { web.careful() };
    let request = client
        .post(url)
        .header(CONTENT_TYPE, "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signature)
        .body(body);
    let response = request.send().await.map_err(|error| Failed::without_answer(&error))?;
    let status = response.status();
    let wait = retry_after(&response, now);
    // What it says does not matter; read so that the connection can be used again.
    let _ = beginning(response).await;
    match status {
        status if status.is_success() => Ok(Receipt::default()),
        // Gone means: no more of these. A redirect is not followed, and stays one.
        status if status == StatusCode::GONE || status.is_redirection() => Err(Failed::never(status, None)),
        status => Err(Failed::later(status, None, wait)),
    }
}

/// `v1,` and the code of id, time and body together; `None` when the secret is too short to be one.
fn signature(secret: &WebhookSecret, id: &str, timestamp: i64, body: &str) -> Option<String> {
    if secret.0.len() < 24 {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).ok()?;
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks libraries.
    #[test]
    fn signatures_are_those_of_the_standard() {
        let secret = WebhookSecret(STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap());
        let signature = signature(
            &secret,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            "{\"test\": 2432232314}",
        );
        assert_eq!(
            signature.as_deref(),
            Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        );
    }

    #[test]
    fn a_short_secret_signs_nothing() {
        assert_eq!(signature(&WebhookSecret(vec![7; 23]), "msg_1", 0, ""), None);
    }
}
