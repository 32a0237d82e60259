//! Reading a workbook of 365 sale days and 400 performances, against what calamine alone takes to visit its cells; and
//! reading a wide one by people's own headings, against the same workbook with markers.

use std::hint::black_box;
use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use domain::production::Category;
use sample_data::formats::xlsx;
use sample_data::world::labelled::{AGENCIES, AgencyStates, Knobs, PaidStates};
use xlsx_ingest::{House, InProcess, Limits, Reading, ReadingContext, WorkbookFile, read_workbook};

fn visit_cells(bytes: &[u8]) -> usize {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a good workbook");
    let mut visited = 0;
    for sheet in ["Daily", "회차별판매"] {
        let mut cells = workbook.worksheet_cells_reader(sheet).expect("a sheet of the layout");
        while let Some(cell) = cells.next_cell().expect("a good cell") {
            black_box(cell);
            visited += 1;
        }
    }
    visited
}

fn record_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 19).expect("a day of the calendar")
}

fn context() -> ReadingContext {
    ReadingContext {
        kind: None,
        category: Some(Category::Musical),
        record_date: record_date(),
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    }
}

fn read(bytes: &[u8], context: &ReadingContext) -> Reading {
    let file = WorkbookFile {
        name: "20261119_MU2699_x.xlsx",
        bytes: black_box(bytes),
    };
    let reading = read_workbook(&[file], context, &Limits::default(), &InProcess);
    assert!(!reading.has_errors, "{:?}", reading.diagnostics);
    reading
}

fn parse(criterion: &mut Criterion) {
    let bytes = xlsx(&sample_data::stage_workbook(1, 365, 400, record_date()));
    let context = context();
    let mut group = criterion.benchmark_group("parse");
    group.bench_function("calamine visits the cells", |bencher| {
        bencher.iter(|| visit_cells(black_box(&bytes)));
    });
    group.bench_function("read_workbook", |bencher| bencher.iter(|| read(&bytes, &context)));
    group.finish();
}

/// Grades of a house that tells apart more than any does: five agencies with two blocks each make a heading of about 300
/// columns.
const GRADES: [(&str, i64, i64); 20] = [
    ("vip", 50, 170_000),
    ("r", 50, 160_000),
    ("s", 50, 150_000),
    ("a", 50, 140_000),
    ("b", 50, 130_000),
    ("badr", 50, 120_000),
    ("bads", 50, 110_000),
    ("bada", 50, 100_000),
    ("disable", 50, 95_000),
    ("c", 50, 90_000),
    ("d", 50, 85_000),
    ("e", 50, 80_000),
    ("f", 50, 75_000),
    ("g", 50, 70_000),
    ("h", 50, 65_000),
    ("i", 50, 60_000),
    ("j", 50, 55_000),
    ("k", 50, 50_000),
    ("l", 50, 45_000),
    ("m", 50, 40_000),
];

/// Most that a labelled workbook may cost of what its marked twin does.
const MOST: f64 = 1.3;
/// Readings of each twin that are compared, besides those of criterion.
const ROUNDS: usize = 60;

fn twins(criterion: &mut Criterion) {
    let record_date = record_date();
    let sample = sample_data::stage_sample(1, 365, 400, record_date, &GRADES);
    let knobs = Knobs {
        agencies: vec![AgencyStates::DepositedAndBooked; AGENCIES.len()],
        paid: PaidStates::DepositedAndBooked,
        weekdays: true,
        all: true,
        ..Knobs::default()
    };
    let labelled = sample.labelled(record_date, &knobs);
    let marked = xlsx(&sample.with_markers(&labelled));
    let columns = labelled.performances.columns.len();
    let labelled = xlsx(&labelled.workbook);
    let mut context = context();
    context.house.grades = GRADES
        .iter()
        .filter_map(|(grade, ..)| Some((grade.parse().ok()?, None)))
        .collect();
    let sold = |reading: &Reading| reading.facts().expect("no errors").performances.paid_seats;
    let (one, other) = (read(&labelled, &context), read(&marked, &context));
    assert!(
        one.recognised().is_some() && other.recognised().is_none(),
        "one of each"
    );
    assert_eq!(sold(&one), sold(&other), "twins say the same");
    println!(
        "labelled workbook: {} kB, a heading of {columns} columns; marked twin: {} kB",
        labelled.len() / 1_000,
        marked.len() / 1_000
    );
    let mut group = criterion.benchmark_group("twins");
    group.sample_size(30);
    group.bench_function("marked", |bencher| bencher.iter(|| read(&marked, &context)));
    group.bench_function("labelled", |bencher| bencher.iter(|| read(&labelled, &context)));
    group.finish();

    // In turn, so that other work on the machine slows both.
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        for (fastest, bytes) in fastest.iter_mut().zip([&marked, &labelled]) {
            let begun = Instant::now();
            black_box(read(bytes, &context));
            *fastest = begun.elapsed().min(*fastest);
        }
    }
    let [marked, labelled] = fastest;
    let times = labelled.as_secs_f64() / marked.as_secs_f64();
    println!(
        "twins, the fastest of {ROUNDS} each, in turn: marked {marked:.2?}, labelled {labelled:.2?}, {times:.2} times"
    );
    assert!(
        times <= MOST,
        "a labelled workbook costs at most {MOST} times its marked twin"
    );
}

criterion_group!(benches, parse, twins);
criterion_main!(benches);
