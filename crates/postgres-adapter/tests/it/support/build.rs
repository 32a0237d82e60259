use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Role;
use domain::buyers::{Breakdown, Dimension, Gender};
use domain::calendar::{KstInstant, kst_instant};
use domain::grade::SeatsByGrade;
use domain::people::{Email, Grants, User, UserId};
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::sales::{DailySale, PerformanceDetails, PerformanceSale, Snapshot, StageFigures};
use domain::upload::{OriginalFile, Sha256, UploadId, UploadKind};
use ports::actor::{Actor, Authority};
use ports::driven::NewUpload;
use rust_decimal::Decimal;
use uuid::Uuid;

/// An identifier that no other thing of this run has.
fn next_id() -> Uuid {
    static LAST: AtomicU64 = AtomicU64::new(0);
    Uuid::from_u64_pair(1, LAST.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// `2026-11-19T19:30` in Seoul.
pub(crate) fn at(text: &str) -> KstInstant {
    kst_instant(format!("{text}:00").parse().unwrap())
}

/// When things happen in tests that do not care.
pub(crate) fn instant() -> DateTime<Utc> {
    at("2026-11-20T09:00").to_utc()
}

pub(crate) fn seats(seats: &[(&str, i64)]) -> SeatsByGrade {
    seats
        .iter()
        .map(|(grade, seats)| (grade.parse().unwrap(), *seats))
        .collect()
}

pub(crate) fn draft(code: &str, category: Category) -> ProductionDraft {
    ProductionDraft::new(code.parse().unwrap(), format!("공연 {code}"), category)
}

pub(crate) fn production(draft: ProductionDraft) -> Production {
    Production {
        id: ProductionId(next_id()),
        details: draft.check().unwrap(),
        created_at: instant(),
        updated_at: instant(),
        has_slack_webhook: false,
        revision: 0,
    }
}

pub(crate) fn file(name: &str, content: u8) -> OriginalFile {
    OriginalFile {
        file_name: name.to_owned(),
        sha256: Sha256([content; 32]),
        size_bytes: 1_000,
    }
}

pub(crate) fn new_upload(id: ProductionId, record_date: &str, content: u8) -> NewUpload {
    NewUpload {
        kind: UploadKind::Sales,
        is_decrypted: false,
        id: UploadId(next_id()),
        production_id: id,
        record_date: day(record_date),
        files: vec![file(&format!("{record_date}_{content}.xlsx"), content)],
        uploaded_at: instant(),
        uploaded_by: None,
        by: Actor::SYSTEM,
        moved_in: None,
        collected: None,
    }
}

pub(crate) fn daily(sale_day: &str, revenue_krw: i64) -> DailySale {
    DailySale {
        sale_day: day(sale_day),
        revenue_krw,
        seats: revenue_krw / 10_000,
        seats_by_grade: seats(&[("r", revenue_krw / 10_000)]),
        complimentary_seats: 0,
    }
}

/// A performance of a play: revenue, and paid and complimentary share.
pub(crate) fn performance(
    starts_at: &str,
    revenue_krw: i64,
    paid_share: &str,
    complimentary_share: &str,
) -> PerformanceSale {
    PerformanceSale {
        starts_at: at(starts_at),
        cast: vec!["김하나".to_owned(), "이두리".to_owned()],
        paid_seats: revenue_krw / 10_000,
        complimentary_seats: 3,
        paid_seats_by_grade: seats(&[("r", revenue_krw / 10_000)]),
        complimentary_seats_by_grade: seats(&[("s", 3)]),
        stage: Some(StageFigures {
            revenue_krw,
            deposit_share: Some(decimal(paid_share)),
            paid_share: decimal(paid_share),
            complimentary_share: decimal(complimentary_share),
        }),
        details: PerformanceDetails::default(),
    }
}

/// A snapshot that sold this much on one day, and nothing else.
pub(crate) fn sold(revenue_krw: i64) -> Snapshot {
    Snapshot {
        breakdowns: Vec::new(),
        daily_sales: vec![daily("2026-11-01", revenue_krw)],
        performance_sales: Vec::new(),
        ..Snapshot::default()
    }
}

/// A report on buyers with so many seats of one channel, and of an age group.
pub(crate) fn bought(seats: i64) -> Snapshot {
    let class = |dimension: Dimension, item: &str, gender| Breakdown {
        dimension,
        agency: None,
        item: item.to_owned(),
        gender,
        position: 1,
        seats,
        revenue_krw: dimension.has_won().then_some(seats * 10_000),
    };
    Snapshot {
        breakdowns: vec![
            class(Dimension::Channel, "PC", None),
            class(Dimension::AgeGender, "21 ~ 30세", Some(Gender::Female)),
        ],
        ..Snapshot::default()
    }
}

/// An active member who is granted nothing.
pub(crate) fn member(email: &str) -> User {
    User {
        id: UserId(next_id()),
        email: Email::parse(email).unwrap(),
        name: format!("이름 {email}"),
        role: Role::Member,
        active: true,
        grants: Grants::default(),
        created_at: instant(),
        activated_at: Some(instant()),
        revision: 0,
    }
}

/// Where strangers come from.
pub(crate) fn address(last: u8) -> IpAddr {
    IpAddr::from([203, 0, 113, last])
}

/// This user, who has proved to be that in this state, from somewhere.
pub(crate) fn by(user: &User) -> Actor {
    Actor {
        authority: Authority::Proven {
            user: user.id,
            revision: user.revision,
        },
        address: Some(address(7)),
    }
}
