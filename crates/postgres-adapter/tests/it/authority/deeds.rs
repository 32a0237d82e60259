//! Every method of a port that changes something for somebody.

use std::collections::BTreeMap;
use std::pin::Pin;

use chrono::TimeDelta;
use domain::access::Capability;
use domain::alert::AlertKind;
use domain::calendar::Month;
use domain::collection::{CollectionRunId, CollectionTrigger};
use domain::headings::LayoutDocument;
use domain::market::Genre;
use domain::people::{ApiKeyId, User};
use domain::planning::PeriodChange;
use domain::production::Category;
use domain::schedule::RunId;
use domain::second_factor::{FactorSecret, Step};
use ports::actor::{Actor, Edit};
use ports::driven::collection::{
    ArrivalRepository, CollectionRuns, RecipeRepository, RunRequest, SourceRepository, SourceTraits,
};
use ports::driven::{
    AlertRepository, AuditAction, CampaignRepository, ConfirmedFactor, CredentialRepository, DeliveryQueue,
    DestinationRepository, DestinationSecrets, DestinationUpdate, FactorRepository, JobQueue, LayoutRepository,
    MarketStore, NewProduction, NewUpload, NoteRepository, PasswordHash, Patch, PlanRepository, ProductionRepository,
    ProductionUpdate, RequestedRun, RunQueue, ScheduleRepository, StorageError, TokenDigest, UploadRepository,
    UserRepository,
};
use uuid::Uuid;

use super::session_of;
use super::world::{World, campaign, delivery, destination, schedule};
use crate::collection::folder;
use crate::sessions::key;
use crate::support::{Storage, day, draft, instant, member, new_upload, production};

const RECOVERY_CODE: TokenDigest = TokenDigest([8; 32]);

/// Sets up a user's second factor, with one recovery code.
pub(super) async fn set_up_factor(storage: &Storage, user: &User, by: &Actor) -> Result<bool, StorageError> {
    let secret = FactorSecret([7; 20]);
    storage.factors.begin(user.id, &secret).await?;
    let confirmed = ConfirmedFactor {
        user: user.id,
        secret,
        step: Step(100),
        recovery_codes: vec![RECOVERY_CODE],
        keep: session_of(user),
        at: instant(),
    };
    storage.factors.confirm(confirmed, by).await
}

/// What becomes of a deed.
pub(super) type Done<'a> = Pin<Box<dyn Future<Output = Result<(), StorageError>> + 'a>>;

/// One method of a port that changes something, for a user who acts.
pub(super) struct AuditRecord {
    pub(super) name: &'static str,
    pub(super) needs: Capability,
    pub(super) on_production: bool,
    pub(super) does: for<'a> fn(&'a World, &'a User, Actor) -> Done<'a>,
}

impl AuditRecord {
    /// Whoever acts, needing what this needs.
    pub(super) fn actor(&self, world: &World, actor: Actor) -> Actor {
        actor.needing(self.needs, self.on_production.then_some(world.own))
    }
}

macro_rules! record {
    ($name:literal, $needs:ident, $on_production:literal, |$world:ident, $user:ident, $by:ident| $does:expr) => {
        AuditRecord {
            name: $name,
            needs: Capability::$needs,
            on_production: $on_production,
            does: |$world, $user, $by| Box::pin(async move { $does.await.map(drop) }),
        }
    };
}

/// Every method that changes something for a user, in an order in which each finds what it needs.
pub(super) fn deeds() -> Vec<AuditRecord> {
    let people = deeds_on_people().into_iter().chain(deeds_on_oneself());
    let things = deeds_on_things().into_iter().chain(deeds_beside_a_production());
    let of_office = deeds_on_schedules().into_iter().chain(deeds_on_collection());
    let before = things.chain(of_office).chain(people);
    before.chain(deeds_that_come_last()).collect()
}

fn deeds_on_things() -> Vec<AuditRecord> {
    vec![
        record!("enter a production", Manage, false, |world, _user, by| async {
            let new = NewProduction {
                production: production(draft("PL7", Category::Play)),
                webhook: None,
                change: PeriodChange::default(),
            };
            world.storage.productions.insert(&[new], &by).await
        }),
        record!("change a production", Manage, true, |world, _user, by| async {
            let plan = world.storage.productions.find_plan(world.own).await?.unwrap();
            let update = ProductionUpdate {
                production: plan.production,
                webhook: Patch::Keep,
                change: PeriodChange::default(),
                plan_revision: plan.revision,
            };
            let productions = &world.storage.productions;
            productions.update(&update, &Edit::unconditional(by)).await
        }),
        record!("set targets", Manage, true, |world, _user, by| world
            .storage
            .plans
            .set_targets(world.own, &BTreeMap::new(), &Edit::unconditional(by))),
        record!("change weeks", Manage, true, |world, _user, by| world
            .storage
            .plans
            .change_weeks(world.own, &BTreeMap::new(), &Edit::unconditional(by))),
        record!("set notes by month", Manage, false, |world, _user, by| async {
            let notes = BTreeMap::from([(Month::of(day("2026-11-01")), Some("메모".to_owned()))]);
            world.storage.notes.set_by_month(&notes, &Edit::unconditional(by)).await
        }),
        record!("set notes by day", Manage, false, |world, _user, by| async {
            let notes = BTreeMap::from([(day("2026-11-01"), Some("메모".to_owned()))]);
            world.storage.notes.set_by_day(&notes, &Edit::unconditional(by)).await
        }),
        record!("upload", Upload, true, |world, _user, by| async {
            let new = NewUpload {
                is_decrypted: false,
                by,
                ..new_upload(world.own, "2026-11-19", 3)
            };
            world.storage.uploads.accept(&new).await
        }),
        record!("bring an upload back", Upload, true, |world, _user, by| async {
            let new = NewUpload {
                by,
                ..new_upload(world.own, "2026-11-20", 4)
            };
            world.storage.uploads.bring_back(&new, 1_000).await
        }),
        record!("withdraw", Upload, true, |world, _user, by| world
            .storage
            .uploads
            .withdraw(world.upload, &by)),
    ]
}

fn deeds_beside_a_production() -> Vec<AuditRecord> {
    vec![
        record!("enter a campaign", Manage, true, |world, _user, by| async {
            let campaigns = &world.storage.campaigns;
            campaigns.insert(&campaign(2, world.own), &by).await
        }),
        record!("change a campaign", Manage, true, |world, _user, by| async {
            let (campaigns, edit) = (&world.storage.campaigns, Edit::unconditional(by));
            campaigns.update(&world.campaign, instant(), &edit).await
        }),
        record!("delete a campaign", Manage, true, |world, _user, by| async {
            let (campaigns, edit) = (&world.storage.campaigns, Edit::unconditional(by));
            campaigns.delete(world.own, world.campaign.id, &edit).await
        }),
        record!("set a layout", Manage, true, |world, _user, by| async {
            let (layouts, document) = (&world.storage.layouts, LayoutDocument::default());
            let edit = Edit::unconditional(by);
            layouts.set(Some(world.own), &document, instant(), &edit).await
        }),
        record!(
            "set the company's layout",
            Administer,
            false,
            |world, _user, by| async {
                let (layouts, document) = (&world.storage.layouts, LayoutDocument::default());
                let edit = Edit::unconditional(by);
                layouts.set(None, &document, instant(), &edit).await
            }
        ),
        record!("match a show", Manage, true, |world, _user, by| async {
            let (genre, edit) = (Genre::known("GGGA").unwrap(), Edit::unconditional(by));
            let market = &world.market;
            market.set_match(world.own, &[], &genre, instant(), &edit).await
        }),
        record!("mute alerts", Manage, true, |world, _user, by| async {
            let kinds = [(AlertKind::UnusualDay, Some(instant() + TimeDelta::days(7)))];
            world.alerts.mute(world.own, &kinds, &by, instant()).await
        }),
    ]
}

fn deeds_on_schedules() -> Vec<AuditRecord> {
    vec![
        record!("enter a destination", Administer, false, |world, _user, by| async {
            let (destinations, secrets) = (&world.destinations, DestinationSecrets::default());
            destinations.insert(&destination(2), &secrets, &by).await
        }),
        record!("change a destination", Administer, false, |world, _user, by| async {
            let update = DestinationUpdate {
                destination: world.destination.clone(),
                url: Patch::Keep,
                secret: Patch::Keep,
            };
            world.destinations.update(&update, &Edit::unconditional(by)).await
        }),
        record!("delete a destination", Administer, false, |world, _user, by| async {
            let (destinations, edit) = (&world.destinations, Edit::unconditional(by));
            destinations.delete(world.destination.id, &edit).await
        }),
        record!("send", Administer, false, |world, _user, by| async {
            let (deliveries, act) = (&world.deliveries, AuditAction::DestinationTested);
            deliveries.order(&[delivery(2)], act, "2", &by).await
        }),
        record!("send again", Administer, false, |world, _user, by| async {
            let deliveries = &world.deliveries;
            deliveries.retry(world.delivery, &by, instant()).await
        }),
        record!("enter a schedule", Administer, false, |world, _user, by| async {
            let schedules = &world.schedules;
            schedules.insert(&schedule(2), &by).await
        }),
        record!("change a schedule", Administer, false, |world, _user, by| async {
            let (schedules, act) = (&world.schedules, AuditAction::ScheduleChanged);
            schedules.update(&world.schedule, act, &Edit::unconditional(by)).await
        }),
        record!("run a schedule", Administer, false, |world, _user, by| async {
            let run = RequestedRun {
                id: RunId(Uuid::from_u128(1)),
                schedule: Some((world.schedule.id, world.schedule.name.clone())),
                task: world.schedule.task,
                at: instant(),
                deliveries: None,
            };
            world.runs.request(&run, &by).await
        }),
        record!("delete a schedule", Administer, false, |world, _user, by| async {
            let (schedules, edit) = (&world.schedules, Edit::unconditional(by));
            schedules.delete(world.schedule.id, &edit).await
        }),
    ]
}

fn deeds_on_collection() -> Vec<AuditRecord> {
    vec![
        record!("enter a source", Administer, false, |world, _user, by| async {
            let (sources, traits) = (&world.sources, SourceTraits::default());
            sources.insert(&folder("새 파일"), &traits, &by).await
        }),
        record!("change a source", Administer, false, |world, _user, by| async {
            let (traits, act) = (SourceTraits::default(), AuditAction::SourceChanged);
            let (sources, edit) = (&world.sources, Edit::unconditional(by));
            sources.update(&world.source, &traits, None, act, &edit).await
        }),
        record!("let a source go on", Administer, false, |world, _user, by| async {
            let sources = &world.sources;
            sources.resume(world.source.id, instant(), &by).await
        }),
        record!("run a source", Administer, false, |world, _user, by| async {
            let run = RunRequest {
                id: CollectionRunId(Uuid::from_u128(1)),
                source: world.source.id,
                is_dry: false,
                trigger: CollectionTrigger::Manual,
                record_date: None,
                at: instant(),
            };
            world.collections.request(&run, &by).await
        }),
        record!("discard what arrived", Upload, true, |world, _user, by| async {
            let arrivals = &world.arrivals;
            arrivals.discard(world.arrival, None, instant(), &by).await
        }),
        record!("delete a source", Administer, false, |world, _user, by| async {
            let (sources, edit) = (&world.sources, Edit::unconditional(by));
            sources.delete(world.source.id, &edit).await
        }),
        record!("save a recipe", Administer, false, |world, _user, by| async {
            let (name, edit) = ("nol".parse().unwrap(), Edit::unconditional(by));
            let recipes = &world.recipes;
            recipes.save(&name, "# nothing", &[], instant(), &edit).await
        }),
        record!("remove a recipe", Administer, false, |world, _user, by| async {
            let (recipes, edit) = (&world.recipes, Edit::unconditional(by));
            recipes.remove(&"nol".parse().unwrap(), &edit).await
        }),
    ]
}

fn deeds_on_people() -> Vec<AuditRecord> {
    vec![
        record!("retry a job", Administer, false, |world, _user, by| world
            .storage
            .jobs
            .retry(&world.job, &by)),
        record!("enter a user", Administer, false, |world, _user, by| async {
            let new = member("new@example.com");
            world.storage.users.insert(&new, None, &by).await
        }),
        record!("delete a user", Administer, false, |world, _user, by| world
            .storage
            .users
            .delete(&world.waiting, &by)),
        record!("make a reset link", Administer, false, |world, _user, by| async {
            let tomorrow = instant() + TimeDelta::days(1);
            let users = &world.storage.users;
            users
                .insert_reset_link(&world.other, &TokenDigest([9; 32]), tomorrow, &by)
                .await
        }),
        record!("delete all who wait", Administer, false, |world, _user, by| world
            .storage
            .users
            .delete_waiting(&by)),
    ]
}

fn deeds_on_oneself() -> Vec<AuditRecord> {
    vec![
        record!("change one's name", Enter, false, |world, user, by| world
            .storage
            .users
            .rename(user.id, "이름", &Edit::unconditional(by))),
        record!("change one's password", Enter, false, |world, user, by| async {
            let password = PasswordHash("new".to_owned());
            let keep = Some(session_of(user));
            world.storage.users.set_password(user.id, &password, keep, &by).await
        }),
        record!("make a key", Enter, false, |world, user, by| async {
            let credentials = &world.storage.credentials;
            credentials
                .insert_api_key(&key(user, 5), &TokenDigest([5; 32]), &by)
                .await
        }),
        record!("make a key too many", Enter, false, |world, _user, by| world
            .storage
            .credentials
            .insert_api_key(&key(&world.other, 7), &TokenDigest([7; 32]), &by)),
        record!("set up a second factor", Enter, false, |world, user, by| set_up_factor(
            &world.storage,
            user,
            &by
        )),
        record!("use a recovery code", Enter, false, |world, _user, by| world
            .storage
            .factors
            .take_recovery_code(world.other.id, &RECOVERY_CODE, &by)),
        record!("make recovery codes", Enter, false, |world, _user, by| world
            .storage
            .factors
            .replace_recovery_codes(world.other.id, &[TokenDigest([9; 32])], &by)),
        record!("end a key", Enter, false, |world, user, by| world
            .storage
            .credentials
            .end_api_key(user.id, ApiKeyId(Uuid::from_u128(6)), &by)),
        record!("sign out", Enter, false, |world, user, by| world
            .storage
            .credentials
            .end_session(user.id, session_of(user), &by)),
        record!("sign out everywhere", Enter, false, |world, user, by| world
            .storage
            .credentials
            .end_all_sessions(user.id, &by)),
    ]
}

/// What other deeds need is gone after these, or not as it was.
fn deeds_that_come_last() -> Vec<AuditRecord> {
    vec![
        record!("change a user", Administer, false, |world, _user, by| world
            .storage
            .users
            .update(&world.other, &Edit::unconditional(by))),
        record!("remove a second factor", Administer, false, |world, _user, by| world
            .storage
            .factors
            .remove(world.other.id, None, &by)),
        record!("delete a production", Administer, true, |world, _user, by| world
            .storage
            .productions
            .delete(world.own, true, &Edit::unconditional(by))),
    ]
}
