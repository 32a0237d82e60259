//! The naive reports against those that were computed elsewhere for the sample workbooks.

use std::path::Path;

use chrono::NaiveDate;
use domain::sales::{DailySale, PerformanceSale};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use xlsx_ingest::{House, InProcess, Limits, ReadingContext, WorkbookFile, read_workbook};

use super::comparison::exact_differences;
use super::exact::{Exact, decimal};
use super::naive::{self, Question};
use super::world::{Deposited, Performance, Plan, SaleDay, Snapshot, Upload, World, day};
use crate::support::{read_json, samples};

#[test]
fn the_naive_reports_are_those_of_the_samples() {
    let Some(folder) = samples() else { return };
    let expected = read_json(&folder.join("expected.json"));
    let mut world = planned(&read_json(&folder.join("productions.json")));
    let (mut compared, mut found) = (0, Vec::new());
    for (record_date, answers) in expected["reportsAfterRecordDate"].as_object().unwrap() {
        upload(&mut world, &folder, &expected["workbooks"], record_date);
        for (name, want) in answers.as_object().unwrap() {
            let question = question(&world, day(&expected["asOf"]), want);
            let have = naive::answer(want["report"].as_str().unwrap(), &world, &question);
            let have = have.unwrap_or_else(|| panic!("no naive {name}"));
            let differing = exact_differences(want, &without_parameters(have, want));
            found.extend(
                differing
                    .iter()
                    .map(|text| format!("after {record_date}: {name}{text}")),
            );
            compared += 1;
        }
    }
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
    // 26 reports, one of them by day, week and month, in two states.
    assert_eq!(compared, 56);
}

/// An answer without the parameters that the samples do not repeat.
fn without_parameters(mut answer: Value, want: &Value) -> Value {
    let is_repeated = |name: &String| !["top", "from", "to"].contains(&name.as_str()) || want.get(name).is_some();
    answer.as_object_mut().unwrap().retain(|name, _| is_repeated(name));
    without_newer(&mut answer, want);
    answer
}

/// Fields that reports have had since the samples were computed; where the samples have one of that name it counts.
const NEWER: [&str; 11] = [
    "campaigns",
    "complimentarySeats",
    "depositedKrw",
    "depositedSeats",
    "freeSeats",
    "number",
    "pendingKrw",
    "pendingSeats",
    "remark",
    "roles",
    "salesReason",
];

fn without_newer(of: &mut Value, want: &Value) {
    match of {
        Value::Object(fields) => {
            fields.retain(|name, _| !NEWER.contains(&name.as_str()) || want.get(name).is_some());
            for (name, field) in fields {
                without_newer(field, &want[name]);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter_mut().enumerate() {
                without_newer(item, &want[place]);
            }
        }
        _ => {}
    }
}

fn planned(data: &Value) -> World {
    let plan = |production: &Value| Plan {
        fields: production.clone(),
        targets: production["dailyTargets"].clone(),
        marketing_weeks: production["marketingWeeks"].clone(),
        campaigns: json!([]),
    };
    let plans: Vec<Plan> = data["productions"].as_array().unwrap().iter().map(plan).collect();
    World::planned(&plans, &data["monthlyNotes"])
}

fn question(world: &World, as_of: NaiveDate, want: &Value) -> Question {
    let codes = world.productions.iter().map(|production| production.code.clone());
    Question {
        as_of,
        visible: codes.collect(),
        named: Vec::new(),
        include_inactive: false,
        top: 3,
        low_threshold: decimal("0.40"),
        from: None,
        to: None,
        grain: ["week", "month"]
            .into_iter()
            .find(|grain| want["grain"] == *grain)
            .unwrap_or("day"),
        days: 90,
        among: "category",
        most: 10,
        by: None,
        genre: None,
        level: "country",
    }
}

/// The good workbooks of one record date.
fn upload(world: &mut World, folder: &Path, workbooks: &Value, record_date: &str) {
    let good = workbooks
        .as_object()
        .unwrap()
        .iter()
        .filter(|(file, _)| !file.contains('/'));
    for (file, workbook) in good.filter(|(_, workbook)| workbook["recordDate"] == record_date) {
        let mut productions = world.productions.iter_mut();
        let production = productions.find(|production| workbook["productionCode"] == production.code.as_str());
        let snapshot = read(
            &std::fs::read(folder.join(file)).unwrap(),
            file,
            record_date.parse().unwrap(),
        );
        production.unwrap().uploads.push(Upload {
            record_date: record_date.parse().unwrap(),
            file_name: file.clone(),
            is_void: false,
            snapshot,
        });
    }
}

/// The rows of a workbook. What reads them is the product's own, and is not what is tested here.
fn read(bytes: &[u8], name: &str, record_date: NaiveDate) -> Snapshot {
    let context = ReadingContext {
        kind: None,
        category: None,
        record_date,
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    };
    let reading = read_workbook(
        &[WorkbookFile { name, bytes }],
        &context,
        &Limits::default(),
        &InProcess,
    );
    assert!(!reading.has_errors, "{:?}", reading.diagnostics);
    let mut snapshot = Snapshot {
        days: reading.snapshot.daily_sales.iter().map(sale_day).collect(),
        performances: reading.snapshot.performance_sales.iter().map(performance).collect(),
        ..Snapshot::default()
    };
    snapshot.days.sort_by_key(|row| row.date);
    snapshot.performances.sort_by_key(|show| show.starts_at);
    snapshot
}

fn sale_day(sale: &DailySale) -> SaleDay {
    SaleDay {
        date: sale.sale_day,
        seats: sale.seats,
        complimentary_seats: sale.complimentary_seats,
        revenue_krw: sale.revenue_krw,
    }
}

fn performance(sale: &PerformanceSale) -> Performance {
    let by_grade = |seats: &domain::grade::SeatsByGrade| {
        seats
            .iter()
            .map(|(grade, seats)| (grade.code().to_owned(), *seats))
            .collect()
    };
    let share = |of: fn(&domain::sales::StageFigures) -> Decimal| -> Exact {
        let share = sale.stage.as_ref().map(of);
        decimal(&share.unwrap_or_default().to_string())
    };
    Performance {
        starts_at: sale.starts_at.naive_local(),
        cast: sale.cast.clone(),
        paid_seats: sale.paid_seats,
        complimentary_seats: sale.complimentary_seats,
        paid_seats_by_grade: by_grade(&sale.paid_seats_by_grade),
        complimentary_seats_by_grade: by_grade(&sale.complimentary_seats_by_grade),
        revenue_krw: sale.stage.map_or(0, |stage| stage.revenue_krw),
        deposit_share: Some(share(|stage| stage.deposit_share.expect("marked workbooks tell it"))),
        paid_share: share(|stage| stage.paid_share),
        complimentary_share: share(|stage| stage.complimentary_share),
        number: None,
        remark: None,
        roles: None,
        deposited: Deposited::default(),
    }
}
