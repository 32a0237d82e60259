//! Rows for people among the data: notes, totals, templates, and blanks far away.

use chrono::Days;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::days::{any_error, first_figures};
use super::draft::{Draft, Side};
use super::expected::Spot;
use super::file::Format;
use super::plan::{Kind, value};
use crate::workbook::{Address, Cell};

type Change = fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>;

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("a line of totals", totals),
    ("another line of totals", totals),
    ("a line of totals that begins elsewhere", totals_elsewhere),
    ("figures without a date or word", figures_alone),
    ("figures with a count for a date", figures_with_count),
    ("figures with a text for a date", figures_with_text),
    ("a note", note),
    ("a row of zeros", zeros),
    ("numbers in columns for people", numbers_for_people),
    ("an error for people", error_for_people),
    ("an error in a row for people", error_in_row_for_people),
    ("an error for a date in a row for people", error_for_date),
    (
        "a formula for people that nobody has calculated",
        uncalculated_for_people,
    ),
    ("a blank far away", far_blank),
    ("a template of a day to come", template),
    ("sales of a day to come", later_sales),
    ("a marker that nobody knows", unknown_marker),
    ("another column of grades", unknown_grade),
];

const WORDS: [&str; 14] = [
    "합계",
    "소계",
    "총계",
    "누계",
    "계",
    "평균",
    "TOTAL",
    "SUM",
    "AVG",
    "합계 (1~3회)",
    "소계:",
    "Total",
    "total",
    "계 3일",
];

fn kinds(draft: &Draft, side: Side, wanted: impl Fn(Kind) -> bool) -> Vec<Kind> {
    draft
        .side(side)
        .columns
        .iter()
        .map(|(kind, _)| *kind)
        .filter(|kind| wanted(*kind))
        .collect()
}

/// Sums of all rows, as formulas where there are some.
fn put_sums(draft: &mut Draft, side: Side, row: u32, rng: &mut ChaCha8Rng) {
    let is_formula = draft.dress.format.has_formulas() && rng.random_bool(0.5);
    for kind in kinds(draft, side, |kind| {
        matches!(kind, Kind::Total | Kind::Revenue | Kind::Grade(_))
    }) {
        let sum: i64 = match side {
            Side::Daily => (0..draft.good.daily.len())
                .map(|index| *draft.figure(side, index, kind))
                .sum(),
            Side::Performances => (0..draft.good.performances.len())
                .map(|index| *draft.figure(side, index, kind))
                .sum(),
        };
        let sum = sum.max(1);
        let at = draft.side(side).at(kind, row);
        let cell = if is_formula {
            Cell::formula("SUM(D5:D9)", sum)
        } else {
            sum.into()
        };
        draft.put(side, at, cell);
    }
}

fn totals(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    put_sums(draft, side, row, rng);
    let at = draft.side(side).at(Kind::Date, row);
    draft.put(side, at, (*WORDS.choose(rng).expect("some words")).into());
    Some(())
}

fn totals_elsewhere(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    put_sums(draft, side, row, rng);
    let kind = *kinds(draft, side, |kind| matches!(kind, Kind::Remark | Kind::Weekday)).choose(rng)?;
    let at = draft.side(side).at(kind, row);
    draft.put(side, at, (*WORDS.choose(rng).expect("some words")).into());
    if rng.random_bool(0.5) {
        let date = draft.side(side).at(Kind::Date, row);
        draft.put(side, date, rng.random_range(1..30).into());
    }
    Some(())
}

fn figures_alone(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    put_sums(draft, side, row, rng);
    let spot = first_figures(draft, side, row, false);
    draft.require(&["row_without_date"], spot);
    Some(())
}

fn figures_with_count(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    put_sums(draft, side, row, rng);
    let at = draft.side(side).at(Kind::Date, row);
    draft.put(side, at, rng.random_range(1..60).into());
    let spot = first_figures(draft, side, row, true);
    draft.require(&["row_without_date"], spot);
    Some(())
}

fn figures_with_text(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    put_sums(draft, side, row, rng);
    let at = draft.side(side).at(Kind::Date, row);
    let texts = [
        "1주차",
        "미정",
        "총 판매",
        "프리뷰",
        "계약금",
        "평일",
        "예비 합계",
        "Summary note",
    ];
    let text = *texts.choose(rng).expect("some texts");
    draft.put(side, at, text.into());
    let spot = draft.spot(side, at);
    // Some begin like a word for totals: what is left out of them is known to whoever wrote them.
    if matches!(text, "계약금" | "Summary note") {
        draft.allow(&["not_a_date"], spot);
    } else {
        draft.require(&["not_a_date"], spot);
    }
    Some(())
}

fn note(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    let (_, columns) = draft.side(side).sheet.size();
    for text in ["* 프리뷰 기간 할인", "담당: 기획팀", "dash_memo", "취소분 포함"] {
        let at = Address::new(row, rng.random_range(0..columns));
        draft.put(side, at, text.into());
    }
    Some(())
}

fn zeros(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    for kind in kinds(draft, side, Kind::is_number) {
        let at = draft.side(side).at(kind, row);
        if rng.random_bool(0.7) {
            draft.put(side, at, 0.into());
        }
    }
    Some(())
}

fn numbers_for_people(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    for kind in kinds(draft, side, |kind| !kind.is_marked()) {
        let at = draft.side(side).at(kind, row);
        draft.put(side, at, rng.random_range(1..1_000).into());
    }
    Some(())
}

fn error_for_people(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let (_, row) = draft.any_row(rng, side)?;
    let kind = *kinds(draft, side, |kind| !kind.is_marked()).choose(rng)?;
    let at = draft.side(side).at(kind, row);
    draft.claim(side, at)?;
    let error = any_error(draft, rng);
    draft.put(side, at, error.into());
    Some(())
}

fn error_in_row_for_people(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    let kind = *kinds(draft, side, |kind| kind != Kind::Date).choose(rng)?;
    let at = draft.side(side).at(kind, row);
    let error = any_error(draft, rng);
    draft.put(side, at, error.into());
    if rng.random_bool(0.5) {
        let date = draft.side(side).at(Kind::Date, row);
        draft.put(side, date, "합계".into());
    }
    Some(())
}

fn error_for_date(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    let at = draft.side(side).at(Kind::Date, row);
    let error = any_error(draft, rng);
    draft.put(side, at, error.into());
    let spot = draft.spot(side, at);
    draft.require(&["error_cell"], spot);
    Some(())
}

fn uncalculated_for_people(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_valueless_formulas()?;
    let side = draft.any_side(rng)?;
    let row = draft.any_spare(rng, side)?;
    let kind = *kinds(draft, side, |_| true).choose(rng)?;
    let at = draft.side(side).at(kind, row);
    draft.put(side, at, Cell::formula("SUM(D5:D9)", Cell::Empty));
    let spot = draft.spot(side, at);
    if kind == Kind::Date {
        draft.require(&["formula_without_value"], spot);
    } else {
        // What it comes to may be a figure.
        draft.allow(&["row_without_date"], spot);
    }
    Some(())
}

fn far_blank(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let (rows, columns) = match draft.dress.format {
        Format::Csv => (60, 60),
        Format::Xls => (60_000, 255),
        _ if rng.random_bool(0.1) => (250_000, 16_383),
        _ => (400, 701),
    };
    let at = Address::new(rng.random_range(rows - 3..rows), rng.random_range(columns - 3..columns));
    let blank = *[" ", "   ", "\u{a0}", "\u{3000}"].choose(rng).expect("some blanks");
    draft.put(side, at, blank.into());
    Some(())
}

fn template(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let row = draft.any_spare(rng, Side::Daily)?;
    draft.has_templates = true;
    let at = draft.side(Side::Daily).at(Kind::Date, row);
    let day = draft.good.record_date + Days::new(rng.random_range(1..200));
    draft.put(Side::Daily, at, day.into());
    for kind in kinds(draft, Side::Daily, Kind::is_number) {
        if rng.random_bool(0.3) {
            let at = draft.side(Side::Daily).at(kind, row);
            draft.put(Side::Daily, at, 0.into());
        }
    }
    Some(())
}

fn later_sales(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let row = draft.any_spare(rng, Side::Daily)?;
    for (kind, _) in draft.side(Side::Daily).columns.clone() {
        let at = draft.side(Side::Daily).at(kind, row);
        let cell = value(kind, &draft.good, Side::Daily, 0);
        draft.side_mut(Side::Daily).sheet.set(at, cell);
    }
    let at = draft.side(Side::Daily).at(Kind::Date, row);
    let day = draft.good.record_date + Days::new(rng.random_range(1..200));
    draft.put(Side::Daily, at, day.into());
    draft.later_rows.push(row);
    Some(())
}

fn unknown_marker(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    let column = draft.side(side).columns.iter().map(|(_, column)| column + 2).max()?;
    let marker_row = draft.side(side).marker_row;
    let marker = *["dash_memo", "dash_", "dash_seat", "dash_weekday"]
        .choose(rng)
        .expect("some markers");
    draft.put(side, Address::new(marker_row, column), marker.into());
    for row in draft.side(side).rows.clone() {
        draft.side_mut(side).sheet.set((row, column), 12);
    }
    Some(())
}

/// A marker of the other kind of sheet says nothing here.
fn unknown_grade(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let side = draft.any_side(rng)?;
    (side == Side::Daily && draft.good.is_stage).then_some(())?;
    let column = draft.side(side).columns.iter().map(|(_, column)| column + 2).max()?;
    let marker_row = draft.side(side).marker_row;
    draft.put(side, Address::new(marker_row, column), "dash_seat_paid_vip".into());
    for row in draft.side(side).rows.clone() {
        draft.side_mut(side).sheet.set((row, column), 12);
    }
    Some(())
}

/// What was sold after the record date is told once, at the first such row.
pub(super) fn expect_later_sales(draft: &mut Draft) {
    if let Some(row) = draft.later_rows.iter().min().copied() {
        let sheet = draft.side(Side::Daily);
        let at = sheet.at(Kind::Date, row);
        let name = sheet.name;
        draft.require(&["sale_after_record_date"], Spot::cells(name, &[at]));
    }
}
