use std::collections::BTreeMap;

use domain::calendar::in_kst;
use domain::headings::{Decision, LayoutDocument, Means, Role, State};
use ports::driven::Layout;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::person::UserNameView;
use crate::extract::Object;
use crate::problem::{ApiError, FieldErrorView, escaped};

/// What a label of a workbook means.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LabelMeaningBody {
    /// Which kind of sheet: `days` or `performances`.
    #[schema(example = "performances")]
    sheet: String,
    /// The label of the group, and that directly above the cells, compared without blanks and case. `null` is any: without
    /// the second one the whole group is meant.
    #[schema(example = json!(["인터파크(입금)", "테라스"]))]
    label: [Option<String>; 2],
    /// Of a group `agency paid complimentary ignored`, of a column `grade count won ignored`.
    #[schema(example = "grade")]
    means: String,
    /// The code of the grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "terrace")]
    grade: Option<String>,
    /// The code of the agency; its name stays that of the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    agency: Option<String>,
    /// Of an agency: `booked deposited pending`; default: by the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    state: Option<String>,
}

/// What sheets and labels of workbooks mean, in the place of what was decided before.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewLayout {
    /// What the sheets are called, by their kind: `days`, `performances`, `report`.
    #[serde(default)]
    #[schema(example = json!({"performances": "11월 회차"}))]
    sheets: BTreeMap<String, String>,
    /// What labels mean; each pair once.
    #[serde(default)]
    #[schema(value_type = Vec<LabelMeaningBody>, max_items = 500)]
    labels: Vec<Object<LabelMeaningBody>>,
}

/// What sheets and labels of workbooks mean, where somebody had to say.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LayoutView {
    /// What the sheets are called, by their kind: `days`, `performances`, `report`.
    sheets: BTreeMap<&'static str, String>,
    labels: Vec<LabelMeaningBody>,
    /// Counts its changes; 0 before the first.
    #[schema(minimum = 0)]
    revision: i64,
    /// `null` before the first change, and where that user is gone.
    updated_by: Option<UserNameView>,
    #[schema(format = DateTime)]
    updated_at: Option<String>,
}

impl From<Layout> for LayoutView {
    fn from(layout: Layout) -> Self {
        let sheets = layout.document.sheets.into_iter();
        Self {
            sheets: sheets.map(|(role, name)| (role.code(), name)).collect(),
            labels: layout.document.labels.into_iter().map(Into::into).collect(),
            revision: layout.revision,
            updated_by: layout.updated_by.map(UserNameView::from),
            updated_at: layout.updated_at.map(|at| in_kst(at).to_rfc3339()),
        }
    }
}

impl From<Decision> for LabelMeaningBody {
    fn from(decision: Decision) -> Self {
        let means = decision.means.code().to_owned();
        let (grade, agency, state) = match decision.means {
            Means::Grade(grade) => (Some(grade.code().to_owned()), None, None),
            Means::Agency(agency, state) => (None, Some(agency.code().to_owned()), state),
            Means::Paid | Means::Complimentary | Means::Count | Means::Won | Means::Ignored => (None, None, None),
        };
        Self {
            sheet: decision.role.code().to_owned(),
            label: [decision.upper, decision.lower],
            means,
            grade,
            agency,
            state: state.map(|state| state.code().to_owned()),
        }
    }
}

impl TryFrom<NewLayout> for LayoutDocument {
    type Error = ApiError;

    fn try_from(new: NewLayout) -> Result<Self, ApiError> {
        let mut breaches = Vec::new();
        let mut document = Self::default();
        for (word, name) in new.sheets {
            let pointer = || format!("/sheets/{}", escaped(&word));
            if let Some(role) = taken(role(&word), pointer, &mut breaches) {
                document.sheets.insert(role, name);
            }
        }
        for (index, Object(label)) in new.labels.into_iter().enumerate() {
            let at = |field: &str| format!("/labels/{index}/{field}");
            let role = taken(headed_role(&label.sheet), || at("sheet"), &mut breaches);
            let means = means(&label);
            let means = means.map_err(|(field, code, expected)| FieldErrorView::new(at(field), code, expected));
            let means = means.map_err(|breach| breaches.push(breach)).ok();
            let [upper, lower] = label.label;
            if let Some((role, means)) = role.zip(means) {
                document.labels.push(Decision {
                    role,
                    upper,
                    lower,
                    means,
                });
            }
        }
        if breaches.is_empty() {
            document.check().map_err(ApiError::from)
        } else {
            Err(ApiError::Invalid(breaches))
        }
    }
}

/// The value, or what was expected instead noted.
fn taken<T>(
    value: Result<T, &'static str>,
    pointer: impl FnOnce() -> String,
    breaches: &mut Vec<FieldErrorView>,
) -> Option<T> {
    let note = |expected| breaches.push(FieldErrorView::new(pointer(), "unknown", expected));
    value.map_err(note).ok()
}

fn role(word: &str) -> Result<Role, &'static str> {
    let found = Role::ALL.into_iter().find(|role| role.code() == word);
    found.ok_or("days, performances or report")
}

/// The kind of a sheet whose labels somebody may decide.
fn headed_role(word: &str) -> Result<Role, &'static str> {
    let found = role(word).ok().filter(|role| *role != Role::Report);
    found.ok_or("days or performances")
}

/// A broken rule: the field, the word for the rule, what is expected.
type Broken = (&'static str, &'static str, String);

fn means(label: &LabelMeaningBody) -> Result<Means, Broken> {
    let code = |field: &'static str, code: &Option<String>| {
        let required = || (field, "required", format!("the code of the {field}"));
        code.clone().ok_or_else(required)
    };
    let malformed = |field, error: String| (field, "malformed", error);
    match label.means.as_str() {
        "grade" => {
            let parsed = code("grade", &label.grade)?.parse();
            let grade = parsed.map_err(|error: domain::grade::InvalidGrade| malformed("grade", error.to_string()))?;
            Ok(Means::Grade(grade))
        }
        "agency" => {
            let parsed = code("agency", &label.agency)?.parse();
            let agency =
                parsed.map_err(|error: domain::agency::InvalidAgency| malformed("agency", error.to_string()))?;
            let state = label.state.as_deref().map(|word| {
                let found = State::ALL.into_iter().find(|state| state.code() == word);
                found.ok_or_else(|| ("state", "unknown", "booked, deposited or pending".to_owned()))
            });
            Ok(Means::Agency(agency, state.transpose()?))
        }
        word => Means::plain(word).ok_or_else(|| {
            let expected = "agency, paid, complimentary, grade, count, won or ignored";
            ("means", "unknown", expected.to_owned())
        }),
    }
}
