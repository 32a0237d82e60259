//! The season that `demo` fills an empty database with.

use chrono::{Days, NaiveDate};
use sample_data::season;
use serde_json::json;

use crate::support::{Site, facts, shown};

#[tokio::test]
async fn the_demo_fills_an_empty_database_with_a_season_whose_truth_the_reports_tell() {
    let site = Site::new();
    let filled = site.program(&["demo", "--fill-only", "--seed", "5"]).run();
    assert_eq!(filled.code(), 0, "{}{}", filled.stdout(), filled.stderr());
    assert!(filled.stdout().contains("/swagger-ui/"));

    let server = site.serve().await;
    let uploads = server.uploads().await;
    let productions = server.get("/api/v1/productions?perPage=200").await.expect(200);
    assert_eq!((&productions["total"], uploads.len()), (&json!(10), 56));
    // The demo's newest workbooks are of the day before it.
    let days = uploads.iter().map(|upload| upload["recordDate"].as_str().unwrap());
    let newest: NaiveDate = days.max().unwrap().parse().unwrap();
    let world = season(5, newest + Days::new(1));
    assert_eq!(world.uploads().len(), uploads.len());
    for (sample, record_date) in world.uploads() {
        let truth = sample.truth(record_date);
        let is_it = |upload: &&serde_json::Value| {
            upload["productionCode"] == truth.production_code && upload["recordDate"] == json!(record_date)
        };
        let upload = uploads.iter().find(is_it).unwrap();
        assert_eq!(
            (&upload["status"], &upload["facts"]),
            (&json!("completed"), &facts(&truth))
        );
    }
    for sample in &world.productions {
        let current = sample.truth(*sample.record_dates.last().unwrap());
        shown(&server, &sample.production.code, Some(&current)).await;
    }

    let again = site.program(&["demo", "--fill-only", "--seed", "5"]).run();
    assert_eq!(again.code(), 0);
    assert_eq!(server.uploads().await.len(), 56, "a second run adds nothing");
}

#[tokio::test]
async fn the_demo_fills_a_database_whose_masters_need_a_second_factor_and_says_that_it_asks_for_none() {
    let site = Site::with(&[("REQUIRE_SECOND_FACTOR", "admins")]);
    let filled = site.program(&["demo", "--fill-only"]).run();
    assert_eq!(filled.code(), 0, "{}{}", filled.stdout(), filled.stderr());
    assert!(
        filled.stdout().contains("demands no second factor"),
        "{}",
        filled.stdout()
    );
    let server = site.serve().await;
    assert_eq!(
        server.get("/api/v1/auth/me").await.expect(200)["secondFactor"],
        "demanded"
    );
}
