//! Which shows productions are: people say it, and are helped.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::calendar::{DateRange, shift};
use domain::market::matching::{Own, suggest};
use domain::market::{Genre, KopisId, windows};
use domain::production::ProductionId;
use ports::actor::Edit;
use ports::driven::{Endpoint, MarketReading, Match, ShowQuery};
use ports::driving::{DeskError, MarketDesk, MarketFigures, Suggestions};
use ports::retry::retried;

use crate::calls::{Calls, Waiting};
use crate::reading::pages;
use crate::{Market, Stop};

/// How long the outcome of a search is remembered.
const REMEMBERED_FOR: TimeDelta = TimeDelta::hours(24);
/// Searches that are remembered at most.
const MAX_SEARCHES: usize = 1_000;
/// Windows of a run that a name is looked for in.
const SEARCH_WINDOWS: usize = 3;
/// Pages of each.
const SEARCH_PAGES: u32 = 2;
/// Longest name that is looked for, in characters.
const SEARCH_CHARS: usize = 60;
/// Stored shows that are compared at most.
const MAX_CANDIDATES: usize = 2_000;
/// What people put before the name of a show, and KOPIS does not.
const KINDS: [&str; 4] = ["뮤지컬", "연극", "콘서트", "음악극"];

/// A name, and the day from which shows were looked for.
type Search = (String, NaiveDate);
/// When that was, and what was found.
type Found = (DateTime<Utc>, Vec<KopisId>);

/// What was looked for lately, and found.
#[derive(Default)]
pub(crate) struct Searches(Mutex<HashMap<Search, Found>>);

impl Searches {
    fn find(&self, name: &str, first: NaiveDate, now: DateTime<Utc>) -> Option<Vec<KopisId>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, ids) = known.get(&(name.to_owned(), first))?;
        (now < *at + REMEMBERED_FOR).then(|| ids.clone())
    }

    fn remember(&self, name: &str, first: NaiveDate, now: DateTime<Utc>, ids: &[KopisId]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (at, _)| now < *at + REMEMBERED_FOR);
        if known.len() < MAX_SEARCHES {
            known.insert((name.to_owned(), first), (now, ids.to_vec()));
        }
    }
}

/// What KOPIS is asked by: the name without what stands in brackets, and without the kind before it.
fn searched(name: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for letter in name.chars() {
        match letter {
            '[' | '(' | '［' | '（' | '〈' | '<' => depth += 1,
            ']' | ')' | '］' | '）' | '〉' | '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let plain = if plain.trim().is_empty() { name } else { &plain };
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && KINDS.contains(&words[0]) {
        words.remove(0);
    }
    words.join(" ").chars().take(SEARCH_CHARS).collect()
}

impl Market {
    /// The days that a production is looked for in.
    fn searched_days(&self, own: &Own) -> DateRange {
        let today = self.today();
        own.run.unwrap_or_else(|| {
            DateRange::new(shift(today, -31), shift(today, 92)).expect("a range around today has days")
        })
    }

    /// What KOPIS finds by the name; `None` where it could not be asked.
    async fn by_name(&self, own: &Own, days: DateRange) -> Result<Option<Vec<KopisId>>, DeskError> {
        let Some(calls) = &self.calls else { return Ok(None) };
        let (name, now) = (searched(&own.name), self.clock.now());
        if let Some(ids) = self.searches.find(&name, days.first(), now) {
            return Ok(Some(ids));
        }
        match self.search(calls, &name, days).await {
            Ok(_) if calls.is_gone(Endpoint::Shows) => Ok(None),
            Ok(ids) => {
                self.searches.remember(&name, days.first(), now, &ids);
                Ok(Some(ids))
            }
            Err(Stop::Storage(error)) => Err(error.into()),
            Err(Stop::Trouble(_, why)) => {
                tracing::warn!(%why, "Shows could not be looked for by name.");
                Ok(None)
            }
        }
    }

    async fn search(&self, calls: &Calls, name: &str, days: DateRange) -> Result<Vec<KopisId>, Stop> {
        let mut found = BTreeMap::new();
        for days in windows(days).take(SEARCH_WINDOWS) {
            let query = ShowQuery {
                days,
                genre: None,
                name: Some(name.to_owned()),
            };
            pages(calls, &query, &mut found, Waiting::Person, SEARCH_PAGES).await?;
        }
        let ids = found.keys().cloned().collect();
        if !found.is_empty() {
            let reading = MarketReading {
                shows: found.into_values().collect(),
                ..MarketReading::default()
            };
            self.store.store(&reading, self.clock.now()).await?;
        }
        Ok(ids)
    }
}

#[async_trait]
impl MarketDesk for Market {
    async fn find(&self, production: ProductionId) -> Result<Match, DeskError> {
        let found = self.store.find_match(production).await?;
        found.ok_or(DeskError::UnknownProduction)
    }

    async fn set(
        &self,
        production: ProductionId,
        kopis_ids: Vec<KopisId>,
        genre: Genre,
        edit: &Edit,
    ) -> Result<Match, DeskError> {
        let set = || async {
            let now = self.clock.now();
            let set = self.store.set_match(production, &kopis_ids, &genre, now, edit).await?;
            Ok::<_, DeskError>(set)
        };
        retried(set).await
    }

    async fn suggest(&self, production: ProductionId) -> Result<Suggestions, DeskError> {
        let own = self.store.own(production).await?;
        let own = own.ok_or(DeskError::UnknownProduction)?;
        let days = self.searched_days(&own);
        let named = self.by_name(&own, days).await?;
        let ids = named.as_deref().unwrap_or_default();
        let shows = self.store.candidates(ids, &own.genre, days, MAX_CANDIDATES).await?;
        Ok(Suggestions {
            suggestions: suggest(&own, shows),
            is_complete: named.is_some(),
        })
    }

    async fn figures(&self) -> MarketFigures {
        let Some(calls) = &self.calls else {
            return MarketFigures::default();
        };
        let counts = self.store.counts(self.clock.now()).await.ok();
        MarketFigures {
            requests: calls.counts(),
            budget_left: counts.map(|counts| self.terms.budget.saturating_sub(counts.calls_today)),
            through: counts.and_then(|counts| counts.standing.through),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::searched;

    #[test]
    fn a_name_is_looked_for_without_what_people_put_around_it() {
        assert_eq!(searched("뮤지컬 달빛 정원"), "달빛 정원");
        assert_eq!(searched("달빛 정원 [서울] (시즌 2)"), "달빛 정원");
        assert_eq!(searched("달빛 정원（시즌 2）"), "달빛 정원");
        assert_eq!(searched("뮤지컬"), "뮤지컬");
        assert_eq!(searched("(가)"), "(가)");
        assert_eq!(searched(&"가".repeat(100)).chars().count(), 60);
    }
}
