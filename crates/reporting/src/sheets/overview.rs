//! `overview`.

use domain::production::Category;
use domain::reports::overview::{Answer, CompleteDay, DayStanding, Group, Overview, Row, Standing, State};

use super::prelude::*;
use super::production::CATEGORY;
use super::showing::SHOWING;

const TITLE: Words = Words("현황", "Overview");

/// Its sheet.
pub static OVERVIEW: Sheet<Overview> = Sheet {
    title: TITLE,
    about: Words(
        "공연, 카테고리, 전체가 지금 어디까지 왔는지 한 번에 봅니다.",
        "Where everything stands: each production, each category, and the total.",
    ),
    example: include_str!("examples/overview.json"),
    summary: "All: where everything stands",
    details: "Revenue, seats and targets so far; yesterday, the last seven days, the week and the month that hold it; what \
              comes, and whose workbook is missing. By production, by category and over all.",
    parameters: &[LOW_THRESHOLD],
    asked: |values| values.decimal("lowThreshold"),
    answer: object(
        "OverviewReport",
        "Where everything stands.",
        &[
            optional_nested(
                "completeDay",
                "The last day of which every production on sale has told; `null` without one.",
                &Of(|answer: &Answer| answer.complete_day.as_ref(), &COMPLETE_DAY),
            ),
            column(
                "due",
                "How many productions were on sale on the day before `asOf`.",
                |answer: &Answer| answer.due.into(),
            )
            .minimum(0),
            column(
                "arrived",
                "How many of them have told of that day.",
                |answer: &Answer| answer.arrived.into(),
            )
            .minimum(0),
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            list(
                "categories",
                "By category.",
                &Each(|answer: &Answer| &answer.categories, &CATEGORY_GROUP),
            ),
            nested(
                "overall",
                "All together.",
                &Of(|answer: &Answer| Some(&answer.overall), &GROUP),
            ),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        table(&["categories"], BY_CATEGORY),
        Table::of_object("overall", OVERALL),
        Table::of_totals(Words("도착 현황", "Data received")),
        Table::of_object("completeDay", Words("마감된 날", "Complete day")),
        named_table("lastDays", &["items", "lastDays"], Words("일별 매출", "Daily revenue")).of_heads(),
        named_table(
            "lowPerformances",
            &["items", "lowPerformances"],
            Words("예매 저조 회차", "Low-occupancy performances"),
        )
        .of_heads(),
    ],
};

static ITEM: Object<Row> = object(
    "OverviewItem",
    "Where one production stands.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("state", "How far it is on `asOf`.", |row: &Row| {
            word_of(row.state).into()
        })
        .one_of(&STATE),
        column(
            "missing",
            "Whether it was on sale on the day before `asOf`, and no workbook tells of that day.",
            |row| row.missing.into(),
        ),
        column("basis", "Which revenue `revenueKrw` is.", |row: &Row| {
            row.basis.code().into()
        })
        .one_of(&BASIS),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
        flat(&Of(|row: &Row| Some(&row.standing), &STANDING)),
        list(
            "lastDays",
            "The 31 days before `asOf`, and seven from it on.",
            &Each(|row: &Row| &row.standing.last_days, &DAY),
        ),
        list(
            "lowPerformances",
            "Performances of the seven days after `asOf` whose occupancy is below `lowThreshold`, by start.",
            &Each(|row: &Row| &row.low_performances, &SHOWING),
        ),
    ],
);

static GROUP: Object<Group> = object(
    "OverviewGroup",
    "Where several productions stand.",
    &[
        column("productions", "How many there are.", |group: &Group| {
            group.productions.into()
        })
        .minimum(0),
        column(
            "counted",
            "How many of them tell of the day before `asOf`.",
            |group: &Group| group.counted.into(),
        )
        .minimum(0),
        flat(&Of(|group: &Group| Some(&group.standing), &STANDING)),
        list(
            "lastDays",
            "The 31 days before `asOf`, and seven from it on.",
            &Each(|group: &Group| &group.standing.last_days, &DAY),
        ),
    ],
);

static CATEGORY_GROUP: Object<(Category, Group)> = object(
    "OverviewCategory",
    "Where the productions of one category stand.",
    &[
        column("category", "", |group: &(Category, Group)| group.0.code().into()).one_of(&CATEGORY),
        flat(&Of(|group: &(Category, Group)| Some(&group.1), &GROUP)),
    ],
);

static COMPLETE_DAY: Object<CompleteDay> = object(
    "CompleteDayView",
    "A day that is told in full, with the sales of all productions that tell of it.",
    &[
        column("day", "", |complete| complete.day.into()),
        column("revenueKrw", "Its sales, in won.", |complete| {
            complete.revenue_krw.into()
        }),
        optional(
            "changeRatio",
            "Change vs. the day a week before ÷ that day's sales.",
            |complete| complete.change_ratio.into(),
        ),
    ],
);

static STANDING: Object<Standing> = object(
    "StandingView",
    "Where a production, a category, or all of them stand. In groups sums are of the productions that know the figure, and \
     ratios of those that know both sides.",
    &[
        optional("revenueKrw", "Revenue so far by `basis`, in won.", |standing| {
            standing.revenue_krw.into()
        }),
        optional("bookedKrw", "Revenue booked so far, in won.", |standing| {
            standing.booked_krw.into()
        }),
        optional(
            "depositedKrw",
            "Revenue deposited so far, in won; `null` where one performance does not know it.",
            |standing| standing.deposited_krw.into(),
        ),
        optional("seats", "Paid seats so far.", |standing| standing.seats.into()),
        optional("openSeats", "Seats of all performances.", |standing| {
            standing.open_seats.into()
        }),
        optional("seatRatio", "Seats ÷ open seats.", |standing| {
            standing.seat_ratio.into()
        }),
        optional(
            "targetKrw",
            "All daily targets, in won; where none is above 0, the target of the run.",
            |standing| standing.target_krw.into(),
        ),
        optional("targetRatio", "Revenue ÷ target.", |standing| {
            standing.target_ratio.into()
        }),
        optional(
            "breakEvenKrw",
            "Revenue at which the costs are met, in won.",
            |standing| standing.break_even_krw.into(),
        ),
        optional("breakEvenRatio", "Revenue ÷ break-even.", |standing| {
            standing.break_even_ratio.into()
        }),
        optional("breakEvenOnTarget", "Break-even ÷ target.", |standing| {
            standing.break_even_on_target.into()
        }),
        optional("profitKrw", "Revenue − production cost, in won.", |standing| {
            standing.profit_krw.into()
        }),
        optional("revenueShare", "Revenue ÷ revenue of all productions.", |standing| {
            standing.revenue_share.into()
        }),
        optional(
            "yesterdayRevenueKrw",
            "Sales of the day before `asOf`, in won.",
            |standing| standing.yesterday_revenue_krw.into(),
        ),
        optional(
            "yesterdayChangeKrw",
            "Those sales − the sales of the day before, in won.",
            |standing| standing.yesterday_change_krw.into(),
        ),
        optional(
            "sevenDayRevenueKrw",
            "Sales of the seven days before `asOf`, in won.",
            |standing| standing.seven_day_revenue_krw.into(),
        ),
        optional(
            "sevenDayChangeRatio",
            "Change vs. the seven days before ÷ their sales.",
            |standing| standing.seven_day_change_ratio.into(),
        ),
        optional(
            "weekRevenueKrw",
            "Sales of the week containing yesterday, up to yesterday or the record date, in won.",
            |standing| standing.week.revenue_krw.into(),
        ),
        optional("weekDueTargetKrw", "Targets of the same days, in won.", |standing| {
            standing.week.due_target_krw.into()
        }),
        optional("weekDueRatio", "The week's revenue ÷ its target to date.", |standing| {
            standing.week.due_ratio.into()
        }),
        optional(
            "weekChangeRatio",
            "Change vs. the same weekdays of the week before ÷ their sales.",
            |standing| standing.week_change_ratio.into(),
        ),
        optional(
            "monthRevenueKrw",
            "Sales of the month containing yesterday, up to yesterday or the record date, in won.",
            |standing| standing.month.revenue_krw.into(),
        ),
        optional("monthTargetKrw", "Targets of that whole month, in won.", |standing| {
            standing.month_target_krw.into()
        }),
        optional(
            "monthDueTargetKrw",
            "Targets of its days up to yesterday or the record date, in won.",
            |standing| standing.month.due_target_krw.into(),
        ),
        optional(
            "monthDueRatio",
            "The month's revenue ÷ its target to date.",
            |standing| standing.month.due_ratio.into(),
        ),
        column(
            "sevenDayPerformances",
            "Performances of the seven days after `asOf`.",
            |standing: &Standing| standing.seven_day_performances.into(),
        )
        .minimum(0),
        optional(
            "sevenDayOccupancy",
            "Their average occupancy; for concerts, seats ÷ inventory.",
            |standing| standing.seven_day_occupancy.into(),
        ),
    ],
);

static DAY: Object<DayStanding> = object(
    "OverviewDay",
    "One day.",
    &[
        column("day", "", |day| day.day.into()),
        optional("revenueKrw", "Sales, in won; `null` after the record date.", |day| {
            day.revenue_krw.into()
        }),
        optional("targetKrw", "Target, in won.", |day| day.target_krw.into()),
    ],
);

static BASIS: Choice = Choice {
    schema: "RevenueBasis",
    about: "Which revenue it is: what is booked, or what is deposited.",
    words: &["booked", "deposited"],
};

static STATE: Choice = Choice {
    schema: "ProductionState",
    about: "How far a production is.",
    words: &["before_sale", "on_sale", "running", "over"],
};

fn word_of(state: State) -> &'static str {
    match state {
        State::BeforeSale => "before_sale",
        State::OnSale => "on_sale",
        State::Running => "running",
        State::Over => "over",
    }
}
