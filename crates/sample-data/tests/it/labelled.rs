//! What holds in every labelled workbook, whatever its ways.

use std::collections::BTreeSet;

use sample_data::world::labelled::{AgencyStates, Column, Group, Knobs, LabelledWorkbook, PaidStates, Placed, State};
use sample_data::{Cell, SampleProduction, Sheet, Workbook, formats};

use crate::support::{random_worlds, seasons};

/// The number that people see in a cell: as such, or as they write won.
#[expect(clippy::cast_possible_truncation, reason = "seats and won are whole")]
fn number(cell: &Cell) -> i64 {
    match cell.value() {
        Cell::Empty => 0,
        Cell::Number(number) => *number as i64,
        Cell::Text(text) => text.replace([',', '원'], "").parse().unwrap(),
        other => panic!("{other:?} is no figure"),
    }
}

fn sum(sheet: &Sheet, placed: &Placed, column: Column) -> i64 {
    (0..placed.rows.len())
        .map(|row| number(sheet.get(placed.cell(column, row))))
        .sum()
}

fn samples() -> impl Iterator<Item = (SampleProduction, chrono::NaiveDate, Knobs)> {
    let worlds = seasons().chain(random_worlds().take(60));
    worlds.enumerate().flat_map(|(index, world)| {
        let uploads: Vec<_> = world
            .uploads()
            .into_iter()
            .rev()
            .take(4)
            .map(|(sample, day)| (sample.clone(), day))
            .collect();
        (0_u64..)
            .zip(uploads)
            .map(move |(at, (sample, day))| (sample, day, Knobs::drawn(index as u64 * 100 + at)))
    })
}

fn assert_sums(sample: &SampleProduction, labelled: &LabelledWorkbook, knobs: &Knobs) {
    let truth = &labelled.truth;
    let sheet = labelled.workbook.sheet(&labelled.performances.sheet);
    let placed = &labelled.performances;
    let is_stage = sample.production.category.is_stage();
    for performance in &truth.performances {
        let row = &performance.row;
        let agencies = &performance.agencies;
        let seats: i64 = agencies.iter().map(|agency| agency.seats).sum();
        assert_eq!(seats, row.paid_seats, "nothing is sold by nobody");
        let krw: i64 = agencies.iter().map(|agency| agency.revenue_krw).sum();
        assert!(row.revenue_krw.is_none_or(|revenue| revenue == krw));
        for agency in agencies {
            assert!((0..=agency.seats).contains(&agency.pending_seats));
            assert!((0..=agency.revenue_krw).contains(&agency.pending_krw));
            assert_eq!(agency.seats_by_grade.values().sum::<i64>(), agency.seats);
            assert!(agency.seats_by_grade.values().all(|seats| 0 <= *seats));
        }
    }
    for (number, _) in knobs.agencies.iter().enumerate() {
        let of = |state| Column::Seats(Group::Agency(number), state, None);
        let told: Vec<State> = [State::Booked, State::Deposited, State::Pending]
            .into_iter()
            .filter(|state| placed.has(of(*state)))
            .collect();
        let wanted: i64 = truth.performances.iter().map(|row| row.agencies[number].seats).sum();
        let booked = if told.contains(&State::Booked) {
            sum(sheet, placed, of(State::Booked))
        } else {
            told.iter().map(|state| sum(sheet, placed, of(*state))).sum()
        };
        assert_eq!(booked, wanted, "agency {number}");
    }
    let invited = sum(sheet, placed, Column::Seats(Group::Complimentary, State::Booked, None));
    let wanted: i64 = truth.performances.iter().map(|row| row.row.complimentary_seats).sum();
    assert_eq!(invited, wanted);
    assert_eq!(labelled.days.is_some(), knobs.days || !is_stage);
    if let Some(days) = &labelled.days {
        assert_eq!(days.rows.len(), truth.days.len());
        for day in &truth.days {
            assert_eq!(
                day.agencies.iter().map(|agency| agency.seats).sum::<i64>(),
                day.row.seats
            );
            let krw: i64 = day.agencies.iter().map(|agency| agency.revenue_krw).sum();
            assert_eq!(krw, day.row.revenue_krw);
        }
    }
}

#[test]
fn agencies_add_up_to_the_sales_of_the_marked_workbook() {
    for (sample, day, knobs) in samples() {
        let labelled = sample.labelled(day, &knobs);
        let marked = sample.truth(day);
        let rows: Vec<_> = labelled.truth.performances.iter().map(|row| &row.row).collect();
        assert_eq!(rows, marked.performance_rows.iter().collect::<Vec<_>>());
        let days: Vec<_> = labelled.truth.days.iter().map(|day| &day.row).collect();
        assert_eq!(days, marked.daily_rows.iter().collect::<Vec<_>>());
        assert_sums(&sample, &labelled, &knobs);
    }
}

#[test]
fn rows_of_totals_hold_a_sum() {
    for (sample, day, knobs) in samples() {
        let labelled = sample.labelled(day, &knobs);
        let placed = &labelled.performances;
        let sheet = labelled.workbook.sheet(&placed.sheet);
        let Some(row) = placed.totals.last() else { continue };
        for (at, column) in &placed.columns {
            if matches!(column, Column::Seats(..) | Column::Won(..)) {
                assert_eq!(
                    number(sheet.get((*row, *at))),
                    sum(sheet, placed, *column),
                    "{column:?}"
                );
            }
        }
    }
}

#[test]
fn a_labelled_workbook_has_no_marker_and_is_the_same_each_time() {
    for (sample, day, knobs) in samples() {
        let labelled = sample.labelled(day, &knobs);
        assert_eq!(labelled, sample.labelled(day, &knobs));
        let mut cells = labelled.workbook.sheets.iter().flat_map(Sheet::cells);
        assert!(cells.all(|(_, cell)| cell.as_text().is_none_or(|text| !text.starts_with("dash_"))));
        assert!(1_000 < formats::xlsx(&labelled.workbook).len());
    }
}

#[test]
fn drawn_knobs_turn_everything() {
    let drawn: Vec<Knobs> = (0..400).map(Knobs::drawn).collect();
    let labels: BTreeSet<_> = drawn.iter().map(|knobs| format!("{:?}", knobs.labels)).collect();
    assert_eq!(labels.len(), 4);
    for states in [
        AgencyStates::Booked,
        AgencyStates::Deposited,
        AgencyStates::DepositedAndPending,
        AgencyStates::DepositedAndBooked,
    ] {
        assert!(drawn.iter().any(|knobs| knobs.agencies.contains(&states)));
    }
    for paid in [
        PaidStates::Missing,
        PaidStates::Booked,
        PaidStates::DepositedAndPending,
        PaidStates::DepositedAndBooked,
    ] {
        assert!(drawn.iter().any(|knobs| knobs.paid == paid));
    }
    for knobs in &drawn {
        assert!(knobs.paid != PaidStates::Missing || !knobs.agencies.is_empty());
        assert!(!knobs.merged_dates || !knobs.blank_dates);
    }
}

#[test]
fn a_second_show_may_have_no_date_of_its_own() {
    let world = seasons().next().unwrap();
    let (sample, day) = world.uploads()[0];
    let plain = sample.labelled(day, &Knobs::default());
    let blank = |workbook: &Workbook, placed: &Placed| {
        let sheet = workbook.sheet(&placed.sheet);
        (0..placed.rows.len())
            .filter(|row| sheet.get(placed.cell(Column::Day, *row)) == &Cell::Empty)
            .count()
    };
    assert_eq!(blank(&plain.workbook, &plain.performances), 0);
    let knobs = Knobs {
        merged_dates: true,
        ..Knobs::default()
    };
    let merged = sample.labelled(day, &knobs);
    let hidden = blank(&merged.workbook, &merged.performances);
    assert!(hidden > 0);
    let sheet = merged.workbook.sheet(&merged.performances.sheet);
    let below = |region: &&(sample_data::Address, sample_data::Address)| region.0.row > merged.performances.heading;
    assert_eq!(sheet.merged().iter().filter(below).count(), hidden);
}
