//! How the market went, genre by genre.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{AmountByDay, Asked, known_sum};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;
use crate::market::{ATTRIBUTION, Bookings, Genre, Standing};
use crate::reports::report::{Covers, Report};

/// `market/genres`.
#[derive(Debug)]
pub struct MarketGenres;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameters {
    /// Of which days.
    pub days: Asked,
    /// Of which genre; `None`: of all.
    pub genre: Option<Genre>,
}

/// The days that are read: those of the range, and as many before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The range.
    pub range: DateRange,
    /// As many days before.
    pub previous: DateRange,
}

impl Window {
    fn of(range: DateRange) -> Self {
        let last = shift(range.first(), -1);
        let previous = DateRange::new(shift(range.first(), -range.len_days()), last);
        Self {
            range,
            previous: previous.unwrap_or(range),
        }
    }
}

impl Report for MarketGenres {
    const NAME: &'static str = "market/genres";
    const COVERS: Covers = Covers::All;
    const SOURCE: Option<&'static str> = Some(ATTRIBUTION);
    type Parameters = Parameters;
    type Window = Option<Window>;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, parameters: &Self::Parameters) -> Self::Window {
        parameters.days.before(as_of).map(Window::of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, parameters: &Self::Parameters) -> Self::Answer {
        answer(figures, Self::window(as_of, parameters), parameters.genre.as_ref())
    }
}

/// What KOPIS told of one genre and day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The genre.
    pub genre: Genre,
    /// Day of purchase.
    pub day: NaiveDate,
    /// What was booked.
    pub bookings: Bookings,
    /// Whether it was corrected since it was read first.
    pub is_corrected: bool,
}

/// What is known, of the range and as many days before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How the market stands.
    pub standing: Standing,
    /// By day.
    pub told: Vec<Told>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How the market stands.
    pub standing: Standing,
    /// By the code of the genre.
    pub items: Vec<Item>,
    /// All genres together.
    pub overall: Sums,
}

/// One genre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub genre: Genre,
    /// The days that are known.
    pub days: Vec<Day>,
    /// Their sums.
    pub sums: Sums,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Day of purchase.
    pub day: NaiveDate,
    /// What was booked.
    pub bookings: Bookings,
    /// Whether it was corrected since it was read first.
    pub is_corrected: bool,
}

/// Sums of a range. Productions and performances of days do not add up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// Tickets that were booked; like the next ones unknown where no day is known.
    pub booked_tickets: Option<i64>,
    /// Tickets that were cancelled.
    pub cancelled_tickets: Option<i64>,
    /// Booked − cancelled.
    pub net_tickets: Option<i64>,
    /// Won.
    pub amount_krw: Option<i64>,
    /// Days of the range that are known.
    pub known_days: i64,
    /// Won ÷ net tickets.
    pub mean_ticket_price_krw: Option<i64>,
    /// Cancelled ÷ booked.
    pub cancellation_ratio: Option<Decimal>,
    /// Won ÷ that of all genres.
    pub amount_share: Option<Decimal>,
    /// Won of as many days before; unknown when one of them is.
    pub previous_amount_krw: Option<i64>,
    /// Won ÷ that − 1; unknown when a day of either range is.
    pub change_ratio: Option<Decimal>,
}

/// All days of one genre, or of all.
#[derive(Default)]
struct Collected {
    days: BTreeMap<NaiveDate, Bookings>,
}

impl Collected {
    fn add(&mut self, told: &Told) {
        let sum = self.days.entry(told.day).or_default();
        let of = told.bookings;
        sum.booked_tickets += of.booked_tickets;
        sum.cancelled_tickets += of.cancelled_tickets;
        sum.net_tickets += of.net_tickets;
        sum.amount_krw += of.amount_krw;
    }

    /// `all_krw`: what all genres sold in the range.
    fn sums(&self, window: Window, all_krw: Option<i64>) -> Sums {
        let days = self.days.range(window.range.first()..=window.range.last());
        let (mut known, mut sum) = (0, Bookings::default());
        for (_, of) in days {
            known += 1;
            sum.booked_tickets += of.booked_tickets;
            sum.cancelled_tickets += of.cancelled_tickets;
            sum.net_tickets += of.net_tickets;
            sum.amount_krw += of.amount_krw;
        }
        let told = |figure: i64| (known > 0).then_some(figure);
        let amounts: AmountByDay = self.days.iter().map(|(day, of)| (*day, of.amount_krw)).collect();
        let previous = known_sum(&amounts, window.previous);
        let ratio = |part: i64, whole: i64| Some(Fraction::from(part).over(whole)?.round_ratio());
        let change = |previous: i64| {
            let now = known_sum(&amounts, window.range)?;
            Some((Fraction::from(now).over(previous)? - Fraction::ONE).round_ratio())
        };
        Sums {
            booked_tickets: told(sum.booked_tickets),
            cancelled_tickets: told(sum.cancelled_tickets),
            net_tickets: told(sum.net_tickets),
            amount_krw: told(sum.amount_krw),
            known_days: known,
            mean_ticket_price_krw: Fraction::from(sum.amount_krw)
                .over(sum.net_tickets)
                .map(Fraction::round_whole),
            cancellation_ratio: ratio(sum.cancelled_tickets, sum.booked_tickets),
            amount_share: told(sum.amount_krw).zip(all_krw).and_then(|(own, all)| ratio(own, all)),
            previous_amount_krw: previous,
            change_ratio: previous.and_then(change),
        }
    }
}

/// The answer for these days.
pub fn answer(figures: Figures, window: Option<Window>, genre: Option<&Genre>) -> Answer {
    let Figures { standing, told } = figures;
    let Some(window) = window else {
        return Answer {
            standing,
            items: Vec::new(),
            overall: Sums::default(),
        };
    };
    let mut all = Collected::default();
    let mut by_genre: BTreeMap<Genre, (Collected, Vec<Day>)> = BTreeMap::new();
    for one in told {
        all.add(&one);
        let (collected, days) = by_genre.entry(one.genre.clone()).or_default();
        collected.add(&one);
        if window.range.contains(one.day) {
            days.push(Day {
                day: one.day,
                bookings: one.bookings,
                is_corrected: one.is_corrected,
            });
        }
    }
    let overall = all.sums(window, None);
    let all_krw = overall.amount_krw;
    let items = by_genre
        .into_iter()
        .filter(|(known, (_, days))| !days.is_empty() && genre.is_none_or(|wanted| wanted == known))
        .map(|(genre, (collected, mut days))| {
            days.sort_by_key(|day| day.day);
            Item {
                sums: collected.sums(window, all_krw),
                genre,
                days,
            }
        });
    Answer {
        standing,
        items: items.collect(),
        overall: Sums {
            amount_share: all_krw.filter(|all| *all != 0).map(|_| Decimal::ONE),
            ..overall
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::{day, decimal};
    use super::*;

    fn told(genre: &str, on: &str, net: i64, krw: i64) -> Told {
        Told {
            genre: Genre::known(genre).unwrap(),
            day: day(on),
            bookings: Bookings {
                productions: 3,
                performances: 4,
                booked_tickets: net + 10,
                cancelled_tickets: 10,
                net_tickets: net,
                amount_krw: krw,
            },
            is_corrected: false,
        }
    }

    fn asked(from: &str, to: &str) -> Parameters {
        Parameters {
            days: Asked {
                from: Some(day(from)),
                to: Some(day(to)),
            },
            genre: None,
        }
    }

    fn answered(told: Vec<Told>, parameters: &Parameters) -> Answer {
        let figures = Figures {
            standing: Standing::default(),
            told,
        };
        MarketGenres::answer(figures, day("2026-11-30"), parameters)
    }

    #[test]
    fn sums_are_of_the_range_and_the_change_of_as_many_days_before() {
        let rows = vec![
            told("GGGA", "2026-11-01", 90, 900),
            told("GGGA", "2026-11-02", 110, 1_100),
            told("GGGA", "2026-11-03", 50, 1_500),
            told("GGGA", "2026-11-04", 50, 1_000),
            told("AAAA", "2026-11-04", 100, 2_500),
        ];
        let answer = answered(rows, &asked("2026-11-03", "2026-11-04"));
        let [play, musical] = &answer.items[..] else { panic!() };
        assert_eq!((play.genre.code(), musical.genre.code()), ("AAAA", "GGGA"));
        let sums = &musical.sums;
        assert_eq!(
            (sums.net_tickets, sums.amount_krw, sums.known_days),
            (Some(100), Some(2_500), 2)
        );
        assert_eq!(
            (sums.mean_ticket_price_krw, sums.cancellation_ratio),
            (Some(25), Some(decimal("0.1667")))
        );
        assert_eq!(
            (sums.previous_amount_krw, sums.change_ratio),
            (Some(2_000), Some(decimal("0.25")))
        );
        assert_eq!(sums.amount_share, Some(decimal("0.5")));
        assert_eq!(
            (
                play.sums.known_days,
                play.sums.previous_amount_krw,
                play.sums.change_ratio
            ),
            (1, None, None)
        );
        assert_eq!(
            (answer.overall.amount_krw, answer.overall.amount_share),
            (Some(5_000), Some(Decimal::ONE))
        );
    }

    #[test]
    fn what_nobody_knows_is_unknown() {
        let answer = answered(Vec::new(), &asked("2026-11-03", "2026-11-04"));
        assert_eq!((answer.items.len(), answer.overall), (0, Sums::default()));
        let later = answered(
            vec![told("GGGA", "2026-11-29", 1, 1)],
            &Parameters {
                days: Asked {
                    from: Some(day("2026-12-05")),
                    to: None,
                },
                genre: None,
            },
        );
        assert_eq!(later.items.len(), 0);
    }

    #[test]
    fn one_genre_keeps_its_share_of_all() {
        let rows = vec![told("GGGA", "2026-11-29", 1, 100), told("AAAA", "2026-11-29", 1, 300)];
        let parameters = Parameters {
            genre: Genre::known("GGGA"),
            ..Parameters::default()
        };
        let answer = answered(rows, &parameters);
        assert_eq!(answer.items.len(), 1);
        assert_eq!(answer.items[0].sums.amount_share, Some(decimal("0.25")));
    }
}
