//! `buyers/*`: who bought and how.

use domain::reports::buyers::ages::{self, Age, BuyersAges};
use domain::reports::buyers::channels::{self, BuyersChannels};
use domain::reports::buyers::discounts::{self, BuyersDiscounts, Discount};
use domain::reports::buyers::payments::{self, BuyersPayments};
use domain::reports::buyers::regions::{self, BuyersRegions, Level};
use domain::reports::buyers::{Class, Covered};

use super::prelude::*;

const AS_IN_THE_SHEET: &str = "As in the sheet.";
const DISCOUNTS: Words = Words("할인권종별 관객", "Buyers by discount");
const AGES: Words = Words("연령대별 관객", "Buyers by age");
const PAYMENTS: Words = Words("결제수단별 관객", "Buyers by payment");
const CARDS: Words = Words("카드별 관객", "Buyers by card");
const CHANNELS: Words = Words("판매경로별 관객", "Buyers by channel");
const REGIONS: Words = Words("지역별 관객", "Buyers by region");
const DETAILS: &str = "Of the current report on buyers (판매 리포트), whose record date is its own. `coveredRatio` says how much of \
                       what is sold it tells. Without one the list is empty.";

static COVERED: Object<Covered> = object(
    "BuyersHead",
    "Which production an item is about, and how far its buyers are known.",
    &[
        flat(&Of(|covered: &Covered| Some(&covered.production), &PRODUCTION)),
        optional(
            "buyersRecordDate",
            "Record date of its current report on buyers; `null` without one.",
            |covered| covered.buyers_record_date.into(),
        ),
        optional("coveredRatio", "Seats of the list ÷ seats sold.", |covered| {
            covered.covered_ratio.into()
        }),
    ],
);

/// Seats, won and ratio of a class.
static SOLD: Object<Class> = object(
    "BuyersClass",
    "What one class of buyers bought.",
    &[
        column("seats", "", |class: &Class| class.seats.into()),
        optional("revenueKrw", "Won; `null` where the report has none.", |class| {
            class.revenue_krw.into()
        }),
        optional("seatRatio", "Seats ÷ those of the list.", |class| {
            class.seat_ratio.into()
        }),
    ],
);

/// `buyers/discounts`.
pub static BUYERS_DISCOUNTS: Sheet<BuyersDiscounts> = Sheet {
    title: DISCOUNTS,
    about: Words(
        "예매처마다 어떤 할인권종으로 몇 매가 팔렸는지 봅니다.",
        "Which discounts were used, by agency.",
    ),
    example: include_str!("examples/buyers-discounts.json"),
    summary: "All: which discounts were used",
    details: DETAILS,
    parameters: &[],
    asked: |_| (),
    answer: object(
        "BuyersDiscountsReport",
        "Discounts of each production.",
        &[list(
            "items",
            BY_CODE,
            &Each(|rows: &Vec<discounts::Row>| rows, &DISCOUNTS_ITEM),
        )],
    ),
    tables: &[table(&["items", "discounts"], DISCOUNTS)],
};

static DISCOUNTS_ITEM: Object<discounts::Row> = object(
    "BuyersDiscountsItem",
    "Discounts of one production.",
    &[
        flat(&Of(|row: &discounts::Row| Some(&row.covered), &COVERED)),
        list(
            "discounts",
            "By the agency's code, then as in the sheet.",
            &Each(|row: &discounts::Row| &row.discounts, &DISCOUNT),
        ),
    ],
);

static DISCOUNT: Object<Discount> = object(
    "BuyersDiscount",
    "One discount of an agency.",
    &[
        optional(
            "agency",
            "Code of the agency that sold; `null` where the report does not tell.",
            |of: &Discount| of.agency.as_ref().map(|agency| agency.code.code()).into(),
        )
        .example("interpark"),
        optional("name", "What the agency is called.", |of: &Discount| {
            of.agency.as_ref().map(|agency| &agency.name).into()
        })
        .example("인터파크"),
        column("discount", "As written.", |of: &Discount| (&of.discount).into()).example("조기예매 30%"),
        column("seats", "", |of: &Discount| of.seats.into()),
        optional("revenueKrw", "Won; `null` where the report has none.", |of| {
            of.revenue_krw.into()
        }),
        optional("seatRatio", "Seats ÷ those of the list.", |of| of.seat_ratio.into()),
        optional("meanTicketPriceKrw", "Revenue ÷ seats, in won.", |of| {
            of.mean_ticket_price_krw.into()
        }),
    ],
);

/// `buyers/ages`.
pub static BUYERS_AGES: Sheet<BuyersAges> = Sheet {
    title: AGES,
    about: Words(
        "관객의 연령대를 남녀로 나누어 봅니다.",
        "Buyers by age, men and women separately.",
    ),
    example: include_str!("examples/buyers-ages.json"),
    summary: "All: buyers by age",
    details: DETAILS,
    parameters: &[],
    asked: |_| (),
    answer: object(
        "BuyersAgesReport",
        "Age groups of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<ages::Row>| rows, &AGES_ITEM))],
    ),
    tables: &[table(&["items", "ages"], AGES)],
};

static AGES_ITEM: Object<ages::Row> = object(
    "BuyersAgesItem",
    "Age groups of one production.",
    &[
        flat(&Of(|row: &ages::Row| Some(&row.covered), &COVERED)),
        list("ages", AS_IN_THE_SHEET, &Each(|row: &ages::Row| &row.ages, &AGE)),
    ],
);

static AGE: Object<Age> = object(
    "BuyersAge",
    "One age group.",
    &[
        column("ageGroup", "As written.", |age: &Age| (&age.age_group).into()).example("21 ~ 30세"),
        column("maleSeats", "Seats of men.", |age: &Age| age.male_seats.into()),
        column("femaleSeats", "Seats of women.", |age: &Age| age.female_seats.into()),
        column(
            "unknownSeats",
            "Seats of buyers whose gender is not known.",
            |age: &Age| age.unknown_seats.into(),
        ),
        column("seats", "All together.", |age: &Age| age.seats.into()),
        optional("seatRatio", "Seats ÷ those of the list.", |age| age.seat_ratio.into()),
    ],
);

/// `buyers/payments`.
pub static BUYERS_PAYMENTS: Sheet<BuyersPayments> = Sheet {
    title: PAYMENTS,
    about: Words(
        "결제수단과 카드사별로 몇 매가 팔렸는지 봅니다.",
        "How buyers paid, and with which cards.",
    ),
    example: include_str!("examples/buyers-payments.json"),
    summary: "All: how buyers paid",
    details: DETAILS,
    parameters: &[],
    asked: |_| (),
    answer: object(
        "BuyersPaymentsReport",
        "Means of payment of each production.",
        &[list(
            "items",
            BY_CODE,
            &Each(|rows: &Vec<payments::Row>| rows, &PAYMENTS_ITEM),
        )],
    ),
    tables: &[
        table(&["items", "methods"], PAYMENTS),
        named_table("cards", &["items", "cards"], CARDS),
    ],
};

static PAYMENTS_ITEM: Object<payments::Row> = object(
    "BuyersPaymentsItem",
    "Means of payment of one production; `coveredRatio` is that of `methods`.",
    &[
        flat(&Of(|row: &payments::Row| Some(&row.covered), &COVERED)),
        list(
            "methods",
            AS_IN_THE_SHEET,
            &Each(|row: &payments::Row| &row.methods, &METHOD),
        ),
        list("cards", AS_IN_THE_SHEET, &Each(|row: &payments::Row| &row.cards, &CARD)),
    ],
);

static METHOD: Object<Class> = object(
    "BuyersMethod",
    "One means of payment.",
    &[
        column("method", "As written.", |class: &Class| (&class.item).into()).example("신용카드"),
        flat(&Of(|class: &Class| Some(class), &SOLD)),
    ],
);

static CARD: Object<Class> = object(
    "BuyersCard",
    "One card company.",
    &[
        column("card", "As written.", |class: &Class| (&class.item).into()).example("한빛카드"),
        flat(&Of(|class: &Class| Some(class), &SOLD)),
    ],
);

/// `buyers/channels`.
pub static BUYERS_CHANNELS: Sheet<BuyersChannels> = Sheet {
    title: CHANNELS,
    about: Words(
        "어떤 판매경로로 몇 매가 팔렸는지 봅니다.",
        "Where buyers bought: PC, mobile or phone.",
    ),
    example: include_str!("examples/buyers-channels.json"),
    summary: "All: where buyers bought",
    details: DETAILS,
    parameters: &[],
    asked: |_| (),
    answer: object(
        "BuyersChannelsReport",
        "Channels of each production.",
        &[list(
            "items",
            BY_CODE,
            &Each(|rows: &Vec<channels::Row>| rows, &CHANNELS_ITEM),
        )],
    ),
    tables: &[table(&["items", "channels"], CHANNELS)],
};

static CHANNELS_ITEM: Object<channels::Row> = object(
    "BuyersChannelsItem",
    "Channels of one production.",
    &[
        flat(&Of(|row: &channels::Row| Some(&row.covered), &COVERED)),
        list(
            "channels",
            AS_IN_THE_SHEET,
            &Each(|row: &channels::Row| &row.channels, &CHANNEL),
        ),
    ],
);

static CHANNEL: Object<Class> = object(
    "BuyersChannel",
    "One channel.",
    &[
        column("channel", "As written.", |class: &Class| (&class.item).into()).example("모바일 앱"),
        flat(&Of(|class: &Class| Some(class), &SOLD)),
    ],
);

/// `buyers/regions`.
pub static BUYERS_REGIONS: Sheet<BuyersRegions> = Sheet {
    title: REGIONS,
    about: Words(
        "관객이 어느 지역에 사는지 전국, 서울, 경기로 봅니다.",
        "Where buyers live: nationwide, in Seoul or in Gyeonggi.",
    ),
    example: include_str!("examples/buyers-regions.json"),
    summary: "All: where buyers live",
    details: DETAILS,
    parameters: &[word(
        "level",
        Words("지역 범위", "Region level"),
        "Regions of the country, districts of Seoul, or cities of Gyeonggi.",
        &["country", "seoul", "gyeonggi"],
    )
    .leading_tables()],
    asked: |values| match values.word("level") {
        "seoul" => Level::Seoul,
        "gyeonggi" => Level::Gyeonggi,
        _ => Level::Country,
    },
    answer: object(
        "BuyersRegionsReport",
        "Regions of each production.",
        &[list(
            "items",
            BY_CODE,
            &Each(|rows: &Vec<regions::Row>| rows, &REGIONS_ITEM),
        )],
    ),
    tables: &[table(&["items", "regions"], REGIONS)],
};

static REGIONS_ITEM: Object<regions::Row> = object(
    "BuyersRegionsItem",
    "Regions of one production.",
    &[
        flat(&Of(|row: &regions::Row| Some(&row.covered), &COVERED)),
        list(
            "regions",
            AS_IN_THE_SHEET,
            &Each(|row: &regions::Row| &row.regions, &REGION),
        ),
    ],
);

static REGION: Object<Class> = object(
    "BuyersRegion",
    "One region.",
    &[
        column("region", "As written.", |class: &Class| (&class.item).into()).example("서울"),
        column("seats", "", |class: &Class| class.seats.into()),
        optional("seatRatio", "Seats ÷ those of the list.", |class| {
            class.seat_ratio.into()
        }),
    ],
);
