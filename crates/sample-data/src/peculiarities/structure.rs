//! Where rows and columns stand, in every way that people have.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::Knob;
use super::draft::Side;
use super::file::Format;
use super::plan::{Kind, Plan};

type Change = fn(&mut Plan, &mut ChaCha8Rng, Format);

pub(super) const KNOBS: &[(&str, Change)] = &[
    ("columns in another order", shuffled),
    ("columns further right", indented),
    ("markers in another row", markers_elsewhere),
    ("empty rows between data rows", gaps),
    ("markers too low", markers_too_low),
    ("a marker is missing", unmarked),
    ("a marker is doubled", doubled),
    ("a sheet without data rows", no_rows),
    ("a sheet is missing", missing_sheet),
];

pub(super) fn knobs() -> impl Iterator<Item = Knob> {
    KNOBS.iter().map(|(name, change)| Knob::structure(name, *change))
}

fn side(rng: &mut ChaCha8Rng) -> Side {
    if rng.random_bool(0.5) {
        Side::Daily
    } else {
        Side::Performances
    }
}

fn shuffled(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    plan.side_mut(side(rng)).shuffle(rng);
}

fn indented(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    plan.side_mut(side(rng)).indent = rng.random_range(0..40);
}

fn markers_elsewhere(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    let (side, row) = (side(rng), rng.random_range(0..20));
    plan.side_mut(side).marker_row = row;
    plan.story.push(format!("{side:?}: markers in row {}", row + 1));
}

fn gaps(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    for gap in &mut plan.side_mut(side(rng)).gaps {
        *gap = rng.random_range(0..=3);
    }
}

/// A CSV file is known by its markers, so that it is no sheet without them.
fn markers_too_low(plan: &mut Plan, rng: &mut ChaCha8Rng, format: Format) {
    let (side, row) = (side(rng), rng.random_range(20..40));
    let is_rare = rng.random_bool(0.2);
    if format == Format::Csv || !is_rare {
        return;
    }
    plan.side_mut(side).marker_row = row;
    plan.story.push(format!("{side:?}: markers in row {}", row + 1));
}

fn unmarked(plan: &mut Plan, rng: &mut ChaCha8Rng, format: Format) {
    let side = side(rng);
    let sheet = plan.side_mut(side);
    let is_required = |kind: &&Kind| {
        matches!(
            kind,
            Kind::Date | Kind::Time | Kind::Total | Kind::Revenue | Kind::InvitedTotal | Kind::Share(_)
        )
    };
    let kinds: Vec<&Kind> = sheet.columns.iter().filter(is_required).collect();
    let Some(kind) = kinds.choose(rng).map(|kind| **kind) else {
        return;
    };
    let is_rare = rng.random_bool(0.2);
    if (format == Format::Csv && matches!(kind, Kind::Date | Kind::Time)) || !is_rare {
        return;
    }
    sheet.unmarked = Some(kind);
    plan.story.push(format!("{side:?}: no marker for {kind:?}"));
}

fn doubled(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    let side = side(rng);
    let sheet = plan.side_mut(side);
    let kinds: Vec<Kind> = sheet.columns.iter().copied().filter(|kind| kind.is_number()).collect();
    let Some(kind) = kinds.choose(rng).copied() else {
        return;
    };
    let is_rare = rng.random_bool(0.2);
    if sheet.unmarked.is_some() || 20 <= sheet.marker_row || !is_rare {
        return;
    }
    let last = sheet.indent + u32::try_from(sheet.columns.len()).expect("a few columns");
    sheet.doubled = Some(kind);
    sheet.doubled_at = Some(last);
    plan.story.push(format!("{side:?}: two markers for {kind:?}"));
}

fn no_rows(plan: &mut Plan, rng: &mut ChaCha8Rng, _: Format) {
    let side = side(rng);
    let is_rare = rng.random_bool(0.2);
    if !is_rare {
        return;
    }
    plan.side_mut(side).has_no_rows = true;
    plan.story.push(format!("{side:?}: no data rows"));
}

fn missing_sheet(plan: &mut Plan, rng: &mut ChaCha8Rng, format: Format) {
    let side = side(rng);
    let is_rare = rng.random_bool(0.2);
    if format == Format::Csv || !is_rare {
        return;
    }
    plan.side_mut(side).is_missing = true;
    plan.story.push(format!("{side:?}: the sheet is called otherwise"));
}
