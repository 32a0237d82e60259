use chrono::NaiveDate;
use domain::agency::AgencyCode;
use domain::campaign::{Campaign, CampaignDraft, CampaignKind};
use domain::grade::Grade;
use ports::driven::Patch;
use ports::driving::CampaignChange;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::numbers;
use super::person::UserNameView;
use crate::extract::{Day, Ratio, patched, required, required_word, word};
use crate::problem::{ApiError, FieldErrorView};

/// What kind of thing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CampaignKindView {
    /// Something worth knowing of a day.
    Memo,
    /// A lower price.
    Discount,
    /// Advertising.
    Promotion,
    /// Press and broadcasting.
    Press,
    /// Seats given away.
    Invitation,
    /// Anything else.
    Other,
}

impl From<CampaignKind> for CampaignKindView {
    fn from(kind: CampaignKind) -> Self {
        match kind {
            CampaignKind::Memo => Self::Memo,
            CampaignKind::Discount => Self::Discount,
            CampaignKind::Promotion => Self::Promotion,
            CampaignKind::Press => Self::Press,
            CampaignKind::Invitation => Self::Invitation,
            CampaignKind::Other => Self::Other,
        }
    }
}

impl From<CampaignKindView> for CampaignKind {
    fn from(kind: CampaignKindView) -> Self {
        match kind {
            CampaignKindView::Memo => Self::Memo,
            CampaignKindView::Discount => Self::Discount,
            CampaignKindView::Promotion => Self::Promotion,
            CampaignKindView::Press => Self::Press,
            CampaignKindView::Invitation => Self::Invitation,
            CampaignKindView::Other => Self::Other,
        }
    }
}

/// What was done when to sell a production.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CampaignView {
    id: Uuid,
    production_id: Uuid,
    /// First day.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    kind: CampaignKindView,
    #[schema(example = "수험생 할인")]
    text: String,
    /// By which agency; `null` for all.
    #[schema(example = "nol")]
    agency: Option<String>,
    /// Share of the price that is taken off.
    #[schema(example = 0.3)]
    rate: Option<f64>,
    /// Of which seat grades; empty for all.
    #[schema(example = json!(["r", "s"]))]
    grades: Vec<String>,
    /// Who entered it; `null` where that user is gone.
    created_by: Option<UserNameView>,
    /// Counts its changes.
    #[schema(minimum = 0)]
    revision: i64,
}

/// Campaigns of a production, by their first day, their last day and their identity.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CampaignsView {
    campaigns: Vec<CampaignView>,
}

impl From<Vec<Campaign>> for CampaignsView {
    fn from(campaigns: Vec<Campaign>) -> Self {
        Self {
            campaigns: campaigns.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Campaign> for CampaignView {
    fn from(campaign: Campaign) -> Self {
        let details = campaign.details.into_draft();
        Self {
            id: campaign.id.0,
            production_id: campaign.production_id.0,
            from: details.from,
            to: details.to,
            kind: details.kind.into(),
            text: details.text,
            agency: details.agency.map(|agency| agency.code().to_owned()),
            rate: numbers(details.rate),
            grades: details.grades.iter().map(|grade| grade.code().to_owned()).collect(),
            created_by: campaign.created_by.map(UserNameView::from),
            revision: campaign.revision,
        }
    }
}

/// A campaign to enter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewCampaign {
    /// First day.
    from: Day,
    /// Last day, at most 400 days in all; default: the first, as of a memo of a day.
    to: Option<Day>,
    #[serde(deserialize_with = "word")]
    kind: CampaignKindView,
    #[schema(example = "수험생 할인", min_length = 1, max_length = 500)]
    text: String,
    /// By which agency; default: by all.
    #[schema(example = "nol", max_length = 32)]
    agency: Option<String>,
    /// Share of the price that is taken off.
    rate: Option<Ratio>,
    /// Of which seat grades; default: of all.
    #[schema(max_items = 50)]
    grades: Option<Vec<String>>,
}

impl TryFrom<NewCampaign> for CampaignDraft {
    type Error = ApiError;

    fn try_from(new: NewCampaign) -> Result<Self, ApiError> {
        let mut breaches = Vec::new();
        let agency = new.agency.and_then(|code| agency(&code, &mut breaches));
        let grades = grades(new.grades.unwrap_or_default(), &mut breaches);
        refuse(breaches)?;
        Ok(Self {
            from: new.from.0,
            to: new.to.unwrap_or(new.from).0,
            kind: new.kind.into(),
            text: new.text,
            agency,
            rate: new.rate.map(|rate| rate.0),
            grades,
        })
    }
}

/// Changes to a campaign: a field left out stays, `null` clears it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedCampaign {
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    from: Option<Day>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    to: Option<Day>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required_word")]
    kind: Option<CampaignKindView>,
    #[schema(min_length = 1, max_length = 500, nullable = false)]
    #[serde(default, deserialize_with = "required")]
    text: Option<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 32)]
    agency: Patch<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Ratio>)]
    rate: Patch<Ratio>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Vec<String>>, max_items = 50)]
    grades: Patch<Vec<String>>,
}

impl TryFrom<ChangedCampaign> for CampaignChange {
    type Error = ApiError;

    fn try_from(changed: ChangedCampaign) -> Result<Self, ApiError> {
        let mut breaches = Vec::new();
        let agency = match changed.agency {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(code) => agency(&code, &mut breaches).map_or(Patch::Keep, Patch::Set),
        };
        let grades = match changed.grades {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(codes) => Patch::Set(grades(codes, &mut breaches)),
        };
        refuse(breaches)?;
        Ok(Self {
            from: changed.from.map(|day| day.0),
            to: changed.to.map(|day| day.0),
            kind: changed.kind.map(Into::into),
            text: changed.text,
            agency,
            rate: match changed.rate {
                Patch::Keep => Patch::Keep,
                Patch::Clear => Patch::Clear,
                Patch::Set(rate) => Patch::Set(rate.0),
            },
            grades,
        })
    }
}

fn agency(code: &str, breaches: &mut Vec<FieldErrorView>) -> Option<AgencyCode> {
    let note = |error: domain::agency::InvalidAgency| {
        breaches.push(FieldErrorView::new("/agency", "malformed", error.to_string()));
    };
    code.parse().map_err(note).ok()
}

fn grades(codes: Vec<String>, breaches: &mut Vec<FieldErrorView>) -> Vec<Grade> {
    let grade = |(index, code): (usize, String)| {
        let note = |error: domain::grade::InvalidGrade| {
            let pointer = format!("/grades/{index}");
            breaches.push(FieldErrorView::new(pointer, "malformed", error.to_string()));
        };
        code.parse().map_err(note).ok()
    };
    codes.into_iter().enumerate().filter_map(grade).collect()
}

fn refuse(breaches: Vec<FieldErrorView>) -> Result<(), ApiError> {
    if breaches.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Invalid(breaches))
    }
}
