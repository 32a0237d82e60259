//! `market/openings`.

use domain::market::Genre;
use domain::production::ProductionCode;
use domain::reports::market::openings::{Answer, MarketOpenings, Parameters, Row};

use super::super::prelude::*;
use super::{ABOUT_MARKET, GENRE, MARKET, SOURCE, asked};

const TITLE: Words = Words("개막 예정", "Openings");

/// Its sheet.
pub static MARKET_OPENINGS: Sheet<MarketOpenings> = Sheet {
    title: TITLE,
    about: Words(
        "앞으로 어떤 공연이 언제 막을 올리는지, 같은 기간의 우리 공연과 함께 보여 줍니다.",
        "Which shows open when, and which of our productions run then.",
    ),
    example: include_str!("../examples/market-openings.json"),
    summary: "Which shows open when",
    details: "Shows that KOPIS knows whose first day is from `from` to `to`, by default within sixty days from `asOf`. `beside` names active \
              productions of the genre whose run touches the show's; like `productionCode`, of those that the caller sees. The shows are public: \
              every active user may read them.",
    parameters: &[
        day("from", Words("시작일", "From"), "First opening day; default: `asOf`."),
        day(
            "to",
            Words("종료일", "To"),
            "Last opening day; default: sixty days after `asOf`.",
        ),
        GENRE,
    ],
    asked: |values| Parameters {
        days: asked(values),
        genre: values.chosen("genre").and_then(Genre::known),
    },
    answer: object(
        "MarketOpeningsReport",
        "Which shows open when.",
        &[
            nested(
                "market",
                ABOUT_MARKET,
                &Of(|answer: &Answer| Some(&answer.standing), &MARKET),
            ),
            list(
                "items",
                "By first day, then name.",
                &Each(|answer: &Answer| &answer.items, &ITEM),
            ),
        ],
    ),
    tables: &[table(&["items"], TITLE), Table::of_object("market", SOURCE)],
};

static ITEM: Object<Row> = object(
    "MarketOpening",
    "A show that opens.",
    &[
        column("kopisId", "The show.", |row: &Row| {
            row.opening.show.kopis_id.as_str().into()
        })
        .example("PF900001"),
        column("name", "Its name.", |row: &Row| (&row.opening.show.name).into())
            .called("showName")
            .example("달빛 정원"),
        column("genre", "Code of its genre.", |row: &Row| {
            row.opening.show.genre.code().into()
        })
        .example("GGGA"),
        optional("place", "Where it plays.", |row: &Row| {
            row.opening.show.place.as_ref().into()
        })
        .example("가온예술극장"),
        optional("area", "In which part of the country.", |row: &Row| {
            row.opening.show.area.as_ref().into()
        })
        .example("서울"),
        column("from", "First day with a performance.", |row: &Row| {
            row.opening.show.from.into()
        }),
        column("to", "Last day with a performance.", |row: &Row| {
            row.opening.show.to.into()
        }),
        column(
            "openRun",
            "Whether it goes on for as long as people come.",
            |row: &Row| row.opening.show.open_run.into(),
        ),
        optional(
            "productionCode",
            "The production that it is, where the caller sees it.",
            |row: &Row| row.opening.production_code.as_ref().map(ProductionCode::as_str).into(),
        )
        .example("MU2611"),
        column(
            "beside",
            "Codes of active productions of the genre that play in its days.",
            |row: &Row| (&row.beside).into(),
        ),
    ],
);
