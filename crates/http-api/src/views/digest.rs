use domain::schedule::DigestFrequency;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How often one gets by mail what one ought to know.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DigestFrequencyView {
    /// Never.
    None,
    /// Each day, of the day before.
    Daily,
    /// Each week, of the week before.
    Weekly,
}

impl From<Option<DigestFrequency>> for DigestFrequencyView {
    fn from(frequency: Option<DigestFrequency>) -> Self {
        match frequency {
            None => Self::None,
            Some(DigestFrequency::Daily) => Self::Daily,
            Some(DigestFrequency::Weekly) => Self::Weekly,
        }
    }
}

impl From<DigestFrequencyView> for Option<DigestFrequency> {
    fn from(frequency: DigestFrequencyView) -> Self {
        match frequency {
            DigestFrequencyView::None => None,
            DigestFrequencyView::Daily => Some(DigestFrequency::Daily),
            DigestFrequencyView::Weekly => Some(DigestFrequency::Weekly),
        }
    }
}

/// What one has chosen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DigestView {
    frequency: DigestFrequencyView,
}

impl From<Option<DigestFrequency>> for DigestView {
    fn from(frequency: Option<DigestFrequency>) -> Self {
        Self {
            frequency: frequency.into(),
        }
    }
}

/// What one chooses.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDigest {
    pub(crate) frequency: DigestFrequencyView,
}
