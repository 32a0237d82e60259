//! `cast-effects`.

use domain::reports::cast_effects::{CastEffects, Effect, Row, word_of};

use super::prelude::*;

const TITLE: Words = Words("캐스트 효과", "Cast effects");

/// Its sheet.
pub static CAST_EFFECTS: Sheet<CastEffects> = Sheet {
    title: TITLE,
    about: Words(
        "누가 나온 회차가 얼마나 더 팔렸는지를 구간으로 봅니다. 함께 나타난 것이지, 그 때문이라는 뜻은 아닙니다.",
        "With whom performances sold more or fewer seats, as intervals: an association, not a cause.",
    ),
    example: include_str!("examples/cast-effects.json"),
    summary: "Plays: what casts are associated with",
    details: "Seats of performances with a person in a cast column, against those with a usual cast of that column, once weekday, hour, \
              holiday and place in the run are allowed for. It is associated with the person, and nobody can say that it is caused. `cannotTell` \
              says why nothing is to be read from a figure: that is the most frequent answer. `asOf` is the day at whose close was known what is told.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "CastEffectsReport",
        "What the casts of each production are associated with.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[named_table("effects", &["items", "effects"], TITLE).of_heads()],
};

static ITEM: Object<Row> = object(
    "CastEffectsItem",
    "What the casts of one production are associated with.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional(
            "origin",
            "Record date of the newest snapshot up to `asOf`.",
            |row: &Row| row.origin.into(),
        ),
        column(
            "shows",
            "Played performances that were compared: those whose seats are known.",
            |row: &Row| row.shows.into(),
        )
        .minimum(0),
        list(
            "effects",
            "By cast column, and in it by name.",
            &Each(|row: &Row| &row.effects, &EFFECT),
        ),
    ],
);

static EFFECT: Object<Effect> = object(
    "CastEffect",
    "Someone in a cast column, compared with the average of that column.",
    &[
        column(
            "castColumn",
            "Number of the column in the workbook, from 1.",
            |one: &Effect| one.cast_column.into(),
        ),
        column("person", "The name.", |one: &Effect| (&one.person).into()).example("김하나"),
        column(
            "shows",
            "Performances with the person in this column.",
            |one: &Effect| one.shows.into(),
        )
        .minimum(0),
        column(
            "effectRatio",
            "Seats compared with a typical cast of the column: 0.1 is ten percent more.",
            |one: &Effect| one.effect_ratio.into(),
        ),
        column("lowRatio", "Lower end of its 90 % interval.", |one: &Effect| {
            one.low_ratio.into()
        }),
        column("highRatio", "Upper end of it.", |one: &Effect| one.high_ratio.into()),
        column("effectSeats", "In seats, at the median performance.", |one: &Effect| {
            one.effect_seats.into()
        }),
        column("effectKrw", "In won, at the average price.", |one: &Effect| {
            one.effect_krw.into()
        }),
        optional(
            "cannotTell",
            "Why nothing can be said; `null` where something can.",
            |one: &Effect| one.cannot_tell.map(word_of).into(),
        )
        .one_of(&CANNOT_TELL),
    ],
);

static CANNOT_TELL: Choice = Choice {
    schema: "CastCannotTell",
    about: "Why nothing can be said of someone.",
    words: &["too_few_shows", "one_class", "sold_out", "not_clear"],
};
