//! `forecast`.

use domain::foresight::{BreakEven, BreakEvenDay, Class, Confidence, ratio};
use domain::reports::forecast::{Forecast, Performance, Reason, Row, Told};
use rust_decimal::Decimal;

use super::interval::{KRW, RATIO, SEATS};
use super::prelude::*;

const TITLE: Words = Words("예측", "Forecast");

/// Its sheet.
pub static FORECAST: Sheet<Forecast> = Sheet {
    title: TITLE,
    about: Words(
        "회차와 전체의 최종 좌석과 매출을 80 % 구간으로, 손익분기에 닿는 날과 그 확률입니다.",
        "Final seats and revenue of each performance and of the run as 80% intervals, and when break-even is \
         likely to be reached.",
    ),
    example: include_str!("examples/forecast.json"),
    summary: "What is expected of each run, and how sure that is",
    details: "Seats and revenue in the end as intervals: 8 of 10 outcomes lie between `p10` and `p90`. Here `asOf` is the day at whose close \
              was known what the forecast rests on: the newest snapshot up to it is the `origin`, and nothing later is looked at. Where nothing \
              can be said, `reason` says why; with `stale` (the origin is more than seven days old) and `too_few_days` (the middle is withheld) there \
              is a forecast. Past productions of the company count that were closed before the origin, whoever asks; only their number is told.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ForecastReport",
        "What is expected of each run.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[
        table(&["items"], TITLE),
        named_table(
            "performances",
            &["items", "performances"],
            Words("회차별 예측", "Forecast by performance"),
        )
        .of_heads(),
    ],
};

static ITEM: Object<Row> = object(
    "ForecastItem",
    "What is expected of one run.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("reason", "Why nothing can be said, or not all.", |row: &Row| {
            row.reason.map(Reason::code).into()
        })
        .one_of(&REASON),
        optional("origin", "Record date that it is based on.", |row: &Row| {
            told(row, |told| told.forecast.origin).into()
        }),
        optional("method", "Name of the method.", |row: &Row| {
            told(row, |told| told.forecast.method).into()
        })
        .example("bands-1"),
        optional("paramsHash", "Tells the numbers of the method apart.", |row: &Row| {
            row.told.as_ref().map(|told| told.forecast.params_hash.as_str()).into()
        })
        .example("0a6f2f6d4c9c3f51"),
        optional(
            "pastProductions",
            "Closed productions of the company that it was learned from.",
            |row: &Row| told(row, |told| count(told.forecast.past_productions)).into(),
        )
        .minimum(0),
        optional(
            "confidence",
            "What it is based on: the industry average, at least 14 record days of its own, or at least three past productions.",
            |row: &Row| told(row, |told| told.forecast.confidence).map(Confidence::code).into(),
        )
        .one_of(&CONFIDENCE),
        optional_nested(
            "explain",
            "The factors behind it.",
            &Of(|row: &Row| row.told.as_ref(), &EXPLANATION),
        ),
        optional_nested("run", "The whole run.", &Of(|row: &Row| row.told.as_ref(), &RUN)),
        list(
            "performances",
            "By start, including played ones, whose result is known.",
            &Each(|row: &Row| &row.performances, &PERFORMANCE),
        ),
    ],
);

fn told<T>(row: &Row, of: impl Fn(&Told) -> T) -> Option<T> {
    row.told.as_ref().map(of)
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

static EXPLANATION: Object<Told> = object(
    "ForecastExplanation",
    "The factors behind a forecast.",
    &[
        optional(
            "pace",
            "Sales so far ÷ our typical sales; `null` before the first sale day.",
            |told: &Told| told.forecast.explanation.pace.map(ratio).into(),
        ),
        column(
            "lastWeekPace",
            "The last seven days compared with that pace.",
            |told: &Told| ratio(told.forecast.explanation.last_week_pace).into(),
        ),
        list(
            "classFactors",
            "How each type of performance sells in this run compared with the usual.",
            &Each(|told: &Told| &told.class_factors, &CLASS_FACTOR),
        ),
    ],
);

static CLASS_FACTOR: Object<(Class, Decimal)> = object(
    "ClassFactor",
    "How one type of performance sells in this run.",
    &[
        column(
            "class",
            "Day and hour of a performance.",
            |factor: &(Class, Decimal)| factor.0.code().into(),
        )
        .one_of(&CLASS),
        column(
            "factor",
            "Compared with the usual for the type.",
            |factor: &(Class, Decimal)| factor.1.into(),
        ),
    ],
);

pub(crate) static RUN: Object<Told> = object(
    "RunForecast",
    "What is expected of a whole run.",
    &[
        column("soldSeats", "Seats sold at the origin.", |told: &Told| {
            told.forecast.run.sold_seats.into()
        }),
        column(
            "sellableSeats",
            "Seats of all performances without complimentary ones.",
            |told: &Told| told.forecast.run.sellable_seats.into(),
        ),
        column("revenueKrw", "Revenue at the origin, in won.", |told: &Told| {
            told.forecast.run.revenue_krw.into()
        }),
        nested(
            "finalSeats",
            "Seats sold in the end, between those sold and those that can be.",
            &Of(|told: &Told| Some(&told.forecast.run.final_seats), &SEATS),
        ),
        nested(
            "occupancy",
            "Share of the sellable seats in the end.",
            &Of(|told: &Told| Some(&told.occupancy), &RATIO),
        ),
        optional_nested(
            "finalRevenueKrw",
            "Revenue in the end.",
            &Of(|told: &Told| told.forecast.run.final_revenue_krw.as_ref(), &KRW),
        ),
        optional("revenueReason", "Why there is no revenue.", |told: &Told| {
            let is_unknown = told.forecast.run.final_revenue_krw.is_none();
            is_unknown.then_some("no_price").into()
        })
        .one_of(&REVENUE_REASON),
        optional_nested(
            "breakEven",
            "When break-even is reached, and how likely.",
            &Of(|told: &Told| told.break_even(), &BREAK_EVEN),
        ),
        optional(
            "breakEvenReason",
            "Why nothing is said of break-even.",
            |told: &Told| {
                let reason = told.forecast.run.break_even.as_ref().err();
                reason.map(|reason| reason.code()).into()
            },
        )
        .one_of(&BREAK_EVEN_REASON),
        column(
            "straightLineSeats",
            "If the daily average so far continues to the last performance, without a limit.",
            |told: &Told| told.forecast.run.straight_line_seats.into(),
        ),
        column(
            "straightLineKrw",
            "If the daily average so far continues to the last performance, without a limit.",
            |told: &Told| told.forecast.run.straight_line_krw.into(),
        ),
    ],
);

static BREAK_EVEN: Object<BreakEven> = object(
    "BreakEvenForecast",
    "When a run reaches its break-even.",
    &[
        column(
            "breakEvenKrw",
            "Revenue at which the costs are met, in won.",
            |one: &BreakEven| one.break_even_krw.into(),
        ),
        column(
            "probabilityByClosing",
            "Probability that it is reached by the close of the last performance's day.",
            |one: &BreakEven| ratio(one.probability_by_closing).into(),
        ),
        optional(
            "p50Date",
            "First day with a probability of at least 50 %; `null`: not within the run.",
            |one: &BreakEven| one.p50_date.into(),
        ),
        optional(
            "p80Date",
            "First day with a probability of at least 80 %; `null`: not within the run.",
            |one: &BreakEven| one.p80_date.into(),
        ),
        nested(
            "profitKrw",
            "Revenue in the end − break-even.",
            &Of(|one: &BreakEven| Some(&one.profit_krw), &KRW),
        ),
        list(
            "curve",
            "From the origin to the last performance.",
            &Each(|one: &BreakEven| &one.curve, &CURVE_DAY),
        ),
    ],
);

static CURVE_DAY: Object<BreakEvenDay> = object(
    "BreakEvenDay",
    "How likely it is that break-even is reached at the close of a day; it never falls.",
    &[
        column("date", "The day.", |one: &BreakEvenDay| one.day.into()),
        column("probability", "From 0 to 1.", |one: &BreakEvenDay| {
            ratio(one.probability).into()
        }),
    ],
);

static PERFORMANCE: Object<Performance> = object(
    "PerformanceForecast",
    "What is expected of one performance.",
    &[
        column("startsAt", "Date and time, in Seoul.", |one: &Performance| {
            one.starts_at.into()
        }),
        column(
            "daysToGo",
            "Days from the origin; 0 or less when it was played.",
            |one: &Performance| i64::from(one.forecast.days_to_go).into(),
        ),
        column("soldSeats", "Seats sold at the origin.", |one: &Performance| {
            one.forecast.sold_seats.into()
        }),
        column(
            "sellableSeats",
            "Seats without complimentary ones; 0 when nobody knows.",
            |one: &Performance| one.forecast.sellable_seats.into(),
        ),
        nested(
            "finalSeats",
            "Seats sold in the end.",
            &Of(|one: &Performance| Some(&one.forecast.final_seats), &SEATS),
        ),
        optional_nested(
            "finalRevenueKrw",
            "Revenue in the end; `null` while prices are not known.",
            &Of(|one: &Performance| one.forecast.final_revenue_krw.as_ref(), &KRW),
        ),
        column(
            "sellOutProbability",
            "Probability that every seat is sold.",
            |one: &Performance| ratio(one.forecast.sell_out_probability).into(),
        ),
        column(
            "ownFactor",
            "How it sells compared with its type in this run.",
            |one: &Performance| ratio(one.forecast.own_factor).into(),
        ),
        column(
            "comparablesWeight",
            "Weight that comparable performances have in its forecast.",
            |one: &Performance| ratio(one.forecast.comparables_weight).into(),
        ),
        column(
            "reachesHouseLimit",
            "Whether the house limits the middle.",
            |one: &Performance| one.forecast.reaches_house_limit.into(),
        ),
        column(
            "straightLineSeats",
            "If the daily average so far continues to the last performance, without a limit.",
            |one: &Performance| one.forecast.straight_line_seats.into(),
        ),
    ],
);

pub(crate) static REASON: Choice = Choice {
    schema: "ForecastReservation",
    about: "Why nothing can be said, or not all.",
    words: &[
        "no_snapshot",
        "no_capacity",
        "not_on_sale",
        "run_over",
        "too_few_days",
        "stale",
    ],
};

static CONFIDENCE: Choice = Choice {
    schema: "ForecastConfidence",
    about: "What a forecast is based on.",
    words: &["prior", "own", "company"],
};

static CLASS: Choice = Choice {
    schema: "PerformanceClass",
    about: "Day and hour of a performance; the last that applies.",
    words: &[
        "weekday_evening",
        "weekday_matinee",
        "eve",
        "saturday",
        "sunday_or_holiday",
        "preview",
    ],
};

static REVENUE_REASON: Choice = Choice {
    schema: "NoFinalRevenue",
    about: "Why there is no revenue: fewer than 20 seats are sold.",
    words: &["no_price"],
};

static BREAK_EVEN_REASON: Choice = Choice {
    schema: "NoBreakEven",
    about: "Why nothing is said of break-even.",
    words: &["no_break_even", "no_price"],
};
