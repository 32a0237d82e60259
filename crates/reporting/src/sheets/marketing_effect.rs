//! `marketing-effect`.

use domain::reports::marketing_effect::{CampaignMark, MarketingEffect, Row, Week};

use super::marketing::ACTIONS;
use super::prelude::*;

const TITLE: Words = Words("마케팅 효과", "Marketing effect");

/// Its sheet.
pub static MARKETING_EFFECT: Sheet<MarketingEffect> = Sheet {
    title: TITLE,
    about: Words(
        "마케팅을 한 주의 매출을 전주와 비교합니다.",
        "Sales in each marketing week vs. the week before.",
    ),
    example: include_str!("examples/marketing-effect.json"),
    summary: "All: what changed in the week of each marketing action",
    details: "Every marketing week of the sale period, its sales against those of the week before.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "MarketingEffectReport",
        "The marketing weeks of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[
        table(&["items", "weeks"], TITLE),
        named_table(
            "campaigns",
            &["items", "weeks", "campaigns"],
            Words("캠페인", "Campaigns"),
        )
        .of_heads(),
    ],
};

static ITEM: Object<Row> = object(
    "MarketingEffectItem",
    "Marketing weeks of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
        list(
            "weeks",
            "Each week of the sale period, in order of time.",
            &Each(|row: &Row| &row.weeks, &WEEK),
        ),
    ],
);

static WEEK: Object<Week> = object(
    "MarketingEffectWeek",
    "One marketing week, cut to the sale period, with the sales of its calendar week. These are `null` when that week \
     begins after the record date.",
    &[
        column("weekNumber", "From 1.", |week| week.week_number.into()),
        column("weekStart", "", |week| week.days.first().into()),
        column("weekEnd", "", |week| week.days.last().into()),
        flat(&Of(|week: &Week| Some(&week.notes), &ACTIONS)),
        optional("revenueKrw", "Sales of the calendar week, in won.", |week| {
            week.revenue_krw.into()
        }),
        optional(
            "previousRevenueKrw",
            "Sales of the calendar week before, in won.",
            |week| week.previous_revenue_krw.into(),
        ),
        optional(
            "changeKrw",
            "Sales of the compared days − those of the same weekdays of the week before, in won.",
            |week| week.change_krw.into(),
        ),
        optional(
            "changeRatio",
            "Change ÷ sales of the same weekdays of the week before.",
            |week| week.change_ratio.into(),
        ),
        column("comparable", "Whether the week is over at the record date.", |week| {
            week.comparable.into()
        }),
        optional(
            "comparedDays",
            "How many days are compared: 7, or those from Monday to the record date.",
            |week| week.compared_days.into(),
        ),
        list(
            "campaigns",
            "What was done on days of the week, by first day, last day and identity.",
            &Each(|week: &Week| &week.campaigns, &CAMPAIGN),
        ),
    ],
);

static CAMPAIGN: Object<CampaignMark> = object(
    "CampaignMark",
    "A campaign as it is drawn beside the weeks.",
    &[
        column("id", "Which.", |of: &CampaignMark| of.id.0.into()),
        column("from", "First day.", |of| of.days.first().into()),
        column("to", "Last day.", |of| of.days.last().into()),
        column("kind", "What kind of thing.", |of: &CampaignMark| of.kind.code().into()).one_of(&CAMPAIGN_KIND),
        column("text", "What was done.", |of| of.text.as_str().into()),
    ],
);

static CAMPAIGN_KIND: Choice = Choice {
    schema: "CampaignKind",
    about: "What kind of thing was done.",
    words: &["memo", "discount", "promotion", "press", "invitation", "other"],
};
