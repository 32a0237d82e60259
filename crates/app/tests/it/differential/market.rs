//! A random market: what KOPIS would have told, and which shows productions are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::drawing::TODAY;
use super::world::{World, shift};
use crate::support::{Client, Site};

/// Genres of which something is told, by code, with their names.
const GENRES: [(&str, &str); 4] = [
    ("AAAA", "연극"),
    ("CCCA", "서양음악(클래식)"),
    ("CCCD", "대중음악"),
    ("GGGA", "뮤지컬"),
];
/// Days of bookings that are told.
const DAYS: i64 = 190;
/// Days of lists of ranks that are told.
const RANK_DAYS: i64 = 45;
/// Shows that there are.
const SHOWS: u32 = 60;
/// What shows are called.
const NAMES: [&str; 3] = ["푸른 정원", "하얀 편지", "은빛 항구"];
/// Places of a list.
const PLACES: i64 = 15;

/// What is known of the market, as plain lists.
#[derive(Debug, Default)]
pub(super) struct Market {
    /// By day, then genre.
    pub(super) bookings: Vec<Sold>,
    /// By genre, day and rank.
    pub(super) ranks: Vec<Ranked>,
    pub(super) shows: Vec<Listed>,
    /// By the code of the production: the shows that it is, and its genre.
    pub(super) matches: BTreeMap<String, (Vec<String>, String)>,
}

/// Bookings of a genre on a day.
#[derive(Debug)]
pub(super) struct Sold {
    pub(super) genre: &'static str,
    pub(super) name: &'static str,
    pub(super) day: NaiveDate,
    pub(super) productions: i64,
    pub(super) performances: i64,
    pub(super) booked: i64,
    pub(super) cancelled: i64,
    pub(super) net: i64,
    pub(super) krw: i64,
    pub(super) is_corrected: bool,
}

/// A place in a list.
#[derive(Debug)]
pub(super) struct Ranked {
    pub(super) genre: &'static str,
    pub(super) name: &'static str,
    pub(super) day: NaiveDate,
    pub(super) rank: i64,
    pub(super) kopis_id: String,
    pub(super) seats: Option<i64>,
}

/// A show.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) kopis_id: String,
    pub(super) name: String,
    pub(super) genre: &'static str,
    pub(super) place: Option<&'static str>,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) open_run: bool,
}

/// Puts a market where a server would have stored it, and says which shows productions are.
pub(super) async fn enter(site: &Site, client: &Client, world: &mut World, seed: u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0x6b6f_7069_7321);
    world.market = Market {
        bookings: bookings(&mut rng),
        ranks: ranks(&mut rng),
        shows: shows(&mut rng),
        matches: BTreeMap::new(),
    };
    // Nothing is fetched meanwhile.
    site.execute("UPDATE schedule SET paused_at = now() WHERE name = 'kopis'")
        .await;
    store(site, &world.market).await;
    let codes: Vec<(String, String, String)> = world
        .productions
        .iter()
        .map(|one| (one.code.clone(), one.id.clone().unwrap(), one.category.clone()))
        .collect();
    for (code, id, category) in codes {
        if rng.random_bool(0.25) {
            continue;
        }
        let count = rng.random_range(0..=3);
        let ids: BTreeSet<String> = (0..count).map(|_| kopis_id(rng.random_range(0..SHOWS))).collect();
        let ids: Vec<String> = ids.into_iter().collect();
        let genre = if rng.random_bool(0.8) {
            usual_genre(&category)
        } else {
            *["CCCA", "GGGA", "EEEB"].choose(&mut rng).unwrap()
        };
        let body = json!({ "kopisIds": ids, "genre": genre });
        client
            .put(&format!("/api/v1/productions/{id}/kopis"), &body)
            .await
            .expect(200);
        world.market.matches.insert(code, (ids, genre.to_owned()));
    }
}

pub(super) fn usual_genre(category: &str) -> &'static str {
    match category {
        "musical" => "GGGA",
        "play" => "AAAA",
        _ => "CCCD",
    }
}

fn kopis_id(number: u32) -> String {
    format!("PF{}", 100_000 + number)
}

fn bookings(rng: &mut ChaCha8Rng) -> Vec<Sold> {
    let through = shift(TODAY, -rng.random_range(1..4));
    let mut rows = Vec::new();
    for ago in (0..DAYS).rev() {
        for (genre, name) in GENRES {
            // A gap now and then; of classical music nothing is known for long.
            if rng.random_bool(0.004) || genre == "CCCA" && ago > 20 {
                continue;
            }
            let booked = rng.random_range(0..30_000);
            let cancelled = rng.random_range(0..=booked);
            rows.push(Sold {
                genre,
                name,
                day: shift(through, -ago),
                productions: rng.random_range(1..200),
                performances: rng.random_range(1..300),
                booked,
                cancelled,
                net: booked - cancelled,
                krw: rng.random_range(0..4_000_000_000),
                is_corrected: rng.random_bool(0.1),
            });
        }
    }
    rows
}

fn ranks(rng: &mut ChaCha8Rng) -> Vec<Ranked> {
    let mut rows = Vec::new();
    for (genre, name) in GENRES {
        for ago in (0..RANK_DAYS).rev() {
            if rng.random_bool(0.1) {
                continue;
            }
            for rank in 1..=PLACES {
                rows.push(Ranked {
                    genre,
                    name,
                    day: shift(TODAY, -1 - ago),
                    rank,
                    kopis_id: kopis_id(rng.random_range(0..SHOWS)),
                    seats: rng.random_bool(0.8).then(|| rng.random_range(50..3_000)),
                });
            }
        }
    }
    rows
}

fn shows(rng: &mut ChaCha8Rng) -> Vec<Listed> {
    (0..SHOWS)
        .map(|number| {
            let from = shift(TODAY, rng.random_range(-60..100));
            Listed {
                kopis_id: kopis_id(number),
                name: (*NAMES.choose(rng).unwrap()).to_owned(),
                genre: GENRES.choose(rng).unwrap().0,
                place: rng.random_bool(0.8).then_some("가온예술극장"),
                from,
                to: shift(from, rng.random_range(0..90)),
                open_run: rng.random_bool(0.1),
            }
        })
        .collect()
}

async fn store(site: &Site, market: &Market) {
    const AT: &str = "2025-03-02T01:30:00Z";
    let bookings = market.bookings.iter().map(|of| {
        json!({
            "genre": of.genre, "day": of.day, "productions": of.productions, "performances": of.performances,
            "booked": of.booked, "cancelled": of.cancelled, "net": of.net, "amount_krw": of.krw, "read_at": AT,
            "corrected_at": of.is_corrected.then_some(AT),
        })
    });
    let ranks = market.ranks.iter().map(|of| {
        json!({
            "genre": of.genre, "day": of.day, "rank": of.rank, "kopis_id": of.kopis_id, "name": of.kopis_id,
            "seats": of.seats,
        })
    });
    let shows = market.shows.iter().map(|of| {
        json!({
            "kopis_id": of.kopis_id, "name": of.name, "genre": of.genre, "place": of.place, "from_day": of.from,
            "to_day": of.to, "open_run": of.open_run, "read_at": AT,
        })
    });
    for (statement, rows) in [
        (
            "INSERT INTO kopis_genre_day SELECT * FROM json_populate_recordset(NULL::kopis_genre_day, $1::json)",
            bookings.collect::<Value>(),
        ),
        (
            "INSERT INTO kopis_rank SELECT * FROM json_populate_recordset(NULL::kopis_rank, $1::json)",
            ranks.collect(),
        ),
        (
            "INSERT INTO kopis_show SELECT * FROM json_populate_recordset(NULL::kopis_show, $1::json)",
            shows.collect(),
        ),
    ] {
        site.execute_with(statement, &rows.to_string()).await;
    }
}
