//! When a run begins: a time that came, files that were put into a folder, a share that went away.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use domain::collection::{ArrivalState, CollectionTrigger, RunCode, RunState};
use domain::schedule::Cron;
use domain::upload::UploadStatus;
use ports::actor::Actor;
use ports::driven::collection::{
    DiskFile, FolderError, FolderLook, OriginFile, RequestedCollection, SourceRecord, UnmovedArrival,
};
use ports::driving::collection::Collecting;

use super::support::{SOURCE, World, arrival, day, disk_file, folder, leased, now, record, url};
use crate::Collector;
use crate::looking::ready;

const NAME: &str = "20261119_HN01_x.xlsx";

/// Claims what is due of one source, where these files have been in its folder for a minute.
async fn claim(mut world: World, record: SourceRecord, seen: &[DiskFile]) {
    world.sources.expect_list().returning(move || Ok(vec![record.clone()]));
    world.arrivals.expect_unmoved().returning(|_| Ok(Vec::new()));
    let collector = Collector::new(world.ports());
    collector.looks.see(SOURCE, seen, now() - TimeDelta::minutes(1));
    collector.claim_due().await.unwrap();
}

/// The same source, with a schedule none of whose times has come.
fn scheduled(mut record: SourceRecord) -> SourceRecord {
    record.source.schedule = Some(Cron::parse("0 9 * * *").unwrap());
    record
}

/// So many runs are asked for because of what lies in the folder.
fn requesting(mut world: World, times: usize) -> World {
    world
        .runs
        .expect_request()
        .times(times)
        .withf(|request, by| {
            request.source == SOURCE
                && request.trigger == CollectionTrigger::Arrival
                && !request.is_dry
                && *by == Actor::SYSTEM
        })
        .returning(|_, _| Ok(RequestedCollection::Queued(Box::new(leased(record(folder())).run))));
    world
}

/// A folder whose last run failed so, some seconds ago.
fn failed(code: RunCode, seconds: i64) -> SourceRecord {
    let mut failed = record(folder());
    failed.standing.last = Some((RunState::Failed, Some(code)));
    let mut run = leased(failed.clone()).run;
    run.finished_at = Some(now() - TimeDelta::seconds(seconds));
    failed.last_run = Some(run);
    failed
}

fn unreachable() -> World {
    let mut world = World::default();
    world.folders.expect_look().returning(|_| Err(FolderError::Unreachable));
    world
}

#[tokio::test]
async fn a_run_begins_when_a_file_has_been_still_for_long_enough() {
    let files = [disk_file(NAME)];
    claim(requesting(World::default().lying(&files), 0), record(folder()), &[]).await;
    claim(requesting(World::default().lying(&files), 1), record(folder()), &files).await;
}

#[tokio::test]
async fn a_file_whose_upload_is_under_way_makes_no_run_until_that_has_ended() {
    let file = disk_file(NAME);
    for (upload, times) in [
        (Some(UploadStatus::Queued), 0),
        (Some(UploadStatus::Processing), 0),
        // It is to be put away.
        (Some(UploadStatus::Completed), 1),
        (None, 1),
    ] {
        let mut world = requesting(World::default().lying(std::slice::from_ref(&file)), times);
        let unmoved = UnmovedArrival {
            arrival: arrival(ArrivalState::Uploaded),
            files: vec![OriginFile {
                disk_name: file.disk_name.clone(),
                size_bytes: file.size_bytes,
                modified_ns: file.modified_ns,
            }],
            upload,
        };
        world
            .arrivals
            .expect_unmoved()
            .once()
            .returning(move |_| Ok(vec![unmoved.clone()]));
        claim(world, record(folder()), std::slice::from_ref(&file)).await;
    }
}

#[tokio::test]
async fn the_times_of_schedules_do_not_wait_for_folders() {
    let looked_into = record(folder());
    let mut daily = record(url());
    daily.source.schedule = Some(Cron::parse("0 9 * * *").unwrap());
    daily.considered_until = now() - TimeDelta::hours(2);
    let mut world = World::default();
    world
        .sources
        .expect_list()
        .returning(move || Ok(vec![looked_into.clone(), daily.clone()]));
    let done = Arc::new(Mutex::new(Vec::new()));
    let (looked, recorded) = (Arc::clone(&done), Arc::clone(&done));
    world.folders.expect_look().once().returning(move |_| {
        looked.lock().unwrap().push("look");
        Ok(FolderLook::default())
    });
    world.runs.expect_record().once().returning(move |_, _, _| {
        recorded.lock().unwrap().push("time");
        Ok(true)
    });
    let collector = Collector::new(world.ports());
    collector.claim_due().await.unwrap();
    assert_eq!(*done.lock().unwrap(), ["time", "look"]);
}

#[tokio::test]
async fn a_look_that_finds_nothing_leaves_no_run() {
    claim(requesting(World::default().lying(&[]), 0), record(folder()), &[]).await;
}

#[tokio::test]
async fn nobody_looks_into_the_folder_of_a_source_that_is_paused_stopped_or_at_work() {
    let mut paused = record(folder());
    paused.source.is_active = false;
    let mut stopped = record(folder());
    stopped.standing.stopped_for = Some(RunCode::SecretMissing);
    let mut at_work = record(folder());
    at_work.standing.is_running = true;
    for record in [paused, stopped, at_work] {
        // The folder expects no look, and no run is asked for.
        claim(World::default(), record.clone(), &[]).await;
        claim(World::default(), scheduled(record), &[]).await;
    }
}

#[tokio::test]
async fn of_a_folder_with_a_schedule_it_is_known_how_long_one_of_two_files_waits() {
    let files = [disk_file("20261119_HN01_일별.csv")];
    let daily = scheduled(record(folder()));
    let mut world = World::default().lying(&files);
    world.sources.expect_list().returning(move || Ok(vec![daily.clone()]));
    let collector = Collector::new(world.ports());
    collector.claim_due().await.unwrap();
    let later = now() + TimeDelta::minutes(10);
    let seen = collector.looks.see(SOURCE, &files, later);
    let groups = ready(&seen, TimeDelta::seconds(2), later, day("2026-11-20"));
    assert_eq!(groups, [files.to_vec()]);
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_told_once_and_so_is_its_return() {
    claim(requesting(unreachable(), 1), record(folder()), &[]).await;
    let told = || failed(RunCode::FolderUnreachable, 5);
    claim(requesting(unreachable(), 0), told(), &[]).await;
    claim(requesting(World::default().lying(&[]), 0), told(), &[]).await;
    let a_while_ago = failed(RunCode::FolderUnreachable, 30);
    claim(requesting(World::default().lying(&[]), 1), a_while_ago, &[]).await;
    // With a schedule it is told by its next run.
    claim(unreachable(), scheduled(record(folder())), &[]).await;
}

#[tokio::test]
async fn what_stays_in_a_folder_that_cannot_be_written_is_tried_again_after_the_pause() {
    let files = [disk_file(NAME)];
    for (code, seconds, times) in [
        (RunCode::FolderNotWritable, 299, 0),
        (RunCode::FolderNotWritable, 300, 1),
        // What is wrong with a file is no reason for the next one to wait.
        (RunCode::WorkbookRejected, 1, 1),
    ] {
        let world = requesting(World::default().lying(&files), times);
        claim(world, failed(code, seconds), &files).await;
    }
}

#[tokio::test]
async fn the_time_of_a_schedule_is_recorded_and_in_a_folder_with_one_files_make_no_run() {
    let files = [disk_file(NAME)];
    for config in [url(), folder()] {
        let mut daily = record(config);
        daily.source.schedule = Some(Cron::parse("0 9 * * *").unwrap());
        daily.considered_until = now() - TimeDelta::hours(2);
        let nine = now() - TimeDelta::hours(1);
        let mut world = World::default().lying(&files);
        world
            .runs
            .expect_record()
            .once()
            .withf(move |_, due, at| due.slot == Some(nine) && due.missed.is_empty() && *at == now())
            .returning(|_, _, _| Ok(true));
        claim(world, daily.clone(), &files).await;
        // It is considered.
        daily.considered_until = now();
        claim(World::default().lying(&files), daily, &files).await;
    }
}

#[tokio::test]
async fn an_address_without_a_schedule_is_asked_by_hand_only() {
    claim(World::default(), record(url()), &[]).await;
}

#[tokio::test]
async fn what_killed_walks_left_goes_but_for_those_at_work() {
    let at_work = leased(record(url())).run.id;
    let mut world = World::default();
    world.runs.expect_tidy().once().returning(|_| Ok(()));
    world.runs.expect_at_work().returning(move || Ok(vec![at_work]));
    world
        .run_folders
        .expect_clear()
        .once()
        .withf(move |but| *but == [at_work])
        .returning(|_| Ok(()));
    let collector = Collector::new(world.ports());
    collector.tidy().await.unwrap();
}
