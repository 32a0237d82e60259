//! Uploads of sales and of buyers beside each other.

use domain::reports::buyers::ages::BuyersAges;
use domain::reports::buyers::channels::BuyersChannels;
use domain::reports::{Report, upload_coverage};
use domain::upload::{UploadKind, UploadStatus};
use ports::driven::{Acceptance, ForecastRepository, Lacking, UploadQuery, UploadRepository};

use crate::support::{Storage, bought, day, everything, figures, new_upload, sold};

#[tokio::test]
async fn of_each_kind_one_upload_is_live_and_one_is_current() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let sales = storage.upload(id, "2026-11-18", &sold(10_000)).await;
    let replaced = storage.upload(id, "2026-11-18", &bought(3)).await;
    let buyers = storage.upload(id, "2026-11-18", &bought(4)).await;
    let older = storage.upload(id, "2026-11-17", &bought(2)).await;
    for (upload, status, current) in [
        (sales, UploadStatus::Completed, true),
        (replaced, UploadStatus::Superseded, false),
        (buyers, UploadStatus::Completed, true),
        (older, UploadStatus::Completed, false),
    ] {
        let found = storage.find(upload).await;
        assert_eq!((found.status, found.current), (status, current));
    }
    let of_buyers = storage.uploads.neighbours(id, day("2026-11-18"), UploadKind::Buyers);
    let around = of_buyers.await.unwrap();
    assert_eq!(around.same_day.map(|upload| upload.id), Some(buyers));
    assert_eq!(around.current.map(|upload| upload.kind), Some(UploadKind::Buyers));
    assert_eq!(storage.current(id).await, Some(sales));

    storage.withdraw(buyers).await;
    assert_eq!(storage.status(replaced).await, UploadStatus::Completed);
    assert_eq!(storage.status(sales).await, UploadStatus::Completed);
    storage.withdraw(replaced).await;
    assert!(storage.find(older).await.current);
    storage.withdraw(sales).await;
    assert_eq!(storage.current(id).await, None);
    assert!(storage.find(older).await.current);
}

#[tokio::test]
async fn the_same_bytes_are_another_upload_of_another_kind() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut upload = new_upload(id, "2026-11-18", 1);
    storage.accept(&upload).await;
    upload.id = new_upload(id, "2026-11-18", 1).id;
    upload.kind = UploadKind::Buyers;
    let accepted = storage.accept(&upload).await;
    let again = storage.uploads.accept(&upload).await.unwrap();
    assert!(matches!(again, Acceptance::Repeated(repeated) if repeated.id == accepted));

    let of = |kind| UploadQuery {
        visible: domain::access::Visible::All,
        kind,
        ..UploadQuery::default()
    };
    for (kind, total) in [(None, 2), (Some(UploadKind::Sales), 1), (Some(UploadKind::Buyers), 1)] {
        let page = storage.uploads.list(&of(kind)).await.unwrap();
        assert_eq!(page.total, total);
        assert!(
            page.items
                .iter()
                .all(|upload| kind.is_none_or(|kind| upload.kind == kind))
        );
    }
    let record = storage.uploads.record(accepted).await.unwrap().unwrap();
    assert_eq!(record.kind, UploadKind::Buyers);
}

#[tokio::test]
async fn what_is_not_about_buyers_is_about_sales() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-18", &sold(10_000)).await;
    let before = (
        storage.number("SELECT revenue_krw AS number FROM report.sale_total"),
        storage.versions(),
    );
    let arrivals = storage.number("SELECT coalesce(sum(number), 0)::bigint AS number FROM alert_arrival");
    storage.upload(id, "2026-11-19", &bought(3)).await;
    assert_eq!(
        storage.number("SELECT revenue_krw AS number FROM report.sale_total"),
        before.0
    );
    // Reports on buyers are other ones now.
    assert!(before.1.figures < storage.versions().figures);
    assert_eq!(
        storage.number("SELECT coalesce(sum(number), 0)::bigint AS number FROM alert_arrival"),
        arrivals
    );
    let dates = storage.texts("SELECT record_date::text AS text FROM report.production");
    assert_eq!(dates, ["2026-11-18"]);
    let visible = everything();
    let days = upload_coverage::window(day("2026-11-19"), 2);
    let coverage = figures::<upload_coverage::UploadCoverage>(&storage.reports, &visible, days);
    let coverage = coverage.await.unwrap().value;
    assert_eq!(
        coverage[0].file_names.keys().copied().collect::<Vec<_>>(),
        [day("2026-11-18")]
    );
    let lacking = storage.forecasts.without_forecast(Lacking::Ever).await.unwrap();
    assert_eq!(lacking.len(), 1, "nothing is forecast of buyers");
}

#[tokio::test]
async fn a_report_on_buyers_is_told_with_its_own_record_date() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let other = storage.enter_play("PL2").await;
    let channels = async || {
        let window = BuyersChannels::window(day("2026-11-20"), &());
        let figures = figures::<BuyersChannels>(&storage.reports, &everything(), window).await;
        figures.unwrap().value
    };
    assert_eq!(channels().await[0].record_date, None);
    // Its one sale day has a seat for each 10 000 won.
    storage.upload(id, "2026-11-19", &sold(80_000)).await;
    storage.upload(id, "2026-11-17", &bought(2)).await;
    let newest = storage.upload(id, "2026-11-18", &bought(4)).await;
    let told = channels().await;
    assert_eq!((told[0].record_date, told[0].sold_seats), (Some(day("2026-11-18")), 8));
    assert_eq!(told[0].breakdowns, bought(4).breakdowns[..1]);
    assert_eq!(told[1].production.id, other);
    assert_eq!((told[1].record_date, told[1].sold_seats), (None, 0));
    let visible = everything();
    let ages = figures::<BuyersAges>(&storage.reports, &visible, BuyersAges::window(day("2026-11-20"), &()));
    assert_eq!(ages.await.unwrap().value[0].breakdowns, bought(4).breakdowns[1..]);
    assert_eq!(storage.find(newest).await.facts, Some(bought(4).buyers_facts()));
    let rows = storage.texts("SELECT dimension || ' ' || item || ' ' || part AS text FROM report.breakdown ORDER BY 1");
    assert_eq!(rows, ["age_gender 21 ~ 30세 female", "channel PC "]);
    let refused = storage.execute("UPDATE breakdown SET seats = seats").unwrap_err();
    assert_eq!(refused.to_string(), "a snapshot never changes");
    storage.withdraw(newest).await;
    assert_eq!(channels().await[0].record_date, Some(day("2026-11-17")));
}

#[tokio::test]
async fn a_class_belongs_to_its_dimension() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-19", &bought(3)).await;
    let copy = |changed: &str| {
        let statement = format!(
            "INSERT INTO breakdown SELECT snapshot_id, production_id, {changed}, position, seats, revenue_krw
             FROM breakdown WHERE dimension = 'channel'"
        );
        storage.execute(&statement)
    };
    assert!(copy("'channel', '', '', 'PC', ''").is_err(), "each class once");
    assert!(copy("'grade', '', '', 'R', ''").is_err());
    assert!(copy("'channel', '', '', 'TV', 'male'").is_err());
    assert!(copy("'age_gender', '', '', 'TV', ''").is_err());
    assert!(copy("'channel', 'yes24', '', 'TV', ''").is_err());
    assert!(copy("'channel', '', '', 'TV', ''").is_ok());
}
