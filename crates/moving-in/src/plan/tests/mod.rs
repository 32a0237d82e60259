//! Rows of an old house, and what was decided of them.

mod again;
mod notes;
mod productions;
mod uploads;
mod users;

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::access::Role;
use domain::calendar::DateRange;
use domain::people::{Email, Grants, User, UserId};
use domain::planning::WeekNotes;
use domain::production::{Category, Production, ProductionDetails, ProductionDraft, ProductionId};
use domain::upload::UploadId;
use ports::driven::{
    OldDay, OldHouse, OldLive, OldMonth, OldRow, OldTable, OldTarget, OldUpload, OldUser, OldWeek, Present,
    ProductionPlan, Remembered, SaleSums,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::finding::Severity;

fn at(text: &str) -> NaiveDateTime {
    let text = if text.contains('T') {
        text.to_owned()
    } else {
        format!("{text}T00:00:00")
    };
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-23T03:00:00Z".parse().unwrap()
}

fn live(id: i64, live_id: &str, name: &str) -> OldLive {
    OldLive {
        id,
        live_id: live_id.to_owned(),
        category: Some("연극".to_owned()),
        is_live: true,
        live_name: name.to_owned(),
        sale_start_date: Some(at("2026-10-01T12:00:00")),
        sale_end_date: Some(at("2026-10-31T12:00:00")),
        ..OldLive::default()
    }
}

fn user(id: i64, email: &str, name: &str) -> OldUser {
    OldUser {
        id,
        email: email.to_owned(),
        name: name.to_owned(),
        role: 2,
        status: true,
        ..OldUser::default()
    }
}

fn target(id: i64, live_id: Option<&str>, date: &str, target: i64) -> OldTarget {
    OldTarget {
        id,
        live_id: live_id.map(str::to_owned),
        date: at(date),
        target,
    }
}

fn week(id: i64, number: i64, start: &str, sales: &str) -> OldWeek {
    OldWeek {
        id,
        live_id: Some("A".to_owned()),
        week_number: number,
        week_start_date: at(start),
        sales_marketing: Some(sales.to_owned()),
        promotion: None,
        etc: None,
    }
}

fn upload(id: i64, live_id: Option<&str>, record_date: &str) -> OldUpload {
    OldUpload {
        id,
        file_name: format!("{id}.xlsx"),
        record_date: at(record_date),
        upload_by: "판매 담당".to_owned(),
        upload_date: at("2026-11-19T17:03:35"),
        is_deleted: false,
        live_id: live_id.map(str::to_owned),
        stage: SaleSums::default(),
        concert: SaleSums::default(),
    }
}

fn try_planned(old: &OldHouse, present: &Present) -> Result<Plan, AnotherHouse> {
    let next = Cell::new(0);
    let ids = || {
        next.set(next.get() + 1);
        Uuid::from_u128(next.get())
    };
    let zone = "Asia/Seoul".parse().unwrap();
    plan(
        old,
        present,
        &Surroundings {
            zone,
            now: now(),
            ids: &ids,
        },
    )
}

fn planned(old: &OldHouse) -> Plan {
    try_planned(old, &Present::default()).unwrap()
}

/// Codes of findings with the table and row that they are about.
fn told(plan: &Plan) -> BTreeSet<(&'static str, &'static str, i64)> {
    let told = plan.findings.list().iter().map(|finding| {
        let table = finding.table.map_or("", OldTable::name);
        (finding.code.code(), table, finding.source_id.unwrap_or_default())
    });
    told.collect()
}

fn of_lives(lives: Vec<OldLive>) -> OldHouse {
    OldHouse {
        lives,
        ..OldHouse::default()
    }
}

fn arriving(plan: &Plan, index: usize) -> &ProductionDetails {
    &plan.productions[index].arriving().unwrap().details
}

/// A production that is there.
fn there(code: &str, name: &str) -> ProductionPlan {
    let mut draft = ProductionDraft::new(code.parse().unwrap(), name, Category::Play);
    draft.sale_start = Some(day("2026-10-01"));
    draft.sale_end = Some(day("2026-10-31"));
    let period = DateRange::new(day("2026-10-01"), day("2026-10-31")).unwrap();
    ProductionPlan {
        production: Production {
            id: ProductionId(Uuid::from_u128(77)),
            details: draft.check().unwrap(),
            created_at: now(),
            updated_at: now(),
            has_slack_webhook: false,
            revision: 1,
        },
        targets: period.days().map(|day| (day, 0)).collect(),
        notes: period.mondays().map(|monday| (monday, WeekNotes::default())).collect(),
        has_uploads: false,
        revision: 1,
    }
}

fn remembered(table: OldTable, id: i64, key: Option<&str>, subject: Option<u128>) -> Remembered {
    Remembered {
        row: OldRow::new(table, id),
        key: key.map(str::to_owned),
        subject: subject.map(Uuid::from_u128),
        brought: true,
    }
}
