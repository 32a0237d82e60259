//! The sheets say what the truth says, in the layout of the samples.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sample_data::world::{DailyRow, PerformanceRow, Truth};
use sample_data::{Cell, Sheet, Workbook, World};

use crate::support::{code, date, day, grades, markers, number, random_worlds, seasons, text, value, whole};

fn data_rows(sheet: &Sheet, until: NaiveDate) -> Vec<u32> {
    sheet
        .dated_rows()
        .into_iter()
        .filter(|row| date(sheet, *row) <= until)
        .collect()
}

fn assert_daily_row(sheet: &Sheet, prefix: &str, row: u32, truth: &DailyRow) {
    assert_eq!(date(sheet, row), truth.sale_day);
    assert_eq!(whole(sheet, &format!("{prefix}tot"), row), truth.seats);
    assert_eq!(whole(sheet, &format!("{prefix}sales"), row), truth.revenue_krw);
    for grade in grades(sheet, prefix) {
        assert_eq!(
            whole(sheet, &format!("{prefix}{grade}"), row),
            truth.seats_by_grade[code(&grade)]
        );
    }
    if sheet.marker_column("dash_seat_invite_tot").is_some() {
        assert_eq!(whole(sheet, "dash_seat_invite_tot", row), truth.complimentary_seats);
    }
}

fn assert_performance_row(sheet: &Sheet, row: u32, truth: &PerformanceRow) {
    assert_eq!(date(sheet, row), truth.starts_at.date_naive());
    assert_eq!(value(sheet, "dash_time", row), &Cell::Time(truth.starts_at.time()));
    assert_eq!(whole(sheet, "dash_seat_paid_tot", row), truth.paid_seats);
    assert_eq!(whole(sheet, "dash_seat_invite_tot", row), truth.complimentary_seats);
    for grade in grades(sheet, "dash_seat_paid_") {
        assert_eq!(
            whole(sheet, &format!("dash_seat_paid_{grade}"), row),
            truth.paid_seats_by_grade[code(&grade)]
        );
        let invited = format!("dash_seat_invite_{grade}");
        assert_eq!(
            whole(sheet, &invited, row),
            truth.complimentary_seats_by_grade[code(&grade)]
        );
    }
    for (role, name) in (1..).zip(&truth.cast) {
        assert_eq!(text(sheet, &format!("dash_cast_{role}"), row), name);
    }
    if let Some(revenue_krw) = truth.revenue_krw {
        assert_eq!(whole(sheet, "dash_seat_paid_sales", row), revenue_krw);
        for (marker, share) in [
            ("dash_share_deposit", truth.deposit_share),
            ("dash_share_paid", truth.paid_share),
            ("dash_share_free", truth.complimentary_share),
        ] {
            assert_eq!(Some(number(sheet, marker, row)), share, "{marker}");
        }
    }
}

fn assert_layout(workbook: &Workbook, truth: &Truth) {
    let is_stage = truth.category.is_stage();
    let (daily, prefix, performances) = if is_stage {
        (
            workbook.sheet("Daily"),
            "dash_seat_deposit_",
            workbook.sheet("회차별판매"),
        )
    } else {
        (
            workbook.sheet("일일 판매"),
            "dash_seat_paid_",
            workbook.sheet("Seat details"),
        )
    };
    assert_eq!(workbook.file_name, truth.file_name);

    let rows = data_rows(daily, truth.record_date);
    assert_eq!(rows.len(), truth.daily_rows.len());
    for (row, truth) in rows.into_iter().zip(&truth.daily_rows) {
        assert_daily_row(daily, prefix, row, truth);
    }
    for row in daily
        .dated_rows()
        .into_iter()
        .filter(|row| truth.record_date < date(daily, *row))
    {
        assert!(is_stage, "only staff of plays prepare days to come");
        assert_eq!(
            value(daily, &format!("{prefix}tot"), row),
            &Cell::Empty,
            "a template is blank"
        );
    }
    let rows = data_rows(performances, NaiveDate::MAX);
    assert_eq!(rows.len(), truth.performance_rows.len());
    for (row, truth) in rows.into_iter().zip(&truth.performance_rows) {
        assert_performance_row(performances, row, truth);
    }
    assert_total(daily, &format!("{prefix}tot"), truth.daily.seats);
    assert_total(performances, "dash_seat_paid_tot", truth.performances.paid_seats);
}

/// The last row is one of totals, and its date cell says so.
fn assert_total(sheet: &Sheet, marker: &str, total: i64) {
    let last = sheet.size().0 - 1;
    assert_eq!(text(sheet, "dash_date", last), "합계");
    assert_eq!(whole(sheet, marker, last), total);
}

fn assert_world(world: &World) {
    for (sample, record_date) in world.uploads() {
        assert_layout(&sample.workbook(record_date), &sample.truth(record_date));
    }
}

#[test]
fn every_workbook_of_a_season_says_what_its_truth_says() {
    seasons().for_each(|world| assert_world(&world));
}

#[test]
fn every_random_workbook_says_what_its_truth_says() {
    random_worlds().for_each(|world| assert_world(&world));
}

#[test]
fn markers_and_titles_stand_where_the_samples_have_them() {
    let world = sample_data::season(1, day("2026-11-20"));
    let (musical, record_date) = world.uploads()[0];
    let workbook = musical.workbook(record_date);
    let daily = workbook.sheet("Daily");
    assert_eq!(
        daily.get("A1").as_text(),
        Some(format!("{} 일별 판매 현황 (기준일 2026-10-31)", musical.production.name).as_str())
    );
    assert_eq!(daily.get("B2").as_text(), Some("dash_date"));
    assert_eq!(daily.get("J2").as_text(), Some("dash_seat_deposit_tot"));
    assert_eq!(daily.get("B4").as_text(), Some("판매일"));
    let Cell::Formula { formula, .. } = daily.get("J5") else {
        panic!("totals are formulas")
    };
    assert_eq!(formula, "SUM(D5:I5)");
    let performances = workbook.sheet("회차별판매");
    assert_eq!(performances.get("D2").as_text(), Some("dash_time"));
    let Cell::Formula { formula, cached } = performances.get("Y5") else {
        panic!("shares are formulas")
    };
    assert_eq!(formula, "(N5-X5)/W5");
    assert!(matches!(**cached, Cell::Percent(_)));
}

#[test]
fn names_of_grades_people_and_files_are_usable() {
    for world in seasons().chain(random_worlds()) {
        let codes: BTreeSet<&str> = world
            .productions
            .iter()
            .map(|sample| sample.production.code.as_str())
            .collect();
        let names: BTreeSet<&str> = world
            .productions
            .iter()
            .map(|sample| sample.production.name.as_str())
            .collect();
        assert_eq!(
            (codes.len(), names.len()),
            (world.productions.len(), world.productions.len())
        );
        for (sample, record_date) in world.uploads() {
            let workbook = sample.workbook(record_date);
            let prefix = format!("{}_{}_", record_date.format("%Y%m%d"), sample.production.code);
            assert!(workbook.file_name.starts_with(&prefix) && !workbook.file_name.contains('/'));
            for sheet in &workbook.sheets {
                let all = markers(sheet, "dash_");
                assert_eq!(
                    all.iter().collect::<BTreeSet<_>>().len(),
                    all.len(),
                    "no marker is there twice"
                );
            }
        }
    }
}
