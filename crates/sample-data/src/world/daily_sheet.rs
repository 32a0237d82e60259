//! The sheet of daily sales: `Daily` of a play, `일일 판매` of a concert.

use chrono::{Datelike, NaiveDate};

use super::demand::DemandModel;
use super::ledger::{Ledger, days};
use super::names;
use super::schedule::shift;
use super::sheets::{Arrangement, Columns, FIRST_ROW, Head, weekday};
use super::truth::{DailyFacts, DailyRow};
use crate::workbook::{Cell, Sheet};

/// Days that staff of a play prepare below the last sale day.
const TEMPLATE_DAYS: i64 = 7;

#[derive(PartialEq)]
enum Column {
    Number,
    Day,
    Weekday,
    Grade(usize),
    Seats,
    Revenue,
    Invited,
    AveragePrice,
    SeatsSoFar,
    RevenueSoFar,
    Remark,
}

impl Head for Column {
    fn marker(&self, ledger: &Ledger) -> Option<String> {
        let seats = if ledger.is_stage {
            "dash_seat_deposit"
        } else {
            "dash_seat_paid"
        };
        match self {
            Self::Day => Some("dash_date".to_owned()),
            Self::Grade(grade) => Some(format!("{seats}_{}", ledger.grades[*grade].grade.marker)),
            Self::Seats => Some(format!("{seats}_tot")),
            Self::Revenue => Some(format!("{seats}_sales")),
            Self::Invited => Some("dash_seat_invite_tot".to_owned()),
            _ => None,
        }
    }

    fn group(&self) -> Option<&'static str> {
        match self {
            Self::Grade(_) | Self::Seats | Self::Revenue => Some("유료"),
            Self::Invited => Some("초대"),
            _ => None,
        }
    }

    fn header(&self, ledger: &Ledger) -> String {
        let header = match self {
            Self::Number => "No.",
            Self::Day => "판매일",
            Self::Weekday => "요일",
            Self::Grade(grade) => &ledger.grades[*grade].grade.label,
            Self::Seats if ledger.is_stage => "총매수",
            Self::Seats => "유료매수",
            Self::Revenue if ledger.is_stage => "매출액",
            Self::Revenue => "유료매출",
            Self::Invited => "초대매수",
            Self::AveragePrice => "객단가",
            Self::SeatsSoFar => "누적매수",
            Self::RevenueSoFar => "누적매출",
            Self::Remark => "비고",
        };
        header.to_owned()
    }
}

/// The sheet with these rows.
pub(super) fn sheet(
    ledger: &Ledger,
    model: &DemandModel,
    rows: &[DailyRow],
    title: &str,
    record_date: NaiveDate,
    arrangement: Arrangement,
) -> Sheet {
    let mut kinds = vec![Column::Number, Column::Day, Column::Weekday];
    if ledger.is_stage && ledger.daily_grades {
        kinds.extend((0..ledger.grades.len()).map(Column::Grade));
    }
    kinds.extend([Column::Seats, Column::Revenue]);
    if !ledger.is_stage {
        kinds.push(Column::Invited);
    }
    kinds.extend([
        Column::AveragePrice,
        Column::SeatsSoFar,
        Column::RevenueSoFar,
        Column::Remark,
    ]);
    let columns = Columns::arranged(kinds, arrangement);
    let name = if ledger.is_stage { "Daily" } else { "일일 판매" };
    let title = format!(
        "{title} {} (기준일 {record_date})",
        if ledger.is_stage {
            "일별 판매 현황"
        } else {
            "일일 판매"
        }
    );
    let mut sheet = columns.sheet(name, &title, ledger);

    let (mut seats, mut revenue_krw) = (0, 0);
    for (index, row) in (0..).zip(rows) {
        seats += row.seats;
        revenue_krw += row.revenue_krw;
        let line = Line {
            index,
            row,
            seats,
            revenue_krw,
        };
        for (column, kind) in columns.iter() {
            sheet.set((FIRST_ROW + index, column), line.cell(kind, ledger, model, &columns));
        }
    }
    let mut lines = u32::try_from(rows.len()).expect("a sale period is short");
    if ledger.is_stage {
        let next = shift(record_date, 1).max(ledger.sale_start);
        for day in days(next, shift(next, TEMPLATE_DAYS - 1).min(ledger.sale_end)) {
            let row = FIRST_ROW + lines;
            lines += 1;
            sheet.set(columns.at(&Column::Number, row), i64::from(lines));
            sheet.set(columns.at(&Column::Day, row), day);
            sheet.set(columns.at(&Column::Weekday, row), weekday(day));
        }
    }
    let facts = DailyFacts::of(rows);
    columns.totals(
        &mut sheet,
        &Column::Day,
        lines,
        &[(Column::Seats, facts.seats), (Column::Revenue, facts.revenue_krw)],
    );
    sheet
}

struct Line<'a> {
    index: u32,
    row: &'a DailyRow,
    /// Running totals, this line included.
    seats: i64,
    revenue_krw: i64,
}

impl Line<'_> {
    fn cell(&self, kind: &Column, ledger: &Ledger, model: &DemandModel, columns: &Columns<Column>) -> Cell {
        let row = self.row;
        let at = FIRST_ROW + self.index;
        match kind {
            Column::Number => i64::from(self.index + 1).into(),
            Column::Day => row.sale_day.into(),
            Column::Weekday => weekday(row.sale_day).into(),
            Column::Grade(grade) => row.seats_by_grade[&ledger.grades[*grade].grade.code].into(),
            Column::Seats => {
                let grades: Vec<Column> = (0..row.seats_by_grade.len()).map(Column::Grade).collect();
                columns.row_total(&grades, at, row.seats)
            }
            Column::Revenue => row.revenue_krw.into(),
            Column::Invited => row.complimentary_seats.into(),
            Column::AveragePrice => {
                let (seats, revenue) = (columns.name(&Column::Seats, at), columns.name(&Column::Revenue, at));
                let average_krw = if row.seats == 0 { 0 } else { row.revenue_krw / row.seats };
                Cell::formula(format!("IF({seats}=0,0,INT({revenue}/{seats}))"), average_krw)
            }
            Column::SeatsSoFar => self.running(&Column::SeatsSoFar, &Column::Seats, self.seats, columns),
            Column::RevenueSoFar => self.running(&Column::RevenueSoFar, &Column::Revenue, self.revenue_krw, columns),
            Column::Remark => remark(row.sale_day, model).map_or(Cell::Empty, Cell::from),
        }
    }

    fn running(&self, total: &Column, figure: &Column, value: i64, columns: &Columns<Column>) -> Cell {
        let at = FIRST_ROW + self.index;
        let figure = columns.name(figure, at);
        match self.index {
            0 => Cell::formula(figure, value),
            _ => Cell::formula(format!("{}+{figure}", columns.name(total, at - 1)), value),
        }
    }
}

/// Some days have a remark, the same one in every workbook.
fn remark(day: NaiveDate, model: &DemandModel) -> Option<&'static str> {
    if model.discount_days.iter().any(|offer| offer.date == day) {
        return Some("특별 할인");
    }
    let number = usize::try_from(day.num_days_from_ce()).expect("after the year 0");
    (number % 4 == 1).then(|| names::REMARKS[number / 4 % names::REMARKS.len()])
}
