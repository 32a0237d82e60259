//! Schedules, their runs, destinations, deliveries and messages.

mod delivery;
mod destination;
mod message;
mod run;

pub(crate) use delivery::{DeliveryDetailsView, DeliveryListQuery, DeliveryView};
pub(crate) use destination::{ChangedDestination, DestinationView, NewDestination};
pub(crate) use message::{MessagePreviewView, NewMessage, PreviewQuery};
pub(crate) use run::{RunListQuery, RunView};

use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use domain::production::ProductionId;
use domain::schedule::{Cron, DestinationId, Productions, ScheduleName, clean_cron};
use domain::validation::{Breach, Field};
use ports::driven::ScheduleStanding;
use ports::driving::collection::SourceView;
use ports::driving::{NewSchedule as NewScheduleRequest, ScheduleChange};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::extract::{bounded, required};
use crate::problem::ApiError;

/// An instant as answers tell it.
fn told(at: DateTime<Utc>) -> String {
    in_kst(at).to_rfc3339()
}

/// Something that is done at set times.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScheduleView {
    /// The word that names it, also in addresses.
    #[schema(example = "daily-plays")]
    name: String,
    /// What is done: the kind of a message; `alerts`, which looks for what is worth telling; `source`, which collects.
    #[schema(example = "daily-plays")]
    kind: String,
    /// When: minute, hour, day of the month, month, weekday, in Asia/Seoul.
    #[schema(example = "0 14 * * *")]
    cron: String,
    /// Whether it is about all active productions, also future ones, or about those named.
    all_productions: bool,
    #[schema(value_type = Vec<Uuid>)]
    production_ids: Vec<Uuid>,
    /// To whom the outcome is sent.
    #[schema(value_type = Vec<Uuid>)]
    destination_ids: Vec<Uuid>,
    /// Whether its mails come with the reports that they are made of, as workbooks.
    attach_xlsx: bool,
    /// Since when it is paused; `null` while it goes on.
    #[schema(format = DateTime)]
    paused_at: Option<String>,
    /// The next times, none while it is paused.
    #[schema(value_type = Vec<String>)]
    next_runs: Vec<String>,
    /// The run of its newest time.
    last_run: Option<RunView>,
    /// Of kind `source`: the source of figures, which is changed there.
    source_id: Option<Uuid>,
}

impl ScheduleView {
    /// A source of figures that has times of its own; `None` of one that has none.
    pub(crate) fn of_source(of: SourceView, now: DateTime<Utc>, count: usize) -> Option<Self> {
        let source = of.record.source;
        let cron = source.schedule?;
        let goes_on = of.next_run_at.is_some();
        let upcoming = cron.upcoming(now).take(count).filter(|_| goes_on);
        Some(Self {
            next_runs: upcoming.map(told).collect(),
            name: source.name,
            kind: "source".to_owned(),
            cron: cron.to_string(),
            all_productions: source.production.is_none(),
            production_ids: source.production.into_iter().map(|id| id.0).collect(),
            destination_ids: Vec::new(),
            attach_xlsx: false,
            paused_at: (!source.is_active).then(|| told(source.updated_at)),
            last_run: None,
            source_id: Some(source.id.0),
        })
    }

    /// With its next times.
    pub(crate) fn new(standing: ScheduleStanding, upcoming: Vec<DateTime<Utc>>) -> Self {
        let schedule = standing.schedule;
        let (all_productions, production_ids) = named(schedule.productions);
        Self {
            name: schedule.name.to_string(),
            kind: schedule.task.code().to_owned(),
            cron: schedule.cron.to_string(),
            all_productions,
            production_ids,
            destination_ids: schedule.destinations.into_iter().map(|id| id.0).collect(),
            attach_xlsx: schedule.attaches_xlsx,
            paused_at: schedule.paused_at.map(told),
            next_runs: upcoming.into_iter().map(told).collect(),
            last_run: standing.last_run.map(RunView::from),
            source_id: None,
        }
    }
}

/// Whether it is about all, and if not, about which.
fn named(productions: Productions) -> (bool, Vec<Uuid>) {
    match productions {
        Productions::AllActive => (true, Vec::new()),
        Productions::Named(ids) => (false, ids.into_iter().map(|id| id.0).collect()),
    }
}

/// A schedule to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewSchedule {
    /// 1 to 40 letters `a-z`, digits and `-`.
    #[schema(example = "weekly-hamlet", min_length = 1, max_length = 40)]
    name: String,
    /// The kind of a message.
    #[schema(example = "weekly-plays")]
    kind: String,
    /// When: minute, hour, day of the month, month, weekday, in Asia/Seoul.
    #[schema(example = "0 9 * * 1", max_length = 200)]
    cron: String,
    /// Left out: true, unless productions are named.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    all_productions: Option<bool>,
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default)]
    production_ids: Vec<String>,
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default)]
    destination_ids: Vec<String>,
    /// Whether its mails come with the reports that they are made of, as workbooks.
    #[schema(required = false)]
    #[serde(default)]
    attach_xlsx: bool,
}

/// Changes to a schedule; a field left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedSchedule {
    /// 1 to 40 letters `a-z`, digits and `-`.
    #[schema(nullable = false, min_length = 1, max_length = 40)]
    #[serde(default, deserialize_with = "required")]
    name: Option<String>,
    /// When: minute, hour, day of the month, month, weekday, in Asia/Seoul. Times that passed before do not count any more.
    #[schema(nullable = false, max_length = 200)]
    #[serde(default, deserialize_with = "required")]
    cron: Option<String>,
    /// With `true` no production is named any more.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    all_productions: Option<bool>,
    /// All productions, those before included.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    production_ids: Option<Vec<String>>,
    /// All destinations, those before included.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    destination_ids: Option<Vec<String>>,
    /// Whether its mails come with the reports that they are made of, as workbooks.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    attach_xlsx: Option<bool>,
}

fn name(text: &str) -> Result<ScheduleName, ApiError> {
    text.parse().map_err(|error: domain::schedule::InvalidScheduleName| {
        ApiError::invalid("/name", "malformed", error.to_string())
    })
}

fn cron(text: &str) -> Result<Cron, ApiError> {
    clean_cron(text).map_err(|rule| vec![Breach::new(Field::Cron, rule)].into())
}

/// Ids in a list of a body; what is none names nothing.
fn ids<T>(texts: &[String], pointer: &str, id: impl Fn(Uuid) -> T) -> Result<Vec<T>, ApiError> {
    bounded(texts, pointer)?;
    let parsed = |(index, text): (usize, &String)| {
        let wrong = |_| ApiError::invalid(format!("{pointer}/{index}"), "unknown", "what exists");
        Uuid::try_parse(text).map(&id).map_err(wrong)
    };
    texts.iter().enumerate().map(parsed).collect()
}

/// All, unless some are named; `None` where nothing is said.
fn productions(all: Option<bool>, named: Option<&[String]>) -> Result<Option<Productions>, ApiError> {
    let named = named
        .map(|texts| ids(texts, "/productionIds", ProductionId))
        .transpose()?;
    match (all, named) {
        (Some(true), Some(named)) if !named.is_empty() => Err(ApiError::invalid(
            "/productionIds",
            "contradicts",
            "no productions beside allProductions",
        )),
        (Some(true), _) => Ok(Some(Productions::AllActive)),
        (Some(false), named) => Ok(Some(Productions::Named(named.unwrap_or_default()))),
        (None, named) => Ok(named.map(Productions::Named)),
    }
}

impl TryFrom<NewSchedule> for NewScheduleRequest {
    type Error = ApiError;

    fn try_from(new: NewSchedule) -> Result<Self, ApiError> {
        let kind = new.kind.parse();
        let named = (!new.production_ids.is_empty()).then_some(new.production_ids.as_slice());
        Ok(Self {
            name: name(&new.name)?,
            task: kind.map_err(|error: domain::schedule::InvalidTask| {
                ApiError::invalid("/kind", "unknown", error.to_string())
            })?,
            cron: cron(&new.cron)?,
            productions: productions(new.all_productions, named)?.unwrap_or(Productions::AllActive),
            destinations: ids(&new.destination_ids, "/destinationIds", DestinationId)?,
            attaches_xlsx: new.attach_xlsx,
        })
    }
}

impl TryFrom<ChangedSchedule> for ScheduleChange {
    type Error = ApiError;

    fn try_from(changed: ChangedSchedule) -> Result<Self, ApiError> {
        let destinations = changed.destination_ids.as_deref();
        Ok(Self {
            name: changed.name.as_deref().map(name).transpose()?,
            cron: changed.cron.as_deref().map(cron).transpose()?,
            productions: productions(changed.all_productions, changed.production_ids.as_deref())?,
            destinations: destinations
                .map(|texts| ids(texts, "/destinationIds", DestinationId))
                .transpose()?,
            attaches_xlsx: changed.attach_xlsx,
        })
    }
}
