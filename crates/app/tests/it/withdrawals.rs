//! Taking uploads back.

use serde_json::Value;

use crate::support::{Book, Gate, MINUTE, Server, Site, company, enter, shown, until};

/// Two files of one record date and one of the day before, all read.
async fn three_uploads(server: &Server) -> [(Value, Book); 3] {
    let seasons = [company(1), company(2)];
    enter(server, seasons[0].play()).await;
    let books = [
        Book::of(seasons[0].play(), 2),
        Book::of(seasons[0].play(), 1),
        Book::of(seasons[1].play(), 1),
    ];
    let mut uploads = Vec::new();
    for book in books {
        let upload = server.upload(&book.name, book.bytes.clone()).complete().await;
        uploads.push((upload, book));
    }
    uploads.try_into().ok().unwrap()
}

#[tokio::test]
async fn withdrawing_brings_back_what_was_replaced_and_then_the_date_before() {
    let server = Site::new().serve().await;
    let [(before, before_book), (first, first_book), (second, second_book)] = three_uploads(&server).await;
    let code = &before_book.truth.production_code;
    shown(&server, code, Some(&second_book.truth)).await;

    let withdrawn = server.withdraw(&second).await.expect(200);
    assert_eq!(
        (&withdrawn["status"], &withdrawn["current"]),
        (&"withdrawn".into(), &false.into())
    );
    assert_eq!(server.again(&first).await["current"], true);
    shown(&server, code, Some(&first_book.truth)).await;

    server.withdraw(&first).await.expect(200);
    assert_eq!(server.again(&before).await["current"], true);
    shown(&server, code, Some(&before_book.truth)).await;

    server.withdraw(&before).await.expect(200);
    shown(&server, code, None).await;
}

#[tokio::test]
async fn withdrawing_the_older_ones_first_moves_no_figure_until_the_last() {
    let server = Site::new().serve().await;
    let [(before, _), (first, _), (second, second_book)] = three_uploads(&server).await;
    let code = &second_book.truth.production_code;
    for upload in [&before, &first] {
        server.withdraw(upload).await.expect(200);
        assert_eq!(server.status(&second).await, "completed");
        shown(&server, code, Some(&second_book.truth)).await;
    }
    server.withdraw(&second).await.expect(200);
    shown(&server, code, None).await;
}

#[tokio::test]
async fn withdrawing_again_changes_nothing_and_the_file_stays() {
    let site = Site::new();
    let server = site.serve().await;
    let [_, (first, first_book), (second, _)] = three_uploads(&server).await;
    let withdrawn = server.withdraw(&second).await.expect(200);
    assert_eq!(server.withdraw(&second).await.expect(200), withdrawn);
    assert_eq!(server.again(&first).await["current"], true);
    assert!(site.original(&second).exists());
    shown(&server, &first_book.truth.production_code, Some(&first_book.truth)).await;
}

#[tokio::test]
async fn a_failed_upload_cannot_be_withdrawn_nor_one_that_is_not_there() {
    let (season, server) = (company(1), Site::new().serve().await);
    enter(&server, season.play()).await;
    let name = Book::of(season.play(), 1).name;
    let failed = server.upload(&name, "not a workbook").send().await.expect(201);
    let problem = server.withdraw(&failed).await.expect(409);
    assert_eq!(problem["code"], "upload-failed");
    let unknown = serde_json::json!({ "id": "018f0000-0000-7000-8000-000000000000" });
    server.withdraw(&unknown).await.expect(404);
}

#[tokio::test]
async fn an_upload_that_is_withdrawn_while_it_is_read_publishes_nothing() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.musical()).await;
    let [before, during] = [2, 1].map(|days_ago| Book::of(season.musical(), days_ago));
    let code = &before.truth.production_code;
    let mut worker = site.work();
    server.upload(&before.name, before.bytes).complete().await;
    assert!(worker.stop().await.success());

    let upload = server.upload(&during.name, during.bytes).queue().await;
    let gate = Gate::before(&site, &upload);
    let _worker = site.work();
    server.until_status(&upload, "processing").await;
    server.withdraw(&upload).await.expect(200);
    gate.open().await;
    // The job's end says that the worker is through with it.
    until("the job ends", MINUTE, async || {
        let open = site
            .count("SELECT count(*) FROM apalis.jobs WHERE status <> 'Done'")
            .await;
        (open == 0).then_some(())
    })
    .await;
    assert_eq!(server.status(&upload).await, "withdrawn");
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 1);
    shown(&server, code, Some(&before.truth)).await;
}

#[tokio::test]
async fn an_upload_that_is_withdrawn_while_it_waits_is_never_read() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).queue().await;
    server.withdraw(&upload).await.expect(200);
    let _worker = site.work();
    until("the job ends", MINUTE, async || {
        let done = site
            .count("SELECT count(*) FROM apalis.jobs WHERE status = 'Done'")
            .await;
        (done == 1).then_some(())
    })
    .await;
    assert_eq!(server.status(&upload).await, "withdrawn");
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 0);
    shown(&server, &book.truth.production_code, None).await;
}
