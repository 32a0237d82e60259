//! What lies outside: the proxy in front, Slack, the language model, the mail server. Nothing is sent to anybody.

use std::error::Error;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use kopis::KopisSettings;
use notifications::{ChatSettings, MailSettings};
use original_store::Place;
use ports::driven::{Clock, Ids, WebhookUrl};
use reqwest::header::{AUTHORIZATION, DATE, HeaderMap};
use reqwest::{Client, StatusCode, Url};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::finding::Finding;
use super::proxy;
use crate::clock::{SystemClock, SystemIds};
use crate::config::{MarketSettings, Network, Outgoing};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// The header that a server of ours gives back.
const REQUEST_ID: &str = "x-request-id";
/// Codes of authenticators are of half a minute.
const CLOCKS_AGREE: TimeDelta = TimeDelta::seconds(30);

/// The object store with the original files: an object is put there, and removed again.
pub(super) async fn bucket(place: &Place) -> Finding {
    let checked = match place.open(0) {
        Ok(store) => store.check().await.map_err(anyhow::Error::from),
        Err(error) => Err(error.into()),
    };
    written_to("originals", place, checked)
}

/// The object store with the backups, likewise.
pub(super) async fn backups(place: &Place) -> Finding {
    written_to("backups", place, write_backup(place).await)
}

fn written_to(of: &'static str, place: &Place, checked: anyhow::Result<()>) -> Finding {
    let remedy = "see that the bucket is there, and that AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL \
                  lead to it; the key has to list, read, write and delete";
    match checked {
        Ok(()) => Finding::good(of, format!("{place} can be written to")),
        Err(error) => Finding::bad(of, format!("{place}: {error:#}"), remedy),
    }
}

async fn write_backup(place: &Place) -> anyhow::Result<()> {
    const PROBE: &str = "check";
    let backups = place.open_backups()?;
    // Backups themselves are patient for minutes.
    let listed = timeout(PATIENCE, backups.list("")).await;
    listed.map_err(|_| anyhow::anyhow!("it does not answer within {} seconds", PATIENCE.as_secs()))??;
    let mut file = backups.write(PROBE).await?;
    let written = tokio::task::spawn_blocking(move || {
        file.write_all(PROBE.as_bytes())?;
        file.finish()
    });
    written.await??;
    Ok(backups.remove(PROBE).await?)
}

/// Whoever is configured.
pub(super) async fn all(network: &Network, outgoing: &Outgoing, market: &MarketSettings) -> Vec<Finding> {
    let client = match Client::builder().timeout(PATIENCE).build() {
        Ok(client) => client,
        Err(error) => {
            let remedy = "install the certificates of the system (ca-certificates)";
            return vec![Finding::bad("network", cause(&error), remedy)];
        }
    };
    let outside = Outside { client };
    let mut findings = proxy::settings(network);
    if let Some(public_url) = &network.security.public_url {
        findings.extend(outside.public_url(public_url, network).await);
    }
    match &outgoing.slack_webhook {
        Some(webhook) => findings.extend(outside.slack(webhook).await),
        None => findings.push(Finding::good("slack", "the company's webhook is not configured")),
    }
    match &outgoing.chat {
        Some(chat) => findings.extend(outside.model(chat).await),
        None => findings.push(Finding::good("model", "not configured; comments follow from rules")),
    }
    match &outgoing.mail {
        Some(mail) => findings.push(mail_server(mail).await),
        None => findings.push(Finding::good("mail", "not configured; no mails are sent")),
    }
    match &market.kopis {
        Some(kopis) => findings.push(outside.market(kopis).await),
        None => findings.push(Finding::good("market", "not configured; nothing is asked of KOPIS")),
    }
    findings
}

struct Outside {
    client: Client,
}

impl Outside {
    /// Whether users reach a server of ours by the address that links begin with, and what arrives of their requests.
    async fn public_url(&self, public_url: &str, network: &Network) -> Vec<Finding> {
        const OF: &str = "proxy";
        let id = format!("doctor-{}", SystemIds.next());
        let asked = self.client.get(format!("{public_url}/healthz?doctor"));
        let answer = match asked.header(REQUEST_ID, &id).send().await {
            Ok(answer) => answer,
            Err(error) => {
                return vec![Finding::doubtful(
                    OF,
                    format!("{public_url} cannot be reached from here: {}", cause(&error)),
                    "start Fullhouse and the proxy; see that the name leads to the proxy and that its certificate is valid",
                )];
            }
        };
        let named = answer.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok());
        let is_ours = answer.status() == StatusCode::OK && named.is_some();
        let passes_on = named == Some(id.as_str());
        let mut findings = clock(answer.headers()).into_iter().collect::<Vec<_>>();
        findings.push(if is_ours && passes_on {
            Finding::good(OF, format!("{public_url} leads to Fullhouse"))
        } else if is_ours {
            Finding::good(
                OF,
                format!("{public_url} leads to Fullhouse; the proxy names requests itself (X-Request-Id)"),
            )
        } else {
            Finding::bad(
                OF,
                format!("{public_url} answers {}, and not as Fullhouse does", answer.status()),
                "have the proxy pass every path on to Fullhouse, unchanged",
            )
        });
        findings.extend(proxy::passing_on(answer.headers(), network));
        findings
    }

    /// Whether the host answers. Nothing is posted.
    async fn slack(&self, webhook: &WebhookUrl) -> Vec<Finding> {
        const OF: &str = "slack";
        // The path is the secret.
        let host = Url::parse(&webhook.0).map(|url| url.origin().ascii_serialization());
        let Ok(host) = host else {
            return vec![Finding::bad(OF, "the webhook is no address", "copy it from Slack anew")];
        };
        match self.client.get(&host).send().await {
            Ok(answer) => {
                let mut findings: Vec<_> = clock(answer.headers()).into_iter().collect();
                findings.push(Finding::good(OF, format!("{host} answers")));
                findings
            }
            Err(error) => vec![Finding::bad(
                OF,
                format!("{host} cannot be reached: {}", cause(&error)),
                LET_OUT,
            )],
        }
    }

    /// Whether KOPIS's host answers. No figures are asked for: those calls are counted.
    async fn market(&self, kopis: &KopisSettings) -> Finding {
        const OF: &str = "market";
        let host = Url::parse(kopis.base_url.trim()).map(|url| url.origin().ascii_serialization());
        let Ok(host) = host else {
            return Finding::bad(OF, "KOPIS_BASE_URL is no address", "leave it out");
        };
        match self.client.get(&host).send().await {
            Ok(_) => Finding::good(
                OF,
                format!("{host} answers; what it thinks of the key says the page of the market"),
            ),
            Err(error) => {
                let told = format!("{host} cannot be reached: {}", cause(&error));
                Finding::doubtful(
                    OF,
                    told,
                    "let this machine out to it; figures of the market grow old meanwhile",
                )
            }
        }
    }

    /// Whether the API takes the key.
    async fn model(&self, chat: &ChatSettings) -> Vec<Finding> {
        const OF: &str = "model";
        let base = chat.base_url.trim_end_matches('/');
        let asked = self
            .client
            .get(format!("{base}/models"))
            .header(AUTHORIZATION, format!("Bearer {}", chat.key));
        match asked.send().await {
            Ok(answer) => {
                let mut findings: Vec<_> = clock(answer.headers()).into_iter().collect();
                findings.push(match answer.status() {
                    StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Finding::bad(
                        OF,
                        format!("{base} does not take the key ({})", answer.status()),
                        "put a valid key into OPENAI_API_KEY",
                    ),
                    status if status.is_server_error() => Finding::doubtful(
                        OF,
                        format!("{base} answers {status}"),
                        "try again later; comments follow from rules meanwhile",
                    ),
                    _ => Finding::good(OF, format!("{base} answers")),
                });
                findings
            }
            Err(error) => vec![Finding::bad(
                OF,
                format!("{base} cannot be reached: {}", cause(&error)),
                LET_OUT,
            )],
        }
    }
}

/// What to do where nothing leaves the house.
const LET_OUT: &str = "let this machine out to that address, by name (DNS) and port; messages go out by it";

/// Whether the server takes connections. Nobody signs in.
async fn mail_server(mail: &MailSettings) -> Finding {
    const OF: &str = "mail";
    let address = format!("{}:{}", mail.host, mail.port);
    let failed = match timeout(PATIENCE, TcpStream::connect((mail.host.as_str(), mail.port))).await {
        Ok(Ok(_)) => return Finding::good(OF, format!("{address} takes connections")),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "it does not answer within 10 seconds".to_owned(),
    };
    Finding::bad(OF, format!("{address} cannot be reached: {failed}"), LET_OUT)
}

/// The clock beside that of whoever answered; `None` where it says nothing, or the same.
fn clock(headers: &HeaderMap) -> Option<Finding> {
    let date = headers.get(DATE)?.to_str().ok()?;
    let theirs = DateTime::parse_from_rfc2822(date).ok()?.to_utc();
    differs(SystemClock.now(), theirs)
}

fn differs(ours: DateTime<Utc>, theirs: DateTime<Utc>) -> Option<Finding> {
    let difference = (ours - theirs).abs();
    (difference > CLOCKS_AGREE).then(|| {
        Finding::bad(
            "clock",
            format!(
                "differs from that of others by {} seconds: no code of an authenticator is right",
                difference.num_seconds()
            ),
            "keep the clock by NTP: `timedatectl set-ntp true`",
        )
    })
}

/// The innermost cause, without an address, which may be a secret.
fn cause(error: &reqwest::Error) -> String {
    let mut cause: &dyn Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    if error.is_timeout() {
        return "it does not answer within 10 seconds".to_owned();
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_minute_is_too_much() {
        let now = SystemClock.now();
        assert_eq!(differs(now, now + TimeDelta::seconds(30)), None);
        for seconds in [31, -31] {
            assert!(differs(now, now + TimeDelta::seconds(seconds)).is_some_and(|finding| finding.is_bad()));
        }
    }
}
