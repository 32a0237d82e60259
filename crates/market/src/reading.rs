//! What is read when, and what of it is stored together: whatever came before KOPIS failed stays.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::{DateRange, shift};
use domain::market::{
    Genre, KopisId, MAX_PAGES, MAX_ROWS, Plan, Show, Sitting, Trouble, history, history_calls, windows,
};
use ports::driven::{MarketReading, ShowQuery};
use ports::driving::{MarketReader, ReadingError};

use crate::calls::{Asked, Calls, Told, Waiting};
use crate::{Market, Stop};

#[async_trait]
impl MarketReader for Market {
    async fn read(&self, sitting: Sitting) -> Result<(), ReadingError> {
        let Some(calls) = &self.calls else { return Ok(()) };
        let ended = self.sit(calls, sitting).await;
        let now = self.clock.now();
        match ended {
            Ok(()) => {
                self.store.ended(None, now).await?;
                tracing::info!(?sitting, "Read the market.");
                Ok(())
            }
            Err(Stop::Storage(error)) => Err(error.into()),
            Err(Stop::Trouble(trouble, why)) => {
                self.store.ended(Some(trouble), now).await?;
                match trouble {
                    Trouble::BudgetUsed(_) => {
                        tracing::info!("The calls to KOPIS of this day are used up; it goes on tomorrow.");
                        Ok(())
                    }
                    Trouble::Failing | Trouble::Blocked(_) | Trouble::KeyRejected => {
                        tracing::warn!(%why, "The market could not be read.");
                        Err(ReadingError::Market(why))
                    }
                }
            }
        }
    }
}

impl Market {
    /// Reads everything of a sitting. With it the first month of history is stored, so that whoever sees new figures finds ranks and
    /// openings to them, and the weeks that they are held against.
    async fn sit(&self, calls: &Calls, sitting: Sitting) -> Result<(), Stop> {
        let today = self.today();
        let plan = Plan::new(sitting, today);
        let genres = self.store.genres_in_use().await?;
        let mut reading = MarketReading::default();
        let mut ended = read_plan(calls, &plan, &genres, &mut reading).await;
        let days = if ended.is_ok() {
            self.days_of_history(today).await?
        } else {
            Vec::new()
        };
        // A month at a time, so that little is lost where it breaks off.
        let mut months = days.chunks(31);
        if let Some(month) = months.next() {
            ended = read_bookings(calls, month, &mut reading).await;
        }
        self.keep(&reading, ended).await?;
        for month in months {
            let mut reading = MarketReading::default();
            let ended = read_bookings(calls, month, &mut reading).await;
            self.keep(&reading, ended).await?;
        }
        Ok(())
    }

    /// Stores what came, also when more did not.
    async fn keep(&self, reading: &MarketReading, ended: Result<(), Stop>) -> Result<(), Stop> {
        if !reading.is_empty() {
            self.store.store(reading, self.clock.now()).await?;
        }
        ended
    }

    /// Days further back that are to be read, with what of the budget remains.
    async fn days_of_history(&self, today: NaiveDate) -> Result<Vec<NaiveDate>, Stop> {
        let first = shift(today, -i64::from(self.terms.history_days));
        let Some(range) = DateRange::new(first, shift(today, -1)) else {
            return Ok(Vec::new());
        };
        let asked = self.store.days_asked(range).await?;
        let used = self.store.counts(self.clock.now()).await?.calls_today;
        let most = history_calls(self.terms.budget.saturating_sub(used));
        Ok(history(today, self.terms.history_days, &asked, most))
    }
}

/// Reads what is planned into `reading`, where what came stays when more does not.
async fn read_plan(calls: &Calls, plan: &Plan, genres: &[Genre], reading: &mut MarketReading) -> Result<(), Stop> {
    read_bookings(calls, &plan.bookings, reading).await?;
    read_ranks(calls, &plan.ranks, genres, reading).await?;
    match plan.shows {
        Some(days) => read_shows(calls, days, genres, reading).await,
        None => Ok(()),
    }
}

async fn read_bookings(calls: &Calls, days: &[NaiveDate], reading: &mut MarketReading) -> Result<(), Stop> {
    for day in days {
        let Told::Bookings(told) = calls.call(Asked::Bookings(*day), Waiting::Run).await? else {
            return Ok(());
        };
        // A day on which nothing happened anywhere is one that KOPIS does not have yet.
        let is_there = told.iter().any(|one| !one.bookings.is_nothing());
        reading.bookings.push((*day, if is_there { told } else { Vec::new() }));
    }
    Ok(())
}

async fn read_ranks(
    calls: &Calls,
    days: &[NaiveDate],
    genres: &[Genre],
    reading: &mut MarketReading,
) -> Result<(), Stop> {
    for day in days {
        for genre in genres {
            let Told::Ranks(told) = calls.call(Asked::Ranks(genre, *day), Waiting::Run).await? else {
                return Ok(());
            };
            // Without a show there is no list yet.
            if !told.is_empty() {
                reading.ranks.push((genre.clone(), *day, told));
            }
        }
    }
    Ok(())
}

async fn read_shows(calls: &Calls, days: DateRange, genres: &[Genre], reading: &mut MarketReading) -> Result<(), Stop> {
    let mut found = BTreeMap::new();
    let mut ended = Ok(());
    'reading: for genre in genres {
        for days in windows(days) {
            let query = ShowQuery {
                days,
                genre: Some(genre.clone()),
                name: None,
            };
            ended = pages(calls, &query, &mut found, Waiting::Run, MAX_PAGES).await;
            if ended.is_err() {
                break 'reading;
            }
        }
    }
    reading.shows.extend(found.into_values());
    ended
}

/// All pages of a query, into what was found so far: until one is not full, or brings nothing new.
pub(crate) async fn pages(
    calls: &Calls,
    query: &ShowQuery,
    found: &mut BTreeMap<KopisId, Show>,
    waiting: Waiting,
    most: u32,
) -> Result<(), Stop> {
    let mut seen = BTreeSet::new();
    for page in 1..=most {
        let Told::Shows(shows, rows) = calls.call(Asked::Shows(query, page), waiting).await? else {
            return Ok(());
        };
        let before = seen.len();
        for show in shows {
            seen.insert(show.kopis_id.clone());
            found.insert(show.kopis_id.clone(), show);
        }
        if rows < MAX_ROWS || seen.len() == before {
            return Ok(());
        }
    }
    Ok(())
}
