use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::message::MessageKind;
use domain::people::Email;
use domain::schedule::{
    Cron, DeliveryId, Destination, DestinationId, DestinationKind, Productions, Schedule, ScheduleName, Task,
};
use domain::validation::Breach;
use thiserror::Error;

use super::{Composed, Rendering};
use crate::actor::{Actor, Edit, Refusal};
use crate::driven::{
    Delivery, DeliveryQuery, Patch, ReportError, Run, RunQuery, ScheduleStanding, StorageError, WebhookSecret,
    WebhookUrl,
};
use crate::paging::Page;

/// Why something about schedules and what they send is refused.
#[derive(Debug, Error)]
pub enum ScheduleError {
    /// There is no such thing; says what.
    #[error("there is no such {0}")]
    Unknown(&'static str),
    /// The request breaks rules; all of them.
    #[error("{} of the request's fields break a rule", .0.len())]
    Invalid(Vec<Breach>),
    /// Another one has this name.
    #[error("another one has this {0}")]
    Taken(&'static str),
    /// The schedule is part of the house: it is paused and has other times, and nothing else is changed of it.
    #[error("this schedule is part of the house: pause it, or give it other times")]
    Fixed,
    /// Only what failed or was skipped is tried again.
    #[error("only what failed or was skipped can be tried again")]
    NotFailed,
    /// The message cannot be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Whoever asks may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A schedule to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSchedule {
    /// Its name.
    pub name: ScheduleName,
    /// What it does.
    pub task: Task,
    /// When.
    pub cron: Cron,
    /// For which productions.
    pub productions: Productions,
    /// To whom the outcome goes.
    pub destinations: Vec<DestinationId>,
    /// Whether its mails come with the reports that they are made of.
    pub attaches_xlsx: bool,
}

/// Changes to a schedule; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScheduleChange {
    /// New name.
    pub name: Option<ScheduleName>,
    /// Other times.
    pub cron: Option<Cron>,
    /// Other productions.
    pub productions: Option<Productions>,
    /// Other destinations.
    pub destinations: Option<Vec<DestinationId>>,
    /// Whether its mails come with the reports that they are made of.
    pub attaches_xlsx: Option<bool>,
}

/// Keeps schedules.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ScheduleDesk: Send + Sync {
    /// All schedules by name, with how they went last.
    async fn list(&self) -> Result<Vec<ScheduleStanding>, ScheduleError>;

    /// One schedule.
    async fn read(&self, name: &str) -> Result<ScheduleStanding, ScheduleError>;

    /// Makes one; its first time is the next one that comes.
    async fn create(&self, new: NewSchedule, by: &Actor) -> Result<ScheduleStanding, ScheduleError>;

    /// Changes one. With other times, those that passed before do not count any more.
    async fn change(&self, name: &str, change: ScheduleChange, edit: &Edit) -> Result<ScheduleStanding, ScheduleError>;

    /// Deletes one; what it did stays listed.
    async fn delete(&self, name: &str, edit: &Edit) -> Result<(), ScheduleError>;

    /// Pauses one. Times that come meanwhile are not caught up. Again: no change.
    async fn pause(&self, name: &str, edit: &Edit) -> Result<ScheduleStanding, ScheduleError>;

    /// Lets a paused one go on. Again: no change.
    async fn resume(&self, name: &str, edit: &Edit) -> Result<ScheduleStanding, ScheduleError>;

    /// Runs one now, paused or not.
    async fn run(&self, name: &str, by: &Actor) -> Result<Run, ScheduleError>;

    /// One page of runs.
    async fn runs(&self, query: &RunQuery) -> Result<Page<Run>, ScheduleError>;

    /// The next `count` times of a schedule, none while it is paused.
    fn upcoming(&self, schedule: &Schedule, count: usize) -> Vec<DateTime<Utc>>;
}

/// A destination to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDestination {
    /// Its name.
    pub name: String,
    /// How something is sent.
    pub kind: DestinationKind,
    /// Of mail: to whom.
    pub addresses: Vec<Email>,
    /// Of Slack and webhooks: where.
    pub url: Option<WebhookUrl>,
    /// Of webhooks: what they are signed with.
    pub secret: Option<WebhookSecret>,
    /// What it may be told of.
    pub productions: Productions,
    /// Whether it gets alerts.
    pub takes_alerts: bool,
    /// Of webhooks: whether it is told of each new snapshot.
    pub takes_snapshots: bool,
}

/// Changes to a destination; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DestinationChange {
    /// New name.
    pub name: Option<String>,
    /// Other addresses.
    pub addresses: Option<Vec<Email>>,
    /// Another address of the webhook.
    pub url: Patch<WebhookUrl>,
    /// Another secret.
    pub secret: Patch<WebhookSecret>,
    /// What it may be told of.
    pub productions: Option<Productions>,
    /// Whether it gets alerts.
    pub takes_alerts: Option<bool>,
    /// Whether it is told of each new snapshot.
    pub takes_snapshots: Option<bool>,
}

/// Keeps destinations.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DestinationDesk: Send + Sync {
    /// All destinations by name.
    async fn list(&self) -> Result<Vec<Destination>, ScheduleError>;

    /// One destination.
    async fn read(&self, id: DestinationId) -> Result<Destination, ScheduleError>;

    /// Makes one.
    async fn create(&self, new: NewDestination, by: &Actor) -> Result<Destination, ScheduleError>;

    /// Changes one.
    async fn change(
        &self,
        id: DestinationId,
        change: DestinationChange,
        edit: &Edit,
    ) -> Result<Destination, ScheduleError>;

    /// Deletes one; what was sent to it stays listed.
    async fn delete(&self, id: DestinationId, edit: &Edit) -> Result<(), ScheduleError>;

    /// Puts a test message on its way to each receiver of a destination.
    async fn test(&self, id: DestinationId, by: &Actor) -> Result<Vec<Delivery>, ScheduleError>;
}

/// A message that somebody asks for by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MessageRequest {
    /// The day that moves the windows of its reports; `None`: today.
    pub as_of: Option<NaiveDate>,
    /// Of these productions; `None`: all active ones.
    pub productions: Option<Vec<domain::production::ProductionId>>,
    /// To these; `None`: where schedules of this kind send it.
    pub destinations: Option<Vec<DestinationId>>,
    /// Whether mails come with the reports that they are made of, as workbooks.
    pub attaches_xlsx: bool,
}

/// A message as it would be sent now.
#[derive(Debug, Clone, PartialEq)]
pub struct MessagePreview {
    /// The day that moves the windows of its reports.
    pub as_of: NaiveDate,
    /// What is told.
    pub composed: Composed,
    /// As each channel gets it.
    pub rendering: Rendering,
}

/// Messages by hand, and what became of all messages.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MessageDesk: Send + Sync {
    /// A message as it would be sent now; with comments only where `commentary` says so, as they take their time.
    async fn preview(
        &self,
        kind: MessageKind,
        request: MessageRequest,
        commentary: bool,
    ) -> Result<MessagePreview, ScheduleError>;

    /// Puts a message on its way.
    async fn send(
        &self,
        kind: MessageKind,
        request: MessageRequest,
        by: &Actor,
    ) -> Result<Vec<Delivery>, ScheduleError>;

    /// One page of deliveries.
    async fn deliveries(&self, query: &DeliveryQuery) -> Result<Page<Delivery>, ScheduleError>;

    /// One delivery with all that is sent.
    async fn delivery(&self, id: DeliveryId) -> Result<Delivery, ScheduleError>;

    /// Puts one that failed or was skipped on its way again.
    async fn retry(&self, id: DeliveryId, by: &Actor) -> Result<Delivery, ScheduleError>;
}

/// Does by itself what is due.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Scheduler: Send + Sync {
    /// Claims the times that have come, and does what is due.
    async fn run_due(&self) -> Result<(), StorageError>;

    /// Sends what is on its way.
    async fn deliver_due(&self) -> Result<(), StorageError>;

    /// Does the upkeep that is due, however long it takes.
    async fn keep_up(&self) -> Result<(), StorageError>;
}
