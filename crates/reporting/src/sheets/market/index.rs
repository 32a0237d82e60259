//! `market/index`.

use domain::reports::market::index::{Answer, Driver, MarketIndex, NotComparable, Point, Row};

use super::super::prelude::*;
use super::{ABOUT_MARKET, MARKET, SOURCE};
use crate::parameters::weeks;

const TITLE: Words = Words("시장 지수", "Market index");

/// Its sheet.
pub static MARKET_INDEX: Sheet<MarketIndex> = Sheet {
    title: TITLE,
    about: Words(
        "매출이 오르내린 것이 우리 때문인지 시장 때문인지, 장르의 예매와 견주어 봅니다. 비교이지 원인이 아닙니다.",
        "Whether sales moved with the genre or independently: a comparison, not a cause.",
    ),
    example: include_str!("../examples/market-index.json"),
    summary: "Whether sales moved with the market",
    details: "Sales of the last `days` (7, 14, 21 or 28) against a usual window, the average of the four before, beside the same of the production's \
              genre. The last day is the earliest of the record date, the market's last day, and the day before `asOf`. `marketPartKrw` is \
              what the change had been, had the production gone as the market; `ownPartKrw` is the rest, so that both add up. Figures that can \
              be computed are answered even where nothing can be compared, which `reason` tells. The market includes the production: KOPIS may \
              have its bookings a day later. It is a comparison, not a cause.",
    parameters: &[weeks(
        "days",
        Words("일수", "Days"),
        "Days of a window: 7, 14, 21 or 28.",
        4,
    )],
    asked: |values| values.whole("days"),
    answer: object(
        "MarketIndexReport",
        "Productions beside their genres.",
        &[
            nested(
                "market",
                ABOUT_MARKET,
                &Of(|answer: &Answer| Some(&answer.standing), &MARKET),
            ),
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        named_table("series", &["items", "series"], Words("날짜별 지수", "Index by day")).of_heads(),
        Table::of_object("market", SOURCE),
    ],
};

static ITEM: Object<Row> = object(
    "MarketIndexItem",
    "One production beside its genre.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("genre", "Code of its genre.", |row: &Row| row.genre.code().into()).example("GGGA"),
        optional("lastDay", "Last day of the windows.", |row: &Row| row.last_day.into()),
        optional("ownKrw", "What it sold in the last window.", |row: &Row| {
            row.own_krw.into()
        }),
        optional(
            "ownBaseKrw",
            "What it sold in the four windows before ÷ 4.",
            |row: &Row| row.own_base_krw.into(),
        ),
        optional(
            "marketKrw",
            "What its genre sold in the last window; `null` when a day is not known.",
            |row: &Row| row.market_krw.into(),
        ),
        optional(
            "marketBaseKrw",
            "What its genre sold in the four windows before ÷ 4; `null` when a day is not known.",
            |row: &Row| row.market_base_krw.into(),
        ),
        optional("ownRatio", "Own ÷ base.", |row: &Row| row.own_ratio.into()),
        optional("marketRatio", "The same of the genre.", |row: &Row| {
            row.market_ratio.into()
        }),
        optional(
            "relativeIndex",
            "Own ratio ÷ market ratio; 1 means in line with the market.",
            |row: &Row| row.relative_index.into(),
        ),
        optional("shareRatio", "Own ÷ market.", |row: &Row| row.share_ratio.into()).called("marketShareRatio"),
        optional("changeKrw", "Own − base.", |row: &Row| row.change_krw.into()).called("ownChangeKrw"),
        optional(
            "marketPartKrw",
            "Base × (market ratio − 1): the change if it had moved with the market.",
            |row: &Row| row.market_part_krw.into(),
        ),
        optional("ownPartKrw", "Change − market part.", |row: &Row| {
            row.own_part_krw.into()
        }),
        optional(
            "verdict",
            "What the change comes from; `null` unless it can be compared.",
            |row: &Row| row.verdict.map(Driver::code).into(),
        )
        .one_of(&VERDICT),
        column("comparable", "Whether it can be compared.", |row: &Row| {
            row.reason.is_none().into()
        })
        .called("isComparable"),
        optional("reason", "Why it cannot be compared.", |row: &Row| {
            row.reason.map(NotComparable::code).into()
        })
        .one_of(&REASON),
        list(
            "series",
            "Every day of the five windows, in order of time.",
            &Each(|row: &Row| &row.series, &POINT),
        ),
    ],
);

static POINT: Object<Point> = object(
    "MarketIndexPoint",
    "One day.",
    &[
        column("day", "Day of purchase.", |point: &Point| point.day.into()),
        optional("ownKrw", "What it sold.", |point: &Point| point.own_krw.into()),
        optional("marketKrw", "What its genre sold.", |point: &Point| {
            point.market_krw.into()
        }),
        optional(
            "ownIndex",
            "Its last seven days ÷ a usual seven days; `null` in the first six days.",
            |point: &Point| point.own_index.into(),
        ),
        optional("marketIndex", "The same of its genre.", |point: &Point| {
            point.market_index.into()
        }),
    ],
);

static VERDICT: Choice = Choice {
    schema: "MarketVerdict",
    about: "What a change comes from: the market, ourselves, both; or there is none to speak of.",
    words: &["steady", "market", "own", "both"],
};

static REASON: Choice = Choice {
    schema: "NotComparable",
    about: "Why a production cannot be compared with its genre.",
    words: &[
        "no_snapshot",
        "no_sale_days",
        "no_market",
        "sale_over",
        "too_new",
        "market_gap",
        "base_zero",
        "own_large",
    ],
};
