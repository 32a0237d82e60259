//! `snapshot-changes`.

use domain::calendar::OpenRange;
use domain::reports::snapshot_changes::{Change, Row, SnapshotChanges};

use super::prelude::*;

const TITLE: Words = Words("기준일별 증감", "Changes by record date");

/// Its sheet.
pub static SNAPSHOT_CHANGES: Sheet<SnapshotChanges> = Sheet {
    title: TITLE,
    about: Words(
        "기준일마다 누적 합계가 앞 기준일보다 얼마나 달라졌는지입니다. 그 사이에 팔린 것과 같지 않습니다.",
        "How the totals changed from one record date to the next, not what was sold in between.",
    ),
    example: include_str!("examples/snapshot-changes.json"),
    summary: "All: changes by record date",
    details: "Of each record date from `from` to `to` that has a live upload, its totals against those of the one before. \
              Refunds, late payments and corrections are in the difference as well: it is not what was sold between.",
    parameters: &[
        day("from", Words("시작일", "From"), "First record date; default: all."),
        day("to", Words("종료일", "To"), "Last record date; default: all."),
    ],
    asked: |values| OpenRange {
        from: values.day("from"),
        to: values.day("to"),
    },
    answer: object(
        "SnapshotChangesReport",
        "Totals of each record date against those of the one before.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "changes"], TITLE)],
};

static SOURCE: Choice = Choice {
    schema: "TotalsSource",
    about: "What totals are sums of: sale days, or performances where the workbook has no sale days.",
    words: &["sale_days", "performances"],
};

static ITEM: Object<Row> = object(
    "SnapshotChangesItem",
    "Record dates of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION_OF_DATES)),
        list("changes", BY_TIME, &Each(|row: &Row| &row.changes, &CHANGE)),
    ],
);

static CHANGE: Object<Change> = object(
    "SnapshotChange",
    "One record date against the one before; `null` of the first.",
    &[
        column("recordDate", "The day whose close it describes.", |change: &Change| {
            change.totals.record_date.into()
        }),
        column("source", "What the totals are sums of.", |change: &Change| {
            change.totals.source.code().into()
        })
        .one_of(&SOURCE),
        column("seats", "Paid seats so far.", |change| change.totals.seats.into()),
        column("revenueKrw", "Won so far.", |change| change.totals.revenue_krw.into()),
        optional(
            "depositedKrw",
            "Won that is paid for so far; `null` unless every performance tells.",
            |change| change.totals.deposited_krw.into(),
        ),
        optional("days", "Days since the record date before.", |change| {
            change.days.into()
        }),
        optional("changeSeats", "Seats − those before.", |change| {
            change.change_seats.into()
        }),
        optional("changeKrw", "Won − that before.", |change| change.change_krw.into()),
        optional("changeDepositedKrw", "Deposited won − that before.", |change| {
            change.change_deposited_krw.into()
        }),
    ],
);
