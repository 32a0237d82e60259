//! Whatever is peculiar about a good workbook, it is read as meant or its right cell is named.
//!
//! `PECULIARITIES_CASES` says how many cases are tried, `PECULIARITIES_SEED` from which seed on; `just peculiarities`
//! sets both. A failing case is printed with as few peculiarities as it fails with.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::grade::SeatsByGrade;
use domain::production::Category;
use domain::sales::{DailySale, PerformanceSale, StageFigures};
use sample_data::peculiarities::{Case, Knob, case, drawn_knobs};
use sample_data::world::{DailyRow, PerformanceRow};
use xlsx_ingest::{House, InProcess, Limits, Reading, ReadingContext, WorkbookFile, read_workbook};

const CASES: u64 = 400;
/// Of each kind of fault so many cases are made small.
const SHRUNK_PER_KIND: usize = 12;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
}

#[test]
fn every_peculiar_workbook_is_read_as_meant_or_its_cell_is_named() {
    let (cases, seed) = (setting("PECULIARITIES_CASES", CASES), setting("PECULIARITIES_SEED", 1));
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let of_thread = |thread: u64| {
        let seeds = (seed..seed + cases).filter(move |seed| seed % threads == thread);
        seeds
            .filter_map(|seed| Fault::of(seed, drawn_knobs(seed)))
            .collect::<Vec<_>>()
    };
    let faults = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || of_thread(thread)))
            .collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().expect("no panic"))
            .collect::<Vec<_>>()
    });
    assert!(
        faults.is_empty(),
        "{} of {cases} cases\n{}",
        faults.len(),
        summary(faults)
    );
}

/// A case that was not read as it must be.
struct Fault {
    seed: u64,
    knobs: Vec<&'static Knob>,
    kind: String,
    story: Vec<String>,
    what: Vec<String>,
}

impl Fault {
    fn of(seed: u64, knobs: Vec<&'static Knob>) -> Option<Self> {
        let case = case(seed, &knobs);
        let what = judged(&case, &read(&case));
        let kind = what.first()?.split(':').next().unwrap_or_default().to_owned();
        Some(Self {
            seed,
            knobs,
            kind,
            story: [vec![case.files[0].0.clone()], case.story].concat(),
            what,
        })
    }

    /// The same kind of fault with as few knobs as possible.
    fn shrunk(mut self) -> Self {
        let mut place = 0;
        while place < self.knobs.len() {
            let mut fewer = self.knobs.clone();
            fewer.remove(place);
            match Self::of(self.seed, fewer) {
                Some(smaller) if smaller.kind == self.kind => self = smaller,
                _ => place += 1,
            }
        }
        self
    }
}

/// The smallest case of each kind and set of knobs.
fn summary(faults: Vec<Fault>) -> String {
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut distinct: BTreeMap<(String, Vec<&str>), (usize, Fault)> = BTreeMap::new();
    for fault in faults {
        let count = of_kind.entry(fault.kind.clone()).or_default();
        *count += 1;
        if *count <= SHRUNK_PER_KIND {
            let fault = fault.shrunk();
            let names = fault.knobs.iter().map(|knob| knob.name()).collect();
            distinct.entry((fault.kind.clone(), names)).or_insert((0, fault)).0 += 1;
        }
    }
    let mut text = String::new();
    for (kind, count) in of_kind {
        writeln!(text, "{count} x {kind}").unwrap();
    }
    for ((kind, names), (count, fault)) in distinct {
        writeln!(
            text,
            "\n{kind} ({count} of those made small): seed {}, {names:?}",
            fault.seed
        )
        .unwrap();
        for line in fault.story.iter().chain(&fault.what) {
            writeln!(text, "    {line}").unwrap();
        }
    }
    text
}

fn read(case: &Case) -> Reading {
    let files: Vec<_> = case
        .files
        .iter()
        .map(|(name, bytes)| WorkbookFile { name, bytes })
        .collect();
    let context = ReadingContext {
        kind: None,
        category: Some(if case.expected.is_stage {
            Category::Play
        } else {
            Category::Concert
        }),
        record_date: case.expected.record_date,
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    };
    read_workbook(&files, &context, &Limits::default(), &InProcess)
}

/// What is wrong with a reading. Each line begins with its kind.
fn judged(case: &Case, reading: &Reading) -> Vec<String> {
    let expected = &case.expected;
    let mut wrong = Vec::new();
    if !reading.has_errors {
        let snapshot = &reading.snapshot;
        let daily = rows_differ(&snapshot.daily_sales, &expected.daily_rows, same_day);
        let performances = rows_differ(
            &snapshot.performance_sales,
            &expected.performance_rows,
            same_performance,
        );
        wrong.extend(
            daily
                .into_iter()
                .chain(performances)
                .map(|what| format!("other figures: {what}")),
        );
    }
    let found: Vec<_> = reading
        .diagnostics
        .iter()
        .map(|finding| (finding.code.code(), finding.sheet.as_deref(), finding.cell.as_deref()))
        .collect();
    for required in &expected.required {
        if !found.iter().any(|(code, sheet, cell)| required.is(code, *sheet, *cell)) && !is_refused(case, reading) {
            wrong.push(format!("not found {}: {:?}", required.codes.join("/"), required.spot));
        }
    }
    let known = |(code, sheet, cell): &(&str, Option<&str>, Option<&str>)| {
        let all = expected.required.iter().chain(&expected.allowed);
        all.into_iter().any(|finding| finding.is(code, *sheet, *cell))
    };
    for (code, sheet, cell) in found.iter().filter(|finding| !known(finding)) {
        wrong.push(format!("found {code}: {}", cell.or(*sheet).unwrap_or("the file")));
    }
    wrong
}

/// Whether a file was refused that may be.
fn is_refused(case: &Case, reading: &Reading) -> bool {
    let refused = |code: &str| {
        case.expected
            .allowed
            .iter()
            .any(|finding| finding.codes == ["not_a_workbook"] && code == "not_a_workbook")
    };
    reading.diagnostics.iter().any(|finding| refused(finding.code.code()))
}

fn rows_differ<A: std::fmt::Debug, B: std::fmt::Debug>(
    found: &[A],
    expected: &[B],
    same: fn(&A, &B) -> bool,
) -> Option<String> {
    if found.len() != expected.len() {
        return Some(format!("{} rows in place of {}", found.len(), expected.len()));
    }
    let differing = found
        .iter()
        .zip(expected)
        .find(|(found, expected)| !same(found, expected))?;
    Some(format!("{:?} in place of {:?}", differing.0, differing.1))
}

/// A grade that is blank may be absent: that is 0, too.
fn same_seats(found: &SeatsByGrade, expected: &sample_data::world::SeatsByGrade) -> bool {
    let found = found.iter().map(|(grade, seats)| (grade.code(), *seats));
    let expected = expected.iter().map(|(grade, seats)| (grade.as_str(), *seats));
    let found: BTreeMap<&str, i64> = found.filter(|(_, seats)| *seats != 0).collect();
    let expected: BTreeMap<&str, i64> = expected.filter(|(_, seats)| *seats != 0).collect();
    found == expected
}

fn same_day(found: &DailySale, expected: &DailyRow) -> bool {
    found.sale_day == expected.sale_day
        && found.seats == expected.seats
        && found.revenue_krw == expected.revenue_krw
        && found.complimentary_seats == expected.complimentary_seats
        && same_seats(&found.seats_by_grade, &expected.seats_by_grade)
}

fn same_performance(found: &PerformanceSale, expected: &PerformanceRow) -> bool {
    found.starts_at == expected.starts_at
        && found.cast == expected.cast
        && found.paid_seats == expected.paid_seats
        && found.complimentary_seats == expected.complimentary_seats
        && same_seats(&found.paid_seats_by_grade, &expected.paid_seats_by_grade)
        && same_seats(
            &found.complimentary_seats_by_grade,
            &expected.complimentary_seats_by_grade,
        )
        && same_stage(found.stage, expected)
}

fn same_stage(found: Option<StageFigures>, expected: &PerformanceRow) -> bool {
    let Some(found) = found else {
        return expected.revenue_krw.is_none();
    };
    let same = |found: rust_decimal::Decimal, expected: Option<f64>| {
        let found: f64 = found.to_string().parse().expect("a number");
        expected.is_some_and(|expected| (found - expected).abs() < 1e-9)
    };
    Some(found.revenue_krw) == expected.revenue_krw
        && same(found.deposit_share.unwrap(), expected.deposit_share)
        && same(found.paid_share, expected.paid_share)
        && same(found.complimentary_share, expected.complimentary_share)
}
