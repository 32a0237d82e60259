//! What becomes of a file: refused, taken for unchanged, held, or uploaded.

use chrono::TimeDelta;
use domain::collection::{ArrivalState, Confirm, HeldFor, RecordDateRule, RunCode, RunState, SourceMark};
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::sales::{Facts, Snapshot};
use domain::upload::{Upload, UploadKind, UploadStatus};
use ports::actor::Actor;
use ports::driven::StorageError;
use ports::driven::collection::{
    ArrivalGround, ArrivalOrigin, CollectedArrival, Fetched, FetchedFile, LastArrival, LeasedRun, RunArrivals, RunEnd,
    RunFinish, SourceRecord, Validators,
};
use ports::driving::{DryRun, ProductionChoice, Submission, UploadError};

use super::support::{
    PRODUCTION, SOURCE, UPLOAD, World, day, dry_run, facts, incoming, leased, now, record, same, secret, upload, url,
};
use crate::intake::{IntakeError, Piece, Taken, content_key_of};

const NAME: &str = "20261119_HN01_x.xlsx";

/// Takes one file in, under this name.
async fn take_named(world: World, run: LeasedRun, name: &str) -> Result<Taken, IntakeError> {
    let piece = Piece {
        files: vec![(name.to_owned(), b"bytes".to_vec())],
        origin: ArrivalOrigin::default(),
        of: now(),
    };
    let source = run.source.as_ref().unwrap().source.clone();
    let ports = world.ports();
    Box::pin(ports.take_in(&run, &source, piece)).await
}

async fn take(world: World, record: SourceRecord) -> Taken {
    take_named(world, leased(record), NAME).await.unwrap()
}

/// A source that holds so, and whose days come by this rule.
fn holding(confirm: Confirm, rule: RecordDateRule) -> SourceRecord {
    let mut record = record(url());
    record.source.confirm = confirm;
    record.source.record_date = rule;
    record
}

/// What would become of a file on this ground is known; nothing is uploaded, kept or held yet.
fn would(ground: ArrivalGround, dry_run: DryRun) -> World {
    World::default().settling().on(ground).trying(dry_run)
}

/// It is held for these reasons: kept with its dry run, its bytes in the store, and no upload.
async fn is_held(record: SourceRecord, ground: ArrivalGround, dry_run: DryRun, reasons: &[HeldFor]) {
    let world = would(ground, dry_run).storing(ArrivalState::Held, None).keeping();
    let taken = take(world, record).await;
    assert_eq!(taken.arrival.state, ArrivalState::Held);
    assert_eq!(taken.arrival.held_for, reasons);
    assert!(taken.arrival.dry_run.is_some() && taken.arrival.upload_id.is_none());
    assert!(!taken.is_bad());
}

/// It is uploaded, and not held.
async fn is_uploaded(record: SourceRecord, ground: ArrivalGround, dry_run: DryRun) {
    let world = would(ground, dry_run).uploading(1, UploadStatus::Completed);
    let taken = take(world, record).await;
    assert_eq!(
        (taken.arrival.state, taken.arrival.upload_id),
        (ArrivalState::Uploaded, Some(UPLOAD))
    );
    assert!(taken.arrival.held_for.is_empty());
}

fn serious() -> SourceRecord {
    holding(Confirm::Serious, RecordDateRule::FileName)
}

fn from_a_source() -> Upload {
    Upload {
        source: Some(SourceMark {
            id: Some(SOURCE),
            name: "하늘 정산".to_owned(),
        }),
        ..upload(UploadStatus::Completed)
    }
}

/// Sums that are not those of [`facts`].
fn other_facts() -> Facts {
    let snapshot = Snapshot {
        lacks_sale_days: true,
        ..Snapshot::default()
    };
    snapshot.facts(true)
}

#[tokio::test]
async fn each_serious_warning_holds_unless_the_source_holds_nothing() {
    for (code, reason) in [
        (DiagnosticCode::RevenueShrank, HeldFor::RevenueShrank),
        (DiagnosticCode::SeatsShrank, HeldFor::SeatsShrank),
        (DiagnosticCode::SheetsDisagree, HeldFor::SheetsDisagree),
        (DiagnosticCode::NoDataRows, HeldFor::NoDataRows),
        (DiagnosticCode::UncalculatedWorkbook, HeldFor::UncalculatedWorkbook),
    ] {
        let ground = ArrivalGround::default;
        is_held(serious(), ground(), dry_run(&[code]), &[reason]).await;
        let all = holding(Confirm::Always, RecordDateRule::FileName);
        is_held(all, ground(), dry_run(&[code]), &[reason, HeldFor::Always]).await;
        let none = holding(Confirm::Never, RecordDateRule::FileName);
        is_uploaded(none, ground(), dry_run(&[code])).await;
    }
    is_uploaded(
        serious(),
        ArrivalGround::default(),
        dry_run(&[DiagnosticCode::RevenueWithoutSeats]),
    )
    .await;
}

#[tokio::test]
async fn a_source_that_holds_everything_holds_what_is_good() {
    let record = holding(Confirm::Always, RecordDateRule::FileName);
    is_held(record, ArrivalGround::default(), dry_run(&[]), &[HeldFor::Always]).await;
}

#[tokio::test]
async fn what_a_person_uploaded_is_not_replaced_whatever_the_source_holds() {
    let replacing = |upload: Upload| DryRun {
        replaces: Some(upload),
        ..dry_run(&[])
    };
    for confirm in [Confirm::Serious, Confirm::Never] {
        let record = holding(confirm, RecordDateRule::FileName);
        let by_a_person = replacing(upload(UploadStatus::Completed));
        let ground = ArrivalGround::default();
        is_held(record, ground, by_a_person, &[HeldFor::ReplacesManual]).await;
    }
    is_uploaded(serious(), ArrivalGround::default(), replacing(from_a_source())).await;
}

#[tokio::test]
async fn what_a_person_withdrew_does_not_come_back_whatever_the_source_holds() {
    for confirm in [Confirm::Serious, Confirm::Never] {
        let ground = ArrivalGround {
            withdrawn_there: true,
            ..ArrivalGround::default()
        };
        let record = holding(confirm, RecordDateRule::FileName);
        is_held(record, ground, dry_run(&[]), &[HeldFor::WithdrawnBefore]).await;
    }
}

#[tokio::test]
async fn what_a_person_sends_or_withdraws_while_a_file_is_tried_out_is_not_undone_either() {
    let sent = ArrivalGround {
        manual_there: vec![UploadKind::Sales],
        ..ArrivalGround::default()
    };
    let withdrawn = ArrivalGround {
        withdrawn_there: true,
        ..ArrivalGround::default()
    };
    for (ground, reason) in [(sent, HeldFor::ReplacesManual), (withdrawn, HeldFor::WithdrawnBefore)] {
        for confirm in [Confirm::Serious, Confirm::Never] {
            let mut world = World::default().settling().trying(dry_run(&[]));
            let mut grounds = vec![ground.clone(), ArrivalGround::default()];
            world
                .arrivals
                .expect_ground()
                .times(2)
                .returning(move |_, _, _, _| Ok(grounds.pop().unwrap()));
            world
                .uploads
                .expect_submit_and_wait()
                .once()
                .returning(|_, _| Err(UploadError::Storage(StorageError::Stale("arrival"))));
            let world = world.storing(ArrivalState::Held, None).keeping();
            let taken = take(world, holding(confirm, RecordDateRule::FileName)).await;
            assert_eq!(taken.arrival.held_for, [reason]);
            assert!(taken.arrival.dry_run.is_some() && taken.arrival.upload_id.is_none());
            // Where it is known before, nothing is tried.
            let record = holding(confirm, RecordDateRule::FileName);
            is_held(record, ground.clone(), dry_run(&[]), &[reason]).await;
        }
    }
    // Buyers are no sales.
    let of_buyers = ArrivalGround {
        manual_there: vec![UploadKind::Buyers],
        ..ArrivalGround::default()
    };
    is_uploaded(serious(), of_buyers, dry_run(&[])).await;
}

#[tokio::test]
async fn what_somebody_is_asked_about_or_said_no_to_is_no_news_when_it_comes_again() {
    for state in [ArrivalState::Held, ArrivalState::Discarded] {
        let ground = ArrivalGround {
            asked_there: Some(state),
            ..ArrivalGround::default()
        };
        let world = World::default()
            .settling()
            .on(ground)
            .storing(ArrivalState::Unchanged, None);
        let taken = take(world, holding(Confirm::Always, RecordDateRule::Yesterday)).await;
        assert!(taken.is_repeat && !taken.is_news() && !taken.is_bad());
    }
}

#[tokio::test]
async fn the_figures_of_an_older_day_hold_where_the_clock_says_the_day() {
    let same = || DryRun {
        current_facts: Some(facts()),
        ..dry_run(&[])
    };
    for rule in [RecordDateRule::Yesterday, RecordDateRule::Today] {
        let by_clock = || holding(Confirm::Serious, rule);
        let ground = ArrivalGround::default;
        is_held(by_clock(), ground(), same(), &[HeldFor::SameFigures]).await;
        is_uploaded(holding(Confirm::Never, rule), ground(), same()).await;
        let others = DryRun {
            current_facts: Some(other_facts()),
            ..dry_run(&[])
        };
        is_uploaded(by_clock(), ground(), others).await;
        // Those of the same day are no older ones, and what is older than the current snapshot is not held against it.
        let again = DryRun {
            replaces: Some(from_a_source()),
            ..same()
        };
        is_uploaded(by_clock(), ground(), again).await;
        let late = DryRun {
            becomes_current: false,
            ..same()
        };
        is_uploaded(by_clock(), ground(), late).await;
    }
    is_uploaded(serious(), ArrivalGround::default(), same()).await;
}

#[tokio::test]
async fn a_workbook_with_errors_goes_on_and_fails_as_by_hand() {
    let faulty = DryRun {
        facts: None,
        status: UploadStatus::Failed,
        ..dry_run(&[DiagnosticCode::ErrorCell, DiagnosticCode::RevenueShrank])
    };
    let world = would(ArrivalGround::default(), faulty).uploading(1, UploadStatus::Failed);
    let taken = take(world, holding(Confirm::Always, RecordDateRule::FileName)).await;
    assert_eq!(taken.arrival.state, ArrivalState::Uploaded);
    assert!(taken.is_bad());
}

#[tokio::test]
async fn the_bytes_of_an_upload_that_is_there_are_unchanged() {
    let ground = ArrivalGround {
        same_there: vec![same(UploadKind::Sales, true)],
        brought_before: true,
        withdrawn_there: true,
        manual_there: vec![UploadKind::Sales],
        asked_there: Some(ArrivalState::Held),
        brought_elsewhere: true,
    };
    let world = World::default()
        .settling()
        .on(ground)
        .storing(ArrivalState::Unchanged, None);
    let taken = take(world, holding(Confirm::Always, RecordDateRule::Yesterday)).await;
    assert_eq!(taken.arrival.state, ArrivalState::Unchanged);
    assert_eq!(taken.arrival.upload_id, Some(UPLOAD));
}

#[tokio::test]
async fn what_a_person_sent_as_another_kind_is_not_the_same_whatever_its_bytes() {
    let said = |kind| ArrivalGround {
        same_there: vec![same(kind, false)],
        ..ArrivalGround::default()
    };
    // What is found in this file is sales.
    is_uploaded(serious(), said(UploadKind::Buyers), dry_run(&[])).await;
    let asked = ArrivalGround {
        asked_there: Some(ArrivalState::Held),
        ..said(UploadKind::Buyers)
    };
    for (ground, is_upload) in [(said(UploadKind::Sales), true), (asked, false)] {
        let world = would(ground, dry_run(&[])).storing(ArrivalState::Unchanged, None);
        let taken = take(world, serious()).await;
        assert_eq!(taken.arrival.upload_id, is_upload.then_some(UPLOAD));
        assert_eq!(taken.is_news(), is_upload);
    }
}

#[tokio::test]
async fn old_bytes_get_no_new_day_from_the_clock() {
    let elsewhere = ArrivalGround {
        brought_elsewhere: true,
        ..ArrivalGround::default()
    };
    for rule in [RecordDateRule::Yesterday, RecordDateRule::Today] {
        let world = World::default()
            .settling()
            .on(elsewhere.clone())
            .storing(ArrivalState::Unchanged, Some("same_bytes"));
        let taken = take(world, holding(Confirm::Never, rule)).await;
        assert_eq!(taken.arrival.code.as_deref(), Some("same_bytes"));
    }
    // A name says its day itself.
    is_uploaded(serious(), elsewhere, dry_run(&[])).await;
}

#[tokio::test]
async fn each_rule_asks_for_its_day() {
    for (rule, name, by_hand, expected) in [
        (RecordDateRule::FileName, NAME, None, None),
        (RecordDateRule::NameTail, "하늘_1118 (2).xlsx", None, Some("2026-11-18")),
        (RecordDateRule::Yesterday, NAME, None, Some("2026-11-19")),
        (RecordDateRule::Today, NAME, None, Some("2026-11-20")),
        (RecordDateRule::Yesterday, NAME, Some("2026-11-02"), Some("2026-11-02")),
    ] {
        let expected = expected.map(day);
        let mut world = World::default().storing(ArrivalState::Refused, Some("unknown_production"));
        world.uploads.expect_receive().returning(|| Ok(incoming()));
        world
            .uploads
            .expect_target_of()
            .once()
            .withf(move |request| {
                request.record_date == expected && request.production == ProductionChoice::Id(PRODUCTION)
            })
            .returning(|_| Err(UploadError::UnknownProduction));
        let mut run = leased(holding(Confirm::Serious, rule));
        run.run.record_date = by_hand.map(day);
        let taken = take_named(world, run, name).await.unwrap();
        assert!(taken.is_bad(), "{name}");
    }
}

#[tokio::test]
async fn a_file_whose_production_or_day_cannot_be_told_is_refused_with_its_finding() {
    let nameless = take_named(
        World::default().storing(ArrivalState::Refused, Some("bad_file_name")),
        leased(holding(Confirm::Serious, RecordDateRule::NameTail)),
        "하늘.xlsx",
    );
    let nameless = nameless.await.unwrap().arrival;
    assert_eq!(nameless.diagnostics[0].code, DiagnosticCode::BadFileName);
    assert_eq!(nameless.diagnostic_counts[&DiagnosticCode::BadFileName], 1);

    let mut world = World::default().storing(ArrivalState::Refused, Some("future_record_date"));
    world.uploads.expect_receive().returning(|| Ok(incoming()));
    world.uploads.expect_target_of().returning(|_| {
        let finding = Diagnostic::of_file(DiagnosticCode::FutureRecordDate, None);
        Err(UploadError::Refused(Box::new(finding)))
    });
    let refused = take(world, serious()).await;
    assert!(refused.is_bad());
    assert_eq!(refused.arrival.diagnostics[0].code, DiagnosticCode::FutureRecordDate);
}

#[tokio::test]
async fn a_workbook_under_another_password_is_refused() {
    let mut world = World::default()
        .settling()
        .on(ArrivalGround::default())
        .storing(ArrivalState::Refused, Some("wrong_password"));
    world.secrets.insert("BOOKS", "moonlight");
    world
        .uploads
        .expect_try_out()
        .once()
        .withf(|request| request.password.as_ref().is_some_and(|word| word.0 == "moonlight"))
        .returning(|_| {
            let finding = Diagnostic::of_file(DiagnosticCode::WrongPassword, None);
            Err(UploadError::Refused(Box::new(finding)))
        });
    let mut record = serious();
    record.source.password_secret = Some(secret("BOOKS"));
    assert_eq!(take(world, record).await.arrival.state, ArrivalState::Refused);
}

#[tokio::test]
async fn a_production_that_goes_before_its_upload_is_told_as_unknown() {
    let mut world =
        would(ArrivalGround::default(), dry_run(&[])).storing(ArrivalState::Refused, Some("unknown_production"));
    world
        .uploads
        .expect_submit_and_wait()
        .once()
        .returning(|_, _| Err(UploadError::UnknownProduction));
    assert!(take(world, serious()).await.is_bad());
}

#[tokio::test]
async fn an_upload_says_its_source_and_keeps_its_arrival_with_it() {
    let mut world = would(ArrivalGround::default(), dry_run(&[]));
    let submitted = world.uploads.expect_submit_and_wait().once();
    let submitted = submitted.withf(|request, _| {
        let collected = request.collected.as_ref().unwrap();
        let CollectedArrival::New(new) = &collected.arrival else {
            return false;
        };
        request.by == Actor::SYSTEM
            && collected.source.id == Some(SOURCE)
            && collected.source.name == "하늘 정산"
            && new.arrival.state == ArrivalState::Uploaded
            && new.arrival.record_date == Some(day("2026-11-19"))
            && new.arrival.files[0].file_name == NAME
    });
    submitted.returning(|_, _| {
        Ok(Submission {
            upload: upload(UploadStatus::Completed),
            repeated: true,
        })
    });
    // Somebody was faster with the same bytes.
    let taken = take(world, serious()).await;
    assert_eq!(taken.arrival.state, ArrivalState::Unchanged);
}

#[tokio::test]
async fn of_a_dry_run_nothing_is_kept_and_its_arrivals_are_shown() {
    for (found, state) in [
        (None, ArrivalState::Uploaded),
        (Some(DiagnosticCode::RevenueShrank), ArrivalState::Held),
    ] {
        let world = would(ArrivalGround::default(), dry_run(found.as_slice()));
        let mut dry = leased(record(url()));
        dry.run.is_dry = true;
        let end = fetched(world, dry, None).await;
        assert_eq!(end.finish, RunFinish::Ended(RunState::Succeeded));
        assert_eq!(end.would_arrive[0].state, state);
        assert!(end.would_arrive[0].dry_run.is_some());
    }
}

/// A run at an address that answers with a file, where the source brought this last.
async fn fetched(mut world: World, run: LeasedRun, last: Option<LastArrival>) -> RunEnd {
    world.arrivals.expect_last().once().returning(move |_| Ok(last.clone()));
    world.fetcher.expect_fetch().once().returning(|_| {
        Ok(Fetched::File(FetchedFile {
            file_name: Some(NAME.to_owned()),
            bytes: b"bytes".to_vec(),
            validators: Validators::default(),
        }))
    });
    world.work(run).await
}

fn brought(bytes: &[u8], fetched_from: &str) -> LastArrival {
    LastArrival {
        content_key: content_key_of(bytes),
        fetched_from: Some(fetched_from.to_owned()),
        validators: Validators {
            etag: Some("\"1\"".to_owned()),
            last_modified: None,
        },
    }
}

#[tokio::test]
async fn an_address_that_has_nothing_new_brings_nothing() {
    let last = brought(b"bytes", "https://elsewhere.example/");
    let end = fetched(World::default(), leased(record(url())), Some(last)).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::NothingNew), None));

    // What an answer is known by is told to the address that gave it, and to no other.
    for (from, is_told) in [
        ("https://share.example/20261119_HN01_x.xlsx", true),
        ("https://elsewhere.example/", false),
    ] {
        let mut world = World::default();
        let last = brought(b"others", from);
        world.arrivals.expect_last().returning(move |_| Ok(Some(last.clone())));
        world
            .fetcher
            .expect_fetch()
            .once()
            .withf(move |request| request.validators.is_some() == is_told)
            .returning(|_| Ok(Fetched::NotModified));
        let end = world.work(leased(record(url()))).await;
        assert_eq!(end.finish, RunFinish::Ended(RunState::NothingNew));
    }
}

#[tokio::test]
async fn a_run_ends_as_what_it_brought() {
    let good = would(ArrivalGround::default(), dry_run(&[])).uploading(1, UploadStatus::Completed);
    let end = fetched(good, leased(record(url())), None).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::Succeeded), None));

    let held = would(ArrivalGround::default(), dry_run(&[DiagnosticCode::SeatsShrank]));
    let held = held.storing(ArrivalState::Held, None).keeping();
    let end = fetched(held, leased(record(url())), None).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::Succeeded), None));

    // What is there already is news of a source only where it did not bring that itself.
    for (brought_before, state) in [(true, RunState::NothingNew), (false, RunState::Succeeded)] {
        let there = World::default().settling().on(ArrivalGround {
            same_there: vec![same(UploadKind::Sales, true)],
            brought_before,
            ..ArrivalGround::default()
        });
        let there = there.storing(ArrivalState::Unchanged, None);
        let end = fetched(there, leased(record(url())), None).await;
        assert_eq!((end.finish, end.code), (RunFinish::Ended(state), None));
    }

    let bad = would(ArrivalGround::default(), dry_run(&[])).uploading(1, UploadStatus::Failed);
    let end = fetched(bad, leased(record(url())), None).await;
    let rejected = (RunFinish::Ended(RunState::Failed), Some(RunCode::WorkbookRejected));
    assert_eq!((end.finish, end.code), rejected);

    let mut nobodys = World::default().storing(ArrivalState::Refused, Some("unknown_production"));
    nobodys.uploads.expect_receive().returning(|| Ok(incoming()));
    nobodys
        .uploads
        .expect_target_of()
        .returning(|_| Err(UploadError::UnknownProduction));
    let end = fetched(nobodys, leased(record(url())), None).await;
    assert_eq!((end.finish, end.code), rejected);
}

#[tokio::test]
async fn a_run_that_is_repeated_ends_as_what_it_brought_before() {
    let again = || {
        let mut again = leased(record(url()));
        again.run.attempts = 2;
        again
    };
    let succeeded = (RunFinish::Ended(RunState::Succeeded), None);
    let rejected = (RunFinish::Ended(RunState::Failed), Some(RunCode::WorkbookRejected));
    for (has_rejected, has_news, ended) in [
        (false, false, (RunFinish::Ended(RunState::NothingNew), None)),
        (false, true, succeeded),
        (true, true, rejected),
        (true, false, rejected),
    ] {
        let of_run = RunArrivals { has_rejected, has_news };
        // What it brought before is what the address has.
        let last = brought(b"bytes", "https://share.example/20261119_HN01_x.xlsx");
        let end = fetched(World::default().having_brought(of_run), again(), Some(last)).await;
        assert_eq!((end.finish, end.code), ended, "{of_run:?}");
    }

    let mut world = World::default();
    let away = || Err(StorageError::unavailable("no database"));
    world.arrivals.expect_of_run().returning(move |_| away());
    let last = brought(b"bytes", "https://share.example/20261119_HN01_x.xlsx");
    let end = fetched(world, again(), Some(last)).await;
    assert_eq!(end.finish, RunFinish::Again(now() + TimeDelta::minutes(20)));
}

#[tokio::test]
async fn what_is_no_fault_of_the_file_is_tried_again() {
    let mut world = World::default().settling();
    world
        .arrivals
        .expect_ground()
        .returning(|_, _, _, _| Err(StorageError::unavailable("no database")));
    let end = fetched(world, leased(record(url())), None).await;
    assert_eq!(end.finish, RunFinish::Again(now() + TimeDelta::minutes(5)));
    assert_eq!(end.code, Some(RunCode::InternalError));
}
