//! Claims the times of schedules, has their tasks done, and sends what comes of them.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::delivery::pause;
use domain::schedule::{Due, is_worth_trying};
use futures_util::future::join_all;
use ports::driven::{
    Channel, Clock, DeliveryQueue, Ids, Lease, Pace, Run, RunOutcome, RunQueue, StorageError, WebhookUrl,
};
use ports::driving::Scheduler;

use crate::alerts::Alerts;
use crate::audience::Audience;
use crate::sending::Sender;
use crate::tasks::Tasks;

/// How long somebody who works may be silent. One post takes a minute at most.
const LEASE: Duration = Duration::from_mins(5);
/// How often it is said that somebody is still at work on a run.
const RENEW_EVERY: Duration = Duration::from_mins(1);
/// Deliveries that are sent at a time: a slow receiver keeps no other waiting.
const SENDERS: usize = 4;

/// What an engine works with.
pub struct EnginePorts {
    /// The times of schedules.
    pub runs: Arc<dyn RunQueue>,
    /// What is on its way.
    pub deliveries: Arc<dyn DeliveryQueue>,
    /// Sends it.
    pub channel: Arc<dyn Channel>,
    /// What each receiver may be told of.
    pub audience: Arc<Audience>,
    /// Who does what is due.
    pub tasks: Tasks,
    /// Looks at productions that a snapshot went live of.
    pub alerts: Arc<Alerts>,
    /// The company's webhook of Slack, as configured.
    pub company_slack: Option<WebhookUrl>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
}

/// Does by itself what is due. Any number of them work on one storage.
pub struct Engine {
    runs: Arc<dyn RunQueue>,
    deliveries: Arc<dyn DeliveryQueue>,
    tasks: Tasks,
    alerts: Arc<Alerts>,
    clock: Arc<dyn Clock>,
    sender: Sender,
    lease: Lease,
}

impl Engine {
    /// With a name of its own, under which it holds what it works on.
    pub fn new(ports: EnginePorts) -> Self {
        let lease = Lease {
            holder: ports.ids.next(),
            length: LEASE,
        };
        Self {
            runs: ports.runs,
            tasks: ports.tasks,
            alerts: ports.alerts,
            sender: Sender {
                queue: Arc::clone(&ports.deliveries),
                channel: ports.channel,
                audience: ports.audience,
                clock: Arc::clone(&ports.clock),
                company_slack: ports.company_slack,
                lease,
            },
            deliveries: ports.deliveries,
            clock: ports.clock,
            lease,
        }
    }

    async fn claim_due(&self) -> Result<(), StorageError> {
        for schedule in self.runs.going_on().await? {
            let now = self.clock.now();
            let due = Due::at(&schedule.cron, schedule.considered_until, now);
            if due.is_nothing() && due.considered_until >= schedule.considered_until {
                continue;
            }
            if self.runs.record(&schedule, &due, now).await? {
                tracing::info!(schedule = %schedule.name, slot = ?due.slot, "The time of a schedule has come.");
            }
            if !due.missed.is_empty() {
                tracing::warn!(schedule = %schedule.name, missed = due.missed.len(), "Times of a schedule were missed.");
            }
        }
        Ok(())
    }

    async fn perform(&self, run: &Run) -> Result<(), StorageError> {
        let schedule = self.runs.schedule_of(run).await?;
        let performed = self.tasks.of(run.task).perform(run, schedule.as_ref()).await;
        let now = self.clock.now();
        let outcome = match performed {
            Ok(deliveries) => RunOutcome::Done(deliveries),
            Err(error) if error.may_pass() => again(run, error.to_string(), now),
            Err(error) => RunOutcome::Failed {
                error: error.to_string(),
            },
        };
        match &outcome {
            RunOutcome::Done(_) => {}
            RunOutcome::Again { error, .. } => {
                tracing::warn!(run_id = %run.id, %error, "A run of a schedule failed, and is tried again.");
            }
            RunOutcome::Failed { error } => {
                tracing::error!(run_id = %run.id, %error, "Gave a run of a schedule up.");
            }
        }
        if !self.runs.finish(run.id, self.lease.holder, &outcome, now).await? {
            tracing::warn!(run_id = %run.id, "Somebody else has taken a run over.");
        }
        Ok(())
    }

    /// Does what is due, one after the other. A message may be made for many receivers, each with comments of a model that
    /// takes its time.
    async fn work_off(&self, pace: Pace) -> Result<(), StorageError> {
        while let Some(run) = self.runs.lease(self.lease, pace, self.clock.now()).await? {
            tokio::select! {
                performed = self.perform(&run) => performed?,
                () = self.go_on_holding(&run) => {}
            }
        }
        Ok(())
    }

    /// Says now and then that its holder is at work on a run, for as long as it is polled.
    async fn go_on_holding(&self, run: &Run) {
        loop {
            tokio::time::sleep(RENEW_EVERY).await;
            match self.runs.renew(run.id, self.lease).await {
                Ok(true) => {}
                Ok(false) => tracing::warn!(run_id = %run.id, "Somebody else has taken a run over."),
                Err(error) => tracing::warn!(run_id = %run.id, %error, "A lease could not be renewed."),
            }
        }
    }

    async fn send_all(&self) -> Result<(), StorageError> {
        while let Some(leased) = self.deliveries.lease(self.lease, self.clock.now()).await? {
            self.sender.send(&leased).await?;
        }
        Ok(())
    }
}

fn again(run: &Run, error: String, now: DateTime<Utc>) -> RunOutcome {
    let randomness = run.id.0.as_u64_pair().1.rotate_left(run.failures);
    let pause = pause(run.failures.saturating_add(1), randomness, None);
    let at = now + TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX);
    if is_worth_trying(run.created_at, at) {
        RunOutcome::Again { at, error }
    } else {
        RunOutcome::Failed { error }
    }
}

#[async_trait]
impl Scheduler for Engine {
    async fn run_due(&self) -> Result<(), StorageError> {
        self.claim_due().await?;
        self.work_off(Pace::Brief).await?;
        self.alerts.tell_of_sources().await?;
        self.alerts.look_at_arrivals().await
    }

    async fn keep_up(&self) -> Result<(), StorageError> {
        self.work_off(Pace::Long).await
    }

    async fn deliver_due(&self) -> Result<(), StorageError> {
        let senders = join_all((0..SENDERS).map(|_| self.send_all())).await;
        senders.into_iter().collect()
    }
}
