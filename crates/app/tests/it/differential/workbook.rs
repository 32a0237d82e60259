//! A snapshot as a workbook.

use std::collections::BTreeSet;

use sample_data::{Cell, Sheet, Workbook, formats};

use super::drawing::{Draft, Fate};
use super::exact::{Exact, decimal};
use super::labelled_workbook;
use super::world::{Performance, SaleDay, shift};

/// Zero-based row of the first data row.
const FIRST_ROW: u32 = 3;

/// The bytes that are sent.
pub(super) fn bytes(draft: &Draft, is_stage: bool) -> Vec<u8> {
    if draft.snapshot.is_labelled {
        return labelled_workbook::bytes(draft, is_stage);
    }
    let mut workbook = Workbook::new(&draft.file_name).with_sheet(daily(draft, is_stage));
    if draft.fate != Fate::Broken {
        workbook = workbook.with_sheet(performances(draft, is_stage));
    }
    formats::xlsx(&workbook)
}

/// Marker and cells of one column.
struct Column<'a, R> {
    marker: String,
    cell: Box<dyn Fn(&R) -> Cell + 'a>,
}

fn column<'a, R>(marker: impl Into<String>, cell: impl Fn(&R) -> Cell + 'a) -> Column<'a, R> {
    Column {
        marker: marker.into(),
        cell: Box::new(cell),
    }
}

/// The name of the file stands above the markers, so that no two workbooks are the same bytes.
fn sheet<R>(name: &str, title: &str, columns: &[Column<'_, R>], rows: &[R]) -> Sheet {
    let mut sheet = Sheet::new(name).with("A1", title);
    for (position, column) in (0..).zip(columns) {
        sheet.set((1, position), column.marker.as_str());
        for (row_number, row) in (FIRST_ROW..).zip(rows) {
            sheet.set((row_number, position), (column.cell)(row));
        }
    }
    sheet
}

fn daily(draft: &Draft, is_stage: bool) -> Sheet {
    let seats = if is_stage { "deposit" } else { "paid" };
    let mut columns = vec![
        column("dash_date", |row: &SaleDay| row.date.into()),
        column(format!("dash_seat_{seats}_tot"), |row: &SaleDay| row.seats.into()),
        column(format!("dash_seat_{seats}_sales"), |row: &SaleDay| {
            row.revenue_krw.into()
        }),
    ];
    if !is_stage {
        columns.push(column("dash_seat_invite_tot", |row: &SaleDay| {
            row.complimentary_seats.into()
        }));
    }
    let mut rows = draft.snapshot.days.clone();
    // A day to come is a template, whatever it says.
    rows.push(SaleDay {
        date: shift(draft.record_date, 1),
        seats: 999,
        complimentary_seats: 999,
        revenue_krw: 999_999,
    });
    let name = if is_stage { "Daily" } else { "일일 판매" };
    sheet(name, &draft.file_name, &columns, &rows)
}

fn performances(draft: &Draft, is_stage: bool) -> Sheet {
    let rows = &draft.snapshot.performances;
    let roles = rows.iter().map(|show| show.cast.len()).max().unwrap_or(0).max(1);
    let grades: BTreeSet<&String> = rows.iter().flat_map(|show| show.paid_seats_by_grade.keys()).collect();
    let mut columns = vec![
        column("dash_date", |show: &Performance| show.day().into()),
        column("dash_time", |show: &Performance| show.starts_at.time().into()),
        column("dash_seat_paid_tot", |show: &Performance| show.paid_seats.into()),
        column("dash_seat_invite_tot", |show: &Performance| {
            show.complimentary_seats.into()
        }),
    ];
    for grade in grades {
        let marker = marker(grade);
        columns.push(column(format!("dash_seat_paid_{marker}"), |show: &Performance| {
            show.paid_seats_by_grade[grade].into()
        }));
        columns.push(column(format!("dash_seat_invite_{marker}"), |show: &Performance| {
            show.complimentary_seats_by_grade[grade].into()
        }));
    }
    if is_stage {
        for role in 0..roles {
            columns.push(column(format!("dash_cast_{role}"), move |show: &Performance| {
                show.cast.get(role).map_or(Cell::Empty, |name| name.as_str().into())
            }));
        }
        columns.extend([
            column("dash_seat_paid_sales", |show: &Performance| show.revenue_krw.into()),
            column("dash_share_deposit", |show: &Performance| {
                share(show.deposit_share.as_ref().expect("marked workbooks tell it"))
            }),
            column("dash_share_paid", |show: &Performance| share(&show.paid_share)),
            column("dash_share_free", |show: &Performance| share(&show.complimentary_share)),
        ]);
    }
    let name = if is_stage { "회차별판매" } else { "Seat details" };
    sheet(name, &draft.file_name, &columns, rows)
}

/// The number of a cell whose shortest decimal is this share.
pub(super) fn share(share: &Exact) -> Cell {
    let units = (share * decimal("1e19")).to_integer();
    let number: f64 = format!("{units}e-19").parse().unwrap();
    assert_eq!(
        decimal(&number.to_string()),
        *share,
        "a cell holds the share to its last place"
    );
    Cell::Percent(number)
}

/// The ending of a grade's marker.
fn marker(grade: &str) -> &str {
    match grade {
        "bad_r" => "badr",
        "bad_s" => "bads",
        "bad_a" => "bada",
        "accessible" => "disable",
        other => other,
    }
}
