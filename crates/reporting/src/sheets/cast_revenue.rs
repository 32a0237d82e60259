//! `plays/cast-revenue`.

use domain::reports::cast_revenue::{Cast, CastRevenue, Row};

use super::casts::CAST;
use super::prelude::*;

const TITLE: Words = Words("캐스트 매출", "Cast revenue");

/// Its sheet.
pub static CAST_REVENUE: Sheet<CastRevenue> = Sheet {
    title: TITLE,
    about: Words(
        "전체 기간의 캐스트 조합별 매출입니다.",
        "Revenue of every cast over the whole run.",
    ),
    example: include_str!("examples/plays-cast-revenue.json"),
    summary: "Plays: revenue by cast",
    details: "Every cast of the whole run, which is the same people in the same order, in total and per \
              performance.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "CastRevenueReport",
        "Every cast of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "casts"], TITLE)],
};

static ITEM: Object<Row> = object(
    "CastRevenueItem",
    "The casts of one production's run.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "casts",
            "By revenue, then by names.",
            &Each(|row: &Row| &row.casts, &RUN_CAST),
        ),
    ],
);

static RUN_CAST: Object<Cast> = object(
    "RunCast",
    "A cast of the whole run.",
    &[
        flat(&Of(|cast: &Cast| Some(&cast.ranked), &CAST)),
        optional("meanRevenueKrw", "Revenue ÷ performances, in won.", |cast| {
            cast.mean_revenue_krw.into()
        }),
    ],
);
