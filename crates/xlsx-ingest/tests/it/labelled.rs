//! Workbooks as people keep them, with what was in the books.

use std::sync::LazyLock;

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use domain::sales::{PerformanceDetails, Snapshot};
use proptest::prelude::*;
use sample_data::formats::{ods, xls, xlsb, xlsx};
use sample_data::world::labelled::{
    AgencyStates, Column, Group, Knobs, LabelledWorkbook, Labels, PaidStates, State, Totals,
};
use sample_data::{Cell, CellError, SampleProduction, Sheet, Workbook, World, random_world, season};
use xlsx_ingest::{House, InProcess, Limits, Reading, ReadingContext, WorkbookFile, read_workbook};

use crate::support::day;

/// The context of the day after one with the same agencies.
fn context(sample: &SampleProduction, labelled: &LabelledWorkbook) -> ReadingContext {
    let production = &sample.production;
    let house = labelled.truth.performances.first().map(|row| row.row.house_seats);
    let inventory = house.filter(|seats| *seats > 0);
    ReadingContext {
        kind: None,
        category: Some(match production.category {
            sample_data::world::Category::Concert => Category::Concert,
            sample_data::world::Category::Musical => Category::Musical,
            sample_data::world::Category::Play => Category::Play,
        }),
        record_date: labelled.truth.record_date,
        sale_start: None,
        previous_totals: None,
        previous_agencies: previous(labelled),
        house: House {
            seats: inventory,
            concert_time: None,
            // What the office calls the grades of its houses.
            grades: grades(labelled),
            layouts: Vec::new(),
        },
    }
}

/// The agency that not everybody knows, if it sells.
fn previous(labelled: &LabelledWorkbook) -> Vec<(domain::agency::AgencyCode, String)> {
    let sells = labelled
        .performances
        .columns
        .iter()
        .any(|(_, column)| matches!(column, Column::Seats(Group::Agency(4), ..)));
    let known = ("별빛티켓".parse().unwrap(), "별빛 티켓".to_owned());
    if sells { vec![known] } else { Vec::new() }
}

fn grades(labelled: &LabelledWorkbook) -> Vec<(domain::grade::Grade, Option<String>)> {
    let rows = &labelled.truth.performances;
    let codes = rows.iter().flat_map(|row| row.row.paid_seats_by_grade.keys());
    let mut codes: Vec<&String> = codes.collect();
    codes.sort();
    codes.dedup();
    codes.into_iter().map(|code| (code.parse().unwrap(), None)).collect()
}

fn read(bytes: &[u8], context: &ReadingContext) -> Reading {
    let file = WorkbookFile { name: "a.xlsx", bytes };
    read_workbook(&[file], context, &Limits::default(), &InProcess)
}

fn found(reading: &Reading) -> Vec<(&'static str, String)> {
    let found = reading.diagnostics.iter();
    found
        .map(|finding| (finding.code.code(), finding.cell.clone().unwrap_or_default()))
        .collect()
}

/// A play with both sheets, two agencies that tell what is paid, and the total.
fn play(knobs: &Knobs) -> (SampleProduction, LabelledWorkbook) {
    static WORLD: LazyLock<World> = LazyLock::new(|| season(3, day("2026-11-20")));
    let (sample, record_date) = WORLD.uploads()[0];
    (sample.clone(), sample.labelled(record_date, knobs))
}

fn with_states() -> Knobs {
    Knobs {
        agencies: vec![AgencyStates::DepositedAndPending, AgencyStates::DepositedAndBooked],
        paid: PaidStates::DepositedAndPending,
        ..Knobs::default()
    }
}

/// The snapshot without what only one of two twins can say, and shares as people round them.
fn comparable(mut snapshot: Snapshot) -> Snapshot {
    for sale in &mut snapshot.performance_sales {
        sale.details = PerformanceDetails::default();
        sale.paid_seats_by_grade.clear();
        sale.complimentary_seats_by_grade.clear();
        if let Some(stage) = &mut sale.stage {
            stage.deposit_share = None;
            stage.paid_share = stage.paid_share.round_dp(3);
            stage.complimentary_share = stage.complimentary_share.round_dp(3);
        }
    }
    for sale in &mut snapshot.daily_sales {
        sale.seats_by_grade.clear();
    }
    snapshot
}

fn assert_says_what_its_twin_says(sample: &SampleProduction, record_date: chrono::NaiveDate, knobs: &Knobs) {
    let labelled = sample.labelled(record_date, knobs);
    let context = context(sample, &labelled);
    let name = format!("{} {record_date} {knobs:?}", sample.production.code);
    let reading = read(&xlsx(&labelled.workbook), &context);
    assert!(!reading.has_errors, "{name}: {:?}", found(&reading));
    let marked = read(&xlsx(&sample.workbook(record_date)), &context);
    assert!(marked.recognised().is_none());
    let (ours, theirs) = (comparable(reading.snapshot.clone()), comparable(marked.snapshot));
    assert_eq!(ours.performance_sales.len(), theirs.performance_sales.len(), "{name}");
    for (one, other) in ours.performance_sales.iter().zip(&theirs.performance_sales) {
        assert_eq!(one.starts_at, other.starts_at, "{name}");
        // Marked columns may stand in another order than roles.
        let names = |sale: &domain::sales::PerformanceSale| {
            let mut names = sale.cast.clone();
            names.sort();
            names
        };
        assert_eq!(names(one), names(other), "{name}");
        assert_eq!(
            (one.paid_seats, one.complimentary_seats),
            (other.paid_seats, other.complimentary_seats),
            "{name}"
        );
        let won = |sale: &domain::sales::PerformanceSale| sale.stage.map(|stage| stage.revenue_krw);
        assert_eq!(won(one), won(other), "{name}");
        if let Some((one, other)) = one.stage.zip(other.stage) {
            let apart = (one.paid_share - other.paid_share).abs();
            assert!(apart <= rust_decimal::Decimal::new(1, 3), "{name}: {apart}");
        }
    }
    let facts = reading.facts().unwrap();
    if labelled.days.is_some() {
        assert_eq!(ours.daily_sales, theirs.daily_sales, "{name}");
    } else {
        assert_eq!((facts.daily.as_ref(), ours.daily_sales.len()), (None, 0), "{name}");
    }
    assert_agencies(&labelled, knobs, &facts, &name);
    assert_details(&labelled, knobs, &reading.snapshot, &name);
}

/// What only labels say of performances, row by row.
fn assert_details(labelled: &LabelledWorkbook, knobs: &Knobs, snapshot: &Snapshot, name: &str) {
    let rows = &labelled.truth.performances;
    for sale in &snapshot.performance_sales {
        let row = rows.iter().find(|row| row.row.starts_at == sale.starts_at).unwrap();
        let deposits = sale.deposits();
        assert_eq!(
            (deposits.pending_seats, deposits.pending_krw),
            (row.pending_seats, row.pending_krw),
            "{name}"
        );
        let roles = sale.details.roles.as_ref().unwrap();
        assert_eq!(roles.len(), sale.cast.len(), "{name}");
        assert_eq!(
            sale.details.number,
            knobs.numbers.then_some(row.number),
            "{name} {}",
            sale.starts_at
        );
        let of_row = snapshot.agencies.performances.iter();
        let of_row = of_row.filter(|sold| sold.starts_at == sale.starts_at);
        let sold: i64 = of_row.clone().map(|sold| sold.sold.seats).sum();
        let wanted: i64 = row
            .agencies
            .iter()
            .take(knobs.agencies.len())
            .map(|one| one.seats)
            .sum();
        assert_eq!((of_row.count(), sold), (knobs.agencies.len(), wanted), "{name}");
    }
}

fn assert_agencies(labelled: &LabelledWorkbook, knobs: &Knobs, facts: &domain::sales::Facts, name: &str) {
    let rows = &labelled.truth.performances;
    if rows.is_empty() {
        return;
    }
    assert_eq!(facts.agencies.len(), knobs.agencies.len(), "{name}");
    let codes = ["interpark", "yes24", "melon", "ticketlink", "별빛티켓"];
    for (number, code) in codes.iter().enumerate().take(knobs.agencies.len()) {
        let agency = facts
            .agencies
            .iter()
            .find(|agency| agency.agency.code() == *code)
            .unwrap();
        let performances = agency.performances.as_ref().unwrap();
        let sold: i64 = rows.iter().map(|row| row.agencies[number].seats).sum();
        let pending: i64 = rows.iter().map(|row| row.agencies[number].pending_seats).sum();
        assert_eq!(performances.seats, sold, "{name} {code}");
        let tells = knobs.agencies[number] != AgencyStates::Booked;
        assert_eq!(
            performances.deposited_seats,
            tells.then_some(sold - pending),
            "{name} {code}"
        );
        if let Some(days) = agency.days {
            let sold: i64 = labelled.truth.days.iter().map(|day| day.agencies[number].seats).sum();
            assert_eq!(days.seats, sold, "{name} {code}");
        }
    }
    let pending: Option<i64> = rows.iter().map(|row| row.pending_seats).sum();
    assert_eq!(facts.performances.deposits.pending_seats, pending, "{name}");
    let pending_krw: Option<i64> = rows.iter().map(|row| row.pending_krw).sum();
    assert_eq!(facts.performances.deposits.pending_krw, pending_krw, "{name}");
}

#[test]
fn a_season_says_what_its_marked_workbooks_say() {
    let world = season(5, day("2026-11-20"));
    for (seed, (sample, record_date)) in (0..).zip(world.uploads().into_iter().rev().take(20)) {
        assert_says_what_its_twin_says(sample, record_date, &Knobs::drawn(seed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_its_ways_it_says_what_was_in_the_books(world in 0..10_000_u64, knobs in any::<u64>()) {
        let world = random_world(world, day("2026-11-20"));
        for (sample, record_date) in world.uploads() {
            // Grades that look like other labels are told by a layout.
            let is_plain = |code: &str| !["s.2", "op-1"].contains(&code);
            let labelled = sample.labelled(record_date, &Knobs::default());
            let rows = &labelled.truth.performances;
            let has_rows = !rows.is_empty() && rows[0].row.house_seats > 0;
            let mut codes = rows.iter().flat_map(|row| row.row.paid_seats_by_grade.keys());
            if has_rows && codes.all(|code| is_plain(code)) {
                assert_says_what_its_twin_says(sample, record_date, &Knobs::drawn(knobs));
            }
        }
    }

    #[test]
    fn every_planted_fault_is_found_at_its_cell(
        knobs in any::<u64>(),
        fault in 0..FAULTS.len(),
        column in any::<prop::sample::Index>(),
        row in any::<prop::sample::Index>(),
    ) {
        let knobs = Knobs::drawn(knobs);
        let (sample, mut labelled) = play(&knobs);
        let context = context(&sample, &labelled);
        let (code, cell) = FAULTS[fault];
        let placed = &labelled.performances;
        let may_hold = |column: &Column| match code {
            Code::NotADate => *column == Column::Day,
            Code::NotATime => *column == Column::Time,
            Code::PercentUnclear => matches!(column, Column::Share(..)),
            Code::NegativeSeats => matches!(column, Column::Seats(..)),
            _ => matches!(column, Column::Seats(..) | Column::Won(..)),
        };
        let columns: Vec<u32> = placed.columns.iter().filter(|(_, column)| may_hold(column)).map(|(at, _)| *at).collect();
        // Not every workbook has shares.
        prop_assume!(!columns.is_empty());
        let row = row.index(placed.rows.len());
        let at = sample_data::Address::new(placed.rows[row], columns[column.index(columns.len())]);
        let (name, date) = (placed.sheet.clone(), placed.cell(Column::Day, row));
        let sheet = labelled.workbook.sheet_mut(&name);
        // A row that takes its date from the one above is told where that fails; a row without a number may be people's.
        let has_own_date = sheet.get(date) != &Cell::Empty;
        prop_assume!(!matches!(code, Code::NotADate | Code::NotATime) || has_own_date && knobs.numbers);
        sheet.set(at, planted(cell));
        let reading = read(&xlsx(&labelled.workbook), &context);
        let told = found(&reading);
        prop_assert!(told.contains(&(code.code(), format!("{name}!{at}"))), "{code:?} at {name}!{at}: {told:?}");
        prop_assert_eq!(reading.facts(), None);
    }

    #[test]
    fn any_cell_of_a_heading_may_be_lost_but_never_changes_a_figure(
        knobs in any::<u64>(),
        places in prop::collection::vec((0..6_u32, 0..40_u32), 1..4),
    ) {
        let (sample, labelled) = play(&Knobs::drawn(knobs));
        let context = context(&sample, &labelled);
        let whole = read(&xlsx(&labelled.workbook), &context);
        let mut spoilt = labelled.workbook.clone();
        for (row, column) in places {
            let sheet = spoilt.sheet_mut(&labelled.performances.sheet);
            sheet.set((row, column), "알 수 없는 말");
        }
        let reading = read(&xlsx(&spoilt), &context);
        // Where a total is lost, its parts or another column may tell it. A word that nobody knows above figures is an
        // agency, of which it is told that it is new.
        let is_told = reading.diagnostics.iter().any(|finding| finding.code == Code::NewAgency);
        if let Some(facts) = reading.facts().filter(|_| !is_told) {
            let wanted = whole.facts().unwrap();
            prop_assert_eq!(facts.performances.paid_seats, wanted.performances.paid_seats);
            prop_assert_eq!(facts.performances.revenue_krw, wanted.performances.revenue_krw);
        }
    }
}

#[test]
fn a_marked_workbook_says_the_same_by_its_headings_when_its_markers_are_gone() {
    let world = season(5, day("2026-11-20"));
    let samples = world.productions.iter();
    for (sample, record_date) in samples.filter_map(|sample| Some((sample, *sample.record_dates.last()?))) {
        let labelled = sample.labelled(record_date, &Knobs::default());
        let context = context(sample, &labelled);
        let marked = sample.workbook(record_date);
        let mut bare = marked.clone();
        for sheet in &mut bare.sheets {
            let markers: Vec<u32> = sheet.row(1).map(|(column, _)| column).collect();
            for column in markers {
                sheet.clear((1, column));
            }
        }
        let reading = read(&xlsx(&bare), &context);
        assert_eq!(found(&reading), [], "{}", sample.production.code);
        assert_eq!(reading.recognised().map(<[_]>::len), Some(2));
        let mut facts = reading.facts().unwrap();
        // What headings tell besides.
        facts.performances.deposits = domain::sales::DepositFacts::default();
        facts.performances.numbers = 0;
        assert_eq!(
            Some(facts),
            read(&xlsx(&marked), &context).facts(),
            "{}",
            sample.production.code
        );
    }
}

#[test]
fn with_a_row_of_markers_the_same_cells_are_read_by_these() {
    let knobs = Knobs {
        agencies: vec![AgencyStates::DepositedAndBooked; 3],
        paid: PaidStates::DepositedAndBooked,
        ..Knobs::default()
    };
    let (sample, labelled) = play(&knobs);
    let context = context(&sample, &labelled);
    let by_headings = read(&xlsx(&labelled.workbook), &context);
    let by_markers = read(&xlsx(&sample.with_markers(&labelled)), &context);
    assert!(by_markers.recognised().is_none());
    assert!(
        !by_headings.has_errors && !by_markers.has_errors,
        "{:?}",
        found(&by_markers)
    );
    assert_eq!(by_headings.snapshot.daily_sales, by_markers.snapshot.daily_sales);
    let rows = by_headings
        .snapshot
        .performance_sales
        .iter()
        .zip(&by_markers.snapshot.performance_sales);
    for (one, other) in rows {
        let mut one = one.clone();
        one.details = PerformanceDetails::default();
        assert_eq!(one, *other);
    }
}

/// Faults that stop a workbook, and what shows them.
const FAULTS: [(Code, Planted); 8] = [
    (Code::ErrorCell, Planted::Error),
    (Code::NotANumber, Planted::Text("품절")),
    (Code::NotANumber, Planted::Text("4 5")),
    (Code::PercentUnclear, Planted::Number(85.0)),
    (Code::NegativeSeats, Planted::Number(-1.0)),
    (Code::NotADate, Planted::Text("11/18")),
    (Code::NotATime, Planted::Text("저녁")),
    (Code::NotANumber, Planted::Number(1e18)),
];

/// What somebody types by mistake.
#[derive(Debug, Clone, Copy)]
enum Planted {
    Error,
    Text(&'static str),
    Number(f64),
}

fn planted(fault: Planted) -> Cell {
    match fault {
        Planted::Error => CellError::Ref.into(),
        Planted::Text(text) => text.into(),
        Planted::Number(number) => number.into(),
    }
}

#[test]
fn every_format_says_the_same() {
    let (sample, labelled) = play(&Knobs {
        merged_dates: true,
        totals: Totals::Parts,
        ..with_states()
    });
    let context = context(&sample, &labelled);
    let expected = read(&xlsx(&labelled.workbook), &context);
    assert!(!expected.has_errors, "{:?}", found(&expected));
    for bytes in [
        xlsb(&labelled.workbook),
        xls(&labelled.workbook),
        ods(&labelled.workbook),
    ] {
        let reading = read(&bytes, &context);
        assert_eq!(reading.snapshot, expected.snapshot);
        assert_eq!(reading.facts(), expected.facts());
    }
}

#[test]
fn marked_workbooks_are_read_by_their_markers_whatever_else_they_have() {
    let (sample, labelled) = play(&Knobs::default());
    let record_date = labelled.truth.record_date;
    let context = context(&sample, &labelled);
    let marked = sample.workbook(record_date);
    let expected = read(&xlsx(&marked), &context);
    let mut both = marked.clone();
    for sheet in &labelled.workbook.sheets {
        let mut copy = sheet.clone();
        copy.name = format!("{} (손으로)", sheet.name);
        both = both.with_sheet(copy);
    }
    assert_eq!(read(&xlsx(&both), &context), expected);
    assert_eq!(read(&xlsb(&both), &context).snapshot, expected.snapshot);
}

/// A spoilt workbook, and what is found in it.
struct Spoilt {
    labelled: LabelledWorkbook,
    context: ReadingContext,
}

impl Spoilt {
    fn new(knobs: &Knobs) -> Self {
        let (sample, labelled) = play(knobs);
        let context = context(&sample, &labelled);
        Self { labelled, context }
    }

    fn set(mut self, column: Column, row: usize, cell: impl Into<Cell>) -> Self {
        let placed = &self.labelled.performances;
        let at = placed.cell(column, row);
        self.labelled.workbook.sheet_mut(&placed.sheet).set(at, cell);
        self
    }

    fn at(&self, column: Column, row: usize) -> String {
        let placed = &self.labelled.performances;
        format!("{}!{}", placed.sheet, placed.cell(column, row))
    }

    fn relabelled(mut self, column: Column, label: &str) -> Self {
        let placed = &self.labelled.performances;
        let at = placed.label(column);
        self.labelled.workbook.sheet_mut(&placed.sheet).set(at, label);
        self
    }

    #[track_caller]
    fn gives(&self, expected: &[(Code, &str)]) -> Reading {
        let reading = read(&xlsx(&self.labelled.workbook), &self.context);
        let expected: Vec<_> = expected
            .iter()
            .map(|(code, cell)| (code.code(), (*cell).to_owned()))
            .collect();
        assert_eq!(found(&reading), expected);
        reading
    }
}

const AGENCY: Column = Column::Seats(Group::Agency(0), State::Deposited, None);
const PAID: Column = Column::Seats(Group::Paid, State::Deposited, None);

#[test]
fn what_cannot_be_read_is_never_nothing() {
    for (cell, code) in [
        (Cell::from(CellError::Ref), Code::ErrorCell),
        (Cell::from("품절"), Code::NotANumber),
    ] {
        let spoilt = Spoilt::new(&with_states()).set(AGENCY, 2, cell);
        let at = spoilt.at(AGENCY, 2);
        let reading = spoilt.gives(&[(code, &at)]);
        assert_eq!(reading.facts(), None);
    }
}

#[test]
fn a_share_of_85_may_mean_two_things() {
    let share = Column::Share(Group::Paid, State::Deposited);
    for unclear in [85.0, 1.21, -0.1] {
        let spoilt = Spoilt::new(&with_states()).set(share, 1, unclear);
        let at = spoilt.at(share, 1);
        spoilt.gives(&[(Code::PercentUnclear, &at)]);
    }
    // 0.8 per cent is not 80.
    let spoilt = Spoilt::new(&with_states()).set(share, 1, "0.8%");
    let at = spoilt.at(share, 1);
    let reading = spoilt.gives(&[(Code::TextNumber, &at)]);
    let stage = reading.snapshot.performance_sales[1].stage.unwrap();
    assert_eq!(stage.deposit_share.unwrap().to_string(), "0.008");
}

#[test]
fn a_date_without_its_year_or_none_at_all_is_told() {
    let spoilt = Spoilt::new(&with_states()).set(Column::Day, 0, "10/6");
    let at = spoilt.at(Column::Day, 0);
    spoilt.gives(&[(Code::NotADate, &at)]);
    let spoilt = Spoilt::new(&with_states()).set(Column::Day, 0, Cell::Empty);
    let at = spoilt.at(Column::Day, 0);
    spoilt.gives(&[(Code::MissingDate, &at)]);
}

#[test]
fn a_date_is_never_filled_in_from_further_up() {
    let knobs = with_states();
    let (_, labelled) = play(&knobs);
    let days: Vec<_> = labelled
        .truth
        .performances
        .iter()
        .map(|row| row.row.starts_at.date_naive())
        .collect();
    // The first show of a day, at the same time as or earlier than the one above.
    let lonely = (1..days.len())
        .find(|row| {
            let rows = &labelled.truth.performances;
            let time = |row: usize| rows[row].row.starts_at.time();
            days[*row] != days[row - 1] && time(*row) <= time(row - 1)
        })
        .unwrap();
    let spoilt = Spoilt::new(&knobs).set(Column::Day, lonely, Cell::Empty);
    let at = spoilt.at(Column::Day, lonely);
    spoilt.gives(&[(Code::MissingDate, &at)]);
}

#[test]
fn a_row_with_figures_is_never_dropped() {
    let knobs = Knobs {
        numbers: false,
        ..with_states()
    };
    let spoilt = Spoilt::new(&knobs).set(Column::Time, 3, Cell::Empty);
    let at = spoilt.at(Column::Time, 3);
    spoilt.gives(&[(Code::MissingTime, &at)]);
    let spoilt = Spoilt::new(&knobs).set(Column::Day, 3, "다음 주");
    let at = spoilt.at(Column::Day, 3);
    spoilt.gives(&[(Code::NotADate, &at)]);
}

#[test]
fn an_agency_that_does_not_fit_the_total_is_told_and_the_total_counts() {
    let knobs = Knobs {
        agencies: vec![AgencyStates::Booked; 2],
        ..Knobs::default()
    };
    let count = Column::Seats(Group::Agency(1), State::Booked, None);
    let paid = Column::Seats(Group::Paid, State::Booked, None);
    let good = Spoilt::new(&knobs).gives(&[]);
    let spoilt = Spoilt::new(&knobs).set(count, 4, 1_000);
    let (own, total) = (spoilt.at(count, 4), spoilt.at(paid, 4));
    let reading = read(&xlsx(&spoilt.labelled.workbook), &spoilt.context);
    let mut told = found(&reading);
    told.sort();
    assert_eq!(told, [("block_sum_mismatch", total), ("grade_sum_mismatch", own)]);
    let (spoilt, good) = (reading.snapshot, good.snapshot);
    assert!(spoilt.performance_sales == good.performance_sales);
    assert!(spoilt.daily_sales == good.daily_sales);
    // The agency keeps what stands there.
    assert!(spoilt.agencies != good.agencies);
}

#[test]
fn states_that_do_not_add_up_are_told_and_the_booked_count() {
    let knobs = Knobs {
        grades: false,
        agencies: vec![AgencyStates::DepositedAndBooked],
        paid: PaidStates::Missing,
        ..Knobs::default()
    };
    let deposited = Column::Seats(Group::Agency(0), State::Deposited, None);
    let booked = Column::Seats(Group::Agency(0), State::Booked, None);
    let spoilt = Spoilt::new(&knobs).set(deposited, 0, 9_999);
    let at = spoilt.at(booked, 0);
    let reading = read(&xlsx(&spoilt.labelled.workbook), &spoilt.context);
    let told = found(&reading);
    assert!(told.contains(&("deposit_mismatch", at)), "{told:?}");
    let sold = spoilt.labelled.truth.performances[0].row.paid_seats;
    assert_eq!(reading.snapshot.performance_sales[0].paid_seats, sold);
}

#[test]
fn an_unknown_label_among_figures_stops_the_workbook() {
    let first = Column::Seats(Group::Agency(0), State::Deposited, Some(0));
    let spoilt = Spoilt::new(&with_states()).relabelled(first, "발코니B열");
    let placed = &spoilt.labelled.performances;
    let at = format!("{}!{}", placed.sheet, placed.label(first));
    spoilt.gives(&[(Code::UnknownLabel, &at)]);
}

#[test]
fn a_second_column_of_the_same_meaning_must_say_the_same() {
    let knobs = Knobs {
        agencies: vec![AgencyStates::Booked; 1],
        ..Knobs::default()
    };
    let mut spoilt = Spoilt::new(&knobs);
    let placed = spoilt.labelled.performances.clone();
    let paid = Column::Seats(Group::Paid, State::Booked, None);
    let sheet = spoilt.labelled.workbook.sheet_mut(&placed.sheet);
    let beside = sheet.size().1 + 2;
    sheet
        .set((placed.heading - 1, beside), "유료 계")
        .set((placed.heading, beside), "수량");
    for (index, row) in placed.rows.iter().enumerate() {
        let cell = sheet.get(placed.cell(paid, index)).clone();
        sheet.set((*row, beside), cell);
    }
    spoilt.gives(&[]);
    let row = placed.rows[7];
    let at = sample_data::Address::new(row, beside);
    spoilt.labelled.workbook.sheet_mut(&placed.sheet).set(at, 77_777);
    let at = format!("{}!{at}", placed.sheet);
    spoilt.gives(&[(Code::AmbiguousColumn, &at)]);
}

#[test]
fn a_row_of_totals_that_is_no_sum_is_told() {
    let knobs = Knobs {
        totals: Totals::Below,
        ..with_states()
    };
    let mut spoilt = Spoilt::new(&knobs);
    let placed = spoilt.labelled.performances.clone();
    let at = sample_data::Address::new(placed.totals[0], placed.cell(PAID, 0).column);
    spoilt.labelled.workbook.sheet_mut(&placed.sheet).set(at, 3);
    let at = format!("{}!{at}", placed.sheet);
    let reading = spoilt.gives(&[(Code::TotalRowMismatch, &at)]);
    assert!(!reading.has_errors);
}

#[test]
fn without_shares_the_house_must_be_known() {
    let knobs = Knobs {
        shares: false,
        ..with_states()
    };
    let mut spoilt = Spoilt::new(&knobs);
    spoilt.gives(&[]);
    spoilt.context.house.seats = None;
    spoilt.gives(&[(Code::CapacityUnknown, "")]);
}

#[test]
fn totals_alone_are_enough_and_missing_ones_are_added_up() {
    let alone = Knobs {
        agencies: Vec::new(),
        ..Knobs::default()
    };
    let reading = Spoilt::new(&alone).gives(&[]);
    assert!(reading.facts().unwrap().agencies.is_empty());
    let agencies = Knobs {
        paid: PaidStates::Missing,
        ..Knobs::default()
    };
    Spoilt::new(&agencies).gives(&[(Code::TotalMissing, ""), (Code::TotalMissing, "")]);
}

#[test]
fn two_sheets_of_one_role_are_one_too_many() {
    let mut spoilt = Spoilt::new(&with_states());
    let mut copy = spoilt.labelled.workbook.sheet("회차별판매").clone();
    copy.name = "회차별 판매".to_owned();
    spoilt.labelled.workbook.sheets.push(copy);
    spoilt.gives(&[(Code::AmbiguousSheet, "")]);
}

#[test]
fn a_sheet_without_a_heading_is_told() {
    let workbook = Workbook::new("a.xlsx")
        .with_sheet(Sheet::new("회차별판매").with("A1", "회차별 판매").with("A3", "메모"))
        .with_sheet(Sheet::new("Daily").with("A1", "Date"));
    let (sample, labelled) = play(&Knobs::default());
    let reading = read(&xlsx(&workbook), &context(&sample, &labelled));
    assert_eq!(
        found(&reading),
        [("no_header", String::new()), ("no_header", String::new())]
    );
}

#[test]
fn an_agency_is_new_once_and_is_missed_when_it_is_gone() {
    let knobs = Knobs {
        agencies: vec![AgencyStates::Booked; 5],
        ..Knobs::default()
    };
    let mut spoilt = Spoilt::new(&knobs);
    spoilt.gives(&[]);
    spoilt.context.previous_agencies = vec![("kiosk".parse().unwrap(), "현장".to_owned())];
    let days = spoilt.labelled.days.clone().unwrap();
    let label = days.label(Column::Seats(Group::Agency(4), State::Booked, None));
    let label = format!(
        "{}!{}",
        days.sheet,
        sample_data::Address::new(label.row - 1, label.column)
    );
    spoilt.gives(&[(Code::AgencyMissing, ""), (Code::NewAgency, &label)]);
}

#[test]
fn invitations_are_never_unpaid_and_one_row_of_labels_is_enough() {
    let knobs = Knobs {
        labels: Labels::OneRow,
        agencies: Vec::new(),
        ..Knobs::default()
    };
    let spoilt = Spoilt::new(&knobs);
    let facts = spoilt.gives(&[]).facts().unwrap();
    let pending: i64 = spoilt
        .labelled
        .truth
        .performances
        .iter()
        .filter_map(|row| row.pending_seats)
        .sum();
    assert_eq!(facts.performances.deposits.pending_seats, Some(pending));
    assert_eq!(facts.performances.deposits.pending_krw, None);
    let invited: i64 = spoilt
        .labelled
        .truth
        .performances
        .iter()
        .map(|row| row.row.complimentary_seats)
        .sum();
    assert_eq!(facts.performances.complimentary_seats, invited);
}
