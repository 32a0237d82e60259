//! Reports of plays and musicals.

use super::parameters::{count, day, share};
use super::{AS_OF, BY_CATEGORY, COUNTS, OVERALL, PRODUCTION, Report, WEEK, Words, items, list, nested, object};

const OVERVIEW: &[&str] = &[
    "targetShare",
    "actualShare",
    "shareGap",
    "shareRatio",
    "targetKrw",
    "revenueKrw",
    "targetGapKrw",
    "targetRatio",
    "previousRevenueKrw",
    "changeKrw",
    "changeRatio",
    "dueTargetKrw",
    "dueRatio",
];
/// A performance, as far as every report has it.
pub(super) const PERFORMANCE: &[&str] = &[
    "startsAt",
    "cast",
    "paidShare",
    "complimentaryShare",
    "occupancy",
    "paidSeats",
    "complimentarySeats",
    "remainingSeats",
];
const SALES_OF_PERFORMANCE: &[&str] = &[
    "paidSeatsByGrade.*",
    "complimentarySeatsByGrade.*",
    "depositShare",
    "revenueKrw",
    "meanTicketPriceKrw",
];
const OCCUPANCY: &[&str] = &["performances", "paidShare"];
const MONTH: &[&str] = &["month", "revenueKrw", "changeKrw", "changeRatio", "note"];
const ATTAINMENT: &[&str] = &[
    "totalRevenueKrw",
    "totalTargetKrw",
    "totalRatio",
    "recordDateRevenueKrw",
    "recordDateTargetKrw",
    "recordDateRatio",
];
const FORECAST: &[&str] = &[
    "playedPerformances",
    "playedRevenueKrw",
    "playedMeanRevenueKrw",
    "toComePerformances",
    "toComeRevenueKrw",
    "toComeMeanRevenueKrw",
    "projectedRevenueKrw",
    "breakEvenKrw",
    "projectedProfitKrw",
];
const CAPACITY: &[&str] = &[
    "performances",
    "offeredSeats",
    "paidSeats",
    "paidRatio",
    "revenueKrw",
    "meanTicketPriceKrw",
];

const WEEKLY_OVERVIEW_TITLE: Words = Words("주간 개요", "Weekly overview");
const WEEKLY_CASTS_TITLE: Words = Words("주간 캐스트", "Weekly casts");
const OUTLOOK_TITLE: Words = Words("전망", "Outlook");
const DAILY_BRIEF_TITLE: Words = Words("일일 요약", "Daily brief");
const WEEKLY_OCCUPANCY_TITLE: Words = Words("주간 점유율", "Weekly occupancy");
const PROFIT_FORECAST_TITLE: Words = Words("손익 예상", "Profit forecast");
const PERFORMANCES_TITLE: Words = Words("회차별 판매", "Performances");
const MONTHLY_TITLE: Words = Words("월별 매출", "Monthly");
const MONTHLY_BY_PRODUCTION_TITLE: Words = Words("공연별 월 매출", "Monthly by production");
const REVENUE_TITLE: Words = Words("매출 달성", "Revenue");
const CAST_REVENUE_TITLE: Words = Words("캐스트 매출", "Cast revenue");
const OCCUPANCY_TITLE: Words = Words("점유율 비교", "Occupancy");
const WEEKLY_CAPACITY_TITLE: Words = Words("주간 좌석 판매", "Weekly capacity");

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "plays/weekly-overview",
        title: WEEKLY_OVERVIEW_TITLE,
        description: Words(
            "지난주 점유율과 매출을 목표, 그 전주와 비교합니다.",
            "Last week's occupancy and revenue against target and against the week before.",
        ),
        own_parameters: &[],
        tables: &[
            items(WEEKLY_OVERVIEW_TITLE, &[AS_OF, &[PRODUCTION, WEEK, OVERVIEW]]),
            object(
                "overall",
                OVERALL,
                &[
                    AS_OF,
                    &[
                        WEEK,
                        COUNTS,
                        &[
                            "targetKrw",
                            "revenueKrw",
                            "targetGapKrw",
                            "targetRatio",
                            "dueTargetKrw",
                            "dueRatio",
                            "previousRevenueKrw",
                            "compared",
                            "changeKrw",
                            "changeRatio",
                        ],
                    ],
                ],
            ),
        ],
    },
    Report {
        name: "plays/weekly-casts",
        title: WEEKLY_CASTS_TITLE,
        description: Words(
            "지난주 매출이 가장 높은 캐스트 조합입니다.",
            "Last week's best casts (same people in the same order).",
        ),
        own_parameters: &[count("top", Words("상위 건수", "Top"), 3, 100)],
        tables: &[nested(
            "items",
            "casts",
            WEEKLY_CASTS_TITLE,
            &[
                AS_OF,
                &[PRODUCTION, WEEK],
                &[&["cast", "revenueKrw", "performances", "rank"]],
            ],
        )],
    },
    Report {
        name: "plays/outlook",
        title: OUTLOOK_TITLE,
        description: Words(
            "이번 주와 다음 주 회차의 점유율과 남은 좌석, 점유율이 낮은 회차입니다.",
            "Performances of this and next week: occupancy, remaining seats, which are low.",
        ),
        own_parameters: &[share("lowThreshold", Words("낮음 기준", "Low threshold"), 0.4)],
        tables: &[nested(
            "items",
            "performances",
            OUTLOOK_TITLE,
            &[
                &[&["asOf", "lowThreshold"]],
                &[PRODUCTION, &["thisWeekStart", "nextWeekStart", "nextWeekOccupancy"]],
                &[PERFORMANCE, &["week", "low"]],
            ],
        )],
    },
    Report {
        name: "plays/daily-brief",
        title: DAILY_BRIEF_TITLE,
        description: Words(
            "최근 판매일, 최근 두 공연일, 앞으로 7일의 회차입니다.",
            "The last sale day, the last two performance days, the next seven days.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "nextPerformances",
            DAILY_BRIEF_TITLE,
            &[
                AS_OF,
                &[
                    PRODUCTION,
                    &[
                        "lastSaleDay",
                        "lastSaleDayRevenueKrw",
                        "latestPerformanceDay",
                        "latestOccupancy",
                        "previousPerformanceDay",
                        "previousOccupancy",
                        "occupancyChange",
                    ],
                ],
                &[PERFORMANCE],
            ],
        )],
    },
    Report {
        name: "plays/weekly-occupancy",
        title: WEEKLY_OCCUPANCY_TITLE,
        description: Words(
            "첫 회차부터 마지막 회차까지 주별 평균 유료 점유율입니다.",
            "Mean paid share by week, from the first to the last performance.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "weeks",
            WEEKLY_OCCUPANCY_TITLE,
            &[AS_OF, &[PRODUCTION], &[WEEK, OCCUPANCY]],
        )],
    },
    Report {
        name: "plays/profit-forecast",
        title: PROFIT_FORECAST_TITLE,
        description: Words(
            "남은 회차가 지금까지의 평균만큼 팔릴 때의 매출과 손익입니다.",
            "The run's revenue if each performance to come brings the mean of those played.",
        ),
        own_parameters: &[],
        tables: &[
            items(PROFIT_FORECAST_TITLE, &[AS_OF, &[PRODUCTION, FORECAST, &["reason"]]]),
            object("overall", OVERALL, &[AS_OF, &[COUNTS, FORECAST]]),
        ],
    },
    Report {
        name: "plays/performances",
        title: PERFORMANCES_TITLE,
        description: Words(
            "회차마다 점유율, 등급별 좌석, 매출, 평균 단가입니다.",
            "Each performance: occupancy, seats per grade, revenue, mean ticket price.",
        ),
        own_parameters: &[day("from", Words("시작일", "From")), day("to", Words("종료일", "To"))],
        tables: &[nested(
            "items",
            "performances",
            PERFORMANCES_TITLE,
            &[AS_OF, &[PRODUCTION], &[PERFORMANCE, SALES_OF_PERFORMANCE]],
        )],
    },
    Report {
        name: "plays/monthly",
        title: MONTHLY_TITLE,
        description: Words(
            "모든 연극과 뮤지컬의 최근 13개월 매출입니다.",
            "Revenue of all plays together, by month: this one and the twelve before.",
        ),
        own_parameters: &[],
        tables: &[items(MONTHLY_TITLE, &[AS_OF, &[MONTH]])],
    },
    Report {
        name: "plays/monthly-by-production",
        title: MONTHLY_BY_PRODUCTION_TITLE,
        description: Words(
            "공연별 최근 13개월 매출입니다.",
            "Revenue of each production by month: this one and the twelve before.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "months",
            MONTHLY_BY_PRODUCTION_TITLE,
            &[AS_OF, &[PRODUCTION], &[MONTH]],
        )],
    },
    Report {
        name: "plays/revenue",
        title: REVENUE_TITLE,
        description: Words(
            "누적 매출과 기준일 매출을 목표와 비교합니다.",
            "Revenue against target, in total and of the record date.",
        ),
        own_parameters: &[],
        tables: &[
            items(REVENUE_TITLE, &[AS_OF, &[PRODUCTION, ATTAINMENT]]),
            list("categories", BY_CATEGORY, &[AS_OF, &[&["category"], ATTAINMENT]]),
            object("overall", OVERALL, &[AS_OF, &[ATTAINMENT]]),
        ],
    },
    Report {
        name: "plays/cast-revenue",
        title: CAST_REVENUE_TITLE,
        description: Words(
            "전체 기간의 캐스트 조합별 매출입니다.",
            "Revenue of every cast over the whole run.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "casts",
            CAST_REVENUE_TITLE,
            &[
                AS_OF,
                &[PRODUCTION],
                &[&["cast", "revenueKrw", "performances", "rank", "meanRevenueKrw"]],
            ],
        )],
    },
    Report {
        name: "plays/occupancy",
        title: OCCUPANCY_TITLE,
        description: Words(
            "예매 점유율과 유료 점유율을 지난 회차와 앞으로의 회차로 나누어 봅니다.",
            "Deposit and paid share, of performances past and to come.",
        ),
        own_parameters: &[],
        tables: &[items(
            OCCUPANCY_TITLE,
            &[
                AS_OF,
                &[
                    PRODUCTION,
                    &[
                        "targetShare",
                        "performances",
                        "depositShare",
                        "paidShare",
                        "unpaidShare",
                        "past.performances",
                        "past.depositShare",
                        "past.paidShare",
                        "past.unpaidShare",
                        "future.performances",
                        "future.depositShare",
                        "future.paidShare",
                        "future.unpaidShare",
                    ],
                ],
            ],
        )],
    },
    Report {
        name: "plays/weekly-capacity",
        title: WEEKLY_CAPACITY_TITLE,
        description: Words(
            "주별 판매 가능 좌석과 유료 좌석입니다.",
            "Seats offered and paid per week.",
        ),
        own_parameters: &[],
        tables: &[
            nested(
                "items",
                "weeks",
                WEEKLY_CAPACITY_TITLE,
                &[AS_OF, &[PRODUCTION], &[WEEK, CAPACITY]],
            ),
            list("overall", OVERALL, &[AS_OF, &[WEEK, CAPACITY]]),
        ],
    },
    Report {
        name: "plays/summary",
        title: Words("종합", "Summary"),
        description: Words(
            "주간 개요, 그저께부터 7일 뒤까지의 회차, 주간 점유율을 한 번에 봅니다.",
            "Weekly overview, the performances from two days ago to a week ahead, weekly occupancy.",
        ),
        own_parameters: &[],
        tables: &[
            list(
                "weeklyOverview",
                WEEKLY_OVERVIEW_TITLE,
                &[AS_OF, &[PRODUCTION, WEEK, OVERVIEW]],
            ),
            nested(
                "performances",
                "performances",
                PERFORMANCES_TITLE,
                &[AS_OF, &[PRODUCTION], &[PERFORMANCE, SALES_OF_PERFORMANCE]],
            ),
            nested(
                "weeklyOccupancy",
                "weeks",
                WEEKLY_OCCUPANCY_TITLE,
                &[AS_OF, &[PRODUCTION], &[WEEK, OCCUPANCY]],
            ),
        ],
    },
];
