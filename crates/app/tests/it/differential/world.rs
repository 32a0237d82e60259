//! Productions, plans and uploads as plain lists, from which the naive reports are computed.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use sample_data::world::buyers::BuyersClass;
use serde_json::Value;

use super::exact::{Exact, Figure, count, divided, of_json, whole};
use super::market::Market;

/// All that a server was told.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) productions: Vec<Production>,
    /// The company's notes, by `2026-11`.
    pub(super) monthly_notes: BTreeMap<String, String>,
    /// What KOPIS told.
    pub(super) market: Market,
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
    /// In the order in which they are shown.
    pub(super) seat_grades: Vec<SeatGrade>,
    pub(super) target_krw: Figure,
    pub(super) cost_krw: Figure,
    /// `booked` or `deposited`
    pub(super) revenue_basis: String,
    /// Those that were entered; every other day of sale has 0.
    pub(super) targets: BTreeMap<NaiveDate, i64>,
    /// By the Monday of the calendar week.
    pub(super) notes: BTreeMap<NaiveDate, Notes>,
    /// By first day, last day and identity.
    pub(super) campaigns: Vec<Campaign>,
    /// In the order in which they were accepted.
    pub(super) uploads: Vec<Upload>,
    /// Reports on its buyers, in the order in which they were accepted.
    pub(super) reports: Vec<BuyersReport>,
}

/// One report on buyers that was accepted.
#[derive(Debug, Clone)]
pub(super) struct BuyersReport {
    pub(super) record_date: NaiveDate,
    /// It had errors, or was withdrawn.
    pub(super) is_void: bool,
    /// As in the sheet.
    pub(super) classes: Vec<BuyersClass>,
}

/// A seat grade as staff entered it.
#[derive(Debug, Clone)]
pub(super) struct SeatGrade {
    pub(super) grade: String,
    pub(super) label: Option<String>,
    pub(super) price_krw: Option<i64>,
    /// Of one performance.
    pub(super) seats: Option<i64>,
}

/// A campaign as it was entered.
#[derive(Debug)]
pub(super) struct Campaign {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// What `marketing-effect` tells of it.
    pub(super) told: Value,
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
    /// What only workbooks without markers say.
    pub(super) is_labelled: bool,
    /// It has no sheet of sale days.
    pub(super) lacks_days: bool,
    /// By code.
    pub(super) agencies: Vec<Agency>,
}

/// A ticket agency of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Agency {
    pub(super) code: String,
    pub(super) name: String,
    /// Seats and won by sale day, where the workbook tells it.
    pub(super) days: Option<BTreeMap<NaiveDate, (i64, i64)>>,
    /// By start of performances, where the workbook tells it.
    pub(super) shows: Option<BTreeMap<NaiveDateTime, AgencyShow>>,
}

/// What an agency sold of a performance.
#[derive(Debug, Clone)]
pub(super) struct AgencyShow {
    pub(super) seats: i64,
    /// None for concerts.
    pub(super) revenue_krw: Option<i64>,
    pub(super) deposited: Deposited,
}

/// Seats and won that are paid for; each may be unknown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Deposited {
    pub(super) seats: Option<i64>,
    pub(super) krw: Option<i64>,
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
    pub(super) deposit_share: Figure,
    pub(super) paid_share: Exact,
    pub(super) complimentary_share: Exact,
    pub(super) number: Option<i64>,
    pub(super) remark: Option<String>,
    pub(super) roles: Option<Vec<String>>,
    pub(super) deposited: Deposited,
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
            market: Market::default(),
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
    /// `[{from, to, kind, text}]`
    pub(super) campaigns: Value,
}

impl Production {
    fn planned(plan: &Plan) -> Self {
        let fields = &plan.fields;
        let number = |name: &str| fields[name].as_number().map(of_json);
        let day = |name: &str| fields[name].is_string().then(|| day(&fields[name]));
        let seat_grades = seat_grades(fields);
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
            seat_inventory: seat_inventory(fields, &seat_grades),
            seat_grades,
            target_krw: number("targetKrw"),
            cost_krw: number("productionCostKrw"),
            revenue_basis: fields["revenueBasis"].as_str().unwrap_or("booked").to_owned(),
            targets: plan.targets.as_array().unwrap().iter().map(target).collect(),
            notes: plan.marketing_weeks.as_array().unwrap().iter().map(week).collect(),
            campaigns: Vec::new(),
            uploads: Vec::new(),
            reports: Vec::new(),
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

    /// Ticket agencies of the current snapshot.
    pub(super) fn agencies(&self) -> &[Agency] {
        self.current().map_or(&[], |upload| &upload.snapshot.agencies)
    }

    /// Whether nobody knows what was sold when.
    pub(super) fn lacks_days(&self) -> bool {
        self.current().is_some_and(|upload| upload.snapshot.lacks_days)
    }

    /// Why.
    pub(super) fn sales_reason(&self) -> Option<&'static str> {
        self.lacks_days().then_some("no_sale_days")
    }

    /// The report on buyers that counts: of the latest record date the last accepted.
    pub(super) fn buyers(&self) -> Option<&BuyersReport> {
        let known = || self.reports.iter().filter(|report| !report.is_void);
        let latest = known().map(|report| report.record_date).max()?;
        known().rfind(|report| report.record_date == latest)
    }

    /// Those of some days.
    pub(super) fn shows(&self, first: NaiveDate, last: NaiveDate) -> Vec<&Performance> {
        let all = self.performances().iter();
        all.filter(|show| first <= show.day() && show.day() <= last).collect()
    }

    /// Deposited revenue: unknown where one performance does not know it, and without any.
    pub(super) fn deposited(&self) -> Figure {
        if self.performances().is_empty() {
            return None;
        }
        let deposited = self.performances().iter().map(|show| show.deposited.krw);
        let known: Option<Vec<i64>> = deposited.collect();
        known.map(|known| known.into_iter().map(whole).sum())
    }

    /// Sales of a period: unknown when it begins after the record date, and without sale days.
    pub(super) fn sales(&self, first: NaiveDate, last: NaiveDate) -> Figure {
        let is_unknown = self.lacks_days() || self.record_date().is_some_and(|record_date| record_date < first);
        let sold = self.days().iter().filter(|row| first <= row.date && row.date <= last);
        (!is_unknown).then(|| sold.map(|row| whole(row.revenue_krw)).sum())
    }

    /// Whether there is a snapshot that reaches this day.
    pub(super) fn knows(&self, day: NaiveDate) -> bool {
        self.record_date().is_some_and(|record_date| day <= record_date)
    }

    /// Whether there is a snapshot that tells what was sold on this day.
    pub(super) fn tells(&self, day: NaiveDate) -> bool {
        self.knows(day) && !self.lacks_days()
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

    /// The same as it stands in sums over productions: unknown without sale days, too.
    pub(super) fn counted_due_target(&self, first: NaiveDate, last: NaiveDate) -> Figure {
        self.due_target(first, last).filter(|_| !self.lacks_days())
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

/// Those that staff entered, or those of the inventory, in the order of reports.
fn seat_grades(fields: &Value) -> Vec<SeatGrade> {
    if let Some(grades) = fields["seatGrades"].as_array() {
        let grade = |grade: &Value| SeatGrade {
            grade: text(&grade["grade"]),
            label: grade["label"].as_str().map(str::to_owned),
            price_krw: grade["priceKrw"].as_i64(),
            seats: grade["seats"].as_i64(),
        };
        return grades.iter().map(grade).collect();
    }
    let mut grades: Vec<SeatGrade> = fields["seatInventory"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(grade, seats)| SeatGrade {
            grade: grade.clone(),
            label: None,
            price_krw: None,
            seats: seats.as_i64(),
        })
        .collect();
    grades.sort_by_key(|of| place_of_grade(&of.grade));
    grades
}

fn seat_inventory(fields: &Value, grades: &[SeatGrade]) -> Option<BTreeMap<String, i64>> {
    let told = grades.iter().filter_map(|of| Some((of.grade.clone(), of.seats?)));
    let told: BTreeMap<String, i64> = told.collect();
    (!told.is_empty() || fields["seatInventory"].is_object()).then_some(told)
}

/// The order of grades; others follow by their code.
pub(super) fn place_of_grade(grade: &str) -> (usize, String) {
    let usual = ["vip", "r", "s", "a", "b", "bad_r", "bad_s", "bad_a", "accessible"];
    let place = usual.iter().position(|usual| *usual == grade);
    (place.unwrap_or(usual.len()), grade.to_owned())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The day that a JSON text names.
pub(super) fn day(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}
