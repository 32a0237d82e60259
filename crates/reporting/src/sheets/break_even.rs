//! `concerts/break-even`.

use domain::grade::Grade;
use domain::reports::break_even::{BreakEven, Row, Seats};

use super::prelude::*;

const TITLE: Words = Words("손익분기", "Break-even");

/// Its sheet.
pub static BREAK_EVEN: Sheet<BreakEven> = Sheet {
    title: TITLE,
    about: Words(
        "등급별 판매 좌석, 잔여석, 지금 속도로 예상되는 판매입니다.",
        "Seats sold, left and expected at the current pace, by seat grade.",
    ),
    example: include_str!("examples/concerts-break-even.json"),
    summary: "Concerts: break-even by seat grade",
    details: "Seats sold, left and expected at the current pace.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "BreakEvenReport",
        "Seats of each concert sold, left and expected.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "grades"], TITLE).with_further_row("total")],
};

static ITEM: Object<Row> = object(
    "BreakEvenItem",
    "Seats of one concert sold, left and expected at the current pace.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column(
            "performances",
            "Number of performances in the workbook.",
            |row: &Row| row.performances.into(),
        )
        .minimum(0),
        optional(
            "elapsedDays",
            "Days of sale up to the record date, at least 1.",
            |row| row.elapsed_days.into(),
        ),
        optional("daysToSaleEnd", "Days of sale to come.", |row| {
            row.days_to_sale_end.into()
        }),
        optional("targetShare", "Target share of the house.", |row| {
            row.target_share.into()
        }),
        list(
            "grades",
            "Grades with seats or sales.",
            &Each(|row: &Row| &row.grades, &GRADE),
        ),
        nested(
            "total",
            "The same formulas over the sums.",
            &Of(|row: &Row| Some(&row.total), &TOTAL),
        ),
    ],
);

static GRADE: Object<(Grade, Seats)> = object(
    "GradeBreakEven",
    "Seats of one grade (좌석 등급), or of all.",
    &[
        column(
            "grade",
            "`vip`, `r`, `s`, `a`, `b`, …; `total` for all.",
            |grade: &(Grade, Seats)| grade.0.code().into(),
        )
        .example("r"),
        flat(&Of(|grade: &(Grade, Seats)| Some(&grade.1), &SEATS)),
    ],
);

static TOTAL: Object<Seats> = object(
    "TotalBreakEven",
    "Seats of all grades together.",
    &[
        column("grade", "`total`.", |_| "total".into()).example("total"),
        flat(&Of(|seats: &Seats| Some(seats), &SEATS)),
    ],
);

static SEATS: Object<Seats> = object(
    "BreakEvenSeats",
    "Seats sold, left and expected.",
    &[
        column("seats", "Seats of all performances.", |seats| seats.seats.into()),
        column("soldSeats", "Seats sold.", |seats| seats.sold_seats.into()),
        column("remainingSeats", "Seats − sold.", |seats| {
            seats.remaining_seats.into()
        }),
        column("complimentarySeats", "Seats given away.", |seats| {
            seats.complimentary_seats.into()
        }),
        column("freeSeats", "Seats − sold − given away.", |seats| {
            seats.free_seats.into()
        }),
        optional(
            "expectedAdditionalSeats",
            "Sold ÷ elapsed days × days to the end of sale.",
            |seats| seats.expected_additional_seats.into(),
        ),
        optional(
            "expectedRemainingSeats",
            "Remaining − expected additional, not below 0.",
            |seats| seats.expected_remaining_seats.into(),
        ),
        optional("breakEvenSeats", "Target share × seats.", |seats| {
            seats.break_even_seats.into()
        }),
        optional("expectedSalesRatio", "1 − expected remaining ÷ seats.", |seats| {
            seats.expected_sales_ratio.into()
        }),
        optional("expectedRemainingRatio", "Expected remaining ÷ seats.", |seats| {
            seats.expected_remaining_ratio.into()
        }),
    ],
);
