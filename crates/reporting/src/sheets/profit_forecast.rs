//! `plays/profit-forecast`.

use domain::reports::profit_forecast::{Answer, Overall, ProfitForecast, Reason, Row};

use super::prelude::*;

const TITLE: Words = Words("예상 손익", "Profit forecast");

/// Its sheet.
pub static PROFIT_FORECAST: Sheet<ProfitForecast> = Sheet {
    title: TITLE,
    about: Words(
        "남은 회차가 지금까지의 평균만큼 팔릴 때의 매출과 손익입니다.",
        "The run's revenue if each upcoming performance earns the average so far.",
    ),
    example: include_str!("examples/plays-profit-forecast.json"),
    summary: "Plays: projected revenue and profit",
    details: "The run's revenue if each upcoming performance earns the average so far, compared with break-even.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ProfitForecastReport",
        "The runs of all productions.",
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
    "ProfitForecastItem",
    "The run's revenue if each upcoming performance earns the average so far.",
    &[
        flat(&Of(|row: &Row| Some(&row.figures.production), &PRODUCTION)),
        column(
            "playedPerformances",
            "Performances up to the record date.",
            |row: &Row| row.figures.played_performances.into(),
        )
        .minimum(0),
        column("playedRevenueKrw", "Their revenue, in won.", |row| {
            row.figures.played_revenue_krw.into()
        }),
        optional("playedMeanRevenueKrw", "Revenue ÷ performances, in won.", |row| {
            row.played_mean_revenue_krw.into()
        }),
        column(
            "toComePerformances",
            "Performances after the record date.",
            |row: &Row| row.figures.to_come_performances.into(),
        )
        .minimum(0),
        column("toComeRevenueKrw", "Their revenue so far, in won.", |row| {
            row.figures.to_come_revenue_krw.into()
        }),
        optional(
            "toComeMeanRevenueKrw",
            "Revenue so far ÷ performances, in won.",
            |row| row.to_come_mean_revenue_krw.into(),
        ),
        optional(
            "projectedRevenueKrw",
            "Played revenue + average per performance played × upcoming performances, in won.",
            |row| row.projected_revenue_krw.into(),
        ),
        optional("breakEvenKrw", "Revenue at which the costs are met, in won.", |row| {
            row.figures.break_even_krw.into()
        }),
        optional(
            "projectedProfitKrw",
            "Projected revenue − break-even, in won.",
            |row| row.projected_profit_krw.into(),
        ),
        optional("reason", "Why something is missing.", |row: &Row| {
            row.reason.map(word_of).into()
        })
        .one_of(&REASON),
    ],
);

static TOTAL: Object<Overall> = object(
    "ProfitForecastTotal",
    "The forecast of all productions together. Sums are of those that know the figure.",
    &[
        column("productions", "How many productions there are.", |all: &Overall| {
            all.productions.into()
        })
        .minimum(0),
        column(
            "counted",
            "How many of them know their projected profit.",
            |all: &Overall| all.counted.into(),
        )
        .minimum(0),
        column(
            "playedPerformances",
            "Performances up to the record dates.",
            |all: &Overall| all.played_performances.into(),
        )
        .minimum(0),
        optional("playedRevenueKrw", "Their revenue, in won.", |all| {
            all.played_revenue_krw.into()
        }),
        optional("playedMeanRevenueKrw", "Revenue ÷ performances, in won.", |all| {
            all.played_mean_revenue_krw.into()
        }),
        column(
            "toComePerformances",
            "Performances after the record dates.",
            |all: &Overall| all.to_come_performances.into(),
        )
        .minimum(0),
        optional("toComeRevenueKrw", "Their revenue so far, in won.", |all| {
            all.to_come_revenue_krw.into()
        }),
        optional(
            "toComeMeanRevenueKrw",
            "Revenue so far ÷ performances, in won.",
            |all| all.to_come_mean_revenue_krw.into(),
        ),
        optional("projectedRevenueKrw", "Projected revenue, in won.", |all| {
            all.projected_revenue_krw.into()
        }),
        optional("breakEvenKrw", "Revenue at which the costs are met, in won.", |all| {
            all.break_even_krw.into()
        }),
        optional(
            "projectedProfitKrw",
            "Projected revenue − break-even, of the counted, in won.",
            |all| all.projected_profit_krw.into(),
        ),
    ],
);

static REASON: Choice = Choice {
    schema: "ForecastReason",
    about: "Why there is no projection, or no profit.",
    words: &["no_snapshot", "no_played_performance", "no_break_even"],
};

fn word_of(reason: Reason) -> &'static str {
    match reason {
        Reason::NoSnapshot => "no_snapshot",
        Reason::NoPlayedPerformance => "no_played_performance",
        Reason::NoBreakEven => "no_break_even",
    }
}
