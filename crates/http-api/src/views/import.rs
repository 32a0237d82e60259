use chrono::NaiveDate;
use domain::production::ProductionDetails;
use domain::validation::Breach;
use ports::driving::{ImportedRow, ProductionImport};
use serde::Serialize;
use utoipa::ToSchema;

use super::production::{CategoryView, ProductionView, RevenueBasisView};
use super::{GradeMap, numbers};
use crate::problem::FieldErrorView;

/// A list of productions.
#[derive(Debug, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(dead_code, reason = "stands for the multipart body in the OpenAPI document only")]
pub(crate) struct ProductionListForm {
    /// A workbook or CSV. Its first row names the columns by the fields of a production: `code`, `name`, `category`, …
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Only say what the rows say.
    #[schema(nullable = false)]
    dry_run: Option<bool>,
}

/// A list of targets.
#[derive(Debug, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(dead_code, reason = "stands for the multipart body in the OpenAPI document only")]
pub(crate) struct TargetListForm {
    /// A workbook or CSV with the columns `date` and `target`. A column `weekday` and lines of totals are left out.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Only say what would become of the targets.
    #[schema(nullable = false)]
    dry_run: Option<bool>,
}

/// One row of a list of productions: a field is `null` where the row leaves it out, or cannot be read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportedRowView {
    /// Its row or line in the file.
    #[schema(minimum = 1)]
    row: u32,
    code: Option<String>,
    name: Option<String>,
    category: Option<CategoryView>,
    active: Option<bool>,
    venue: Option<String>,
    run_start: Option<NaiveDate>,
    run_end: Option<NaiveDate>,
    sale_start: Option<NaiveDate>,
    sale_end: Option<NaiveDate>,
    running_minutes: Option<i32>,
    target_share: Option<f64>,
    break_even_krw: Option<i64>,
    seats_per_performance: Option<i64>,
    preview_end: Option<NaiveDate>,
    #[schema(format = DateTime)]
    concert_at: Option<String>,
    #[schema(value_type = Option<std::collections::BTreeMap<String, i64>>)]
    seat_inventory: Option<GradeMap>,
    target_krw: Option<i64>,
    production_cost_krw: Option<i64>,
    revenue_basis: Option<RevenueBasisView>,
    /// The rules that the row breaks; pointers name its columns.
    errors: Vec<FieldErrorView>,
}

/// What became of a list of productions.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductionImportView {
    /// Whether nothing was entered, whatever the rows say.
    dry_run: bool,
    rows: Vec<ImportedRowView>,
    /// The productions that were entered: one for each row, or none.
    entered: Vec<ProductionView>,
}

impl From<ImportedRow> for ImportedRowView {
    fn from(row: ImportedRow) -> Self {
        let errors = row.errors.iter().map(FieldErrorView::from).collect();
        let details = row.details.as_ref();
        Self {
            row: row.row,
            code: details.map(|details| details.code.to_string()),
            name: details.map(|details| details.name.clone()),
            category: details.map(|details| details.category.into()),
            active: details.map(|details| details.active),
            venue: details.and_then(|details| details.venue.clone()),
            run_start: details.and_then(|details| details.run_start),
            run_end: details.and_then(|details| details.run_end),
            sale_start: details.and_then(|details| details.sale_start),
            sale_end: details.and_then(|details| details.sale_end),
            running_minutes: details.and_then(|details| details.running_minutes),
            target_share: numbers(details.and_then(|details| details.target_share)),
            break_even_krw: details.and_then(|details| details.break_even_krw),
            seats_per_performance: details.and_then(|details| details.seats_per_performance),
            preview_end: details.and_then(|details| details.preview_end),
            concert_at: details.and_then(|details| details.concert_at).map(|at| at.to_rfc3339()),
            seat_inventory: details.and_then(seat_inventory),
            target_krw: details.and_then(|details| details.target_krw),
            production_cost_krw: details.and_then(|details| details.production_cost_krw),
            revenue_basis: details.map(|details| details.revenue_basis.into()),
            errors,
        }
    }
}

fn seat_inventory(details: &ProductionDetails) -> Option<GradeMap> {
    details.seat_inventory.clone().map(GradeMap)
}

impl ProductionImportView {
    pub(crate) fn new(import: ProductionImport, dry_run: bool) -> Self {
        Self {
            dry_run,
            rows: import.rows.into_iter().map(ImportedRowView::from).collect(),
            entered: import.entered.into_iter().map(ProductionView::from).collect(),
        }
    }
}

/// What is wrong with a list, by the rows that it stands in.
pub(crate) fn row_errors(import: ProductionImport) -> Vec<Breach> {
    let of_row = |row: ImportedRow| {
        let number = row.row;
        row.errors.into_iter().map(move |breach| Breach {
            place: breach.place.in_row(number),
            ..breach
        })
    };
    import.rows.into_iter().flat_map(of_row).collect()
}
