//! `marketing-lift`.

use domain::foresight::NoForecast;
use domain::reports::marketing_lift::{Campaign, MarketingLift, Row, Told, word_of};

use super::prelude::*;

const TITLE: Words = Words("캠페인 효과", "Marketing lift");

/// Its sheet.
pub static MARKETING_LIFT: Sheet<MarketingLift> = Sheet {
    title: TITLE,
    about: Words(
        "마케팅 메모가 있는 주에 좌석이 얼마나 더 팔렸는지를 다른 모든 주와 견줍니다. 함께 나타난 것이지, 그 때문이라는 뜻은 아닙니다.",
        "How many more seats were sold in weeks with marketing notes than in all other weeks: an association, not a \
         cause.",
    ),
    example: include_str!("examples/marketing-lift.json"),
    summary: "What campaigns are associated with",
    details: "Weeks in a row with any marketing note are a campaign. Seats of its days beyond those that were to be expected, against the 14 \
              days before and the ten after, and compared with the same of every other window in which nothing was planned, of this production and of the \
              company's newest ones that are over. Mostly the answer is that one cannot tell (`cannotTell`): for one week of one production, \
              only a large lift can be told from chance, and `minimumDetectableRatio` says how large. `asOf` is the day at whose close was known what is told.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "MarketingLiftReport",
        "What the campaigns of each production are associated with.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[named_table("campaigns", &["items", "campaigns"], TITLE).of_heads()],
};

static ITEM: Object<Row> = object(
    "MarketingLiftItem",
    "What the campaigns of one production are associated with.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("reason", "Why nothing is known of its sales.", |row: &Row| {
            row.reason.map(NoForecast::code).into()
        })
        .one_of(&REASON),
        list("campaigns", BY_TIME, &Each(|row: &Row| &row.campaigns, &CAMPAIGN)),
    ],
);

static CAMPAIGN: Object<Campaign> = object(
    "CampaignLift",
    "Weeks in a row for which something was planned.",
    &[
        column("firstDay", "Its first Monday.", |one: &Campaign| {
            one.days.first().into()
        }),
        column("lastDay", "Its last Sunday.", |one: &Campaign| one.days.last().into()),
        column("note", "What was planned, of all its weeks.", |one: &Campaign| {
            (&one.note).into()
        }),
        optional(
            "liftRatio",
            "Seats beyond those expected: 0.2 is twenty percent more.",
            |one: &Campaign| told(one, |told| told.lift_ratio).into(),
        ),
        optional("lowRatio", "Lower end of its interval.", |one: &Campaign| {
            told(one, |told| told.low_ratio).into()
        }),
        optional("highRatio", "Upper end of it.", |one: &Campaign| {
            told(one, |told| told.high_ratio).into()
        }),
        optional(
            "chanceRatio",
            "Share of windows without a campaign that deviate as much, at least.",
            |one: &Campaign| told(one, |told| told.chance_ratio).into(),
        ),
        optional(
            "windows",
            "Windows of the production itself that it was compared with.",
            |one: &Campaign| told(one, |told| told.windows).into(),
        )
        .minimum(0),
        optional(
            "minimumDetectableRatio",
            "Smallest lift that would be detected in four of five cases.",
            |one: &Campaign| told(one, |told| told.minimum_detectable_ratio).into(),
        ),
        optional(
            "cannotTell",
            "Why nothing can be said; `null` where something can.",
            |one: &Campaign| one.cannot_tell.map(word_of).into(),
        )
        .one_of(&CANNOT_TELL),
    ],
);

fn told<T>(campaign: &Campaign, of: impl Fn(&Told) -> T) -> Option<T> {
    campaign.told.as_ref().map(of)
}

static REASON: Choice = Choice {
    schema: "NoSales",
    about: "Why nothing is known of the sales.",
    words: &["no_snapshot", "no_capacity", "not_on_sale", "run_over"],
};

static CANNOT_TELL: Choice = Choice {
    schema: "CampaignCannotTell",
    about: "Why nothing can be said of a campaign.",
    words: &["confounded", "too_long", "unknown_days", "too_few_windows", "not_clear"],
};
