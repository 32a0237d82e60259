//! Walks through sites: what they get, what they bring, and that nothing is left of them.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::{ArrivalState, MASK, RecordDateRule, RunState, Step, StepState};
use domain::upload::UploadStatus;
use ports::driven::collection::{
    ArrivalGround, BrowserAvailability, BrowserRunner, BrowserTask, DownloadedFile, Renewal, RunFinish, Walk, WalkEnd,
    WalkedStep,
};
use ports::driving::collection::Collecting;

use super::support::{World, available, browser, day, dry_run, leased, record};
use crate::Collector;

/// A browser whose walks come to no end.
struct Endless;

#[async_trait]
impl BrowserRunner for Endless {
    async fn availability(&self) -> BrowserAvailability {
        available()
    }

    async fn walk(&self, _: BrowserTask) -> Walk {
        std::future::pending().await
    }

    fn memory_bytes(&self) -> u64 {
        0
    }
}

/// A browser that ends a second after it is told to, and brings its file all the same.
struct Obedient(Arc<AtomicBool>);

#[async_trait]
impl BrowserRunner for Obedient {
    async fn availability(&self) -> BrowserAvailability {
        available()
    }

    async fn walk(&self, task: BrowserTask) -> Walk {
        task.cancellation.cancelled().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        self.0.store(true, Ordering::SeqCst);
        Walk {
            end: file(),
            steps: Vec::new(),
            blocked_hosts: Vec::new(),
        }
    }

    fn memory_bytes(&self) -> u64 {
        0
    }
}

fn file() -> WalkEnd {
    WalkEnd::File(DownloadedFile {
        file_name: "20261119_HN01_x.xlsx".to_owned(),
        path: PathBuf::from("walk/download"),
        size_bytes: 5,
    })
}

fn step(detail: &str, page: &str) -> WalkedStep {
    WalkedStep {
        step: Step {
            index: 1,
            kind: "download".to_owned(),
            note: None,
            state: StepState::Done,
            took_ms: 10,
            detail: Some(detail.to_owned()),
            has_picture: false,
            has_page: true,
        },
        picture: None,
        page: Some(page.to_owned()),
    }
}

#[tokio::test]
async fn a_walk_brings_its_file_and_its_folder_goes() {
    let mut world = World::default().with_recipe().beginning_a_walk();
    world
        .browser
        .expect_walk()
        .once()
        .withf(|task| {
            !task.is_dry
                && task.values.date == day("2026-11-19")
                && task.values.today == day("2026-11-20")
                && task.secrets.values().all(|secret| secret.reveal() == "jagwon")
                && task.directory.as_os_str() == "walk"
        })
        .returning(|_| Walk {
            end: file(),
            steps: vec![step("jagwon was typed", "<p>jagwon</p>")],
            blocked_hosts: vec!["ads.example".to_owned()],
        });
    world
        .run_folders
        .expect_read()
        .once()
        .withf(|folder, file, most| folder.as_os_str() == "walk" && file.ends_with("download") && *most == 1_000)
        .returning(|_, _, _| Ok(Some(b"bytes".to_vec())));
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let world = world.uploading(1, UploadStatus::Completed);
    let end = world.work(leased(record(browser()))).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::Succeeded), None));
    assert_eq!(end.recipe, Some(("haneul".parse().unwrap(), 3)));
    assert_eq!(end.blocked_hosts, ["ads.example"]);
    // A secret that a walk did not cover leaves it all the same not.
    let walked = &end.steps[0];
    assert_eq!(walked.step.detail, Some(format!("{MASK} was typed")));
    assert!(walked.page.is_none() && !walked.step.has_page);
}

#[tokio::test]
async fn a_site_that_has_no_data_brings_nothing_new() {
    let mut world = World::default().with_recipe().beginning_a_walk();
    let mut of_today = record(browser());
    of_today.source.record_date = RecordDateRule::Today;
    world
        .browser
        .expect_walk()
        .once()
        .withf(|task| task.values.date == day("2026-11-20"))
        .returning(|_| Walk {
            end: WalkEnd::NoData,
            steps: Vec::new(),
            blocked_hosts: Vec::new(),
        });
    let end = world.work(leased(of_today)).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::NothingNew), None));
}

#[tokio::test]
async fn a_dry_walk_uploads_nothing_and_shows_what_would_come_of_it() {
    let mut world = World::default().with_recipe().beginning_a_walk();
    world
        .browser
        .expect_walk()
        .once()
        .withf(|task| task.is_dry)
        .returning(|_| Walk {
            end: file(),
            steps: Vec::new(),
            blocked_hosts: Vec::new(),
        });
    world
        .run_folders
        .expect_read()
        .returning(|_, _, _| Ok(Some(b"bytes".to_vec())));
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let mut dry = leased(record(browser()));
    dry.run.is_dry = true;
    let end = world.work(dry).await;
    assert_eq!(end.would_arrive[0].state, ArrivalState::Uploaded);
}

#[tokio::test(start_paused = true)]
async fn of_a_walk_that_somebody_cancels_no_folder_is_left() {
    let mut world = World::default().with_recipe().beginning_a_walk();
    world.walker = Some(Arc::new(Endless));
    world
        .runs
        .expect_renew()
        .once()
        .returning(|_, _| Ok(Renewal::Cancelled));
    let end = world.work(leased(record(browser()))).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::Cancelled), None));
}

#[tokio::test(start_paused = true)]
async fn a_browser_that_is_told_to_end_has_ended_before_its_folder_goes() {
    let has_ended = Arc::new(AtomicBool::new(false));
    let mut world = World::default().with_recipe();
    world.secrets.insert("HANEUL_ID", "jagwon");
    world.walker = Some(Arc::new(Obedient(Arc::clone(&has_ended))));
    world.runs.expect_use_secrets().returning(|_, _, _| Ok(true));
    world.runs.expect_renew().returning(|_, _| Ok(Renewal::Cancelled));
    world
        .run_folders
        .expect_make()
        .once()
        .returning(|_| Ok(PathBuf::from("walk")));
    // Once more where something was in its way.
    let mut tries = 0;
    world.run_folders.expect_remove().times(2).returning(move |_| {
        assert!(has_ended.load(Ordering::SeqCst));
        tries += 1;
        match tries {
            1 => Err(std::io::ErrorKind::DirectoryNotEmpty.into()),
            _ => Ok(()),
        }
    });
    let end = world.work(leased(record(browser()))).await;
    assert_eq!((end.finish, end.code), (RunFinish::Ended(RunState::Cancelled), None));
}

#[tokio::test]
async fn the_name_of_a_download_holds_no_secret() {
    let mut world = World::default().with_recipe().beginning_a_walk();
    world.browser.expect_walk().once().returning(|_| Walk {
        end: WalkEnd::File(DownloadedFile {
            file_name: "20261119_HN01_jagwon.xlsx".to_owned(),
            path: PathBuf::from("walk/download"),
            size_bytes: 5,
        }),
        steps: Vec::new(),
        blocked_hosts: Vec::new(),
    });
    world
        .run_folders
        .expect_read()
        .returning(|_, _, _| Ok(Some(b"bytes".to_vec())));
    let world = world.settling().on(ArrivalGround::default()).trying(dry_run(&[]));
    let mut dry = leased(record(browser()));
    dry.run.is_dry = true;
    let end = world.work(dry).await;
    let file = &end.would_arrive[0].files[0];
    assert_eq!(file.file_name, format!("20261119_HN01_{MASK}.xlsx"));
}

#[tokio::test(start_paused = true)]
async fn a_run_that_somebody_else_took_over_is_not_ended_here() {
    let mut world = World::default().with_recipe();
    world.secrets.insert("HANEUL_ID", "jagwon");
    world.walker = Some(Arc::new(Endless));
    let mut waiting = Some(leased(record(browser())));
    world.runs.expect_lease().returning(move |_, _, _| Ok(waiting.take()));
    world.runs.expect_use_secrets().returning(|_, _, _| Ok(true));
    world.runs.expect_renew().once().returning(|_, _| Ok(Renewal::Lost));
    world
        .run_folders
        .expect_make()
        .once()
        .returning(|_| Ok(PathBuf::from("walk")));
    // Neither is an end recorded nor the folder removed: both are the other one's now.
    let collector = Collector::new(world.ports());
    collector.work().await.unwrap();
}
