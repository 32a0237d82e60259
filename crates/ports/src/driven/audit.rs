use std::net::IpAddr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::upload::UploadId;
use serde_json::{Value, json};

use super::StorageError;
use crate::actor::Actor;
use crate::paging::{Order, Page, Paging};

/// The acts, with the words by which the audit names them: stored, and part of the contract.
macro_rules! audit_actions {
    ($($(#[$doc:meta])* $action:ident = $code:literal,)*) => {
        /// What somebody did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum AuditAction {
            $($(#[$doc])* $action,)*
        }

        impl AuditAction {
            /// Every act.
            pub const ALL: &[Self] = &[$(Self::$action,)*];

            /// The kind of thing and the act, `production.changed`.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$action => $code,)*
                }
            }
        }
    };
}

audit_actions! {
    /// Somebody signed in.
    SessionCreated = "session.created",
    /// Somebody was not let in.
    SessionRefused = "session.refused",
    /// A session was ended.
    SessionEnded = "session.ended",
    /// All sessions of a user were ended.
    AllSessionsEnded = "session.all-ended",
    /// An API key was made.
    ApiKeyCreated = "api-key.created",
    /// An API key was ended.
    ApiKeyEnded = "api-key.ended",
    /// A second factor was set up.
    SecondFactorSetUp = "second-factor.set-up",
    /// A second factor was removed.
    SecondFactorRemoved = "second-factor.removed",
    /// A recovery code stood in for the authenticator.
    RecoveryCodeUsed = "second-factor.recovery-code-used",
    /// The recovery codes were replaced.
    RecoveryCodesRenewed = "second-factor.recovery-codes-renewed",
    /// Somebody asked for an account.
    UserRegistered = "user.registered",
    /// A user was entered.
    UserCreated = "user.created",
    /// A user was changed.
    UserChanged = "user.changed",
    /// A user was deleted.
    UserDeleted = "user.deleted",
    /// A user set another password.
    PasswordChanged = "user.password-changed",
    /// A reset link was made.
    ResetLinkIssued = "user.reset-link-issued",
    /// A password was set by a reset link.
    PasswordReset = "user.password-reset",
    /// A production was entered.
    ProductionCreated = "production.created",
    /// A production was changed.
    ProductionChanged = "production.changed",
    /// A production was deleted.
    ProductionDeleted = "production.deleted",
    /// A list of productions was compared with those that there are, and none was entered.
    ProductionListChecked = "production.list-checked",
    /// Targets of a production were set.
    TargetsSet = "targets.set",
    /// Marketing notes of a production were set.
    MarketingWeeksSet = "marketing-weeks.set",
    /// Notes of months were set.
    MonthlyNotesSet = "monthly-notes.set",
    /// Notes of days were set.
    CalendarNotesSet = "calendar-notes.set",
    /// A campaign was entered.
    CampaignCreated = "campaign.created",
    /// A campaign was changed.
    CampaignChanged = "campaign.changed",
    /// A campaign was deleted.
    CampaignDeleted = "campaign.deleted",
    /// It was decided what labels of workbooks mean.
    LayoutSet = "layout.set",
    /// It was said which of KOPIS's shows a production is.
    ProductionKopisChanged = "production.kopis-changed",
    /// Kinds of alerts were muted, or are told again.
    AlertsMuted = "alerts.muted",
    /// An upload was accepted.
    UploadAccepted = "upload.accepted",
    /// An upload was read, and is live.
    UploadCompleted = "upload.completed",
    /// An upload was read, and a later one is live.
    UploadSuperseded = "upload.superseded",
    /// An upload was read, and has errors.
    UploadFailed = "upload.failed",
    /// An upload was withdrawn.
    UploadWithdrawn = "upload.withdrawn",
    /// The rows of old snapshots went, as the settings say.
    SnapshotsEvicted = "snapshots.evicted",
    /// The original of an upload was downloaded.
    UploadDownloaded = "upload.downloaded",
    /// A blank workbook was downloaded.
    TemplateDownloaded = "workbook-template.downloaded",
    /// A failed job was queued again.
    JobRetried = "job.retried",
    /// A schedule was entered.
    ScheduleCreated = "schedule.created",
    /// A schedule was changed.
    ScheduleChanged = "schedule.changed",
    /// A schedule was deleted.
    ScheduleDeleted = "schedule.deleted",
    /// A schedule was paused.
    SchedulePaused = "schedule.paused",
    /// A paused schedule goes on.
    ScheduleResumed = "schedule.resumed",
    /// A schedule was run by hand.
    ScheduleRun = "schedule.run",
    /// A destination was entered.
    DestinationCreated = "destination.created",
    /// A destination was changed.
    DestinationChanged = "destination.changed",
    /// A destination was deleted.
    DestinationDeleted = "destination.deleted",
    /// A destination was sent a test message.
    DestinationTested = "destination.tested",
    /// A message was sent by hand.
    MessageSent = "message.sent",
    /// What could not be sent is tried again.
    DeliveryRetried = "delivery.retried",
    /// A source of figures was made.
    SourceCreated = "source.created",
    /// A source was changed.
    SourceChanged = "source.changed",
    /// A source was deleted.
    SourceDeleted = "source.deleted",
    /// A source was paused.
    SourcePaused = "source.paused",
    /// A source goes on.
    SourceResumed = "source.resumed",
    /// A source was run by hand.
    SourceRun = "source.run",
    /// A source was stopped, as an account could be locked.
    SourceStopped = "source.stopped",
    /// A recipe was saved.
    RecipeSaved = "recipe.saved",
    /// A recipe was deleted.
    RecipeDeleted = "recipe.deleted",
    /// Somebody said yes to a file that was held.
    ArrivalConfirmed = "arrival.confirmed",
    /// Somebody did not want a file that was held.
    ArrivalDiscarded = "arrival.discarded",
}

/// Who did what to which thing, when and from where, with before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Order of entry.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the server itself and for strangers.
    pub by: Option<UserName>,
    /// From where.
    pub address: Option<IpAddr>,
    /// The code of what was done, [`AuditAction::code`]; of an old entry it may be one that is not used any more.
    pub action: String,
    /// The thing's identity.
    pub subject_id: String,
    /// The production concerned.
    pub production_id: Option<ProductionId>,
    /// What was there, as far as it was changed; without secrets.
    pub before: Option<Value>,
    /// What is there since; without secrets.
    pub after: Option<Value>,
}

/// Which entries to list, by the order of entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only those of this user.
    pub user_id: Option<UserId>,
    /// Only actions that are this, or begin with this and a full stop: `production`, `production.changed`.
    pub action: Option<String>,
    /// Only those about this thing.
    pub subject_id: Option<String>,
    /// Only those that concern this production.
    pub production_id: Option<ProductionId>,
    /// Only from this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Only before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Direction.
    pub order: Order,
    /// Which page.
    pub paging: Paging,
}

/// An act that changes no data, for the audit: a download, a failed sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// What was done.
    pub action: AuditAction,
    /// The thing's identity.
    pub subject_id: String,
    /// The production concerned.
    pub production_id: Option<ProductionId>,
    /// What else is worth knowing; without secrets.
    pub details: Option<Value>,
}

impl AuditRecord {
    /// Somebody got an original: this part of an upload, counted from 1, under this name.
    pub fn upload_downloaded(id: UploadId, production: ProductionId, part: usize, file_name: &str) -> Self {
        Self {
            action: AuditAction::UploadDownloaded,
            subject_id: id.to_string(),
            production_id: Some(production),
            details: Some(json!({ "part": part, "fileName": file_name })),
        }
    }

    /// Somebody got a blank workbook of a production.
    pub fn template_downloaded(production: ProductionId) -> Self {
        Self {
            action: AuditAction::TemplateDownloaded,
            subject_id: production.to_string(),
            production_id: Some(production),
            details: None,
        }
    }
}

/// The audit. Entries of changes are written by those who change, in the same transaction.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// Records an act that changes no data.
    async fn record(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError>;

    /// Records an act that changes no data, unless the same user did the same to the same thing within the last hour.
    async fn record_hourly(&self, record: &AuditRecord, by: &Actor) -> Result<(), StorageError>;

    /// One page of entries.
    async fn list(&self, query: &AuditQuery) -> Result<Page<AuditEntry>, StorageError>;
}
