//! What concerts sold in some time.

use domain::reports::concert_daily::Sold;

use super::prelude::*;

pub(super) static SOLD: Object<Sold> = object(
    "ConcertSold",
    "What a concert sold in some time.",
    &[
        column("seats", "Paid seats.", |sold| sold.seats.into()),
        column("complimentarySeats", "Seats given away.", |sold| {
            sold.complimentary_seats.into()
        }),
        column("revenueKrw", "Sales, in won.", |sold| sold.revenue_krw.into()),
    ],
);
