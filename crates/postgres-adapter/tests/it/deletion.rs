//! Productions that go, and what goes with them.

use domain::access::Visible;
use domain::production::ProductionId;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{
    JobQuery, JobQueue, NewProduction, ProductionDeletion, ProductionQuery, ProductionRepository, Retry, StorageError,
    UploadRepository, UserRepository, Verdict,
};
use uuid::Uuid;

use crate::support::{Storage, by, draft, instant, production, sold};

const SYSTEM: Actor = Actor::SYSTEM;

async fn delete(storage: &Storage, id: ProductionId, force: bool) -> ProductionDeletion {
    storage
        .productions
        .delete(id, force, &Edit::unconditional(SYSTEM))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_production_without_snapshots_goes_with_its_plan_and_grants() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let failed = storage.send(id, "2026-11-19", 1).await;
    storage.uploads.begin(failed).await.unwrap();
    storage.fail(failed).await;
    let mut user = storage.enter_member("a@example.com").await;
    user.grants.production_ids.insert(id);
    storage.users.update(&user, &Edit::unconditional(SYSTEM)).await.unwrap();
    assert_eq!(delete(&storage, id, false).await, ProductionDeletion::Deleted);
    assert_eq!(delete(&storage, id, false).await, ProductionDeletion::NotFound);
    for table in [
        "production",
        "daily_target",
        "marketing_week",
        "upload",
        "account_production",
    ] {
        assert_eq!(
            storage.number(&format!("SELECT count(*) AS number FROM {table}")),
            0,
            "{table}"
        );
    }
    let audit = storage.texts(&format!(
        "SELECT action AS text FROM audit_entry WHERE production_id = '{id}' ORDER BY id"
    ));
    assert_eq!(
        audit,
        [
            "production.created",
            "upload.accepted",
            "upload.failed",
            "production.deleted"
        ]
    );
}

#[tokio::test]
async fn snapshots_and_uploads_under_way_protect_a_production_unless_it_is_forced() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let pending = storage.send(id, "2026-11-18", 1).await;
    assert_eq!(delete(&storage, id, false).await, ProductionDeletion::HasSnapshots);
    storage.withdraw(pending).await;
    storage.upload(id, "2026-11-19", &sold(10_000)).await;
    assert_eq!(delete(&storage, id, false).await, ProductionDeletion::HasSnapshots);
    let version = storage.data_version();
    assert_eq!(delete(&storage, id, true).await, ProductionDeletion::Deleted);
    assert_eq!(storage.data_version(), version + 1);
    for table in ["production", "upload", "upload_file", "snapshot", "daily_sale"] {
        assert_eq!(
            storage.number(&format!("SELECT count(*) AS number FROM {table}")),
            0,
            "{table}"
        );
    }
}

#[tokio::test]
async fn a_worker_that_reads_an_upload_of_a_deleted_production_finds_nothing() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let upload = storage.send(id, "2026-11-19", 1).await;
    storage.uploads.begin(upload).await.unwrap().unwrap();
    assert_eq!(delete(&storage, id, true).await, ProductionDeletion::Deleted);
    let snapshot = sold(10_000);
    let published = storage
        .uploads
        .publish(upload, &snapshot, &snapshot.facts(true), &Verdict::default(), instant())
        .await;
    assert_eq!(published.unwrap(), ports::driven::Publication::AlreadyEnded);
    assert_eq!(storage.uploads.begin(upload).await.unwrap(), None);
}

#[tokio::test]
async fn another_state_than_the_one_named_is_not_deleted() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let old = Basis::OneOf(vec![3]);
    let edit = &Edit {
        by: SYSTEM,
        basis: old.clone(),
    };
    let refused = storage.productions.delete(id, true, edit).await;
    assert!(matches!(refused, Err(StorageError::Outdated(_))), "{refused:?}");
    assert!(storage.productions.find(id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_list_is_entered_as_a_whole_and_its_member_sees_it() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    storage.enter_play("PL9").await;
    let new = |code: &str| NewProduction {
        production: production(draft(code, domain::production::Category::Play)),
        webhook: None,
        change: domain::planning::PeriodChange::default(),
    };
    let refused = storage.productions.insert(&[new("PL1"), new("PL9")], &by(&user)).await;
    assert!(refused.is_err());
    storage
        .productions
        .insert(&[new("PL1"), new("PL2")], &by(&user))
        .await
        .unwrap();
    let user = storage.users.find(user.id).await.unwrap().unwrap();
    let query = ProductionQuery {
        visible: user.rights().visible(),
        ..ProductionQuery::default()
    };
    let seen = storage.productions.list(&query).await.unwrap();
    let codes: Vec<_> = seen
        .items
        .iter()
        .map(|production| production.details.code.as_str())
        .collect();
    assert_eq!((codes.as_slice(), seen.total), (&["PL1", "PL2"][..], 2));
    assert_eq!(
        storage
            .productions
            .list(&ProductionQuery::default())
            .await
            .unwrap()
            .total,
        0
    );
    let everything = ProductionQuery {
        visible: Visible::All,
        ..ProductionQuery::default()
    };
    assert_eq!(storage.productions.list(&everything).await.unwrap().total, 3);
}

#[tokio::test]
async fn a_failed_job_is_queued_again_with_the_upload_that_it_interrupted() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    let (interrupted, wrong) = (
        storage.send(id, "2026-11-18", 1).await,
        storage.send(id, "2026-11-19", 2).await,
    );
    let internal = Verdict {
        diagnostics: Vec::new(),
        diagnostic_counts: [(domain::diagnostics::DiagnosticCode::InternalError, 1)].into(),
        recognised: None,
    };
    for (upload, verdict) in [(interrupted, internal), (wrong, Verdict::default())] {
        storage.uploads.begin(upload).await.unwrap();
        assert!(storage.uploads.fail(upload, &verdict, instant()).await.unwrap());
    }
    storage
        .execute("UPDATE apalis.jobs SET status = 'Killed', attempts = max_attempts")
        .unwrap();
    let jobs = storage.jobs.list(&JobQuery::default()).await.unwrap().items;
    for job in &jobs {
        let Retry::Queued(retried) = storage.jobs.retry(&job.id, &SYSTEM).await.unwrap() else {
            panic!("a failed job is queued again");
        };
        assert_eq!((retried.attempts, retried.status.code()), (0, "queued"));
        assert_eq!(storage.jobs.retry(&job.id, &SYSTEM).await.unwrap(), Retry::NotFailed);
    }
    assert_eq!(storage.status(interrupted).await.code(), "queued");
    assert_eq!(
        storage.status(wrong).await.code(),
        "failed",
        "its workbook is wrong however often it is read"
    );
    let nobody = Uuid::nil().to_string();
    assert_eq!(storage.jobs.retry(&nobody, &SYSTEM).await.unwrap(), Retry::NotFound);
}
