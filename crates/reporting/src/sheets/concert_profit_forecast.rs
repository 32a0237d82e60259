//! `concerts/profit-forecast`.

use domain::reports::concert_profit_forecast::{Answer, ConcertProfitForecast, Overall, Reason, Row};

use super::prelude::*;

const TITLE: Words = Words("예상 손익", "Profit forecast");

/// Its sheet.
pub static CONCERT_PROFIT_FORECAST: Sheet<ConcertProfitForecast> = Sheet {
    title: TITLE,
    about: Words(
        "판매 종료까지 하루 평균만큼 팔릴 때의 매출과 손익입니다.",
        "Average daily sales continued until the sale ends.",
    ),
    example: include_str!("examples/concerts-profit-forecast.json"),
    summary: "Concerts: projected revenue and profit",
    details: "Average daily sales continued until the sale ends, compared with break-even. The projection is not \
              capped at a full house; `exceedsHouse` says when it is above one.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ConcertProfitForecastReport",
        "Average daily sales of all concerts, continued until the sale ends.",
        &[
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            nested(
                "overall",
                "All together.",
                &Of(|answer: &Answer| Some(&answer.overall), &TOTAL),
            ),
        ],
    ),
    tables: &[table(&["items"], TITLE), Table::of_object("overall", OVERALL)],
};

static ITEM: Object<Row> = object(
    "ConcertProfitForecastItem",
    "Average daily sales of one concert, continued until the sale ends.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("revenueKrw", "All daily sales, in won.", |row| row.revenue_krw.into()),
        column("saleDays", "Daily rows, also those with 0.", |row: &Row| {
            row.sale_days.into()
        })
        .minimum(0),
        optional("daysLeft", "Days of sale after `asOf`.", |row: &Row| {
            row.days_left.into()
        })
        .minimum(0),
        optional(
            "projectedRevenueKrw",
            "Revenue + revenue ÷ sale days × days left, in won.",
            |row| row.projected_revenue_krw.into(),
        ),
        optional("breakEvenKrw", "Revenue at which the costs are met, in won.", |row| {
            row.break_even_krw.into()
        }),
        optional(
            "projectedProfitKrw",
            "Projected revenue − break-even, in won.",
            |row| row.projected_profit_krw.into(),
        ),
        optional(
            "exceedsHouse",
            "Whether the uncapped projection is above a full house at the average price so far.",
            |row| row.exceeds_house.into(),
        ),
        optional(
            "fullHouseKrw",
            "All seats at the average price so far, in won.",
            |row| row.full_house_krw.into(),
        ),
        optional(
            "expectedRevenueKrw",
            "The projection, but not above the full house, and not below the revenue so far, in won.",
            |row| row.expected_revenue_krw.into(),
        ),
        optional("expectedProfitKrw", "Expected revenue − break-even, in won.", |row| {
            row.expected_profit_krw.into()
        }),
        column("steady", "Whether there are at least 14 sale days.", |row| {
            row.steady.into()
        }),
        optional("reason", "Why something is missing.", |row: &Row| {
            row.reason.map(word_of).into()
        })
        .one_of(&REASON),
    ],
);

static TOTAL: Object<Overall> = object(
    "ConcertProfitForecastTotal",
    "The forecast of all concerts together. Sums are of those that know the figure.",
    &[
        column("productions", "How many concerts there are.", |all: &Overall| {
            all.productions.into()
        })
        .minimum(0),
        column(
            "counted",
            "How many of them are steady, and know their expected profit.",
            |all: &Overall| all.counted.into(),
        )
        .minimum(0),
        optional("revenueKrw", "Revenue so far, in won.", |all| all.revenue_krw.into()),
        optional("projectedRevenueKrw", "Projected revenue, in won.", |all| {
            all.projected_revenue_krw.into()
        }),
        optional(
            "fullHouseKrw",
            "All seats at the average prices so far, in won.",
            |all| all.full_house_krw.into(),
        ),
        optional(
            "expectedRevenueKrw",
            "Expected revenue of the steady ones, in won.",
            |all| all.expected_revenue_krw.into(),
        ),
        optional("breakEvenKrw", "Revenue at which the costs are met, in won.", |all| {
            all.break_even_krw.into()
        }),
        optional(
            "projectedProfitKrw",
            "Projected revenue − break-even, of those that know both, in won.",
            |all| all.projected_profit_krw.into(),
        ),
        optional(
            "expectedProfitKrw",
            "Expected revenue − break-even of the steady ones, in won.",
            |all| all.expected_profit_krw.into(),
        ),
    ],
);

static REASON: Choice = Choice {
    schema: "ConcertForecastReason",
    about: "Why there is no projection of a concert, or no profit.",
    words: &["no_snapshot", "no_sale_day", "no_sale_end", "no_break_even"],
};

fn word_of(reason: Reason) -> &'static str {
    match reason {
        Reason::NoSnapshot => "no_snapshot",
        Reason::NoSaleDay => "no_sale_day",
        Reason::NoSaleEnd => "no_sale_end",
        Reason::NoBreakEven => "no_break_even",
    }
}
