//! The same workbook sent more than once.

use std::collections::BTreeSet;

use crate::support::{Book, Site, company, enter, shown};

#[tokio::test]
async fn one_file_sent_twice_at_the_same_instant_is_one_upload() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.musical()).await;
    let book = Book::of(season.musical(), 1);
    let send = || server.upload(&book.name, book.bytes.clone()).send();
    let (one, other) = tokio::join!(send(), send());
    assert_eq!(BTreeSet::from([one.status, other.status]), BTreeSet::from([200, 201]));
    assert_eq!(one.json()["id"], other.json()["id"]);
    assert_eq!(server.uploads().await.len(), 1);
    assert_eq!(site.count("SELECT count(*) FROM apalis.jobs").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 1);
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
}

#[tokio::test]
async fn a_file_that_waits_or_is_live_is_not_taken_again() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes.clone()).queue().await;
    let again = server.upload(&book.name, book.bytes.clone()).at_once().send().await;
    assert_eq!(again.expect(200)["id"], upload["id"]);
    let worker = site.work();
    server.until_status(&upload, "completed").await;
    let again = server.upload(&book.name, book.bytes.clone()).send().await.expect(200);
    assert_eq!((&again["id"], &again["status"]), (&upload["id"], &"completed".into()));
    // The name is no part of what makes it the same.
    let (date, rest) = book.name.split_once('_').unwrap();
    let renamed = format!("{date}_{}_final.xlsx", rest.split('_').next().unwrap());
    let again = server.upload(&renamed, book.bytes).send().await.expect(200);
    assert_eq!(again["id"], upload["id"]);
    assert_eq!(server.uploads().await.len(), 1);
    drop(worker);
}

#[tokio::test]
async fn a_file_that_is_no_longer_live_is_a_new_upload() {
    let (seasons, site) = ([company(1), company(2)], Site::new());
    let server = site.serve().await;
    enter(&server, seasons[0].play()).await;
    let [one, other] = seasons.each_ref().map(|season| Book::of(season.play(), 1));
    let send = async |book: &Book| server.upload(&book.name, book.bytes.clone()).complete().await;

    let first = send(&one).await;
    let second = send(&other).await;
    assert_eq!(server.status(&first).await, "superseded");
    let third = send(&one).await;
    assert_ne!(third["id"], first["id"]);
    assert_eq!(server.status(&second).await, "superseded");
    shown(&server, &one.truth.production_code, Some(&one.truth)).await;

    server.withdraw(&third).await.expect(200);
    let fourth = send(&one).await;
    assert_ne!(fourth["id"], third["id"]);
    assert_eq!(server.status(&third).await, "withdrawn");

    let broken = [one.name.as_str(), "not a workbook"];
    let failed = server.upload(broken[0], broken[1]).send().await.expect(201);
    assert_eq!(failed["status"], "failed");
    let failed_again = server.upload(broken[0], broken[1]).send().await.expect(201);
    assert_ne!(failed_again["id"], failed["id"]);
    assert_eq!(server.uploads().await.len(), 6);
    shown(&server, &one.truth.production_code, Some(&one.truth)).await;
}
