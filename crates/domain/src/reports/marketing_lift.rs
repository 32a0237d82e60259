//! What the days of a campaign sold beyond what they would have: associated with it, never caused by it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::calendar::{DateRange, shift};
use crate::foresight::{DailySeats, KnownRun, Lift, NoForecast, NoLift, marketing_lift, ratio};
use crate::planning::NotesByMonday;
use crate::production::ProductionId;

/// `marketing-lift`: as of a day means with what was known at its close.
#[derive(Debug)]
pub struct MarketingLift;

impl Report for MarketingLift {
    const NAME: &'static str = "marketing-lift";
    const COVERS: Covers = Covers::All;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Figures;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        rows(figures, as_of)
    }
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    /// The productions in scope.
    pub items: Vec<Item>,
    /// Productions of the company that are over, to compare with.
    pub others: Vec<(ProductionId, KnownRun)>,
}

/// One production.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The production.
    pub production: ReportedProduction,
    /// Its run; `None` without a snapshot up to the day.
    pub known: Option<KnownRun>,
    /// What was planned for its weeks.
    pub notes: NotesByMonday,
}

/// The campaigns of one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Why nothing is known of its sales.
    pub reason: Option<NoForecast>,
    /// In order of time.
    pub campaigns: Vec<Campaign>,
}

/// Weeks in a row for which something was planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Campaign {
    /// Its days: whole weeks.
    pub days: DateRange,
    /// What was planned, of all its weeks.
    pub note: String,
    /// What its days sold beyond what they would have; `None` when there is nothing to compute.
    pub told: Option<Told>,
    /// Why nothing can be said; `None` where something can.
    pub cannot_tell: Option<NoLift>,
}

/// A lift as it is answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Seats beyond those that were to be expected, as a ratio.
    pub lift_ratio: Decimal,
    /// Low end of its interval.
    pub low_ratio: Decimal,
    /// High end of it.
    pub high_ratio: Decimal,
    /// Share of windows without a campaign that deviate as much, at least.
    pub chance_ratio: Decimal,
    /// Windows of the production itself that it was compared with.
    pub windows: i64,
    /// Smallest lift that would be found in four of five cases.
    pub minimum_detectable_ratio: Decimal,
}

impl From<Lift> for Told {
    fn from(lift: Lift) -> Self {
        Self {
            lift_ratio: ratio(lift.lift_ratio),
            low_ratio: ratio(lift.interval_ratio.0),
            high_ratio: ratio(lift.interval_ratio.1),
            chance_ratio: ratio(lift.p),
            windows: i64::try_from(lift.placebos).unwrap_or(i64::MAX),
            minimum_detectable_ratio: ratio(lift.minimum_detectable_ratio),
        }
    }
}

/// The word of a reason in answers.
pub fn word_of(reason: NoLift) -> &'static str {
    match reason {
        NoLift::Confounded => "confounded",
        NoLift::TooLong => "too_long",
        NoLift::UnknownDays => "unknown_days",
        NoLift::TooFewPlacebos => "too_few_windows",
        NoLift::NotClear => "not_clear",
    }
}

/// The rows of all productions.
pub fn rows(figures: Figures, as_of: NaiveDate) -> Vec<Row> {
    let others: BTreeMap<ProductionId, DailySeats> = figures
        .others
        .iter()
        .filter_map(|(id, known)| Some((*id, DailySeats::of(&known.run, as_of)?)))
        .collect();
    figures
        .items
        .into_iter()
        .map(|item| row(item, &others, as_of))
        .collect()
}

fn row(item: Item, others: &BTreeMap<ProductionId, DailySeats>, as_of: NaiveDate) -> Row {
    let Item {
        production,
        known,
        notes,
    } = item;
    let seats = known.as_ref().ok_or(NoForecast::NoSnapshot).and_then(|known| {
        // Records there are, so that only those before the sale start are without sales.
        DailySeats::of(&known.run, as_of).ok_or(NoForecast::NotOnSale)
    });
    let others: Vec<DailySeats> = others
        .iter()
        .filter(|(id, _)| **id != production.id)
        .map(|(_, seats)| seats.clone())
        .collect();
    let planned = campaigns(&notes);
    let all: Vec<DateRange> = planned.iter().map(|(days, _)| *days).collect();
    let judged = |(days, note): (DateRange, String)| {
        let meets: Vec<DateRange> = all.iter().copied().filter(|other| *other != days).collect();
        let lift = seats.as_ref().map_err(|_| NoLift::UnknownDays);
        let lift = lift.and_then(|seats| marketing_lift(seats, days, &meets, &others));
        Campaign {
            days,
            note,
            cannot_tell: lift.map_or_else(Some, |lift| lift.cannot_tell),
            told: lift.ok().map(Told::from),
        }
    };
    Row {
        production,
        reason: seats.as_ref().err().copied(),
        campaigns: planned.into_iter().map(judged).collect(),
    }
}

/// Weeks in a row with any note are one campaign.
fn campaigns(notes: &NotesByMonday) -> Vec<(DateRange, String)> {
    let mut found: Vec<(DateRange, String)> = Vec::new();
    for (monday, week) in notes.iter().filter(|(_, week)| !week.is_empty()) {
        let texts = [&week.sales_marketing, &week.promotion, &week.other];
        let text = texts
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" / ");
        let sunday = shift(*monday, 6);
        match found.last_mut() {
            Some((days, note)) if shift(days.last(), 1) == *monday => {
                *days = DateRange::new(days.first(), sunday).unwrap_or(*days);
                note.push_str(" / ");
                note.push_str(&text);
            }
            _ => found.extend(DateRange::new(*monday, sunday).map(|days| (days, text))),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::tests::{day, production};
    use super::*;
    use crate::calendar::kst_instant;
    use crate::foresight::{Holidays, Performance, Record, Run, Takings};
    use crate::planning::WeekNotes;

    /// Hundred days of sales that wander a little, with one week that sells three times as much.
    fn known() -> KnownRun {
        let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        let last = day("2026-12-31");
        let mut sold = 0;
        let records = day("2026-06-01").iter_days().zip(0_i64..120).map(|(day, number)| {
            let daily = 10 + (number * 7) % 5;
            sold += if (56..63).contains(&number) { 3 * daily } else { daily };
            Record {
                day,
                sold_seats: vec![sold],
                takings_krw: Takings::PerPerformance(Vec::new()),
                is_restated: false,
            }
        });
        let records = records.collect();
        let show = Performance::new(last, evening, 9_000, false, &Holidays::of_korea(&[]));
        KnownRun {
            run: Run::new(production(None).category, None, vec![show], records),
            starts_at: vec![kst_instant(last.and_time(evening))],
            break_even_krw: None,
        }
    }

    fn note(text: &str) -> WeekNotes {
        WeekNotes {
            promotion: Some(text.to_owned()),
            ..WeekNotes::default()
        }
    }

    #[test]
    fn weeks_in_a_row_are_one_campaign_and_a_clear_one_is_told() {
        let notes = NotesByMonday::from([
            (day("2026-06-01"), note("오픈")),
            (day("2026-07-27"), note("지하철 광고")),
            (day("2026-08-31"), note("가")),
            (day("2026-09-07"), note("나")),
            (day("2026-09-14"), WeekNotes::default()),
        ]);
        let item = Item {
            production: production(Some("2026-09-28")),
            known: Some(known()),
            notes,
        };
        let figures = Figures {
            items: vec![item],
            others: Vec::new(),
        };
        let [row] = rows(figures, day("2026-09-28")).try_into().unwrap();
        let [opening, week, two] = row.campaigns.try_into().unwrap();
        assert_eq!(opening.cannot_tell.map(word_of), Some("confounded"));
        assert_eq!((week.days.len_days(), week.cannot_tell), (7, None));
        let told = week.told.unwrap();
        assert!(
            told.low_ratio > Decimal::ZERO && told.low_ratio <= told.lift_ratio,
            "{told:?}"
        );
        assert_eq!((two.days.len_days(), two.note.as_str()), (14, "가 / 나"));
        assert!(two.cannot_tell.is_some());
    }

    #[test]
    fn without_sales_nothing_can_be_said() {
        let item = Item {
            production: production(None),
            known: None,
            notes: NotesByMonday::from([(day("2026-07-27"), note("지하철 광고"))]),
        };
        let figures = Figures {
            items: vec![item],
            others: Vec::new(),
        };
        let [row] = rows(figures, day("2026-09-28")).try_into().unwrap();
        assert_eq!(row.reason, Some(NoForecast::NoSnapshot));
        assert_eq!(row.campaigns[0].told, None);
        assert_eq!(row.campaigns[0].cannot_tell.map(word_of), Some("unknown_days"));
    }
}
