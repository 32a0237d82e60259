//! Markers and names of sheets as people type and paste them.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::draft::Draft;
use super::file::Format;
use crate::workbook::Address;

type Change = fn(&mut Draft, &mut ChaCha8Rng) -> Option<()>;

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("a marker in another case", |draft, rng| {
        marker(draft, rng, in_other_case)
    }),
    ("a marker in full width", |draft, rng| marker(draft, rng, in_full_width)),
    ("a marker with blanks", |draft, rng| marker(draft, rng, with_blanks)),
    ("a marker with invisible characters", |draft, rng| {
        marker(draft, rng, with_invisible)
    }),
    ("a sheet's name in another case", |draft, rng| {
        name(draft, rng, in_other_case)
    }),
    ("a sheet's name in full width", |draft, rng| {
        name(draft, rng, in_full_width)
    }),
    ("a sheet's name with blanks", |draft, rng| name(draft, rng, with_blanks)),
    ("a sheet's name with invisible characters", |draft, rng| {
        name(draft, rng, with_invisible)
    }),
    ("a sheet's name in decomposed letters", |draft, rng| {
        name(draft, rng, decomposed)
    }),
];

type Spelling = fn(&str, &mut ChaCha8Rng) -> String;

fn marker(draft: &mut Draft, rng: &mut ChaCha8Rng, spelling: Spelling) -> Option<()> {
    let side = draft.any_side(rng)?;
    let row = draft.side(side).marker_row;
    let texts = draft.side(side).sheet.row(row).filter_map(|(column, cell)| {
        let text = cell.as_text().filter(|text| text.starts_with("dash_"))?;
        Some((column, text.to_owned()))
    });
    let texts: Vec<(u32, String)> = texts.collect();
    let (column, text) = texts.choose(rng)?;
    let at = Address::new(row, *column);
    draft.claim(side, at)?;
    let text = spelling(text, rng);
    draft.put(side, at, text.into());
    Some(())
}

/// Text files have no names of sheets, and a missing sheet has another name.
fn name(draft: &mut Draft, rng: &mut ChaCha8Rng, spelling: Spelling) -> Option<()> {
    let side = draft.any_side(rng)?;
    (draft.dress.format != Format::Csv).then_some(())?;
    let sheet = &mut draft.side_mut(side).sheet;
    sheet.name = spelling(&sheet.name, rng);
    let name = format!("{side:?} is called {:?}", sheet.name);
    draft.story.push(name);
    Some(())
}

fn in_other_case(text: &str, rng: &mut ChaCha8Rng) -> String {
    match rng.random_range(0..3) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        _ => text
            .chars()
            .map(|c| {
                if rng.random_bool(0.5) {
                    c.to_ascii_uppercase()
                } else {
                    c.to_ascii_lowercase()
                }
            })
            .collect(),
    }
}

fn in_full_width(text: &str, _: &mut ChaCha8Rng) -> String {
    let wide = |c: char| match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).expect("a full-width form"),
        other => other,
    };
    text.chars().map(wide).collect()
}

fn with_blanks(text: &str, rng: &mut ChaCha8Rng) -> String {
    let blanks = ["", " ", "  ", "\u{a0}", "\u{3000}"];
    let mut blank = || *blanks.choose(rng).expect("some blanks");
    format!("{}{text}{}", blank(), blank())
}

fn with_invisible(text: &str, rng: &mut ChaCha8Rng) -> String {
    let invisible = *["\u{200b}", "\u{feff}", "\u{200e}", "\u{ad}", "\u{2060}", "\u{200d}"]
        .choose(rng)
        .expect("some");
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = *places.choose(rng).expect("a place");
    format!("{}{invisible}{}", &text[..place], &text[place..])
}

/// Hangul in parts, as macOS writes file names: the two names that have some.
fn decomposed(text: &str, _: &mut ChaCha8Rng) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let Some(index) = u32::from(c).checked_sub(0xAC00).filter(|index| *index < 11_172) else {
            out.push(c);
            continue;
        };
        let part = |base: u32, index: u32| char::from_u32(base + index).expect("a part of Hangul");
        out.push(part(0x1100, index / 588));
        out.push(part(0x1161, index % 588 / 28));
        if index % 28 != 0 {
            out.push(part(0x11A7, index % 28));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn hangul_is_taken_apart() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        assert_eq!(decomposed("일 A", &mut rng), "\u{110b}\u{1175}\u{11af} A");
        assert_eq!(in_full_width("dash_A 1", &mut rng), "ｄａｓｈ＿Ａ\u{3000}１");
    }
}
