//! A snapshot as a workbook without markers.

use sample_data::{Cell, Sheet, Workbook, formats};

use super::drawing::Draft;
use super::workbook::share;
use super::world::{Agency, AgencyShow, Deposited, Performance, SaleDay, shift};

/// Zero-based rows of groups and of labels; data follows.
const GROUPS: u32 = 2;
const LABELS: u32 = 3;

/// The bytes that are sent.
pub(super) fn bytes(draft: &Draft, is_stage: bool) -> Vec<u8> {
    let mut workbook = Workbook::new(&draft.file_name);
    if !draft.snapshot.lacks_days {
        workbook = workbook.with_sheet(days(draft, is_stage));
    }
    formats::xlsx(&workbook.with_sheet(performances(draft, is_stage)))
}

/// Both labels and the cells of one column.
struct Column<'a, R> {
    group: String,
    label: String,
    cell: Box<dyn Fn(&R) -> Cell + 'a>,
}

fn column<'a, R>(group: impl Into<String>, label: impl Into<String>, cell: impl Fn(&R) -> Cell + 'a) -> Column<'a, R> {
    Column {
        group: group.into(),
        label: label.into(),
        cell: Box::new(cell),
    }
}

/// The label of a group stands above each of its columns.
fn sheet<R>(name: &str, title: &str, columns: &[Column<'_, R>], rows: &[R]) -> Sheet {
    let mut sheet = Sheet::new(name).with("A1", title);
    for (position, column) in (0..).zip(columns) {
        if !column.group.is_empty() {
            sheet.set((GROUPS, position), column.group.as_str());
        }
        sheet.set((LABELS, position), column.label.as_str());
        for (row_number, row) in (LABELS + 1..).zip(rows) {
            sheet.set((row_number, position), (column.cell)(row));
        }
    }
    sheet
}

fn days(draft: &Draft, is_stage: bool) -> Sheet {
    let mut columns = vec![column("", "판매일", |row: &SaleDay| row.date.into())];
    for agency in &draft.snapshot.agencies {
        let Some(days) = &agency.days else { continue };
        let sold = |row: &SaleDay| days.get(&row.date).copied();
        columns.push(column(&agency.name, "매수", move |row: &SaleDay| {
            sold(row).map_or(Cell::Empty, |sold| sold.0.into())
        }));
        columns.push(column(&agency.name, "금액", move |row: &SaleDay| {
            sold(row).map_or(Cell::Empty, |sold| sold.1.into())
        }));
    }
    columns.push(column("유료 계", "매수", |row: &SaleDay| row.seats.into()));
    columns.push(column("유료 계", "금액", |row: &SaleDay| row.revenue_krw.into()));
    if !is_stage {
        columns.push(column("초대", "매수", |row: &SaleDay| {
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
    sheet("일일판매", &draft.file_name, &columns, &rows)
}

fn performances(draft: &Draft, is_stage: bool) -> Sheet {
    let rows = &draft.snapshot.performances;
    let mut columns = vec![
        column("", "회차", |show: &Performance| {
            show.number.map_or(Cell::Empty, Cell::from)
        }),
        column("", "날짜", |show: &Performance| show.day().into()),
        column("", "시간", |show: &Performance| show.starts_at.time().into()),
    ];
    let roles = rows.iter().map(|show| show.cast.len()).max().unwrap_or(0);
    for role in (0..roles).filter(|_| is_stage) {
        columns.push(column(
            "CAST",
            format!("배역 {}", role + 1),
            move |show: &Performance| show.cast.get(role).map_or(Cell::Empty, |name| name.as_str().into()),
        ));
    }
    for agency in &draft.snapshot.agencies {
        columns.extend(of_agency(agency, is_stage));
    }
    columns.push(column("유료 계", "매수", |show: &Performance| {
        show.paid_seats.into()
    }));
    if is_stage {
        columns.push(column("유료 계", "금액", |show: &Performance| {
            show.revenue_krw.into()
        }));
        columns.push(column("유료 계", "%", |show: &Performance| share(&show.paid_share)));
    }
    // The sum of all agencies is not written down.
    let is_told = |show: &Performance| show.deposited.seats.is_some();
    let is_sum = |show: &Performance| {
        let agencies = draft.snapshot.agencies.iter();
        let shows = agencies.filter_map(|agency| agency.shows.as_ref());
        let sold: Vec<Deposited> = shows.map(|shows| shows[&show.starts_at].deposited).collect();
        let seats = sold.iter().map(|one| one.seats).sum::<Option<i64>>();
        let krw = sold.iter().map(|one| one.krw).sum::<Option<i64>>();
        !sold.is_empty() && (seats, krw) == (show.deposited.seats, show.deposited.krw)
    };
    if rows.iter().any(is_told) && !rows.iter().all(is_sum) {
        columns.push(column("유료(입금)", "매수", |show: &Performance| {
            show.deposited.seats.map_or(Cell::Empty, Cell::from)
        }));
        if is_stage {
            columns.push(column("유료(입금)", "금액", |show: &Performance| {
                show.deposited.krw.map_or(Cell::Empty, Cell::from)
            }));
        }
    }
    columns.push(column("초대", "매수", |show: &Performance| {
        show.complimentary_seats.into()
    }));
    if is_stage {
        columns.push(column("초대", "%", |show: &Performance| {
            share(&show.complimentary_share)
        }));
        if rows.iter().any(|show| show.deposit_share.is_some()) {
            columns.push(column("", "입금점유율", |show: &Performance| {
                show.deposit_share.as_ref().map_or(Cell::Empty, share)
            }));
        }
    }
    columns.push(column("", "비고", |show: &Performance| {
        show.remark
            .as_ref()
            .map_or(Cell::Empty, |remark| remark.as_str().into())
    }));
    let name = if is_stage { "회차별판매" } else { "showsales" };
    sheet(name, &draft.file_name, &columns, rows)
}

/// Booked alone, or what is paid for and what is not yet.
fn of_agency(agency: &Agency, is_stage: bool) -> Vec<Column<'_, Performance>> {
    let Some(shows) = &agency.shows else { return Vec::new() };
    let tells_deposits = shows.values().all(|show| show.deposited.seats.is_some());
    let figure = |group: String, label: &str, of: fn(&AgencyShow) -> Option<i64>| {
        column(group, label, move |show: &Performance| {
            of(&shows[&show.starts_at]).map_or(Cell::Empty, Cell::from)
        })
    };
    let (deposited, pending) = (format!("{}(입금)", agency.name), format!("{}(미입금)", agency.name));
    let mut columns = if tells_deposits {
        vec![
            figure(deposited.clone(), "매수", |show| show.deposited.seats),
            figure(pending.clone(), "매수", |show| {
                Some(show.seats - show.deposited.seats?)
            }),
        ]
    } else {
        vec![figure(agency.name.clone(), "매수", |show| Some(show.seats))]
    };
    if is_stage && tells_deposits {
        columns.insert(1, figure(deposited, "금액", |show| show.deposited.krw));
        columns.push(figure(pending, "금액", |show| {
            Some(show.revenue_krw? - show.deposited.krw?)
        }));
    } else if is_stage {
        columns.push(figure(agency.name.clone(), "금액", |show| show.revenue_krw));
    }
    columns
}
