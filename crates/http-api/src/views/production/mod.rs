//! Productions.

mod entry;
mod query;
mod seat_grade;

pub(crate) use entry::{ChangedProduction, NewProduction};
pub(crate) use query::{DeletionQuery, ForceQuery, ProductionListQuery};
pub(crate) use seat_grade::SeatGradeBody;

use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::production::{Category, Production, RevenueBasis};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{GradeMap, numbers};

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

/// Which revenue is meant where a production is summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RevenueBasisView {
    /// What is booked, paid or not.
    Booked,
    /// Money received.
    Deposited,
}

impl From<RevenueBasis> for RevenueBasisView {
    fn from(basis: RevenueBasis) -> Self {
        match basis {
            RevenueBasis::Booked => Self::Booked,
            RevenueBasis::Deposited => Self::Deposited,
        }
    }
}

impl From<RevenueBasisView> for RevenueBasis {
    fn from(basis: RevenueBasisView) -> Self {
        match basis {
            RevenueBasisView::Booked => Self::Booked,
            RevenueBasisView::Deposited => Self::Deposited,
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
    /// Seats per grade of one performance: those of `seatGrades` that tell them.
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Option<GradeMap>,
    /// The grades in the order in which they are shown.
    seat_grades: Vec<SeatGradeBody>,
    /// Target revenue of the run, where nobody plans by day, in won.
    target_krw: Option<i64>,
    /// What all of it costs, in won.
    production_cost_krw: Option<i64>,
    /// Which revenue `overview` means.
    revenue_basis: RevenueBasisView,
    /// Whether messages go to a webhook of this production's own too. Its address is told to nobody.
    has_slack_webhook: bool,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
}

impl From<Production> for ProductionView {
    fn from(production: Production) -> Self {
        let details = production.details.into_draft();
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
            seat_inventory: details.seat_inventory.map(GradeMap),
            seat_grades: seat_grade::told(details.seat_grades),
            target_krw: details.target_krw,
            production_cost_krw: details.production_cost_krw,
            revenue_basis: details.revenue_basis.into(),
            has_slack_webhook: production.has_slack_webhook,
            created_at: in_kst(production.created_at).to_rfc3339(),
            updated_at: in_kst(production.updated_at).to_rfc3339(),
        }
    }
}
