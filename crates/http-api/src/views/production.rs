use std::borrow::Cow;

use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::grade::SeatsByGrade;
use domain::production::{Category, Production, ProductionCode, ProductionDetails};
use domain::validation::FieldError;
use ports::driven::{Patch, ProductionSort};
use ports::driving::ProductionChange;
use serde::de::value::StrDeserializer;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::paging::OrderParam;
use super::{GradeInput, GradeMap, grade_map, numbers};
use crate::extract::{Day, Instant, Ratio, escaped, patched};
use crate::problem::ApiError;

/// What kind of production it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CategoryView {
    Concert,
    Musical,
    Play,
}

impl From<Category> for CategoryView {
    fn from(category: Category) -> Self {
        match category {
            Category::Concert => Self::Concert,
            Category::Musical => Self::Musical,
            Category::Play => Self::Play,
        }
    }
}

impl From<CategoryView> for Category {
    fn from(category: CategoryView) -> Self {
        match category {
            CategoryView::Concert => Self::Concert,
            CategoryView::Musical => Self::Musical,
            CategoryView::Play => Self::Play,
        }
    }
}

/// A production (공연): one concert, play or musical over its whole run.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductionView {
    id: Uuid,
    /// Second part of a workbook's file name.
    #[schema(example = "PL2612")]
    code: String,
    #[schema(example = "두 번째 편지")]
    name: String,
    category: CategoryView,
    /// Whether reports list it without being asked to.
    active: bool,
    venue: Option<String>,
    run_start: Option<NaiveDate>,
    run_end: Option<NaiveDate>,
    sale_start: Option<NaiveDate>,
    sale_end: Option<NaiveDate>,
    /// Length of a performance in minutes.
    running_minutes: Option<i32>,
    /// Share of the house that is aimed at; 1 is full.
    #[schema(example = 0.625)]
    target_share: Option<f64>,
    /// Revenue at which the costs are met (손익분기점), in won.
    break_even_krw: Option<i64>,
    /// Seats on sale per performance.
    seats_per_performance: Option<i64>,
    /// Last day of previews.
    preview_end: Option<NaiveDate>,
    /// When the concert begins.
    #[schema(format = DateTime)]
    concert_at: Option<String>,
    /// Concerts: seats per grade of one performance.
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Option<GradeMap>,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
}

impl From<Production> for ProductionView {
    fn from(production: Production) -> Self {
        let details = production.details;
        Self {
            id: production.id.0,
            code: details.code.to_string(),
            name: details.name,
            category: details.category.into(),
            active: details.active,
            venue: details.venue,
            run_start: details.run_start,
            run_end: details.run_end,
            sale_start: details.sale_start,
            sale_end: details.sale_end,
            running_minutes: details.running_minutes,
            target_share: numbers(details.target_share),
            break_even_krw: details.break_even_krw,
            seats_per_performance: details.seats_per_performance,
            preview_end: details.preview_end,
            concert_at: details.concert_at.map(|at| at.to_rfc3339()),
            seat_inventory: details.seat_inventory.as_ref().map(grade_map),
            created_at: in_kst(production.created_at).to_rfc3339(),
            updated_at: in_kst(production.updated_at).to_rfc3339(),
        }
    }
}

/// A new production. Setting the sale period makes a target of 0 for each of its days and an empty marketing week for
/// each calendar week that it touches.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewProduction {
    /// 1 to 32 letters, digits, `-`, `.`; unique.
    #[schema(example = "PL2612", pattern = "^[A-Za-z0-9.-]{1,32}$")]
    code: String,
    /// Unique, trimmed.
    #[schema(example = "두 번째 편지", min_length = 1, max_length = 200)]
    name: String,
    #[serde(deserialize_with = "category")]
    category: CategoryView,
    #[serde(default = "active_by_default")]
    #[schema(default = true)]
    active: bool,
    #[schema(max_length = 200)]
    venue: Option<String>,
    run_start: Option<Day>,
    run_end: Option<Day>,
    sale_start: Option<Day>,
    sale_end: Option<Day>,
    #[schema(minimum = 1, maximum = 1440)]
    running_minutes: Option<i32>,
    target_share: Option<Ratio>,
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    break_even_krw: Option<i64>,
    #[schema(minimum = 0, maximum = 10_000_000)]
    seats_per_performance: Option<i64>,
    preview_end: Option<Day>,
    concert_at: Option<Instant>,
    /// Concerts: seats per grade of one performance.
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Option<GradeInput>,
}

fn active_by_default() -> bool {
    true
}

impl TryFrom<NewProduction> for ProductionDetails {
    type Error = ApiError;

    fn try_from(new: NewProduction) -> Result<Self, ApiError> {
        let mut details = Self::new(code(&new.code)?, new.name, new.category.into());
        details.active = new.active;
        details.venue = new.venue;
        details.run_start = new.run_start.map(|day| day.0);
        details.run_end = new.run_end.map(|day| day.0);
        details.sale_start = new.sale_start.map(|day| day.0);
        details.sale_end = new.sale_end.map(|day| day.0);
        details.running_minutes = new.running_minutes;
        details.target_share = new.target_share.map(|share| share.0);
        details.break_even_krw = new.break_even_krw;
        details.seats_per_performance = new.seats_per_performance;
        details.preview_end = new.preview_end.map(|day| day.0);
        details.concert_at = new.concert_at.map(|at| at.0);
        details.seat_inventory = new.seat_inventory.map(inventory).transpose()?;
        Ok(details)
    }
}

/// Changes to a production: a field left out stays, `null` clears it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedProduction {
    #[schema(pattern = "^[A-Za-z0-9.-]{1,32}$", nullable = false)]
    #[serde(default, deserialize_with = "required")]
    code: Option<String>,
    #[schema(min_length = 1, max_length = 200, nullable = false)]
    #[serde(default, deserialize_with = "required")]
    name: Option<String>,
    /// Fixed once there is an upload.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required_category")]
    category: Option<CategoryView>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    active: Option<bool>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 200)]
    venue: Patch<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Day>)]
    run_start: Patch<Day>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Day>)]
    run_end: Patch<Day>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Day>)]
    sale_start: Patch<Day>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Day>)]
    sale_end: Patch<Day>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 1440)]
    running_minutes: Patch<i32>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Ratio>)]
    target_share: Patch<Ratio>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 1_000_000_000_000_i64)]
    break_even_krw: Patch<i64>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 10_000_000)]
    seats_per_performance: Patch<i64>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Day>)]
    preview_end: Patch<Day>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Instant>)]
    concert_at: Patch<Instant>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Patch<GradeInput>,
}

/// A word; a derived implementation also takes `{"play": null}`.
fn category<'de, D: Deserializer<'de>>(deserializer: D) -> Result<CategoryView, D::Error> {
    let word = Cow::<str>::deserialize(deserializer)?;
    CategoryView::deserialize(StrDeserializer::new(&word))
}

fn required_category<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CategoryView>, D::Error> {
    category(deserializer).map(Some)
}

/// A field that may be left out, but not cleared.
fn required<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl ChangedProduction {
    pub(crate) fn into_change(self, force: bool) -> Result<ProductionChange, ApiError> {
        let inventory = match self.seat_inventory {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(seats) => Patch::Set(inventory(seats)?),
        };
        Ok(ProductionChange {
            code: self.code.as_deref().map(code).transpose()?,
            name: self.name,
            category: self.category.map(Category::from),
            active: self.active,
            venue: self.venue,
            run_start: map(self.run_start, |day| day.0),
            run_end: map(self.run_end, |day| day.0),
            sale_start: map(self.sale_start, |day| day.0),
            sale_end: map(self.sale_end, |day| day.0),
            running_minutes: self.running_minutes,
            target_share: map(self.target_share, |share| share.0),
            break_even_krw: self.break_even_krw,
            seats_per_performance: self.seats_per_performance,
            preview_end: map(self.preview_end, |day| day.0),
            concert_at: map(self.concert_at, |at| at.0),
            seat_inventory: inventory,
            force,
        })
    }
}

fn map<A, B>(patch: Patch<A>, value: impl FnOnce(A) -> B) -> Patch<B> {
    match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(set) => Patch::Set(value(set)),
    }
}

fn code(text: &str) -> Result<ProductionCode, ApiError> {
    text.parse()
        .map_err(|error: domain::production::InvalidProductionCode| {
            ApiError::invalid("/code", "malformed", error.to_string())
        })
}

fn inventory(seats: GradeInput) -> Result<SeatsByGrade, ApiError> {
    let mut inventory = SeatsByGrade::new();
    let mut breaches = Vec::new();
    for (grade, seats) in seats {
        let pointer = format!("/seatInventory/{}", escaped(&grade));
        match grade.parse() {
            Ok(grade) if !inventory.contains_key(&grade) => {
                inventory.insert(grade, seats);
            }
            Ok(_) => breaches.push(FieldError::new(
                pointer,
                "duplicate",
                "each grade once, whatever its case",
            )),
            Err(error) => {
                let error: domain::grade::InvalidGrade = error;
                breaches.push(FieldError::new(pointer, "malformed", error.to_string()));
            }
        }
    }
    if breaches.is_empty() {
        Ok(inventory)
    } else {
        Err(ApiError::Invalid(breaches))
    }
}

/// What a list of productions is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ProductionSortParam {
    #[default]
    Code,
    Name,
    Category,
    RunStart,
    SaleStart,
    CreatedAt,
}

impl From<ProductionSortParam> for ProductionSort {
    fn from(sort: ProductionSortParam) -> Self {
        match sort {
            ProductionSortParam::Code => Self::Code,
            ProductionSortParam::Name => Self::Name,
            ProductionSortParam::Category => Self::Category,
            ProductionSortParam::RunStart => Self::RunStart,
            ProductionSortParam::SaleStart => Self::SaleStart,
            ProductionSortParam::CreatedAt => Self::CreatedAt,
        }
    }
}

/// Which productions to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ProductionListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// What to sort by.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) sort: ProductionSortParam,
    /// Direction.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Part of the code or the name.
    #[param(max_length = 200, nullable = false)]
    pub(crate) q: Option<String>,
    /// Only this category.
    #[param(inline, nullable = false)]
    pub(crate) category: Option<CategoryView>,
    /// Only active ones, or only inactive ones.
    #[param(nullable = false)]
    pub(crate) active: Option<bool>,
}

/// Whether a change may lose targets and notes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ForceQuery {
    /// Lose targets and notes that the new sale period has no place for.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) force: bool,
}
