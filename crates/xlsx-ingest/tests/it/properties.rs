//! What holds for any file.

use std::sync::LazyLock;

use domain::production::Category;
use proptest::prelude::*;
use sample_data::formats::{CsvEncoding, CsvStyle, csv, ods, xls, xlsb, xlsx};
use sample_data::{Cell, Sheet, Workbook};
use xlsx_ingest::{InProcess, Isolation, IsolationFailure, Limits, WorkbookFile, WorkbookFormat, read_workbook};

use crate::support::{DAILY, PERFORMANCES, context, day, play, read_bytes, read_play};

/// Files of every format, to be spoilt.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let workbook = play();
    let style = CsvStyle::default();
    vec![
        xlsx(&workbook),
        xlsb(&workbook),
        xls(&workbook),
        ods(&workbook),
        csv(workbook.sheet(DAILY), style),
        csv(workbook.sheet(PERFORMANCES), style),
    ]
});

/// Bounds under which even the expansion of a spoilt file is small.
fn small_limits() -> Limits {
    Limits {
        inflated_bytes: 1 << 20,
        rows: 1_000,
        ..Limits::default()
    }
}

/// Stands for the process of its own that reads what cannot be bounded here: a spoilt `.xls` may ask calamine for a
/// terabyte, which no test process survives. The end-to-end tests spoil files for the real one.
struct Elsewhere;

impl Isolation for Elsewhere {
    fn extract(&self, _: WorkbookFormat, _: &[u8], _: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        Err(IsolationFailure::NotAWorkbook)
    }
}

fn survives(bytes: &[u8]) {
    let file = WorkbookFile { name: "a.csv", bytes };
    let reading = read_workbook(&[file], &context(Category::Play), &small_limits(), &Elsewhere);
    assert_eq!(reading.has_errors, reading.facts().is_none());
    assert!(reading.diagnostics.len() <= domain::diagnostics::KEPT);
}

/// The same sheet with its columns in another order.
fn permuted(sheet: &Sheet, order: &[u32]) -> Sheet {
    let mut permuted = Sheet::new(sheet.name.clone());
    for (address, cell) in sheet.cells() {
        let column = order[usize::try_from(address.column).unwrap()];
        permuted.set((address.row, column), cell.clone());
    }
    permuted
}

/// A cell that makes no row a data row.
fn junk() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "[ -~가-힣&&[^0-9]]{0,8}".prop_map(Cell::Text),
        any::<bool>().prop_map(Cell::Bool),
        Just(Cell::Number(0.0)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        survives(&bytes);
    }

    #[test]
    fn any_text_is_answered(text in "(dash_date|dash_time|dash_seat_deposit_tot|[,;\t\n\"]|2026-11-19|[ -~가-힣]){0,200}") {
        survives(text.as_bytes());
    }

    #[test]
    fn a_spoilt_file_is_answered(
        file in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut bytes = FILES[file].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn a_cut_file_is_answered(file in 0..6_usize, at in any::<prop::sample::Index>()) {
        let bytes = &FILES[file];
        survives(&bytes[..at.index(bytes.len())]);
    }

    #[test]
    fn columns_and_rows_for_people_change_nothing(
        order in Just((0..20).collect::<Vec<u32>>()).prop_shuffle(),
        rows in prop::collection::vec((2..40_u32, 0..20_u32, junk()), 0..30),
    ) {
        let expected = read_play(&play());
        let mut workbook = Workbook::new("a.xlsx");
        for sheet in &play().sheets {
            // The order of the cast columns is a figure.
            let mut order = order.clone();
            if order[3] > order[4] {
                order.swap(3, 4);
            }
            let mut sheet = permuted(sheet, &order);
            for (row, column, cell) in &rows {
                if ![3, 4].contains(row) && sheet.get((*row, *column)) == &Cell::Empty {
                    sheet.set((*row, *column), cell.clone());
                }
            }
            workbook = workbook.with_sheet(sheet);
        }
        prop_assert_eq!(read_play(&workbook), expected);
    }

    #[test]
    fn text_in_any_encoding_says_what_the_workbook_says(seed in 0..1_000_u64, encoding in 0..5_usize) {
        let workbook = sample_data::stage_workbook(seed, 10, 6, day("2026-11-19"));
        let expected = read_bytes("a.xlsx", &xlsx(&workbook), &context(Category::Play));
        let style = CsvStyle {
            encoding: CsvEncoding::ALL[encoding],
            thousands: seed % 2 == 0,
            won_sign: seed % 3 == 0,
            ..CsvStyle::default()
        };
        let texts = [DAILY, PERFORMANCES].map(|sheet| csv(workbook.sheet(sheet), style));
        let files = texts.each_ref().map(|bytes| WorkbookFile { name: "a.csv", bytes });
        let reading = read_workbook(&files, &context(Category::Play), &Limits::default(), &InProcess);
        prop_assert_eq!(reading.snapshot, expected.snapshot);
    }
}
