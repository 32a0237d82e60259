//! The two sheets of a labelled workbook.

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::super::ledger::Ledger;
use super::super::schedule::shift;
use super::super::sheets::weekday;
use super::books::{LabelledDay, LabelledPerformance, LabelledTruth, TEMPLATE_DAYS};
use super::columns::{Column, Group, Plan, State};
use super::knobs::Knobs;
use super::writing::{Placed, Writing};
use crate::workbook::{Cell, CellError, Sheet};

/// A cell and the number in it that totals add up.
type Written = (Cell, Option<i64>);

/// The sheet of performances.
pub(super) fn performances(ledger: &Ledger, truth: &LabelledTruth, title: &str, knobs: &Knobs) -> (Sheet, Placed) {
    let name = match (ledger.is_stage, knobs.other_names) {
        (true, false) => "회차별판매",
        (true, true) => "1. 회차별 판매 (마감)",
        (false, false) => "Seat details",
        (false, true) => "Show Sales",
    };
    let roles = truth.performances.iter().map(|row| row.row.cast.len()).max();
    let plan = Plan {
        ledger,
        knobs,
        is_days: false,
        roles: roles.unwrap_or(0),
    };
    let mut writing = Writing::begin(name, &format!("{title} 회차별 판매현황"), &plan.blocks(), knobs);
    let mut before: Option<(NaiveDate, u32)> = None;
    for performance in &truth.performances {
        let day = performance.row.starts_at.date_naive();
        let first = before.filter(|(other, _)| *other == day);
        let hides_day = first.is_some_and(|(_, row)| {
            // A subtotal between them would part the region.
            knobs.blank_dates && row + 1 == writing.next_row() || knobs.merged_dates && row + 1 == writing.next_row()
        });
        let line = PerformanceLine {
            ledger,
            knobs,
            performance,
            hides_day,
        };
        let row = writing.row(|column| line.cell(column));
        if let (Some((_, first)), true, true) = (first, hides_day, knobs.merged_dates) {
            let at = writing.placed.cell(Column::Day, 0).column;
            writing.sheet.merge((first, at), (row, at));
        }
        // A third show of a day tells its date.
        before = (!hides_day).then_some((day, row));
    }
    writing.end()
}

/// The sheet of sale days.
pub(super) fn days(ledger: &Ledger, truth: &LabelledTruth, title: &str, knobs: &Knobs) -> (Sheet, Placed) {
    let name = if knobs.other_names { "일일판매" } else { "Daily" };
    let plan = Plan {
        ledger,
        knobs,
        is_days: true,
        roles: 0,
    };
    let mut writing = Writing::begin(name, &format!("{title} 일일 판매"), &plan.blocks(), knobs);
    for day in &truth.days {
        writing.row(|column| day_cell(ledger, knobs, day, column));
    }
    let last = truth.days.last().map(|day| day.row.sale_day);
    for ahead in 1..=TEMPLATE_DAYS {
        if let Some(last) = last.filter(|last| *last == truth.record_date) {
            writing.template(day_text(knobs, shift(last, ahead)));
        }
    }
    writing.end()
}

struct PerformanceLine<'a> {
    ledger: &'a Ledger,
    knobs: &'a Knobs,
    performance: &'a LabelledPerformance,
    hides_day: bool,
}

impl PerformanceLine<'_> {
    fn cell(&self, column: Column) -> Written {
        let (performance, row) = (self.performance, &self.performance.row);
        let start = row.starts_at.naive_local();
        let cell = match column {
            Column::Number if self.knobs.written_numbers => format!("제{}회", performance.number).into(),
            Column::Number => performance.number.into(),
            Column::Day | Column::Weekday if self.hides_day => Cell::Empty,
            Column::Day => day_text(self.knobs, start.date()),
            Column::Weekday => weekday(start.date()).into(),
            Column::Time => time_text(self.knobs, start.time()),
            Column::Role(role) => row.cast.get(role).map_or(Cell::Empty, |name| name.as_str().into()),
            Column::Remark => performance.remark.map_or(Cell::Empty, Cell::from),
            Column::Share(group, state) => share(self.knobs, self.seats(group, state, None), row.house_seats),
            Column::Seats(group, state, grade) => {
                let seats = self.seats(group, state, grade);
                return (figure(self.knobs, group, seats), Some(seats));
            }
            Column::Won(group, state) => {
                let krw = self.won(group, state);
                return (won(self.knobs, group, krw), Some(krw));
            }
            Column::Ignored | Column::Beside | Column::Spacer => beside(self.knobs, column),
        };
        (cell, None)
    }

    fn seats(&self, group: Group, state: State, grade: Option<usize>) -> i64 {
        let (performance, row) = (self.performance, &self.performance.row);
        let code = |grade: usize| &self.ledger.grades[grade].grade.code;
        let pending = |by_grade: &[i64]| grade.map_or_else(|| by_grade.iter().sum(), |grade| by_grade[grade]);
        let (booked, pending) = match group {
            Group::Complimentary => {
                return grade.map_or(row.complimentary_seats, |grade| {
                    row.complimentary_seats_by_grade[code(grade)]
                });
            }
            Group::All => return row.paid_seats + row.complimentary_seats,
            Group::Paid => (
                grade.map_or(row.paid_seats, |grade| row.paid_seats_by_grade[code(grade)]),
                pending(&performance.pending_by_grade),
            ),
            Group::Agency(number) => {
                let agency = &performance.agencies[number];
                (
                    grade.map_or(agency.seats, |grade| agency.seats_by_grade[code(grade)]),
                    pending(&agency.pending_by_grade),
                )
            }
        };
        of_state(state, booked, pending)
    }

    fn won(&self, group: Group, state: State) -> i64 {
        let performance = self.performance;
        if let Group::Agency(number) = group {
            let agency = &performance.agencies[number];
            return of_state(state, agency.revenue_krw, agency.pending_krw);
        }
        let pending = performance.agencies.iter().map(|agency| agency.pending_krw).sum();
        of_state(state, performance.booked_krw, pending)
    }
}

fn of_state(state: State, booked: i64, pending: i64) -> i64 {
    match state {
        State::Booked => booked,
        State::Deposited => booked - pending,
        State::Pending => pending,
    }
}

fn day_cell(ledger: &Ledger, knobs: &Knobs, day: &LabelledDay, column: Column) -> Written {
    let row = &day.row;
    let cell = match column {
        Column::Day => day_text(knobs, row.sale_day),
        Column::Weekday => weekday(row.sale_day).into(),
        Column::Seats(group, _, grade) => {
            let seats = match (group, grade) {
                (Group::Agency(number), _) => day.agencies[number].seats,
                (Group::Complimentary, _) => row.complimentary_seats,
                (Group::All, _) => row.seats + row.complimentary_seats,
                (Group::Paid, None) => row.seats,
                (Group::Paid, Some(grade)) => row.seats_by_grade[&ledger.grades[grade].grade.code],
            };
            return (figure(knobs, group, seats), Some(seats));
        }
        Column::Won(group, _) => {
            let krw = match group {
                Group::Agency(number) => day.agencies[number].revenue_krw,
                _ => row.revenue_krw,
            };
            return (won(knobs, group, krw), Some(krw));
        }
        _ => beside(knobs, column),
    };
    (cell, None)
}

fn beside(knobs: &Knobs, column: Column) -> Cell {
    match column {
        Column::Beside => 7.into(),
        Column::Ignored if knobs.errors_beside => CellError::Ref.into(),
        Column::Ignored => 3.into(),
        _ => Cell::Empty,
    }
}

fn figure(knobs: &Knobs, group: Group, seats: i64) -> Cell {
    let may_be_blank = knobs.blanks && matches!(group, Group::Agency(_));
    if may_be_blank && seats == 0 {
        Cell::Empty
    } else {
        seats.into()
    }
}

fn won(knobs: &Knobs, group: Group, krw: i64) -> Cell {
    let may_be_blank = knobs.blanks && matches!(group, Group::Agency(_));
    if may_be_blank && krw == 0 {
        Cell::Empty
    } else if knobs.texts {
        format!("{}원", with_separators(krw)).into()
    } else {
        krw.into()
    }
}

fn share(knobs: &Knobs, seats: i64, house: i64) -> Cell {
    // In hundredths of a per cent, as people round.
    let rounded = (seats * 10_000 + house / 2) / house.max(1);
    if knobs.texts {
        format!("{}.{:02}%", rounded / 100, rounded % 100).into()
    } else {
        #[expect(clippy::cast_precision_loss, reason = "at most a few thousand")]
        let share = rounded as f64 / 10_000.0;
        Cell::Percent(share)
    }
}

fn day_text(knobs: &Knobs, day: NaiveDate) -> Cell {
    if knobs.texts {
        day.format("%Y. %-m. %-d.").to_string().into()
    } else {
        day.into()
    }
}

fn time_text(knobs: &Knobs, time: NaiveTime) -> Cell {
    if !knobs.texts {
        return time.into();
    }
    let (is_afternoon, hour) = time.hour12();
    let half = if is_afternoon { "오후" } else { "오전" };
    format!("{half} {hour}:{:02}", time.minute()).into()
}

/// `1,234,567`
pub(in crate::world) fn with_separators(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}
