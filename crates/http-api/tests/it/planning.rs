use domain::validation::{Breach, Field, Place, Rule};
use ports::driven::Patch;
use ports::driving::{DeskError, MockPlanningDesk};
use serde_json::json;

use crate::support::{NO_PRODUCTION, PRODUCTION, TestApi, sample};

#[actix_web::test]
async fn targets_are_read_by_day_and_week() {
    let answer = TestApi::with_samples().get(&format!("{PRODUCTION}/targets")).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getTargets");
}

#[actix_web::test]
async fn targets_are_read_of_the_days_asked_for() {
    let mut api = TestApi::with_samples();
    api.planning = MockPlanningDesk::new();
    api.planning
        .expect_targets()
        .withf(|_, days| days.first() == sample::day("2026-11-19") && days.last() == sample::day("2100-12-31"))
        .once()
        .returning(|_, _| Ok(sample::targets()));
    let answer = api.get(&format!("{PRODUCTION}/targets?from=2026-11-19")).await;
    assert_eq!(answer.status, 200);
}

#[actix_web::test]
async fn days_that_end_before_they_begin_are_refused() {
    let path = format!("{PRODUCTION}/targets?from=2026-11-19&to=2026-11-18");
    let answer = TestApi::with_samples().get(&path).await;
    answer.assert_breaks("to", "before_start");
}

#[actix_web::test]
async fn targets_are_set() {
    let body = json!({"targets": [
        {"date": "2026-11-19", "targetKrw": 28_560_000}, {"date": "2026-11-20", "targetKrw": 31_200_000}
    ]});
    let answer = TestApi::with_samples()
        .put(&format!("{PRODUCTION}/targets"), &body)
        .await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("setTargets");
}

#[actix_web::test]
async fn rules_that_only_the_desk_knows_are_told_as_fields() {
    let mut api = TestApi::with_samples();
    api.planning = MockPlanningDesk::new();
    api.planning.expect_set_targets().returning(|_, _, _| {
        let outside = Breach::new(
            Place::item(Field::Targets, 0).field(Field::Date),
            Rule::OutsideSalePeriod,
        );
        Err(DeskError::Invalid(vec![outside]))
    });
    let body = json!({"targets": [{"date": "2030-01-01", "targetKrw": 1}]});
    let answer = api.put(&format!("{PRODUCTION}/targets"), &body).await;
    answer.assert_breaks("/targets/0/date", "outside_sale_period");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn a_list_has_at_most_2000_items() {
    let many = |item| json!(vec![item; 2_001]);
    let cases = [
        (
            format!("{PRODUCTION}/targets"),
            "targets",
            many(json!({"date": "2026-11-19", "targetKrw": 1})),
        ),
        (
            format!("{PRODUCTION}/marketing-weeks"),
            "weeks",
            many(json!({"weekStart": "2026-11-16"})),
        ),
        (
            "/api/v1/calendar/monthly-notes".to_owned(),
            "notes",
            many(json!({"month": "2026-11", "note": null})),
        ),
        (
            "/api/v1/calendar/notes".to_owned(),
            "notes",
            many(json!({"date": "2026-11-19", "note": null})),
        ),
    ];
    for (path, field, items) in cases {
        let answer = TestApi::with_samples().put(&path, &json!({field: items})).await;
        answer.assert_breaks(&format!("/{field}"), "too_long");
    }
}

#[actix_web::test]
async fn marketing_weeks_are_read() {
    let answer = TestApi::with_samples()
        .get(&format!("{PRODUCTION}/marketing-weeks"))
        .await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("getMarketingWeeks");
}

#[actix_web::test]
async fn the_weeks_of_an_unknown_production_are_a_404_problem() {
    let answer = TestApi::with_samples()
        .get(&format!("{NO_PRODUCTION}/marketing-weeks"))
        .await;
    answer.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn a_note_left_out_stays_and_null_clears_it() {
    let mut api = TestApi::with_samples();
    api.planning = MockPlanningDesk::new();
    api.planning
        .expect_change_marketing_weeks()
        .withf(|_, weeks, _| {
            let (day, notes) = &weeks[0];
            *day == sample::day("2026-11-18")
                && notes.sales_marketing == Patch::Set("평일 마티네 할인".to_owned())
                && notes.promotion == Patch::Keep
                && notes.other == Patch::Clear
        })
        .once()
        .returning(|_, _, _| Ok(sample::marketing_plan()));
    let body = json!({"weeks": [{"weekStart": "2026-11-18", "salesMarketing": "평일 마티네 할인", "other": null}]});
    let answer = api.put(&format!("{PRODUCTION}/marketing-weeks"), &body).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("setMarketingWeeks");
}
