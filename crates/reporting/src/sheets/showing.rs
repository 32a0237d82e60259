//! A performance, as far as every report tells of it.

use domain::reports::showing::Showing;

use super::prelude::*;

pub(super) static SHOWING: Object<Showing> = object(
    "ShowingView",
    "A performance (회차): who plays, how full it is, what is left.",
    &[
        column("startsAt", "Date and time.", |showing: &Showing| {
            showing.starts_at.into()
        })
        .example("2026-11-20T19:30:00+09:00"),
        column("cast", "Who plays.", |showing| (&showing.cast).into()),
        column("paidShare", "Paid share, as in the workbook.", |showing| {
            showing.paid_share.into()
        }),
        column(
            "complimentaryShare",
            "Complimentary share, as in the workbook.",
            |showing| showing.complimentary_share.into(),
        ),
        column("occupancy", "Paid + complimentary share.", |showing| {
            showing.occupancy.into()
        }),
        column("paidSeats", "Seats sold.", |showing| showing.paid_seats.into()),
        column("complimentarySeats", "Seats given away.", |showing| {
            showing.complimentary_seats.into()
        }),
        optional(
            "remainingSeats",
            "Seats on sale − sold − given away; `null` while the capacity is not known.",
            |showing| showing.remaining_seats.into(),
        ),
    ],
);
