//! The queue of jobs, and uploads whose job is lost.

use domain::upload::{UploadId, UploadStatus};
use ports::driven::{Job, JobQuery, JobQueue, JobStatus, UploadRepository, Verdict};
use ports::paging::{Order, Paging};
use postgres_adapter::queue::MAX_ATTEMPTS;

use crate::support::{Storage, file, instant, new_upload, sold};

/// How apalis keeps a job, and where that stands.
const STANDINGS: [(&str, &str, JobStatus); 9] = [
    ("Pending", "0", JobStatus::Queued),
    ("Pending", "max_attempts", JobStatus::Failed),
    ("Queued", "0", JobStatus::Running),
    ("Queued", "max_attempts", JobStatus::Running),
    ("Running", "max_attempts", JobStatus::Running),
    ("Failed", "max_attempts - 1", JobStatus::Queued),
    ("Failed", "max_attempts", JobStatus::Failed),
    ("Done", "1", JobStatus::Done),
    ("Killed", "1", JobStatus::Failed),
];

fn stand(storage: &Storage, id: UploadId, status: &str, attempts: &str) {
    let changed = storage.execute(&format!(
        "UPDATE apalis.jobs SET status = '{status}', attempts = {attempts} WHERE idempotency_key = '{id}'"
    ));
    assert_eq!(changed, Ok(1));
}

async fn list(storage: &Storage, query: JobQuery) -> Vec<Job> {
    storage.jobs.list(&query).await.unwrap().items
}

#[tokio::test]
async fn accepting_an_upload_queues_its_job() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    let jobs = list(&storage, JobQuery::default()).await;
    let [job] = jobs.as_slice() else {
        panic!("one job, not {jobs:?}")
    };
    assert_eq!(
        (job.kind.as_str(), job.subject.as_deref()),
        ("upload", Some(upload.to_string().as_str()))
    );
    assert_eq!(
        (job.status, job.attempts, job.max_attempts),
        (JobStatus::Queued, 0, MAX_ATTEMPTS)
    );
    assert_eq!((job.done_at, job.last_result.as_deref()), (None, None));
    let body = storage.texts("SELECT convert_from(job, 'UTF8') AS text FROM apalis.jobs");
    assert_eq!(body, [format!(r#"{{"upload_id":"{upload}"}}"#)]);
}

#[tokio::test]
async fn an_upload_that_cannot_be_stored_leaves_no_job() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut wrong = new_upload(id, "2026-11-19", 1);
    let impossible = domain::upload::OriginalFile {
        size_bytes: -1,
        ..file("x.xlsx", 2)
    };
    wrong.files.push(impossible);
    storage.uploads.accept(&wrong).await.unwrap_err();
    // The job comes after all that may go wrong in the upload; the version after the job.
    storage
        .execute("ALTER TABLE data_version ADD CHECK (version < 2)")
        .unwrap();
    storage
        .uploads
        .accept(&new_upload(id, "2026-11-19", 1))
        .await
        .unwrap_err();
    assert_eq!(storage.number("SELECT count(*) AS number FROM upload"), 0);
    assert_eq!(storage.number("SELECT count(*) AS number FROM apalis.jobs"), 0);
}

#[tokio::test]
async fn a_job_stands_where_its_status_and_attempts_say() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    for (status, attempts, expected) in STANDINGS {
        stand(&storage, upload, status, attempts);
        let all = list(&storage, JobQuery::default()).await;
        assert_eq!(
            all.iter().map(|job| job.status).collect::<Vec<_>>(),
            [expected],
            "{status} {attempts}"
        );
        for standing in JobStatus::ALL {
            let query = JobQuery {
                status: Some(standing),
                ..JobQuery::default()
            };
            let page = storage.jobs.list(&query).await.unwrap();
            assert_eq!(
                (page.items.len(), page.total == 1),
                (usize::from(standing == expected), standing == expected)
            );
        }
    }
}

#[tokio::test]
async fn jobs_come_by_time_in_pages_also_past_the_end() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut sent = Vec::new();
    for content in 1..=5 {
        let upload = storage.send(id, "2026-11-19", content).await;
        let moved = format!(
            "UPDATE apalis.jobs SET run_at = run_at + interval '{content} hours'
                             WHERE idempotency_key = '{upload}'"
        );
        storage.execute(&moved).unwrap();
        sent.push(Some(upload.to_string()));
    }
    let page = async |order, page| {
        let query = JobQuery {
            order,
            paging: Paging { page, per_page: 2 },
            ..JobQuery::default()
        };
        let page = storage.jobs.list(&query).await.unwrap();
        assert_eq!(page.total, 5);
        page.items.into_iter().map(|job| job.subject).collect::<Vec<_>>()
    };
    assert_eq!(page(Order::Ascending, 1).await, sent[..2]);
    assert_eq!(page(Order::Ascending, 3).await, sent[4..]);
    assert_eq!(page(Order::Ascending, 4).await, []);
    sent.reverse();
    assert_eq!(page(Order::Descending, 1).await, sent[..2]);
}

#[tokio::test]
async fn an_empty_queue_has_no_jobs() {
    let page = Storage::new().jobs.list(&JobQuery::default()).await.unwrap();
    assert_eq!((page.items, page.total), (Vec::new(), 0));
}

#[tokio::test]
async fn only_old_jobs_that_ended_well_are_pruned() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let cases = [("Done", 31), ("Done", 29), ("Failed", 31), ("Pending", 31)];
    let mut kept = Vec::new();
    for (content, (status, days)) in (1..).zip(cases) {
        let upload = storage.send(id, "2026-11-19", content).await;
        stand(&storage, upload, status, "max_attempts");
        let aged = format!(
            "UPDATE apalis.jobs SET done_at = now() - interval '{days} days'
                            WHERE idempotency_key = '{upload}'"
        );
        storage.execute(&aged).unwrap();
        if content > 1 {
            kept.push(Some(upload.to_string()));
        }
    }
    assert_eq!(storage.jobs.prune().await.unwrap(), 1);
    let left = list(&storage, JobQuery::default()).await;
    assert_eq!(left.into_iter().map(|job| job.subject).collect::<Vec<_>>(), kept);
}

#[tokio::test]
async fn workers_that_are_long_gone_are_pruned_unless_they_hold_a_job() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.send(id, "2026-11-19", 1).await;
    storage
        .execute(
            "INSERT INTO apalis.workers (id, worker_type, storage_name, last_seen)
             VALUES ('gone', 'upload', 'x', now() - interval '2 days'), ('holds', 'upload', 'x', now() - interval '2 days'),
                    ('here', 'upload', 'x', now())",
        )
        .unwrap();
    storage.execute("UPDATE apalis.jobs SET lock_by = 'holds'").unwrap();
    storage.jobs.prune().await.unwrap();
    assert_eq!(
        storage.texts("SELECT id AS text FROM apalis.workers ORDER BY id"),
        ["here", "holds"]
    );
}

#[tokio::test]
async fn exactly_the_uploads_whose_job_has_no_attempts_left_are_abandoned() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let mut expected = Vec::new();
    let mut others = Vec::new();
    for (content, (status, attempts, standing)) in (1..).zip(STANDINGS) {
        let upload = storage.send(id, "2026-11-19", content).await;
        if content % 2 == 0 {
            storage.uploads.begin(upload).await.unwrap();
        }
        stand(&storage, upload, status, attempts);
        match standing {
            // A job that ended well without ending its upload will not come back either.
            JobStatus::Failed | JobStatus::Done => expected.push(upload),
            JobStatus::Queued | JobStatus::Running => others.push(upload),
        }
    }
    let gone = storage.send(id, "2026-11-18", 1).await;
    storage
        .execute(&format!("DELETE FROM apalis.jobs WHERE idempotency_key = '{gone}'"))
        .unwrap();
    expected.push(gone);
    let ended = storage.upload(id, "2026-11-17", &sold(10_000)).await;
    stand(&storage, ended, "Killed", "max_attempts");

    let mut failed = storage
        .uploads
        .fail_abandoned(&Verdict::default(), instant())
        .await
        .unwrap();
    failed.sort();
    expected.sort();
    assert_eq!(failed, expected);
    for upload in expected {
        assert_eq!(storage.status(upload).await, UploadStatus::Failed);
    }
    for upload in others {
        assert!(storage.status(upload).await.is_pending());
    }
    assert_eq!(storage.status(ended).await, UploadStatus::Completed);
    assert_eq!(
        storage
            .uploads
            .fail_abandoned(&Verdict::default(), instant())
            .await
            .unwrap(),
        []
    );
}
