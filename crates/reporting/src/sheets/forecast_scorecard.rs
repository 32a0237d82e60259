//! `forecast-scorecard`.

use domain::reports::forecast_scorecard::{Answer, Bin, BreakEvenScore, ForecastScorecard, Row};

use super::prelude::*;

const TITLE: Words = Words("예측 성적표", "Forecast scorecard");

/// Its sheet.
pub static FORECAST_SCORECARD: Sheet<ForecastScorecard> = Sheet {
    title: TITLE,
    about: Words(
        "그때 해 둔 예측과 실제로 팔린 것을 견주고, 예전 방식의 직선 예상을 나란히 놓습니다.",
        "Past forecasts compared with actuals and the straight line.",
    ),
    example: include_str!("examples/forecast-scorecard.json"),
    summary: "How accurate past forecasts were",
    details: "Forecasts kept as they were made, compared with what was sold in the end: by what they were about and by days ahead, \
              of performances that were played and of runs that are over. Productions count whether they are active or not. Of 80 % \
              intervals, `coverage` is the share that contains the actual result; as performances of one run share their fate, \
              `productionCoverage` is the average of that over productions. `unreliable` is judged from ten productions on, below 65 % \
              and above 92 %. The straight line continues the daily average so far.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ForecastScorecardReport",
        "How accurate past forecasts were.",
        &[
            list(
                "horizons",
                "By what they were about, then by days ahead; all combinations are present.",
                &Each(|answer: &Answer| &answer.horizons, &HORIZON),
            ),
            nested(
                "breakEven",
                "Probabilities of break-even.",
                &Of(|answer: &Answer| Some(&answer.break_even), &BREAK_EVEN),
            ),
            list(
                "reliability",
                "Break-even probabilities by what was predicted, in five bins.",
                &Each(|answer: &Answer| &answer.reliability, &BIN),
            ),
        ],
    ),
    tables: &[
        table(&["horizons"], TITLE),
        Table::of_object("breakEven", Words("손익분기 성적", "Break-even score")),
        table(&["reliability"], Words("손익분기 신뢰도", "Break-even reliability")),
    ],
};

static HORIZON: Object<Row> = object(
    "ForecastScore",
    "Forecasts of one quantity at one distance in days.",
    &[
        column("quantity", "What they were about.", |row: &Row| {
            row.quantity.code().into()
        })
        .one_of(&QUANTITY),
        column("horizonDays", "About how many days ahead.", |row: &Row| {
            row.horizon.days.into()
        }),
        column("fromDays", "Fewest days ahead.", |row: &Row| {
            row.horizon.from_days.into()
        }),
        column("toDays", "Most days ahead.", |row: &Row| row.horizon.to_days.into()),
        column("forecasts", "How many.", |row: &Row| row.forecasts.into()).minimum(0),
        column("productions", "Of how many productions.", |row: &Row| {
            row.productions.into()
        })
        .minimum(0),
        optional("errorRatio", "Σ |p50 − actual| ÷ Σ actual.", |row: &Row| {
            row.error_ratio.into()
        }),
        optional(
            "biasRatio",
            "Σ (p50 − actual) ÷ Σ actual; above 0 means too much was expected.",
            |row: &Row| row.bias_ratio.into(),
        ),
        optional(
            "coverage",
            "Share of intervals that contain the actual result; the goal is 0.8.",
            |row: &Row| row.coverage.into(),
        ),
        optional(
            "productionCoverage",
            "Average of that share over productions.",
            |row: &Row| row.production_coverage.into(),
        ),
        optional(
            "winklerRatio",
            "Σ (interval width + 10 × what lies outside) ÷ Σ actual; lower is better.",
            |row: &Row| row.winkler_ratio.into(),
        ),
        optional(
            "straightLineErrorRatio",
            "The error of the straight line.",
            |row: &Row| row.line_error_ratio.into(),
        ),
        optional(
            "straightLineBiasRatio",
            "The bias of the straight line.",
            |row: &Row| row.line_bias_ratio.into(),
        ),
        column(
            "belowSold",
            "How often the actual result fell below what was already sold, through refunds.",
            |row: &Row| row.below_sold.into(),
        )
        .minimum(0),
        column(
            "unreliable",
            "Whether ten productions or more were scored, and `coverage` lies outside 0.65 to 0.92.",
            |row: &Row| row.is_unreliable.into(),
        ),
    ],
);

static QUANTITY: Choice = Choice {
    schema: "ForecastQuantity",
    about: "What a forecast was about.",
    words: &["performance_seats", "run_seats", "run_revenue"],
};

static BREAK_EVEN: Object<BreakEvenScore> = object(
    "BreakEvenScore",
    "How accurate break-even probabilities were.",
    &[
        column("forecasts", "How many.", |score: &BreakEvenScore| {
            score.forecasts.into()
        })
        .minimum(0),
        column("productions", "Of how many productions.", |score: &BreakEvenScore| {
            score.productions.into()
        })
        .minimum(0),
        optional(
            "brier",
            "Average of (probability − actual)²: 0 is perfect, 0.25 a coin toss.",
            |score: &BreakEvenScore| score.brier.into(),
        ),
    ],
);

static BIN: Object<Bin> = object(
    "ReliabilityBin",
    "Break-even forecasts with about the same probability.",
    &[
        column("fromProbability", "Lowest probability.", |bin: &Bin| {
            bin.from_probability.into()
        }),
        column("toProbability", "The next bin begins there.", |bin: &Bin| {
            bin.to_probability.into()
        }),
        column("forecasts", "How many.", |bin: &Bin| bin.forecasts.into()).minimum(0),
        optional("toldRatio", "Average of the predicted probabilities.", |bin: &Bin| {
            bin.told.into()
        }),
        optional("cameTrueRatio", "Share that reached break-even.", |bin: &Bin| {
            bin.came_true.into()
        }),
    ],
);
