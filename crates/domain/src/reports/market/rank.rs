//! Where one's productions stand in KOPIS's lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Asked;
use crate::calendar::{DateRange, shift};
use crate::market::{ATTRIBUTION, Genre, KopisId, RankedShow, Standing};
use crate::production::ProductionCode;
use crate::reports::ReportedProduction;
use crate::reports::report::{Covers, Report};

/// `market/rank`.
#[derive(Debug)]
pub struct MarketRank;

impl Report for MarketRank {
    const NAME: &'static str = "market/rank";
    const COVERS: Covers = Covers::All;
    const SOURCE: Option<&'static str> = Some(ATTRIBUTION);
    type Parameters = Asked;
    type Window = Option<DateRange>;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, asked: &Self::Parameters) -> Self::Window {
        asked.before(as_of)
    }

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        answer(figures)
    }
}

/// A production with the shows that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The production.
    pub production: ReportedProduction,
    /// The shows that somebody says it is.
    pub kopis_ids: Vec<String>,
    /// Its genre.
    pub genre: Genre,
    /// The best rank of its shows by day, of days on which one is in the list.
    pub ranks: BTreeMap<NaiveDate, i64>,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How the market stands.
    pub standing: Standing,
    /// The productions in scope.
    pub productions: Vec<Matched>,
    /// The days of the range whose list was read, by genre.
    pub days_read: BTreeMap<Genre, Vec<NaiveDate>>,
    /// Of each genre in use the list of its latest day in the range.
    pub top: Vec<Top>,
}

/// The list of a genre and a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Top {
    /// The genre.
    pub genre: Genre,
    /// The day.
    pub day: NaiveDate,
    /// By rank.
    pub shows: Vec<TopShow>,
}

/// A show of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopShow {
    /// As KOPIS tells it.
    pub show: RankedShow,
    /// The production that it is, where the caller sees it.
    pub production_code: Option<ProductionCode>,
}

/// Why a production has no ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRank {
    /// Nobody says which show it is.
    NotMatched,
    /// No list of its genre was read.
    NoMarket,
}

impl NoRank {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotMatched => "not_matched",
            Self::NoMarket => "no_market",
        }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How the market stands.
    pub standing: Standing,
    /// By code.
    pub items: Vec<Row>,
    /// By genre.
    pub top: Vec<Top>,
}

/// The ranks of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// The shows that it is.
    pub kopis_ids: Vec<String>,
    /// Its genre.
    pub genre: Genre,
    /// Each day whose list was read, with the best rank; `None`: not in the list.
    pub days: Vec<(NaiveDate, Option<i64>)>,
    /// The newest of them.
    pub latest_day: Option<NaiveDate>,
    /// Its rank.
    pub latest_rank: Option<i64>,
    /// The best of all days.
    pub best_rank: Option<i64>,
    /// The rank of the day before − the latest: above 0 it went up.
    pub rank_change: Option<i64>,
    /// Why there are no ranks.
    pub reason: Option<NoRank>,
}

/// The answer from these figures.
pub fn answer(figures: Figures) -> Answer {
    let Figures {
        standing,
        productions,
        days_read,
        top,
    } = figures;
    let none = Vec::new();
    let rows = productions.into_iter().map(|one| {
        let days = days_read.get(&one.genre).filter(|_| standing.is_on());
        row(one, days.unwrap_or(&none))
    });
    Answer {
        standing,
        items: rows.collect(),
        top,
    }
}

fn row(matched: Matched, days_read: &[NaiveDate]) -> Row {
    let Matched {
        production,
        kopis_ids,
        genre,
        ranks,
    } = matched;
    let reason = if kopis_ids.is_empty() {
        Some(NoRank::NotMatched)
    } else if days_read.is_empty() {
        Some(NoRank::NoMarket)
    } else {
        None
    };
    let days_read = if reason.is_none() { days_read } else { &[] };
    let days: Vec<_> = days_read.iter().map(|day| (*day, ranks.get(day).copied())).collect();
    let latest = days.last().copied();
    let before = latest.and_then(|(day, _)| {
        let before = shift(day, -1);
        days.iter()
            .find(|(known, _)| *known == before)
            .and_then(|(_, rank)| *rank)
    });
    let latest_rank = latest.and_then(|(_, rank)| rank);
    Row {
        production,
        kopis_ids,
        genre,
        latest_day: latest.map(|(day, _)| day),
        latest_rank,
        best_rank: days.iter().filter_map(|(_, rank)| *rank).min(),
        rank_change: before.zip(latest_rank).map(|(before, now)| before - now),
        days,
        reason,
    }
}

/// The best rank of each day among these shows.
pub fn best_by_day(ranked: impl IntoIterator<Item = (NaiveDate, i64)>) -> BTreeMap<NaiveDate, i64> {
    let mut best = BTreeMap::new();
    for (day, rank) in ranked {
        let known = best.entry(day).or_insert(rank);
        *known = rank.min(*known);
    }
    best
}

/// Texts of identities, as they are answered.
pub fn texts(ids: &[KopisId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::{day, production};
    use super::*;
    use crate::market::{Known, Standing};

    fn figures(ids: &[&str], ranks: &[(&str, i64)], read: &[&str]) -> Figures {
        let genre = Genre::known("GGGA").unwrap();
        Figures {
            standing: Standing::new(
                Known {
                    is_on: true,
                    ..Known::default()
                },
                "2026-11-30T00:00:00Z".parse().unwrap(),
            ),
            productions: vec![Matched {
                production: production(Some("2026-11-29")),
                kopis_ids: ids.iter().map(|id| (*id).to_owned()).collect(),
                genre: genre.clone(),
                ranks: best_by_day(ranks.iter().map(|(on, rank)| (day(on), *rank))),
            }],
            days_read: [(genre, read.iter().map(|on| day(on)).collect())].into(),
            top: Vec::new(),
        }
    }

    #[test]
    fn the_best_of_its_shows_counts_and_a_day_without_is_null() {
        let ranks = [("2026-11-28", 9), ("2026-11-28", 7), ("2026-11-29", 4)];
        let read = ["2026-11-27", "2026-11-28", "2026-11-29"];
        let row = answer(figures(&["PF1", "PF2"], &ranks, &read)).items.remove(0);
        let told: Vec<_> = row.days.iter().map(|(_, rank)| *rank).collect();
        assert_eq!(told, [None, Some(7), Some(4)]);
        assert_eq!(
            (row.latest_rank, row.best_rank, row.rank_change, row.reason),
            (Some(4), Some(4), Some(3), None)
        );
    }

    #[test]
    fn a_change_needs_the_day_before() {
        let ranks = [("2026-11-27", 9), ("2026-11-29", 4)];
        let row = answer(figures(&["PF1"], &ranks, &["2026-11-27", "2026-11-29"]))
            .items
            .remove(0);
        assert_eq!((row.latest_day, row.rank_change), (Some(day("2026-11-29")), None));
    }

    #[test]
    fn reasons_come_in_their_order() {
        let reason = |figures| answer(figures).items.remove(0).reason;
        assert_eq!(reason(figures(&[], &[], &[])), Some(NoRank::NotMatched));
        assert_eq!(reason(figures(&["PF1"], &[], &[])), Some(NoRank::NoMarket));
        let off = Figures {
            standing: Standing::default(),
            ..figures(&["PF1"], &[("2026-11-29", 1)], &["2026-11-29"])
        };
        assert_eq!(reason(off), Some(NoRank::NoMarket));
        assert_eq!(reason(figures(&["PF1"], &[], &["2026-11-29"])), None);
    }
}
