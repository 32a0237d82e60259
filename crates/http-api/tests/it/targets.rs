//! Many targets at once.

use domain::production::ProductionId;
use domain::validation::{Breach, Field, Rule};
use ports::driving::{DeskError, DistributionMethod, MockTargetDesk};
use serde_json::{Value, json};

use crate::support::{Answer, NO_PRODUCTION, PRODUCTION, TestApi, sample};

async fn distribute(api: TestApi, body: &Value) -> Answer {
    api.post(&format!("{PRODUCTION}/targets/distribute"), body).await
}

fn api() -> TestApi {
    let mut api = TestApi::with_samples();
    api.targets = MockTargetDesk::new();
    api
}

#[actix_web::test]
async fn a_total_is_spread_by_weekday() {
    let mut api = api();
    api.targets
        .expect_distribute()
        .withf(|id, wanted, _, _| {
            let DistributionMethod::Weekday(weights) = &wanted.method else {
                return false;
            };
            let weights: Vec<_> = weights.iter().map(ToString::to_string).collect();
            *id == sample::production().id
                && wanted.total_krw == 59_760_000
                && wanted.from == Some(sample::day("2026-11-19"))
                && wanted.to.is_none()
                && weights == ["1", "1", "1", "1.19", "1.3", "1.8", "0"]
                && wanted.dry_run
        })
        .once()
        .returning(|_, _, _, _| Ok(sample::targets()));
    let body = json!({
        "totalKrw": 59_760_000, "from": "2026-11-19", "method": "weekday",
        "weekdayWeights": [1, 1, 1, 1.19, 1.3, 1.8, 0], "dryRun": true
    });
    let answer = distribute(api, &body).await;
    assert_eq!(answer.status, 200);
    answer.assert_is_example("distributeTargets");
}

#[actix_web::test]
async fn a_total_is_spread_evenly_or_along_a_curve() {
    let mut api = api();
    api.targets
        .expect_distribute()
        .withf(|_, wanted, _, _| wanted.method == DistributionMethod::Even && !wanted.dry_run)
        .once()
        .returning(|_, _, _, _| Ok(sample::targets()));
    let answer = distribute(api, &json!({"totalKrw": 1, "method": "even"})).await;
    assert_eq!(answer.status, 200);

    let mut api = self::api();
    let past: ProductionId = sample::concert().id;
    api.targets
        .expect_distribute()
        .withf(move |_, wanted, _, _| wanted.method == DistributionMethod::Curve(vec![past]))
        .once()
        .returning(|_, _, _, _| Ok(sample::targets()));
    let body = json!({"totalKrw": 1, "method": "curve", "productionIds": [past.0]});
    assert_eq!(distribute(api, &body).await.status, 200);
}

#[actix_web::test]
async fn fields_of_a_method_go_with_it() {
    let weights = [1; 7];
    let cases = [
        (json!({"method": "weekday"}), "/weekdayWeights", "required"),
        (json!({"method": "curve"}), "/productionIds", "required"),
        (
            json!({"method": "even", "weekdayWeights": weights}),
            "/weekdayWeights",
            "not_applicable",
        ),
        (
            json!({"method": "weekday", "weekdayWeights": weights, "productionIds": []}),
            "/productionIds",
            "not_applicable",
        ),
        (
            json!({"method": "curve", "productionIds": vec!["x"; 2_001]}),
            "/productionIds",
            "too_long",
        ),
        (json!({"method": "random"}), "/method", "malformed"),
        (
            json!({"method": "weekday", "weekdayWeights": ["1"]}),
            "/weekdayWeights/0",
            "malformed",
        ),
    ];
    for (mut body, pointer, code) in cases {
        body["totalKrw"] = json!(1);
        distribute(api(), &body).await.assert_breaks(pointer, code);
    }
}

#[actix_web::test]
async fn a_past_production_that_is_not_there_is_404() {
    let body = json!({"totalKrw": 1, "method": "curve", "productionIds": ["PL2612"]});
    distribute(api(), &body).await.assert_problem(404, "not-found");

    let mut api = api();
    api.targets
        .expect_distribute()
        .returning(|_, _, _, _| Err(DeskError::UnknownProduction));
    let body = json!({"totalKrw": 1, "method": "curve", "productionIds": [sample::concert().id.0]});
    distribute(api, &body).await.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn days_outside_the_sale_period_are_told_as_fields() {
    let mut api = api();
    api.targets.expect_distribute().returning(|_, _, _, _| {
        let outside = Breach::new(Field::From, Rule::OutsideSalePeriod);
        Err(DeskError::Invalid(vec![outside]))
    });
    let body = json!({"totalKrw": 1, "method": "even", "from": "2030-01-01"});
    distribute(api, &body)
        .await
        .assert_breaks("/from", "outside_sale_period");
}

#[actix_web::test]
async fn the_targets_of_an_unknown_production_are_not_touched() {
    for route in ["distribute", "copy"] {
        let path = format!("{NO_PRODUCTION}/targets/{route}?foo=1");
        api().post(&path, &json!({})).await.assert_problem(404, "not-found");
    }
}

#[actix_web::test]
async fn targets_are_copied_times_a_factor_that_is_1_by_default() {
    let from = sample::concert().id;
    for (factor, expected) in [(json!(1.05), "1.05"), (json!(null), "1")] {
        let mut api = api();
        api.targets
            .expect_copy()
            .withf(move |id, copy, _, _| {
                *id == sample::production().id
                    && copy.from == from
                    && copy.factor.to_string() == expected
                    && !copy.dry_run
            })
            .once()
            .returning(|_, _, _, _| Ok(sample::targets()));
        let body = json!({"fromProductionId": from.0, "factor": factor});
        let answer = api.post(&format!("{PRODUCTION}/targets/copy"), &body).await;
        assert_eq!(answer.status, 200);
        answer.assert_is_example("copyTargets");
    }
}

#[actix_web::test]
async fn a_production_to_copy_from_that_is_not_there_is_404() {
    let body = json!({"fromProductionId": "PL2612"});
    let answer = api().post(&format!("{PRODUCTION}/targets/copy"), &body).await;
    answer.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn a_factor_beyond_all_bounds_is_told_what_is_expected() {
    let body = json!({"fromProductionId": sample::concert().id.0, "factor": 1e300});
    let answer = api().post(&format!("{PRODUCTION}/targets/copy"), &body).await;
    answer.assert_breaks("/factor", "malformed");
    assert_eq!(answer.json()["errors"][0]["message"], "a decimal below 10^28");
}

#[actix_web::test]
async fn a_factor_is_a_number() {
    for factor in [json!("2"), json!([1]), json!(true)] {
        let body = json!({"fromProductionId": sample::concert().id.0, "factor": factor});
        let answer = api().post(&format!("{PRODUCTION}/targets/copy"), &body).await;
        answer.assert_breaks("/factor", "malformed");
    }
}
