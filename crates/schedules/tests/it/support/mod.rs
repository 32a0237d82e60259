//! A house with schedules, and engines that come and go.

mod arriving;
mod channel;
mod kill;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::access::Visible;
use domain::alert::News;
use domain::message::Message;
use domain::people::{Email, Grants, User, UserId};
use domain::planning::PeriodChange;
use domain::production::{Category, Production, ProductionDraft, ProductionId};
use domain::reports::ReportedProduction;
use domain::schedule::Schedule;
use domain::webhook_hosts::WebhookHosts;
use ports::actor::Actor;
use ports::driven::{
    Clock, Delivery, Ids, NewProduction, Notice, ProductionRepository, ReportError, ReportWorkbooks, Run,
    UserRepository, Versions, WebhookUrl,
};
use ports::driving::{CommentaryRecord, Composed, Digest, MessageOrder, Messages, Rendering, Scheduler};
use postgres_adapter::test_database::TestDatabase;
use postgres_adapter::{
    PgAlertRepository, PgDeliveryQueue, PgDestinationRepository, PgDigestRepository, PgNoticeBoard, PgPool,
    PgProductionRepository, PgReportSource, PgRunQueue, PgScheduleRepository, PgSourceAlerts, PgUserRepository,
};
use reporting::{Reporting, Workbooks};
use schedules::{
    AlertOffice, AlertPorts, Alerts, Audience, Composer, Destinations, DigestPorts, Digests, Engine, EnginePorts,
    MessageOffice, ScheduleOffice, ScheduledTask, TaskError, Tasks,
};
use serde_json::json;
use uuid::Uuid;

pub(crate) use channel::TestChannel;
pub(crate) use kill::killed_after;

/// A clock that stands until it is set.
pub(crate) struct TestClock(AtomicI64);

impl TestClock {
    pub(crate) fn set(&self, to: DateTime<Utc>) {
        self.0.store(to.timestamp_micros(), Ordering::SeqCst);
    }

    pub(crate) fn forward(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_microseconds().unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Identifiers in their order, as real ones, with ends that differ.
pub(crate) struct TestIds(AtomicU64);

impl Ids for TestIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        Uuid::from_u64_pair(
            0x0197_c1a0_0000_7000 + number,
            number.wrapping_mul(0x9e37_79b9_7f4a_7c15),
        )
    }
}

/// Messages that say which productions they are of.
struct TestMessages;

#[async_trait]
impl Messages for TestMessages {
    async fn compose(&self, order: &MessageOrder) -> Result<Composed, ReportError> {
        let Visible::Only(ids) = &order.scope.visible else {
            panic!("a message is made of named productions");
        };
        let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
        Ok(Composed {
            message: Message::new(order.kind.code(), ids.join(" ")),
            is_empty: false,
            commentary: CommentaryRecord::default(),
            versions: Versions::default(),
        })
    }

    fn alert(&self, production: &ReportedProduction, news: &News, _: NaiveDate) -> Message {
        let kind = news.kind().code();
        Message::new(kind, format!("{kind} {}", production.id))
    }

    fn digest(&self, digest: &Digest) -> Message {
        let name = |notice: &Notice| notice.production.as_ref().map(|of| of.id.to_string());
        let productions: Vec<_> = digest.notices.iter().filter_map(name).collect();
        Message::new("digest", productions.join(" "))
    }

    fn render(&self, message: &Message) -> Rendering {
        Rendering {
            subject: message.title.clone(),
            text: message.summary.clone(),
            html: format!("<p>{}</p>", message.summary),
            slack: vec![json!({ "text": message.summary }), json!({ "text": "the end" })],
        }
    }
}

/// A database with the schedules that a new house has, and a play with a webhook of its own.
pub(crate) struct House {
    pub(crate) pool: PgPool,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) ids: Arc<TestIds>,
    pub(crate) channel: Arc<TestChannel>,
    /// Who makes messages.
    pub(crate) messages: Arc<dyn Messages>,
    pub(crate) play: ProductionId,
    /// For looking behind the ports.
    connection: Mutex<PgConnection>,
    // After whoever is connected to it.
    _database: TestDatabase,
}

/// What is stored of a run, with what was sent for it.
#[derive(QueryableByName, Debug)]
pub(crate) struct StoredRun {
    #[diesel(sql_type = SqlUuid)]
    pub(crate) id: Uuid,
    #[diesel(sql_type = Nullable<Text>)]
    pub(crate) schedule_name: Option<String>,
    #[diesel(sql_type = Timestamptz)]
    pub(crate) slot: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    pub(crate) state: String,
    #[diesel(sql_type = Text)]
    pub(crate) trigger: String,
}

/// What is stored of a delivery.
#[derive(QueryableByName, Debug)]
pub(crate) struct StoredDelivery {
    #[diesel(sql_type = SqlUuid)]
    pub(crate) id: Uuid,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(crate) run_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    pub(crate) state: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub(crate) reason: Option<String>,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub(crate) interruptions: i32,
    #[diesel(sql_type = Nullable<Text>)]
    pub(crate) address: Option<String>,
    #[diesel(sql_type = Text)]
    pub(crate) text: String,
}

/// A time of Seoul's clocks.
pub(crate) fn kst(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("{text}:00+09:00"))
        .unwrap()
        .to_utc()
}

impl House {
    /// At this time; schedules begin with it.
    pub(crate) async fn at(now: DateTime<Utc>) -> Self {
        let database = TestDatabase::new();
        let pool = database.pool();
        let clock = Arc::new(TestClock(AtomicI64::new(0)));
        clock.set(now);
        let house = Self {
            pool,
            clock,
            ids: Arc::new(TestIds(AtomicU64::new(1))),
            channel: Arc::new(TestChannel::default()),
            messages: Arc::new(TestMessages),
            play: ProductionId(Uuid::from_u128(1)),
            connection: Mutex::new(database.connection()),
            _database: database,
        };
        house.enter(house.play, "PL1", Category::Play).await;
        house.execute(&format!(
            "UPDATE schedule SET considered_until = '{now}';
             UPDATE production SET slack_webhook_url = 'https://hooks.slack.com/services/own'",
        ));
        house
    }

    /// Enters a production.
    pub(crate) async fn enter(&self, id: ProductionId, code: &str, category: Category) {
        let production = Production {
            id,
            details: ProductionDraft::new(code.parse().unwrap(), code, category)
                .check()
                .unwrap(),
            created_at: self.clock.now(),
            updated_at: self.clock.now(),
            has_slack_webhook: false,
            revision: 0,
        };
        let new = NewProduction {
            production,
            webhook: None,
            change: PeriodChange::default(),
        };
        let productions = PgProductionRepository::new(self.pool.clone());
        productions.insert(&[new], &Actor::SYSTEM).await.unwrap();
    }

    /// Enters a user who is active and sees these productions.
    pub(crate) async fn admit(&self, email: &str, sees: &[ProductionId]) -> UserId {
        let user = User {
            id: UserId(self.ids.next()),
            email: Email::parse(email).unwrap(),
            name: email.to_owned(),
            role: domain::access::Role::Member,
            active: true,
            grants: Grants {
                can_upload: false,
                can_manage_productions: false,
                all_productions: false,
                production_ids: sees.iter().copied().collect(),
            },
            created_at: self.clock.now(),
            activated_at: Some(self.clock.now()),
            revision: 0,
        };
        let users = PgUserRepository::new(self.pool.clone());
        users.insert(&user, None, &Actor::SYSTEM).await.unwrap();
        user.id
    }

    pub(crate) fn alert_office(&self) -> AlertOffice {
        let alerts = Arc::new(PgAlertRepository::new(self.pool.clone()));
        AlertOffice::new(alerts, self.clock.clone())
    }

    pub(crate) fn composer(&self) -> Arc<Composer> {
        Arc::new(Composer {
            messages: self.messages.clone(),
            workbooks: self.workbooks(),
            productions: Arc::new(PgProductionRepository::new(self.pool.clone())),
            destinations: Arc::new(PgDestinationRepository::new(self.pool.clone())),
            audience: self.audience(),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        })
    }

    fn workbooks(&self) -> Arc<dyn ReportWorkbooks> {
        let reports = Reporting::new(Arc::new(PgReportSource::new(self.pool.clone())));
        Arc::new(Workbooks::new(Arc::new(reports), self.clock.clone()))
    }

    pub(crate) fn alerts(&self) -> Arc<Alerts> {
        Arc::new(Alerts::new(AlertPorts {
            alerts: Arc::new(PgAlertRepository::new(self.pool.clone())),
            standings: Arc::new(PgReportSource::new(self.pool.clone())),
            composer: self.composer(),
            sources: Arc::new(PgSourceAlerts::new(self.pool.clone())),
            users: Arc::new(PgUserRepository::new(self.pool.clone())),
        }))
    }

    fn digest_task(&self) -> Arc<Digests> {
        Arc::new(Digests::new(DigestPorts {
            digests: Arc::new(PgDigestRepository::new(self.pool.clone())),
            users: Arc::new(PgUserRepository::new(self.pool.clone())),
            notices: Arc::new(PgNoticeBoard::new(self.pool.clone())),
            composer: self.composer(),
        }))
    }

    fn audience(&self) -> Arc<Audience> {
        Arc::new(Audience::new(Arc::new(PgUserRepository::new(self.pool.clone()))))
    }

    /// A server's engine.
    pub(crate) fn engine(&self) -> Engine {
        self.engine_with(Some(WebhookUrl("https://hooks.slack.com/services/company".to_owned())))
    }

    /// One with another company webhook.
    pub(crate) fn engine_with(&self, company_slack: Option<WebhookUrl>) -> Engine {
        Engine::new(EnginePorts {
            runs: Arc::new(PgRunQueue::new(self.pool.clone())),
            deliveries: Arc::new(PgDeliveryQueue::new(self.pool.clone())),
            channel: self.channel.clone(),
            audience: self.audience(),
            tasks: Tasks {
                messages: self.composer(),
                alerts: self.alerts(),
                digests: self.digest_task(),
                upkeep: Arc::new(NoUpkeep),
                market: Arc::new(NoUpkeep),
            },
            alerts: self.alerts(),
            company_slack,
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        })
    }

    pub(crate) fn office(&self) -> ScheduleOffice {
        ScheduleOffice::new(
            Arc::new(PgScheduleRepository::new(self.pool.clone())),
            Arc::new(PgRunQueue::new(self.pool.clone())),
            self.clock.clone(),
            self.ids.clone(),
        )
    }

    pub(crate) fn destinations(&self) -> Destinations {
        Destinations::new(
            Arc::new(PgDestinationRepository::new(self.pool.clone())),
            Arc::new(PgDeliveryQueue::new(self.pool.clone())),
            self.composer(),
            WebhookHosts::new(Vec::new()),
        )
    }

    pub(crate) fn message_office(&self) -> MessageOffice {
        MessageOffice::new(
            self.composer(),
            Arc::new(PgScheduleRepository::new(self.pool.clone())),
            Arc::new(PgRunQueue::new(self.pool.clone())),
            Arc::new(PgDeliveryQueue::new(self.pool.clone())),
        )
    }

    /// What a server does once in a while.
    pub(crate) async fn tick(&self, engine: &Engine) {
        engine.run_due().await.unwrap();
        engine.deliver_due().await.unwrap();
    }

    fn connection(&self) -> MutexGuard<'_, PgConnection> {
        self.connection.lock().unwrap()
    }

    /// Changes what lies behind the ports.
    pub(crate) fn execute(&self, statements: &str) {
        self.connection().batch_execute(statements).unwrap();
    }

    /// Leases of processes that are gone run out: of all but these.
    pub(crate) fn expire_leases(&self) {
        self.execute(
            "UPDATE schedule_run SET leased_until = now() - interval '1 second' WHERE leased_by IS NOT NULL;
             UPDATE delivery SET leased_until = now() - interval '1 second' WHERE leased_by IS NOT NULL",
        );
    }

    pub(crate) fn runs(&self) -> Vec<StoredRun> {
        diesel::sql_query(
            "SELECT id, schedule_name, slot, state, trigger FROM schedule_run ORDER BY slot, schedule_name",
        )
        .load(&mut *self.connection())
        .unwrap()
    }

    pub(crate) fn deliveries(&self) -> Vec<StoredDelivery> {
        diesel::sql_query(
            "SELECT id, run_id, state, reason, interruptions, address, text FROM delivery ORDER BY created_at, id",
        )
        .load(&mut *self.connection())
        .unwrap()
    }

    pub(crate) fn count(&self, from: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            count: i64,
        }
        let count: Count = diesel::sql_query(format!("SELECT count(*) AS count FROM {from}"))
            .get_result(&mut *self.connection())
            .unwrap();
        count.count
    }

    /// Slots of the runs of one schedule, by state.
    pub(crate) fn slots(&self, schedule: &str) -> BTreeMap<String, Vec<DateTime<Utc>>> {
        let mut slots: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for run in self.runs() {
            if run.schedule_name.as_deref() == Some(schedule) {
                slots.entry(run.state).or_default().push(run.slot);
            }
        }
        slots
    }
}

/// Nothing of the house is kept up here.
struct NoUpkeep;

#[async_trait]
impl ScheduledTask for NoUpkeep {
    async fn perform(&self, _: &Run, _: Option<&Schedule>) -> Result<Vec<Delivery>, TaskError> {
        Err(TaskError::Failed("nothing can be kept up here".to_owned()))
    }
}
