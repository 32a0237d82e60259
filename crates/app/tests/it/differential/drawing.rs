//! Random worlds: those of `sample-data`, put together and then taken more liberties with than staff usually take.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sample_data::world::buyers::{BuyersClass, BuyersKnobs};
use sample_data::world::{DailyRow, PerformanceRow, SampleProduction};
use sample_data::{Workbook, random_world};
use serde_json::{Value, json};

use super::exact::{decimal, whole};
use super::labelling;
use super::liberties::take_liberties;
use super::planning::plan;
use super::world::{BuyersReport, Deposited, Performance, Plan, SaleDay, Snapshot, Upload, World, month, shift};

/// The day on which the worlds are looked at. No workbook is of that day or later.
pub(super) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 3, 3).unwrap();

const FEWEST_PRODUCTIONS: usize = 9;
/// What is to be entered, before there is a server.
pub(super) struct Drawn {
    pub(super) plans: Vec<Plan>,
    /// `[{month, note}]`
    pub(super) monthly_notes: Value,
    /// In the order in which they are sent.
    pub(super) uploads: Vec<Draft>,
    /// Reports on buyers, in the order in which they are sent.
    pub(super) reports: Vec<ReportDraft>,
}

/// One report on buyers to be sent.
pub(super) struct ReportDraft {
    /// Index of its plan.
    pub(super) production: usize,
    pub(super) file_name: String,
    pub(super) workbook: Workbook,
    pub(super) fate: Fate,
    pub(super) record_date: NaiveDate,
    pub(super) classes: Vec<BuyersClass>,
}

/// One workbook to be sent.
pub(super) struct Draft {
    /// Index of its plan.
    pub(super) production: usize,
    pub(super) record_date: NaiveDate,
    pub(super) file_name: String,
    pub(super) snapshot: Snapshot,
    pub(super) fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    /// Sent, and taken back when all are there.
    Withdrawn,
    /// It lacks a sheet, or a figure is none, so that it fails.
    Broken,
}

impl Fate {
    fn drawn(rng: &mut ChaCha8Rng) -> Self {
        let fates = [
            Self::Kept,
            Self::Kept,
            Self::Kept,
            Self::Kept,
            Self::Withdrawn,
            Self::Broken,
        ];
        *fates.choose(rng).unwrap()
    }
}

/// The world that this number makes.
pub(super) fn draw(seed: u64) -> Drawn {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let (mut samples, mut notes) = (Vec::new(), BTreeMap::new());
    while samples.len() < FEWEST_PRODUCTIONS {
        let world = random_world(rng.random(), TODAY);
        samples.extend(world.productions);
        notes.extend(world.monthly_notes.into_iter().map(|note| (note.month, note.note)));
    }
    for days_ago in [200, 400] {
        notes.insert(month(shift(TODAY, -days_ago)), format!("{days_ago}일 전"));
    }
    let plans: Vec<Plan> = (0..)
        .zip(&samples)
        .map(|(index, sample)| plan(&mut rng, index, sample))
        .collect();
    let common_day = shift(TODAY, -rng.random_range(1..5));
    let mut uploads = Vec::new();
    for (production, sample) in samples.iter().enumerate() {
        drafts(&mut rng, production, sample, common_day, &mut uploads);
    }
    uploads.shuffle(&mut rng);
    // By numbers of its own, so that the worlds are otherwise those without.
    let mut rng = ChaCha8Rng::seed_from_u64(!seed);
    for draft in &mut uploads {
        let is_stage = samples[draft.production].production.category.is_stage();
        if draft.fate != Fate::Broken && rng.random_bool(0.35) {
            labelling::label(&mut rng, &mut draft.snapshot, is_stage);
        }
    }
    for (number, draft) in uploads.iter_mut().enumerate() {
        let code = plans[draft.production].fields["code"].as_str().unwrap();
        draft.file_name = format!("{}_{code}_{number}.xlsx", draft.record_date.format("%Y%m%d"));
    }
    let reports = reports(seed, &samples, &plans);
    let notes = notes
        .into_iter()
        .map(|(month, note)| json!({ "month": month, "note": note }));
    Drawn {
        plans,
        monthly_notes: notes.collect(),
        uploads,
        reports,
    }
}

/// Reports on the buyers of some productions, of which each may be sent again. They have dice of their own: without them
/// the worlds are the same.
fn reports(seed: u64, samples: &[SampleProduction], plans: &[Plan]) -> Vec<ReportDraft> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0xB07E_5EA7);
    let mut reports = Vec::new();
    for (production, sample) in samples.iter().enumerate() {
        let dates = sample.record_dates.iter().rev().take(2);
        for record_date in dates.filter(|_| sample.record_dates.len() > 1) {
            for _ in 0..*[0, 1, 1, 2].choose(&mut rng).unwrap() {
                let report = sample.buyers(*record_date, &BuyersKnobs::drawn(rng.random()));
                reports.push(ReportDraft {
                    production,
                    file_name: String::new(),
                    workbook: report.workbook.clone(),
                    fate: Fate::drawn(&mut rng),
                    record_date: *record_date,
                    classes: report.truth.classes,
                });
                let draft = reports.last_mut().expect("one was pushed");
                if draft.fate == Fate::Broken {
                    let figure = report.classes[0].figures[0];
                    draft.workbook.sheets[0].set(figure, "매진");
                }
            }
        }
    }
    reports.shuffle(&mut rng);
    for (number, draft) in reports.iter_mut().enumerate() {
        let code = plans[draft.production].fields["code"].as_str().unwrap();
        draft.file_name = format!("{}_{code}_판매리포트 {number}.xlsx", draft.record_date.format("%Y%m%d"));
        // No two are the same bytes.
        draft.workbook.sheets[0].set((0, 30), draft.file_name.as_str());
    }
    reports
}

impl Drawn {
    /// The same as plain lists, before anything is uploaded.
    pub(super) fn planned(&self) -> World {
        World::planned(&self.plans, &self.monthly_notes)
    }
}

impl ReportDraft {
    /// What becomes of it.
    pub(super) fn accepted(&self) -> BuyersReport {
        BuyersReport {
            record_date: self.record_date,
            is_void: self.fate != Fate::Kept,
            classes: self.classes.clone(),
        }
    }
}

impl Draft {
    /// What becomes of it.
    pub(super) fn accepted(&self) -> Upload {
        Upload {
            record_date: self.record_date,
            file_name: self.file_name.clone(),
            is_void: self.fate != Fate::Kept,
            snapshot: self.snapshot.clone(),
        }
    }
}

/// The workbooks of a production: one or more of each record date, and mostly one of a day that many have.
fn drafts(
    rng: &mut ChaCha8Rng,
    production: usize,
    sample: &SampleProduction,
    common_day: NaiveDate,
    drafts: &mut Vec<Draft>,
) {
    for record_date in &sample.record_dates {
        for _ in 0..*[1, 1, 2, 3].choose(rng).unwrap() {
            let snapshot = snapshot(rng, sample, *record_date);
            drafts.push(draft(rng, production, *record_date, snapshot));
        }
    }
    let earlier = sample.record_dates.last().filter(|last| **last < common_day);
    if let Some(record_date) = earlier.filter(|_| rng.random_bool(0.7)) {
        let mut snapshot = snapshot(rng, sample, *record_date);
        sell_until(rng, &mut snapshot, common_day);
        drafts.push(draft(rng, production, common_day, snapshot));
    }
}

fn snapshot(rng: &mut ChaCha8Rng, sample: &SampleProduction, record_date: NaiveDate) -> Snapshot {
    let truth = sample.truth(record_date);
    let mut snapshot = Snapshot {
        days: truth.daily_rows.iter().map(sale_day).collect(),
        performances: truth.performance_rows.iter().map(performance).collect(),
        ..Snapshot::default()
    };
    take_liberties(rng, &mut snapshot, record_date, sample.production.category.is_stage());
    snapshot
}

/// Rows of the days up to this one, of which each may be missing, and the last but one often is.
fn sell_until(rng: &mut ChaCha8Rng, snapshot: &mut Snapshot, record_date: NaiveDate) {
    for ago in (0..20).rev() {
        let date = shift(record_date, -ago);
        let is_new = snapshot.days.last().is_none_or(|row| row.date < date);
        if is_new && rng.random_bool(if ago == 1 { 0.5 } else { 0.9 }) {
            snapshot.days.push(SaleDay {
                date,
                seats: rng.random_range(0..40),
                complimentary_seats: 0,
                revenue_krw: rng.random_range(0..3_000_000),
            });
        }
    }
}

fn draft(rng: &mut ChaCha8Rng, production: usize, record_date: NaiveDate, snapshot: Snapshot) -> Draft {
    Draft {
        production,
        record_date,
        file_name: String::new(),
        snapshot,
        fate: Fate::drawn(rng),
    }
}

fn sale_day(row: &DailyRow) -> SaleDay {
    SaleDay {
        date: row.sale_day,
        seats: row.seats,
        complimentary_seats: row.complimentary_seats,
        revenue_krw: row.revenue_krw,
    }
}

fn performance(row: &PerformanceRow) -> Performance {
    let share = |share: Option<f64>| share.map_or_else(|| whole(0), |share| decimal(&share.to_string()));
    Performance {
        starts_at: row.starts_at.naive_local(),
        cast: row.cast.clone(),
        paid_seats: row.paid_seats,
        complimentary_seats: row.complimentary_seats,
        paid_seats_by_grade: row.paid_seats_by_grade.clone(),
        complimentary_seats_by_grade: row.complimentary_seats_by_grade.clone(),
        revenue_krw: row.revenue_krw.unwrap_or_default(),
        deposit_share: Some(share(row.deposit_share)),
        paid_share: share(row.paid_share),
        complimentary_share: share(row.complimentary_share),
        number: None,
        remark: None,
        roles: None,
        deposited: Deposited::default(),
    }
}
