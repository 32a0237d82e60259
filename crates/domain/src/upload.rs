//! Uploads and their states.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use thiserror::Error;
use uuid::Uuid;

use crate::diagnostics::{Diagnostic, DiagnosticCounts};
use crate::headings::RecognisedSheet;
use crate::people::UserName;
use crate::production::{ProductionCode, ProductionId};
use crate::sales::Facts;
use crate::source_mark::SourceMark;

/// Identifies one upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UploadId(pub Uuid);

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What an upload is about. One upload has one kind, so that a report on buyers never stands in for sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum UploadKind {
    /// Sales by sale day and performance.
    #[default]
    Sales,
    /// A report on buyers.
    Buyers,
}

impl UploadKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Sales, Self::Buyers];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Buyers => "buyers",
        }
    }
}

/// A text that is no kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a kind is sales or buyers")]
pub struct InvalidUploadKind;

impl FromStr for UploadKind {
    type Err = InvalidUploadKind;

    fn from_str(code: &str) -> Result<Self, InvalidUploadKind> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == code).ok_or(InvalidUploadKind)
    }
}

/// Where an upload stands. Which steps lead from one to another is decided where they are taken, under the lock of the
/// upload's production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UploadStatus {
    /// Accepted; no worker has taken it yet.
    Queued,
    /// A worker reads it.
    Processing,
    /// Its snapshot is the live one of its record date.
    Completed,
    /// Its snapshot is stored, and a later accepted upload of its record date is live.
    Superseded,
    /// Its workbook has errors, or every attempt to read it broke off.
    Failed,
    /// Taken back by a person; final.
    Withdrawn,
}

impl UploadStatus {
    /// Every status.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::Processing,
        Self::Completed,
        Self::Superseded,
        Self::Failed,
        Self::Withdrawn,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Processing => "processing",
            Self::Completed => "completed",
            Self::Superseded => "superseded",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether a worker still has to bring it to an end.
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Queued | Self::Processing)
    }
}

/// A text that is no status.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a status is queued, processing, completed, superseded, failed or withdrawn")]
pub struct InvalidUploadStatus;

impl FromStr for UploadStatus {
    type Err = InvalidUploadStatus;

    fn from_str(code: &str) -> Result<Self, InvalidUploadStatus> {
        Self::ALL
            .into_iter()
            .find(|status| status.code() == code)
            .ok_or(InvalidUploadStatus)
    }
}

/// SHA-256 of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A text that is no SHA-256 in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a SHA-256 has 64 hexadecimal digits")]
pub struct InvalidSha256;

impl FromStr for Sha256 {
    type Err = InvalidSha256;

    fn from_str(text: &str) -> Result<Self, InvalidSha256> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(InvalidSha256);
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| InvalidSha256)?;
        }
        Ok(Self(bytes))
    }
}

/// One original file of an upload: a workbook, or one of two CSV files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalFile {
    /// The name it came with: NFC, without path and control characters.
    pub file_name: String,
    /// Names the bytes in the store.
    pub sha256: Sha256,
    /// Length in bytes.
    pub size_bytes: i64,
}

/// How an upload ended, or why it has not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its identity.
    pub id: UploadId,
    /// What it is about.
    pub kind: UploadKind,
    /// Whose sales it describes.
    pub production_id: ProductionId,
    /// The production's code today.
    pub production_code: ProductionCode,
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// One workbook, or two CSV files. Never empty.
    pub files: Vec<OriginalFile>,
    /// Who sent it; `None` where nobody was signed in, or the user is gone.
    pub uploaded_by: Option<UserName>,
    /// When it was accepted.
    pub uploaded_at: DateTime<Utc>,
    /// When it was read to its end.
    pub finished_at: Option<DateTime<Utc>>,
    /// Where it stands.
    pub status: UploadStatus,
    /// Whether reports read its snapshot: live, with the greatest record date of its production and kind.
    pub current: bool,
    /// What was found, the first 1 000; empty in lists.
    pub diagnostics: Vec<Diagnostic>,
    /// How often each code was found.
    pub diagnostic_counts: DiagnosticCounts,
    /// Whether it came under a password; what is kept is the workbook that was locked.
    pub is_decrypted: bool,
    /// Sums of what was read; `None` unless a snapshot is stored.
    pub facts: Option<Facts>,
    /// Whether it was read by people's own headings.
    pub is_labelled: bool,
    /// What the headings were taken for; `None` of a workbook with markers, before it was read, and in lists.
    pub recognised: Option<Vec<RecognisedSheet>>,
    /// Which source it was collected from; `None` where a person sent it.
    pub source: Option<SourceMark>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_written_and_read_alike() {
        for status in UploadStatus::ALL {
            assert_eq!(status.code().parse(), Ok(status));
        }
        assert!("gone".parse::<UploadStatus>().is_err());
        for kind in UploadKind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
        assert!("".parse::<UploadKind>().is_err());
    }

    #[test]
    fn a_hash_is_written_and_read_alike() {
        let hash = Sha256([0xAB; 32]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("é".repeat(32).parse::<Sha256>().is_err());
    }
}
