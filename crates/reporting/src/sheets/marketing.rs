//! What was done to sell more.

use domain::planning::WeekNotes;

use super::prelude::*;

pub(super) static ACTIONS: Object<WeekNotes> = object(
    "MarketingNotes",
    "What was planned for a week.",
    &[
        optional(
            "salesMarketing",
            "Discounts, packages, ticket openings.",
            |notes: &WeekNotes| notes.sales_marketing.as_ref().into(),
        )
        .example("팬클럽 선예매"),
        optional("promotion", "Advertising and press.", |notes: &WeekNotes| {
            notes.promotion.as_ref().into()
        })
        .example("네이버 기획전"),
        optional("other", "Anything else.", |notes| notes.other.as_ref().into()),
    ],
);
