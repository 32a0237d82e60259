//! Reports of concerts.

use super::{AS_OF, COUNTS, OVERALL, PRODUCTION, Report, Source, Table, WEEK, Words, items, nested, object};

const SALES: &[&str] = &["seats", "complimentarySeats", "revenueKrw"];
const TARGET_SALES: &[&str] = &["targetKrw", "revenueKrw", "ratio", "dueTargetKrw", "dueRatio"];
/// What was done to sell more.
pub(super) const ACTIONS: &[&str] = &["salesMarketing", "promotion", "other"];

const DAILY_TITLE: Words = Words("일별 판매", "Daily sales");
const WEEKLY_TITLE: Words = Words("주간 판매", "Weekly sales");
const MONTHLY_TITLE: Words = Words("월별 판매", "Monthly sales");
const OVERVIEW_TITLE: Words = Words("콘서트 개요", "Overview");
const BREAK_EVEN_TITLE: Words = Words("손익분기", "Break-even");
const PROFIT_FORECAST_TITLE: Words = Words("손익 예상", "Profit forecast");
const TARGET_SALES_TITLE: Words = Words("목표 대비 매출", "Target sales");
const MARKETING_WEEK_TITLE: Words = Words("이번 주 마케팅", "Marketing this week");

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "concerts/daily",
        title: DAILY_TITLE,
        description: Words("판매일별 좌석과 매출입니다.", "Seats and revenue of each sale day."),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "days",
            DAILY_TITLE,
            &[AS_OF, &[PRODUCTION], &[&["day", "weekStart", "month"], SALES]],
        )],
    },
    Report {
        name: "concerts/weekly",
        title: WEEKLY_TITLE,
        description: Words(
            "주별 좌석과 매출, 그 주의 마케팅입니다.",
            "Seats and revenue of each week, with its marketing.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "weeks",
            WEEKLY_TITLE,
            &[AS_OF, &[PRODUCTION], &[WEEK, SALES, ACTIONS]],
        )],
    },
    Report {
        name: "concerts/monthly",
        title: MONTHLY_TITLE,
        description: Words("월별 좌석과 매출입니다.", "Seats and revenue of each month."),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "months",
            MONTHLY_TITLE,
            &[AS_OF, &[PRODUCTION], &[&["month"], SALES]],
        )],
    },
    Report {
        name: "concerts/overview",
        title: OVERVIEW_TITLE,
        description: Words(
            "어제, 누적, 최근 7일 매출과 공연별 최근 판매일을 그 전 판매일과 비교합니다.",
            "Yesterday, total and last seven days; each concert's last sale day against the one before.",
        ),
        own_parameters: &[],
        tables: &[
            items(
                OVERVIEW_TITLE,
                &[
                    AS_OF,
                    &[
                        PRODUCTION,
                        &[
                            "lastSaleDay",
                            "lastSaleDayRevenueKrw",
                            "previousSaleDay",
                            "previousSaleDayRevenueKrw",
                            "changeKrw",
                            "changeRatio",
                        ],
                    ],
                ],
            ),
            Table {
                name: "totals",
                title: Words("합계", "Total"),
                source: Source::Answer,
                levels: &[&[&[
                    "asOf",
                    "yesterday",
                    "yesterdayRevenueKrw",
                    "totalRevenueKrw",
                    "sevenDayRevenueKrw",
                    "sevenDayMeanRevenueKrw",
                ]]],
            },
            object(
                "overall",
                OVERALL,
                &[
                    AS_OF,
                    &[
                        COUNTS,
                        &[
                            "lastSaleDay",
                            "lastSaleDayRevenueKrw",
                            "compared",
                            "previousSaleDay",
                            "previousSaleDayRevenueKrw",
                            "changeKrw",
                            "changeRatio",
                        ],
                    ],
                ],
            ),
        ],
    },
    Report {
        name: "concerts/break-even",
        title: BREAK_EVEN_TITLE,
        description: Words(
            "등급별로 팔린 좌석, 남은 좌석, 지금 속도로 예상되는 판매입니다.",
            "What is sold, left, and to be expected by the pace so far, by seat grade.",
        ),
        own_parameters: &[],
        tables: &[Table {
            name: "items",
            title: BREAK_EVEN_TITLE,
            source: Source::Lists {
                outer: "items",
                inner: "grades",
                further: Some("total"),
            },
            levels: &[
                AS_OF,
                &[
                    PRODUCTION,
                    &["performances", "elapsedDays", "daysToSaleEnd", "targetShare"],
                ],
                &[&[
                    "grade",
                    "seats",
                    "soldSeats",
                    "remainingSeats",
                    "expectedAdditionalSeats",
                    "expectedRemainingSeats",
                    "breakEvenSeats",
                    "expectedSalesRatio",
                    "expectedRemainingRatio",
                ]],
            ],
        }],
    },
    Report {
        name: "concerts/profit-forecast",
        title: PROFIT_FORECAST_TITLE,
        description: Words(
            "판매 종료까지 하루 평균만큼 팔릴 때의 매출과 손익입니다.",
            "Sales carried on at their mean per sale day until the sale ends.",
        ),
        own_parameters: &[],
        tables: &[
            items(
                PROFIT_FORECAST_TITLE,
                &[
                    AS_OF,
                    &[
                        PRODUCTION,
                        &[
                            "revenueKrw",
                            "saleDays",
                            "daysLeft",
                            "projectedRevenueKrw",
                            "breakEvenKrw",
                            "projectedProfitKrw",
                            "exceedsHouse",
                            "fullHouseKrw",
                            "expectedRevenueKrw",
                            "expectedProfitKrw",
                            "steady",
                            "reason",
                        ],
                    ],
                ],
            ),
            object(
                "overall",
                OVERALL,
                &[
                    AS_OF,
                    &[
                        COUNTS,
                        &[
                            "revenueKrw",
                            "projectedRevenueKrw",
                            "fullHouseKrw",
                            "expectedRevenueKrw",
                            "breakEvenKrw",
                            "projectedProfitKrw",
                            "expectedProfitKrw",
                        ],
                    ],
                ],
            ),
        ],
    },
    Report {
        name: "concerts/target-sales",
        title: TARGET_SALES_TITLE,
        description: Words(
            "지금까지의 매출을 전체 목표와 비교합니다.",
            "Revenue so far against all targets.",
        ),
        own_parameters: &[],
        tables: &[
            items(TARGET_SALES_TITLE, &[AS_OF, &[PRODUCTION, TARGET_SALES]]),
            object("overall", OVERALL, &[AS_OF, &[COUNTS, TARGET_SALES]]),
        ],
    },
    Report {
        name: "concerts/marketing-week",
        title: MARKETING_WEEK_TITLE,
        description: Words("이번 주의 마케팅 계획입니다.", "The marketing of this week."),
        own_parameters: &[],
        tables: &[items(
            MARKETING_WEEK_TITLE,
            &[AS_OF, &[PRODUCTION, &["weekNumber"], WEEK, ACTIONS]],
        )],
    },
];
