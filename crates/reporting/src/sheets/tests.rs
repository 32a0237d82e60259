//! What holds for every sheet.

use std::collections::BTreeSet;

use crate::glossary::{CHOICES, title_by_grade};
use crate::object::TableColumn;
use crate::{OF_EVERY_REPORT, REPORTS};

#[test]
fn every_report_has_a_name_of_its_own() {
    let names: BTreeSet<_> = REPORTS.iter().map(|report| report.name()).collect();
    assert_eq!(names.len(), REPORTS.len());
    assert!(names.iter().all(|name| crate::named(name).is_some()));
    assert!(crate::named("plays/gone").is_none());
}

#[test]
fn every_column_has_a_title_of_its_own_in_its_table() {
    for report in REPORTS {
        for table in report.tables() {
            let columns = report.columns(table);
            let fields: BTreeSet<_> = columns.iter().map(TableColumn::field).collect();
            let titles: BTreeSet<_> = columns.iter().map(TableColumn::title).collect();
            assert_eq!(fields.len(), columns.len(), "{} {}", report.name(), table.name);
            assert_eq!(titles.len(), columns.len(), "{} {}", report.name(), table.name);
        }
    }
}

#[test]
fn a_map_has_a_title_for_each_of_its_columns() {
    for report in REPORTS {
        let columns = report.tables().iter().flat_map(|table| report.columns(table));
        for column in columns.filter(TableColumn::is_map) {
            let map = column.field().trim_end_matches(".*");
            assert!(title_by_grade(map, "vip").ends_with(" VIP석"), "{map}");
        }
    }
}

#[test]
fn tables_are_called_as_excel_lets_sheets_be_called() {
    for report in REPORTS {
        let titles: BTreeSet<_> = report.tables().iter().map(|table| table.title.0).collect();
        let names: BTreeSet<_> = report.tables().iter().map(|table| table.name).collect();
        assert_eq!(titles.len(), report.tables().len(), "{}", report.name());
        assert_eq!(names.len(), report.tables().len(), "{}", report.name());
        for title in titles {
            assert!((1..=25).contains(&title.chars().count()), "{title}");
            assert!(!title.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{title}");
        }
    }
}

#[test]
fn every_word_of_a_choice_is_explained_once() {
    let known: BTreeSet<_> = CHOICES.iter().map(|(word, _)| *word).collect();
    assert_eq!(known.len(), CHOICES.len());
    let of_all = OF_EVERY_REPORT.iter().flat_map(|parameter| parameter.choices);
    let asked = REPORTS.iter().flat_map(|report| report.parameters());
    let asked = asked.flat_map(|parameter| parameter.choices).chain(of_all).copied();
    let answered = REPORTS.iter().flat_map(|report| report.shape().choices());
    assert_eq!(known, asked.chain(answered).collect());
}
