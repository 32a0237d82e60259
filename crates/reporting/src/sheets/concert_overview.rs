//! `concerts/overview`.

use domain::reports::concert_overview::{Answer, ConcertOverview, Overall, Row};

use super::prelude::*;

const TITLE: Words = Words("콘서트 개요", "Overview");

/// Its sheet.
pub static CONCERT_OVERVIEW: Sheet<ConcertOverview> = Sheet {
    title: TITLE,
    about: Words(
        "어제, 누적, 최근 7일 매출과 공연별 최근 판매일을 그 전 판매일과 비교합니다.",
        "Yesterday, total and last seven days; each concert's last sale day vs. the one before.",
    ),
    example: include_str!("examples/concerts-overview.json"),
    summary: "Concerts: yesterday, total, last seven days",
    details: "Over all concerts; and each concert's last sale day against the one before.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ConcertOverviewReport",
        "Yesterday, total and the last seven days of all concerts; each concert's last sale day against the one before.",
        &[
            column("yesterday", "The day before.", |answer: &Answer| {
                answer.yesterday.into()
            }),
            optional("yesterdayRevenueKrw", "Sales of that day, in won.", |answer| {
                answer.yesterday_revenue_krw.into()
            }),
            column("totalRevenueKrw", "Sales of all days, in won.", |answer| {
                answer.total_revenue_krw.into()
            }),
            optional(
                "sevenDayRevenueKrw",
                "Sales of the seven days before `asOf`, in won.",
                |answer| answer.seven_day_revenue_krw.into(),
            ),
            optional("sevenDayMeanRevenueKrw", "A seventh of that, in won.", |answer| {
                answer.seven_day_mean_revenue_krw.into()
            }),
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            nested(
                "overall",
                "All together, of one and the same day.",
                &Of(|answer: &Answer| Some(&answer.overall), &TOTAL),
            ),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        Table::of_totals(Words("합계", "Total")),
        Table::of_object("overall", OVERALL),
    ],
};

static ITEM: Object<Row> = object(
    "ConcertOverviewItem",
    "The last sale day of one concert against the one before.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("lastSaleDay", "Day of the last daily row.", |row| {
            row.last_sale_day.map(|sale| sale.day).into()
        }),
        optional("lastSaleDayRevenueKrw", "Its sales, in won.", |row| {
            row.last_sale_day.map(|sale| sale.revenue_krw).into()
        }),
        optional("previousSaleDay", "Day of the row before.", |row| {
            row.previous_sale_day.map(|sale| sale.day).into()
        }),
        optional("previousSaleDayRevenueKrw", "Its sales, in won.", |row| {
            row.previous_sale_day.map(|sale| sale.revenue_krw).into()
        }),
        optional("changeKrw", "Last − previous, in won.", |row| row.change_krw.into()),
        optional("changeRatio", "Change ÷ previous.", |row| row.change_ratio.into()),
    ],
);

static TOTAL: Object<Overall> = object(
    "ConcertOverviewTotal",
    "The last sale day of all concerts together against the one before.",
    &[
        column("productions", "How many concerts there are.", |all: &Overall| {
            all.productions.into()
        })
        .minimum(0),
        column("counted", "How many have their last sale day then.", |all: &Overall| {
            all.counted.into()
        })
        .minimum(0),
        optional("lastSaleDay", "The latest of all.", |all| all.last_sale_day.into()),
        optional(
            "lastSaleDayRevenueKrw",
            "Sales of the counted on that day, in won.",
            |all| all.last_sale_day_revenue_krw.into(),
        ),
        column(
            "compared",
            "How many of the counted have their previous sale day on the same day.",
            |all: &Overall| all.compared.into(),
        )
        .minimum(0),
        optional("previousSaleDay", "The latest of the counted.", |all| {
            all.previous_sale_day.into()
        }),
        optional(
            "previousSaleDayRevenueKrw",
            "Sales of the compared on that day, in won.",
            |all| all.previous_sale_day_revenue_krw.into(),
        ),
        optional("changeKrw", "Last − previous, of the compared, in won.", |all| {
            all.change_krw.into()
        }),
        optional("changeRatio", "Change ÷ previous, of the compared.", |all| {
            all.change_ratio.into()
        }),
    ],
);
