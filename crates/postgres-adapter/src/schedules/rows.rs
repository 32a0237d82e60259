//! Schedules and runs as rows.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::people::{UserId, UserName};
use domain::schedule::{Cron, DestinationId, RunId, RunState, Schedule, ScheduleId, ScheduleName, Task, Trigger};
use ports::driven::{DeliveryCounts, Run};
use uuid::Uuid;

use super::productions_of;
use crate::errors::{Work, broken_row};

pub(super) const WHAT: &str = "schedule";
pub(super) const RUN: &str = "run of a schedule";

/// The columns of [`ScheduleRow`], of `schedule AS s`.
pub(super) const SCHEDULE_COLUMNS: &str = "s.id, s.name, s.kind, s.cron, s.all_productions, s.attaches_xlsx,
    s.paused_at, s.considered_until, s.revision,
    ARRAY(SELECT p.production_id FROM schedule_production p WHERE p.schedule_id = s.id ORDER BY 1) AS production_ids,
    ARRAY(SELECT d.destination_id FROM schedule_destination d WHERE d.schedule_id = s.id ORDER BY 1) AS destination_ids";

#[derive(QueryableByName)]
pub(super) struct ScheduleRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    cron: String,
    #[diesel(sql_type = Bool)]
    all_productions: bool,
    #[diesel(sql_type = Bool)]
    attaches_xlsx: bool,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    paused_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    considered_until: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    revision: i64,
    #[diesel(sql_type = Array<SqlUuid>)]
    production_ids: Vec<Uuid>,
    #[diesel(sql_type = Array<SqlUuid>)]
    destination_ids: Vec<Uuid>,
}

impl ScheduleRow {
    /// The kind that it does; of a newer version of this program it is one that this one does not know.
    pub(super) fn is_known(&self) -> bool {
        self.kind.parse::<Task>().is_ok()
    }
}

impl TryFrom<ScheduleRow> for Schedule {
    type Error = crate::errors::WorkError;

    fn try_from(row: ScheduleRow) -> Work<Self> {
        Ok(Self {
            id: ScheduleId(row.id),
            name: parse_name(&row.name)?,
            task: row.kind.parse().map_err(|error| broken_row(WHAT, error))?,
            cron: Cron::parse(&row.cron).map_err(|error| broken_row(WHAT, error))?,
            productions: productions_of(row.all_productions, row.production_ids),
            destinations: row.destination_ids.into_iter().map(DestinationId).collect(),
            attaches_xlsx: row.attaches_xlsx,
            paused_at: row.paused_at,
            considered_until: row.considered_until,
            revision: row.revision,
        })
    }
}

fn parse_name(name: &str) -> Work<ScheduleName> {
    name.parse().map_err(|error| broken_row(WHAT, error))
}

/// The columns of [`RunRow`], of `schedule_run AS r`.
pub(super) const RUN_COLUMNS: &str = "r.id, r.schedule_id, r.schedule_name, r.kind, r.slot, r.trigger, r.state,
    r.requested_by, (SELECT name FROM account WHERE id = r.requested_by) AS requested_by_name, r.failures,
    r.interruptions, r.next_attempt_at, r.created_at, r.finished_at, r.last_error,
    counts.pending, counts.sent, counts.failed, counts.skipped";
/// What they are of besides.
pub(super) const RUN_COUNTS: &str = "CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE d.state IN ('pending', 'sending')) AS pending,
               count(*) FILTER (WHERE d.state = 'sent') AS sent,
               count(*) FILTER (WHERE d.state = 'failed') AS failed,
               count(*) FILTER (WHERE d.state = 'skipped') AS skipped
        FROM delivery d WHERE d.run_id = r.id
    ) AS counts";

#[derive(QueryableByName)]
pub(super) struct RunRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(super) schedule_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    schedule_name: Option<String>,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamptz)]
    slot: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    trigger: String,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    requested_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    requested_by_name: Option<String>,
    #[diesel(sql_type = Integer)]
    failures: i32,
    #[diesel(sql_type = Integer)]
    interruptions: i32,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    next_attempt_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    created_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    finished_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    last_error: Option<String>,
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = BigInt)]
    sent: i64,
    #[diesel(sql_type = BigInt)]
    failed: i64,
    #[diesel(sql_type = BigInt)]
    skipped: i64,
}

impl TryFrom<RunRow> for Run {
    type Error = crate::errors::WorkError;

    fn try_from(row: RunRow) -> Work<Self> {
        let trigger = Trigger::ALL.into_iter().find(|trigger| trigger.code() == row.trigger);
        let state = RunState::ALL.into_iter().find(|state| state.code() == row.state);
        Ok(Self {
            id: RunId(row.id),
            schedule: row.schedule_id.map(ScheduleId),
            schedule_name: row.schedule_name.as_deref().map(parse_name).transpose()?,
            task: row.kind.parse().map_err(|error| broken_row(RUN, error))?,
            slot: row.slot,
            trigger: trigger.ok_or_else(|| broken_row(RUN, "an unknown trigger"))?,
            state: state.ok_or_else(|| broken_row(RUN, "an unknown state"))?,
            requested_by: row.requested_by.map(|id| UserName {
                id: UserId(id),
                name: row.requested_by_name.unwrap_or_default(),
            }),
            failures: u32::try_from(row.failures).unwrap_or_default(),
            interruptions: row.interruptions,
            next_attempt_at: row.next_attempt_at,
            created_at: row.created_at,
            finished_at: row.finished_at,
            last_error: row.last_error,
            deliveries: DeliveryCounts {
                pending: row.pending,
                sent: row.sent,
                failed: row.failed,
                skipped: row.skipped,
            },
        })
    }
}
