//! Requests to others: bounded in time and size, without redirects and proxies; and what a failed one means.

use std::error::Error as StdError;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use ports::driven::{FailureReason, SendFailure};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};

use crate::patience::Patience;
use crate::resolver::{InTheHouse, OutsideOnly};

/// As much of an answer is read.
const MAX_ANSWER_BYTES: usize = 4 * 1024;

/// Two clients: one goes wherever a name leads, one only out of the house.
pub(crate) struct Web {
    trusting: Client,
    careful: Client,
}

impl Web {
    pub(crate) fn new(patience: Patience) -> Result<Self, reqwest::Error> {
        Ok(Self {
            trusting: builder(patience).build()?,
            careful: builder(patience).dns_resolver(OutsideOnly).build()?,
        })
    }

    /// For hosts that we or the configuration name.
    pub(crate) fn trusting(&self) -> &Client {
        &self.trusting
    }

    /// For hosts that people name.
    pub(crate) fn careful(&self) -> &Client {
        &self.careful
    }
}

/// What every client of ours has in common.
pub(crate) fn builder(patience: Patience) -> reqwest::ClientBuilder {
    Client::builder()
        .user_agent(concat!("Fullhouse/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .no_proxy()
        // Sent is seldom: a connection that was kept may be gone by the next time.
        .pool_max_idle_per_host(0)
        .referer(false)
        .connect_timeout(patience.connect)
        .timeout(patience.whole)
}

/// Why it was not sent, and whether that speaks against the host.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) failure: SendFailure,
    pub(crate) host_is_ill: bool,
}

impl Failed {
    pub(crate) fn refused(reason: FailureReason) -> Self {
        Self {
            failure: SendFailure::Refused { reason },
            host_is_ill: false,
        }
    }

    pub(crate) fn forbidden() -> Self {
        Self::refused(FailureReason::ForbiddenAddress)
    }

    pub(crate) fn permanent(reason: FailureReason) -> Self {
        Self {
            failure: SendFailure::Permanent { reason },
            host_is_ill: false,
        }
    }

    pub(crate) fn temporary(reason: FailureReason, retry_after: Option<Duration>, host_is_ill: bool) -> Self {
        Self {
            failure: SendFailure::Temporary { reason, retry_after },
            host_is_ill,
        }
    }

    /// Without an answer. The error itself names the address, which is a secret, and is dropped.
    pub(crate) fn without_answer(error: &reqwest::Error) -> Self {
        if leads_into_the_house(error) {
            return Self::forbidden();
        }
        let reason = if error.is_timeout() {
            FailureReason::TimedOut
        } else if error.is_builder() {
            return Self::refused(FailureReason::Malformed);
        } else {
            FailureReason::Unreachable
        };
        Self::temporary(reason, None, true)
    }

    /// With an answer that is no success, and may be another one later.
    pub(crate) fn later(status: StatusCode, word: Option<String>, retry_after: Option<Duration>) -> Self {
        Self::temporary(of_status(status, word), retry_after, status.is_server_error())
    }

    /// With an answer that stays the same.
    pub(crate) fn never(status: StatusCode, word: Option<String>) -> Self {
        Self::permanent(of_status(status, word))
    }
}

fn of_status(status: StatusCode, word: Option<String>) -> FailureReason {
    FailureReason::Status {
        status: status.as_u16(),
        word,
    }
}

fn leads_into_the_house(error: &reqwest::Error) -> bool {
    let mut source: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(error) = source {
        if error.is::<InTheHouse>() {
            return true;
        }
        source = error.source();
    }
    false
}

/// Whether this answer may be another one later.
pub(crate) fn may_change(status: StatusCode) -> bool {
    status.is_server_error()
        || matches!(
            status,
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS
        )
}

/// How long an answer asks to wait: seconds, or until a date.
pub(crate) fn retry_after(response: &Response, now: DateTime<Utc>) -> Option<Duration> {
    let header = response
        .headers()
        .get(reqwest::header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim();
    if let Ok(seconds) = header.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(header).ok()?;
    (until.to_utc() - now).to_std().ok()
}

/// The beginning of an answer.
pub(crate) async fn beginning(response: Response) -> Result<Vec<u8>, reqwest::Error> {
    let mut bytes = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece?;
        let room = MAX_ANSWER_BYTES - bytes.len();
        bytes.extend_from_slice(&piece[..piece.len().min(room)]);
        if bytes.len() == MAX_ANSWER_BYTES {
            break;
        }
    }
    Ok(bytes)
}
