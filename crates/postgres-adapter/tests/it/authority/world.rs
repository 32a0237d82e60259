//! What every deed is done to.

use domain::campaign::{Campaign, CampaignDraft, CampaignId, CampaignKind};
use domain::collection::{ArrivalId, Source};
use domain::diagnostics::DiagnosticCode;
use domain::message::MessageKind;
use domain::people::{MAX_API_KEYS, User};
use domain::production::ProductionId;
use domain::schedule::{
    Cron, DeliveryId, DeliveryState, Destination, DestinationId, DestinationKind, Productions, Schedule, ScheduleId,
    Task,
};
use domain::upload::UploadId;
use ports::driven::collection::{ArrivalRepository, SourceRepository, SourceTraits};
use ports::driven::{
    CampaignRepository, Content, Delivery, DeliveryQueue, DestinationRepository, DestinationSecrets, JobQuery,
    JobQueue, NewCampaign, Receiver, ScheduleRepository, UploadRepository, UserRepository, Verdict,
};
use postgres_adapter::{
    PgAlertRepository, PgArrivalRepository, PgCollectionRuns, PgDeliveryQueue, PgDestinationRepository, PgMarketStore,
    PgRecipeRepository, PgRunQueue, PgScheduleRepository, PgSourceRepository,
};
use uuid::Uuid;

use super::SYSTEM;
use super::deeds::set_up_factor;
use crate::collection::{arrival, folder};
use crate::support::{Storage, day, instant, member};

/// What every record is done to.
pub(super) struct World {
    pub(super) storage: Storage,
    pub(super) alerts: PgAlertRepository,
    pub(super) arrivals: PgArrivalRepository,
    pub(super) collections: PgCollectionRuns,
    pub(super) deliveries: PgDeliveryQueue,
    pub(super) destinations: PgDestinationRepository,
    pub(super) market: PgMarketStore,
    pub(super) recipes: PgRecipeRepository,
    pub(super) runs: PgRunQueue,
    pub(super) schedules: PgScheduleRepository,
    pub(super) sources: PgSourceRepository,
    pub(super) own: ProductionId,
    pub(super) upload: UploadId,
    pub(super) job: String,
    pub(super) campaign: Campaign,
    pub(super) arrival: ArrivalId,
    pub(super) source: Source,
    pub(super) delivery: DeliveryId,
    pub(super) destination: Destination,
    pub(super) schedule: Schedule,
    /// A member who is touched by others, and has a second factor and as many keys as one may.
    pub(super) other: User,
    /// One who never was active, beside another.
    pub(super) waiting: User,
}

impl World {
    pub(super) async fn new() -> Self {
        let storage = Storage::new();
        let own = storage.enter_play("PL1").await;
        let upload = storage.send(own, "2026-11-17", 1).await;
        let interrupted = storage.send(own, "2026-11-18", 2).await;
        let internal = Verdict {
            diagnostics: Vec::new(),
            diagnostic_counts: [(DiagnosticCode::InternalError, 1)].into(),
            recognised: None,
        };
        storage.uploads.begin(interrupted).await.unwrap();
        storage.uploads.fail(interrupted, &internal, instant()).await.unwrap();
        storage
            .execute(&format!(
                "UPDATE apalis.jobs SET status = 'Killed', attempts = max_attempts
                 WHERE idempotency_key = '{interrupted}'"
            ))
            .unwrap();
        let jobs = storage.jobs.list(&JobQuery::default()).await.unwrap().items;
        let failed = jobs.into_iter().find(|job| job.status.code() == "failed").unwrap();
        let other = storage.enter_member("other@example.com").await;
        set_up_factor(&storage, &other, &SYSTEM).await.unwrap();
        storage
            .execute(&format!(
                "INSERT INTO api_key (id, account_id, digest, name, read_only, created_at)
                 SELECT gen_random_uuid(), '{}', sha256(n::text::bytea), n, TRUE, now()
                 FROM generate_series(1, {MAX_API_KEYS}) AS n",
                other.id
            ))
            .unwrap();
        let [waiting, beside] = ["waiting@example.com", "beside@example.com"].map(|email| User {
            active: false,
            activated_at: None,
            ..member(email)
        });
        for user in [&waiting, &beside] {
            storage.users.insert(user, None, &SYSTEM).await.unwrap();
        }
        let new = campaign(1, own);
        storage.campaigns.insert(&new, &SYSTEM).await.unwrap();
        let campaign = storage.campaigns.find(own, new.id).await.unwrap().unwrap();
        let pool = storage.database.pool();
        let world = Self {
            alerts: PgAlertRepository::new(pool.clone()),
            arrivals: PgArrivalRepository::new(pool.clone()),
            collections: PgCollectionRuns::new(pool.clone()),
            deliveries: PgDeliveryQueue::new(pool.clone()),
            destinations: PgDestinationRepository::new(pool.clone()),
            market: PgMarketStore::new(pool.clone()),
            recipes: PgRecipeRepository::new(pool.clone()),
            runs: PgRunQueue::new(pool.clone()),
            schedules: PgScheduleRepository::new(pool.clone()),
            sources: PgSourceRepository::new(pool),
            storage,
            own,
            upload,
            job: failed.id,
            campaign,
            arrival: ArrivalId(Uuid::from_u128(1)),
            source: folder("받은 파일"),
            delivery: DeliveryId(Uuid::from_u128(1)),
            destination: destination(1),
            schedule: schedule(1),
            other,
            waiting,
        };
        world.fill().await;
        world
    }

    /// Stores what comes by itself and what is sent by itself.
    async fn fill(&self) {
        let (source, mut arrived) = (&self.source, arrival(self.source.id, self.own, 1));
        arrived.arrival.id = self.arrival;
        let traits = SourceTraits::default();
        assert!(self.sources.insert(source, &traits, &SYSTEM).await.unwrap());
        self.arrivals.store(&arrived, instant()).await.unwrap();
        let failed = Delivery {
            id: self.delivery,
            state: DeliveryState::Failed,
            finished_at: Some(instant()),
            ..delivery(1)
        };
        assert_eq!(self.deliveries.insert(&[failed]).await.unwrap(), 1);
        let (destination, secrets) = (&self.destination, DestinationSecrets::default());
        self.destinations.insert(destination, &secrets, &SYSTEM).await.unwrap();
        self.schedules.insert(&self.schedule, &SYSTEM).await.unwrap();
    }
}

pub(super) fn campaign(number: u128, production: ProductionId) -> NewCampaign {
    let draft = CampaignDraft {
        from: day("2026-11-02"),
        to: day("2026-11-15"),
        kind: CampaignKind::Memo,
        text: "메모".to_owned(),
        agency: None,
        rate: None,
        grades: Vec::new(),
    };
    NewCampaign {
        id: CampaignId(Uuid::from_u128(number)),
        production_id: production,
        details: draft.check().unwrap(),
        at: instant(),
    }
}

pub(super) fn destination(number: u128) -> Destination {
    Destination {
        id: DestinationId(Uuid::from_u128(number)),
        name: format!("채널 {number}"),
        kind: DestinationKind::Slack,
        addresses: Vec::new(),
        productions: Productions::AllActive,
        takes_alerts: false,
        takes_snapshots: false,
        has_address: false,
        has_secret: false,
        revision: 0,
    }
}

pub(super) fn schedule(number: u128) -> Schedule {
    Schedule {
        id: ScheduleId(Uuid::from_u128(number)),
        name: format!("own-{number}").parse().unwrap(),
        task: Task::Message(MessageKind::DailyPlays),
        cron: Cron::parse("0 14 * * *").unwrap(),
        productions: Productions::AllActive,
        destinations: Vec::new(),
        attaches_xlsx: false,
        paused_at: None,
        considered_until: instant(),
        revision: 0,
    }
}

/// A delivery that waits.
pub(super) fn delivery(number: u128) -> Delivery {
    Delivery {
        id: DeliveryId(Uuid::from_u128(number)),
        cause: format!("cause {number}"),
        run: None,
        kind: "test".to_owned(),
        slot: None,
        receiver: Receiver {
            destination: None,
            kind: DestinationKind::Slack,
            production: None,
            address: None,
            user: None,
            name: "채널".to_owned(),
        },
        about: Vec::new(),
        is_named: false,
        content: Content::default(),
        parts_sent: 0,
        state: DeliveryState::Pending,
        reason: None,
        last_error: None,
        failures: 0,
        interruptions: 0,
        tried_since: instant(),
        next_attempt_at: None,
        created_at: instant(),
        finished_at: None,
    }
}
