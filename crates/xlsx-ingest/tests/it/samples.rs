//! The sample workbooks that the project is measured by, when they are at hand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::production::Category;
use domain::sales::Facts;
use serde_json::{Value, json};
use xlsx_ingest::{Layout, Reading};

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
    let daily = &facts.daily;
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
