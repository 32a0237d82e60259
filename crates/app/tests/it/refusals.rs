//! Uploads that are not taken, of which nothing is kept.

use serde_json::{Value, json};

use crate::support::{Answer, Book, Server, Site, company, enter};

/// Panics if anything of an upload is there.
async fn nothing_is_kept(site: &Site, server: &Server) {
    assert_eq!(server.uploads().await, Vec::<Value>::new());
    assert_eq!(site.originals(), 0);
    assert_eq!(site.count("SELECT count(*) FROM apalis.jobs").await, 0);
    assert_eq!(site.count("SELECT count(*) FROM upload_file").await, 0);
}

fn refusal(answer: &Answer) -> String {
    let problem = answer.expect(422);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(problem["code"], "upload-refused");
    assert_eq!(problem["diagnostics"].as_array().unwrap().len(), 1, "{problem}");
    problem["diagnostics"][0]["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_name_that_does_not_settle_production_and_day_is_refused() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    let production = enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let send = |name: &str| server.upload(name, book.bytes.clone());
    let code = &book.truth.production_code;
    assert_eq!(refusal(&send("매출.xlsx").send().await), "bad_file_name");
    let only_code = send("매출.xlsx").field("productionCode", code);
    assert_eq!(refusal(&only_code.send().await), "bad_file_name");
    let wrong = send("20250302_OTHER1_매출.xlsx").field("productionId", production["id"].as_str().unwrap());
    assert_eq!(refusal(&wrong.send().await), "wrong_production");
    let future = send(&format!("20991231_{code}_매출.xlsx"));
    assert_eq!(refusal(&future.send().await), "future_record_date");
    let future = send(&book.name).field("recordDate", "2099-12-31");
    assert_eq!(
        refusal(&future.field("dryRun", "true").send().await),
        "future_record_date"
    );
    nothing_is_kept(&site, &server).await;
    // With both in the request any name will do.
    let fields = send("매출.xlsx")
        .field("productionCode", code)
        .field("recordDate", "2025-03-02");
    let upload = fields.complete().await;
    assert_eq!(
        (&upload["recordDate"], &upload["fileName"]),
        (&json!("2025-03-02"), &json!("매출.xlsx"))
    );
}

#[tokio::test]
async fn an_unknown_production_is_not_found() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    let book = Book::of(season.play(), 1);
    let send = || server.upload(&book.name, book.bytes.clone());
    send().send().await.expect(404);
    send().field("productionCode", "NOBODY").send().await.expect(404);
    let nobody = "018f0000-0000-7000-8000-000000000000";
    send().field("productionId", nobody).send().await.expect(404);
    send().field("productionId", "no-uuid").send().await.expect(404);
    nothing_is_kept(&site, &server).await;
}

#[tokio::test]
async fn a_file_over_the_limit_is_too_large() {
    let (site, season) = (Site::with(&[("MAX_FILE_BYTES", "100000")]), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let over = server.upload(&book.name, vec![b'x'; 100_001]).send().await;
    assert_eq!(over.expect(413)["code"], "too-large");
    nothing_is_kept(&site, &server).await;
    let at_the_limit = server.upload(&book.name, vec![b'x'; 100_000]).send().await.expect(201);
    assert_eq!(at_the_limit["diagnostics"][0]["code"], "not_a_workbook");
}

#[tokio::test]
async fn twenty_megabytes_are_the_limit_that_nobody_has_to_set() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let limit = 20 * 1024 * 1024;
    let over = server.upload(&book.name, vec![0; limit + 1]).send().await;
    assert_eq!(over.expect(413)["code"], "too-large");
    nothing_is_kept(&site, &server).await;
    assert_eq!(
        server.upload(&book.name, book.bytes).complete().await["status"],
        "completed"
    );
}
