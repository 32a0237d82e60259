//! Reading a workbook of 365 sale days and 400 performances, against what calamine alone takes to visit its cells.

use std::hint::black_box;
use std::io::Cursor;

use calamine::{Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use domain::production::Category;
use sample_data::formats::xlsx;
use xlsx_ingest::{House, InProcess, Limits, ReadingContext, WorkbookFile, read_workbook};

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

fn parse(criterion: &mut Criterion) {
    let record_date = NaiveDate::from_ymd_opt(2026, 11, 19).expect("a day of the calendar");
    let bytes = xlsx(&sample_data::stage_workbook(1, 365, 400, record_date));
    let context = ReadingContext {
        category: Some(Category::Musical),
        record_date,
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    };
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("parse");
    group.bench_function("calamine visits the cells", |bencher| {
        bencher.iter(|| visit_cells(black_box(&bytes)));
    });
    group.bench_function("read_workbook", |bencher| {
        bencher.iter(|| {
            let file = WorkbookFile {
                name: "20261119_MU2699_x.xlsx",
                bytes: black_box(&bytes),
            };
            let reading = read_workbook(&[file], &context, &limits, &InProcess);
            assert!(!reading.has_errors, "{:?}", reading.diagnostics);
            reading
        });
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
