//! Reports as CSV and xlsx: what is read back is what the JSON says.

use std::time::Duration;

use actix_web::test::TestRequest;
use calamine::Data;
use domain::access::Visible;
use domain::production::{Category, ProductionId};
use domain::reports::{ReportedProduction, weekly_occupancy};
use http_api::WritingRoom;
use ports::driven::Versioned;
use ports::driving::Report;
use uuid::Uuid;

use crate::catalogue::entry;
use crate::reports::REPORTS;
use crate::support::exported::{assert_csv, assert_xlsx, read_csv, read_xlsx};
use crate::support::people::MEMBER;
use crate::support::{Answer, DATA_VERSION, TestApi, sample};

const REVENUE: &str = "/api/v1/reports/plays/revenue";

async fn get(path: &str) -> Answer {
    TestApi::with_samples().get(path).await
}

/// A CSV that was answered.
fn csv_of(answer: &Answer) -> &[u8] {
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    &answer.body
}

/// A workbook that was answered.
fn xlsx_of(answer: &Answer) -> &[u8] {
    assert_eq!(answer.status, 200, "{answer:?}");
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(answer.header("content-type"), media_type);
    &answer.body
}

#[actix_web::test]
async fn every_table_of_every_report_is_in_csv_what_it_is_in_json() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}");
        let json = get(&path).await.json();
        let entry = entry(report).await;
        for (index, table) in entry["tables"].as_array().unwrap().iter().enumerate() {
            let name = table["name"].as_str().unwrap();
            let answer = get(&format!("{path}?format=csv&table={name}")).await;
            let rows = assert_csv(csv_of(&answer), &json, table);
            assert!(rows > 0, "{report} {name}");
            let text = std::str::from_utf8(&answer.body).unwrap();
            assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
            if index == 0 {
                assert_eq!(get(&format!("{path}?format=csv")).await.body, answer.body, "{report}");
            }
        }
    }
}

#[actix_web::test]
async fn every_report_is_in_xlsx_what_it_is_in_json() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}");
        let json = get(&path).await.json();
        let answer = get(&format!("{path}?format=xlsx")).await;
        assert_xlsx(xlsx_of(&answer), &json, &entry(report).await);
    }
}

#[actix_web::test]
async fn days_and_amounts_are_real_ones_in_excel() {
    let sheets = read_xlsx(xlsx_of(&get("/api/v1/reports/plays/performances?format=xlsx").await));
    let [titles, row] = &sheets[0].1[..] else {
        panic!("one performance");
    };
    let cell = |title: &str| {
        &row[titles
            .iter()
            .position(|cell| *cell == Data::String(title.to_owned()))
            .unwrap()]
    };
    for title in ["조회 기준일", "기준일", "공연 일시"] {
        assert!(matches!(cell(title), Data::DateTime(_)), "{title}");
    }
    for title in ["매출", "유료 점유율", "유료 좌석 R석"] {
        assert!(matches!(cell(title), Data::Float(_)), "{title}");
    }
    let months = read_xlsx(xlsx_of(
        &get("/api/v1/reports/target-vs-actual?grain=month&format=xlsx").await,
    ));
    assert!(
        months[0].1[1]
            .iter()
            .filter(|cell| matches!(cell, Data::DateTime(_)))
            .count()
            >= 3
    );
}

#[actix_web::test]
async fn the_file_is_called_after_report_and_day() {
    let disposition = async |path: &str| get(path).await.header("content-disposition").to_owned();
    let named = |name: &str| format!("attachment; filename=\"{name}\"; filename*=UTF-8''{name}");
    let path = "/api/v1/reports/plays/weekly-overview?format=csv";
    assert_eq!(disposition(path).await, named("plays-weekly-overview_2026-11-20.csv"));
    let path = "/api/v1/reports/target-vs-actual?format=xlsx&asOf=2026-12-01";
    assert_eq!(disposition(path).await, named("target-vs-actual_2026-12-01.xlsx"));
    let path = format!("{REVENUE}?format=csv&table=overall");
    assert_eq!(disposition(&path).await, named("plays-revenue-overall_2026-11-20.csv"));
}

#[actix_web::test]
async fn a_table_is_one_of_the_report_and_only_of_a_csv() {
    get(&format!("{REVENUE}?format=csv&table=nothing"))
        .await
        .assert_breaks("table", "unknown");
    get(&format!("{REVENUE}?table=items"))
        .await
        .assert_breaks("table", "not_csv");
    get(&format!("{REVENUE}?format=xlsx&table=items"))
        .await
        .assert_breaks("table", "not_csv");
    get(&format!("{REVENUE}?format=pdf"))
        .await
        .assert_breaks("format", "malformed");
}

#[actix_web::test]
async fn a_path_may_have_encoded_letters() {
    let plain = get(&format!("{REVENUE}?format=csv")).await;
    let encoded = get("/api/v1/reports/plays/%72evenue?format=csv").await;
    assert_eq!((encoded.status, encoded.body), (plain.status, plain.body));
}

#[actix_web::test]
async fn an_export_tells_its_version_and_is_never_run() {
    for format in ["csv", "xlsx"] {
        let answer = get(&format!("{REVENUE}?format={format}")).await;
        assert_eq!(answer.header("x-data-version"), DATA_VERSION.to_string());
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(answer.header("cache-control"), "private, no-cache");
    }
}

#[actix_web::test]
async fn an_export_that_the_client_has_is_not_written_again() {
    let mut tags = Vec::new();
    for query in ["", "?format=csv", "?format=csv&table=overall", "?format=xlsx"] {
        let path = format!("{REVENUE}{query}");
        let tag = get(&path).await.header("etag").to_owned();
        assert!(tag.starts_with(&format!("W/\"{DATA_VERSION}-")), "{tag}");
        assert!(!tags.contains(&tag), "{path}");
        // A mock that expects nothing: a question would fail.
        let again = TestRequest::with_uri(&path).insert_header(("if-none-match", tag.clone()));
        let answer = TestApi::default().send(again).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0), "{path}");
        tags.push(tag);
    }
    let named = get(&format!("{REVENUE}?format=csv&table=items")).await;
    assert_eq!(named.header("etag"), tags[1], "the first table by its name");
}

#[actix_web::test]
async fn an_export_holds_what_its_reader_sees() {
    for format in ["csv", "xlsx"] {
        for (report, _) in REPORTS {
            let path = format!("/api/v1/reports/{report}?format={format}");
            TestApi::with_samples()
                .as_nobody()
                .get(&path)
                .await
                .assert_problem(401, "unauthenticated");
            let api = TestApi::with_samples().as_user(MEMBER);
            let asked = api.asked_scopes.clone();
            assert_eq!(api.get(&path).await.status, 200, "{path}");
            let granted = Visible::Only([sample::production().id].into());
            let asked = asked.take();
            assert!(asked.len() == 1 && asked[0].visible == granted, "{path}");
            let unseen = format!("{path}&productionId=0197c1a0-0000-7000-8000-00000000ffff");
            get(&unseen).await.assert_problem(404, "not-found");
        }
    }
}

#[actix_web::test]
async fn who_waits_too_long_for_a_workbook_is_asked_to_come_again() {
    let busy = || {
        let mut api = TestApi::with_samples();
        api.writing_room = WritingRoom::new(0, Duration::from_millis(5));
        api
    };
    let answer = busy().get(&format!("{REVENUE}?format=xlsx")).await;
    answer.assert_problem(503, "busy");
    assert!(answer.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(busy().get(&format!("{REVENUE}?format=csv")).await.status, 200);
}

/// The answer to a question about productions with these names.
async fn of_productions(names: &'static [&'static str], format: &str) -> Answer {
    let mut api = TestApi::default();
    api.reports.expect_answer().once().returning(|_, _, _| {
        let row = |name: &&str| weekly_occupancy::Row {
            production: ReportedProduction {
                id: ProductionId(Uuid::nil()),
                code: "-1".parse().unwrap(),
                name: (*name).to_owned(),
                category: Category::Play,
                record_date: None,
            },
            weeks: Vec::new(),
        };
        Ok(Versioned {
            data_version: DATA_VERSION,
            value: Report::WeeklyOccupancy(names.iter().map(row).collect()),
        })
    });
    api.get(&format!("/api/v1/reports/plays/weekly-occupancy?format={format}"))
        .await
}

#[actix_web::test]
async fn no_name_is_a_formula() {
    const NAMES: &[&str] = &[
        "=HYPERLINK(\"http://x.example\",\"y\")",
        "+82",
        "-1+2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "두 번째 편지",
    ];
    let (titles, rows) = read_csv(csv_of(&of_productions(NAMES, "csv").await));
    let column = |title: &str| titles.iter().position(|known| known == title).unwrap();
    for (row, name) in rows.iter().zip(NAMES) {
        let expected = if *name == "두 번째 편지" {
            (*name).to_owned()
        } else {
            format!("'{name}")
        };
        assert_eq!(row[column("공연")], expected);
        assert_eq!(row[column("공연 코드")], "'-1");
    }
    let sheets = read_xlsx(xlsx_of(&of_productions(NAMES, "xlsx").await));
    for (row, name) in sheets[0].1[1..].iter().zip(NAMES) {
        assert!(row.contains(&Data::String((*name).to_owned())), "{name:?}: {row:?}");
    }
}

#[actix_web::test]
async fn a_report_of_nothing_has_its_header() {
    let (titles, rows) = read_csv(csv_of(&of_productions(&[], "csv").await));
    assert_eq!((titles[1].as_str(), rows.len()), ("공연 코드", 0));
    assert_eq!(read_xlsx(xlsx_of(&of_productions(&[], "xlsx").await))[0].1.len(), 1);
}
