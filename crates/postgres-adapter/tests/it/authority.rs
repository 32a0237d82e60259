//! Who may write is asked where it is written: of every port, by every way in which rights are withdrawn.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use chrono::TimeDelta;
use domain::access::{Capability, Role};
use domain::calendar::Month;
use domain::diagnostics::DiagnosticCode;
use domain::people::{ApiKeyId, MAX_API_KEYS, SessionId, User};
use domain::planning::PeriodChange;
use domain::production::{Category, ProductionId};
use domain::second_factor::{FactorSecret, Step};
use domain::upload::UploadId;
use ports::actor::{Actor, Authority, Edit, Needs, Refusal};
use ports::driven::{
    ConfirmedFactor, Credential, CredentialRepository, FactorRepository, JobQuery, JobQueue, NewProduction, NewUpload,
    NoteRepository, PasswordHash, Patch, PlanRepository, ProductionRepository, ProductionUpdate, StorageError,
    TokenDigest, UploadRepository, UserChange, UserRepository, Verdict,
};
use uuid::Uuid;

use crate::sessions::{key, session};
use crate::support::{Hold, Storage, address, by, day, draft, instant, member, new_upload, production};

/// The statement that withdraws a user's rights.
type Withdrawing<'a> = &'a dyn Fn(&User) -> String;

const SYSTEM: Actor = Actor::SYSTEM;
const RECOVERY_CODE: TokenDigest = TokenDigest([8; 32]);

/// The session that this user acts by.
fn session_of(user: &User) -> SessionId {
    SessionId(user.id.0)
}

/// This user by this credential, needing nothing in particular yet.
fn acting(user: &User, credential: Credential) -> Actor {
    Actor {
        authority: Authority::Credential {
            user: user.id,
            credential,
            needs: Needs {
                capability: Capability::Enter,
                production: None,
                touches: None,
            },
        },
        address: Some(address(7)),
    }
}

/// Stores a user of this role who has a session; answers who acts by it.
async fn signed_in(storage: &Storage, email: &str, role: Role) -> (User, Actor) {
    let user = User { role, ..member(email) };
    storage.users.insert(&user, None, &SYSTEM).await.unwrap();
    let own = ports::driven::Session {
        id: session_of(&user),
        ..session(&user, 0)
    };
    let mut digest = [0; 32];
    digest[..16].copy_from_slice(user.id.0.as_bytes());
    storage
        .credentials
        .insert_session(&own, &TokenDigest(digest), &by(&user))
        .await
        .unwrap();
    let actor = acting(&user, Credential::Session(session_of(&user)));
    (user, actor)
}

/// What every record is done to.
struct World {
    storage: Storage,
    own: ProductionId,
    upload: UploadId,
    job: String,
    /// A member who is touched by others, and has a second factor and as many keys as one may.
    other: User,
    /// One who never was active, beside another.
    waiting: User,
}

impl World {
    async fn new() -> Self {
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
        Self {
            storage,
            own,
            upload,
            job: failed.id,
            other,
            waiting,
        }
    }
}

/// Sets up a user's second factor, with one recovery code.
async fn set_up_factor(storage: &Storage, user: &User, by: &Actor) -> Result<bool, StorageError> {
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

type Done<'a> = Pin<Box<dyn Future<Output = Result<(), StorageError>> + 'a>>;

/// One method of a port that changes something, for a user who acts.
struct AuditRecord {
    name: &'static str,
    needs: Capability,
    on_production: bool,
    does: for<'a> fn(&'a World, &'a User, Actor) -> Done<'a>,
}

impl AuditRecord {
    fn actor(&self, world: &World, actor: Actor) -> Actor {
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
fn deeds() -> Vec<AuditRecord> {
    let people = deeds_on_people().into_iter().chain(deeds_on_oneself());
    let before = deeds_on_things().into_iter().chain(people);
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
        record!("withdraw", Upload, true, |world, _user, by| world
            .storage
            .uploads
            .withdraw(world.upload, &by)),
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

/// Each of these deeds is refused, and leaves everything as it was.
async fn assert_refused(world: &World, user: &User, actor: Actor, deeds: &[AuditRecord], why: Refusal) {
    assert!(!deeds.is_empty());
    let version = world.storage.data_version();
    let entries = || world.storage.number("SELECT count(*) AS number FROM audit_entry");
    let recorded = entries();
    for record in deeds {
        let done = (record.does)(world, user, record.actor(world, actor)).await;
        assert!(
            matches!(done, Err(StorageError::Refused(told)) if told == why),
            "{}: {done:?} and not {why:?}",
            record.name
        );
        assert_eq!(world.storage.data_version(), version, "{}", record.name);
        assert_eq!(entries(), recorded, "{}", record.name);
    }
}

#[tokio::test]
async fn whoever_may_does_each_of_the_deeds() {
    let world = World::new().await;
    for (number, record) in deeds().into_iter().enumerate() {
        // Each by somebody else, as some end what one acts by.
        let email = format!("admin-{number}@example.com");
        let (admin, actor) = signed_in(&world.storage, &email, Role::Admin).await;
        let done = (record.does)(&world, &admin, record.actor(&world, actor)).await;
        assert!(done.is_ok(), "{}: {done:?}", record.name);
    }
}

#[tokio::test]
async fn no_deed_is_done_by_a_session_or_key_that_has_ended() {
    let world = World::new().await;
    let (master, actor) = signed_in(&world.storage, "master@example.com", Role::Master).await;
    let (other, _) = signed_in(&world.storage, "admin@example.com", Role::Admin).await;
    let ended = world
        .storage
        .credentials
        .end_session(master.id, session_of(&master), &SYSTEM);
    assert!(ended.await.unwrap());
    assert_refused(&world, &master, actor, &deeds(), Refusal::SignedOut).await;
    let key = Credential::ApiKey {
        id: ApiKeyId(Uuid::from_u128(1)),
        read_only: false,
    };
    assert_refused(&world, &master, acting(&master, key), &deeds(), Refusal::SignedOut).await;
    // Nor by that of another user.
    let borrowed = acting(&master, Credential::Session(session_of(&other)));
    assert_refused(&world, &master, borrowed, &deeds(), Refusal::SignedOut).await;
}

#[tokio::test]
async fn no_deed_is_done_by_somebody_who_is_not_active_any_more() {
    let world = World::new().await;
    let (admin, actor) = signed_in(&world.storage, "admin@example.com", Role::Admin).await;
    // Behind the ports, so that the session stays.
    world
        .storage
        .execute(&format!("UPDATE account SET active = false WHERE id = '{}'", admin.id))
        .unwrap();
    assert_refused(&world, &admin, actor, &deeds(), Refusal::SignedOut).await;
}

#[tokio::test]
async fn no_deed_is_done_without_what_it_needs() {
    let world = World::new().await;
    let (user, actor) = signed_in(&world.storage, "member@example.com", Role::Member).await;
    let that = |wanted: fn(&AuditRecord) -> bool| deeds().into_iter().filter(wanted).collect::<Vec<_>>();
    let on_production = that(|record| record.on_production);
    assert_refused(&world, &user, actor, &on_production, Refusal::Hidden).await;
    let mut granted = user.clone();
    granted.grants.production_ids.insert(world.own);
    world
        .storage
        .users
        .update(&granted, &Edit::unconditional(SYSTEM))
        .await
        .unwrap();
    let beyond = that(|record| record.needs != Capability::Enter);
    assert_refused(&world, &user, actor, &beyond, Refusal::Forbidden).await;
    granted.revision += 1;
    granted.grants.can_upload = true;
    granted.grants.can_manage_productions = true;
    world
        .storage
        .users
        .update(&granted, &Edit::unconditional(SYSTEM))
        .await
        .unwrap();
    let of_the_office = that(|record| record.needs == Capability::Administer);
    assert_refused(&world, &user, actor, &of_the_office, Refusal::Forbidden).await;
    for record in that(|record| matches!(record.needs, Capability::Upload | Capability::Manage)) {
        let done = (record.does)(&world, &user, record.actor(&world, actor)).await;
        assert!(done.is_ok(), "{}: {done:?}", record.name);
    }
}

#[tokio::test]
async fn who_is_a_master_no_more_touches_no_master() {
    let world = World::new().await;
    let (former, actor) = signed_in(&world.storage, "former@example.com", Role::Admin).await;
    let own = actor
        .needing(Capability::Administer, None)
        .touching(Role::Admin, Role::Master);
    let promoted = User {
        role: Role::Master,
        ..former.clone()
    };
    let refused = world.storage.users.update(&promoted, &Edit::unconditional(own)).await;
    assert!(
        matches!(refused, Err(StorageError::Refused(Refusal::MasterOnly))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn nobody_opens_a_session_by_a_password_that_was_replaced_meanwhile() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let new = PasswordHash("new".to_owned());
    storage.users.set_password(user.id, &new, None, &SYSTEM).await.unwrap();
    let begun = storage
        .credentials
        .insert_session(&session(&user, 1), &TokenDigest([1; 32]), &by(&user))
        .await;
    assert!(matches!(begun, Err(StorageError::Stale(_))), "{begun:?}");
    let known = storage.users.find(user.id).await.unwrap().unwrap();
    let begun = storage
        .credentials
        .insert_session(&session(&user, 1), &TokenDigest([1; 32]), &by(&known))
        .await;
    assert!(begun.is_ok(), "{begun:?}");
}

/// A member who may manage the production, acting so.
async fn manager(storage: &Storage, production: ProductionId) -> (User, Actor) {
    let (mut user, actor) = signed_in(storage, "manager@example.com", Role::Member).await;
    user.grants.can_manage_productions = true;
    user.grants.production_ids.insert(production);
    storage.users.update(&user, &Edit::unconditional(SYSTEM)).await.unwrap();
    user.revision += 1;
    (user, actor.needing(Capability::Manage, Some(production)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_that_is_about_to_be_committed_is_waited_for() {
    let take_session = |user: &User| {
        format!(
            "SELECT FROM account WHERE id = '{0}' FOR NO KEY UPDATE; DELETE FROM session WHERE account_id = '{0}'",
            user.id
        )
    };
    let session_alone = |user: &User| format!("DELETE FROM session WHERE account_id = '{}'", user.id);
    let take_grant = |user: &User| {
        format!(
            "UPDATE account SET revision = revision + 1 WHERE id = '{0}';
             DELETE FROM account_production WHERE account_id = '{0}'",
            user.id
        )
    };
    let take_right = |user: &User| {
        format!(
            "UPDATE account SET can_manage_productions = false WHERE id = '{}'",
            user.id
        )
    };
    let ways: [(Withdrawing<'_>, Refusal); 4] = [
        (&take_session, Refusal::SignedOut),
        (&session_alone, Refusal::SignedOut),
        (&take_grant, Refusal::Hidden),
        (&take_right, Refusal::Forbidden),
    ];
    for (withdraw, why) in ways {
        let storage = Arc::new(Storage::new());
        let id = storage.enter_play("PL1").await;
        let (user, actor) = manager(&storage, id).await;
        let mut withdrawal = Hold::by(&storage.database, &withdraw(&user));
        let writer = Arc::clone(&storage);
        let write = tokio::spawn(async move {
            writer
                .plans
                .set_targets(id, &BTreeMap::new(), &Edit::unconditional(actor))
                .await
        });
        withdrawal.until_waiting(1);
        withdrawal.commit();
        let written = write.await.unwrap();
        assert!(
            matches!(written, Err(StorageError::Refused(told)) if told == why),
            "{written:?} and not {why:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_comes_after_what_is_being_written() {
    let storage = Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let (user, actor) = manager(&storage, id).await;
    let mut hold = Hold::of(&storage.database, id);
    let writer = Arc::clone(&storage);
    let write = tokio::spawn(async move {
        writer
            .plans
            .set_targets(id, &BTreeMap::new(), &Edit::unconditional(actor))
            .await
    });
    hold.until_waiting(1);
    let office = Arc::clone(&storage);
    let inactive = User { active: false, ..user };
    let withdrawal = tokio::spawn(async move { office.users.update(&inactive, &Edit::unconditional(SYSTEM)).await });
    hold.until_waiting(2);
    hold.release();
    write.await.unwrap().unwrap();
    withdrawal.await.unwrap().unwrap();
    let order = storage
        .texts("SELECT action AS text FROM audit_entry WHERE action IN ('targets.set', 'user.changed') ORDER BY id");
    assert_eq!(order, ["user.changed", "targets.set", "user.changed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_at_once_ends_whatever_it_locks() {
    let storage = Arc::new(Storage::new());
    let id = storage.enter_play("PL1").await;
    let (user, manages) = manager(&storage, id).await;
    let mut masters = Vec::new();
    for email in ["a@example.com", "b@example.com", "c@example.com"] {
        masters.push(signed_in(&storage, email, Role::Master).await);
    }
    let mut all = Vec::new();
    macro_rules! at_once {
        (|$storage:ident| $record:expr) => {{
            let $storage = Arc::clone(&storage);
            all.push(tokio::spawn(async move { $record.await.map(drop) }));
        }};
    }
    for round in 0..4 {
        for at in 0..3 {
            let (actor, target) = (masters[at].1, masters[(at + 1) % 3].0.clone());
            let by = actor
                .needing(Capability::Administer, None)
                .touching(Role::Master, Role::Admin);
            let demoted = User {
                role: Role::Admin,
                ..target
            };
            at_once!(|storage| async { storage.users.update(&demoted, &Edit::unconditional(by)).await });
            let own = masters[at].0.id;
            at_once!(|storage| async { storage.users.rename(own, "이름", &Edit::unconditional(actor)).await });
        }
        let new = NewProduction {
            production: production(draft(&format!("NEW{round}"), Category::Play)),
            webhook: None,
            change: PeriodChange::default(),
        };
        at_once!(|storage| async { storage.productions.insert(&[new], &manages).await });
        at_once!(|storage| async {
            storage
                .plans
                .set_targets(id, &BTreeMap::new(), &Edit::unconditional(manages))
                .await
        });
        let (own, own_session) = (user.id, session_of(&user));
        at_once!(|storage| async { storage.users.rename(own, "이름", &Edit::unconditional(manages)).await });
        let ends = manages.needing(Capability::Enter, None);
        at_once!(|storage| async { storage.credentials.end_session(own, own_session, &ends).await });
        let mut granted = user.clone();
        granted.grants.can_upload = round % 2 == 0;
        at_once!(|storage| async { storage.users.update(&granted, &Edit::unconditional(SYSTEM)).await });
        if round == 3 {
            at_once!(|storage| async { storage.productions.delete(id, true, &Edit::unconditional(SYSTEM)).await });
        }
    }
    for done in all {
        let done = done.await.unwrap();
        assert!(
            matches!(
                done,
                Ok(()) | Err(StorageError::Refused(_) | StorageError::Stale(_) | StorageError::Taken(_))
            ),
            "{done:?}"
        );
    }
    assert!(storage.users.has_master().await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn masters_who_demote_each_other_at_once_are_all_answered() {
    for _ in 0..5 {
        let storage = Arc::new(Storage::new());
        let (first, by_first) = signed_in(&storage, "a@example.com", Role::Master).await;
        let (second, by_second) = signed_in(&storage, "b@example.com", Role::Master).await;
        let demote = |user: &User, by: Actor| {
            let by = by
                .needing(Capability::Administer, None)
                .touching(Role::Master, Role::Admin);
            let demoted = User {
                role: Role::Admin,
                ..user.clone()
            };
            let storage = Arc::clone(&storage);
            tokio::spawn(async move { storage.users.update(&demoted, &Edit::unconditional(by)).await })
        };
        let (one, other) = (demote(&second, by_first), demote(&first, by_second));
        let answers = [one.await.unwrap(), other.await.unwrap()];
        let stored = |answer: &&Result<UserChange, StorageError>| matches!(answer, Ok(UserChange::Stored(_)));
        assert_eq!(answers.iter().filter(stored).count(), 1, "{answers:?}");
        // The other's role, and session, ended with the first change.
        let refused = |answer: &&Result<UserChange, StorageError>| matches!(answer, Err(StorageError::Refused(_)));
        assert_eq!(answers.iter().filter(refused).count(), 1, "{answers:?}");
    }
}
