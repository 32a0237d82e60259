//! The season that `demo` fills an empty database with.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use sample_data::{World, season};
use serde_json::json;

use crate::support::{Server, Site, facts, shown};

#[tokio::test]
async fn the_demo_fills_an_empty_database_with_a_season_whose_truth_the_reports_tell() {
    let site = Site::new();
    let demanding = site.with_more(&[("REQUIRE_SECOND_FACTOR", "admins")]);
    let filled = demanding.program(&["demo", "--fill-only", "--seed", "5"]).run();
    assert_eq!(filled.code(), 0, "{}{}", filled.stdout(), filled.stderr());
    let told = filled.stdout();
    // Filling takes a while: where to look is told before it, and who can sign in when everything is there.
    let in_order = [
        "Fullhouse serves at http://",
        "/swagger-ui/",
        "Uploaded ",
        "Sign in as:",
    ]
    .map(|part| told.find(part));
    assert!(in_order[0] == Some(0) && in_order.is_sorted(), "{in_order:?} in {told}");
    // It asks for none, and says so.
    assert!(told.contains("demands no second factor"), "{told}");

    let server = site.serve().await;
    let (buyers, uploads): (Vec<_>, Vec<_>) = server
        .uploads()
        .await
        .into_iter()
        .partition(|upload| upload["kind"] == "buyers");
    assert_eq!(buyers.len(), 1, "{buyers:?}");
    let told = server.get("/api/v1/reports/buyers/channels").await.expect(200);
    let told = told["items"].as_array().unwrap().iter();
    let told: Vec<_> = told.filter(|item| item["coveredRatio"] == json!(1.0)).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["productionCode"], buyers[0]["productionCode"]);
    assert!(!told[0]["channels"].as_array().unwrap().is_empty());
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
        assert_eq!(upload["status"], "completed");
        let (mut have, mut want) = (upload["facts"].clone(), facts(&truth));
        if world.has_labels(sample) {
            assert_eq!(have["agencies"].as_array().map(Vec::len), Some(4));
            assert!(have["performances"]["pendingSeats"].is_i64());
            // The rest is what a workbook with markers says.
            for field in [
                "depositedSeats",
                "depositedKrw",
                "pendingSeats",
                "pendingKrw",
                "numbers",
            ] {
                have["performances"][field] = want["performances"][field].clone();
            }
            for facts in [&mut have, &mut want] {
                facts["daily"]["seatsByGrade"] = json!(null);
                facts["agencies"] = json!([]);
            }
        }
        assert_eq!(have, want);
    }
    for sample in &world.productions {
        let current = sample.truth(*sample.record_dates.last().unwrap());
        shown(&server, &sample.production.code, Some(&current)).await;
    }

    assert_shows_money(&server, &world).await;
    let kept = site.program(&["forecast", "backfill"]).run();
    assert_eq!(kept.code(), 0, "{}{}", kept.stdout(), kept.stderr());
    let card = server.get("/api/v1/reports/forecast-scorecard").await.expect(200);
    let scored = card["horizons"].as_array().unwrap().iter();
    let scored: Vec<_> = scored
        .filter(|row| row["quantity"] == "performance_seats" && row["forecasts"] != json!(0))
        .collect();
    // Seven and fourteen days before performances: two productions have a workbook for each of twenty days.
    assert_eq!(scored.len(), 2, "{card}");
    for row in scored {
        let [ours, line] = ["errorRatio", "straightLineErrorRatio"].map(|field| row[field].as_f64().unwrap());
        assert!(ours < line, "the straight line loses: {row}");
    }

    let again = site.program(&["demo", "--fill-only", "--seed", "5"]).run();
    assert_eq!(again.code(), 0);
    assert!(!again.stdout().contains("second factor"), "{}", again.stdout());
    assert_eq!(server.uploads().await.len(), 57, "a second run adds nothing");
    let server = demanding.serve().await;
    assert_eq!(
        server.get("/api/v1/auth/me").await.expect(200)["secondFactor"],
        "demanded"
    );
}

/// Grades have prices, runs have targets and costs, and what was done for them is beside their weeks.
async fn assert_shows_money(server: &Server, world: &World) {
    let grades = server
        .get("/api/v1/reports/grades?includeInactive=true")
        .await
        .expect(200);
    let grades = grades["items"].as_array().unwrap();
    assert_eq!(grades.len(), world.productions.len());
    for item in grades {
        assert!(item["total"]["potentialKrw"].as_i64() > Some(0), "{item}");
        assert!(item["total"]["faceValueKrw"].is_i64(), "{item}");
    }
    let overview = server.get("/api/v1/reports/overview").await.expect(200);
    let overview = overview["items"].as_array().unwrap();
    for item in overview {
        let known = ["targetRatio", "seatRatio", "profitKrw"].map(|field| item[field].is_number());
        assert_eq!(known, [true; 3], "{item}");
    }
    let deposited = overview.iter().filter(|item| item["basis"] == "deposited").count();
    assert_eq!(deposited, 1, "one is judged by what is deposited, and knows it");
    let effect = server.get("/api/v1/reports/marketing-effect").await.expect(200);
    let weeks = effect["items"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|item| item["weeks"].as_array().unwrap());
    let kinds: BTreeSet<String> = weeks
        .flat_map(|week| week["campaigns"].as_array().unwrap())
        .map(|campaign| campaign["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["discount", "memo", "press"].map(str::to_owned).into());
}
