//! `market/…`: how the market stands, in every one of them.

mod genres;
mod index;
mod openings;
mod rank;

pub use genres::MARKET_GENRES;
pub use index::MARKET_INDEX;
pub use openings::MARKET_OPENINGS;
pub use rank::MARKET_RANK;

use domain::calendar::in_kst;
use domain::market::{ATTRIBUTION, Standing};
use domain::reports::market::Asked;

use super::prelude::*;
use crate::parameters::{Parameter, Values};

/// The sheet that says where figures come from.
pub(super) const SOURCE: Words = Words("출처", "Source");
pub(super) const ABOUT_MARKET: &str = "How the market stands, how new its figures are, and where they come from.";

/// The genres that one may ask for, by code.
pub(super) const GENRES: &[&str] = &["AAAA", "BBBC", "BBBE", "CCCA", "CCCC", "CCCD", "EEEA", "EEEB", "GGGA"];

pub(super) const GENRE: Parameter = choice(
    "genre",
    Words("장르", "Genre"),
    "Only this genre, by its code; default: all.",
    GENRES,
);

/// The days that are asked for.
pub(super) fn asked(values: &Values) -> Asked {
    Asked {
        from: values.day("from"),
        to: values.day("to"),
    }
}

pub(super) static MARKET: Object<Standing> = object(
    "MarketStanding",
    "How the market stands. Figures stay, whatever the state is.",
    &[
        column(
            "state",
            "`off`: there is no key; `stale`: a day that ought to be there is not; `failing`: the last reading failed; `blocked`: KOPIS \
             wants to be left alone for a day; `key_rejected`: it does not know the key; `budget_used`: the calls of the day are used up.",
            |standing: &Standing| standing.state.code().into(),
        )
        .one_of(&STATE),
        optional("through", "Last day with figures.", |standing: &Standing| {
            standing.through.into()
        }),
        optional("readAt", "When data was last read.", |standing: &Standing| {
            standing.read_at.map(in_kst).into()
        }),
        column(
            "stale",
            "Whether `through` is before the day before yesterday, or from eleven in the morning before yesterday.",
            |standing: &Standing| standing.is_stale.into(),
        ),
        column("attribution", "Where the figures come from.", |_: &Standing| {
            ATTRIBUTION.into()
        })
        .example(ATTRIBUTION),
    ],
);

static STATE: Choice = Choice {
    schema: "MarketState",
    about: "How the market stands, in one word.",
    words: &[
        "ok",
        "off",
        "stale",
        "failing",
        "blocked",
        "key_rejected",
        "budget_used",
    ],
};
