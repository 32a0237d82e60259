use domain::planning::WeekNotes;
use serde::{Deserialize, Serialize};

/// The notes of a week as the audit keeps them.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoredWeekNotes {
    sales_marketing: Option<String>,
    promotion: Option<String>,
    other: Option<String>,
}

impl From<WeekNotes> for StoredWeekNotes {
    fn from(notes: WeekNotes) -> Self {
        Self {
            sales_marketing: notes.sales_marketing,
            promotion: notes.promotion,
            other: notes.other,
        }
    }
}

impl From<StoredWeekNotes> for WeekNotes {
    fn from(stored: StoredWeekNotes) -> Self {
        Self {
            sales_marketing: stored.sales_marketing,
            promotion: stored.promotion,
            other: stored.other,
        }
    }
}
