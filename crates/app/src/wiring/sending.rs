//! Schedules, and what they send.

use std::sync::Arc;

use domain::webhook_hosts::WebhookHosts;
use ports::driven::{Channel, Clock, Ids, ProductionRepository, ReportWorkbooks, UserRepository, WebhookUrl};
use ports::driving::{AlertDesk, DestinationDesk, MessageDesk, Messages, ScheduleDesk, Scheduler};
use postgres_adapter::{
    PgAlertRepository, PgDeliveryQueue, PgDestinationRepository, PgDigestRepository, PgNoticeBoard, PgPool,
    PgReportSource, PgRunQueue, PgScheduleRepository, PgSourceAlerts, PgUserRepository,
};
use schedules::{
    AlertOffice, AlertPorts, Alerts, Audience, Composer, Destinations, DigestPorts, Digests, Engine, EnginePorts,
    MessageOffice, ScheduleOffice, ScheduledTask, Tasks,
};

/// What leaves the house, and by which way.
pub(super) struct Ways {
    pub(super) messages: Arc<dyn Messages>,
    pub(super) workbooks: Arc<dyn ReportWorkbooks>,
    pub(super) channel: Arc<dyn Channel>,
    pub(super) hosts: WebhookHosts,
    pub(super) company_slack: Option<WebhookUrl>,
}

/// What is done without anybody being sent anything.
pub(super) struct Chores {
    pub(super) upkeep: Arc<dyn ScheduledTask>,
    pub(super) market: Arc<dyn ScheduledTask>,
}

/// The use cases around schedules.
pub(super) struct Sending {
    pub(super) schedules: Arc<dyn ScheduleDesk>,
    pub(super) destinations: Arc<dyn DestinationDesk>,
    pub(super) messages: Arc<dyn MessageDesk>,
    pub(super) alerts: Arc<dyn AlertDesk>,
    pub(super) scheduler: Arc<dyn Scheduler>,
}

impl Sending {
    pub(super) fn new(
        pool: &PgPool,
        ways: Ways,
        productions: Arc<dyn ProductionRepository>,
        chores: Chores,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        let users: Arc<dyn UserRepository> = Arc::new(PgUserRepository::new(pool.clone()));
        let schedules = Arc::new(PgScheduleRepository::new(pool.clone()));
        let runs = Arc::new(PgRunQueue::new(pool.clone()));
        let deliveries = Arc::new(PgDeliveryQueue::new(pool.clone()));
        let destinations = Arc::new(PgDestinationRepository::new(pool.clone()));
        let alerts = Arc::new(PgAlertRepository::new(pool.clone()));
        let audience = Arc::new(Audience::new(users.clone()));
        let composer = Arc::new(Composer {
            messages: ways.messages,
            workbooks: ways.workbooks,
            productions,
            destinations: destinations.clone(),
            audience: audience.clone(),
            clock: clock.clone(),
            ids: ids.clone(),
        });
        let finder = Arc::new(Alerts::new(AlertPorts {
            alerts: alerts.clone(),
            standings: Arc::new(PgReportSource::new(pool.clone())),
            composer: composer.clone(),
            sources: Arc::new(PgSourceAlerts::new(pool.clone())),
            users: users.clone(),
        }));
        Self {
            scheduler: Arc::new(Engine::new(EnginePorts {
                runs: runs.clone(),
                deliveries: deliveries.clone(),
                channel: ways.channel,
                audience,
                tasks: Tasks {
                    messages: composer.clone(),
                    alerts: finder.clone(),
                    digests: Arc::new(Digests::new(DigestPorts {
                        digests: Arc::new(PgDigestRepository::new(pool.clone())),
                        users,
                        notices: Arc::new(PgNoticeBoard::new(pool.clone())),
                        composer: composer.clone(),
                    })),
                    upkeep: chores.upkeep,
                    market: chores.market,
                },
                alerts: finder,
                company_slack: ways.company_slack,
                clock: clock.clone(),
                ids: ids.clone(),
            })),
            destinations: Arc::new(Destinations::new(
                destinations,
                deliveries.clone(),
                composer.clone(),
                ways.hosts,
            )),
            messages: Arc::new(MessageOffice::new(
                composer,
                schedules.clone(),
                runs.clone(),
                deliveries,
            )),
            alerts: Arc::new(AlertOffice::new(alerts, clock.clone())),
            schedules: Arc::new(ScheduleOffice::new(schedules, runs, clock, ids)),
        }
    }
}
