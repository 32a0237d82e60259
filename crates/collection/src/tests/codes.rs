//! What follows from each code: another attempt, a failure, a stop, a pause.

use chrono::TimeDelta;
use domain::collection::{RunCode, RunState};
use domain::upload::UploadStatus;
use ports::driven::collection::{
    ArrivalGround, BrowserAvailability, FetchFailure, FolderError, LeasedRun, RunEnd, RunFinish, SourceRecord, Walk,
    WalkEnd,
};

use super::support::{World, browser, disk_file, dry_run, folder, leased, now, record, secret, url, url_with_secret};

const FAILED: RunFinish = RunFinish::Ended(RunState::Failed);
const SKIPPED: RunFinish = RunFinish::Ended(RunState::Skipped);

/// An attempt, counted from 1, at an address that answers so.
async fn fetched(record: SourceRecord, attempt: u32, code: RunCode, detail: &'static str) -> RunEnd {
    let mut world = World::default();
    world.secrets.insert("KEY", "jamgeum-9");
    world.arrivals.expect_last().once().returning(|_| Ok(None));
    world.fetcher.expect_fetch().once().returning(move |_| {
        Err(FetchFailure {
            code,
            detail: detail.to_owned(),
            host: Some("share.example".to_owned()),
        })
    });
    world.work(nth(record, attempt)).await
}

/// An attempt at a site whose walk ends so.
async fn walked(attempt: u32, code: RunCode) -> RunEnd {
    let mut world = World::default().with_recipe().beginning_a_walk();
    world.browser.expect_walk().once().returning(move |_| Walk {
        end: WalkEnd::Failed { code, detail: None },
        steps: Vec::new(),
        blocked_hosts: Vec::new(),
    });
    world.work(nth(record(browser()), attempt)).await
}

fn nth(record: SourceRecord, attempt: u32) -> LeasedRun {
    let mut leased = leased(record);
    leased.run.attempts = attempt;
    leased
}

fn needs_a_look(end: &RunEnd, code: RunCode) {
    assert_eq!((end.finish, end.code), (FAILED, Some(code)));
    assert!(end.stops.is_empty() && end.blocks.is_empty(), "{code}");
}

#[tokio::test]
async fn what_passes_is_tried_again_after_the_pause_and_four_times_that_and_then_failed() {
    let finishes = [
        (1, RunFinish::Again(now() + TimeDelta::minutes(5))),
        (2, RunFinish::Again(now() + TimeDelta::minutes(20))),
        (3, FAILED),
    ];
    for (attempt, finish) in finishes {
        for code in [RunCode::Unreachable, RunCode::Timeout, RunCode::ServerError] {
            let end = fetched(record(url()), attempt, code, "").await;
            assert_eq!((end.finish, end.code), (finish, Some(code)));
            assert!(end.stops.is_empty() && end.blocks.is_empty(), "{code}");
        }
        for code in [
            RunCode::Timeout,
            RunCode::SessionLost,
            RunCode::BrowserCrashed,
            RunCode::BrowserMemory,
        ] {
            let end = walked(attempt, code).await;
            assert_eq!((end.finish, end.code), (finish, Some(code)));
            assert!(end.stops.is_empty() && end.blocks.is_empty(), "{code}");
        }
    }
}

#[tokio::test]
async fn what_needs_a_look_fails_at_once_as_the_same_would_come_again() {
    for code in [
        RunCode::HttpError,
        RunCode::WebPage,
        RunCode::EncodedAnswer,
        RunCode::TooLarge,
    ] {
        needs_a_look(&fetched(record(url()), 1, code, "").await, code);
    }
    for code in [RunCode::LayoutChanged, RunCode::FailedStep, RunCode::NoMemory] {
        needs_a_look(&walked(1, code).await, code);
    }
}

#[tokio::test]
async fn without_a_browser_nothing_is_walked() {
    let mut world = World::default();
    world.browser.expect_availability().returning(|| BrowserAvailability {
        version: None,
        reason: Some("no chromium".to_owned()),
    });
    let end = world.work(leased(record(browser()))).await;
    needs_a_look(&end, RunCode::BrowserUnavailable);
    assert_eq!(end.detail.as_deref(), Some("no chromium"));
}

#[tokio::test]
async fn a_folder_that_is_not_there_fails_at_once() {
    let mut world = World::default();
    world.arrivals.expect_unmoved().returning(|_| Ok(Vec::new()));
    world.folders.expect_look().returning(|_| Err(FolderError::Unreachable));
    let end = world.work(leased(record(folder()))).await;
    needs_a_look(&end, RunCode::FolderUnreachable);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told_and_its_files_are_taken() {
    let files = [disk_file("20261118_HN01_x.xlsx"), disk_file("20261119_HN01_x.xlsx")];
    let mut world = World::default()
        .settling()
        .on(ArrivalGround::default())
        .trying(dry_run(&[]))
        .uploading(2, UploadStatus::Completed)
        .lying(&files)
        .readable();
    world.arrivals.expect_unmoved().returning(|_| Ok(Vec::new()));
    world
        .folders
        .expect_put_away()
        .times(2)
        .returning(|_, _, _, _| Err(FolderError::NotWritable(std::io::ErrorKind::PermissionDenied.into())));
    let end = world.work_after_looks(leased(record(folder())), &files).await;
    needs_a_look(&end, RunCode::FolderNotWritable);
}

#[tokio::test]
async fn what_the_configuration_does_not_allow_fails_at_once() {
    for code in [
        RunCode::HostNotAllowed,
        RunCode::AddressNotAllowed,
        RunCode::NotHttps,
        RunCode::TooManyRedirects,
    ] {
        needs_a_look(&fetched(record(url()), 1, code, "").await, code);
    }
    needs_a_look(&walked(1, RunCode::HostNotAllowed).await, RunCode::HostNotAllowed);
}

#[tokio::test]
async fn an_account_that_was_refused_stops_whoever_uses_it_after_one_attempt() {
    let end = fetched(url_with_secret(), 1, RunCode::LoginFailed, "401").await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::LoginFailed)));
    assert_eq!(end.stops, [secret("KEY")]);
    let end = walked(1, RunCode::LoginFailed).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::LoginFailed)));
    assert_eq!(end.stops, [secret("HANEUL_ID")]);
}

#[tokio::test]
async fn a_401_where_no_secret_was_sent_is_an_error_as_any_other() {
    let end = fetched(record(url()), 1, RunCode::LoginFailed, "401").await;
    needs_a_look(&end, RunCode::HttpError);
}

#[tokio::test]
async fn without_its_secret_a_source_stops_and_nothing_is_asked() {
    let end = World::default().work(leased(url_with_secret())).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::SecretMissing)));
    assert_eq!(end.stops, [secret("KEY")]);

    let end = World::default().with_recipe().work(leased(record(browser()))).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::SecretMissing)));
    assert_eq!(end.stops, [secret("HANEUL_ID")]);
}

#[tokio::test]
async fn without_the_secret_of_its_workbooks_a_source_stops_as_well() {
    let mut of_folder = record(folder());
    of_folder.source.password_secret = Some(secret("BOOKS"));
    of_folder.traits.secrets = vec![secret("BOOKS")];
    let end = World::default().work(leased(of_folder)).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::SecretMissing)));
    assert_eq!(end.stops, [secret("BOOKS")]);

    let mut of_browser = record(browser());
    of_browser.source.password_secret = Some(secret("BOOKS"));
    let mut world = World::default().with_recipe();
    world.secrets.insert("HANEUL_ID", "jagwon");
    let end = world.work(leased(of_browser)).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::SecretMissing)));
    assert_eq!(end.stops, [secret("BOOKS")]);
}

#[tokio::test]
async fn a_host_that_says_no_is_left_alone_for_a_day() {
    let until = now() + TimeDelta::hours(24);
    let end = fetched(record(url()), 1, RunCode::Blocked, "403").await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::Blocked)));
    assert_eq!(end.blocks, [("share.example".to_owned(), until)]);
    assert!(end.stops.is_empty());
    let end = walked(1, RunCode::Blocked).await;
    assert_eq!((end.finish, end.code), (FAILED, Some(RunCode::Blocked)));
    assert_eq!(end.blocks, [("tickets.example".to_owned(), until)]);
    assert!(end.stops.is_empty());
}

#[tokio::test]
async fn a_source_that_was_stopped_or_blocked_while_its_run_waited_is_not_tried() {
    let mut stopped = record(url());
    stopped.standing.stopped_for = Some(RunCode::LoginFailed);
    let end = World::default().work(leased(stopped)).await;
    assert_eq!((end.finish, end.code), (SKIPPED, Some(RunCode::SourceStopped)));

    let mut blocked = record(url());
    blocked.standing.blocked_until = Some(now() + TimeDelta::seconds(1));
    let end = World::default().work(leased(blocked)).await;
    assert_eq!((end.finish, end.code), (SKIPPED, Some(RunCode::SourceBlocked)));

    // By then it is over.
    let mut free = record(url());
    free.standing.blocked_until = Some(now());
    let end = fetched(free, 1, RunCode::WebPage, "").await;
    assert_eq!(end.code, Some(RunCode::WebPage));
}

#[tokio::test]
async fn a_run_whose_source_was_deleted_is_not_tried() {
    let gone = LeasedRun {
        source: None,
        ..leased(record(url()))
    };
    let end = World::default().work(gone).await;
    assert_eq!(end.finish, SKIPPED);
}

#[tokio::test]
async fn an_account_that_was_used_often_enough_is_not_used_again() {
    let mut world = World::default().with_recipe();
    world.secrets.insert("HANEUL_ID", "jagwon");
    world.runs.expect_use_secrets().once().returning(|_, _, _| Ok(false));
    let end = world.work(leased(record(browser()))).await;
    assert_eq!((end.finish, end.code), (SKIPPED, Some(RunCode::TooManyRuns)));
}

#[tokio::test]
async fn no_secret_leaves_a_run_in_its_detail() {
    let end = fetched(url_with_secret(), 1, RunCode::HttpError, "404: X-Key jamgeum-9").await;
    assert_eq!(end.detail.as_deref(), Some("404: X-Key ••••"));
}

#[tokio::test]
async fn what_is_no_text_leaves_no_run_in_its_detail() {
    let end = fetched(record(url()), 1, RunCode::HttpError, "404:\u{0}Not\r\nFound\u{1b}").await;
    assert_eq!(end.detail.as_deref(), Some("404: Not Found"));
}
