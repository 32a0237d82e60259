//! A KOPIS on loopback, whose figures depend on genre and day alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use domain::calendar::in_kst;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub(super) const KEY: &str = "kopis-key-4411";
const GENRES: [(&str, &str); 3] = [("AAAA", "연극"), ("CCCD", "대중음악"), ("GGGA", "뮤지컬")];

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dress {
    Plain,
    /// Tags in capitals, numbers with commas and blanks.
    Upper,
}

/// How it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Well,
    Cut,
    Page,
    Status(u16),
    KeyRejected,
}

struct State {
    asked: Vec<String>,
    mood: Mood,
    dress: Dress,
    corrections: BTreeMap<NaiveDate, i64>,
}

pub(super) struct StandIn {
    authority: String,
    state: Arc<Mutex<State>>,
    serving: JoinHandle<()>,
}

/// So many days before yesterday in Seoul.
pub(super) fn ago(days: i64) -> NaiveDate {
    let now: DateTime<Utc> = std::time::SystemTime::now().into();
    let yesterday = in_kst(now).date_naive() - Days::new(1);
    domain::calendar::shift(yesterday, -days)
}

/// The last day with figures.
pub(super) fn through() -> NaiveDate {
    ago(0)
}

/// What a genre sold on a day.
pub(super) fn amount_krw(genre: &str, day: NaiveDate) -> i64 {
    let of_genre = i64::from(genre.as_bytes()[0]) * 1_000_003;
    of_genre + i64::from(day.num_days_from_ce()) * 7_919 % 100_000_000
}

impl StandIn {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let state = Arc::new(Mutex::new(State {
            asked: Vec::new(),
            mood: Mood::Well,
            dress: Dress::Plain,
            corrections: BTreeMap::new(),
        }));
        let answers = state.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answers.clone()));
            }
        });
        Self {
            authority,
            state,
            serving,
        }
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}/openApi/restful/", self.authority)
    }

    /// What it was asked, without the key.
    pub(super) fn asked(&self) -> Vec<String> {
        self.state.lock().unwrap().asked.clone()
    }

    pub(super) fn be(&self, mood: Mood) {
        self.state.lock().unwrap().mood = mood;
    }

    pub(super) fn wear(&self, dress: Dress) {
        self.state.lock().unwrap().dress = dress;
    }

    /// Musicals of this day sold so much more.
    pub(super) fn correct(&self, day: NaiveDate, krw: i64) {
        self.state.lock().unwrap().corrections.insert(day, krw);
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    let mut bytes = Vec::new();
    while !bytes.windows(4).any(|four| four == b"\r\n\r\n") {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    }
    let head = String::from_utf8(bytes).unwrap();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let (status, body) = answered(&path, &mut state.lock().unwrap());
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
    let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
}

fn answered(path: &str, state: &mut State) -> (u16, String) {
    let (endpoint, query) = path.split_once('?').unwrap_or((path, ""));
    let endpoint = endpoint.rsplit('/').next().unwrap_or_default();
    let parameters: BTreeMap<&str, &str> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    assert_eq!(parameters.get("service"), Some(&KEY));
    state.asked.push(format!("{endpoint}?{}", query.replace(KEY, "")));
    match state.mood {
        Mood::Status(status) => return (status, "<html><body>later</body></html>".to_owned()),
        Mood::Page => {
            return (
                200,
                "<!DOCTYPE html><html><body>비정상적인 접근입니다.</body></html>".to_owned(),
            );
        }
        Mood::KeyRejected => {
            let told =
                "<dbs><db><returncode>02</returncode><errmsg>SERVICE KEY IS NOT REGISTERED ERROR</errmsg></db></dbs>";
            return (200, told.to_owned());
        }
        Mood::Well | Mood::Cut => {}
    }
    let day = |name: &str| NaiveDate::parse_from_str(parameters.get(name).copied().unwrap_or_default(), "%Y%m%d");
    let (first, last) = (day("stdate").unwrap(), day("eddate").unwrap());
    assert!((last - first).num_days() < 31, "{path}");
    let (root, item, rows) = match endpoint {
        "boxStatsCate" => ("box-statsofs", "boxStatsof", bookings(first, state)),
        "boxoffice" => ("boxofs", "boxof", ranks(first, parameters.get("catecode").copied())),
        "pblprfr" => {
            assert!(parameters["rows"].parse::<u32>().unwrap() <= 100, "{path}");
            let genre = parameters.get("shcate").copied();
            let page: usize = parameters["cpage"].parse().unwrap();
            let shows = if page == 1 {
                shows(first, last, genre)
            } else {
                Vec::new()
            };
            ("dbs", "db", shows)
        }
        other => panic!("{other} is not asked for"),
    };
    let body = markup(root, item, &rows, state.dress);
    if state.mood == Mood::Cut {
        let end = (0..body.len() * 2 / 3)
            .rfind(|end| body.is_char_boundary(*end))
            .unwrap();
        return (200, body[..end].to_owned());
    }
    (200, body)
}

type Row = Vec<(&'static str, String)>;

fn bookings(day: NaiveDate, state: &State) -> Vec<Row> {
    if day > through() {
        return Vec::new();
    }
    let row = |name: &str, krw: i64| -> Row {
        vec![
            ("catenm", name.to_owned()),
            ("prfcnt", "120".to_owned()),
            ("prfdtcnt", "1234".to_owned()),
            ("ntssnmrssm", "20000".to_owned()),
            ("cancelnmrssm", "3000".to_owned()),
            ("totnmrssm", "17000".to_owned()),
            ("ntssamountsm", krw.to_string()),
        ]
    };
    let krw = |genre: &str| {
        let more = state.corrections.get(&day).filter(|_| genre == "GGGA");
        amount_krw(genre, day) + more.copied().unwrap_or(0)
    };
    let mut rows: Vec<Row> = GENRES.iter().map(|(genre, name)| row(name, krw(genre))).collect();
    rows.push(row("합계", GENRES.iter().map(|(genre, _)| krw(genre)).sum()));
    rows
}

/// The shows that there are: identity, name, first and last day.
fn all_shows() -> Vec<(&'static str, &'static str, NaiveDate, NaiveDate)> {
    vec![
        ("PF900001", "달빛 정원", ago(20), ago(-60)),
        ("PF900002", "낯선 등대", ago(-20), ago(-50)),
        ("PF900003", "오래된 지도", ago(50), ago(-5)),
    ]
}

fn ranks(day: NaiveDate, genre: Option<&str>) -> Vec<Row> {
    if day > through() || genre != Some("GGGA") {
        return Vec::new();
    }
    let order = ["PF900003", "PF900001", "PF900002"];
    let row = |(place, id): (usize, &&'static str)| -> Row {
        let (_, name, from, to) = *all_shows().iter().find(|(known, ..)| *known == *id).unwrap();
        vec![
            ("rnum", (place + 1).to_string()),
            ("mt20id", (*id).to_owned()),
            ("prfnm", name.to_owned()),
            (
                "prfpd",
                format!("{}~{}", from.format("%Y.%m.%d"), to.format("%Y.%m.%d")),
            ),
            ("prfplcnm", "가온예술극장".to_owned()),
            ("seatcnt", "320".to_owned()),
        ]
    };
    order.iter().enumerate().map(row).collect()
}

fn shows(first: NaiveDate, last: NaiveDate, genre: Option<&str>) -> Vec<Row> {
    if genre.is_some_and(|genre| genre != "GGGA") {
        return Vec::new();
    }
    let plays = all_shows()
        .into_iter()
        .filter(|(_, _, from, to)| *from <= last && first <= *to);
    plays
        .map(|(id, name, from, to)| -> Row {
            vec![
                ("mt20id", id.to_owned()),
                ("prfnm", name.to_owned()),
                ("prfpdfrom", from.format("%Y.%m.%d").to_string()),
                ("prfpdto", to.format("%Y.%m.%d").to_string()),
                ("fcltynm", "가온예술극장".to_owned()),
                ("area", "서울특별시".to_owned()),
                ("genrenm", "뮤지컬".to_owned()),
                ("openrun", "N".to_owned()),
            ]
        })
        .collect()
}

fn markup(root: &str, item: &str, rows: &[Row], dress: Dress) -> String {
    let tag = |name: &str| {
        if dress == Dress::Upper {
            name.to_uppercase()
        } else {
            name.to_owned()
        }
    };
    let text = |text: &str| match (dress, text.parse::<i64>()) {
        (Dress::Upper, Ok(number)) if number > 9_999 => format!(" {},{:03} ", number / 1_000, number % 1_000),
        _ => text.to_owned(),
    };
    let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{}>", tag(root));
    for row in rows {
        write!(out, "<{}>", tag(item)).unwrap();
        for (name, value) in row {
            write!(out, "<{0}>{1}</{0}>", tag(name), text(value)).unwrap();
        }
        write!(out, "</{}>", tag(item)).unwrap();
    }
    out + &format!("</{}>", tag(root))
}
