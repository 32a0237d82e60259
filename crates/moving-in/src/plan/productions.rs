//! Productions.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::calendar::{DateRange, kst_instant};
use domain::grade::{Grade, SeatsByGrade};
use domain::limits::{MAX_GRADE_SEATS, MAX_KRW, MAX_NAME_CHARS, MAX_SALE_DAYS, MAX_SEATS};
use domain::planning::{DailyTargets, NotesByMonday, PeriodChange};
use domain::production::{Category, Production, ProductionCode, ProductionDetails, ProductionDraft, ProductionId};
use ports::driven::{
    ArrivingProduction, NewProduction, OldHouse, OldLive, OldRow, OldTable, PlanAddition, Present, ProductionPlan,
    Remembered,
};
use rust_decimal::Decimal;

use super::{Memory, Surroundings, remembered, schedule};
use crate::finding::{FindingCode, Findings};
use crate::text::line;
use crate::time::day;

/// What becomes of a production.
#[derive(Debug, Clone)]
pub struct PlannedProduction {
    /// Its id there.
    pub id: i64,
    /// Its code there.
    pub live_id: String,
    /// Its name there.
    pub live_name: String,
    /// Its code here.
    pub code: ProductionCode,
    /// The production; `None` of one that came in before and was deleted.
    pub production: Option<ProductionId>,
    /// What it is there, by which its sales were stored.
    pub old_category: Category,
    /// The day whose sales the old reports show; beyond any range as well.
    pub latest_record_date: Option<NaiveDate>,
    /// Whether it came in before: nothing that was told then is told again.
    pub is_known: bool,
    /// What is to be done.
    pub step: ProductionStep,
}

/// What is to be done for a production.
#[derive(Debug, Clone)]
pub enum ProductionStep {
    /// It is new.
    Bring(Box<ArrivingProduction>),
    /// It is there; what it lacks is added.
    Add(PlanAddition),
    /// Nothing.
    Nothing,
}

impl PlannedProduction {
    /// The targets that come in.
    pub fn targets(&self) -> Option<&DailyTargets> {
        match &self.step {
            ProductionStep::Bring(arriving) => Some(&arriving.targets),
            ProductionStep::Add(addition) => Some(&addition.targets),
            ProductionStep::Nothing => None,
        }
    }

    /// The notes that come in.
    pub fn notes(&self) -> Option<&NotesByMonday> {
        match &self.step {
            ProductionStep::Bring(arriving) => Some(&arriving.notes),
            ProductionStep::Add(addition) => Some(&addition.notes),
            ProductionStep::Nothing => None,
        }
    }

    /// The production as it is to be, of one that is new.
    pub fn arriving(&self) -> Option<&Production> {
        match &self.step {
            ProductionStep::Bring(arriving) => Some(&arriving.new.production),
            ProductionStep::Add(_) | ProductionStep::Nothing => None,
        }
    }
}

/// What is taken already.
struct Taken {
    codes: HashSet<String>,
    names: HashSet<String>,
}

pub(super) fn plan(
    old: &OldHouse,
    present: &Present,
    memory: &Memory,
    around: &Surroundings<'_>,
    findings: &mut Findings,
) -> Vec<PlannedProduction> {
    let names = present
        .productions
        .iter()
        .map(|plan| plan.production.details.name.clone());
    let mut taken = Taken {
        codes: HashSet::new(),
        names: names.collect(),
    };
    let mut rows = schedule::Rows::new(old, memory);
    let mut planned = Vec::with_capacity(old.lives.len());
    for live in &old.lives {
        planned.push(of_live(live, present, memory, around, &mut taken, &mut rows, findings));
    }
    rows.note_orphans(findings);
    planned
}

fn of_live<'a>(
    live: &'a OldLive,
    present: &Present,
    memory: &Memory,
    around: &Surroundings<'_>,
    taken: &mut Taken,
    rows: &mut schedule::Rows<'a>,
    findings: &mut Findings,
) -> PlannedProduction {
    let row = OldRow::new(OldTable::Lives, live.id);
    let is_known = memory.knows(row.table, row.id);
    // What was told of a row that is in is not told again.
    let mut unheard = Findings::default();
    let told = if is_known { &mut unheard } else { &mut *findings };
    let code = free_code(live, taken, told);
    let there = if is_known {
        let subject = memory.subject(row.table, row.id);
        subject.and_then(|id| present.productions.iter().find(|plan| plan.production.id.0 == id))
    } else {
        present
            .productions
            .iter()
            .find(|plan| plan.production.details.code.is_same(&code))
    };
    let old_category = category(live).unwrap_or(Category::Play);
    let planned = |code, production, step| PlannedProduction {
        id: live.id,
        live_id: live.live_id.clone(),
        live_name: live.live_name.clone(),
        code,
        production,
        old_category,
        latest_record_date: live.latest_record_date.map(|at| at.date()),
        is_known,
        step,
    };
    if is_known && there.is_none() {
        rows.pass_over(live);
        return planned(code, None, ProductionStep::Nothing);
    }
    if let Some(there) = there {
        if !is_known {
            // Its own name is not asked for: the one that is there stays.
            let wanted = draft(live, &code, &mut HashSet::new(), &mut unheard);
            note_kept(row, &wanted, &there.production.details, findings);
        }
        let (code, id) = (there.production.details.code.clone(), there.production.id);
        let step = addition(live, there, is_known, rows, findings);
        return planned(code, Some(id), step);
    }
    let details = draft(live, &code, &mut taken.names, findings);
    let id = ProductionId((around.ids)());
    let plan = rows.take(live, details.sale_period(), None, findings);
    let arriving = ArrivingProduction {
        source: remembered(row.table, row.id, Some(&live.live_id), id.0, true),
        targets: plan.targets,
        notes: plan.notes,
        parts: plan.parts,
        new: NewProduction {
            change: PeriodChange::plan(details.sale_period(), &DailyTargets::new(), &NotesByMonday::new()),
            webhook: None,
            production: Production {
                id,
                details,
                created_at: around.now,
                updated_at: around.now,
                has_slack_webhook: false,
                revision: 0,
            },
        },
    };
    planned(code, Some(id), ProductionStep::Bring(Box::new(arriving)))
}

/// What a production that is there lacks.
fn addition<'a>(
    live: &'a OldLive,
    there: &ProductionPlan,
    is_known: bool,
    rows: &mut schedule::Rows<'a>,
    findings: &mut Findings,
) -> ProductionStep {
    let production = &there.production;
    let plan = rows.take(live, production.details.sale_period(), Some(there), findings);
    let source: Option<Remembered> =
        (!is_known).then(|| remembered(OldTable::Lives, live.id, Some(&live.live_id), production.id.0, false));
    if source.is_none() && plan.parts.is_empty() {
        return ProductionStep::Nothing;
    }
    ProductionStep::Add(PlanAddition {
        production: production.id,
        row: OldRow::new(OldTable::Lives, live.id),
        source,
        targets: plan.targets,
        notes: plan.notes,
        parts: plan.parts,
    })
}

/// The code, or one that is made of the id.
fn free_code(live: &OldLive, taken: &mut Taken, findings: &mut Findings) -> ProductionCode {
    let own: Option<ProductionCode> = live.live_id.trim().parse().ok();
    if let Some(own) = own.filter(|own| taken.codes.insert(own.folded())) {
        return own;
    }
    findings.note(
        FindingCode::CodeChanged,
        OldRow::new(OldTable::Lives, live.id),
        live.live_id.clone(),
    );
    let made = |number: u32| match number {
        1 => format!("OLD-{}", live.id),
        number => format!("OLD-{}-{number}", live.id),
    };
    let mut codes = (1..).filter_map(|number| made(number).parse::<ProductionCode>().ok());
    codes
        .find(|code| taken.codes.insert(code.folded()))
        .expect("there are more numbers than productions")
}

fn category(live: &OldLive) -> Option<Category> {
    match live.category.as_deref() {
        Some("콘서트") => Some(Category::Concert),
        Some("연극") => Some(Category::Play),
        Some("뮤지컬") => Some(Category::Musical),
        _ => None,
    }
}

/// A name that nobody has: where it is taken, with the code behind it.
fn free_name(live: &OldLive, code: &ProductionCode, names: &mut HashSet<String>, findings: &mut Findings) -> String {
    let row = OldRow::new(OldTable::Lives, live.id);
    let ruled = line(&live.live_name, MAX_NAME_CHARS);
    if ruled.was_cut {
        findings.note(FindingCode::Cut, row, live.live_name.clone());
    }
    let wanted = ruled.text.clone().unwrap_or_else(|| code.to_string());
    let with = |ending: String| {
        let room = MAX_NAME_CHARS - ending.chars().count();
        let beginning: String = wanted.chars().take(room).collect();
        format!("{beginning}{ending}")
    };
    let mut candidates = std::iter::once(wanted.clone())
        .chain(std::iter::once(with(format!(" ({code})"))))
        .chain((2..).map(|number| with(format!(" ({code}) {number}"))));
    let name = candidates
        .find(|name| names.insert(name.clone()))
        .expect("there are more numbers than productions");
    if ruled.text.as_ref() != Some(&name) {
        findings.note(FindingCode::NameChanged, row, live.live_name.clone());
    }
    name
}

/// The fields of a row, each within what is kept.
struct Fields<'a> {
    row: OldRow,
    findings: &'a mut Findings,
}

impl Fields<'_> {
    fn out_of_range(&mut self, name: &str, value: impl std::fmt::Display) {
        self.findings
            .note(FindingCode::OutOfRange, self.row, format!("{name}: {value}"));
    }

    fn day(&mut self, name: &str, written: Option<NaiveDateTime>) -> Option<NaiveDate> {
        let written = written?;
        day(written).map_err(|_| self.out_of_range(name, written)).ok()
    }

    fn figure(&mut self, name: &str, figure: Option<i64>, least: i64, most: i64) -> Option<i64> {
        let figure = figure?;
        if (least..=most).contains(&figure) {
            return Some(figure);
        }
        self.out_of_range(name, figure);
        None
    }

    /// Both ends, unless the period ends before it begins.
    fn period(
        &mut self,
        name: &str,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        if let Some((first, last)) = first.zip(last)
            && last < first
        {
            let value = format!("{name}: {first} … {last}");
            self.findings.note(FindingCode::PeriodReversed, self.row, value);
            return (None, None);
        }
        (first, last)
    }

    fn share(&mut self, per_cent: Option<&str>) -> Option<Decimal> {
        let text = per_cent?;
        let share = text.parse::<Decimal>().ok();
        let share = share.and_then(|per_cent| per_cent.checked_div(Decimal::ONE_HUNDRED));
        let share = share
            .map(|share| share.normalize())
            .filter(|share| (Decimal::ZERO..=Decimal::ONE).contains(share) && share.scale() <= 4);
        let Some(share) = share else {
            self.out_of_range("targetShare", text);
            return None;
        };
        if share > Decimal::ZERO && share <= Decimal::new(1, 2) {
            self.findings
                .note(FindingCode::OddShare, self.row, format!("targetShare: {text}"));
        }
        Some(share)
    }

    fn inventory(&mut self, seats: [Option<i64>; 5]) -> Option<SeatsByGrade> {
        let grades = [Grade::Vip, Grade::R, Grade::S, Grade::A, Grade::B];
        let mut inventory = SeatsByGrade::new();
        for (grade, seats) in grades.into_iter().zip(seats) {
            let name = format!("concertSeatNumber {}", grade.code());
            if let Some(seats) = self.figure(&name, seats, 0, MAX_GRADE_SEATS).filter(|seats| *seats > 0) {
                inventory.insert(grade, seats);
            }
        }
        (!inventory.is_empty()).then_some(inventory)
    }

    /// Times that may be off by the nine hours between Korea and UTC.
    fn note_odd_times(&mut self, live: &OldLive, is_concert: bool) {
        let shows = [
            ("showStartDate", live.show_start_date),
            ("showEndDate", live.show_end_date),
        ];
        let days = [
            ("saleStartDate", live.sale_start_date),
            ("saleEndDate", live.sale_end_date),
            ("previewEndingDate", live.preview_ending_date),
        ];
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour of the day");
        let shows = shows.into_iter().filter(|_| !is_concert);
        for (name, written) in shows.chain(days) {
            if let Some(written) = written.filter(|written| written.time() == hour(15)) {
                self.findings
                    .note(FindingCode::OddTime, self.row, format!("{name}: {written}"));
            }
        }
        if let Some(written) = live
            .concert_date_time
            .filter(|written| is_concert && written.time() < hour(10))
        {
            self.findings
                .note(FindingCode::OddTime, self.row, format!("concertDateTime: {written}"));
        }
    }
}

/// The production as it is to be.
fn draft(
    live: &OldLive,
    code: &ProductionCode,
    names: &mut HashSet<String>,
    findings: &mut Findings,
) -> ProductionDetails {
    let row = OldRow::new(OldTable::Lives, live.id);
    let known_category = category(live);
    if known_category.is_none() {
        findings.note(
            FindingCode::CategoryGuessed,
            row,
            live.category.clone().unwrap_or_default(),
        );
    }
    let category = known_category.unwrap_or(Category::Play);
    let is_concert = category == Category::Concert;
    let mut draft = ProductionDraft::new(code.clone(), free_name(live, code, names, findings), category);
    draft.active = live.is_live;
    if let Some(location) = &live.location {
        let venue = line(location, MAX_NAME_CHARS);
        if venue.was_cut {
            findings.note(FindingCode::Cut, row, location.clone());
        }
        draft.venue = venue.text;
    }
    let mut fields = Fields { row, findings };
    let run_start = fields.day("showStartDate", live.show_start_date);
    let run_end = fields.day("showEndDate", live.show_end_date);
    (draft.run_start, draft.run_end) = fields.period("showStartDate", run_start, run_end);
    let sale_start = fields.day("saleStartDate", live.sale_start_date);
    let sale_end = fields.day("saleEndDate", live.sale_end_date);
    (draft.sale_start, draft.sale_end) = fields.period("saleStartDate", sale_start, sale_end);
    if let Some(period) = draft.sale_period().filter(|period| period.len_days() > MAX_SALE_DAYS) {
        let value = format!("saleStartDate: {} … {}", period.first(), period.last());
        fields.findings.note(FindingCode::PeriodTooLong, row, value);
        (draft.sale_start, draft.sale_end) = (None, None);
    }
    draft.preview_end = fields.day("previewEndingDate", live.preview_ending_date);
    let minutes = live.running_time.filter(|minutes| *minutes != 0);
    let minutes = fields.figure("runningTime", minutes, 1, 1_440);
    draft.running_minutes = minutes.and_then(|minutes| i32::try_from(minutes).ok());
    let seats = live.show_total_seat_number.filter(|seats| *seats != 0);
    draft.seats_per_performance = fields.figure("showTotalSeatNumber", seats, 0, MAX_SEATS);
    draft.target_share = fields.share(live.target_share.as_deref());
    draft.break_even_krw = fields.figure("bep", live.bep, 0, MAX_KRW);
    if is_concert {
        let at = live.concert_date_time;
        draft.concert_at = at
            .filter(|_| fields.day("concertDateTime", at).is_some())
            .map(kst_instant);
        draft.seat_inventory = fields.inventory(live.concert_seats);
    }
    fields.note_odd_times(live, is_concert);
    draft.check().expect("every field was brought within its rules")
}

/// Tells what is there and is not what would have come.
fn note_kept(row: OldRow, wanted: &ProductionDetails, there: &ProductionDetails, findings: &mut Findings) {
    fn shown<T: std::fmt::Debug>(value: Option<&T>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| format!("{value:?}"))
    }
    let mut note = |name: &str, wanted: String, there: String| {
        if wanted != there {
            findings.note(FindingCode::Kept, row, format!("{name}: {there} ≠ {wanted}"));
        }
    };
    note("name", wanted.name.clone(), there.name.clone());
    note(
        "category",
        wanted.category.code().to_owned(),
        there.category.code().to_owned(),
    );
    note("active", wanted.active.to_string(), there.active.to_string());
    note("venue", shown(wanted.venue.as_ref()), shown(there.venue.as_ref()));
    note(
        "runStart",
        shown(wanted.run_start.as_ref()),
        shown(there.run_start.as_ref()),
    );
    note("runEnd", shown(wanted.run_end.as_ref()), shown(there.run_end.as_ref()));
    note(
        "saleStart",
        shown(wanted.sale_start.as_ref()),
        shown(there.sale_start.as_ref()),
    );
    note(
        "saleEnd",
        shown(wanted.sale_end.as_ref()),
        shown(there.sale_end.as_ref()),
    );
    note(
        "previewEnd",
        shown(wanted.preview_end.as_ref()),
        shown(there.preview_end.as_ref()),
    );
    note(
        "runningMinutes",
        shown(wanted.running_minutes.as_ref()),
        shown(there.running_minutes.as_ref()),
    );
    let share = |share: Option<Decimal>| shown(share.map(|share| share.normalize()).as_ref());
    note("targetShare", share(wanted.target_share), share(there.target_share));
    note(
        "breakEvenKrw",
        shown(wanted.break_even_krw.as_ref()),
        shown(there.break_even_krw.as_ref()),
    );
    note(
        "seatsPerPerformance",
        shown(wanted.seats_per_performance.as_ref()),
        shown(there.seats_per_performance.as_ref()),
    );
    note(
        "concertAt",
        shown(wanted.concert_at.as_ref()),
        shown(there.concert_at.as_ref()),
    );
    note(
        "seatInventory",
        shown(wanted.seat_inventory.as_ref()),
        shown(there.seat_inventory.as_ref()),
    );
}

/// The period of a plan, as the schedule needs it.
pub(super) type SalePeriod = Option<DateRange>;
