//! Days as people and programs write them, and what is no day.

use chrono::{Datelike, Days, NaiveDate};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::draft::{Draft, Side};
use super::expected::Spot;
use super::file::Format;
use super::plan::Kind;
use crate::workbook::{Address, Cell, CellError};
use crate::world::weekday;

type Change = fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>;

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("a day as text", text_day),
    ("another day as text", text_day),
    ("a day as digits", digits_day),
    ("a day with a weekday behind", weekday_behind),
    ("a day with another weekday behind", wrong_weekday),
    ("a day with a time behind", time_behind),
    ("a day from a formula", formula_day),
    ("a day without a look", bare_serial),
    ("a date-typed day", iso_day),
    ("a day without a year", doubtful_day),
    ("no day", no_day),
    ("a blank day", blank_day),
    ("a count for a day", count_day),
    ("an error for a day", error_day),
    ("a formula for a day that nobody has calculated", uncalculated_day),
    ("a slip of the year", later_year),
    ("the same day again", same_day_again),
    ("a merged day", merged_day),
];

/// The date cell of any row, claimed. Its day and index.
fn any_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(Side, usize, Address, NaiveDate)> {
    let side = draft.any_side(rng)?;
    let (index, row) = draft.any_row(rng, side)?;
    let at = draft.side(side).at(Kind::Date, row);
    draft.claim(side, at)?;
    Some((side, index, at, day_of(draft, side, index)))
}

/// As [`any_day`], but the whole row is claimed: it will not be read.
fn any_day_alone(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(Side, usize, Address)> {
    let side = draft.any_side(rng)?;
    let (index, row) = draft.any_row(rng, side)?;
    draft.claim_row(side, row)?;
    Some((side, index, draft.side(side).at(Kind::Date, row)))
}

fn day_of(draft: &Draft, side: Side, index: usize) -> NaiveDate {
    match side {
        Side::Daily => draft.good.daily[index].sale_day,
        Side::Performances => draft.good.performances[index].starts_at.date_naive(),
    }
}

/// One of the notations, without anything behind.
pub(super) fn written(day: NaiveDate, rng: &mut ChaCha8Rng) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let short = year % 100;
    match rng.random_range(0..14) {
        0 => format!("{year}-{month:02}-{of_month:02}"),
        1 => format!("{year}.{month:02}.{of_month:02}"),
        2 => format!("{year}/{month:02}/{of_month:02}"),
        3 => format!("{year}-{month}-{of_month}"),
        4 => format!("{year}. {month}. {of_month}"),
        5 => format!("{year}. {month}. {of_month}."),
        6 => format!("{year}.{month}.{of_month}."),
        7 => format!("{short:02}-{month:02}-{of_month:02}"),
        8 => format!("{short:02}.{month}.{of_month}"),
        9 => format!("{short:02}/{month:02}/{of_month:02}"),
        10 => format!("{year}년 {month}월 {of_month}일"),
        11 => format!("{short}년 {month}월 {of_month}일"),
        12 => format!(" {year}- {month:02}- {of_month:02} "),
        _ => format!("{year}{month:02}{of_month:02}"),
    }
}

fn text_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, _, at, day) = any_day(draft, rng)?;
    draft.put(side, at, written(day, rng).into());
    Some(())
}

fn digits_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, _, at, day) = any_day(draft, rng)?;
    let digits = f64::from(day.year() * 10_000) + f64::from(day.month() * 100 + day.day());
    // A style of CSV parts the thousands of numbers.
    let cell: Cell = if draft.dress.format == Format::Csv {
        digits.to_string().into()
    } else {
        digits.into()
    };
    draft.put(side, at, cell);
    Some(())
}

fn behind(day: NaiveDate, rng: &mut ChaCha8Rng) -> String {
    let ko = weekday(day);
    let en = day.format("%a").to_string();
    let forms = [
        format!(" ({ko})"),
        format!("({ko})"),
        format!(" {ko}요일"),
        format!(" {ko}"),
        format!(" {en}"),
        format!(" ({en})"),
        format!("({})", en.to_uppercase()),
    ];
    forms.choose(rng).expect("some forms").clone()
}

fn weekday_behind(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, _, at, day) = any_day(draft, rng)?;
    let text = written(day, rng).trim().to_owned() + &behind(day, rng);
    draft.put(side, at, text.into());
    Some(())
}

fn wrong_weekday(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, _, at, day) = any_day(draft, rng)?;
    let other = day + Days::new(rng.random_range(1..=6));
    let text = written(day, rng).trim().to_owned() + &behind(other, rng);
    draft.put(side, at, text.into());
    let spot = draft.spot(side, at);
    draft.require(&["weekday_mismatch"], spot);
    Some(())
}

fn time_behind(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, _, at, day) = any_day(draft, rng)?;
    let (hour, minute) = (rng.random_range(0..24), rng.random_range(0..60));
    if rng.random_bool(0.5) {
        let moment = day.and_hms_opt(hour, minute, 0).expect("a time of day");
        draft.put(side, at, moment.into());
    } else {
        let times = [
            format!(" {hour:02}:{minute:02}"),
            format!(" {hour:02}:{minute:02}:00"),
            " 오후 7:30".to_owned(),
        ];
        let text = written(day, rng).trim().to_owned() + times.choose(rng).expect("some times");
        draft.put(side, at, text.into());
    }
    Some(())
}

fn formula_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_formulas().then_some(())?;
    let (side, _, at, day) = any_day(draft, rng)?;
    draft.put(side, at, Cell::formula("A1+1", day));
    Some(())
}

fn bare_serial(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    (!matches!(draft.dress.format, Format::Csv | Format::Ods)).then_some(())?;
    let (side, _, at, day) = any_day(draft, rng)?;
    let serial = draft.dress.dates.date(day);
    draft.put(side, at, serial.into());
    Some(())
}

fn iso_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_iso()?;
    let (side, _, at, day) = any_day(draft, rng)?;
    let forms = [
        format!("{day}"),
        format!("{day}T00:00:00"),
        format!("{day}T00:00:00.000"),
        format!("{day}T00:00:00.000Z"),
    ];
    let text = forms.choose(rng).expect("some forms").clone();
    draft.put(side, at, Cell::Iso(text));
    Some(())
}

fn lost_with_error(draft: &mut Draft, side: Side, index: usize, at: Address, cell: Cell, code: &'static str) {
    draft.put(side, at, cell);
    draft.lose_row(side, index);
    let spot = draft.spot(side, at);
    draft.require(&[code], spot);
}

fn doubtful_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    let text = [
        "11월 18일",
        "11/18",
        "11.18",
        "11-18(수)",
        "5/6/2026",
        "06.05.2026",
        "11월 18일 (수)",
        "3-4-2026",
    ];
    let text = *text.choose(rng).expect("some texts");
    lost_with_error(draft, side, index, at, text.into(), "not_a_date");
    Some(())
}

fn no_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    let texts = [
        "미정",
        "1주차",
        "TBD",
        "2026-02-30",
        "2026-13-01",
        "2026년 11월",
        "20261340",
        "2026",
        "2026-11",
        "Nov 18",
        "어제",
    ];
    let numbers = [20_261_340.0, 46.5, -3.0, 99_999_999.0, 20_269_999.0];
    let cell: Cell = if rng.random_bool(0.6) {
        (*texts.choose(rng).expect("some texts")).into()
    } else {
        (*numbers.choose(rng).expect("some numbers")).into()
    };
    // A written year stands for a small number where all numbers are written.
    if cell == Cell::from("2026") {
        draft.put(side, at, cell);
        draft.lose_row(side, index);
        let spots = first_figures(draft, side, at.row, true);
        draft.require(&["not_a_date", "row_without_date"], spots);
    } else {
        let cell = if draft.dress.format.has_formulas() && rng.random_bool(0.3) {
            Cell::formula("B4+1", cell)
        } else {
            cell
        };
        lost_with_error(draft, side, index, at, cell, "not_a_date");
    }
    Some(())
}

/// The cells that may be called a row's first figure, and its date cell if that holds a number.
pub(super) fn first_figures(draft: &Draft, side: Side, row: u32, with_date: bool) -> Spot {
    let sheet = draft.side(side);
    let mut columns: Vec<(u32, Kind)> = sheet.columns.iter().map(|(kind, column)| (*column, *kind)).collect();
    columns.sort_by_key(|(column, _)| *column);
    let mut cells = Vec::new();
    for (column, kind) in columns {
        let at = Address::new(row, column);
        let is_there = !matches!(sheet.sheet.get(at).value(), Cell::Empty);
        match kind {
            Kind::Date if with_date => cells.push(at),
            Kind::Time | Kind::Share(_) if is_there => cells.push(at),
            kind if kind.is_whole() && is_there => {
                // Blanks and 0 are no figures.
                let is_zero = sheet.sheet.get(at).as_number().is_some_and(|number| number == 0.0);
                cells.push(at);
                if !is_zero {
                    break;
                }
            }
            _ => {}
        }
    }
    if with_date {
        cells.push(sheet.at(Kind::Date, row));
    }
    Spot::cells(sheet.name, &cells)
}

fn blank_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    let blank = [Cell::Empty, " ".into(), "\u{3000}".into(), "\u{a0}".into()];
    let blank = blank.choose(rng).expect("some blanks").clone();
    draft.put(side, at, blank);
    draft.lose_row(side, index);
    let spot = first_figures(draft, side, at.row, false);
    draft.require(&["row_without_date"], spot);
    Some(())
}

fn count_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    draft.put(side, at, rng.random_range(1..60).into());
    draft.lose_row(side, index);
    let spot = first_figures(draft, side, at.row, true);
    draft.require(&["row_without_date"], spot);
    Some(())
}

/// Errors that this format can hold.
pub(super) fn any_error(draft: &mut Draft, rng: &mut ChaCha8Rng) -> CellError {
    let all = [&CellError::ALL[..], &CellError::NEWER].concat();
    let known = if draft.dress.format == Format::Csv {
        &CellError::ALL[..]
    } else {
        &all
    };
    let error = *known.choose(rng).expect("some errors");
    if CellError::NEWER.contains(&error) {
        // The writer library does not know these.
        draft.dress.style_xlsx();
    }
    error
}

fn error_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    let error = any_error(draft, rng);
    lost_with_error(draft, side, index, at, error.into(), "error_cell");
    Some(())
}

fn uncalculated_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_valueless_formulas()?;
    let (side, index, at) = any_day_alone(draft, rng)?;
    lost_with_error(
        draft,
        side,
        index,
        at,
        Cell::formula("B4+1", Cell::Empty),
        "formula_without_value",
    );
    Some(())
}

fn later_year(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, at) = any_day_alone(draft, rng)?;
    let day = day_of(draft, side, index);
    let later = day.with_year(2062)?;
    if side == Side::Performances {
        // A performance is a performance, however late.
        let start = draft.good.performances[index].starts_at.naive_local();
        draft.good.performances[index].starts_at = crate::world::in_seoul(later.and_time(start.time()));
        draft.put(side, at, later.into());
        return Some(());
    }
    let before = draft.good.daily.iter().any(|row| row.sale_day == later);
    (!before).then_some(())?;
    draft.put(side, at, later.into());
    draft.lose_row(side, index);
    draft.later_rows.push(at.row);
    Some(())
}

/// A data row once more, in an empty row below.
fn same_day_again(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let (_, row) = draft.any_row(rng, side)?;
    let below: Vec<u32> = draft
        .side(side)
        .spare
        .iter()
        .copied()
        .filter(|spare| row < *spare)
        .collect();
    let copy = *below.choose(rng)?;
    draft.claim_row(side, row)?;
    draft.claim_row(side, copy)?;
    let cells: Vec<(u32, Cell)> = draft
        .side(side)
        .sheet
        .row(row)
        .map(|(column, cell)| (column, cell.clone()))
        .collect();
    for (column, cell) in cells {
        draft.side_mut(side).sheet.set((copy, column), cell);
    }
    let at = draft.side(side).at(Kind::Date, copy);
    draft.tell(side, at, &format!("row {} again", row + 1));
    let code = if side == Side::Daily {
        "duplicate_sale_day"
    } else {
        "duplicate_performance"
    };
    let spot = draft.spot(side, at);
    draft.require(&[code], spot);
    Some(())
}

/// Two performances of a day under one date cell, or two sale days, which is an error.
fn merged_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_merges().then_some(())?;
    let side = draft.any_side(rng)?;
    let (index, row) = draft.any_row(rng, side)?;
    let rows = draft.side(side).rows.clone();
    (rows.get(index + 1) == Some(&(row + 1))).then_some(())?;
    let (first, second) = (
        draft.side(side).at(Kind::Date, row),
        draft.side(side).at(Kind::Date, row + 1),
    );
    if side == Side::Performances && day_of(draft, side, index) == day_of(draft, side, index + 1) {
        draft.claim(side, first)?;
        draft.claim(side, second)?;
    } else {
        let is_rare = rng.random_bool(0.2);
        (side == Side::Daily && is_rare).then_some(())?;
        draft.claim_row(side, row)?;
        draft.claim_row(side, row + 1)?;
        draft.break_row(side, index + 1);
        let spot = draft.spot(side, second);
        draft.require(&["duplicate_sale_day"], spot);
    }
    draft.tell(side, first, &format!("merged with {second}"));
    let sheet = &mut draft.side_mut(side).sheet;
    sheet.clear(second).merge(first, second);
    Some(())
}
