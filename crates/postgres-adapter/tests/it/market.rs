//! What KOPIS told, how often it was asked, and which of its shows productions are.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::access::Visible;
use domain::calendar::DateRange;
use domain::market::{Bookings, Genre, GenreDay, KopisId, MarketState, RankedShow, Show, Trouble};
use domain::production::ProductionCode;
use domain::reports::Report as _;
use domain::reports::market::genres::{MarketGenres, Parameters};
use domain::reports::market::index::MarketIndex;
use domain::reports::market::openings::{self, MarketOpenings};
use domain::reports::market::rank::MarketRank;
use domain::reports::market::{Asked, index};
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{CallGrant, CallTerms, MarketReading, MarketStore, ReportScope, StorageError};
use postgres_adapter::{PgMarketStore, PgPool, PgReportSource};

use crate::support::{Storage, by, day, everything, figures, instant};

const KEY: Option<&str> = Some("digest of a key");

fn pool(storage: &Storage, key: Option<&str>) -> PgPool {
    PgPool::new(storage.database.url(), 3).with_market_key(key)
}

fn store(storage: &Storage) -> PgMarketStore {
    PgMarketStore::new(pool(storage, KEY))
}

fn musical() -> Genre {
    Genre::known("GGGA").unwrap()
}

fn id(text: &str) -> KopisId {
    text.parse().unwrap()
}

fn booked(genre: &Genre, on: &str, krw: i64) -> GenreDay {
    GenreDay {
        genre: genre.clone(),
        day: day(on),
        bookings: Bookings {
            productions: 2,
            performances: 3,
            booked_tickets: 12,
            cancelled_tickets: 2,
            net_tickets: 10,
            amount_krw: krw,
        },
    }
}

fn of_day(genre: &Genre, on: &str, krw: i64) -> (NaiveDate, Vec<GenreDay>) {
    (day(on), vec![booked(genre, on, krw)])
}

fn ranked(rank: i64, show: &str) -> RankedShow {
    RankedShow {
        rank,
        kopis_id: id(show),
        name: format!("공연 {show}"),
        place: Some("가온예술극장".to_owned()),
        area: None,
        from: Some(day("2026-11-01")),
        to: None,
        seats: Some(320),
        performances: None,
    }
}

fn show(number: &str, genre: &str, from: &str, to: &str) -> Show {
    Show {
        kopis_id: id(number),
        name: format!("공연 {number}"),
        genre: Genre::known(genre).unwrap(),
        place: None,
        area: Some("서울특별시".to_owned()),
        from: day(from),
        to: day(to),
        open_run: true,
    }
}

/// The database tells the time by its own clock.
fn now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

fn terms(budget: u32, pause: Duration) -> CallTerms {
    CallTerms {
        day: day("2026-11-30"),
        budget,
        pause,
        longest: Duration::from_secs(40),
    }
}

#[tokio::test]
async fn of_all_servers_one_calls_at_a_time_with_a_pause_and_within_the_budget() {
    let storage = Storage::new();
    let (one, other) = (store(&storage), store(&storage));
    let quick = terms(3, Duration::ZERO);
    assert_eq!(one.ask(&quick).await.unwrap(), CallGrant::Granted);
    assert!(matches!(other.ask(&quick).await.unwrap(), CallGrant::Wait(_)));
    one.called().await.unwrap();
    let slow = terms(3, Duration::from_mins(1));
    let waited = other.ask(&slow).await.unwrap();
    assert!(
        matches!(waited, CallGrant::Wait(rest) if rest > Duration::from_secs(50)),
        "{waited:?}"
    );
    for _ in 0..2 {
        assert_eq!(other.ask(&quick).await.unwrap(), CallGrant::Granted);
        other.called().await.unwrap();
    }
    assert_eq!(one.ask(&quick).await.unwrap(), CallGrant::BudgetUsed);
    let tomorrow = CallTerms {
        day: day("2026-12-01"),
        ..quick
    };
    assert_eq!(one.ask(&tomorrow).await.unwrap(), CallGrant::Granted);
    let midday = day("2026-11-30").and_hms_opt(3, 0, 0).unwrap().and_utc();
    assert_eq!(one.counts(midday).await.unwrap().calls_today, 3);
}

#[tokio::test]
async fn a_server_that_died_keeps_others_waiting_for_as_long_as_a_call_lasts() {
    let storage = Storage::new();
    let market = store(&storage);
    let brief = CallTerms {
        longest: Duration::from_millis(1),
        ..terms(9, Duration::ZERO)
    };
    assert_eq!(market.ask(&brief).await.unwrap(), CallGrant::Granted);
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(market.ask(&brief).await.unwrap(), CallGrant::Granted);
}

#[tokio::test]
async fn a_key_that_was_refused_is_not_used_again_and_another_one_is() {
    let storage = Storage::new();
    let market = store(&storage);
    let now = now();
    market.ended(Some(Trouble::KeyRejected), now).await.unwrap();
    let asked = terms(9, Duration::ZERO);
    assert_eq!(market.ask(&asked).await.unwrap(), CallGrant::KeyRejected);
    assert_eq!(
        market.counts(now).await.unwrap().standing.state,
        MarketState::KeyRejected
    );
    // Whatever a run comes to that was under way.
    for trouble in [None, Some(Trouble::Failing)] {
        market.ended(trouble, now).await.unwrap();
        assert_eq!(market.ask(&asked).await.unwrap(), CallGrant::KeyRejected);
    }
    let other = PgMarketStore::new(pool(&storage, Some("digest of another")));
    assert_eq!(other.counts(now).await.unwrap().standing.state, MarketState::Ok);
    assert_eq!(other.ask(&asked).await.unwrap(), CallGrant::Granted);
    other.called().await.unwrap();
    other.ended(Some(Trouble::Failing), now).await.unwrap();
    assert_eq!(other.counts(now).await.unwrap().standing.state, MarketState::Failing);
    let off = PgMarketStore::new(pool(&storage, None));
    assert_eq!(off.counts(now).await.unwrap().standing.state, MarketState::Off);
}

#[tokio::test]
async fn who_wants_to_be_left_alone_is_until_then() {
    let storage = Storage::new();
    let market = store(&storage);
    let now = now();
    let asked = terms(9, Duration::ZERO);
    let until = now + TimeDelta::hours(1);
    market.ended(Some(Trouble::Blocked(until)), now).await.unwrap();
    assert!(matches!(market.ask(&asked).await.unwrap(), CallGrant::Blocked(_)));
    assert_eq!(market.counts(now).await.unwrap().standing.state, MarketState::Blocked);
    market.ended(None, now).await.unwrap();
    assert_eq!(market.counts(now).await.unwrap().standing.state, MarketState::Blocked);
    let version = storage.versions();
    market
        .ended(Some(Trouble::Blocked(now - TimeDelta::hours(1))), now)
        .await
        .unwrap();
    assert!(storage.versions().figures > version.figures, "reports tell of it");
    assert_eq!(market.ask(&asked).await.unwrap(), CallGrant::Granted);
    market.ended(None, now).await.unwrap();
    assert_eq!(market.counts(now).await.unwrap().standing.state, MarketState::Ok);
}

#[tokio::test]
async fn a_figure_that_becomes_another_one_is_marked_and_the_others_are_not() {
    let storage = Storage::new();
    let market = store(&storage);
    let reading = MarketReading {
        bookings: vec![
            of_day(&musical(), "2026-11-28", 700),
            of_day(&musical(), "2026-11-29", 800),
        ],
        ..MarketReading::default()
    };
    market.store(&reading, instant()).await.unwrap();
    let corrected = MarketReading {
        bookings: vec![
            of_day(&musical(), "2026-11-28", 700),
            of_day(&musical(), "2026-11-29", 900),
            (day("2026-11-30"), Vec::new()),
        ],
        ..MarketReading::default()
    };
    market.store(&corrected, instant()).await.unwrap();
    let parameters = Parameters::default();
    let as_of = day("2026-11-30");
    let source = PgReportSource::new(pool(&storage, KEY));
    let window = MarketGenres::window(as_of, &parameters);
    let read = figures::<MarketGenres>(&source, &everything(), window)
        .await
        .unwrap()
        .value;
    assert_eq!(read.standing.through, Some(day("2026-11-29")));
    let told: Vec<_> = read
        .told
        .iter()
        .map(|of| (of.day, of.bookings.amount_krw, of.is_corrected))
        .collect();
    assert_eq!(told, [(day("2026-11-28"), 700, false), (day("2026-11-29"), 900, true)]);
    let range = DateRange::new(day("2026-11-01"), day("2026-12-31")).unwrap();
    assert_eq!(market.days_asked(range).await.unwrap().len(), 3);
}

#[tokio::test]
async fn people_say_which_shows_a_production_is() {
    let storage = Storage::new();
    let market = store(&storage);
    let production = storage.enter_play("PL1").await;
    let before = market.find_match(production).await.unwrap().unwrap();
    assert_eq!(
        (before.kopis_ids.len(), before.genre.code(), before.revision),
        (0, "AAAA", 0)
    );
    assert_eq!(market.genres_in_use().await.unwrap(), [Genre::known("AAAA").unwrap()]);
    let reading = MarketReading {
        shows: vec![show("PF1", "GGGA", "2026-11-01", "2026-12-01")],
        ..MarketReading::default()
    };
    market.store(&reading, instant()).await.unwrap();
    let member = storage.enter_member("first@example.com").await;
    let edit = |basis| Edit { by: by(&member), basis };
    let ids = [id("PF2"), id("PF1")];
    let set = market
        .set_match(production, &ids, &musical(), instant(), &edit(Basis::Any))
        .await
        .unwrap();
    assert_eq!(
        (set.kopis_ids.as_slice(), set.shows.len(), set.revision),
        (&ids[..], 1, 1)
    );
    assert_eq!(set.confirmed_by.map(|user| user.id), Some(member.id));
    assert_eq!(market.genres_in_use().await.unwrap(), [musical()]);
    let outdated = market
        .set_match(production, &[], &musical(), instant(), &edit(Basis::OneOf(vec![0])))
        .await;
    assert!(matches!(outdated, Err(StorageError::Outdated(_))), "{outdated:?}");
    let told = storage.texts("SELECT action AS text FROM audit_entry WHERE action = 'production.kopis-changed'");
    assert_eq!(told.len(), 1);
    let found = market
        .candidates(
            &[id("PF1")],
            &Genre::known("CCCD").unwrap(),
            DateRange::new(day("2030-01-01"), day("2030-01-02")).unwrap(),
            5,
        )
        .await;
    assert_eq!(found.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_public_is_told_to_everybody_and_productions_to_those_who_see_them() {
    let storage = Storage::new();
    let market = store(&storage);
    let (own, foreign) = (storage.enter_play("PL1").await, storage.enter_play("PL2").await);
    let play = Genre::known("AAAA").unwrap();
    let system = Edit {
        by: Actor::SYSTEM,
        basis: Basis::Any,
    };
    market
        .set_match(own, &[id("PF1")], &play, instant(), &system)
        .await
        .unwrap();
    market
        .set_match(foreign, &[id("PF2")], &play, instant(), &system)
        .await
        .unwrap();
    let list = |on: &str, shows: Vec<RankedShow>| (play.clone(), day(on), shows);
    let reading = MarketReading {
        bookings: vec![of_day(&play, "2026-11-29", 1_000)],
        ranks: vec![
            list("2026-11-28", vec![ranked(1, "PF1"), ranked(2, "PF2")]),
            list("2026-11-29", vec![ranked(1, "PF2"), ranked(3, "PF1")]),
        ],
        shows: vec![
            show("PF1", "AAAA", "2026-12-01", "2026-12-31"),
            show("PF2", "AAAA", "2026-12-02", "2026-12-31"),
        ],
    };
    market.store(&reading, instant()).await.unwrap();
    // A day's list is replaced as a whole.
    let again = MarketReading {
        ranks: vec![list("2026-11-29", vec![ranked(1, "PF2"), ranked(4, "PF1")])],
        ..MarketReading::default()
    };
    market.store(&again, instant()).await.unwrap();
    let source = PgReportSource::new(pool(&storage, KEY));
    let scope = ReportScope {
        visible: Visible::Only([own].into()),
        ..ReportScope::default()
    };
    let as_of = day("2026-11-30");
    let window = MarketRank::window(as_of, &Asked::default());
    let read = figures::<MarketRank>(&source, &scope, window).await.unwrap().value;
    let answer = MarketRank::answer(read, as_of, &Asked::default());
    let [row] = &answer.items[..] else { panic!("{answer:?}") };
    assert_eq!((row.latest_rank, row.rank_change), (Some(4), Some(-3)));
    let codes: Vec<_> = answer.top[0]
        .shows
        .iter()
        .map(|of| of.production_code.as_ref().map(ProductionCode::as_str))
        .collect();
    assert_eq!(codes, [None, Some("PL1")]);
    let parameters = openings::Parameters::default();
    let window = MarketOpenings::window(as_of, &parameters);
    let read = figures::<MarketOpenings>(&source, &scope, window).await.unwrap().value;
    assert_eq!(read.openings.len(), 2);
    assert_eq!(read.own.len(), 1);
    let window = MarketIndex::window(as_of, &7);
    let read = figures::<MarketIndex>(&source, &scope, window).await.unwrap().value;
    let answer = MarketIndex::answer(read, as_of, &7);
    assert_eq!(answer.items[0].reason, Some(index::NotComparable::NoSnapshot));
    let off = PgReportSource::new(pool(&storage, None));
    let read = figures::<MarketIndex>(&off, &scope, window).await.unwrap().value;
    assert_eq!(read.standing.state, MarketState::Off);
}
