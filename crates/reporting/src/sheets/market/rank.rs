//! `market/rank`.

use chrono::NaiveDate;
use domain::production::ProductionCode;
use domain::reports::market::rank::{Answer, MarketRank, NoRank, Row, Top, TopShow};

use super::super::prelude::*;
use super::{ABOUT_MARKET, MARKET, SOURCE, asked};

const TITLE: Words = Words("시장 순위", "Rankings");

/// Its sheet.
pub static MARKET_RANK: Sheet<MarketRank> = Sheet {
    title: TITLE,
    about: Words(
        "우리 공연이 KOPIS 예매 순위에서 어디에 있는지, 장르마다 최근 순위표와 함께 보여 줍니다.",
        "Where our productions stand in the KOPIS rankings, with the latest list of each genre.",
    ),
    example: include_str!("../examples/market-rank.json"),
    summary: "Where productions stand in the KOPIS rankings",
    details: "Ranks of productions that somebody has matched with shows of KOPIS (`PUT /productions/{id}/kopis`), of each day from `from` to `to` \
              whose list was read; by default the thirty before `asOf`. `rank` is the best of its shows, `null` where none is in the list. KOPIS \
              tells ranks, and no counts. `top` has the list of the latest day of each genre of active productions, which is public; \
              `productionCode` is told of productions that the caller sees.",
    parameters: &[
        day(
            "from",
            Words("시작일", "From"),
            "First day; default: thirty days before `asOf`.",
        ),
        day("to", Words("종료일", "To"), "Last day; default: the day before `asOf`."),
    ],
    asked,
    answer: object(
        "MarketRankReport",
        "Where productions stand in the KOPIS rankings.",
        &[
            nested(
                "market",
                ABOUT_MARKET,
                &Of(|answer: &Answer| Some(&answer.standing), &MARKET),
            ),
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            list("top", "By genre.", &Each(|answer: &Answer| &answer.top, &TOP)),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        named_table("days", &["items", "days"], Words("날짜별 순위", "Rankings by day")).of_heads(),
        named_table("top", &["top", "shows"], Words("순위표", "Ranking lists")),
        Table::of_object("market", SOURCE),
    ],
};

static ITEM: Object<Row> = object(
    "MarketRankItem",
    "The ranks of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("kopisIds", "The shows that it is.", |row: &Row| (&row.kopis_ids).into()),
        column("genre", "Code of its genre.", |row: &Row| row.genre.code().into()).example("GGGA"),
        optional("latestDay", "The latest day whose list was read.", |row: &Row| {
            row.latest_day.into()
        }),
        optional("latestRank", "Its rank on that day.", |row: &Row| {
            row.latest_rank.into()
        })
        .minimum(1),
        optional("bestRank", "Its best rank.", |row: &Row| row.best_rank.into()).minimum(1),
        optional(
            "rankChange",
            "Rank of the day before − latest: above 0 it went up.",
            |row: &Row| row.rank_change.into(),
        ),
        optional("reason", "Why there are no ranks.", |row: &Row| {
            row.reason.map(NoRank::code).into()
        })
        .one_of(&REASON),
        list("days", BY_TIME, &Each(|row: &Row| &row.days, &DAY)),
    ],
);

static DAY: Object<(NaiveDate, Option<i64>)> = object(
    "MarketRankDay",
    "A day whose list was read.",
    &[
        column("day", "The day.", |of: &(NaiveDate, Option<i64>)| of.0.into()),
        optional(
            "rank",
            "The best rank of its shows; `null`: not in the list.",
            |of: &(NaiveDate, Option<i64>)| of.1.into(),
        )
        .minimum(1),
    ],
);

static TOP: Object<Top> = object(
    "MarketTop",
    "The list of a genre.",
    &[
        column("genre", "Its code.", |top: &Top| top.genre.code().into()).example("GGGA"),
        column("name", "Its name.", |top: &Top| top.genre.name().into())
            .called("genreName")
            .beside_tables()
            .example("뮤지컬"),
        column("day", "The day of the list.", |top: &Top| top.day.into()),
        list("shows", "By rank.", &Each(|top: &Top| &top.shows, &SHOW)),
    ],
);

static SHOW: Object<TopShow> = object(
    "MarketTopShow",
    "A place in a list.",
    &[
        column("rank", "From 1.", |of: &TopShow| of.show.rank.into()).minimum(1),
        column("kopisId", "The show.", |of: &TopShow| of.show.kopis_id.as_str().into()).example("PF900001"),
        column("name", "Its name.", |of: &TopShow| (&of.show.name).into())
            .called("showName")
            .example("달빛 정원"),
        optional("place", "Where it plays.", |of: &TopShow| of.show.place.as_ref().into()).example("가온예술극장"),
        optional("area", "In which part of the country.", |of: &TopShow| {
            of.show.area.as_ref().into()
        })
        .example("서울"),
        optional("seats", "Seats of the place.", |of: &TopShow| of.show.seats.into()).called("placeSeats"),
        optional("performances", "Performances, as KOPIS counts them.", |of: &TopShow| {
            of.show.performances.into()
        }),
        optional("from", "First day with a performance.", |of: &TopShow| {
            of.show.from.into()
        }),
        optional("to", "Last day with a performance.", |of: &TopShow| of.show.to.into()),
        optional(
            "productionCode",
            "The production that it is, where the caller sees it.",
            |of: &TopShow| of.production_code.as_ref().map(ProductionCode::as_str).into(),
        )
        .example("MU2611"),
    ],
);

static REASON: Choice = Choice {
    schema: "NoMarketRank",
    about: "Why a production has no ranks: nobody matched it, or no list of its genre was read.",
    words: &["not_matched", "no_market"],
};
