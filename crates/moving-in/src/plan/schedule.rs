//! Targets by day, and marketing notes by week.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::calendar::{DateRange, monday_of};
use domain::limits::MAX_NOTE_CHARS;
use domain::planning::{DailyTargets, NotesByMonday, WeekNotes, marketing_weeks};
use ports::driven::{OldHouse, OldLive, OldRow, OldTable, OldTarget, OldWeek, ProductionPlan};

use super::Memory;
use super::productions::SalePeriod;
use crate::finding::{FindingCode, Findings};
use crate::text::{cut, joined, lines};
use crate::time::day;

/// The rows that are not in yet, by the code of their production.
pub(super) struct Rows<'a> {
    targets: HashMap<Option<&'a str>, Vec<&'a OldTarget>>,
    weeks: HashMap<Option<&'a str>, Vec<&'a OldWeek>>,
}

/// What comes in for one production.
#[derive(Debug, Default)]
pub(super) struct Schedule {
    pub(super) targets: DailyTargets,
    pub(super) notes: NotesByMonday,
    pub(super) parts: Vec<OldRow>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(old: &'a OldHouse, memory: &Memory) -> Self {
        let mut rows = Self {
            targets: HashMap::new(),
            weeks: HashMap::new(),
        };
        for target in old
            .targets
            .iter()
            .filter(|row| !memory.knows(OldTable::Targets, row.id))
        {
            rows.targets.entry(target.live_id.as_deref()).or_default().push(target);
        }
        for week in old.weeks.iter().filter(|row| !memory.knows(OldTable::Weeks, row.id)) {
            rows.weeks.entry(week.live_id.as_deref()).or_default().push(week);
        }
        rows
    }

    /// What comes in for a production on sale in this period, beside what is there.
    pub(super) fn take(
        &mut self,
        live: &'a OldLive,
        period: SalePeriod,
        there: Option<&ProductionPlan>,
        findings: &mut Findings,
    ) -> Schedule {
        let targets = self.targets.remove(&Some(live.live_id.as_str())).unwrap_or_default();
        let weeks = self.weeks.remove(&Some(live.live_id.as_str())).unwrap_or_default();
        let mut schedule = Schedule {
            targets: summed(&targets, live.id, period, findings),
            notes: merged(weeks.clone(), live.id, period, findings),
            parts: Vec::new(),
        };
        if let Some(there) = there {
            leave_targets(&mut schedule.targets, live.id, &there.targets, findings);
            leave_notes(&mut schedule.notes, live.id, &there.notes, findings);
        }
        let targets = targets.iter().map(|row| OldRow::new(OldTable::Targets, row.id));
        let weeks = weeks.iter().map(|row| OldRow::new(OldTable::Weeks, row.id));
        schedule.parts = targets.chain(weeks).collect();
        schedule
    }

    /// Leaves what belongs to a production that was deleted here.
    pub(super) fn pass_over(&mut self, live: &'a OldLive) {
        self.targets.remove(&Some(live.live_id.as_str()));
        self.weeks.remove(&Some(live.live_id.as_str()));
    }

    /// Tells of what no production took.
    pub(super) fn note_orphans(self, findings: &mut Findings) {
        let above_zero = self.targets.values().flatten().filter(|row| row.target > 0).count();
        if above_zero > 0 {
            let count = i64::try_from(above_zero).unwrap_or(i64::MAX);
            findings.note_rows(FindingCode::Orphan, OldTable::Targets, count);
        }
        let mut weeks: Vec<_> = self.weeks.into_values().flatten().collect();
        weeks.sort_by_key(|row| row.id);
        for row in weeks {
            let texts = texts(row);
            if texts.iter().any(Option::is_some) {
                let value = joined(texts.into_iter().flatten());
                findings.note(FindingCode::Orphan, OldRow::new(OldTable::Weeks, row.id), value);
            }
        }
    }
}

/// The targets of the sale period, those of one day added up.
fn summed(rows: &[&OldTarget], live: i64, period: SalePeriod, findings: &mut Findings) -> DailyTargets {
    let row = OldRow::new(OldTable::Targets, live);
    let mut by_day = BTreeMap::<NaiveDate, Vec<i64>>::new();
    for target in rows {
        let shown = || format!("{}: {}", target.date.date(), target.target);
        let day = day(target.date);
        if target.target < 0 || (day.is_err() && target.target > 0) {
            findings.note(FindingCode::OutOfRange, row, shown());
            continue;
        }
        let on_sale = |day: &NaiveDate| period.is_some_and(|period| period.contains(*day));
        match day.ok().filter(on_sale) {
            Some(day) => by_day.entry(day).or_default().push(target.target),
            None if target.target > 0 => findings.note(FindingCode::OutsideSalePeriod, row, shown()),
            None => {}
        }
    }
    let mut sums = DailyTargets::new();
    for (day, targets) in by_day {
        let sum: i64 = targets.iter().sum();
        if targets.len() > 1 {
            let parts: Vec<_> = targets.iter().map(i64::to_string).collect();
            let value = format!("{day}: {} = {sum}", parts.join(" + "));
            findings.note(FindingCode::TargetDoubled, row, value);
        }
        if sum > 0 {
            sums.insert(day, sum);
        }
    }
    sums
}

/// The texts of a week, each as it is kept but for its length.
fn texts(row: &OldWeek) -> [Option<String>; 3] {
    [&row.sales_marketing, &row.promotion, &row.etc].map(|text| text.as_deref().and_then(lines))
}

/// The notes of the weeks of the sale period, those of one week put together.
fn merged(mut rows: Vec<&OldWeek>, live: i64, period: SalePeriod, findings: &mut Findings) -> NotesByMonday {
    rows.sort_by_key(|row| (row.week_number, row.id));
    let numbers: HashMap<NaiveDate, u32> = period
        .map(|period| marketing_weeks(period, &NotesByMonday::new()))
        .into_iter()
        .flatten()
        .map(|week| (monday_of(week.days.first()), week.week_number))
        .collect();
    let mut by_monday = BTreeMap::<NaiveDate, Vec<(&OldWeek, [Option<String>; 3])>>::new();
    for row in rows {
        let texts = texts(row);
        if texts.iter().all(Option::is_none) {
            continue;
        }
        let place = OldRow::new(OldTable::Weeks, row.id);
        let told = || joined(texts.iter().flatten().cloned());
        let Ok(day) = day(row.week_start_date) else {
            findings.note(FindingCode::OutOfRange, place, told());
            continue;
        };
        let touches = |period: DateRange| DateRange::week_of(day).intersection(period).is_some();
        if !period.is_some_and(touches) {
            findings.note(FindingCode::OutsideSalePeriod, place, told());
            continue;
        }
        let monday = monday_of(day);
        if let Some(number) = numbers
            .get(&monday)
            .filter(|number| i64::from(**number) != row.week_number)
        {
            let value = format!("{day}: {} → {number}", row.week_number);
            findings.note(FindingCode::WeekRenumbered, OldRow::new(OldTable::Weeks, live), value);
        }
        by_monday.entry(monday).or_default().push((row, texts));
    }
    let mut notes = NotesByMonday::new();
    for (monday, rows) in by_monday {
        let first = OldRow::new(OldTable::Weeks, rows[0].0.id);
        for (row, texts) in &rows[1..] {
            let value = joined(texts.iter().flatten().cloned());
            findings.note(FindingCode::WeeksMerged, OldRow::new(OldTable::Weeks, row.id), value);
        }
        let mut field = |index: usize| {
            let text = joined(rows.iter().filter_map(|(_, texts)| texts[index].clone()))?;
            let kept = cut(&text, MAX_NOTE_CHARS);
            if kept.was_cut {
                findings.note(FindingCode::Cut, first, text);
            }
            kept.text
        };
        let week = WeekNotes {
            sales_marketing: field(0),
            promotion: field(1),
            other: field(2),
        };
        if !week.is_empty() {
            notes.insert(monday, week);
        }
    }
    notes
}

/// Leaves targets that are there.
fn leave_targets(targets: &mut DailyTargets, live: i64, there: &DailyTargets, findings: &mut Findings) {
    targets.retain(|day, krw| match there.get(day) {
        Some(0) => true,
        Some(present) => {
            if present != krw {
                let value = format!("{day}: {present} ≠ {krw}");
                findings.note(FindingCode::Kept, OldRow::new(OldTable::Targets, live), value);
            }
            false
        }
        // Not in the sale period any more, by a hair.
        None => false,
    });
}

/// Leaves notes that are there, field by field.
fn leave_notes(notes: &mut NotesByMonday, live: i64, there: &NotesByMonday, findings: &mut Findings) {
    let row = OldRow::new(OldTable::Weeks, live);
    for (monday, week) in notes.iter_mut() {
        let present = there.get(monday).cloned().unwrap_or_default();
        let fields = [
            (&mut week.sales_marketing, present.sales_marketing),
            (&mut week.promotion, present.promotion),
            (&mut week.other, present.other),
        ];
        for (text, present) in fields {
            let Some(present) = present else { continue };
            if let Some(wanted) = text.take().filter(|wanted| *wanted != present) {
                findings.note(FindingCode::Kept, row, format!("{monday}: {present} ≠ {wanted}"));
            }
        }
    }
    notes.retain(|_, week| !week.is_empty());
}
