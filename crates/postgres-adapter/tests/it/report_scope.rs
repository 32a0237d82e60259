//! Which productions a report covers.

use domain::access::Visible;
use domain::calendar::Grain;
use domain::production::{Category, ProductionDraft, ProductionId};
use domain::reports::{break_even, revenue, target_vs_actual};
use ports::driven::{ReportError, ReportScope};
use uuid::Uuid;

use crate::support::{Storage, draft, everything, figures};

async fn entered(storage: &Storage) -> [ProductionId; 4] {
    let inactive = ProductionDraft {
        active: false,
        ..draft("b", Category::Play)
    };
    [
        storage.enter(draft("a", Category::Play)).await,
        storage.enter(inactive).await,
        storage.enter(draft("C", Category::Musical)).await,
        storage.enter(draft("D", Category::Concert)).await,
    ]
}

fn named(ids: &[ProductionId]) -> ReportScope {
    ReportScope {
        visible: Visible::All,
        production_ids: ids.to_vec(),
        include_inactive: false,
    }
}

async fn plays(storage: &Storage, scope: &ReportScope) -> String {
    let figures = figures::<revenue::Revenue>(&storage.reports, scope, ())
        .await
        .unwrap()
        .value;
    figures.iter().map(|figures| figures.production.code.as_str()).collect()
}

#[tokio::test]
async fn without_names_a_report_covers_the_active_productions_of_its_kind_by_code() {
    let storage = Storage::new();
    entered(&storage).await;
    assert_eq!(plays(&storage, &everything()).await, "Ca");
    let concerts = figures::<break_even::BreakEven>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value;
    assert_eq!(
        concerts
            .iter()
            .map(|figures| figures.production.code.as_str())
            .collect::<String>(),
        "D"
    );
    let all = figures::<target_vs_actual::TargetVsActual>(&storage.reports, &everything(), Grain::Day)
        .await
        .unwrap()
        .value;
    assert_eq!(
        all.iter()
            .map(|figures| figures.production.code.as_str())
            .collect::<String>(),
        "CDa"
    );
}

#[tokio::test]
async fn inactive_ones_are_covered_when_asked_for() {
    let storage = Storage::new();
    entered(&storage).await;
    let all = ReportScope {
        include_inactive: true,
        ..everything()
    };
    assert_eq!(plays(&storage, &all).await, "Cab");
}

#[tokio::test]
async fn named_ones_are_covered_active_or_not_and_each_once() {
    let storage = Storage::new();
    let [a, b, ..] = entered(&storage).await;
    assert_eq!(plays(&storage, &named(&[b, a, b])).await, "ab");
    assert_eq!(plays(&storage, &named(&[b])).await, "b");
}

#[tokio::test]
async fn a_named_production_of_another_category_is_left_out() {
    let storage = Storage::new();
    let [a, _, _, d] = entered(&storage).await;
    assert_eq!(plays(&storage, &named(&[a, d])).await, "a");
    assert_eq!(plays(&storage, &named(&[d])).await, "");
}

#[tokio::test]
async fn a_named_production_that_does_not_exist_is_told() {
    let storage = Storage::new();
    let [a, ..] = entered(&storage).await;
    let nobody = ProductionId(Uuid::nil());
    let refused = figures::<revenue::Revenue>(&storage.reports, &named(&[a, nobody]), ()).await;
    assert!(matches!(refused, Err(ReportError::UnknownProduction(id)) if id == nobody));
}

#[tokio::test]
async fn more_productions_than_a_report_carries_are_told() {
    let storage = Storage::new();
    storage
        .execute(
            "INSERT INTO production (id, code, name, category, active, created_at, updated_at)
             SELECT gen_random_uuid(), 'P' || n, 'P' || n, 'play', n <= 500, now(), now() FROM generate_series(1, 501) n",
        )
        .unwrap();
    let most = figures::<revenue::Revenue>(&storage.reports, &everything(), ())
        .await
        .unwrap();
    assert_eq!(most.value.len(), 500);
    let all = ReportScope {
        include_inactive: true,
        ..everything()
    };
    let refused = figures::<revenue::Revenue>(&storage.reports, &all, ()).await;
    assert!(
        matches!(refused, Err(ReportError::TooManyProductions { found: 501, most: 500 })),
        "{refused:?}"
    );
    let concerts = figures::<break_even::BreakEven>(&storage.reports, &all, ())
        .await
        .unwrap();
    assert_eq!(concerts.value.len(), 0, "those of other categories do not count");
}

#[tokio::test]
async fn a_row_tells_its_production_and_record_date() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-19", &crate::support::sold(10_000)).await;
    let [figures] = figures::<revenue::Revenue>(&storage.reports, &named(&[id]), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    let expected = domain::reports::ReportedProduction {
        id,
        code: "PL1".parse().unwrap(),
        name: "공연 PL1".to_owned(),
        category: Category::Play,
        record_date: Some(crate::support::day("2026-11-19")),
        has_sale_days: true,
    };
    assert_eq!(figures.production, expected);
}
