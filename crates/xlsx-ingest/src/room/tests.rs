use std::io::Read;

use domain::production::Category;
use ports::driven::House;
use sample_data::formats::{ods, xls, xlsx};
use sample_data::{Sheet, Workbook};
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
        kind: None,
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
    for (bytes, opening) in [
        (LOCKED, Opening::Locked),
        (UNLOCKED, Opening::Open),
        (b"no workbook".as_slice(), Opening::Open),
    ] {
        let seat = room.seat(Reader::Person(None)).await;
        assert!(opening == Opening::Open || room.may_be_locked(&bytes[..64]));
        assert_eq!(seat.open(bytes.to_vec(), None).await, Ok(opening));
    }
}

#[tokio::test]
async fn a_locked_workbook_opens_with_its_password_only() {
    let room = room(InProcess);
    let open = async |bytes: &[u8], password: &str| {
        let seat = room.seat(Reader::Person(None)).await;
        let password = WorkbookPassword(password.to_owned());
        assert!(!format!("{password:?}").contains("1234"));
        seat.open(bytes.to_vec(), Some(password)).await.unwrap()
    };
    assert_eq!(open(LOCKED, "12345").await, Opening::WrongPassword);
    assert_eq!(open(UNLOCKED, "1234").await, Opening::Open);
    let Opening::Unlocked(workbook) = open(LOCKED, "1234").await else {
        panic!("the password is right")
    };
    assert!(workbook.starts_with(b"PK"));
    let seat = room.seat(Reader::Worker).await;
    assert_eq!(seat.open(workbook, None).await, Ok(Opening::Open));
}

#[tokio::test]
async fn a_reader_that_cannot_start_is_not_the_files_fault() {
    let room = room(Away);
    let mut seat = room.seat(Reader::Worker).await;
    seat.isolate();
    let read = seat.read(vec![file("x.xlsx", UNLOCKED)], context()).await;
    assert_eq!(read, Err(ReadingInterrupted));
    let looked = room.seat(Reader::Worker).await.open(LOCKED.to_vec(), None).await;
    assert_eq!(looked, Err(ReadingInterrupted));
}

#[tokio::test]
async fn the_names_of_sheets_say_what_a_workbook_is_about() {
    let (room, nobody) = (room(InProcess), room(Away));
    let kind = async |sheets: &[&str], category| {
        let mut workbook = Workbook::new("x.xlsx");
        for name in sheets {
            workbook = workbook.with_sheet(Sheet::new(*name).with("A1", "x"));
        }
        let mut kinds = Vec::new();
        for bytes in [xlsx(&workbook), xls(&workbook), ods(&workbook)] {
            kinds.push(room.glance().await.kind(bytes, category, Vec::new()).await.unwrap());
        }
        assert!(kinds.iter().all(|kind| *kind == kinds[0]), "{sheets:?}");
        kinds[0]
    };
    let (sales, buyers) = (UploadKind::Sales, UploadKind::Buyers);
    assert_eq!(kind(&["메모", "공연 판매\u{A0}리포트"], Category::Play).await, buyers);
    assert_eq!(
        kind(&["판매 리포트", "2. 회차별 판매 (마감)"], Category::Play).await,
        sales
    );
    assert_eq!(kind(&["판매 리포트", "Daily"], Category::Concert).await, sales);
    // What has no place in a workbook of this category decides nothing.
    assert_eq!(kind(&["판매 리포트", "Seat details"], Category::Play).await, buyers);
    assert_eq!(kind(&["판매 리포트", "Seat details"], Category::Concert).await, sales);
    assert_eq!(kind(&["메모"], Category::Play).await, sales);
    for bytes in [LOCKED, b"no workbook".as_slice(), b"PK\x03\x04 cut"] {
        let glance = room.glance().await;
        let kind = glance.kind(bytes.to_vec(), Category::Play, Vec::new()).await;
        assert_eq!(kind, Ok(sales));
    }
    let glance = nobody.glance().await;
    let workbook = Workbook::new("x.xls").with_sheet(Sheet::new("판매 리포트").with("A1", "x"));
    let looked = glance.kind(xls(&workbook), Category::Play, Vec::new()).await;
    assert_eq!(looked, Err(ReadingInterrupted));
}

#[tokio::test]
async fn whoever_only_looks_waits_for_no_reader() {
    let room = room(InProcess);
    let _seat = room.seat(Reader::Worker).await;
    let glance = room.glance().await;
    let looked = glance.kind(b"no workbook".to_vec(), Category::Play, Vec::new()).await;
    assert_eq!(looked, Ok(UploadKind::Sales));
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
