//! The sheet of performances: `회차별판매` of a play, `Seat details` of a concert.

use super::ledger::Ledger;
use super::sheets::{Arrangement, Columns, FIRST_ROW, Head, weekday};
use super::truth::{PerformanceFacts, PerformanceRow};
use crate::workbook::{Cell, Sheet};

#[derive(PartialEq)]
enum Column {
    Number,
    Day,
    Weekday,
    Time,
    Cast(usize),
    Paid(usize),
    PaidTotal,
    Revenue,
    Invited(usize),
    InvitedTotal,
    House,
    Unpaid,
    DepositShare,
    PaidShare,
    FreeShare,
    Left,
}

impl Head for Column {
    fn marker(&self, ledger: &Ledger) -> Option<String> {
        let marker = match self {
            Self::Day => "dash_date".to_owned(),
            Self::Time => "dash_time".to_owned(),
            Self::Cast(role) => format!("dash_cast_{}", role + 1),
            Self::Paid(grade) => format!("dash_seat_paid_{}", ledger.grades[*grade].grade.marker),
            Self::PaidTotal => "dash_seat_paid_tot".to_owned(),
            Self::Revenue => "dash_seat_paid_sales".to_owned(),
            Self::Invited(grade) => format!("dash_seat_invite_{}", ledger.grades[*grade].grade.marker),
            Self::InvitedTotal => "dash_seat_invite_tot".to_owned(),
            Self::DepositShare => "dash_share_deposit".to_owned(),
            Self::PaidShare => "dash_share_paid".to_owned(),
            Self::FreeShare => "dash_share_free".to_owned(),
            Self::Number | Self::Weekday | Self::House | Self::Unpaid | Self::Left => return None,
        };
        Some(marker)
    }

    fn group(&self) -> Option<&'static str> {
        match self {
            Self::Paid(_) | Self::PaidTotal | Self::Revenue | Self::DepositShare | Self::PaidShare => Some("유료"),
            Self::Invited(_) | Self::InvitedTotal => Some("초대"),
            _ => None,
        }
    }

    fn header(&self, ledger: &Ledger) -> String {
        let header = match self {
            Self::Number => "회차",
            Self::Day => "공연일",
            Self::Weekday => "요일",
            Self::Time => "시간",
            Self::Cast(role) => return format!("배역{}", role + 1),
            Self::Paid(grade) => &ledger.grades[*grade].grade.label,
            Self::PaidTotal => "유료합계",
            Self::Revenue => "유료매출",
            Self::Invited(grade) => return format!("초대{}", ledger.grades[*grade].grade.label),
            Self::InvitedTotal => "초대합계",
            Self::House if ledger.is_stage => "판매가능석",
            Self::House => "총좌석",
            Self::Unpaid => "미입금",
            Self::DepositShare => "입금점유율",
            Self::PaidShare => "유료점유율",
            Self::FreeShare => "무료점유율",
            Self::Left => "잔여석",
        };
        header.to_owned()
    }
}

/// The sheet with these rows.
pub(super) fn sheet(ledger: &Ledger, rows: &[PerformanceRow], title: &str, arrangement: Arrangement) -> Sheet {
    let grades = 0..ledger.grades.len();
    let roles = rows.iter().map(|row| row.cast.len()).max().unwrap_or(1);
    let mut kinds = vec![Column::Number, Column::Day, Column::Weekday, Column::Time];
    if ledger.is_stage {
        kinds.extend((0..roles).map(Column::Cast));
    }
    kinds.extend(grades.clone().map(Column::Paid));
    kinds.push(Column::PaidTotal);
    if ledger.is_stage {
        kinds.push(Column::Revenue);
    }
    kinds.extend(grades.map(Column::Invited));
    kinds.extend([Column::InvitedTotal, Column::House]);
    if ledger.is_stage {
        kinds.extend([
            Column::Unpaid,
            Column::DepositShare,
            Column::PaidShare,
            Column::FreeShare,
        ]);
    }
    kinds.push(Column::Left);
    let columns = Columns::arranged(kinds, arrangement);
    let (name, what) = if ledger.is_stage {
        ("회차별판매", "회차별 판매 현황")
    } else {
        ("Seat details", "등급별 좌석 현황")
    };
    let mut sheet = columns.sheet(name, &format!("{title} {what}"), ledger);
    for (index, row) in (0..).zip(rows) {
        for (column, kind) in columns.iter() {
            sheet.set((FIRST_ROW + index, column), cell(kind, index, row, ledger, &columns));
        }
    }
    let facts = PerformanceFacts::of(rows, ledger.is_stage);
    let mut totals = vec![
        (Column::PaidTotal, facts.paid_seats),
        (Column::InvitedTotal, facts.complimentary_seats),
    ];
    if let Some(revenue_krw) = facts.revenue_krw {
        totals.push((Column::Revenue, revenue_krw));
    }
    columns.totals(
        &mut sheet,
        &Column::Day,
        u32::try_from(rows.len()).expect("a run is short"),
        &totals,
    );
    sheet
}

fn cell(kind: &Column, index: u32, row: &PerformanceRow, ledger: &Ledger, columns: &Columns<Column>) -> Cell {
    let at = FIRST_ROW + index;
    let starts_at = row.starts_at.naive_local();
    let code = |grade: &usize| &ledger.grades[*grade].grade.code;
    let name = |kind: &Column| columns.name(kind, at);
    let grades = 0..ledger.grades.len();
    let share = |formula: String, share: Option<f64>| Cell::formula(formula, share.map_or(Cell::Empty, Cell::Percent));
    match kind {
        Column::Number => i64::from(index + 1).into(),
        Column::Day => starts_at.date().into(),
        Column::Weekday => weekday(starts_at.date()).into(),
        Column::Time => starts_at.time().into(),
        Column::Cast(role) => row.cast[*role].as_str().into(),
        Column::Paid(grade) => row.paid_seats_by_grade[code(grade)].into(),
        Column::PaidTotal => columns.row_total(&grades.map(Column::Paid).collect::<Vec<_>>(), at, row.paid_seats),
        Column::Revenue => row.revenue_krw.map_or(Cell::Empty, Cell::from),
        Column::Invited(grade) => row.complimentary_seats_by_grade[code(grade)].into(),
        Column::InvitedTotal => columns.row_total(
            &grades.map(Column::Invited).collect::<Vec<_>>(),
            at,
            row.complimentary_seats,
        ),
        Column::House => row.house_seats.into(),
        Column::Unpaid => row.unpaid_seats.into(),
        Column::DepositShare => {
            let formula = format!(
                "({}-{})/{}",
                name(&Column::PaidTotal),
                name(&Column::Unpaid),
                name(&Column::House)
            );
            share(formula, row.deposit_share)
        }
        Column::PaidShare => share(
            format!("{}/{}", name(&Column::PaidTotal), name(&Column::House)),
            row.paid_share,
        ),
        Column::FreeShare => share(
            format!("{}/{}", name(&Column::InvitedTotal), name(&Column::House)),
            row.complimentary_share,
        ),
        Column::Left => {
            let formula = format!(
                "{}-{}-{}",
                name(&Column::House),
                name(&Column::PaidTotal),
                name(&Column::InvitedTotal)
            );
            Cell::formula(formula, row.house_seats - row.paid_seats - row.complimentary_seats)
        }
    }
}
