//! Which upload is live, and which is current, in whatever order they arrive and are read.

use serde_json::json;

use crate::support::{Book, Gate, Season, Site, company, enter, shown};

#[tokio::test]
async fn of_two_files_sent_at_once_the_last_accepted_is_live() {
    let (seasons, site) = ([company(1), company(2)], Site::new());
    let server = site.serve().await;
    enter(&server, seasons[0].musical()).await;
    let books = seasons.each_ref().map(|season| Book::of(season.musical(), 1));
    let send = async |book: &Book| server.upload(&book.name, book.bytes.clone()).send().await.expect(201)["id"].clone();
    let (one, other) = tokio::join!(send(&books[0]), send(&books[1]));
    let last: String = sqlx::query_scalar("SELECT id::text FROM upload ORDER BY accepted_no DESC LIMIT 1")
        .fetch_one(&mut site.connection().await)
        .await
        .unwrap();
    let (live, replaced, truth) = if one == last {
        (one, other, &books[0].truth)
    } else {
        (other, one, &books[1].truth)
    };
    assert_eq!(server.status(&json!({ "id": live })).await, "completed");
    assert_eq!(server.status(&json!({ "id": replaced })).await, "superseded");
    shown(&server, &truth.production_code, Some(truth)).await;
}

#[tokio::test]
async fn an_earlier_file_that_is_read_later_is_superseded_at_once() {
    let (seasons, site) = ([company(1), company(2)], Site::new());
    let server = site.serve_without_worker().await;
    enter(&server, seasons[0].play()).await;
    let [earlier, later] = seasons.each_ref().map(|season| Book::of(season.play(), 1));
    let first = server.upload(&earlier.name, earlier.bytes.clone()).queue().await;
    let second = server.upload(&later.name, later.bytes.clone()).queue().await;
    let gate = Gate::before(&site, &first);
    let _worker = site.work();
    server.until_status(&first, "processing").await;
    server.until_status(&second, "completed").await;
    shown(&server, &later.truth.production_code, Some(&later.truth)).await;
    gate.open().await;
    let first = server.until_status(&first, "superseded").await;
    assert_eq!(first["current"], false);
    shown(&server, &later.truth.production_code, Some(&later.truth)).await;
    // Its snapshot is kept all the same, for the day on which the other is withdrawn.
    server.withdraw(&second).await.expect(200);
    assert_eq!(server.status(&first).await, "completed");
    shown(&server, &earlier.truth.production_code, Some(&earlier.truth)).await;
}

#[tokio::test]
async fn an_older_record_date_after_a_newer_moves_no_figure() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    for sample in [season.musical(), season.concert()] {
        enter(&server, sample).await;
        let [newer, older] = [1, 5].map(|days_ago| Book::of(sample, days_ago));
        let code = &newer.truth.production_code;
        let current = server.upload(&newer.name, newer.bytes).complete().await;
        assert_eq!(current["current"], true);
        let late = server.upload(&older.name, older.bytes).complete().await;
        assert_eq!(late["current"], false);
        assert_eq!(late["recordDate"], Season::days_ago(5).to_string());
        shown(&server, code, Some(&newer.truth)).await;
        // It is there, and becomes current when the newer one goes.
        server.withdraw(&current).await.expect(200);
        shown(&server, code, Some(&older.truth)).await;
    }
}
