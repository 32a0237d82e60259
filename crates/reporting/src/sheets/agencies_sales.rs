//! `agencies/sales`.

use domain::calendar::OpenRange;
use domain::reports::agencies_sales::{AgenciesSales, Agency, By, Rest, Row, Share};

use super::deposits::DEPOSITS;
use super::prelude::*;

const TITLE: Words = Words("예매처별 판매", "Agencies");

/// Its sheet.
pub static AGENCIES_SALES: Sheet<AgenciesSales> = Sheet {
    title: TITLE,
    about: Words(
        "예매처마다 팔린 좌석과 매출, 그 비중입니다.",
        "What each ticket agency sold, and its share of the total.",
    ),
    example: include_str!("examples/agencies-sales.json"),
    summary: "All: which ticket agency sold what",
    details: "Of the sale days or the performance days from `from` to `to`: each agency, the sheet's own totals, and what no \
              agency sold.",
    parameters: &[
        choice(
            "by",
            Words("날짜 기준", "Date basis"),
            "By the days of the purchase or those of the performances; default: the first by which the workbook tells agencies.",
            &["sale_day", "performance_day"],
        ),
        day("from", Words("시작일", "From"), "First of the days; default: all."),
        day("to", Words("종료일", "To"), "Last of the days; default: all."),
    ],
    asked: |values| {
        let by = values.chosen("by");
        let by = By::ALL.into_iter().find(|one| Some(one.code()) == by);
        let (from, to) = (values.day("from"), values.day("to"));
        (by, OpenRange { from, to })
    },
    answer: object(
        "AgenciesSalesReport",
        "Which ticket agency sold what.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "agencies"], TITLE)],
};

static BY: Choice = Choice {
    schema: "AgenciesBy",
    about: "By which days: those of the purchase, or those of the performances.",
    words: &["sale_day", "performance_day"],
};

static ITEM: Object<Row> = object(
    "AgenciesSalesItem",
    "Ticket agencies of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional(
            "by",
            "By which days; `null` where the workbook does not tell agencies.",
            |row: &Row| row.by.map(By::code).into(),
        )
        .one_of(&BY),
        list(
            "agencies",
            "By revenue, then seats, then code.",
            &Each(|row: &Row| &row.agencies, &AGENCY),
        ),
        optional_nested(
            "total",
            "The sheet's own totals of the same days.",
            &Of(|row: &Row| row.total.as_ref(), &SHARE),
        ),
        optional_nested(
            "rest",
            "The total without the agencies; `null` where nothing is left.",
            &Of(|row: &Row| row.rest.as_ref(), &REST),
        ),
    ],
);

static AGENCY: Object<Agency> = object(
    "AgencySalesView",
    "What one agency sold.",
    &[
        column(
            "agency",
            "`interpark`, `nol`, `yes24`, `melon`, `ticketlink`, or the code of another one.",
            |agency: &Agency| agency.code.code().into(),
        )
        .example("interpark"),
        column("name", "Its name.", |agency: &Agency| (&agency.name).into()).example("인터파크"),
        flat(&Of(|agency: &Agency| Some(&agency.share), &SHARE)),
    ],
);

static SHARE: Object<Share> = object(
    "AgencyShare",
    "What was sold, and how much of the whole it is. What is paid for is told by performances only.",
    &[
        column("seats", "Booked seats.", |share: &Share| share.sold.seats.into()),
        optional("revenueKrw", "Their won; `null` where the sheet has none.", |share| {
            share.sold.revenue_krw.into()
        }),
        flat(&Of(|share: &Share| Some(&share.sold.deposits), &DEPOSITS)),
        optional("seatRatio", "Seats ÷ those of all.", |share| share.seat_ratio.into()),
        optional("revenueRatio", "Revenue ÷ that of all.", |share| {
            share.revenue_ratio.into()
        }),
        optional("meanTicketPriceKrw", "Revenue ÷ seats, in won.", |share| {
            share.mean_ticket_price_krw.into()
        }),
    ],
);

static REST: Object<Rest> = object(
    "AgenciesRest",
    "What no agency sold.",
    &[
        column("seats", "Seats.", |rest: &Rest| rest.seats.into()),
        optional("revenueKrw", "Won.", |rest| rest.revenue_krw.into()),
    ],
);
