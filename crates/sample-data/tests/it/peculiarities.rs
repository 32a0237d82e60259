//! The generator of peculiar workbooks does what it says.

use std::collections::BTreeSet;

use sample_data::peculiarities::{Knob, case, drawn_knobs, knobs};

#[test]
fn without_a_knob_nothing_is_peculiar() {
    for seed in 0..60 {
        let plain = case(seed, &[]);
        assert!(
            plain.expected.required.is_empty(),
            "{seed}: {:?}",
            plain.expected.required
        );
        assert!(2 <= plain.expected.daily_rows.len() && 2 <= plain.expected.performance_rows.len());
        let sold: i64 = plain.expected.daily_rows.iter().map(|row| row.seats).sum();
        let of_performances: i64 = plain.expected.performance_rows.iter().map(|row| row.paid_seats).sum();
        assert_eq!(sold, of_performances, "{seed}");
    }
}

#[test]
fn every_knob_changes_some_workbook() {
    for knob in knobs() {
        let changes = (0..600).any(|seed| case(seed, &[knob]).files != case(seed, &[]).files);
        assert!(changes, "{}", knob.name());
    }
}

#[test]
fn the_same_seed_gives_the_same_case() {
    for seed in 0..40 {
        let (knobs, again) = (drawn_knobs(seed), drawn_knobs(seed));
        let names = |knobs: &[&Knob]| knobs.iter().copied().map(Knob::name).collect::<Vec<_>>();
        assert_eq!(names(&knobs), names(&again));
        assert_eq!(case(seed, &knobs).files, case(seed, &again).files);
    }
}

#[test]
fn knobs_have_names_of_their_own() {
    let names: BTreeSet<&str> = knobs().iter().map(Knob::name).collect();
    assert_eq!(names.len(), knobs().len());
}
