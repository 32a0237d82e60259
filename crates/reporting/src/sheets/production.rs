//! Which production a row is about.

use domain::production::Category;
use domain::reports::ReportedProduction;

use crate::object::{Choice, Object, column, object, optional};

pub(super) static CATEGORY: Choice = Choice {
    schema: "CategoryView",
    about: "What a production is.",
    words: &["concert", "play", "musical"],
};

pub(super) static PRODUCTION: Object<ReportedProduction> = object(
    "ProductionHead",
    "Which production an item is about.",
    &[
        column("productionId", "", |production: &ReportedProduction| {
            production.id.0.into()
        })
        .last_in_tables(),
        column("productionCode", "", |production: &ReportedProduction| {
            production.code.as_str().into()
        })
        .example("MU2611"),
        column("productionName", "", |production: &ReportedProduction| {
            (&production.name).into()
        })
        .example("봄밤의 왈츠"),
        column("category", "", |production: &ReportedProduction| {
            Category::code(production.category).into()
        })
        .one_of(&CATEGORY),
        optional(
            "recordDate",
            "Record date (기준일) of the current snapshot; `null` without one.",
            |production| production.record_date.into(),
        ),
    ],
);
