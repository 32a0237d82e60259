//! Calls to KOPIS: each asks storage first, is counted, and is tried again where that may help.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use domain::calendar::in_kst;
use domain::market::{Genre, GenreDay, RankedShow, Show, Trouble};
use ports::driven::{CallGrant, CallTerms, Clock, Endpoint, Kopis, KopisError, MarketStore, ShowQuery};
use tokio::time::{Instant, sleep};

use crate::{MarketTerms, Stop};

/// What is waited before each further attempt.
const RETRIES: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(8)];
/// How long KOPIS is left alone where it wants that.
const BLOCKED_FOR: TimeDelta = TimeDelta::hours(24);
/// So long a call lasts at most, whatever its server does.
const LONGEST_CALL: Duration = Duration::from_secs(40);
/// So long a run waits for its turn at most.
const RUN_PATIENCE: Duration = Duration::from_mins(5);
/// So long somebody who looks at a page does.
const PERSON_PATIENCE: Duration = Duration::from_secs(5);
/// Pages in the place of figures, one after the other, that mean we are not wanted.
const PAGES: u32 = 2;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Asked<'q> {
    /// Bookings of a day.
    Bookings(NaiveDate),
    /// The list of a genre and a day.
    Ranks(&'q Genre, NaiveDate),
    /// A page of shows.
    Shows(&'q ShowQuery, u32),
}

/// What comes.
#[derive(Debug)]
pub(crate) enum Told {
    Bookings(Vec<GenreDay>),
    Ranks(Vec<RankedShow>),
    /// With how many rows there were.
    Shows(Vec<Show>, usize),
    /// The endpoint is left out until the next start.
    Nothing,
}

impl Asked<'_> {
    fn endpoint(self) -> Endpoint {
        match self {
            Self::Bookings(_) => Endpoint::Bookings,
            Self::Ranks(..) => Endpoint::Ranks,
            Self::Shows(..) => Endpoint::Shows,
        }
    }
}

/// Who waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// A run, which tries again.
    Run,
    /// A person, for whom what is stored does as well.
    Person,
}

pub(crate) struct Calls {
    kopis: Arc<dyn Kopis>,
    store: Arc<dyn MarketStore>,
    clock: Arc<dyn Clock>,
    terms: MarketTerms,
    counts: Mutex<BTreeMap<(Endpoint, &'static str), u64>>,
    gone: Mutex<BTreeSet<Endpoint>>,
    /// Pages in the place of figures since the last other answer, whoever asked.
    pages: AtomicU32,
}

impl Calls {
    pub(crate) fn new(
        kopis: Arc<dyn Kopis>,
        store: Arc<dyn MarketStore>,
        clock: Arc<dyn Clock>,
        terms: MarketTerms,
    ) -> Self {
        Self {
            kopis,
            store,
            clock,
            terms,
            counts: Mutex::default(),
            gone: Mutex::default(),
            pages: AtomicU32::new(0),
        }
    }

    /// How many calls there were, by what came of them.
    pub(crate) fn counts(&self) -> Vec<(Endpoint, &'static str, u64)> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts
            .iter()
            .map(|((endpoint, outcome), count)| (*endpoint, *outcome, *count))
            .collect()
    }

    /// Asks, again where that may help.
    pub(crate) async fn call(&self, asked: Asked<'_>, waiting: Waiting) -> Result<Told, Stop> {
        let endpoint = asked.endpoint();
        if self.is_gone(endpoint) {
            return Ok(Told::Nothing);
        }
        let retries: &[Duration] = if waiting == Waiting::Run { &RETRIES } else { &[] };
        let mut retries = retries.iter();
        loop {
            self.permitted(waiting).await?;
            let told = self.ask(asked).await;
            let lasting = self.lasting(&told);
            // Before anybody else may call.
            let stored = match lasting {
                Some(trouble) => self.store.ended(Some(trouble), self.clock.now()).await,
                None => Ok(()),
            };
            // Also where storage is away: the next call would only wait for nothing.
            let ended = self.store.called().await;
            self.count(endpoint, told.as_ref().map_or_else(KopisError::code, |_| "ok"));
            stored.and(ended)?;
            let error = match told {
                Ok(told) => return Ok(told),
                Err(error) => error,
            };
            if let Some(trouble) = lasting {
                return Err(Stop::Trouble(trouble, error.to_string()));
            }
            match &error {
                KopisError::Gone => {
                    tracing::warn!(
                        endpoint = endpoint.code(),
                        "KOPIS has no such endpoint; it is left out."
                    );
                    self.gone
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .insert(endpoint);
                    return Ok(Told::Nothing);
                }
                KopisError::Unreadable(_) => return Err(Stop::Trouble(Trouble::Failing, error.to_string())),
                KopisError::Passing(_) | KopisError::Page | KopisError::Refused(_) | KopisError::Rejected(_) => {}
            }
            let Some(pause) = retries.next() else {
                return Err(Stop::Trouble(Trouble::Failing, error.to_string()));
            };
            sleep(*pause).await;
        }
    }

    async fn ask(&self, asked: Asked<'_>) -> Result<Told, KopisError> {
        Ok(match asked {
            Asked::Bookings(day) => Told::Bookings(self.kopis.bookings(day).await?),
            Asked::Ranks(genre, day) => Told::Ranks(self.kopis.ranks(genre, day).await?),
            Asked::Shows(query, page) => {
                let (shows, rows) = self.kopis.shows(query, page).await?;
                Told::Shows(shows, rows)
            }
        })
    }

    /// Why nobody may call for now, where that is what came.
    fn lasting(&self, told: &Result<Told, KopisError>) -> Option<Trouble> {
        let pages = match told {
            Err(KopisError::Page) => self.pages.fetch_add(1, Ordering::Relaxed) + 1,
            _ => 0,
        };
        let is_unwanted = pages >= PAGES || matches!(told, Err(KopisError::Refused(_)));
        if pages == 0 || is_unwanted {
            self.pages.store(0, Ordering::Relaxed);
        }
        if is_unwanted {
            return Some(Trouble::Blocked(self.clock.now() + BLOCKED_FOR));
        }
        matches!(told, Err(KopisError::Rejected(_))).then_some(Trouble::KeyRejected)
    }

    /// Waits until a call may be made.
    async fn permitted(&self, waiting: Waiting) -> Result<(), Stop> {
        let patience = match waiting {
            Waiting::Run => RUN_PATIENCE,
            Waiting::Person => PERSON_PATIENCE,
        };
        let until = Instant::now() + patience;
        loop {
            let day = in_kst(self.clock.now()).date_naive();
            let terms = CallTerms {
                day,
                budget: self.terms.budget,
                pause: self.terms.pause,
                longest: LONGEST_CALL,
            };
            let refused = |trouble, why: &str| Err(Stop::Trouble(trouble, why.to_owned()));
            match self.store.ask(&terms).await? {
                CallGrant::Granted => return Ok(()),
                CallGrant::Wait(pause) if Instant::now() + pause <= until => sleep(pause).await,
                CallGrant::Wait(_) => return refused(Trouble::Failing, "KOPIS is asked by somebody else all the time"),
                CallGrant::BudgetUsed => {
                    return refused(Trouble::BudgetUsed(day), "the calls of this day are used up");
                }
                CallGrant::Blocked(at) => {
                    return refused(Trouble::Blocked(at), "KOPIS wants to be left alone for a day");
                }
                CallGrant::KeyRejected => return refused(Trouble::KeyRejected, "KOPIS does not know the key"),
            }
        }
    }

    /// Whether an endpoint is left out.
    pub(crate) fn is_gone(&self, endpoint: Endpoint) -> bool {
        self.gone
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&endpoint)
    }

    fn count(&self, endpoint: Endpoint, outcome: &'static str) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry((endpoint, outcome)).or_default() += 1;
    }
}
