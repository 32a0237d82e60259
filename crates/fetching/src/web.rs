//! One `GET`, with its redirects, by the rules of addresses.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::{AddressRules, RunCode, plain_host};
use futures_util::StreamExt;
use ports::driven::collection::{FetchFailure, FetchRequest, Fetched, FetchedFile, Fetcher, NameResolver, Validators};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{
    ACCEPT_ENCODING, CONTENT_DISPOSITION, CONTENT_ENCODING, ETAG, HeaderMap, HeaderName, HeaderValue,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION,
};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use tokio::time::{Instant, timeout_at};
use url::{Host, Url};

use crate::names;

/// Redirects that are followed.
const MAX_REDIRECTS: usize = 5;
/// As much of an answer shows whether it is a page.
const SNIFFED_BYTES: usize = 1_024;
/// Longest value of a validator that is kept.
const MAX_VALIDATOR_BYTES: usize = 1_000;

/// How long is waited for others.
#[derive(Debug, Clone, Copy)]
pub struct WebPatience {
    /// For a connection.
    pub connect: Duration,
    /// For the whole, redirects and the answer's last byte included.
    pub whole: Duration,
}

/// Asks addresses.
pub struct WebFetcher {
    rules: AddressRules,
    resolver: Arc<dyn NameResolver>,
    patience: WebPatience,
    max_bytes: u64,
}

/// An address that may be asked, and where it really is.
struct Admitted {
    url: Url,
    host: Option<String>,
    addresses: Vec<SocketAddr>,
}

/// Whatever is looked up is what was looked at.
#[derive(Debug, Clone)]
struct Settled(Vec<SocketAddr>);

impl Resolve for Settled {
    fn resolve(&self, _: Name) -> Resolving {
        let addresses: Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

impl WebFetcher {
    /// By these rules; an answer has at most so many bytes.
    pub fn new(rules: AddressRules, resolver: Arc<dyn NameResolver>, patience: WebPatience, max_bytes: u64) -> Self {
        Self {
            rules,
            resolver,
            patience,
            max_bytes,
        }
    }

    /// Judges an address, by how it is written and by what its name stands for. It is looked up once.
    async fn admit(&self, url: Url) -> Result<Admitted, FetchFailure> {
        let host = plain_host(&url);
        let failed = |code: RunCode, detail: &str| FetchFailure {
            code,
            detail: format!("{}: {detail}", host.as_deref().unwrap_or("-")),
            host: host.clone(),
        };
        self.rules
            .check(&url)
            .map_err(|refusal| failed(refusal.code(), &refusal.to_string()))?;
        let is_tls = url.scheme() == "https";
        let port = url.port_or_known_default().unwrap_or(443);
        let found = match url.host() {
            Some(Host::Ipv4(ip)) => vec![ip.into()],
            Some(Host::Ipv6(ip)) => vec![ip.into()],
            Some(Host::Domain(name)) => {
                let found = self.resolver.resolve(name).await;
                found.map_err(|error| failed(RunCode::Unreachable, &format!("no address ({})", error.kind())))?
            }
            None => return Err(failed(RunCode::HostNotAllowed, "no host")),
        };
        let addresses = self.rules.admit(&found, port, is_tls);
        let addresses = addresses.map_err(|refusal| failed(refusal.code(), &refusal.to_string()))?;
        Ok(Admitted { url, host, addresses })
    }

    /// A client for one address: it connects to what was looked at, whatever its name stands for by now.
    fn client(&self, to: &Admitted, until: Instant) -> Result<Client, reqwest::Error> {
        let left = until.saturating_duration_since(Instant::now());
        Client::builder()
            .user_agent(concat!("Fullhouse/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            // An answer that is encoded is refused, whatever the client could make of it.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .pool_max_idle_per_host(0)
            .connect_timeout(self.patience.connect)
            .timeout(left)
            .dns_resolver(Settled(to.addresses.clone()))
            .build()
    }

    async fn ask(
        &self,
        to: &Admitted,
        request: &FetchRequest,
        is_first_host: bool,
        until: Instant,
    ) -> Result<Response, FetchFailure> {
        let failed = |error: &reqwest::Error| without_answer(error, to.host.clone());
        let client = self.client(to, until).map_err(|error| failed(&error))?;
        let mut asked = client.get(to.url.clone()).header(ACCEPT_ENCODING, "identity");
        if is_first_host && let Some((name, secret)) = &request.secret_header {
            let name = HeaderName::from_bytes(name.as_bytes());
            let value = HeaderValue::from_str(secret.reveal());
            let (Ok(name), Ok(mut value)) = (name, value) else {
                return Err(FetchFailure {
                    code: RunCode::SecretMissing,
                    detail: "the secret cannot be the value of a header".to_owned(),
                    host: to.host.clone(),
                });
            };
            value.set_sensitive(true);
            asked = asked.header(name, value);
        }
        if let Some(validators) = &request.validators {
            if let Some(etag) = &validators.etag {
                asked = asked.header(IF_NONE_MATCH, etag);
            }
            if let Some(last_modified) = &validators.last_modified {
                asked = asked.header(IF_MODIFIED_SINCE, last_modified);
            }
        }
        asked.send().await.map_err(|error| failed(&error))
    }

    async fn follow(&self, request: &FetchRequest, until: Instant) -> Result<Fetched, FetchFailure> {
        let parsed = Url::parse(&request.url).map_err(|_| FetchFailure {
            code: RunCode::HostNotAllowed,
            detail: "no address".to_owned(),
            host: None,
        })?;
        let mut to = self.admit(parsed).await?;
        let first_host = authority(&to.url);
        for _ in 0..=MAX_REDIRECTS {
            let is_first_host = authority(&to.url) == first_host;
            let response = self.ask(&to, request, is_first_host, until).await?;
            if !is_redirect(response.status()) {
                let answer = self.answer(response, to.host).await;
                return answer.map_err(|failure| match failure.code {
                    // Whoever was sent no secret refused none.
                    RunCode::LoginFailed if !is_first_host => FetchFailure {
                        code: RunCode::HttpError,
                        ..failure
                    },
                    _ => failure,
                });
            }
            let location = response.headers().get(LOCATION);
            // Servers write names in it as they are, against the rules.
            let next = location.and_then(|location| std::str::from_utf8(location.as_bytes()).ok());
            let next = next.and_then(|location| to.url.join(location).ok());
            let next = next.ok_or_else(|| FetchFailure {
                code: RunCode::HttpError,
                detail: format!("{}: a redirect to nowhere", response.status().as_u16()),
                host: to.host.clone(),
            })?;
            to = self.admit(next).await?;
        }
        Err(FetchFailure {
            code: RunCode::TooManyRedirects,
            detail: format!("more than {MAX_REDIRECTS}"),
            host: to.host,
        })
    }

    async fn answer(&self, response: Response, host: Option<String>) -> Result<Fetched, FetchFailure> {
        let status = response.status();
        let failed = |code, detail: String| FetchFailure {
            code,
            detail,
            host: host.clone(),
        };
        if status == StatusCode::NOT_MODIFIED {
            return Ok(Fetched::NotModified);
        }
        if !status.is_success() {
            let code = match status {
                StatusCode::UNAUTHORIZED => RunCode::LoginFailed,
                StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => RunCode::Blocked,
                StatusCode::REQUEST_TIMEOUT => RunCode::Timeout,
                status if status.is_server_error() => RunCode::ServerError,
                _ => RunCode::HttpError,
            };
            return Err(failed(code, status.as_u16().to_string()));
        }
        let header = |name: HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
        if let Some(encoding) = encoding_of(response.headers()) {
            return Err(failed(RunCode::EncodedAnswer, encoding));
        }
        let kept = |value: Option<&str>| {
            value
                .filter(|value| value.len() <= MAX_VALIDATOR_BYTES)
                .map(str::to_owned)
        };
        let validators = Validators {
            etag: kept(header(ETAG)),
            last_modified: kept(header(LAST_MODIFIED)),
        };
        let disposition = response.headers().get(CONTENT_DISPOSITION);
        let file_name = disposition.and_then(|value| names::file_name(value.as_bytes()));
        let too_large = || failed(RunCode::TooLarge, format!("more than {} bytes", self.max_bytes));
        if response.content_length().is_some_and(|length| length > self.max_bytes) {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        let mut pieces = response.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|error| without_answer(&error, host.clone()))?;
            if bytes.len() as u64 + piece.len() as u64 > self.max_bytes {
                return Err(too_large());
            }
            bytes.extend_from_slice(&piece);
        }
        if is_page(&bytes) {
            return Err(failed(RunCode::WebPage, "a page, and not a file".to_owned()));
        }
        Ok(Fetched::File(FetchedFile {
            file_name,
            bytes,
            validators,
        }))
    }
}

#[async_trait]
impl Fetcher for WebFetcher {
    async fn fetch(&self, request: FetchRequest) -> Result<Fetched, FetchFailure> {
        let until = Instant::now() + self.patience.whole;
        let in_time = timeout_at(until, self.follow(&request, until)).await;
        in_time.unwrap_or_else(|_| {
            Err(FetchFailure {
                code: RunCode::Timeout,
                detail: format!("not within {} s", self.patience.whole.as_secs()),
                host: None,
            })
        })
    }
}

/// Scheme, host and port: what a secret is for.
fn authority(url: &Url) -> (String, Option<String>, Option<u16>) {
    (url.scheme().to_owned(), plain_host(url), url.port_or_known_default())
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// How an answer is encoded, if it is: by any of its headers, and by any word of one.
fn encoding_of(headers: &HeaderMap) -> Option<String> {
    let words = headers.get_all(CONTENT_ENCODING).iter();
    let mut words = words.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    let encoding = words.find_map(|word| {
        let word = word.trim_ascii();
        let is_none = word.is_empty() || word.eq_ignore_ascii_case(b"identity");
        (!is_none).then_some(word)
    })?;
    // Words of the standards are told; what else stands there may be anything.
    let is_plain = encoding.len() <= 20 && encoding.iter().all(u8::is_ascii_alphanumeric);
    let told = is_plain.then(|| String::from_utf8_lossy(encoding).into_owned());
    Some(told.unwrap_or_else(|| "an encoding that nobody knows".to_owned()))
}

/// Without a whole answer. The error itself may name the address, and is dropped.
fn without_answer(error: &reqwest::Error, host: Option<String>) -> FetchFailure {
    let (code, detail) = if error.is_timeout() {
        (RunCode::Timeout, "no whole answer in time")
    } else if error.is_connect() {
        (RunCode::Unreachable, "no connection")
    } else {
        (RunCode::Unreachable, "the answer broke off")
    };
    FetchFailure {
        code,
        detail: detail.to_owned(),
        host,
    }
}

/// Whether bytes are a page of the web, whatever they are called.
fn is_page(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(SNIFFED_BYTES)];
    let text = String::from_utf8_lossy(beginning).to_lowercase();
    let mut text = text.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    // Comments, and the first line of pages that are written as XML.
    while let Some((_, behind)) = text
        .strip_prefix("<!--")
        .and_then(|comment| comment.split_once("-->"))
        .or_else(|| text.strip_prefix("<?xml").and_then(|line| line.split_once("?>")))
    {
        text = behind.trim_start();
    }
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<title",
        "<meta",
    ]
    .iter()
    .any(|tag| text.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_seen_wherever_it_stands() {
        let encoding = |values: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(CONTENT_ENCODING, HeaderValue::from_bytes(value.as_bytes()).unwrap());
            }
            encoding_of(&headers)
        };
        assert_eq!(encoding(&[]), None);
        assert_eq!(encoding(&[""]), None);
        assert_eq!(encoding(&[" Identity "]), None);
        assert_eq!(encoding(&["identity", "identity,"]), None);
        assert_eq!(encoding(&["gzip"]).as_deref(), Some("gzip"));
        assert_eq!(encoding(&["identity", "gzip"]).as_deref(), Some("gzip"));
        assert_eq!(encoding(&["identity, gzip"]).as_deref(), Some("gzip"));
        assert_eq!(encoding(&["가"]).as_deref(), Some("an encoding that nobody knows"));
    }

    #[test]
    fn pages_are_known_by_what_they_are() {
        for page in [
            "<!DOCTYPE html><p>",
            "\n\n  <html>",
            "\u{FEFF}<HTML lang=ko>",
            "<!-- a --><!-- b --> <head>",
            "<script>location='x'</script>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">",
        ] {
            assert!(is_page(page.as_bytes()), "{page}");
        }
        for file in [
            "PK\u{3}\u{4}<html>",
            "<?xml version=\"1.0\"?>",
            "<?xml version=\"1.0\"?><Workbook><html>",
            "<table>",
            "a,b\n<html>",
            "",
        ] {
            assert!(!is_page(file.as_bytes()), "{file}");
        }
    }
}
