//! Reports as CSV and xlsx: how they are sent. That they hold what the JSON says is looked at with the whole program.

use std::time::Duration;

use actix_web::test::TestRequest;
use domain::access::Visible;
use http_api::WritingRoom;

use crate::reports::reports;
use crate::support::people::MEMBER;
use crate::support::{Answer, DATA_VERSION, TestApi, sample};

const REVENUE: &str = "/api/v1/reports/plays/revenue";

async fn get(path: &str) -> Answer {
    TestApi::with_samples().get(path).await
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
        let again = TestRequest::with_uri(&path).insert_header(("if-none-match", tag.clone()));
        let api = TestApi::default();
        let asked = api.figures.asked.clone();
        let answer = api.send(again).await;
        assert!(asked.take().is_empty(), "{path}");
        assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0), "{path}");
        tags.push(tag);
    }
    let named = get(&format!("{REVENUE}?format=csv&table=items")).await;
    assert_eq!(named.header("etag"), tags[1], "the first table by its name");
}

#[actix_web::test]
async fn an_export_holds_what_its_reader_sees() {
    for format in ["csv", "xlsx"] {
        for report in reports() {
            let path = format!("/api/v1/reports/{report}?format={format}");
            TestApi::with_samples()
                .as_nobody()
                .get(&path)
                .await
                .assert_problem(401, "unauthenticated");
            let api = TestApi::with_samples().as_user(MEMBER);
            let asked = api.figures.asked.clone();
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

#[actix_web::test]
async fn each_format_has_its_media_type() {
    let types = [
        ("csv", "text/csv; charset=utf-8"),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("json", "application/json"),
    ];
    for (format, media_type) in types {
        let answer = get(&format!("{REVENUE}?format={format}")).await;
        assert_eq!(answer.header("content-type"), media_type);
    }
}
