//! What an import says of itself.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::in_kst;
use domain::diagnostics::DiagnosticCounts;
use ports::driven::SaleSums;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::finding::{Finding, Findings};

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Nothing is.
    DryRun,
    /// It is.
    Apply,
}

/// What became of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UploadOutcome {
    /// It is live for its record date.
    Completed,
    /// It is in, and a later row of its record date is live.
    Superseded,
    /// It is kept with its errors.
    Failed,
    /// It has the bytes of the upload that is live.
    Same,
    /// Nothing of it is kept.
    Refused,
    /// Its original is not in the folder.
    MissingOriginal,
    /// Its original cannot be read.
    UnreadableOriginal,
    /// It was deleted there.
    Deleted,
    /// It has no production.
    Orphan,
    /// Another was uploaded here.
    Conflict,
    /// It came in before.
    Present,
}

impl UploadOutcome {
    /// The word in the report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Superseded => "superseded",
            Self::Failed => "failed",
            Self::Same => "same",
            Self::Refused => "refused",
            Self::MissingOriginal => "missing_original",
            Self::UnreadableOriginal => "unreadable_original",
            Self::Deleted => "deleted",
            Self::Orphan => "orphan",
            Self::Conflict => "conflict",
            Self::Present => "present",
        }
    }
}

/// The report, which is written after each step.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether anything is written.
    pub mode: Mode,
    /// When it began.
    #[serde(serialize_with = "in_seoul")]
    pub started_at: DateTime<Utc>,
    /// When it ended; `None` until then.
    #[serde(serialize_with = "maybe_in_seoul")]
    pub finished_at: Option<DateTime<Utc>>,
    /// The old database, without a password.
    pub database: String,
    /// The folder of originals.
    pub originals: String,
    /// Where the old server's clock hung.
    pub zone: String,
    /// How many of what.
    pub counts: Counts,
    /// By id there.
    pub productions: Vec<ProductionLine>,
    /// By id there.
    pub users: Vec<UserLine>,
    /// By production, record date and id there.
    pub uploads: Vec<UploadLine>,
    /// What did not fit, and what is worth knowing.
    #[serde(serialize_with = "as_lines")]
    pub findings: Findings,
}

impl Report {
    /// Whether somebody has to look at something.
    pub fn needs_attention(&self) -> bool {
        self.findings.need_attention()
    }
}

/// How many of what.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Productions.
    pub productions: Arrivals,
    /// Users.
    pub users: UserArrivals,
    /// Targets above 0, by day.
    pub targets: Set,
    /// Weeks with notes.
    pub marketing_weeks: Set,
    /// Notes of days.
    pub calendar_notes: Set,
    /// Notes of months.
    pub monthly_notes: Set,
    /// Uploads: `read`, and each outcome.
    pub uploads: BTreeMap<&'static str, usize>,
}

/// How many came in.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
pub struct Arrivals {
    pub read: usize,
    pub created: usize,
    pub present: usize,
}

/// How many users came in.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "their names say it")]
pub struct UserArrivals {
    pub read: usize,
    pub created: usize,
    pub present: usize,
    pub left_out: usize,
}

/// How many were set.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Set {
    /// So many.
    pub set: usize,
}

/// A production in the report.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductionLine {
    /// Its id there.
    pub source_id: i64,
    /// Its code here.
    pub code: String,
    /// Its identity here; of a dry run only where it is there already.
    pub production_id: Option<Uuid>,
    /// `created` or `present`.
    pub outcome: &'static str,
    /// The present sales of both; `None` until all uploads are in.
    pub current: Option<Current>,
}

/// The present sales of a production, as the old reports show them and as ours do.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Current {
    /// There.
    pub predecessor: CurrentSales,
    /// Here.
    pub fullhouse: CurrentSales,
    /// Why the revenue differs.
    pub reasons: Vec<&'static str>,
}

/// The sales of a record date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CurrentSales {
    /// The day whose close they are of.
    pub record_date: Option<NaiveDate>,
    /// Won over all sale days.
    pub revenue_krw: i64,
}

/// A user in the report.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserLine {
    /// The id there.
    pub source_id: i64,
    /// The address; of one that is none as it was written.
    pub email: String,
    /// The identity here.
    pub user_id: Option<Uuid>,
    /// `created`, `present` or `leftOut`.
    pub outcome: &'static str,
    /// How a password is set, once.
    pub reset_link: Option<Link>,
}

/// A reset link.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Where it leads.
    pub url: String,
    /// When it ends.
    #[serde(serialize_with = "in_seoul")]
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Link(…)")
    }
}

/// An upload in the report.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadLine {
    /// Its id there.
    pub source_id: i64,
    /// The code of its production here.
    pub production_code: Option<String>,
    /// The day whose close it describes, as it is written there.
    pub record_date: NaiveDate,
    /// Its name there.
    pub file_name: String,
    /// What became of it.
    pub outcome: UploadOutcome,
    /// Its identity here.
    pub upload_id: Option<Uuid>,
    /// Why it was refused.
    pub code: Option<String>,
    /// The row whose upload has the same bytes; `None` where that was uploaded here.
    pub same_as: Option<i64>,
    /// How often each finding was made in the workbook.
    #[serde(serialize_with = "as_counts")]
    pub diagnostic_counts: Option<DiagnosticCounts>,
    /// What is stored of it there.
    pub predecessor: SumsLine,
    /// What the workbook says.
    pub fullhouse: Option<SumsLine>,
    /// Why these differ.
    pub reasons: Vec<&'static str>,
}

/// Sums in the report.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "those of `SaleSums`")]
pub struct SumsLine {
    pub daily_rows: i64,
    pub daily_seats: i64,
    pub daily_revenue_krw: i64,
    pub performance_rows: i64,
    pub paid_seats: i64,
    pub complimentary_seats: i64,
    pub performance_revenue_krw: Option<i64>,
}

impl From<SaleSums> for SumsLine {
    fn from(sums: SaleSums) -> Self {
        Self {
            daily_rows: sums.daily_rows,
            daily_seats: sums.daily_seats,
            daily_revenue_krw: sums.daily_revenue_krw,
            performance_rows: sums.performance_rows,
            paid_seats: sums.paid_seats,
            complimentary_seats: sums.complimentary_seats,
            performance_revenue_krw: sums.performance_revenue_krw,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FindingLine<'a> {
    severity: &'static str,
    code: &'static str,
    table: Option<&'static str>,
    source_id: Option<i64>,
    count: i64,
    value: Option<&'a str>,
    message: Message,
}

#[derive(Serialize)]
struct Message {
    ko: &'static str,
    en: &'static str,
}

impl<'a> From<&'a Finding> for FindingLine<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            severity: finding.code.severity().code(),
            code: finding.code.code(),
            table: finding.table.map(ports::driven::OldTable::name),
            source_id: finding.source_id,
            count: finding.count,
            value: finding.value.as_deref(),
            message: Message {
                ko: finding.code.message_ko(),
                en: finding.code.message_en(),
            },
        }
    }
}

fn as_lines<S: Serializer>(findings: &Findings, serializer: S) -> Result<S::Ok, S::Error> {
    let mut lines: Vec<_> = findings.list().iter().collect();
    lines.sort_by_key(|finding| finding.code.severity());
    serializer.collect_seq(lines.into_iter().map(FindingLine::from))
}

#[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
fn as_counts<S: Serializer>(counts: &Option<DiagnosticCounts>, serializer: S) -> Result<S::Ok, S::Error> {
    match counts {
        Some(counts) => serializer.collect_map(counts.iter().map(|(code, count)| (code.code(), count))),
        None => serializer.serialize_none(),
    }
}

fn in_seoul<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&in_kst(*instant).to_rfc3339())
}

#[expect(clippy::ref_option, reason = "as serde calls it")]
fn maybe_in_seoul<S: Serializer>(instant: &Option<DateTime<Utc>>, serializer: S) -> Result<S::Ok, S::Error> {
    match instant {
        Some(instant) => in_seoul(instant, serializer),
        None => serializer.serialize_none(),
    }
}
