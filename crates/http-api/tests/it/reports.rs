use domain::reports::weekly_overview;
use ports::driven::Versioned;
use ports::driving::{Question, Report};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::support::{TestApi, sample};

/// Path and operation of every report.
pub(crate) const REPORTS: [(&str, &str); 26] = [
    ("plays/weekly-overview", "getPlaysWeeklyOverview"),
    ("plays/revenue", "getPlaysRevenue"),
    ("plays/weekly-occupancy", "getPlaysWeeklyOccupancy"),
    ("plays/performances", "getPlaysPerformances"),
    ("plays/profit-forecast", "getPlaysProfitForecast"),
    ("plays/weekly-casts", "getPlaysWeeklyCasts"),
    ("plays/outlook", "getPlaysOutlook"),
    ("plays/daily-brief", "getPlaysDailyBrief"),
    ("plays/monthly", "getPlaysMonthly"),
    ("plays/monthly-by-production", "getPlaysMonthlyByProduction"),
    ("plays/cast-revenue", "getPlaysCastRevenue"),
    ("plays/occupancy", "getPlaysOccupancy"),
    ("plays/weekly-capacity", "getPlaysWeeklyCapacity"),
    ("plays/summary", "getPlaysSummary"),
    ("concerts/daily", "getConcertsDaily"),
    ("concerts/weekly", "getConcertsWeekly"),
    ("concerts/monthly", "getConcertsMonthly"),
    ("concerts/break-even", "getConcertsBreakEven"),
    ("concerts/overview", "getConcertsOverview"),
    ("concerts/profit-forecast", "getConcertsProfitForecast"),
    ("concerts/target-sales", "getConcertsTargetSales"),
    ("concerts/marketing-week", "getConcertsMarketingWeek"),
    ("marketing-effect", "getMarketingEffect"),
    ("upload-coverage", "getUploadCoverage"),
    ("target-vs-actual", "getTargetVsActual"),
    ("overview", "getOverview"),
];

#[actix_web::test]
async fn every_report_is_answered_as_documented() {
    for (report, operation) in REPORTS {
        let answer = TestApi::with_samples().get(&format!("/api/v1/reports/{report}")).await;
        assert_eq!(answer.status, 200, "{report}");
        assert_eq!(answer.json()["report"], report);
        answer.assert_is_example(operation);
    }
}

#[actix_web::test]
async fn the_day_asked_for_is_answered() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}?asOf=2026-12-01");
        let answer = TestApi::with_samples().get(&path).await;
        assert_eq!(answer.json()["asOf"], "2026-12-01", "{report}");
    }
}

#[actix_web::test]
async fn an_unknown_production_is_404_in_every_report() {
    for (report, _) in REPORTS {
        let path = format!("/api/v1/reports/{report}?productionId=0197c1a0-0000-7000-8000-00000000ffff");
        TestApi::with_samples()
            .get(&path)
            .await
            .assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn productions_are_named_by_a_repeated_parameter() {
    let mut api = TestApi::default();
    let (play, concert) = (sample::production().id, sample::concert().id);
    api.reports
        .expect_answer()
        .withf(move |scope, as_of, question| {
            let named = scope.production_ids == [play, concert] && scope.include_inactive;
            named && *as_of == sample::day("2026-11-20") && *question == Question::WeeklyOverview
        })
        .once()
        .returning(|_, _, _| {
            let weeks = weekly_overview::Weeks::as_of(sample::day("2026-11-20"));
            Ok(Versioned {
                data_version: 41,
                value: Report::WeeklyOverview(weekly_overview::report(Vec::new(), weeks)),
            })
        });
    let query = format!("productionId={play}&productionId={concert}&includeInactive=true");
    let answer = api.get(&format!("/api/v1/reports/plays/weekly-overview?{query}")).await;
    assert_eq!(answer.status, 200);
    insta::assert_json_snapshot!(answer.json());
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
async fn a_range_of_no_day_is_refused() {
    for report in ["plays/performances", "target-vs-actual"] {
        let path = format!("/api/v1/reports/{report}?from=2026-11-22&to=2026-11-20");
        TestApi::with_samples()
            .get(&path)
            .await
            .assert_breaks("to", "before_start");
    }
}

#[actix_web::test]
async fn periods_are_answered_with_the_days_asked_for() {
    let path = "/api/v1/reports/target-vs-actual?grain=week&from=2026-11-20&to=2026-11-22";
    let body = TestApi::with_samples().get(path).await.json();
    assert_eq!(
        (&body["from"], &body["to"]),
        (&"2026-11-20".into(), &"2026-11-22".into())
    );
    assert_eq!(body["overall"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn a_period_is_written_as_its_length_asks() {
    let first_period = async |grain: &str| {
        let path = format!("/api/v1/reports/target-vs-actual?grain={grain}");
        let body = TestApi::with_samples().get(&path).await.json();
        assert_eq!(body["grain"], grain);
        body["items"][0]["periods"][0]["period"].as_str().unwrap().to_owned()
    };
    assert_eq!(first_period("day").await, "2026-11-19");
    assert_eq!(first_period("week").await, "2026-11-16");
    assert_eq!(first_period("month").await, "2026-11");
}

#[actix_web::test]
async fn best_casts_are_as_many_as_asked_for() {
    let path = "/api/v1/reports/plays/weekly-casts";
    let cases = [("", 3, 3), ("?top=1", 1, 1), ("?top=100", 100, 3)];
    for (query, top, casts) in cases {
        let body = TestApi::with_samples().get(&format!("{path}{query}")).await.json();
        assert_eq!(body["top"], top, "{query}");
        assert_eq!(body["items"][1]["casts"].as_array().unwrap().len(), casts, "{query}");
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
        let mut api = TestApi::default();
        api.reports
            .expect_answer()
            .withf(move |_, _, question| {
                *question
                    == Question::Outlook {
                        low_threshold: expected,
                    }
            })
            .once()
            .returning(|_, _, question| {
                let Question::Outlook { low_threshold } = question else {
                    panic!("{question:?} was not asked");
                };
                let rows = Vec::new();
                Ok(Versioned {
                    data_version: 41,
                    value: Report::Outlook { low_threshold, rows },
                })
            });
        let body = api.get(&format!("/api/v1/reports/plays/outlook{query}")).await.json();
        assert_eq!(body["lowThreshold"].as_f64(), expected.to_f64(), "{query}");
    }
}

#[actix_web::test]
async fn a_threshold_that_is_no_share_is_refused() {
    let answer = async |report: &str, value: &str| {
        let path = format!("/api/v1/reports/{report}?lowThreshold={value}");
        TestApi::with_samples().get(&path).await
    };
    let more_digits = "0.40000000000000000000000000001";
    for report in ["plays/outlook", "overview"] {
        for beyond in ["-0.01", "1.0001", "40"] {
            answer(report, beyond)
                .await
                .assert_breaks("lowThreshold", "out_of_range");
        }
        for malformed in ["low", "0_4", "40%25", "NaN", "1e99", ".", more_digits] {
            answer(report, malformed)
                .await
                .assert_breaks("lowThreshold", "malformed");
        }
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
