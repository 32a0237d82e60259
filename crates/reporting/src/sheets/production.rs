//! Which production a row is about.

use domain::production::Category;
use domain::reports::ReportedProduction;

use crate::object::{Choice, Member, Object, column, object, optional};

pub(super) static CATEGORY: Choice = Choice {
    schema: "CategoryView",
    about: "What a production is.",
    words: &["concert", "play", "musical"],
};

pub(super) static SALES_REASON: Choice = Choice {
    schema: "SalesReason",
    about: "Why sales by day are not known: the workbook has no sale days.",
    words: &["no_sale_days"],
};

const ID: Member<ReportedProduction> = column("productionId", "", |production: &ReportedProduction| {
    production.id.0.into()
})
.last_in_tables();
const CODE: Member<ReportedProduction> = column("productionCode", "", |production: &ReportedProduction| {
    production.code.as_str().into()
})
.example("MU2611");
const NAME: Member<ReportedProduction> = column("productionName", "", |production: &ReportedProduction| {
    (&production.name).into()
})
.example("봄밤의 왈츠");
const ITS_CATEGORY: Member<ReportedProduction> = column("category", "", |production: &ReportedProduction| {
    Category::code(production.category).into()
})
.one_of(&CATEGORY);
const RECORD_DATE: Member<ReportedProduction> = optional(
    "recordDate",
    "Record date (기준일) of the current snapshot; `null` without one.",
    |production: &ReportedProduction| production.record_date.into(),
);

const SCHEMA: &str = "ProductionHead";
const ABOUT: &str = "Which production an item is about.";

pub(crate) static PRODUCTION: Object<ReportedProduction> =
    object(SCHEMA, ABOUT, &[ID, CODE, NAME, ITS_CATEGORY, RECORD_DATE]);

/// The same where the rows of tables have record dates of their own.
pub(super) static PRODUCTION_OF_DATES: Object<ReportedProduction> = object(
    SCHEMA,
    ABOUT,
    &[ID, CODE, NAME, ITS_CATEGORY, RECORD_DATE.beside_tables()],
);
