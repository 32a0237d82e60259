//! Productions, plans and uploads as plain lists, from which the naive reports are computed.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use serde_json::Value;

use super::exact::{Exact, Figure, count, divided, of_json, whole};

/// All that a server was told.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) productions: Vec<Production>,
    /// The company's notes, by `2026-11`.
    pub(super) monthly_notes: BTreeMap<String, String>,
}

/// A production as staff entered it, and what was uploaded for it.
#[derive(Debug)]
pub(super) struct Production {
    /// The server's; none where there is no server.
    pub(super) id: Option<String>,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) category: String,
    pub(super) active: bool,
    pub(super) run_start: Option<NaiveDate>,
    pub(super) run_end: Option<NaiveDate>,
    pub(super) sale_start: Option<NaiveDate>,
    pub(super) preview_end: Option<NaiveDate>,
    pub(super) sale_end: Option<NaiveDate>,
    pub(super) target_share: Figure,
    pub(super) break_even_krw: Figure,
    pub(super) seats_per_performance: Figure,
    pub(super) seat_inventory: Option<BTreeMap<String, i64>>,
    /// Those that were entered; every other day of sale has 0.
    pub(super) targets: BTreeMap<NaiveDate, i64>,
    /// By the Monday of the calendar week.
    pub(super) notes: BTreeMap<NaiveDate, Notes>,
    /// In the order in which they were accepted.
    pub(super) uploads: Vec<Upload>,
}

/// Notes on one week; null where there is none.
#[derive(Debug, Default, Clone)]
pub(super) struct Notes {
    pub(super) sales_marketing: Value,
    pub(super) promotion: Value,
    pub(super) other: Value,
}

/// One workbook that was accepted.
#[derive(Debug)]
pub(super) struct Upload {
    pub(super) record_date: NaiveDate,
    pub(super) file_name: String,
    /// It had errors, or was withdrawn.
    pub(super) is_void: bool,
    pub(super) snapshot: Snapshot,
}

/// What a workbook says.
#[derive(Debug, Default, Clone)]
pub(super) struct Snapshot {
    /// In order of time.
    pub(super) days: Vec<SaleDay>,
    /// In order of time.
    pub(super) performances: Vec<Performance>,
}

/// One sale day.
#[derive(Debug, Clone)]
pub(super) struct SaleDay {
    pub(super) date: NaiveDate,
    pub(super) seats: i64,
    pub(super) complimentary_seats: i64,
    pub(super) revenue_krw: i64,
}

/// One performance; those of concerts have neither revenue nor shares.
#[derive(Debug, Clone)]
pub(super) struct Performance {
    pub(super) starts_at: NaiveDateTime,
    pub(super) cast: Vec<String>,
    pub(super) paid_seats: i64,
    pub(super) complimentary_seats: i64,
    pub(super) paid_seats_by_grade: BTreeMap<String, i64>,
    pub(super) complimentary_seats_by_grade: BTreeMap<String, i64>,
    pub(super) revenue_krw: i64,
    pub(super) deposit_share: Exact,
    pub(super) paid_share: Exact,
    pub(super) complimentary_share: Exact,
}

impl Performance {
    pub(super) fn day(&self) -> NaiveDate {
        self.starts_at.date()
    }

    pub(super) fn occupancy(&self) -> Exact {
        &self.paid_share + &self.complimentary_share
    }
}

impl World {
    /// A world without uploads, from the bodies by which it is entered.
    pub(super) fn planned(productions: &[Plan], monthly_notes: &Value) -> Self {
        let notes = monthly_notes.as_array().unwrap().iter();
        Self {
            productions: productions.iter().map(Production::planned).collect(),
            monthly_notes: notes.map(|note| (text(&note["month"]), text(&note["note"]))).collect(),
        }
    }
}

/// The bodies by which a production is entered.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) fields: Value,
    /// `[{date, targetKrw}]`
    pub(super) targets: Value,
    /// `[{weekStart, salesMarketing, promotion, other}]`
    pub(super) marketing_weeks: Value,
}

impl Production {
    fn planned(plan: &Plan) -> Self {
        let fields = &plan.fields;
        let number = |name: &str| fields[name].as_number().map(of_json);
        let day = |name: &str| fields[name].is_string().then(|| day(&fields[name]));
        let inventory = fields["seatInventory"].as_object();
        let target = |target: &Value| (self::day(&target["date"]), target["targetKrw"].as_i64().unwrap());
        let week = |week: &Value| {
            let notes = Notes {
                sales_marketing: week["salesMarketing"].clone(),
                promotion: week["promotion"].clone(),
                other: week["other"].clone(),
            };
            (monday(self::day(&week["weekStart"])), notes)
        };
        Self {
            id: None,
            code: text(&fields["code"]),
            name: text(&fields["name"]),
            category: text(&fields["category"]),
            active: fields["active"].as_bool().unwrap(),
            run_start: day("runStart"),
            run_end: day("runEnd"),
            sale_start: day("saleStart"),
            preview_end: day("previewEnd"),
            sale_end: day("saleEnd"),
            target_share: number("targetShare"),
            break_even_krw: number("breakEvenKrw"),
            seats_per_performance: number("seatsPerPerformance"),
            seat_inventory: inventory.map(|seats| {
                seats
                    .iter()
                    .map(|(grade, seats)| (grade.clone(), seats.as_i64().unwrap()))
                    .collect()
            }),
            targets: plan.targets.as_array().unwrap().iter().map(target).collect(),
            notes: plan.marketing_weeks.as_array().unwrap().iter().map(week).collect(),
            uploads: Vec::new(),
        }
    }

    pub(super) fn is_play(&self) -> bool {
        self.category == "play" || self.category == "musical"
    }

    /// The upload of this record date that counts: the last accepted.
    pub(super) fn live(&self, record_date: NaiveDate) -> Option<&Upload> {
        let mut latest_first = self.uploads.iter().rev();
        latest_first.find(|upload| upload.record_date == record_date && !upload.is_void)
    }

    fn current(&self) -> Option<&Upload> {
        let dates = self.uploads.iter().filter(|upload| !upload.is_void);
        self.live(dates.map(|upload| upload.record_date).max()?)
    }

    pub(super) fn record_date(&self) -> Option<NaiveDate> {
        self.current().map(|upload| upload.record_date)
    }

    /// Daily rows of the current snapshot.
    pub(super) fn days(&self) -> &[SaleDay] {
        self.current().map_or(&[], |upload| &upload.snapshot.days)
    }

    /// Performances of the current snapshot.
    pub(super) fn performances(&self) -> &[Performance] {
        self.current().map_or(&[], |upload| &upload.snapshot.performances)
    }

    /// Those of some days.
    pub(super) fn shows(&self, first: NaiveDate, last: NaiveDate) -> Vec<&Performance> {
        let all = self.performances().iter();
        all.filter(|show| first <= show.day() && show.day() <= last).collect()
    }

    /// Sales of a period: unknown when it begins after the record date.
    pub(super) fn sales(&self, first: NaiveDate, last: NaiveDate) -> Figure {
        let is_unknown = self.record_date().is_some_and(|record_date| record_date < first);
        let sold = self.days().iter().filter(|row| first <= row.date && row.date <= last);
        (!is_unknown).then(|| sold.map(|row| whole(row.revenue_krw)).sum())
    }

    /// Whether there is a snapshot that reaches this day.
    pub(super) fn knows(&self, day: NaiveDate) -> bool {
        self.record_date().is_some_and(|record_date| day <= record_date)
    }

    /// Sales of a period as they stand in sums over productions: unknown without snapshot, too.
    pub(super) fn known_sales(&self, first: NaiveDate, last: NaiveDate) -> Figure {
        self.sales(first, last).filter(|_| self.knows(first))
    }

    /// Sales of all days.
    pub(super) fn all_sales(&self) -> Exact {
        self.days().iter().map(|row| whole(row.revenue_krw)).sum()
    }

    pub(super) fn target(&self, first: NaiveDate, last: NaiveDate) -> Exact {
        self.targets.range(first..=last).map(|(_, krw)| whole(*krw)).sum()
    }

    /// Targets of those days of a period that the snapshot reaches: unknown where it reaches none.
    pub(super) fn due_target(&self, first: NaiveDate, last: NaiveDate) -> Figure {
        let record_date = self.record_date().filter(|_| self.knows(first))?;
        Some(self.target(first, last.min(record_date)))
    }

    /// Whether sales can be compared with targets at all.
    pub(super) fn has_targets(&self) -> bool {
        self.targets.values().any(|krw| *krw != 0)
    }

    pub(super) fn all_targets(&self) -> Exact {
        self.targets.values().map(|krw| whole(*krw)).sum()
    }

    /// First and last day of sale, where both are known.
    pub(super) fn sale(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.sale_start.zip(self.sale_end)
    }

    pub(super) fn is_on_sale(&self, day: NaiveDate) -> bool {
        let has_begun = self.sale_start.is_some_and(|first| first <= day);
        has_begun && self.sale_end.is_none_or(|last| day <= last)
    }

    /// Seats of one performance of a concert, all grades together; an inventory without a grade is none.
    pub(super) fn inventory(&self) -> Figure {
        let seats = self.seat_inventory.as_ref().filter(|seats| !seats.is_empty())?;
        Some(seats.values().map(|seats| whole(*seats)).sum())
    }

    /// Performances that there are, and one when none is known of.
    pub(super) fn houses(&self) -> Exact {
        count(self.performances()).max(whole(1))
    }

    /// Paid and complimentary share of the house. Workbooks of concerts have none, so that the inventory tells.
    pub(super) fn shares(&self, show: &Performance) -> (Figure, Figure) {
        if self.is_play() {
            return (Some(show.paid_share.clone()), Some(show.complimentary_share.clone()));
        }
        let share = |seats: i64| divided(&Some(whole(seats)), &self.inventory());
        (share(show.paid_seats), share(show.complimentary_seats))
    }

    /// Both shares together.
    pub(super) fn occupancy(&self, show: &Performance) -> Figure {
        let (paid, complimentary) = self.shares(show);
        Some(paid? + complimentary?)
    }

    /// Notes on the calendar week of this day.
    pub(super) fn notes(&self, day: NaiveDate) -> Notes {
        self.notes.get(&monday(day)).cloned().unwrap_or_default()
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// A day so many days later.
pub(super) fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    day + chrono::TimeDelta::days(days)
}

/// The first day of a day's month.
pub(super) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap()
}

/// The last day of a day's month.
pub(super) fn last_of_month(day: NaiveDate) -> NaiveDate {
    shift(first_of_month(day) + Months::new(1), -1)
}

/// `2026-11`
pub(super) fn month(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The day that a JSON text names.
pub(super) fn day(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}
