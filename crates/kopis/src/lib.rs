#![doc = include_str!("../README.md")]

mod markup;

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::market::{Genre, GenreDay, MAX_ROWS, RankedShow, Record, Show, complaint, rows};
use futures_util::StreamExt;
use ports::driven::{Endpoint, Kopis, KopisError, ShowQuery};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use thiserror::Error;
use url::Url;

use crate::markup::{Unreadable, records};

/// As many bytes of an answer are read.
const MAX_ANSWER_BYTES: usize = 5_000_000;
/// How long is waited for a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// How long is waited for an answer, its last byte included.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// As much of what KOPIS complains of is told.
const TOLD_CHARS: usize = 200;

/// Which API, and with which key.
#[derive(Clone, PartialEq, Eq)]
pub struct KopisSettings {
    /// Its address, up to the endpoint.
    pub base_url: String,
    /// The key.
    pub key: String,
}

impl fmt::Debug for KopisSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KopisSettings")
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}

/// Why KOPIS cannot be asked at all.
#[derive(Debug, Error)]
pub enum KopisSetupError {
    /// The address is none.
    #[error("the address of KOPIS is none of http or https")]
    Address,
    /// The client cannot be made.
    #[error("no request can be made")]
    Client(#[from] reqwest::Error),
}

/// Asks KOPIS.
pub struct KopisApi {
    http: Client,
    base: Url,
    key: String,
}

impl KopisApi {
    /// At this API.
    pub fn new(settings: &KopisSettings) -> Result<Self, KopisSetupError> {
        Self::with_patience(settings, PATIENCE)
    }

    /// Whether this is no address that KOPIS may have.
    pub fn is_no_address(base_url: &str) -> bool {
        address(base_url).is_none()
    }

    /// As [`Self::new`], waiting so long for an answer.
    pub fn with_patience(settings: &KopisSettings, patience: Duration) -> Result<Self, KopisSetupError> {
        let base = address(&settings.base_url).ok_or(KopisSetupError::Address)?;
        let http = Client::builder()
            .user_agent(concat!("Fullhouse/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(CONNECT)
            .timeout(patience)
            .build()?;
        Ok(Self {
            http,
            base,
            key: settings.key.clone(),
        })
    }

    /// The rows that an endpoint answers.
    async fn ask(&self, endpoint: Endpoint, parameters: &[(&str, &str)]) -> Result<Vec<Record>, KopisError> {
        let mut address = self.base.join(endpoint.code()).map_err(|_| unreadable("no address"))?;
        address
            .query_pairs_mut()
            .append_pair("service", &self.key)
            .extend_pairs(parameters);
        let response = self.http.get(address).send().await.map_err(|error| failure(&error))?;
        let status = response.status();
        let body = whole(response).await?;
        let read = records(&body);
        if let Ok(told) = &read
            && let Some(told) = complaint(told)
        {
            return Err(KopisError::Rejected(self.masked(&told)));
        }
        judged(status, read).map(rows)
    }

    /// What somebody else says, without the key.
    fn masked(&self, told: &str) -> String {
        let told = told.replace(&self.key, "••••");
        let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
        told.chars().map(plain).take(TOLD_CHARS).collect()
    }
}

/// The address of an API, to which endpoints are added.
fn address(base_url: &str) -> Option<Url> {
    let address = Url::parse(&format!("{}/", base_url.trim().trim_end_matches('/'))).ok()?;
    (matches!(address.scheme(), "http" | "https") && address.has_host()).then_some(address)
}

/// What an answer means that complains of nothing.
fn judged(status: StatusCode, read: Result<Vec<Record>, Unreadable>) -> Result<Vec<Record>, KopisError> {
    match status {
        StatusCode::OK => read.map_err(|unreadable| match unreadable {
            Unreadable::Page => KopisError::Page,
            Unreadable::Cut => KopisError::Passing("an answer that is cut".to_owned()),
        }),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => {
            Err(KopisError::Refused(status.as_u16()))
        }
        StatusCode::NOT_FOUND => Err(KopisError::Gone),
        _ if status.is_server_error() => Err(KopisError::Passing(format!("status {}", status.as_u16()))),
        // Wherever it leads, there are no figures.
        _ if status.is_redirection() => Err(KopisError::Page),
        _ => Err(unreadable(&format!("status {}", status.as_u16()))),
    }
}

fn unreadable(why: &str) -> KopisError {
    KopisError::Unreadable(why.to_owned())
}

/// Without an answer. The error itself names the address, in which the key is, and is dropped.
fn failure(error: &reqwest::Error) -> KopisError {
    let why = if error.is_timeout() {
        "it takes too long"
    } else if error.is_connect() {
        "it cannot be reached"
    } else {
        "the connection broke"
    };
    KopisError::Passing(why.to_owned())
}

async fn whole(response: Response) -> Result<Vec<u8>, KopisError> {
    let mut bytes = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece.map_err(|error| failure(&error))?);
        if bytes.len() > MAX_ANSWER_BYTES {
            return Err(unreadable("an answer that is too large"));
        }
    }
    Ok(bytes)
}

/// As KOPIS wants days written.
fn written(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

#[async_trait]
impl Kopis for KopisApi {
    async fn bookings(&self, day: NaiveDate) -> Result<Vec<GenreDay>, KopisError> {
        let of_day = written(day);
        let found = self
            .ask(Endpoint::Bookings, &[("stdate", &of_day), ("eddate", &of_day)])
            .await?;
        Ok(found.iter().filter_map(|record| record.genre_day(day)).collect())
    }

    async fn ranks(&self, genre: &Genre, day: NaiveDate) -> Result<Vec<RankedShow>, KopisError> {
        let of_day = written(day);
        // Under the names that it has now, and those that it had.
        let parameters = [
            ("stdate", of_day.as_str()),
            ("eddate", &of_day),
            ("ststype", "day"),
            ("date", &of_day),
            ("catecode", genre.code()),
        ];
        let found = self.ask(Endpoint::Ranks, &parameters).await?;
        let mut ranked: Vec<RankedShow> = found.iter().filter_map(Record::ranked_show).collect();
        ranked.sort_by_key(|show| show.rank);
        ranked.dedup_by_key(|show| show.rank);
        Ok(ranked)
    }

    async fn shows(&self, query: &ShowQuery, page: u32) -> Result<(Vec<Show>, usize), KopisError> {
        let (first, last) = (written(query.days.first()), written(query.days.last()));
        let (page, rows) = (page.to_string(), MAX_ROWS.to_string());
        let mut parameters = vec![
            ("stdate", first.as_str()),
            ("eddate", last.as_str()),
            ("cpage", page.as_str()),
            ("rows", rows.as_str()),
        ];
        parameters.extend(query.genre.as_ref().map(|genre| ("shcate", genre.code())));
        parameters.extend(query.name.as_deref().map(|name| ("shprfnm", name)));
        let found = self.ask(Endpoint::Shows, &parameters).await?;
        Ok((found.iter().filter_map(Record::show).collect(), found.len()))
    }
}
