//! `upload-coverage`.

use chrono::NaiveDate;
use domain::reports::upload_coverage::{Row, UploadCoverage};

use super::prelude::*;

const TITLE: Words = Words("누락 현황", "Upload coverage");

/// Its sheet.
pub static UPLOAD_COVERAGE: Sheet<UploadCoverage> = Sheet {
    title: TITLE,
    about: Words(
        "날짜별로 기준일 자료가 올라왔는지 보여 줍니다.",
        "Record dates with and without a workbook.",
    ),
    example: include_str!("examples/upload-coverage.json"),
    summary: "All: record dates with and without a workbook",
    details: "Each of the `days` up to `asOf` as a record date, with the file of its live upload.",
    parameters: &[count(
        "days",
        Words("일수", "Days"),
        "How many days up to `asOf`.",
        90,
        400,
    )],
    asked: |values| u32::try_from(values.whole("days")).expect("within its bounds"),
    answer: object(
        "UploadCoverageReport",
        "Record dates with and without a workbook.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "coverage"], TITLE)],
};

static ITEM: Object<Row> = object(
    "UploadCoverageItem",
    "Days of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "coverage",
            "Each day, in order of time.",
            &Each(|row: &Row| &row.coverage, &DAY),
        ),
    ],
);

static DAY: Object<(NaiveDate, Option<String>)> = object(
    "CoverageDay",
    "One day.",
    &[
        column("day", "As a record date (기준일).", |day| day.0.into()),
        column("uploaded", "Whether there is a live upload.", |day| {
            day.1.is_some().into()
        }),
        optional(
            "fileName",
            "Name of its file, of a CSV pair the first.",
            |day: &(NaiveDate, Option<String>)| day.1.as_ref().into(),
        )
        .example("20261119_MU2611_봄밤의 왈츠.xlsx"),
    ],
);
