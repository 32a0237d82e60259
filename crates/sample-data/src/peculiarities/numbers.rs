//! Figures as people and programs write them, and what is no figure.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::days::any_error;
use super::draft::{Draft, Side};
use super::expected::Spot;
use super::file::Format;
use super::plan::Kind;
use crate::workbook::{Address, Cell};

type Change = fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>;

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("a number as text", text_number),
    ("another number as text", text_number),
    ("a negative number as text", negative_text),
    ("a zero in the comma style", comma_zero),
    ("a share as text", text_share),
    ("a blank number", blank_number),
    ("an empty text for a number", empty_text),
    ("a fraction", fraction),
    ("a negative number", negative),
    ("a share out of range", large_share),
    ("text for a number", no_number),
    ("an error for a number", error_number),
    ("a number from a formula", formula_number),
    ("another number from a formula", formula_number),
    ("a formula for a number that nobody has calculated", uncalculated_number),
    ("a merged figure", merged_figure),
    ("another total than that of its grades", other_total),
    ("revenue without seats", free_seats),
    ("all totals from formulas that come to 0", zero_formulas),
];

/// Whole figures.
fn any_whole(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(Side, usize, Kind, Address)> {
    draft.any_figure(rng, |_, kind| kind.is_whole())
}

fn thousands(number: i64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    String::from_utf8(groups.join(&b',')).expect("digits and commas")
}

/// One of the notations of a number that is not negative.
fn written(number: i64, kind: Kind, rng: &mut ChaCha8Rng) -> String {
    let parted = thousands(number);
    let unit = if kind == Kind::Revenue {
        "원"
    } else {
        *["매", "석"].choose(rng).expect("two units")
    };
    match rng.random_range(0..8) {
        0 => number.to_string(),
        1 => parted,
        2 => format!(" {parted} "),
        3 => format!("{parted}{unit}"),
        4 => format!("{parted} {unit}"),
        5 if kind == Kind::Revenue => format!("₩{parted}"),
        6 if kind == Kind::Revenue => format!("₩ {number}"),
        _ => format!("{number}.0"),
    }
}

/// A text that is plainly a number is told of in a workbook, not in CSV.
fn told(draft: &mut Draft, side: Side, at: Address) {
    if draft.dress.format != Format::Csv {
        let spot = draft.spot(side, at);
        draft.require(&["text_number"], spot);
    }
}

fn text_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = any_whole(draft, rng)?;
    let number = *draft.figure(side, index, kind);
    let text = written(number, kind, rng);
    let cell: Cell = if draft.dress.format.has_formulas() && rng.random_bool(0.2) {
        // The writer library makes a number of it.
        draft.dress.style_xlsx();
        Cell::formula("TEXT(A1,\"0\")", text)
    } else {
        text.into()
    };
    draft.put(side, at, cell);
    told(draft, side, at);
    Some(())
}

/// Only where a refund is possible.
fn any_refundable(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(Side, usize, Kind, Address)> {
    draft.any_figure(rng, |side, kind| {
        kind.is_whole() && (side == Side::Daily || kind == Kind::Revenue)
    })
}

fn negative_text(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = any_refundable(draft, rng)?;
    let number = draft.figure(side, index, kind);
    (0 < *number).then_some(())?;
    let parted = thousands(*number);
    *number = -*number;
    let forms = [
        format!("-{parted}"),
        format!("−{parted}"),
        format!("△{parted}"),
        format!("▲{parted}"),
        format!("({parted})"),
        format!("▲ {parted}"),
        format!(" ({parted}) "),
    ];
    let text = forms.choose(rng).expect("some forms").clone();
    draft.put(side, at, text.into());
    told(draft, side, at);
    let spot = draft.spot(side, at);
    draft.require(&["negative_sale"], spot);
    Some(())
}

fn comma_zero(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = any_whole(draft, rng)?;
    *draft.figure(side, index, kind) = 0;
    draft.put(side, at, " -   ".into());
    told(draft, side, at);
    Some(())
}

fn text_share(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| matches!(kind, Kind::Share(_)))?;
    let Kind::Share(share) = kind else { return None };
    let number = *draft.share(index, share);
    let percent = format!("{:.1}", number * 100.0);
    let forms = [
        format!("{percent}%"),
        format!("{percent} %"),
        number.to_string(),
        format!(" {number} "),
    ];
    draft.put(side, at, forms.choose(rng).expect("some forms").clone().into());
    told(draft, side, at);
    Some(())
}

fn set_zero(draft: &mut Draft, side: Side, index: usize, kind: Kind) {
    match kind {
        Kind::Share(share) => *draft.share(index, share) = 0.0,
        kind => *draft.figure(side, index, kind) = 0,
    }
}

fn blank_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    let blanks = [
        Cell::Empty,
        " ".into(),
        "\u{a0}".into(),
        "\u{3000}".into(),
        "   ".into(),
    ];
    draft.put(side, at, blanks.choose(rng).expect("some blanks").clone());
    set_zero(draft, side, index, kind);
    let spot = draft.spot(side, at);
    draft.require(&["blank_number"], spot);
    Some(())
}

fn empty_text(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_formulas().then_some(())?;
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    // The writer library leaves the value out.
    draft.dress.style_xlsx();
    draft.put(side, at, Cell::formula("IF(A1=0,\"\",A1)", ""));
    set_zero(draft, side, index, kind);
    let spot = draft.spot(side, at);
    draft.require(&["blank_number"], spot);
    Some(())
}

fn fraction(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = any_whole(draft, rng)?;
    let tenths = rng.random_range(1..=9);
    let number = draft.figure(side, index, kind);
    let written = format!("{number}.{tenths}");
    *number += i64::from(5 <= tenths);
    let cell: Cell = written.parse::<f64>().expect("a number").into();
    draft.put(side, at, cell);
    let spot = draft.spot(side, at);
    draft.require(&["fraction"], spot);
    Some(())
}

fn negative(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = any_whole(draft, rng)?;
    let number = draft.figure(side, index, kind);
    (0 < *number).then_some(())?;
    *number = -*number;
    let cell = Cell::from(*number);
    draft.put(side, at, cell);
    let spot = draft.spot(side, at);
    if side == Side::Daily || kind == Kind::Revenue {
        draft.require(&["negative_sale"], spot);
    } else {
        draft.break_row(side, index);
        draft.require(&["negative_seats"], spot);
    }
    Some(())
}

fn large_share(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| matches!(kind, Kind::Share(_)))?;
    let Kind::Share(share) = kind else { return None };
    let number = *[1.2, 1.201, 85.0, -0.1, 0.0].choose(rng).expect("some shares");
    *draft.share(index, share) = number;
    draft.put(side, at, Cell::Percent(number));
    Some(())
}

fn broken(draft: &mut Draft, side: Side, index: usize, at: Address, cell: Cell, codes: &[&'static str]) {
    draft.put(side, at, cell);
    draft.break_row(side, index);
    let spot = draft.spot(side, at);
    draft.require(codes, spot);
}

fn no_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, _, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    let texts = [
        "약 20",
        "20?",
        "1,23",
        "1,2345",
        "12a",
        "1.2.3",
        "없음",
        "스무 매",
        "20/30",
        "-",
        "--5",
        "20 30",
        "예매 20매",
    ];
    let text = *texts.choose(rng).expect("some texts");
    // A bare dash is nearly the comma style: either is clear.
    if text == "-" {
        return None;
    }
    broken(draft, side, index, at, text.into(), &["not_a_number"]);
    Some(())
}

fn error_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, _, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    let error = any_error(draft, rng);
    let cell = if draft.dress.format.has_formulas() && rng.random_bool(0.5) {
        Cell::formula("A1/0", error)
    } else {
        error.into()
    };
    broken(draft, side, index, at, cell, &["error_cell"]);
    Some(())
}

fn formula_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_formulas().then_some(())?;
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    let cached = match kind {
        Kind::Share(share) => Cell::Percent(*draft.share(index, share)),
        kind => Cell::from(*draft.figure(side, index, kind)),
    };
    draft.put(side, at, Cell::formula("SUM(A1:A2)", cached));
    Some(())
}

fn uncalculated_number(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_valueless_formulas()?;
    let (side, index, _, at) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    broken(
        draft,
        side,
        index,
        at,
        Cell::formula("SUM(A1:A2)", Cell::Empty),
        &["formula_without_value"],
    );
    Some(())
}

fn merged_figure(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_merges().then_some(())?;
    let (side, index, _, first) = draft.any_figure(rng, |_, kind| kind.is_number())?;
    let second = Address::new(first.row + 1, first.column);
    (draft.side(side).rows.get(index + 1) == Some(&second.row)).then_some(())?;
    draft.claim(side, second)?;
    draft.tell(side, first, &format!("merged with {second}"));
    draft.side_mut(side).sheet.clear(second).merge(first, second);
    draft.break_row(side, index);
    draft.break_row(side, index + 1);
    let name = draft.side(side).name;
    draft.require(&["merged_figure"], Spot::cells(name, &[first, second]));
    draft.allow(&["merged_figure", "blank_number"], Spot::cells(name, &[first, second]));
    Some(())
}

fn other_total(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| {
        matches!(kind, Kind::Total | Kind::InvitedTotal | Kind::Grade(_))
    })?;
    let number = draft.figure(side, index, kind);
    *number += 1;
    let cell = Cell::from(*number);
    draft.put(side, at, cell);
    Some(())
}

fn free_seats(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (side, index, kind, at) = draft.any_figure(rng, |_, kind| matches!(kind, Kind::Total | Kind::Revenue))?;
    *draft.figure(side, index, kind) = 0;
    draft.put(side, at, 0.into());
    Some(())
}

/// As a program leaves it that writes formulas and does not calculate.
fn zero_formulas(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let is_rare = rng.random_bool(0.2);
    (draft.dress.format.has_formulas() && is_rare).then_some(())?;
    for side in [Side::Daily, Side::Performances] {
        for index in 0..draft.row_count(side) {
            let row = draft.side(side).rows[index];
            if draft.side(side).is_dead || draft.fate(side, index) != super::draft::Fate::Good {
                continue;
            }
            let at = draft.side(side).at(Kind::Total, row);
            if draft.claim(side, at).is_some() {
                *draft.figure(side, index, Kind::Total) = 0;
                draft.put(side, at, Cell::formula("SUM(C5:D5)", 0));
            }
        }
    }
    Some(())
}
