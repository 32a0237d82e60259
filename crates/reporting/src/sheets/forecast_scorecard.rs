//! `forecast-scorecard`.

use domain::reports::forecast_scorecard::{Answer, Bin, BreakEvenScore, ForecastScorecard, Row};

use super::prelude::*;

const TITLE: Words = Words("예측 성적표", "Forecast scorecard");

/// Its sheet.
pub static FORECAST_SCORECARD: Sheet<ForecastScorecard> = Sheet {
    title: TITLE,
    about: Words(
        "그때 해 둔 예측과 실제로 팔린 것을 견주고, 예전 방식의 직선 예상을 나란히 놓습니다.",
        "What was forecast then, held against what came, with the old straight line beside it.",
    ),
    example: include_str!("examples/forecast-scorecard.json"),
    summary: "How good earlier forecasts were",
    details: "Forecasts that were kept as they were made, held against what was sold in the end: by what they were about and by how many days ahead, \
              of performances that were played and of runs that are over. Productions count whether they are active or not. Of intervals that \
              say 80 %, `coverage` is the share that holds what came; as performances of one run share their fate, `productionCoverage` is the mean of \
              that over productions. `unreliable` is told from ten productions on, below 65 % and above 92 %. The straight line is the old rule: so much \
              a day as so far.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ForecastScorecardReport",
        "How good earlier forecasts were.",
        &[
            list(
                "horizons",
                "By what they were about, then by days ahead; each is there.",
                &Each(|answer: &Answer| &answer.horizons, &HORIZON),
            ),
            nested(
                "breakEven",
                "Probabilities of break-even.",
                &Of(|answer: &Answer| Some(&answer.break_even), &BREAK_EVEN),
            ),
            list(
                "reliability",
                "Probabilities of break-even by what was told, in five bins.",
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
    "Forecasts of one quantity, so many days ahead.",
    &[
        column("quantity", "What they were about.", |row: &Row| {
            row.quantity.code().into()
        })
        .one_of(&QUANTITY),
        column("horizonDays", "About so many days ahead.", |row: &Row| {
            row.horizon.days.into()
        }),
        column("fromDays", "Least days ahead.", |row: &Row| {
            row.horizon.from_days.into()
        }),
        column("toDays", "Most days ahead.", |row: &Row| row.horizon.to_days.into()),
        column("forecasts", "How many.", |row: &Row| row.forecasts.into()).minimum(0),
        column("productions", "Of how many productions.", |row: &Row| {
            row.productions.into()
        })
        .minimum(0),
        optional(
            "errorRatio",
            "Σ |p50 − what came| ÷ Σ of what came.",
            |row: &Row| row.error_ratio.into(),
        ),
        optional(
            "biasRatio",
            "Σ (p50 − what came) ÷ Σ of what came: above 0 too much was expected.",
            |row: &Row| row.bias_ratio.into(),
        ),
        optional(
            "coverage",
            "Share of intervals that hold what came: 0.8 was said.",
            |row: &Row| row.coverage.into(),
        ),
        optional(
            "productionCoverage",
            "Mean of that share over productions.",
            |row: &Row| row.production_coverage.into(),
        ),
        optional(
            "winklerRatio",
            "Width of the intervals, and ten times what lies outside, ÷ what came: less is better.",
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
            "How often less came than had been sold, by refunds.",
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
    "How good probabilities of break-even were.",
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
            "Mean of (probability − what came)²: 0 is perfect, 0.25 a coin.",
            |score: &BreakEvenScore| score.brier.into(),
        ),
    ],
);

static BIN: Object<Bin> = object(
    "ReliabilityBin",
    "Forecasts of break-even that told about the same.",
    &[
        column("fromProbability", "Least probability.", |bin: &Bin| {
            bin.from_probability.into()
        }),
        column("toProbability", "The next bin begins there.", |bin: &Bin| {
            bin.to_probability.into()
        }),
        column("forecasts", "How many.", |bin: &Bin| bin.forecasts.into()).minimum(0),
        optional("toldRatio", "Mean of what was told.", |bin: &Bin| bin.told.into()),
        optional("cameTrueRatio", "Share that came true.", |bin: &Bin| {
            bin.came_true.into()
        }),
    ],
);
