//! Uploads that cannot be brought to their end, through no fault of theirs.

use serde_json::{Value, json};

use crate::support::{Book, MINUTE, Site, company, enter, shown, until};

/// A place where a failed attempt is repeated soon.
fn impatient() -> Site {
    Site::with(&[("JOB_RETRY_MS", "20"), ("JOB_LEASE_MS", "1000")])
}

fn is_internal_error(upload: &Value) {
    assert_eq!(upload["diagnosticCounts"], json!({ "internal_error": 1 }));
    let finding = &upload["diagnostics"][0];
    assert_eq!(
        (&finding["code"], &finding["severity"]),
        (&json!("internal_error"), &json!("error"))
    );
    assert_eq!((&finding["sheet"], &finding["cell"]), (&Value::Null, &Value::Null));
    assert!(upload["finishedAt"].is_string());
}

#[tokio::test]
async fn an_upload_whose_original_is_lost_fails_after_its_attempts() {
    let (site, season) = (impatient(), company(1));
    let mut server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes.clone()).queue().await;
    std::fs::remove_file(site.original(&upload)).unwrap();
    let mut worker = site.work();
    is_internal_error(&server.until_status(&upload, "failed").await);
    shown(&server, &book.truth.production_code, None).await;
    until("the job fails for good", MINUTE, async || {
        let jobs = server.get("/api/v1/jobs?status=failed").await.expect(200);
        let job = jobs["items"].get(0)?.clone();
        assert_eq!(
            (&job["subjectId"], &job["attempts"]),
            (&upload["id"], &job["maxAttempts"])
        );
        Some(())
    })
    .await;
    // The same file sent again is a new upload, and brings its original with it.
    let again = server.upload(&book.name, book.bytes).complete().await;
    assert_ne!(again["id"], upload["id"]);
    assert!(worker.stop().await.success());
    assert!(server.stop().await.success());
}

#[tokio::test]
async fn an_attempt_that_breaks_off_is_made_again() {
    let (site, season) = (Site::with(&[("JOB_RETRY_MS", "500")]), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes.clone()).queue().await;
    let original = site.original(&upload);
    let aside = original.with_extension("aside");
    std::fs::rename(&original, &aside).unwrap();
    let worker = site.work();
    until("an attempt breaks off", MINUTE, async || {
        worker.log().contains("attempt").then_some(())
    })
    .await;
    std::fs::rename(&aside, &original).unwrap();
    server.until_status(&upload, "completed").await;
    shown(&server, &book.truth.production_code, Some(&book.truth)).await;
}

#[tokio::test]
async fn an_upload_without_a_job_is_ended_by_the_sweep() {
    let (site, season) = (impatient(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).queue().await;
    assert_eq!(site.execute("DELETE FROM apalis.jobs").await, 1);
    let _worker = site.work();
    is_internal_error(&server.until_status(&upload, "failed").await);
}

#[tokio::test]
async fn a_file_that_took_every_worker_down_is_not_tried_for_ever() {
    let (site, season) = (impatient(), company(1));
    let server = site.serve_without_worker().await;
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).queue().await;
    // As the queue has it after the last worker allowed was killed with this job, and its lease ran out.
    assert_eq!(site.execute("UPDATE apalis.jobs SET attempts = max_attempts").await, 1);
    let _worker = site.work();
    is_internal_error(&server.until_status(&upload, "failed").await);
    assert_eq!(site.count("SELECT count(*) FROM snapshot").await, 0);
}
