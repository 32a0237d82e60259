//! `grades`.

use domain::reports::grades::{GradeRow, Grades, Row, Seats, Total};

use super::prelude::*;

const TITLE: Words = Words("등급별 좌석", "Seat grades");

/// Its sheet.
pub static GRADES_SHEET: Sheet<Grades> = Sheet {
    title: TITLE,
    about: Words(
        "등급별로 오픈한 좌석 가운데 얼마나, 얼마에 팔렸는지 봅니다.",
        "Seats sold out of those open, by seat grade, and for how much.",
    ),
    example: include_str!("examples/grades.json"),
    summary: "All: seats sold of those open, by grade",
    details: "Open, sold and given away seats of each grade, what they cost without discount, and what discounts took.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "GradesReport",
        "The seat grades of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[
        table(&["items", "grades"], TITLE).of_heads(),
        named_table("totals", &["items"], Words("등급 합계", "All grades")),
    ],
};

static ITEM: Object<Row> = object(
    "GradesItem",
    "The seat grades of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column(
            "performances",
            "Number of performances in the workbook.",
            |row: &Row| row.performances.into(),
        )
        .minimum(0),
        list(
            "grades",
            "The grades that staff entered in their order, then others that have a seat.",
            &Each(|row: &Row| &row.grades, &GRADE),
        ),
        nested(
            "total",
            "All grades together.",
            &Of(|row: &Row| Some(&row.total), &TOTAL),
        ),
    ],
);

static GRADE: Object<GradeRow> = object(
    "GradeSeats",
    "Seats of one grade (좌석 등급).",
    &[
        column("grade", "`vip`, `r`, `s`, `a`, `b`, …", |row: &GradeRow| {
            row.grade.code().into()
        })
        .example("r"),
        optional(
            "label",
            "What people call it, where that is another word than its code.",
            |row: &GradeRow| row.label.as_deref().into(),
        ),
        optional(
            "priceKrw",
            "Price of a seat without discount, in won.",
            |row: &GradeRow| row.price_krw.into(),
        ),
        flat(&Of(|row: &GradeRow| Some(&row.seats), &SEATS)),
    ],
);

static TOTAL: Object<Total> = object(
    "AllGradeSeats",
    "Seats of all grades: a sum is `null` where a grade with a seat lacks its part.",
    &[
        column("grade", "`total`.", |_| "total".into()).example("total"),
        optional("label", "As of a grade: `null`.", |_| None::<&str>.into()),
        optional("priceKrw", "As of a grade: `null`.", |_| None::<i64>.into()),
        flat(&Of(|total: &Total| Some(&total.seats), &SEATS)),
        column("revenueKrw", "Revenue booked so far, in won.", |total: &Total| {
            total.revenue_krw.into()
        }),
        optional("discountRatio", "1 − revenue ÷ face value.", |total: &Total| {
            total.discount_ratio.into()
        }),
    ],
);

static SEATS: Object<Seats> = object(
    "OpenAndSoldSeats",
    "Seats that are open, sold, given away and left, with what they cost. Without grades in the workbook nobody knows what \
     is sold.",
    &[
        optional(
            "openSeats",
            "Seats of all performances; before the first workbook one is certain.",
            |seats| seats.open_seats.into(),
        ),
        optional("paidSeats", "Seats sold.", |seats| seats.paid_seats.into()),
        optional("complimentarySeats", "Seats given away.", |seats| {
            seats.complimentary_seats.into()
        }),
        optional("remainingSeats", "Open − sold − given away.", |seats| {
            seats.remaining_seats.into()
        }),
        optional("paidShare", "Sold ÷ open.", |seats| seats.paid_share.into()),
        optional("seatShare", "Sold or given away ÷ open.", |seats| {
            seats.seat_share.into()
        }),
        optional("paidRatio", "Sold ÷ sold of all grades.", |seats| {
            seats.paid_ratio.into()
        }),
        optional("faceValueKrw", "Price × sold, in won.", |seats| {
            seats.face_value_krw.into()
        }),
        optional("potentialKrw", "Price × open, in won.", |seats| {
            seats.potential_krw.into()
        }),
    ],
);
