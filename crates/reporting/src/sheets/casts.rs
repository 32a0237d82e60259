//! A cast among others.

use domain::reports::casts::RankedCast;

use super::prelude::*;

pub(super) static CAST: Object<RankedCast> = object(
    "CastView",
    "A cast: the same people in the same order.",
    &[
        column("cast", "Who plays, in order.", |cast| (&cast.figures.cast).into()),
        column("revenueKrw", "Revenue of its performances, in won.", |cast| {
            cast.figures.revenue_krw.into()
        }),
        column("performances", "Number of performances.", |cast: &RankedCast| {
            cast.figures.performances.into()
        })
        .minimum(1),
        column("rank", "1 + number of casts with more revenue.", |cast: &RankedCast| {
            cast.rank.into()
        })
        .minimum(1),
    ],
);
