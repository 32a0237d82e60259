use std::io::Read;

use domain::production::Category;
use ports::driven::House;
use uuid::Uuid;

use super::*;
use crate::workbook::isolation::{InProcess, IsolationFailure};

const LOCKED: &[u8] = include_bytes!("../../tests/fixtures/password-1234.xlsx");
const UNLOCKED: &[u8] = include_bytes!("../../tests/fixtures/write-protected.xlsx");

/// An isolation that cannot be started.
struct Away;

impl Isolation for Away {
    fn extract(&self, _: &[u8], _: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        Err(IsolationFailure::Unavailable("no process".to_owned()))
    }
}

fn room(isolation: impl Isolation + 'static) -> ReadingRoom {
    ReadingRoom::new(1, Limits::default(), Arc::new(isolation))
}

fn context() -> ReadingContext {
    ReadingContext {
        category: Some(Category::Play),
        record_date: "2026-11-19".parse().unwrap(),
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    }
}

fn file(name: &str, bytes: &[u8]) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// Both sheets of a play.
fn play() -> Vec<NamedBytes> {
    let daily = "dash_date,dash_seat_deposit_tot,dash_seat_deposit_sales\n2026-11-18,2,200000\n";
    let shows = "dash_date,dash_time,dash_cast_1,dash_seat_paid_tot,dash_seat_paid_sales,dash_seat_invite_tot,\
                 dash_share_deposit,dash_share_paid,dash_share_free\n2026-12-01,19:30,조지유,2,200000,0,0.5,0.5,0\n";
    vec![file("x.csv", daily.as_bytes()), file("y.csv", shows.as_bytes())]
}

#[tokio::test]
async fn a_seat_reads_rows_and_their_sums() {
    let seat = room(InProcess).seat(Reader::Worker).await;
    let contents = seat.read(play(), context()).await.unwrap();
    assert_eq!(contents.snapshot.daily_sales.len(), 1);
    assert_eq!(contents.facts.unwrap().performances.paid_seats, 2);
    assert!(contents.verdict.diagnostics.is_empty());
}

#[tokio::test]
async fn what_is_no_workbook_has_findings_and_no_sums() {
    let seat = room(InProcess).seat(Reader::Worker).await;
    let contents = seat.read(vec![file("x.xlsx", b"\x00\x01")], context()).await.unwrap();
    assert!(contents.facts.is_none() && !contents.verdict.diagnostics.is_empty());
}

#[tokio::test]
async fn a_password_is_found_and_what_is_no_workbook_has_none() {
    let room = room(InProcess);
    for (bytes, locked) in [(LOCKED, true), (UNLOCKED, false), (b"no workbook".as_slice(), false)] {
        let seat = room.seat(Reader::Person(None)).await;
        assert_eq!(seat.is_locked(bytes.to_vec()).await, Ok(locked));
        assert!(!locked || room.may_be_locked(&bytes[..64]));
    }
}

#[tokio::test]
async fn a_reader_that_cannot_start_is_not_the_files_fault() {
    let room = room(Away);
    let mut seat = room.seat(Reader::Worker).await;
    seat.isolate();
    let read = seat.read(vec![file("x.xlsx", UNLOCKED)], context()).await;
    assert_eq!(read, Err(ReadingInterrupted));
    let looked = room.seat(Reader::Worker).await.is_locked(LOCKED.to_vec()).await;
    assert_eq!(looked, Err(ReadingInterrupted));
}

#[tokio::test(start_paused = true)]
async fn a_seat_is_free_again_when_it_is_dropped() {
    let room = room(InProcess);
    let reader = || Reader::Person(Some(domain::people::UserId(Uuid::nil())));
    let seat = room.seat(reader()).await;
    let long = std::time::Duration::from_mins(1);
    assert!(tokio::time::timeout(long, room.seat(reader())).await.is_err());
    drop(seat);
    room.seat(reader()).await;
}
