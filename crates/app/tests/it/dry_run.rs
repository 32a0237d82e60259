//! Asking what an upload would do.

use serde_json::{Value, json};

use crate::support::{Book, Client, Site, company, enter, facts, shown};

async fn dry_run(client: &Client, book: &Book) -> Value {
    let sending = client.upload(&book.name, book.bytes.clone());
    sending.field("dryRun", "true").send().await.expect(200)
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_keeps_nothing() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let answer = dry_run(&server, &book).await;
    assert_eq!(answer["status"], "completed");
    assert_eq!(answer["productionCode"], book.truth.production_code);
    assert_eq!(answer["recordDate"], json!(book.truth.record_date));
    assert_eq!(answer["facts"], facts(&book.truth));
    assert_eq!((&answer["replaces"], &answer["change"]), (&Value::Null, &Value::Null));
    assert_eq!(answer["becomesCurrent"], true);
    let rows = |sheet: &str| answer["preview"][sheet].as_array().unwrap();
    assert_eq!((rows("daily").len(), rows("performances").len()), (10, 10));
    for row in rows("daily") {
        let truth = book
            .truth
            .daily_rows
            .iter()
            .find(|truth| row["saleDay"] == json!(truth.sale_day));
        let truth = truth.unwrap();
        assert_eq!(
            (&row["revenueKrw"], &row["seats"]),
            (&json!(truth.revenue_krw), &json!(truth.seats))
        );
    }
    assert_eq!(server.uploads().await, Vec::<Value>::new());
    assert_eq!(site.originals(), 0);
    assert_eq!(site.count("SELECT count(*) FROM apalis.jobs").await, 0);
    shown(&server, &book.truth.production_code, None).await;
}

#[tokio::test]
async fn a_dry_run_names_what_it_would_replace_and_how_figures_would_change() {
    let (site, seasons) = (Site::new(), [company(1), company(2)]);
    let server = site.serve().await;
    enter(&server, seasons[0].play()).await;
    let [present, next] = seasons.each_ref().map(|season| Book::of(season.play(), 1));
    let upload = server.upload(&present.name, present.bytes.clone()).complete().await;
    let version = "SELECT version FROM data_version";
    let before = site.count(version).await;

    let answer = dry_run(&server, &next).await;
    assert_eq!(answer["replaces"]["id"], upload["id"]);
    assert_eq!(answer["becomesCurrent"], true);
    let (old, new) = (&present.truth, &next.truth);
    let change = json!({
        "saleDays": 0,
        "seats": new.daily.seats - old.daily.seats,
        "revenueKrw": new.daily.revenue_krw - old.daily.revenue_krw,
        "performances": 0,
        "paidSeats": new.performances.paid_seats - old.performances.paid_seats,
        "complimentarySeats": new.performances.complimentary_seats - old.performances.complimentary_seats,
    });
    assert_eq!(answer["change"], change);

    let older = dry_run(&server, &Book::of(seasons[0].play(), 4)).await;
    assert_eq!(
        (&older["replaces"], &older["becomesCurrent"]),
        (&Value::Null, &json!(false))
    );

    assert_eq!(site.count(version).await, before);
    assert_eq!(site.originals(), 1);
    shown(&server, &old.production_code, Some(old)).await;
    // To confirm, the file is sent again.
    let confirmed = server.upload(&next.name, next.bytes.clone()).complete().await;
    assert_eq!(confirmed["facts"], answer["facts"]);
    shown(&server, &new.production_code, Some(new)).await;
}

#[tokio::test]
async fn a_dry_run_of_a_broken_workbook_lists_its_errors() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let mut book = Book::of(season.play(), 1);
    book.sheets.remove_sheet("Daily");
    book.bytes = sample_data::formats::xlsx(&book.sheets);
    let answer = dry_run(&server, &book).await;
    assert_eq!((&answer["status"], &answer["facts"]), (&json!("failed"), &Value::Null));
    assert_eq!(answer["diagnosticCounts"], json!({ "missing_sheet": 1 }));
    assert_eq!(
        (&answer["replaces"], &answer["becomesCurrent"]),
        (&Value::Null, &json!(false))
    );
    assert_eq!(site.originals(), 0);
}
