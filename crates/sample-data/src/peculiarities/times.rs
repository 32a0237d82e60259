//! Times of day and casts.

use chrono::{Days, NaiveTime, Timelike};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::days::any_error;
use super::draft::{Draft, Side};
use super::file::Format;
use super::plan::Kind;
use crate::workbook::{Address, Cell};

type Change = fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>;

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("a time as text", text_time),
    ("a time with a day", time_with_day),
    ("a time that is a little off", inexact_time),
    ("a time with seconds", seconds),
    ("a date-typed time", iso_time),
    ("a time from a formula", formula_time),
    ("the end of the day", end_of_day),
    ("just before the end of the day", almost_end_of_day),
    ("no time", no_time),
    ("a blank time", blank_time),
    ("an error for a time", error_time),
    ("a formula for a time that nobody has calculated", uncalculated_time),
    ("a merged time", merged_time),
    ("a blank cast", blank_cast),
    ("an error in the cast", error_cast),
    ("a merged cast", merged_cast),
];

const SIDE: Side = Side::Performances;

fn any_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(usize, Address, NaiveTime)> {
    let (index, row) = draft.any_row(rng, SIDE)?;
    let at = draft.side(SIDE).at(Kind::Time, row);
    draft.claim(SIDE, at)?;
    Some((index, at, draft.good.performances[index].starts_at.time()))
}

pub(super) fn written(time: NaiveTime, rng: &mut ChaCha8Rng) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let (is_pm, twelve) = time.hour12();
    let (ko, en) = if is_pm { ("오후", "PM") } else { ("오전", "AM") };
    match rng.random_range(0..9) {
        0 => format!("{hour:02}:{minute:02}"),
        1 => format!("{hour:02}:{minute:02}:00"),
        2 => format!("{ko} {twelve}:{minute:02}"),
        3 => format!("{twelve}:{minute:02} {en}"),
        4 => format!("{hour}시 {minute:02}분"),
        5 => format!(" {hour}:{minute:02} "),
        6 if minute == 0 => format!("{hour}시"),
        7 => format!("{ko} {twelve:02}:{minute:02}"),
        _ => format!("{hour}시 {minute}분"),
    }
}

fn fraction(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}

fn text_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (_, at, time) = any_time(draft, rng)?;
    draft.put(SIDE, at, written(time, rng).into());
    Some(())
}

fn time_with_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (index, at, time) = any_time(draft, rng)?;
    let day = draft.good.performances[index].starts_at.date_naive() - Days::new(rng.random_range(0..9_000));
    draft.put(SIDE, at, day.and_time(time).into());
    Some(())
}

fn inexact_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (_, at, time) = any_time(draft, rng)?;
    draft.put(SIDE, at, (fraction(time) + rng.random_range(-3e-5..3e-5)).into());
    Some(())
}

fn seconds(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (_, at, time) = any_time(draft, rng)?;
    // At most 29 before and after, which are the same minute.
    let second = time.num_seconds_from_midnight() + rng.random_range(0..59) - 29;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0)?;
    let cell = if rng.random_bool(0.5) {
        time.into()
    } else {
        Cell::from(time.format("%H:%M:%S").to_string())
    };
    // A style of CSV may leave the seconds out.
    let cell = match (draft.dress.format, cell) {
        (Format::Csv, Cell::Time(time)) => time.format("%H:%M:%S").to_string().into(),
        (_, cell) => cell,
    };
    draft.put(SIDE, at, cell);
    Some(())
}

fn iso_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_iso()?;
    let (index, at, time) = any_time(draft, rng)?;
    let day = draft.good.performances[index].starts_at.date_naive();
    let forms = [
        format!("1899-12-30T{time}"),
        format!("{day}T{time}"),
        time.to_string(),
        format!("1899-12-30T{time}.000Z"),
    ];
    // What has no day is no date to ods.
    let known = if draft.dress.format == Format::Ods {
        &forms[..2]
    } else {
        &forms[..]
    };
    let text = known.choose(rng).expect("some forms").clone();
    draft.put(SIDE, at, Cell::Iso(text));
    Some(())
}

fn formula_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.format.has_formulas().then_some(())?;
    let (_, at, time) = any_time(draft, rng)?;
    draft.put(SIDE, at, Cell::formula("TIME(19,30,0)", time));
    Some(())
}

fn move_to_midnight(draft: &mut Draft, index: usize) -> Option<()> {
    let day = draft.good.performances[index].starts_at.date_naive() + Days::new(1);
    let start = crate::world::in_seoul(day.and_time(NaiveTime::MIN));
    let is_taken = draft.good.performances.iter().any(|row| row.starts_at == start);
    (!is_taken).then(|| draft.good.performances[index].starts_at = start)
}

fn end_of_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    // The day itself must stay as it is.
    let (index, row) = draft.any_row(rng, SIDE)?;
    draft.claim_row(SIDE, row)?;
    move_to_midnight(draft, index)?;
    let at = draft.side(SIDE).at(Kind::Time, row);
    let cell: Cell = if draft.dress.format == Format::Csv || rng.random_bool(0.2) {
        "24:00".into()
    } else {
        1.into()
    };
    draft.put(SIDE, at, cell);
    Some(())
}

fn almost_end_of_day(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    (draft.dress.format != Format::Csv).then_some(())?;
    let (index, row) = draft.any_row(rng, SIDE)?;
    draft.claim_row(SIDE, row)?;
    move_to_midnight(draft, index)?;
    let at = draft.side(SIDE).at(Kind::Time, row);
    draft.put(SIDE, at, (1.0 - rng.random_range(1e-12..1e-4)).into());
    Some(())
}

fn wrong(draft: &mut Draft, rng: &mut ChaCha8Rng, cell: Cell, code: &'static str) -> Option<()> {
    let (index, at, _) = any_time(draft, rng)?;
    draft.put(SIDE, at, cell);
    draft.break_row(SIDE, index);
    let spot = draft.spot(SIDE, at);
    draft.require(&[code], spot);
    Some(())
}

fn no_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let texts = [
        "저녁",
        "1930",
        "25:00",
        "19:75",
        "7시 반쯤",
        "19:30~21:00",
        "미정",
        "오후 19:30:99",
    ];
    let numbers = [1_930.0, 19.5, 19.0, -0.25, 7.5, 2.0];
    let cell: Cell = if rng.random_bool(0.5) {
        (*texts.choose(rng).expect("some texts")).into()
    } else {
        (*numbers.choose(rng).expect("some numbers")).into()
    };
    wrong(draft, rng, cell, "not_a_time")
}

fn blank_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let cell = [Cell::Empty, " ".into(), "\u{3000}".into()]
        .choose(rng)
        .expect("some blanks")
        .clone();
    wrong(draft, rng, cell, "missing_time")
}

fn error_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let error = any_error(draft, rng);
    wrong(draft, rng, error.into(), "error_cell")
}

fn uncalculated_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    draft.dress.allow_valueless_formulas()?;
    wrong(
        draft,
        rng,
        Cell::formula("TIME(19,30,0)", Cell::Empty),
        "formula_without_value",
    )
}

/// Two rows, one below the other, in which `kind` has the same value.
fn any_pair(draft: &mut Draft, rng: &mut ChaCha8Rng, kind: Kind) -> Option<(Address, Address)> {
    draft.dress.format.has_merges().then_some(())?;
    let (index, row) = draft.any_row(rng, SIDE)?;
    (draft.side(SIDE).rows.get(index + 1) == Some(&(row + 1))).then_some(())?;
    let (first, second) = (draft.side(SIDE).at(kind, row), draft.side(SIDE).at(kind, row + 1));
    let sheet = &draft.side(SIDE).sheet;
    (sheet.get(first) == sheet.get(second)).then_some(())?;
    draft.claim(SIDE, first)?;
    draft.claim(SIDE, second)?;
    Some((first, second))
}

fn merge(draft: &mut Draft, first: Address, second: Address) {
    draft.tell(SIDE, first, &format!("merged with {second}"));
    draft.side_mut(SIDE).sheet.clear(second).merge(first, second);
}

fn merged_time(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (first, second) = any_pair(draft, rng, Kind::Time)?;
    merge(draft, first, second);
    Some(())
}

fn merged_cast(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    (0 < draft.good.roles).then_some(())?;
    let role = rng.random_range(0..draft.good.roles);
    let (first, second) = any_pair(draft, rng, Kind::Cast(role))?;
    merge(draft, first, second);
    Some(())
}

fn any_cast(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<(usize, usize, Address)> {
    (0 < draft.good.roles).then_some(())?;
    let role = rng.random_range(0..draft.good.roles);
    let (index, row) = draft.any_row(rng, SIDE)?;
    let at = draft.side(SIDE).at(Kind::Cast(role), row);
    draft.claim(SIDE, at)?;
    Some((index, role, at))
}

fn blank_cast(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (index, role, at) = any_cast(draft, rng)?;
    let blank = [Cell::Empty, " ".into(), "\u{3000}\u{a0}".into()]
        .choose(rng)
        .expect("some blanks")
        .clone();
    draft.put(SIDE, at, blank);
    // Taken out when all is done: other roles keep their place until then.
    draft.good.performances[index].cast[role].clear();
    let spot = draft.spot(SIDE, at);
    draft.require(&["missing_cast"], spot);
    Some(())
}

fn error_cast(draft: &mut Draft, rng: &mut ChaCha8Rng) -> Option<()> {
    let (index, _, at) = any_cast(draft, rng)?;
    let error = any_error(draft, rng);
    draft.put(SIDE, at, error.into());
    draft.break_row(SIDE, index);
    let spot = draft.spot(SIDE, at);
    draft.require(&["error_cell"], spot);
    Some(())
}
