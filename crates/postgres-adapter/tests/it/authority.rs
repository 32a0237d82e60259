//! Who may write is asked where it is written: of every port, by every way in which rights are withdrawn.

mod deeds;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::access::{Capability, Role};
use domain::people::{ApiKeyId, SessionId, User};
use domain::planning::PeriodChange;
use domain::production::{Category, ProductionId};
use ports::actor::{Actor, Authority, Edit, Needs, Refusal};
use ports::driven::{
    Credential, CredentialRepository, NewProduction, PasswordHash, PlanRepository, ProductionRepository, StorageError,
    TokenDigest, UserChange, UserRepository,
};
use uuid::Uuid;

use self::deeds::{AuditRecord, deeds};
use self::world::World;
use crate::sessions::session;
use crate::support::{Hold, Storage, address, by, draft, member, production};

/// The statement that withdraws a user's rights.
type Withdrawing<'a> = &'a dyn Fn(&User) -> String;

const SYSTEM: Actor = Actor::SYSTEM;

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

/// The files of the adapter in which somebody else than the server changes something, and what their port is called in
/// the list of deeds.
const PORTS: [(&str, &str); 20] = [
    ("alerts/mod.rs", "alerts"),
    ("campaigns.rs", "campaigns"),
    ("collection/arrivals.rs", "arrivals"),
    ("collection/recipes.rs", "recipes"),
    ("collection/runs.rs", "collections"),
    ("collection/sources.rs", "sources"),
    ("layouts.rs", "layouts"),
    ("market/mod.rs", "market"),
    ("notes.rs", "notes"),
    ("people/credentials.rs", "credentials"),
    ("people/factors.rs", "factors"),
    ("people/users.rs", "users"),
    ("plans.rs", "plans"),
    ("productions/mod.rs", "productions"),
    ("queue.rs", "jobs"),
    ("schedules/deliveries.rs", "deliveries"),
    ("schedules/destinations.rs", "destinations"),
    ("schedules/repository.rs", "schedules"),
    ("schedules/runs.rs", "runs"),
    ("uploads/mod.rs", "uploads"),
];

/// What is done by somebody who has no session yet: it is open to everybody, or carries its own proof.
const WITHOUT_SESSION: [&str; 3] = [
    "credentials.insert_session",
    "users.redeem_reset_link",
    "users.register",
];

/// Every file below a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The methods of a file that change something in the name of whoever asks.
fn changing(text: &str) -> Vec<&str> {
    let methods = text.split(" async fn ").skip(1).filter_map(|rest| {
        let method = rest.split("\n    }\n").next().unwrap_or(rest);
        let name = method.split(['(', '<']).next().unwrap_or_default();
        let writes = method.contains(".write(") || method.contains(".write_accounts(");
        let marks = ["by: &Actor", "edit: &Edit", ".by,"];
        let for_somebody = marks.iter().any(|mark| method.contains(mark));
        // What others call to write is not a method of a port.
        (writes && for_somebody && name != "write").then_some(name)
    });
    methods.collect()
}

#[test]
fn a_method_that_changes_something_for_somebody_is_found() {
    let text = "
    async fn write<T>(&self, by: &Actor) -> T {
        self.pool.write_accounts(WHAT, by, accounts, change).await
    }

    async fn find(&self, id: Id) -> Option<T> {
        self.pool.look_up(WHAT, find).await
    }

    async fn finish(&self, id: Id) -> bool {
        self.pool.write(WHAT, &Actor::SYSTEM, finish).await
    }

    async fn rename(&self, id: Id, edit: &Edit) -> bool {
        self.write(&edit.by, rename).await
    }

    async fn accept(&self, new: &New) -> bool {
        let (by, new) = (new.by, new.clone());
        self.pool.write(WHAT, &by, accept).await
    }
";
    assert_eq!(changing(text), ["rename", "accept"]);
}

#[test]
fn every_method_that_changes_something_for_somebody_is_among_the_deeds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (src, mut files) = (root.join("src"), Vec::new());
    collect(&src, &mut files);
    // Without the breaks and spaces that formatting puts into a chain.
    let listed = fs::read_to_string(root.join("tests/it/authority/deeds.rs")).unwrap();
    let listed: String = listed.split_whitespace().collect();
    let mut ports: BTreeMap<_, _> = PORTS.into_iter().collect();
    let mut without_session: BTreeSet<_> = WITHOUT_SESSION.into_iter().collect();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let methods = changing(&text);
        if methods.is_empty() {
            continue;
        }
        let file = path.strip_prefix(&src).unwrap().to_str().unwrap();
        let port = ports.remove(file);
        let port = port.unwrap_or_else(|| panic!("{file} changes something for somebody, and is not among PORTS"));
        for method in methods {
            let name = format!("{port}.{method}");
            let is_listed = listed.contains(&format!("{name}(")) || without_session.remove(name.as_str());
            assert!(is_listed, "{name} is not among the deeds");
        }
    }
    assert!(ports.is_empty(), "nothing is changed by {ports:?}");
    assert!(without_session.is_empty(), "nothing is done by {without_session:?}");
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
