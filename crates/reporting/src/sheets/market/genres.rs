//! `market/genres`.

use domain::market::Genre;
use domain::reports::market::genres::{Answer, Day, Item, MarketGenres, Parameters, Sums};

use super::super::prelude::*;
use super::{ABOUT_MARKET, GENRE, MARKET, SOURCE, asked};

const TITLE: Words = Words("시장 장르", "Market by genre");

/// Its sheet.
pub static MARKET_GENRES: Sheet<MarketGenres> = Sheet {
    title: TITLE,
    about: Words(
        "장르마다 구매일 기준 예매를 날짜별로, 그리고 합계로 보여 줍니다.",
        "Bookings of each genre by day of purchase, and in total.",
    ),
    example: include_str!("../examples/market-genres.json"),
    summary: "Market bookings, genre by genre",
    details: "Bookings of whole genres by day of purchase, as KOPIS tells them: of the days from `from` to `to`, by default the thirty before \
              `asOf`. `days` lists those that are known; productions and performances of days do not add up, so that only tickets and \
              amounts have sums. The change is against as many days before. They are public figures: every active user may read them, \
              whatever productions they see.",
    parameters: &[
        day(
            "from",
            Words("시작일", "From"),
            "First day of purchase; default: thirty days before `asOf`.",
        ),
        day(
            "to",
            Words("종료일", "To"),
            "Last day of purchase; default: the day before `asOf`.",
        ),
        GENRE,
    ],
    asked: |values| Parameters {
        days: asked(values),
        genre: values.chosen("genre").and_then(Genre::known),
    },
    answer: object(
        "MarketGenresReport",
        "Market bookings, genre by genre.",
        &[
            nested(
                "market",
                ABOUT_MARKET,
                &Of(|answer: &Answer| Some(&answer.standing), &MARKET),
            ),
            list(
                "items",
                "Genres of which a day is known, by code.",
                &Each(|answer: &Answer| &answer.items, &ITEM),
            ),
            nested(
                "overall",
                "All genres together.",
                &Of(|answer: &Answer| Some(&answer.overall), &SUMS),
            ),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        named_table("days", &["items", "days"], Words("날짜별", "By day")).of_heads(),
        Table::of_object("overall", OVERALL),
        Table::of_object("market", SOURCE),
    ],
};

static ITEM: Object<Item> = object(
    "MarketGenre",
    "One genre.",
    &[
        column(
            "genre",
            "Its code; one that this release does not know is its own name.",
            |item: &Item| item.genre.code().into(),
        )
        .example("GGGA"),
        column("name", "Its name.", |item: &Item| item.genre.name().into())
            .called("genreName")
            .example("뮤지컬"),
        flat(&Of(|item: &Item| Some(&item.sums), &SUMS)),
        list(
            "days",
            "The days that are known, in order of time.",
            &Each(|item: &Item| &item.days, &DAY),
        ),
    ],
);

static SUMS: Object<Sums> = object(
    "MarketSums",
    "Sums of the days that are known.",
    &[
        column("knownDays", "How many days of the range are known.", |sums: &Sums| {
            sums.known_days.into()
        })
        .minimum(0),
        optional("bookedTickets", "Tickets that were booked.", |sums: &Sums| {
            sums.booked_tickets.into()
        }),
        optional("cancelledTickets", "Tickets that were cancelled.", |sums: &Sums| {
            sums.cancelled_tickets.into()
        }),
        optional("netTickets", "Booked − cancelled.", |sums: &Sums| {
            sums.net_tickets.into()
        }),
        optional("amountKrw", "Won.", |sums: &Sums| sums.amount_krw.into()),
        optional("meanTicketPriceKrw", "Amount ÷ net tickets.", |sums: &Sums| {
            sums.mean_ticket_price_krw.into()
        })
        .called("marketTicketPriceKrw"),
        optional("cancellationRatio", "Cancelled ÷ booked.", |sums: &Sums| {
            sums.cancellation_ratio.into()
        }),
        optional("amountShare", "Amount ÷ that of all genres.", |sums: &Sums| {
            sums.amount_share.into()
        }),
        optional(
            "previousAmountKrw",
            "Amount of as many days before; `null` when one of them is not known.",
            |sums: &Sums| sums.previous_amount_krw.into(),
        ),
        optional(
            "changeRatio",
            "Amount ÷ previous amount − 1; `null` when a day of either range is not known.",
            |sums: &Sums| sums.change_ratio.into(),
        )
        .called("amountChangeRatio"),
    ],
);

static DAY: Object<Day> = object(
    "MarketGenreDay",
    "One day of purchase.",
    &[
        column("day", "The day.", |of: &Day| of.day.into()),
        column("productions", "Productions that sold something.", |of: &Day| {
            of.bookings.productions.into()
        }),
        column("performances", "Performances that were sold for.", |of: &Day| {
            of.bookings.performances.into()
        }),
        column("bookedTickets", "Tickets that were booked.", |of: &Day| {
            of.bookings.booked_tickets.into()
        }),
        column("cancelledTickets", "Tickets that were cancelled.", |of: &Day| {
            of.bookings.cancelled_tickets.into()
        }),
        column("netTickets", "Booked − cancelled.", |of: &Day| {
            of.bookings.net_tickets.into()
        }),
        column("amountKrw", "Won.", |of: &Day| of.bookings.amount_krw.into()),
        column(
            "corrected",
            "Whether a figure has changed since it was first read.",
            |of: &Day| of.is_corrected.into(),
        ),
    ],
);
