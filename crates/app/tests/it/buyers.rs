//! Reports on buyers, over HTTP.

use sample_data::SampleProduction;
use sample_data::formats::{xls, xlsx};
use sample_data::world::buyers::{BuyersKnobs, BuyersWorkbook};
use serde_json::{Value, json};

use crate::support::{Book, Season, Site, company, enter, shown};

fn report(sample: &SampleProduction, days_ago: u64) -> BuyersWorkbook {
    sample.buyers(Season::days_ago(days_ago), &BuyersKnobs::default())
}

/// The first item of a report of buyers.
async fn item(server: &crate::support::Client, report: &str) -> Value {
    let answer = server
        .get(&format!("/api/v1/reports/buyers/{report}"))
        .await
        .expect(200);
    answer["items"][0].clone()
}

#[tokio::test]
async fn a_report_on_buyers_stands_beside_sales_and_in_their_place_never() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 2);
    let sales = server.upload(&book.name, book.bytes.clone()).complete().await;
    assert_eq!(sales["kind"], "sales");
    let without = item(&server, "channels").await;
    assert_eq!(
        (&without["buyersRecordDate"], &without["coveredRatio"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(without["channels"], json!([]));

    let report = report(season.musical(), 2);
    let name = &report.workbook.file_name;
    let sending = server.upload(name, xlsx(&report.workbook)).field("dryRun", "true");
    let dry_run = sending.send().await.expect(200);
    assert_eq!(
        (&dry_run["kind"], &dry_run["status"]),
        (&json!("buyers"), &json!("completed"))
    );
    assert_eq!(
        (&dry_run["recognised"], &dry_run["replaces"]),
        (&json!([]), &Value::Null)
    );
    assert_eq!(
        (&dry_run["becomesCurrent"], &dry_run["change"]),
        (&json!(true), &Value::Null)
    );
    let upload = server.upload(name, xlsx(&report.workbook)).complete().await;
    assert_eq!((&upload["kind"], &upload["labelled"]), (&json!("buyers"), &json!(true)));
    assert_eq!((&upload["current"], &upload["recognised"]), (&json!(true), &json!([])));
    let facts = &upload["facts"];
    assert_eq!(facts, &dry_run["facts"]);
    assert_eq!((&facts["daily"], &facts["performances"]), (&Value::Null, &Value::Null));
    let dimensions = facts["buyers"].as_array().unwrap().iter();
    let dimensions: Vec<_> = dimensions.map(|of| of["dimension"].as_str().unwrap()).collect();
    assert_eq!(
        dimensions,
        [
            "discount",
            "age_gender",
            "payment",
            "card",
            "channel",
            "region",
            "seoul",
            "gyeonggi"
        ]
    );
    // The sales are what they were, and current.
    assert_eq!(server.again(&sales).await["current"], true);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;

    let channels = item(&server, "channels").await;
    assert_eq!(channels["buyersRecordDate"], upload["recordDate"]);
    assert_eq!(channels["coveredRatio"], 1.0);
    assert_eq!(channels["channels"].as_array().unwrap().len(), 4);
    let discounts = item(&server, "discounts").await;
    let seats: i64 = discounts["discounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["seats"].as_i64().unwrap())
        .sum();
    assert_eq!(seats, book.truth.daily.seats);

    let again = server.upload(name, xlsx(&report.workbook)).send().await.expect(200);
    assert_eq!(again["id"], upload["id"], "the same bytes are the same upload");
    for (kind, id) in [("sales", &sales["id"]), ("buyers", &upload["id"])] {
        let list = server.get(&format!("/api/v1/uploads?kind={kind}")).await.expect(200);
        assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), id));
    }
    server.withdraw(&upload).await.expect(200);
    assert_eq!(item(&server, "channels").await["buyersRecordDate"], Value::Null);
    assert_eq!(server.again(&sales).await["status"], "completed");
}

#[tokio::test]
async fn the_kind_is_told_by_the_sheets_unless_somebody_says_it() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let report = report(season.musical(), 1);
    // Foreign formats are looked at in a process of their own.
    let name = report.workbook.file_name.replace(".xlsx", ".xls");
    let upload = server.upload(&name, xls(&report.workbook)).complete().await;
    assert_eq!(upload["kind"], "buyers");

    let book = Book::of(season.musical(), 1);
    let both = book.sheets.clone().with_sheet(report.workbook.sheets[0].clone());
    let upload = server.upload(&book.name, xlsx(&both)).complete().await;
    assert_eq!(upload["kind"], "sales");
    let sending = server.upload(&book.name, xlsx(&both)).field("kind", "buyers");
    let upload = sending.send().await.expect(201);
    assert_eq!(
        (&upload["kind"], &upload["status"]),
        (&json!("buyers"), &json!("failed"))
    );
    let codes: Vec<_> = upload["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["missing_sheet", "other_kind", "other_kind"]);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
}
