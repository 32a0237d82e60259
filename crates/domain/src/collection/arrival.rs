use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::{CollectionRunId, HeldFor, SourceId};
use crate::diagnostics::{Diagnostic, DiagnosticCounts};
use crate::people::UserName;
use crate::production::{ProductionCode, ProductionId};
use crate::sales::Facts;
use crate::upload::{Sha256, UploadId, UploadKind};

/// Identifies one arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArrivalId(pub Uuid);

impl fmt::Display for ArrivalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What became of a file that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArrivalState {
    /// Which production and day it is about cannot be told; only its findings are kept.
    Refused,
    /// We have it.
    Unchanged,
    /// It waits for somebody's yes.
    Held,
    /// It is an upload.
    Uploaded,
    /// Somebody did not want it, or a newer one took its place.
    Discarded,
    /// Nobody decided in time.
    Expired,
}

impl ArrivalState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Refused,
        Self::Unchanged,
        Self::Held,
        Self::Uploaded,
        Self::Discarded,
        Self::Expired,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Unchanged => "unchanged",
            Self::Held => "held",
            Self::Uploaded => "uploaded",
            Self::Discarded => "discarded",
            Self::Expired => "expired",
        }
    }
}

/// A text that is no state of an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a state is refused, unchanged, held, uploaded, discarded or expired")]
pub struct InvalidArrivalState;

impl FromStr for ArrivalState {
    type Err = InvalidArrivalState;

    fn from_str(code: &str) -> Result<Self, InvalidArrivalState> {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.code() == code).ok_or(InvalidArrivalState)
    }
}

/// One file of an arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalFile {
    /// Its name: NFC, without path and control characters.
    pub file_name: String,
    /// Names the bytes in the store.
    pub sha256: Sha256,
    /// Length in bytes.
    pub size_bytes: i64,
}

/// What an upload of an arrival would do, as it was when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalDryRun {
    /// What it is about.
    pub kind: UploadKind,
    /// What was found, the first 1 000.
    pub diagnostics: Vec<Diagnostic>,
    /// Its sums; `None` with errors.
    pub facts: Option<Facts>,
    /// Sums of the current snapshot of its kind, then.
    pub current_facts: Option<Facts>,
    /// The live upload that it would replace.
    pub replaces: Option<UploadId>,
    /// Whether reports would read it.
    pub becomes_current: bool,
}

/// One file that came, or two CSV files that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Identity.
    pub id: ArrivalId,
    /// From which source; `None` after it was deleted.
    pub source: Option<SourceId>,
    /// Its name by then.
    pub source_name: String,
    /// With which run; `None` after that was forgotten.
    pub run: Option<CollectionRunId>,
    /// One workbook, or two CSV files. Never empty.
    pub files: Vec<ArrivalFile>,
    /// What became of it.
    pub state: ArrivalState,
    /// Why it was refused, or taken for unchanged: a code of the contract.
    pub code: Option<String>,
    /// Whose figures it has, where that could be told; `None` after the production was deleted.
    pub production_id: Option<ProductionId>,
    /// The production's code, or the one that the name has.
    pub production_code: Option<ProductionCode>,
    /// The day whose close it describes, where that could be told.
    pub record_date: Option<NaiveDate>,
    /// The upload that it became, or was already.
    pub upload_id: Option<UploadId>,
    /// Why it waits, or waited.
    pub held_for: Vec<HeldFor>,
    /// What was found of one that was refused.
    pub diagnostics: Vec<Diagnostic>,
    /// How often each code was found.
    pub diagnostic_counts: DiagnosticCounts,
    /// What an upload would do; of those held, and of dry runs. `None` in lists.
    pub dry_run: Option<ArrivalDryRun>,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Who decided about one that was held.
    pub decided_by: Option<UserName>,
    /// When that was.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was discarded, in somebody's words.
    pub reason: Option<String>,
}

impl Arrival {
    /// The name it is told by: that of its first file.
    pub fn file_name(&self) -> &str {
        self.files.first().map_or("", |file| &file.file_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_written_and_read_alike() {
        for state in ArrivalState::ALL {
            assert_eq!(state.code().parse(), Ok(state));
        }
        assert_eq!("gone".parse::<ArrivalState>(), Err(InvalidArrivalState));
    }
}
