//! Schedules, as the office keeps them.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::schedule::{RunId, Schedule, ScheduleId, ScheduleName};
use domain::validation::{Breach, Field, Rule};
use ports::actor::{Actor, Edit};
use ports::driven::{
    AuditAction, Clock, Ids, RequestedRun, Run, RunQuery, RunQueue, ScheduleRepository, ScheduleStanding,
};
use ports::driving::{NewSchedule, ScheduleChange, ScheduleDesk, ScheduleError};
use ports::paging::Page;
use ports::retry::retried;

use crate::into_schedule_error;

/// The office's view of schedules.
pub struct ScheduleOffice {
    schedules: Arc<dyn ScheduleRepository>,
    runs: Arc<dyn RunQueue>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl ScheduleOffice {
    /// Of these schedules.
    pub fn new(
        schedules: Arc<dyn ScheduleRepository>,
        runs: Arc<dyn RunQueue>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        Self {
            schedules,
            runs,
            clock,
            ids,
        }
    }

    async fn find(&self, name: &ScheduleName) -> Result<ScheduleStanding, ScheduleError> {
        let found = self.schedules.find(name).await?;
        found.ok_or(ScheduleError::Unknown("schedule"))
    }

    /// Changes a schedule by `change`, which answers `None` where there is nothing to change; also on what somebody else made
    /// of it meanwhile.
    async fn edit(
        &self,
        name: &str,
        act: AuditAction,
        edit: &Edit,
        change: impl Fn(&Schedule, DateTime<Utc>) -> Option<Schedule>,
    ) -> Result<ScheduleStanding, ScheduleError> {
        let name = parsed(name)?;
        let changed = retried(|| async {
            let present = self.find(&name).await?.schedule;
            let Some(after) = change(&present, self.clock.now()) else {
                return Ok(present.name);
            };
            let stored = self.schedules.update(&after, act, edit).await;
            stored.map_err(into_schedule_error)?;
            Ok::<_, ScheduleError>(after.name)
        });
        let name = changed.await?;
        self.find(&name).await
    }
}

/// A name in an address: what is none names nothing.
fn parsed(name: &str) -> Result<ScheduleName, ScheduleError> {
    name.parse().map_err(|_| ScheduleError::Unknown("schedule"))
}

#[async_trait]
impl ScheduleDesk for ScheduleOffice {
    async fn list(&self) -> Result<Vec<ScheduleStanding>, ScheduleError> {
        Ok(self.schedules.list().await?)
    }

    async fn read(&self, name: &str) -> Result<ScheduleStanding, ScheduleError> {
        self.find(&parsed(name)?).await
    }

    async fn create(&self, new: NewSchedule, by: &Actor) -> Result<ScheduleStanding, ScheduleError> {
        if !new.task.is_for_people() {
            let error = Breach::new(Field::Kind, Rule::NotForPeople);
            return Err(ScheduleError::Invalid(vec![error]));
        }
        let schedule = Schedule {
            id: ScheduleId(self.ids.next()),
            name: new.name,
            task: new.task,
            cron: new.cron,
            productions: new.productions,
            destinations: new.destinations,
            attaches_xlsx: new.attaches_xlsx,
            paused_at: None,
            considered_until: self.clock.now(),
            revision: 0,
        };
        let stored = self.schedules.insert(&schedule, by).await;
        stored.map_err(into_schedule_error)?;
        self.find(&schedule.name).await
    }

    async fn change(&self, name: &str, change: ScheduleChange, edit: &Edit) -> Result<ScheduleStanding, ScheduleError> {
        let has_only_times = ScheduleChange {
            cron: None,
            ..change.clone()
        } == ScheduleChange::default();
        if !has_only_times && !self.find(&parsed(name)?).await?.schedule.task.is_for_people() {
            return Err(ScheduleError::Fixed);
        }
        self.edit(name, AuditAction::ScheduleChanged, edit, |present, now| {
            let cron = change.cron.clone().unwrap_or_else(|| present.cron.clone());
            // Times that the new expression would have had are none that were missed.
            let considered_until = if cron == present.cron {
                present.considered_until
            } else {
                now
            };
            Some(Schedule {
                name: change.name.clone().unwrap_or_else(|| present.name.clone()),
                cron,
                productions: change
                    .productions
                    .clone()
                    .unwrap_or_else(|| present.productions.clone()),
                destinations: change
                    .destinations
                    .clone()
                    .unwrap_or_else(|| present.destinations.clone()),
                attaches_xlsx: change.attaches_xlsx.unwrap_or(present.attaches_xlsx),
                considered_until,
                ..present.clone()
            })
        })
        .await
    }

    async fn delete(&self, name: &str, edit: &Edit) -> Result<(), ScheduleError> {
        let schedule = self.find(&parsed(name)?).await?.schedule;
        if !schedule.task.is_for_people() {
            return Err(ScheduleError::Fixed);
        }
        let was_there = self.schedules.delete(schedule.id, edit).await?;
        was_there.then_some(()).ok_or(ScheduleError::Unknown("schedule"))
    }

    async fn pause(&self, name: &str, edit: &Edit) -> Result<ScheduleStanding, ScheduleError> {
        self.edit(name, AuditAction::SchedulePaused, edit, |present, now| {
            present.paused_at.is_none().then(|| Schedule {
                paused_at: Some(now),
                ..present.clone()
            })
        })
        .await
    }

    async fn resume(&self, name: &str, edit: &Edit) -> Result<ScheduleStanding, ScheduleError> {
        self.edit(name, AuditAction::ScheduleResumed, edit, |present, now| {
            present.paused_at.is_some().then(|| Schedule {
                paused_at: None,
                considered_until: now,
                ..present.clone()
            })
        })
        .await
    }

    async fn run(&self, name: &str, by: &Actor) -> Result<Run, ScheduleError> {
        let schedule = self.find(&parsed(name)?).await?.schedule;
        let run = RequestedRun {
            id: RunId(self.ids.next()),
            schedule: Some((schedule.id, schedule.name)),
            task: schedule.task,
            at: self.clock.now(),
            deliveries: None,
        };
        Ok(self.runs.request(&run, by).await?)
    }

    async fn runs(&self, query: &RunQuery) -> Result<Page<Run>, ScheduleError> {
        Ok(self.schedules.runs(query).await?)
    }

    fn upcoming(&self, schedule: &Schedule, count: usize) -> Vec<DateTime<Utc>> {
        schedule.upcoming(self.clock.now()).take(count).collect()
    }
}
