//! What reports take, and what they answer to it.

use ports::driven::ReportError;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::support::{TestApi, sample};

/// The names of all reports.
pub(crate) fn reports() -> impl Iterator<Item = &'static str> {
    reporting::REPORTS.iter().map(|report| report.name())
}

#[actix_web::test]
async fn the_day_asked_for_is_answered() {
    for report in reports() {
        let path = format!("/api/v1/reports/{report}?asOf=2026-12-01");
        let answer = TestApi::with_samples().get(&path).await;
        assert_eq!(answer.json()["asOf"], "2026-12-01", "{report}");
    }
}

#[actix_web::test]
async fn an_unknown_production_is_404_in_every_report() {
    for report in reports() {
        let path = format!("/api/v1/reports/{report}?productionId=0197c1a0-0000-7000-8000-00000000ffff");
        TestApi::with_samples()
            .get(&path)
            .await
            .assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn a_report_about_too_many_productions_says_what_to_do() {
    for report in reports() {
        for format in ["json", "csv", "xlsx"] {
            let mut api = TestApi::default();
            api.figures.failure = Some(ReportError::TooManyProductions {
                found: 10_000,
                most: 500,
            });
            let answer = api.get(&format!("/api/v1/reports/{report}?format={format}")).await;
            answer.assert_problem(422, "too-many-productions");
            assert_eq!(
                answer.json()["detail"],
                "one report covers at most 500 productions, and this is about 10000: name some by productionId"
            );
        }
    }
}

#[actix_web::test]
async fn productions_are_named_by_a_repeated_parameter() {
    let api = TestApi::default();
    let asked = api.figures.asked.clone();
    let (play, concert) = (sample::production().id, sample::concert().id);
    let query = format!("productionId={concert}&productionId={play}&productionId={play}&includeInactive=true");
    let answer = api.get(&format!("/api/v1/reports/plays/weekly-overview?{query}")).await;
    assert_eq!(answer.status, 200);
    insta::assert_json_snapshot!(answer.json());
    let asked = &asked.take()[0];
    assert_eq!(asked.production_ids, [play, concert]);
    assert!(asked.include_inactive);
}

#[actix_web::test]
async fn months_look_back_at_what_is_not_active_any_more() {
    for report in ["plays/monthly", "plays/monthly-by-production"] {
        let api = TestApi::default();
        let asked = api.figures.asked.clone();
        assert_eq!(api.get(&format!("/api/v1/reports/{report}")).await.status, 200);
        assert!(asked.take()[0].include_inactive, "{report}");
    }
}

#[actix_web::test]
async fn performances_are_answered_with_the_days_asked_for() {
    let path = "/api/v1/reports/plays/performances?from=2026-11-20&to=2026-11-22";
    let body = TestApi::with_samples().get(path).await.json();
    assert_eq!(
        (&body["from"], &body["to"]),
        (&"2026-11-20".into(), &"2026-11-22".into())
    );
}

#[actix_web::test]
async fn performances_of_no_day_are_refused() {
    let path = "/api/v1/reports/plays/performances?from=2026-11-22&to=2026-11-20";
    TestApi::with_samples()
        .get(path)
        .await
        .assert_breaks("to", "before_start");
}

#[actix_web::test]
async fn best_casts_are_as_many_as_asked_for() {
    let path = "/api/v1/reports/plays/weekly-casts";
    for (query, top) in [("", 3), ("?top=1", 1), ("?top=100", 100)] {
        let body = TestApi::with_samples().get(&format!("{path}{query}")).await.json();
        assert_eq!(body["top"], top, "{query}");
    }
    for top in [0, 101] {
        let answer = TestApi::with_samples().get(&format!("{path}?top={top}")).await;
        answer.assert_breaks("top", "out_of_range");
    }
}

#[actix_web::test]
async fn what_counts_as_low_is_taken_at_its_digits() {
    let cases = [
        ("", "0.4"),
        ("?lowThreshold=0.40", "0.4"),
        ("?lowThreshold=0", "0"),
        ("?lowThreshold=1.000", "1"),
        ("?lowThreshold=1e-7", "0.0000001"),
        (
            "?lowThreshold=0.3333333333333333333333333333",
            "0.3333333333333333333333333333",
        ),
    ];
    for (query, expected) in cases {
        let expected: Decimal = expected.parse().unwrap();
        let path = format!("/api/v1/reports/plays/outlook{query}");
        let body = TestApi::default().get(&path).await.json();
        assert_eq!(body["lowThreshold"].as_f64(), expected.to_f64(), "{query}");
    }
}

#[actix_web::test]
async fn a_threshold_that_is_no_share_is_refused() {
    let answer = async |value: &str| {
        let path = format!("/api/v1/reports/plays/outlook?lowThreshold={value}");
        TestApi::with_samples().get(&path).await
    };
    for beyond in ["-0.01", "1.0001", "40"] {
        answer(beyond).await.assert_breaks("lowThreshold", "out_of_range");
    }
    let more_digits = "0.40000000000000000000000000001";
    for malformed in ["low", "0_4", "40%25", "NaN", "1e99", ".", more_digits] {
        answer(malformed).await.assert_breaks("lowThreshold", "malformed");
    }
}

#[actix_web::test]
async fn coverage_is_answered_with_the_number_of_days_asked_for() {
    for (query, days) in [("", 90), ("?days=1", 1), ("?days=400", 400)] {
        let path = format!("/api/v1/reports/upload-coverage{query}");
        assert_eq!(TestApi::with_samples().get(&path).await.json()["days"], days);
    }
    for days in ["0", "401"] {
        let path = format!("/api/v1/reports/upload-coverage?days={days}");
        let answer = TestApi::with_samples().get(&path).await;
        answer.assert_breaks("days", "out_of_range");
    }
    let answer = TestApi::with_samples()
        .get("/api/v1/reports/upload-coverage?days=-1")
        .await;
    answer.assert_breaks("days", "malformed");
}
