//! Servers and workers as processes of their own, on one database.

use crate::support::{Book, Gate, Site, company, enter, shown};

#[tokio::test]
async fn a_worker_of_its_own_reads_what_a_server_took() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.musical()).await;
    let mut worker = site.work();
    let book = Book::of(season.musical(), 1);
    server.upload(&book.name, book.bytes).complete().await;
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
    assert!(worker.stop().await.success());
}

#[tokio::test]
async fn a_killed_worker_loses_nothing_that_another_does_not_finish() {
    let (site, season) = (Site::with(&[("JOB_LEASE_MS", "1000")]), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).queue().await;
    let gate = Gate::before(&site, &upload);
    let mut worker = site.work();
    server.until_status(&upload, "processing").await;
    worker.kill();
    gate.restore();
    assert_eq!(server.status(&upload).await, "processing");
    let _another = site.work();
    server.until_status(&upload, "completed").await;
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 1);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
}

#[tokio::test]
async fn what_one_server_takes_the_other_shows() {
    let (site, season) = (Site::new(), company(1));
    let (one, other) = (site.serve().await, site.serve().await);
    enter(&one, season.musical()).await;
    enter(&other, season.play()).await;
    for (sample, by, at) in [(season.musical(), &one, &other), (season.play(), &other, &one)] {
        let book = Book::of(sample, 1);
        let upload = by.upload(&book.name, book.bytes).complete().await;
        assert_eq!(at.again(&upload).await, upload);
        site.until_heard(at).await;
        shown(at, &book.truth.production_code, Some(&book.truth)).await;
        at.withdraw(&upload).await.expect(200);
        site.until_heard(by).await;
        shown(by, &book.truth.production_code, None).await;
    }
}

#[tokio::test]
async fn a_request_waits_at_one_server_while_the_other_reads() {
    let (site, season) = (Site::new(), company(1));
    let taking = site.serve_without_worker().await;
    let mut reading = site.serve().await;
    enter(&taking, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = taking.upload(&book.name, book.bytes).complete().await;
    assert_eq!(upload["current"], true);
    // The one that reads goes; what comes in then waits for the next.
    assert!(reading.stop().await.success());
    let next = Book::of(season.play(), 0);
    let queued = taking.upload(&next.name, next.bytes).queue().await;
    let _worker = site.work();
    taking.until_status(&queued, "completed").await;
}
