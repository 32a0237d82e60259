//! What staff enter of a production.

use domain::grade::SeatsByGrade;
use domain::production::{Category, ProductionCode, ProductionDraft, RevenueBasis};
use ports::driven::{Patch, WebhookUrl};
use ports::driving::ProductionChange;
use serde::Deserialize;
use utoipa::ToSchema;

use super::seat_grade::{SeatGradeBody, grades};
use super::{CategoryView, RevenueBasisView};
use crate::extract::{Day, Instant, Object, Ratio, patched, required, required_word, word};
use crate::problem::{ApiError, FieldErrorView, escaped};
use crate::views::GradeInput;

/// A new production. Setting the sale period makes a target of 0 for each of its days and an empty marketing week for
/// each calendar week that it touches.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewProduction {
    /// 1 to 32 letters, digits, `-`, `.`; unique.
    #[schema(example = "PL2612", pattern = "^[A-Za-z0-9.-]{1,32}$")]
    code: String,
    /// Unique, trimmed.
    #[schema(example = "두 번째 편지", min_length = 1, max_length = 200)]
    name: String,
    #[serde(deserialize_with = "word")]
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
    /// Seats per grade of one performance. Not together with `seatGrades`, which tells more.
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Option<GradeInput>,
    /// The grades in the order in which they are shown; each once.
    #[schema(value_type = Option<Vec<SeatGradeBody>>, max_items = 50)]
    seat_grades: Option<Vec<Object<SeatGradeBody>>>,
    /// Target revenue of the run, where nobody plans by day.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    target_krw: Option<i64>,
    /// What all of it costs.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    production_cost_krw: Option<i64>,
    /// Which revenue `overview` means.
    #[serde(default, deserialize_with = "required_word")]
    #[schema(nullable = false, default = "booked")]
    revenue_basis: Option<RevenueBasisView>,
    /// A webhook of this production's own, besides the company's; admins set it.
    #[schema(example = "https://hooks.slack.com/services/T000/B000/secret", max_length = 2000)]
    slack_webhook_url: Option<String>,
}

fn active_by_default() -> bool {
    true
}

impl NewProduction {
    /// The webhook, which only some may set.
    pub(crate) fn take_webhook(&mut self) -> Option<WebhookUrl> {
        self.slack_webhook_url.take().map(WebhookUrl)
    }
}

impl TryFrom<NewProduction> for ProductionDraft {
    type Error = ApiError;

    fn try_from(new: NewProduction) -> Result<Self, ApiError> {
        let mut draft = Self::new(code(&new.code)?, new.name, new.category.into());
        draft.active = new.active;
        draft.venue = new.venue;
        draft.run_start = new.run_start.map(|day| day.0);
        draft.run_end = new.run_end.map(|day| day.0);
        draft.sale_start = new.sale_start.map(|day| day.0);
        draft.sale_end = new.sale_end.map(|day| day.0);
        draft.running_minutes = new.running_minutes;
        draft.target_share = new.target_share.map(|share| share.0);
        draft.break_even_krw = new.break_even_krw;
        draft.seats_per_performance = new.seats_per_performance;
        draft.preview_end = new.preview_end.map(|day| day.0);
        draft.concert_at = new.concert_at.map(|at| at.0);
        refuse_both(new.seat_inventory.is_some() && new.seat_grades.is_some())?;
        draft.seat_inventory = new.seat_inventory.map(inventory).transpose()?;
        if let Some(of) = new.seat_grades {
            draft.set_seat_grades(grades(of)?);
        }
        draft.target_krw = new.target_krw;
        draft.production_cost_krw = new.production_cost_krw;
        draft.revenue_basis = new.revenue_basis.map_or_else(RevenueBasis::default, RevenueBasis::from);
        Ok(draft)
    }
}

/// Changes to a production: a field left out stays, `null` clears it.
#[derive(Deserialize, ToSchema)]
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
    #[serde(default, deserialize_with = "required_word")]
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
    /// The grades in the order in which they are shown; each once. Not together with `seatInventory`, which sets the seats of
    /// the grades that it names and clears those of the others.
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Vec<SeatGradeBody>>, max_items = 50)]
    seat_grades: Patch<Vec<Object<SeatGradeBody>>>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 1_000_000_000_000_i64)]
    target_krw: Patch<i64>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 1_000_000_000_000_i64)]
    production_cost_krw: Patch<i64>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required_word")]
    revenue_basis: Option<RevenueBasisView>,
    /// A webhook of this production's own, besides the company's; admins set it.
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    slack_webhook_url: Patch<String>,
}

impl ChangedProduction {
    /// Whether the change is about the webhook, which only some may set.
    pub(crate) fn sets_webhook(&self) -> bool {
        self.slack_webhook_url != Patch::Keep
    }

    pub(crate) fn into_change(self, force: bool) -> Result<ProductionChange, ApiError> {
        refuse_both(self.seat_inventory != Patch::Keep && !matches!(self.seat_grades, Patch::Keep))?;
        let seat_grades = match self.seat_grades {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(of) => Patch::Set(grades(of)?),
        };
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
            seat_grades,
            target_krw: self.target_krw,
            production_cost_krw: self.production_cost_krw,
            revenue_basis: self.revenue_basis.map(RevenueBasis::from),
            slack_webhook: map(self.slack_webhook_url, WebhookUrl),
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

/// Refuses seats that are told in two ways.
fn refuse_both(both: bool) -> Result<(), ApiError> {
    if both {
        return Err(ApiError::invalid(
            "/seatInventory",
            "conflicting",
            "seats by seatGrades or by seatInventory, not by both",
        ));
    }
    Ok(())
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
            Ok(_) => breaches.push(FieldErrorView::new(
                pointer,
                "duplicate",
                "each grade once, whatever its case",
            )),
            Err(error) => {
                let error: domain::grade::InvalidGrade = error;
                breaches.push(FieldErrorView::new(pointer, "malformed", error.to_string()));
            }
        }
    }
    if breaches.is_empty() {
        Ok(inventory)
    } else {
        Err(ApiError::Invalid(breaches))
    }
}
