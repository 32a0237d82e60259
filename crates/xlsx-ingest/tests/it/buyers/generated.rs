//! Generated reports, whole and with planted faults.

use std::sync::LazyLock;

use domain::buyers::{Breakdown, Gender};
use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use proptest::prelude::*;
use sample_data::formats::{ods, xls, xlsb, xlsx};
use sample_data::world::buyers::{BuyersKnobs, BuyersTruth, BuyersWorkbook};
use sample_data::{Address, CellError, World, random_world, season};
use xlsx_ingest::Reading;

use crate::support::{context, day, read_bytes};

fn read(bytes: &[u8]) -> Reading {
    read_bytes("a.xlsx", bytes, &context(Category::Play))
}

/// Dimension, agency, item, gender, seats and won of a class.
type Told = (String, Option<String>, String, Option<Gender>, i64, Option<i64>);

/// The classes that a server must make of a report, in the order of the dimensions.
fn expected(truth: &BuyersTruth) -> Vec<Told> {
    let order = [
        "discount",
        "age_gender",
        "payment",
        "card",
        "channel",
        "region",
        "seoul",
        "gyeonggi",
    ];
    let mut rows = Vec::new();
    for dimension in order {
        for class in truth.classes.iter().filter(|class| class.dimension == dimension) {
            let genders: Vec<_> = if dimension == "age_gender" {
                Gender::ALL.into_iter().map(Some).collect()
            } else {
                vec![None]
            };
            for (seats, gender) in class.seats.iter().zip(genders) {
                rows.push((
                    dimension.to_owned(),
                    class.agency.map(|(_, code)| code.to_owned()),
                    class.item.to_owned(),
                    gender,
                    *seats,
                    class.revenue_krw,
                ));
            }
        }
    }
    rows
}

fn have(breakdowns: &[Breakdown]) -> Vec<Told> {
    let row = |class: &Breakdown| {
        (
            class.dimension.code().to_owned(),
            class.agency.as_ref().map(|agency| agency.code.code().to_owned()),
            class.item.clone(),
            class.gender,
            class.seats,
            class.revenue_krw,
        )
    };
    breakdowns.iter().map(row).collect()
}

/// Findings besides numbers that are written as texts.
fn peculiar(reading: &Reading) -> Vec<(Code, String)> {
    let others = reading
        .diagnostics
        .iter()
        .filter(|finding| finding.code != Code::TextNumber);
    others
        .map(|finding| (finding.code, finding.cell.clone().unwrap_or_default()))
        .collect()
}

fn assert_says_what_was_in_the_books(report: &BuyersWorkbook, name: &str) {
    let reading = read(&xlsx(&report.workbook));
    assert_eq!(peculiar(&reading), [], "{name}");
    assert_eq!(have(&reading.snapshot.breakdowns), expected(&report.truth), "{name}");
    assert_eq!(reading.recognised(), Some([].as_slice()), "{name}");
    let facts = reading.facts().unwrap();
    assert_eq!(facts.daily, None, "{name}");
    let buyers = facts.buyers.unwrap();
    for of in &buyers {
        let classes = || {
            let classes = report.truth.classes.iter();
            classes.filter(|class| class.dimension == of.dimension.code())
        };
        assert_eq!(of.rows, i64::try_from(classes().count()).unwrap(), "{name}");
        assert_eq!(
            of.seats,
            classes().flat_map(|class| &class.seats).sum::<i64>(),
            "{name}"
        );
        let won: Option<i64> = classes().map(|class| class.revenue_krw).sum();
        assert_eq!(of.revenue_krw, won, "{name}");
    }
}

/// Something that is wrong with a report, and the cell at which it must be found.
#[derive(Debug, Clone, Copy)]
enum Fault {
    ErrorCell,
    NoNumber,
    NoName,
    WrongRow,
    WrongTotal,
    NoAgency,
}

impl Fault {
    const ALL: [Self; 6] = [
        Self::ErrorCell,
        Self::NoNumber,
        Self::NoName,
        Self::WrongRow,
        Self::WrongTotal,
        Self::NoAgency,
    ];

    /// Plants it, where the report has such a place.
    fn plant(self, report: &mut BuyersWorkbook, choice: usize) -> Option<(Code, Address)> {
        let sheet = report.workbook.sheet_mut(&report.sheet);
        let class = &report.classes[choice % report.classes.len()];
        let truth = &report.truth.classes[choice % report.classes.len()];
        match self {
            Self::ErrorCell => {
                let at = class.figures[choice % class.figures.len()];
                sheet.set(at, CellError::NotAvailable);
                Some((Code::ErrorCell, at))
            }
            Self::NoNumber => {
                let at = class.figures[choice % class.figures.len()];
                sheet.set(at, "매진");
                Some((Code::NotANumber, at))
            }
            Self::NoName => {
                let has_figure = truth.seats.iter().chain(&truth.revenue_krw).any(|figure| *figure != 0);
                sheet.clear(class.item);
                has_figure.then_some((Code::MissingItem, class.item))
            }
            Self::WrongRow => {
                let at = class.total?;
                let total: i64 = truth.seats.iter().sum();
                sheet.set(at, total + 5);
                Some((Code::BlockSumMismatch, at))
            }
            Self::WrongTotal => {
                let totals = report.totals.get(choice % report.totals.len().max(1))?;
                let at = totals.figures[choice % totals.figures.len()];
                sheet.set(at, 987_654_321_987_i64);
                Some((Code::TotalRowMismatch, at))
            }
            Self::NoAgency => {
                truth.agency?;
                let at = Address::new(class.item.row, class.item.column - 1);
                sheet.set(at, "※");
                Some((Code::UnknownLabel, at))
            }
        }
    }
}

#[test]
fn a_season_says_who_bought() {
    let world = season(5, day("2026-11-20"));
    for (seed, (sample, record_date)) in (0..).zip(world.uploads().into_iter().rev().take(30)) {
        let knobs = BuyersKnobs::drawn(seed);
        let name = format!("{} {record_date} {knobs:?}", sample.production.code);
        assert_says_what_was_in_the_books(&sample.buyers(record_date, &knobs), &name);
    }
}

#[test]
fn every_format_says_the_same() {
    let world = season(3, day("2026-11-20"));
    let (sample, record_date) = world.uploads()[0];
    let knobs = BuyersKnobs {
        beside: true,
        texts: true,
        ..BuyersKnobs::default()
    };
    let report = sample.buyers(record_date, &knobs);
    let expected = read(&xlsx(&report.workbook));
    assert!(!expected.has_errors);
    for bytes in [xlsb(&report.workbook), xls(&report.workbook), ods(&report.workbook)] {
        let reading = read(&bytes);
        assert_eq!((reading.kind, &reading.snapshot), (expected.kind, &expected.snapshot));
        assert_eq!(reading.diagnostics, expected.diagnostics);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_its_ways_it_says_who_bought(world in 0..10_000_u64, knobs in any::<u64>()) {
        let world = random_world(world, day("2026-11-20"));
        for (sample, record_date) in world.uploads() {
            let knobs = BuyersKnobs::drawn(knobs);
            let name = format!("{} {record_date} {knobs:?}", sample.production.code);
            assert_says_what_was_in_the_books(&sample.buyers(record_date, &knobs), &name);
        }
    }

    #[test]
    fn every_planted_fault_is_found_at_its_cell(
        knobs in any::<u64>(),
        fault in prop::sample::select(&Fault::ALL[..]),
        choice in 0..10_000_usize,
    ) {
        static WORLD: LazyLock<World> = LazyLock::new(|| season(3, day("2026-11-20")));
        let (sample, record_date) = WORLD.uploads()[0];
        let mut report = sample.buyers(record_date, &BuyersKnobs::drawn(knobs));
        if let Some((code, at)) = fault.plant(&mut report, choice) {
            let reading = read(&xlsx(&report.workbook));
            let expected = (code, format!("{}!{at}", report.sheet));
            prop_assert_eq!(peculiar(&reading), vec![expected]);
            let stops = code.severity() == domain::diagnostics::Severity::Error;
            prop_assert_eq!(reading.facts().is_none(), stops);
        }
    }
}
