//! Readings over a KOPIS and a storage in memory, at a clock that is wound by hand.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::DateRange;
use domain::market::matching::Own;
use domain::market::{Bookings, Genre, GenreDay, Known, KopisId, RankedShow, Show, Sitting, Standing, Trouble};
use domain::production::ProductionId;
use ports::actor::Edit;
use ports::driven::{
    CallGrant, CallTerms, Endpoint, Kopis, KopisError, MarketCounts, MarketReading, MarketStore, Match, MockClock,
    ShowQuery, StorageError,
};
use ports::driving::{MarketDesk, MarketReader, ReadingError};
use tokio::time::Instant;
use uuid::Uuid;

use crate::{Market, MarketTerms};

const NOW: &str = "2026-11-30T01:30:00Z";
const TERMS: MarketTerms = MarketTerms {
    budget: 1_000,
    pause: Duration::from_millis(300),
    history_days: 40,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn musical() -> Genre {
    Genre::known("GGGA").unwrap()
}

fn show(number: u32, name: &str) -> Show {
    Show {
        kopis_id: format!("PF{number}").parse().unwrap(),
        name: name.to_owned(),
        genre: musical(),
        place: Some("가온예술극장".to_owned()),
        area: None,
        from: day("2026-11-10"),
        to: day("2027-01-31"),
        open_run: false,
    }
}

/// Answers as it is told, then well.
#[derive(Default)]
struct FakeKopis {
    errors: Mutex<VecDeque<KopisError>>,
    asked: Mutex<Vec<(String, Instant)>>,
    /// Shows of every query, in pages.
    shows: Vec<Show>,
}

impl FakeKopis {
    fn failing(errors: Vec<KopisError>) -> Self {
        Self {
            errors: Mutex::new(errors.into()),
            ..Self::default()
        }
    }

    fn note(&self, what: String) -> Result<(), KopisError> {
        self.asked.lock().unwrap().push((what, Instant::now()));
        self.errors.lock().unwrap().pop_front().map_or(Ok(()), Err)
    }

    fn asked(&self) -> Vec<String> {
        self.asked
            .lock()
            .unwrap()
            .iter()
            .map(|(what, _)| what.clone())
            .collect()
    }
}

#[async_trait]
impl Kopis for FakeKopis {
    async fn bookings(&self, day: NaiveDate) -> Result<Vec<GenreDay>, KopisError> {
        self.note(format!("bookings {day}"))?;
        let bookings = Bookings {
            amount_krw: 1_000,
            ..Bookings::default()
        };
        Ok(vec![GenreDay {
            genre: musical(),
            day,
            bookings,
        }])
    }

    async fn ranks(&self, genre: &Genre, day: NaiveDate) -> Result<Vec<RankedShow>, KopisError> {
        self.note(format!("ranks {} {day}", genre.code()))?;
        Ok(Vec::new())
    }

    async fn shows(&self, query: &ShowQuery, page: u32) -> Result<(Vec<Show>, usize), KopisError> {
        let of = query.name.as_deref().unwrap_or("all");
        self.note(format!("shows {of} {} {page}", query.days.first()))?;
        let page: Vec<Show> = self
            .shows
            .iter()
            .skip((page as usize - 1) * 100)
            .take(100)
            .cloned()
            .collect();
        let rows = page.len();
        Ok((page, rows))
    }
}

#[derive(Default)]
struct Stored {
    calls: u32,
    is_calling: bool,
    called_at: Option<Instant>,
    trouble: Option<Trouble>,
    bookings: BTreeMap<NaiveDate, Vec<GenreDay>>,
    shows: BTreeMap<KopisId, Show>,
    /// How often something was stored.
    pieces: u32,
    /// What kept others from calling when each call ended.
    ends: Vec<Option<Trouble>>,
}

/// Storage as the adapter has it, in memory.
#[derive(Default)]
struct Memory(Mutex<Stored>);

#[async_trait]
impl MarketStore for Memory {
    async fn ask(&self, terms: &CallTerms) -> Result<CallGrant, StorageError> {
        let mut stored = self.0.lock().unwrap();
        match stored.trouble {
            Some(Trouble::KeyRejected) => return Ok(CallGrant::KeyRejected),
            Some(Trouble::Blocked(until)) => return Ok(CallGrant::Blocked(until)),
            _ => {}
        }
        if stored.calls >= terms.budget {
            return Ok(CallGrant::BudgetUsed);
        }
        if stored.is_calling {
            return Ok(CallGrant::Wait(terms.pause));
        }
        let since = stored.called_at.map_or(terms.pause, |at| at.elapsed());
        if since < terms.pause {
            return Ok(CallGrant::Wait(terms.pause.checked_sub(since).unwrap()));
        }
        stored.calls += 1;
        stored.is_calling = true;
        Ok(CallGrant::Granted)
    }

    async fn called(&self) -> Result<(), StorageError> {
        let mut stored = self.0.lock().unwrap();
        stored.is_calling = false;
        let trouble = stored.trouble;
        stored.ends.push(trouble);
        stored.called_at = Some(Instant::now());
        Ok(())
    }

    async fn genres_in_use(&self) -> Result<Vec<Genre>, StorageError> {
        Ok(vec![musical()])
    }

    async fn days_asked(&self, range: DateRange) -> Result<BTreeSet<NaiveDate>, StorageError> {
        let stored = self.0.lock().unwrap();
        Ok(stored
            .bookings
            .keys()
            .copied()
            .filter(|day| range.contains(*day))
            .collect())
    }

    async fn store(&self, reading: &MarketReading, _: DateTime<Utc>) -> Result<(), StorageError> {
        let mut stored = self.0.lock().unwrap();
        stored.pieces += 1;
        stored.bookings.extend(reading.bookings.iter().cloned());
        let shows = reading.shows.iter();
        stored
            .shows
            .extend(shows.map(|show| (show.kopis_id.clone(), show.clone())));
        Ok(())
    }

    async fn ended(&self, trouble: Option<Trouble>, _: DateTime<Utc>) -> Result<(), StorageError> {
        self.0.lock().unwrap().trouble = trouble;
        Ok(())
    }

    async fn counts(&self, now: DateTime<Utc>) -> Result<MarketCounts, StorageError> {
        let stored = self.0.lock().unwrap();
        let known = Known {
            is_on: true,
            trouble: stored.trouble,
            through: stored.bookings.keys().next_back().copied(),
            read_at: None,
        };
        Ok(MarketCounts {
            calls_today: stored.calls,
            standing: Standing::new(known, now),
        })
    }

    async fn candidates(&self, _: &[KopisId], _: &Genre, _: DateRange, _: usize) -> Result<Vec<Show>, StorageError> {
        Ok(self.0.lock().unwrap().shows.values().cloned().collect())
    }

    async fn own(&self, _: ProductionId) -> Result<Option<Own>, StorageError> {
        Ok(Some(Own {
            name: "뮤지컬 달빛 정원".to_owned(),
            place: Some("가온예술극장".to_owned()),
            run: DateRange::new(day("2026-11-10"), day("2027-01-31")),
            genre: musical(),
        }))
    }

    async fn find_match(&self, _: ProductionId) -> Result<Option<Match>, StorageError> {
        Ok(None)
    }

    async fn set_match(
        &self,
        _: ProductionId,
        _: &[KopisId],
        _: &Genre,
        _: DateTime<Utc>,
        _: &Edit,
    ) -> Result<Match, StorageError> {
        unreachable!("nothing is matched by itself")
    }
}

struct House {
    kopis: Arc<FakeKopis>,
    memory: Arc<Memory>,
    market: Market,
}

fn house(kopis: FakeKopis, terms: MarketTerms) -> House {
    let (kopis, memory) = (Arc::new(kopis), Arc::new(Memory::default()));
    let mut clock = MockClock::new();
    clock.expect_now().returning(|| NOW.parse().unwrap());
    let market = Market::new(Some(kopis.clone()), memory.clone(), Arc::new(clock), terms);
    House { kopis, memory, market }
}

#[tokio::test(start_paused = true)]
async fn a_morning_reads_what_is_new_then_history_and_leaves_pauses() {
    let house = house(FakeKopis::default(), TERMS);
    house.market.read(Sitting::Morning).await.unwrap();
    let asked = house.kopis.asked();
    let count = |what: &str| asked.iter().filter(|of| of.starts_with(what)).count();
    // 31 days and 9 of history; 7 days of one genre; 93 days in three windows.
    assert_eq!((count("bookings"), count("ranks"), count("shows")), (40, 7, 3));
    assert_eq!(asked[0], "bookings 2026-11-29");
    assert_eq!(asked.last().unwrap(), "bookings 2026-10-21");
    // Who sees new figures finds ranks to them, and the weeks before.
    assert_eq!(house.memory.0.lock().unwrap().pieces, 1);
    let times: Vec<Instant> = house.kopis.asked.lock().unwrap().iter().map(|(_, at)| *at).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= TERMS.pause));
    let again = house.market.read(Sitting::Afternoon).await;
    again.unwrap();
    assert_eq!(
        house.kopis.asked().len(),
        asked.len() + 7 + 1,
        "history is asked for once"
    );
    assert_eq!(house.memory.0.lock().unwrap().trouble, None);
}

#[tokio::test(start_paused = true)]
async fn more_of_history_is_stored_a_month_at_a_time() {
    let terms = MarketTerms {
        history_days: 100,
        ..TERMS
    };
    let house = house(FakeKopis::default(), terms);
    house.market.read(Sitting::Afternoon).await.unwrap();
    let stored = house.memory.0.lock().unwrap();
    // A week, and 69 days before the last month.
    assert_eq!((stored.bookings.len(), stored.pieces), (76, 3));
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_tried_twice_again_and_then_the_run_ends() {
    let cut = || KopisError::Passing("an answer that is cut".to_owned());
    let well = house(FakeKopis::failing(vec![cut(), cut()]), TERMS);
    let began = Instant::now();
    well.market.read(Sitting::Afternoon).await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(10));
    let ill = house(FakeKopis::failing(vec![cut(), cut(), cut()]), TERMS);
    let ended = ill.market.read(Sitting::Afternoon).await;
    assert!(matches!(ended, Err(ReadingError::Market(_))), "{ended:?}");
    assert_eq!(ill.kopis.asked().len(), 3);
    assert_eq!(ill.memory.0.lock().unwrap().trouble, Some(Trouble::Failing));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_or_two_pages_end_all_asking_for_a_day() {
    for (errors, asked) in [
        (vec![KopisError::Refused(403)], 1),
        (vec![KopisError::Page, KopisError::Page], 2),
    ] {
        let house = house(FakeKopis::failing(errors), TERMS);
        assert!(house.market.read(Sitting::Morning).await.is_err());
        let until: DateTime<Utc> = "2026-12-01T01:30:00Z".parse().unwrap();
        assert_eq!(house.memory.0.lock().unwrap().trouble, Some(Trouble::Blocked(until)));
        assert!(house.market.read(Sitting::Morning).await.is_err());
        assert_eq!(house.kopis.asked().len(), asked);
    }
    let house = house(FakeKopis::failing(vec![KopisError::Page]), TERMS);
    house.market.read(Sitting::Afternoon).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn pages_that_people_meet_count_as_well() {
    let house = house(FakeKopis::failing(vec![KopisError::Page, KopisError::Page]), TERMS);
    let production = ProductionId(Uuid::nil());
    for expected in [None, Some(Trouble::Blocked("2026-12-01T01:30:00Z".parse().unwrap()))] {
        assert!(!house.market.suggest(production).await.unwrap().is_complete);
        assert_eq!(house.memory.0.lock().unwrap().trouble, expected);
    }
    assert!(!house.market.suggest(production).await.unwrap().is_complete);
    assert_eq!(house.kopis.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_refused_is_used_once() {
    let rejected = KopisError::Rejected("02".to_owned());
    let house = house(FakeKopis::failing(vec![rejected]), TERMS);
    assert!(house.market.read(Sitting::Morning).await.is_err());
    assert!(house.market.read(Sitting::Morning).await.is_err());
    let suggestions = house.market.suggest(ProductionId(Uuid::nil())).await.unwrap();
    assert!(!suggestions.is_complete);
    assert_eq!(house.kopis.asked().len(), 1);
    let stored = house.memory.0.lock().unwrap();
    assert_eq!(stored.trouble, Some(Trouble::KeyRejected));
    assert_eq!(
        stored.ends,
        [Some(Trouble::KeyRejected)],
        "before anybody else may call"
    );
}

#[tokio::test(start_paused = true)]
async fn at_the_budget_it_stops_and_goes_on_tomorrow() {
    let terms = MarketTerms { budget: 5, ..TERMS };
    let house = house(FakeKopis::default(), terms);
    house.market.read(Sitting::Morning).await.unwrap();
    assert_eq!(house.kopis.asked().len(), 5);
    let stored = house.memory.0.lock().unwrap();
    assert_eq!(stored.bookings.len(), 5, "what came is kept");
    assert_eq!(stored.trouble, Some(Trouble::BudgetUsed(day("2026-11-30"))));
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_is_gone_is_left_out() {
    let house = house(FakeKopis::failing(vec![KopisError::Gone]), TERMS);
    house.market.read(Sitting::Afternoon).await.unwrap();
    house.market.read(Sitting::Afternoon).await.unwrap();
    let bookings = house
        .kopis
        .asked()
        .iter()
        .filter(|of| of.starts_with("bookings"))
        .count();
    assert_eq!(bookings, 1);
    let figures = house.market.figures().await;
    assert!(
        figures.requests.contains(&(Endpoint::Bookings, "gone", 1)),
        "{figures:?}"
    );
    assert_eq!(figures.budget_left, Some(997));
}

#[tokio::test(start_paused = true)]
async fn where_shows_are_gone_suggestions_are_of_what_is_stored() {
    let house = house(FakeKopis::failing(vec![KopisError::Gone]), TERMS);
    for _ in 0..2 {
        let suggestions = house.market.suggest(ProductionId(Uuid::nil())).await.unwrap();
        assert!(!suggestions.is_complete);
    }
    assert_eq!(house.kopis.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn pages_are_read_until_one_is_not_full() {
    let kopis = FakeKopis {
        shows: (0..150).map(|number| show(number, "달빛 정원")).collect(),
        ..FakeKopis::default()
    };
    let house = house(kopis, TERMS);
    house.market.read(Sitting::Morning).await.unwrap();
    let pages = house
        .kopis
        .asked()
        .iter()
        .filter(|of| of.starts_with("shows all"))
        .count();
    assert_eq!(pages, 6);
    assert_eq!(house.memory.0.lock().unwrap().shows.len(), 150);
}

#[tokio::test(start_paused = true)]
async fn a_name_is_looked_for_once_a_day() {
    let kopis = FakeKopis {
        shows: vec![show(1, "달빛 정원"), show(2, "낯선 지도")],
        ..FakeKopis::default()
    };
    let house = house(kopis, TERMS);
    let found = house.market.suggest(ProductionId(Uuid::nil())).await.unwrap();
    assert!(found.is_complete);
    assert_eq!(found.suggestions[0].show.kopis_id.as_str(), "PF1");
    let asked = house.kopis.asked();
    assert_eq!((asked.len(), asked[0].as_str()), (3, "shows 달빛 정원 2026-11-10 1"));
    house.market.suggest(ProductionId(Uuid::nil())).await.unwrap();
    assert_eq!(house.kopis.asked().len(), 3, "remembered");
}

#[tokio::test]
async fn without_a_key_nothing_is_asked() {
    let memory = Arc::new(Memory::default());
    let mut clock = MockClock::new();
    clock.expect_now().returning(|| NOW.parse().unwrap());
    let market = Market::new(None, memory.clone(), Arc::new(clock), TERMS);
    market.read(Sitting::Morning).await.unwrap();
    assert!(!market.suggest(ProductionId(Uuid::nil())).await.unwrap().is_complete);
    assert_eq!(market.figures().await, ports::driving::MarketFigures::default());
    assert_eq!(memory.0.lock().unwrap().calls, 0);
}
