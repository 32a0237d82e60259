//! The sample workbooks that the project is measured by, when they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::production::Category;
use domain::sales::Facts;
use serde_json::{Value, json};
use xlsx_ingest::{InProcess, Layout, Limits, Reading, WorkbookFile, read_workbook};

use crate::support::{context, day, read_bytes};

#[test]
fn every_sample_is_read_as_expected() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples"));
    let Ok(expected) = std::fs::read_to_string(folder.join("expected.json")) else {
        println!("skipped: there are no sample workbooks");
        return;
    };
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let workbooks = expected["workbooks"].as_object().unwrap();
    assert!(!workbooks.is_empty());
    for (path, expected) in workbooks {
        let bytes = std::fs::read(folder.join(path)).unwrap();
        let category = match expected["layout"].as_str().unwrap() {
            "concert" => Category::Concert,
            _ => Category::Play,
        };
        let mut context = context(category);
        context.record_date = day(expected["recordDate"].as_str().unwrap());
        let reading = read_bytes(path, &bytes, &context);
        let mut found = outcome(&reading);
        for field in ["fileName", "recordDate", "productionCode"] {
            found[field] = expected[field].clone();
        }
        // What a file is that is no workbook is ours to say.
        for finding in found["diagnostics"].as_array_mut().unwrap() {
            if finding["code"] == "not_a_workbook" {
                finding["value"] = Value::Null;
            }
        }
        assert_eq!(&found, expected, "{path}");
    }
}

/// How a file's name ends, its sale days, seats and won unless it is refused, and its findings.
type Outcome<'a> = (&'a str, Option<[i64; 3]>, &'a [(&'a str, &'a str)]);

/// What `reading/README.md` says of each file: the figures that are not the good ones, and the findings.
#[test]
fn every_peculiar_workbook_is_read_as_its_description_says() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples/reading"));
    if !folder.exists() {
        println!("skipped: there are no peculiar workbooks");
        return;
    }
    let good = [3, 60, 3_600_000];
    let expected: [Outcome<'_>; 20] = [
        ("good.xlsx", Some(good), &[]),
        ("text-day.xlsx", Some(good), &[]),
        ("number-day.xlsx", Some(good), &[]),
        ("merged-day.xlsx", Some(good), &[]),
        ("dimension.xlsx", Some(good), &[]),
        ("dangling-sheet.xlsx", Some(good), &[]),
        ("html-object.xlsx", Some(good), &[]),
        ("error-elsewhere.xlsx", Some(good), &[]),
        ("space-far-right.xlsx", Some(good), &[]),
        ("iso-times.xlsx", Some(good), &[]),
        ("markers-in-row-3.xlsx", Some(good), &[]),
        ("sheet-name.xlsx", Some(good), &[]),
        ("korean-days", Some(good), &[]),
        (
            "comma-style",
            Some([5, 60, 3_600_000]),
            &[
                ("negative_sale", "Daily!B3"),
                ("negative_sale", "Daily!C3"),
                ("negative_sale", "Daily!D3"),
            ],
        ),
        (
            "year-2062.xlsx",
            Some([2, 40, 2_400_000]),
            &[("sheets_disagree", ""), ("sale_after_record_date", "Daily!B6")],
        ),
        (
            "no-rows.xlsx",
            Some([0, 0, 0]),
            &[("no_data_rows", ""), ("no_data_rows", "")],
        ),
        (
            "uncomputed-total.xlsx",
            None,
            &[
                ("formula_without_value", "Daily!D5"),
                ("formula_without_value", "Daily!D6"),
                ("formula_without_value", "Daily!D7"),
                ("uncalculated_workbook", ""),
            ],
        ),
        ("time-1930.xlsx", None, &[("not_a_time", "회차별판매!C5")]),
        ("password.xlsx", None, &[("encrypted_workbook", "")]),
        ("web-page.xls", None, &[("not_a_workbook", "")]),
    ];
    let mut wrong = Vec::new();
    for (file, figures, findings) in expected {
        let reading = read_peculiar(&folder, file);
        let facts = reading.facts();
        let daily = facts.as_ref().and_then(|facts| facts.daily.as_ref());
        let found_figures = daily.map(|daily| [daily.rows, daily.seats, daily.revenue_krw]);
        let found = reading.diagnostics.iter();
        let found: Vec<_> = found
            .map(|finding| (finding.code.code(), finding.cell.as_deref().unwrap_or_default()))
            .collect();
        let performances = facts.as_ref().map(|facts| facts.performances.rows);
        let wanted = figures.map(|figures| if figures[0] == 0 { 0 } else { 4 });
        if found_figures != figures || found != findings || performances != wanted {
            wrong.push(format!("{file}: {found_figures:?} {performances:?} {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Reads the workbook, or the two sheets of text, of this name.
fn read_peculiar(folder: &Path, name: &str) -> Reading {
    let names = if name.contains('.') {
        vec![format!("20261119_READ-1_{name}")]
    } else {
        ["daily", "performances"]
            .map(|sheet| format!("20261119_READ-1_{name}_{sheet}.csv"))
            .to_vec()
    };
    let bytes: Vec<_> = names
        .iter()
        .map(|name| std::fs::read(folder.join(name)).unwrap())
        .collect();
    let files = names
        .iter()
        .zip(&bytes)
        .map(|(name, bytes)| WorkbookFile { name, bytes });
    let files: Vec<_> = files.collect();
    read_workbook(&files, &context(Category::Play), &Limits::default(), &InProcess)
}

fn outcome(reading: &Reading) -> Value {
    let diagnostics = reading.diagnostics.iter().map(|finding| {
        json!({
            "severity": finding.severity().code(),
            "code": finding.code.code(),
            "sheet": finding.sheet,
            "cell": finding.cell,
            "value": finding.value,
        })
    });
    let mut outcome = json!({
        "layout": match reading.layout { Layout::Stage => "stage", Layout::Concert => "concert" },
        "outcome": if reading.has_errors { "failed" } else { "completed" },
        "diagnostics": diagnostics.collect::<Vec<_>>(),
    });
    if let Some(facts) = reading.facts() {
        put_facts(&mut outcome, &facts);
    }
    outcome
}

fn put_facts(outcome: &mut Value, facts: &Facts) {
    let by_grade = |seats: &domain::grade::SeatsByGrade| {
        let named = seats.iter().map(|(grade, seats)| (grade.code().to_owned(), *seats));
        named.collect::<BTreeMap<_, _>>()
    };
    let daily = facts.daily.as_ref().expect("sale days");
    outcome["daily"] = json!({
        "rows": daily.rows,
        "firstDay": daily.first_day,
        "lastDay": daily.last_day,
        "seats": daily.seats,
        "revenueKrw": daily.revenue_krw,
        "complimentarySeats": daily.complimentary_seats,
        "seatsByGrade": by_grade(&daily.seats_by_grade),
    });
    let performances = &facts.performances;
    outcome["performances"] = json!({
        "rows": performances.rows,
        "firstStart": performances.first_start,
        "lastStart": performances.last_start,
        "paidSeats": performances.paid_seats,
        "complimentarySeats": performances.complimentary_seats,
        "revenueKrw": performances.revenue_krw,
        "paidSeatsByGrade": by_grade(&performances.paid_seats_by_grade),
        "complimentarySeatsByGrade": by_grade(&performances.complimentary_seats_by_grade),
        "casts": performances.casts,
    });
}

/// The workbooks with one peculiarity each, by the end of their names: total figures are good, or the errors.
#[test]
fn every_peculiar_sample_is_read_as_its_list_says() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples/reading"));
    if !folder.exists() {
        println!("skipped: there are no sample workbooks");
        return;
    }
    let good: &[&str] = &[];
    for (ending, findings) in [
        ("good.xlsx", good),
        ("text-day.xlsx", good),
        ("number-day.xlsx", good),
        ("merged-day.xlsx", good),
        ("dimension.xlsx", good),
        ("dangling-sheet.xlsx", good),
        ("html-object.xlsx", good),
        ("error-elsewhere.xlsx", good),
        ("space-far-right.xlsx", good),
        ("iso-times.xlsx", good),
        ("markers-in-row-3.xlsx", good),
        ("sheet-name.xlsx", good),
        (
            "uncomputed-total.xlsx",
            &[
                "formula_without_value Daily!D5",
                "formula_without_value Daily!D6",
                "formula_without_value Daily!D7",
                "uncalculated_workbook ",
            ],
        ),
        ("time-1930.xlsx", &["not_a_time 회차별판매!C5"]),
        ("password.xlsx", &["encrypted_workbook "]),
        ("web-page.xls", &["not_a_workbook "]),
    ] {
        let name = format!("20261119_READ-1_{ending}");
        let bytes = std::fs::read(folder.join(&name)).unwrap();
        let reading = read_bytes(&name, &bytes, &context(Category::Play));
        let mut found: Vec<_> = reading
            .diagnostics
            .iter()
            .map(|finding| {
                format!(
                    "{} {}",
                    finding.code.code(),
                    finding.cell.as_deref().unwrap_or_default()
                )
            })
            .collect();
        found.sort();
        assert_eq!(found, findings, "{ending}");
        if findings.is_empty() {
            let totals = reading.snapshot.totals();
            assert_eq!((totals.seats, totals.revenue_krw), (60, 3_600_000), "{ending}");
            assert_eq!(reading.snapshot.performance_sales.len(), 4, "{ending}");
        }
    }
}
