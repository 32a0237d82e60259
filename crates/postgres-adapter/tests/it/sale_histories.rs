//! What productions sold on each day of their sale periods.

use std::collections::BTreeMap;

use domain::access::Visible;
use domain::calendar::DateRange;
use domain::production::{Category, ProductionDraft};
use domain::sales::Snapshot;
use ports::driven::{ReportScope, SaleHistories};

use crate::support::{Storage, daily, day, draft};

fn snapshot(days: &[(&str, i64)]) -> Snapshot {
    Snapshot {
        breakdowns: Vec::new(),
        daily_sales: days.iter().map(|(of, krw)| daily(of, *krw)).collect(),
        performance_sales: Vec::new(),
        ..Snapshot::default()
    }
}

#[tokio::test]
async fn a_history_is_of_the_sale_period_in_the_current_snapshot() {
    let storage = Storage::new();
    let on_sale = ProductionDraft {
        sale_start: Some(day("2026-11-02")),
        sale_end: Some(day("2026-11-04")),
        active: false,
        ..draft("PL1", Category::Play)
    };
    let sold = storage.enter(on_sale).await;
    storage
        .upload(sold, "2026-11-03", &snapshot(&[("2026-11-02", 1)]))
        .await;
    let current = [
        ("2026-11-01", 50_000),
        ("2026-11-02", 20_000),
        ("2026-11-04", -10_000),
        ("2026-11-05", 70_000),
    ];
    storage.upload(sold, "2026-11-05", &snapshot(&current)).await;
    let unsold = storage.enter_play("PL2").await;
    storage.upload(unsold, "2026-11-05", &snapshot(&current)).await;
    let never_sent = storage.enter_play("PL3").await;

    let scope = ReportScope {
        visible: Visible::All,
        production_ids: vec![never_sent, sold, unsold],
        include_inactive: false,
    };
    let [first, second, third] = storage
        .reports
        .sale_histories(&scope)
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    assert_eq!(first.production_id, sold);
    assert_eq!(first.sale_period, DateRange::new(day("2026-11-02"), day("2026-11-04")));
    let expected = BTreeMap::from([(day("2026-11-02"), 20_000), (day("2026-11-04"), -10_000)]);
    assert_eq!(first.revenue_krw, expected);
    for (history, id) in [(second, unsold), (third, never_sent)] {
        assert_eq!((history.production_id, history.sale_period), (id, None));
        assert!(history.revenue_krw.is_empty());
    }
}
