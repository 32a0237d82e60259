use std::collections::BTreeSet;

use super::*;

#[test]
fn every_report_of_the_contract_has_its_entry() {
    let names: Vec<_> = Report::all().map(|report| report.name).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert_eq!(names.len(), 26);
    assert!(names.iter().all(|name| Report::named(name).is_some()));
}

#[test]
fn every_column_has_a_title_of_its_own_in_its_table() {
    for report in Report::all() {
        for table in report.tables {
            let columns: Vec<_> = table.columns().collect();
            let fields: BTreeSet<_> = columns.iter().map(|column| column.field).collect();
            let titles: BTreeSet<_> = columns.iter().map(|column| column.title()).collect();
            assert_eq!(fields.len(), columns.len(), "{} {}", report.name, table.name);
            assert_eq!(titles.len(), columns.len(), "{} {}", report.name, table.name);
            assert!(columns.iter().all(|column| column.level <= table.rows().len()));
        }
    }
}

#[test]
fn a_map_has_a_title_for_each_of_its_columns() {
    for column in Report::all().flat_map(|report| report.tables).flat_map(Table::columns) {
        if let Some(map) = column.field.strip_suffix(".*") {
            assert!(title_by_grade(map, "vip").ends_with(" VIP석"), "{map}");
        }
    }
}

#[test]
fn tables_are_called_as_excel_lets_sheets_be_called() {
    for report in Report::all() {
        let titles: BTreeSet<_> = report.tables.iter().map(|table| table.title.0).collect();
        let names: BTreeSet<_> = report.tables.iter().map(|table| table.name).collect();
        assert_eq!(titles.len(), report.tables.len(), "{}", report.name);
        assert_eq!(names.len(), report.tables.len(), "{}", report.name);
        for title in titles {
            assert!((1..=25).contains(&title.chars().count()), "{title}");
            assert!(!title.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{title}");
        }
    }
}
