use reporting::{CHOICES, GRADES, OF_EVERY_REPORT, Parameter, Sense, Served, Table, TableColumn, Unit, Words};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::views::production::CategoryView;

/// A title or description in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WordsView {
    #[schema(example = "기준일 매출")]
    ko: String,
    #[schema(example = "Record-date revenue")]
    en: String,
}

impl From<Words> for WordsView {
    fn from(words: Words) -> Self {
        (words.0.to_owned(), words.1.to_owned()).into()
    }
}

impl From<(String, String)> for WordsView {
    fn from((ko, en): (String, String)) -> Self {
        Self { ko, en }
    }
}

/// A parameter of a report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ParameterView {
    #[schema(example = "top")]
    name: &'static str,
    /// What its values are.
    kind: Unit,
    /// Whether it may be given more than once.
    repeatable: bool,
    /// What counts when it is left out; `null` where nothing fixed does.
    default: Option<Value>,
    /// Least value.
    minimum: Option<Value>,
    /// Greatest value.
    maximum: Option<Value>,
    /// The words that it may be; empty where others are meant.
    choices: Vec<&'static str>,
    title: WordsView,
}

/// A column of a table.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ColumnView {
    /// Name as in JSON: of the innermost element, else of the levels above it. Nested with dots; `*` stands for each key
    /// of a map, one column for each that occurs.
    #[schema(example = "recordDateRevenueKrw")]
    field: String,
    title: WordsView,
    unit: Unit,
    /// How its figures are to be read.
    sense: Sense,
    /// How its figures come about; `null` of what is no figure.
    #[schema(required = true)]
    formula: Option<WordsView>,
}

/// A table of a report: what a CSV holds, a sheet of a workbook.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableView {
    /// What the parameter `table` calls it.
    #[schema(example = "items")]
    name: &'static str,
    title: WordsView,
    /// The path of lists in the JSON answer whose innermost elements are the rows. Empty: the answer is the only row.
    rows: Vec<&'static str>,
    /// A field beside the innermost list that is one more row after its elements.
    #[schema(example = "total")]
    further_row: Option<&'static str>,
    /// From left to right.
    columns: Vec<ColumnView>,
}

/// One report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportEntry {
    #[schema(example = "plays/revenue")]
    name: &'static str,
    /// Where it is answered.
    #[schema(example = "/api/v1/reports/plays/revenue")]
    path: String,
    /// Which categories it is about; productions of others are left out.
    categories: Vec<CategoryView>,
    title: WordsView,
    description: WordsView,
    parameters: Vec<ParameterView>,
    /// The first is what a CSV holds when no other is named.
    tables: Vec<TableView>,
}

/// What a word is called.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WordView {
    #[schema(example = "on_sale")]
    word: &'static str,
    title: WordsView,
}

impl From<&(&'static str, Words)> for WordView {
    fn from((word, title): &(&'static str, Words)) -> Self {
        Self {
            word,
            title: (*title).into(),
        }
    }
}

/// Every report.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueView {
    reports: Vec<ReportEntry>,
    /// The words of the unit `word`, in columns and in parameters: each means the same wherever it occurs.
    choices: Vec<WordView>,
    /// The usual seat grades; workbooks may have others.
    grades: Vec<WordView>,
}

impl CatalogueView {
    pub(crate) fn new() -> Self {
        let reports = reporting::REPORTS.iter().map(|report| ReportEntry::new(*report));
        Self {
            reports: reports.collect(),
            choices: CHOICES.iter().map(WordView::from).collect(),
            grades: GRADES.iter().map(WordView::from).collect(),
        }
    }
}

/// The catalogue of reports, as `GET /api/v1/reports` answers it.
pub fn catalogue() -> CatalogueView {
    CatalogueView::new()
}

impl ReportEntry {
    fn new(report: &dyn Served) -> Self {
        let tables = || report.tables().iter().map(|table| table.name);
        let parameter = |parameter: &Parameter| match parameter.name {
            "table" => ParameterView {
                default: tables().next().map(Value::from),
                choices: tables().collect(),
                ..ParameterView::from(parameter)
            },
            _ => ParameterView::from(parameter),
        };
        let parameters = OF_EVERY_REPORT.iter().chain(report.parameters());
        Self {
            name: report.name(),
            path: format!("/api/v1/reports/{}", report.name()),
            categories: report.covers().categories().map(CategoryView::from).collect(),
            title: report.title().into(),
            description: report.about().into(),
            parameters: parameters.map(parameter).collect(),
            tables: report
                .tables()
                .iter()
                .map(|table| TableView::new(report, table))
                .collect(),
        }
    }
}

impl From<&Parameter> for ParameterView {
    fn from(parameter: &Parameter) -> Self {
        Self {
            name: parameter.name,
            kind: parameter.kind,
            repeatable: parameter.repeatable,
            default: parameter.default.map(Value::from),
            minimum: parameter.minimum.map(Value::from),
            maximum: parameter.maximum.map(Value::from),
            choices: parameter.choices.to_vec(),
            title: parameter.title.into(),
        }
    }
}

impl TableView {
    fn new(report: &dyn Served, table: &Table) -> Self {
        Self {
            name: table.name,
            title: table.title.into(),
            rows: table.path(),
            further_row: table.further_row(),
            columns: report.columns(table).iter().map(ColumnView::from).collect(),
        }
    }
}

impl From<&TableColumn> for ColumnView {
    fn from(column: &TableColumn) -> Self {
        Self {
            field: column.field().to_owned(),
            title: column.title().into(),
            unit: column.unit(),
            sense: column.sense(),
            formula: column.formula().map(WordsView::from),
        }
    }
}
