//! Migrations, views and comments.

use std::error::Error as _;

use diesel::connection::SimpleConnection;
use diesel::migration::Migration;
use diesel::pg::Pg;
use diesel_migrations::MigrationHarness;
use postgres_adapter::setup::{self, MIGRATIONS, Ownership, Standing};
use postgres_adapter::test_database::TestDatabase;

use crate::support::{Storage, sold};

const VIEWS: &str = "SELECT viewname::text AS text FROM pg_views WHERE schemaname = 'report' ORDER BY 1";
const RELATIONS: &str = "SELECT format('%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) AS text
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped ORDER BY 1";

/// An empty database beside the template: nothing of ours is in it.
fn emptied() -> Storage {
    let storage = Storage::new();
    storage
        .database
        .connection()
        .batch_execute(
            "DROP SCHEMA report CASCADE; DROP SCHEMA apalis CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
        )
        .unwrap();
    storage
}

fn migrate(database: &TestDatabase) {
    setup::migrate(database.url(), Ownership::External).unwrap();
}

#[test]
fn every_table_and_view_and_each_of_their_columns_has_a_comment() {
    let silent = Storage::new().texts(
        "SELECT format('%s.%s', c.oid::regclass, a.attname) AS text
         FROM pg_class c
         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         WHERE c.relkind IN ('r', 'v', 'm', 'p')
           AND c.relnamespace IN ('public'::regnamespace, 'report'::regnamespace)
           AND c.relname <> '__diesel_schema_migrations'
           AND (obj_description(c.oid, 'pg_class') IS NULL OR col_description(c.oid, a.attnum) IS NULL)",
    );
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn each_migration_runs_up_and_down_and_up() {
    let storage = Storage::new();
    let present = storage.texts(RELATIONS);
    let mut connection = storage.database.connection();
    // As before migrations that are new.
    connection.batch_execute("DROP SCHEMA report CASCADE").unwrap();
    let migrations = diesel::migration::MigrationSource::<Pg>::migrations(&MIGRATIONS).unwrap();
    for _ in &migrations {
        connection.revert_last_migration(MIGRATIONS).unwrap();
    }
    let left = storage.texts(RELATIONS);
    assert!(
        left.iter()
            .all(|column| column.starts_with("__diesel") || column.starts_with("_sqlx")),
        "{left:?}"
    );
    for migration in &migrations {
        let migration: &dyn Migration<Pg> = migration;
        connection.run_migration(migration).unwrap();
        connection.revert_migration(migration).unwrap();
        connection.run_migration(migration).unwrap();
    }
    assert_eq!(storage.texts(RELATIONS), present);
}

#[test]
fn views_are_created_again_when_their_text_changed() {
    let storage = Storage::new();
    let views = storage.texts(VIEWS);
    storage
        .database
        .connection()
        .batch_execute("DROP VIEW report.grade_sale; UPDATE applied_views SET digest = 'of another text'")
        .unwrap();
    migrate(&storage.database);
    assert_eq!(storage.texts(VIEWS), views);
}

#[test]
fn views_stay_when_their_text_did_not_change() {
    let storage = Storage::new();
    let oids = "SELECT oid::text AS text FROM pg_class WHERE relnamespace = 'report'::regnamespace ORDER BY 1";
    let before = storage.texts(oids);
    migrate(&storage.database);
    assert_eq!(storage.texts(oids), before);
}

#[test]
fn a_migration_that_breaks_off_leaves_the_views_as_they_were() {
    let storage = Storage::new();
    let oids = "SELECT oid::text AS text FROM pg_class WHERE relnamespace = 'report'::regnamespace ORDER BY 1";
    let before = storage.texts(oids);
    // As if the first migration were new, and met tables that are in its way.
    storage
        .execute(
            "DELETE FROM __diesel_schema_migrations
             WHERE version = (SELECT min(version) FROM __diesel_schema_migrations)",
        )
        .unwrap();
    let broken_off = setup::migrate(storage.database.url(), Ownership::External).unwrap_err();
    assert_eq!(broken_off.to_string(), "a migration failed");
    let cause = broken_off.source().map(ToString::to_string).unwrap_or_default();
    assert!(cause.contains("already exists"), "{cause}");
    assert_eq!(storage.texts(oids), before, "servers that run go on reading them");
}

#[test]
fn views_make_way_for_a_migration_and_come_back() {
    let storage = Storage::new();
    let views = storage.texts(VIEWS);
    let mut connection = storage.database.connection();
    // What reads the column of the last migration goes with it, and so do views that read those: of the ones that are
    // left the database knows that they are of another text.
    connection
        .batch_execute("DROP VIEW report.production, report.buyers_current CASCADE")
        .unwrap();
    assert_ne!(storage.texts(VIEWS), views);
    connection.revert_last_migration(MIGRATIONS).unwrap();
    migrate(&storage.database);
    assert_eq!(storage.texts(VIEWS), views);
}

/// A database as it was before the migration whose name ends so.
fn before(name: &str) -> (Storage, Box<dyn Migration<Pg>>) {
    let storage = Storage::new();
    let migration = revert(&storage, name);
    (storage, migration)
}

/// Goes back to before the migration whose name ends so, which is answered.
fn revert(storage: &Storage, name: &str) -> Box<dyn Migration<Pg>> {
    let mut connection = storage.database.connection();
    connection.batch_execute("DROP SCHEMA report CASCADE").unwrap();
    let migrations = diesel::migration::MigrationSource::<Pg>::migrations(&MIGRATIONS).unwrap();
    let position = migrations
        .iter()
        .position(|migration| migration.name().to_string().ends_with(name))
        .unwrap();
    for migration in migrations[position..].iter().rev() {
        connection.revert_migration(migration).unwrap();
    }
    migrations.into_iter().nth(position).unwrap()
}

#[tokio::test]
async fn no_alert_stays_that_the_release_before_cannot_read() {
    let storage = Storage::new();
    storage.enter_play("PL1").await;
    storage
        .database
        .connection()
        .batch_execute(
            "INSERT INTO alert (id, production_id, kind, found_at, title, text)
             SELECT gen_random_uuid(), id, kind, now(), '제목', '글'
             FROM production, unnest(ARRAY['arrival_held', 'unusual_day']) kind;
             INSERT INTO alert_cause (production_id, kind, cause, alert_id)
             SELECT production_id, kind, 'x', id FROM alert;
             INSERT INTO alert_mute (production_id, kind, muted_until) SELECT production_id, kind, now() FROM alert;",
        )
        .unwrap();
    revert(&storage, "_collect");
    let kinds = "SELECT kind AS text FROM alert UNION ALL SELECT kind FROM alert_cause
                 UNION ALL SELECT kind FROM alert_mute";
    assert_eq!(storage.texts(kinds), ["unusual_day"; 3]);
}

const PRODUCTIONS: &str = "INSERT INTO production (id, code, name, category, active, created_at, updated_at) VALUES ";

#[test]
fn texts_that_were_kept_apart_are_brought_together() {
    let (storage, migration) = before("compare_text_as_seen");
    let mut connection = storage.database.connection();
    connection
        .batch_execute(&format!(
            "{PRODUCTIONS} (gen_random_uuid(), 'PL1', normalize('편지', NFD), 'play', TRUE, now(), now()),
                 (gen_random_uuid(), 'PL2', U&'\\FEFF봄밤의\\00A0왈츠\\200B', 'play', TRUE, now(), now()),
                 (gen_random_uuid(), 'PL3', '그대로', 'play', TRUE, now(), now());
             INSERT INTO calendar_note (day, note) VALUES ('2026-11-19', normalize('수능', NFD));
             INSERT INTO marketing_week (production_id, monday, promotion)
             SELECT id, '2026-11-16', normalize('할인', NFD) FROM production WHERE code = 'PL3';"
        ))
        .unwrap();
    connection.run_migration(migration.as_ref()).unwrap();
    let told = storage.texts(
        "SELECT format('%s %s %s', name, details_revision, weeks_revision) AS text FROM production ORDER BY code",
    );
    assert_eq!(told, ["편지 1 0", "봄밤의 왈츠 1 0", "그대로 0 1"]);
    let notes = "SELECT note || revision AS text FROM calendar_note, note_revision WHERE kind = 'calendar'
                 UNION ALL SELECT promotion FROM marketing_week";
    assert_eq!(storage.texts(notes), ["수능1", "할인"]);
    assert_eq!(storage.data_version(), 1);
}

#[test]
fn the_release_before_finds_no_alert_that_it_does_not_know() {
    let (storage, migration) = before("-0000_collect");
    let mut connection = storage.database.connection();
    connection.run_migration(migration.as_ref()).unwrap();
    connection
        .batch_execute(&format!(
            "{PRODUCTIONS} (gen_random_uuid(), 'PL1', '편지', 'play', TRUE, now(), now());
             INSERT INTO alert (id, production_id, kind, found_at, title, text)
             SELECT gen_random_uuid(), p.id, k.word, now(), k.word, k.word
             FROM production p, unnest(ARRAY['arrival_held', 'figures_shrank']) AS k (word);
             INSERT INTO alert_cause (production_id, kind, cause, alert_id)
             SELECT production_id, kind, kind, id FROM alert;
             INSERT INTO alert_mute (production_id, kind, muted_until) SELECT production_id, kind, now() FROM alert;"
        ))
        .unwrap();
    connection.revert_migration(migration.as_ref()).unwrap();
    for table in ["alert", "alert_cause", "alert_mute"] {
        let kinds = storage.texts(&format!("SELECT kind AS text FROM {table}"));
        assert_eq!(kinds, ["figures_shrank"], "{table}");
    }
}

#[test]
fn codes_and_names_that_become_one_stop_the_migration_and_are_named() {
    for (second, told) in [
        (
            "('pl1', '다른 이름')",
            "codes of productions that differ only by case: PL1, pl1.",
        ),
        (
            "('PL2', normalize('편지', NFD))",
            "productions whose names look alike: PL1, PL2.",
        ),
    ] {
        let (storage, migration) = before("compare_text_as_seen");
        let mut connection = storage.database.connection();
        let of = format!(
            "{PRODUCTIONS} (gen_random_uuid(), 'PL1', '편지', 'play', TRUE, now(), now());
             INSERT INTO production (id, code, name, category, active, created_at, updated_at)
             SELECT gen_random_uuid(), code, name, 'play', TRUE, now(), now() FROM (VALUES {second}) AS new (code, name);"
        );
        connection.batch_execute(&of).unwrap();
        let error = connection.run_migration(migration.as_ref()).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
        // What was there is there, and the next try may go well.
        assert_eq!(storage.texts("SELECT count(*)::text AS text FROM production"), ["2"]);
        connection
            .batch_execute("UPDATE production SET code = 'PL9', name = '새 이름' WHERE code <> 'PL1'")
            .unwrap();
        connection.run_migration(migration.as_ref()).unwrap();
    }
}

#[tokio::test]
async fn curves_that_began_late_tell_so() {
    let storage = Storage::new();
    let production = storage.enter_play("PL1").await;
    storage.upload(production, "2026-11-19", &sold(1)).await;
    let migration = revert(&storage, "_tell_late_records");
    let cards = "INSERT INTO production_card (snapshot_id, params_hash, production_id, closed_on, first_days_to_go, sold_shares)
         SELECT s.id, curve.name, u.production_id, u.record_date, 40, curve.shares
         FROM snapshot s JOIN upload u ON u.id = s.upload_id,
              (VALUES ('late', array_fill(0.3::float8, ARRAY[12]) || '{0.4, 0.3}'::float8[]),
                      ('only', array_fill(0.3::float8, ARRAY[12])),
                      ('daily', array_fill(0.3::float8, ARRAY[8]) || '{0.4}'),
                      ('unsold', array_fill(0::float8, ARRAY[12])),
                      ('short', '{0.3}')) curve (name, shares)";
    storage.execute(cards).unwrap();
    storage.database.connection().run_migration(migration.as_ref()).unwrap();
    let told = storage.texts(
        "SELECT format('%s %s', params_hash, known_days_to_go) AS text FROM production_card ORDER BY params_hash COLLATE \"C\"",
    );
    assert_eq!(told, ["daily ", "late 29", "only 29", "short ", "unsold "]);
    storage
        .execute("UPDATE production_card SET known_days_to_go = 1")
        .unwrap_err();
}

/// Snapshots as the release before stores them: enough for several batches.
fn store_as_before(storage: &Storage, first_day: &str) {
    let rows = format!(
        "INSERT INTO upload (id, production_id, record_date, status, content_key, uploaded_at)
         SELECT gen_random_uuid(), id, DATE '{first_day}' + day, 'completed', '\\x00', now()
         FROM production, generate_series(0, 19) day;
         INSERT INTO snapshot (upload_id) SELECT id FROM upload WHERE record_date >= '{first_day}';
         INSERT INTO daily_sale (snapshot_id, sale_day, revenue_krw, seats, complimentary_seats, seats_by_grade)
         SELECT s.id, u.record_date - n, n, 1, 0, '{{}}'
         FROM snapshot s JOIN upload u ON u.id = s.upload_id, generate_series(0, 2) n
         WHERE u.record_date >= '{first_day}';
         INSERT INTO performance_sale (snapshot_id, starts_at, cast_names, paid_seats, complimentary_seats,
                                       paid_seats_by_grade, complimentary_seats_by_grade)
         SELECT s.id, now(), '{{}}', 1, 0, '{{}}', '{{}}'
         FROM snapshot s JOIN upload u ON u.id = s.upload_id WHERE u.record_date >= '{first_day}';"
    );
    storage.database.connection().batch_execute(&rows).unwrap();
}

/// How many rows of each table name the production that their upload names, and how many there are.
fn named(storage: &Storage) -> Vec<String> {
    storage.texts(
        "SELECT format('%s of %s', count(*) FILTER (WHERE row.production_id = u.production_id), count(*)) AS text
         FROM (SELECT 1 AS place, id, production_id FROM snapshot
               UNION ALL SELECT 2, snapshot_id, production_id FROM daily_sale
               UNION ALL SELECT 3, snapshot_id, production_id FROM performance_sale) row
         JOIN snapshot s ON s.id = row.id JOIN upload u ON u.id = s.upload_id
         GROUP BY place ORDER BY place",
    )
}

fn with_two_productions(storage: &Storage) {
    let entered = format!(
        "{PRODUCTIONS} (gen_random_uuid(), 'PL1', '편지', 'play', TRUE, now(), now()),
             (gen_random_uuid(), 'PL2', '봄밤', 'play', TRUE, now(), now())"
    );
    storage.execute(&entered).unwrap();
}

#[test]
fn rows_of_snapshots_from_before_name_their_production() {
    let (storage, _) = before("name_productions_in_snapshots");
    with_two_productions(&storage);
    store_as_before(&storage, "2026-09-01");
    migrate(&storage.database);
    assert_eq!(named(&storage), ["40 of 40", "120 of 120", "40 of 40"]);
    assert_eq!(storage.texts(RELATIONS), Storage::new().texts(RELATIONS));
    let refused = storage.execute("UPDATE daily_sale SET revenue_krw = 0").unwrap_err();
    assert_eq!(refused.to_string(), "a snapshot never changes");
    let loose = "SELECT conname::text AS text FROM pg_constraint WHERE NOT convalidated";
    assert_eq!(storage.texts(loose), Vec::<String>::new());
    // Down, and up again, with rows.
    let mut connection = storage.database.connection();
    for _ in 0..2 {
        connection
            .batch_execute("DROP SCHEMA IF EXISTS report CASCADE")
            .unwrap();
        connection.revert_last_migration(MIGRATIONS).unwrap();
    }
    migrate(&storage.database);
    assert_eq!(named(&storage), ["40 of 40", "120 of 120", "40 of 40"]);
    storage.execute("DELETE FROM upload").unwrap();
    assert_eq!(named(&storage), Vec::<String>::new(), "rows go with their upload");
}

#[test]
fn servers_of_the_release_before_store_snapshots_during_the_update_and_after_it() {
    let (storage, first_half) = before("name_productions_in_snapshots");
    with_two_productions(&storage);
    store_as_before(&storage, "2026-09-01");
    let mut connection = storage.database.connection();
    connection.run_migration(first_half.as_ref()).unwrap();
    store_as_before(&storage, "2026-10-01");
    assert_eq!(named(&storage), ["40 of 80", "120 of 240", "40 of 80"]);
    // What it withdraws or deletes meanwhile goes with its rows, filled or not.
    storage
        .execute("DELETE FROM upload WHERE record_date IN ('2026-09-01', '2026-10-01')")
        .unwrap();
    migrate(&storage.database);
    store_as_before(&storage, "2026-11-01");
    assert_eq!(named(&storage), ["116 of 116", "348 of 348", "116 of 116"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_filled_beside_those_who_read_write_and_delete() {
    let (storage, _) = before("name_productions_in_snapshots");
    with_two_productions(&storage);
    store_as_before(&storage, "2026-09-01");
    // A view of the release before, which its servers read until the update is whole.
    storage
        .database
        .connection()
        .batch_execute("CREATE SCHEMA report; CREATE VIEW report.daily_sale AS SELECT sale_day FROM public.daily_sale")
        .unwrap();
    let url = storage.database.url().to_owned();
    let migrating = tokio::task::spawn_blocking(move || setup::migrate(&url, Ownership::External));
    // Whose turn it is between the two halves.
    let mut turn = storage.database.connection();
    let halfway = "SELECT version::text AS text FROM __diesel_schema_migrations WHERE version = '202611281400000000'";
    loop {
        turn.batch_execute("BEGIN; LOCK TABLE __diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE")
            .unwrap();
        if !storage.texts(halfway).is_empty() {
            break;
        }
        turn.batch_execute("ROLLBACK").unwrap();
        assert!(!migrating.is_finished());
    }
    assert_eq!(named(&storage), ["0 of 40", "0 of 120", "0 of 40"]);
    let mut deleting = storage.database.connection();
    deleting
        .batch_execute("BEGIN; SELECT FROM production WHERE code = 'PL1' FOR UPDATE")
        .unwrap();
    turn.batch_execute("ROLLBACK").unwrap();
    let waiting = "SELECT pid::text AS text FROM pg_stat_activity
                   WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR KEY SHARE'";
    while storage.texts(waiting).is_empty() {
        assert!(!migrating.is_finished());
        tokio::task::yield_now().await;
    }
    let read = storage.texts("SELECT count(*)::text AS text FROM report.daily_sale");
    assert_eq!(read, ["120"]);
    storage
        .execute("INSERT INTO calendar_note (day, note) VALUES ('2026-11-19', '수능')")
        .unwrap();
    deleting
        .batch_execute("DELETE FROM upload USING production p WHERE p.id = production_id AND code = 'PL1'; COMMIT")
        .unwrap();
    migrating.await.unwrap().unwrap();
    assert_eq!(named(&storage), ["20 of 20", "60 of 60", "20 of 20"]);
}

#[tokio::test]
async fn a_release_knows_whether_a_database_is_its_own() {
    let storage = Storage::new();
    let standing = async || setup::standing(storage.database.url()).await.unwrap();
    assert_eq!(standing().await, Standing::Present);
    storage.execute("UPDATE applied_views SET digest = 'older'").unwrap();
    assert_eq!(standing().await, Standing::Older);
    storage.execute("UPDATE applied_views SET edition = 1000").unwrap();
    assert_eq!(standing().await, Standing::Newer);
    migrate(&storage.database);
    let kept = storage.texts("SELECT digest AS text FROM applied_views");
    assert_eq!(kept, ["older"], "newer views are left alone");
    storage
        .execute("DELETE FROM __diesel_schema_migrations WHERE version LIKE '20261128110000%'")
        .unwrap();
    assert_eq!(standing().await, Standing::Older);
    let emptied = emptied();
    assert_eq!(setup::standing(emptied.database.url()).await.unwrap(), Standing::Empty);
    // Somebody was killed who was about to set it up.
    emptied
        .execute("CREATE TABLE __diesel_schema_migrations (version text PRIMARY KEY, run_on timestamp)")
        .unwrap();
    assert_eq!(setup::standing(emptied.database.url()).await.unwrap(), Standing::Empty);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_killed_while_setting_up_leaves_it_to_the_next() {
    let storage = Storage::new();
    // The queue is there, as it is made by itself; the migrations went with their transaction.
    let mut connection = storage.database.connection();
    connection
        .batch_execute("DROP SCHEMA report CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
        .unwrap();
    assert!(connection.applied_migrations().unwrap().is_empty());
    let url = storage.database.url();
    assert_eq!(setup::standing(url).await.unwrap(), Standing::Empty);
    setup::set_up(url, Ownership::External).await.unwrap();
    assert_eq!(setup::standing(url).await.unwrap(), Standing::Present);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_for_long_holds_up_the_views_and_not_those_who_read_with_it() {
    let storage = Storage::new();
    let mut long = storage.database.connection();
    long.batch_execute("BEGIN; SELECT FROM report.production").unwrap();
    storage
        .execute("UPDATE applied_views SET digest = 'older', edition = 0")
        .unwrap();
    let url = storage.database.url().to_owned();
    let migrating = tokio::task::spawn_blocking(move || setup::migrate(&url, Ownership::External));
    let began = std::time::Instant::now();
    let mut slowest = std::time::Duration::ZERO;
    while began.elapsed() < std::time::Duration::from_secs(4) {
        let asked = std::time::Instant::now();
        storage.texts("SELECT count(*)::text AS text FROM report.production");
        slowest = slowest.max(asked.elapsed());
    }
    assert!(!migrating.is_finished());
    assert!(slowest < std::time::Duration::from_secs(3), "{slowest:?}");
    long.batch_execute("ROLLBACK").unwrap();
    migrating.await.unwrap().unwrap();
    assert_eq!(
        setup::standing(storage.database.url()).await.unwrap(),
        Standing::Present
    );
}

#[tokio::test]
async fn a_lock_that_is_a_number_holds_nobody_up() {
    let storage = emptied();
    let mut stranger = storage.database.connection();
    let name = storage.texts("SELECT current_database()::text AS text");
    // That of sqlx's migrations: a constant times the checksum of the database's name.
    let number = 0x3d32_ad9e_i64 * i64::from(checksum(name[0].as_bytes()));
    stranger
        .batch_execute(&format!("SELECT pg_advisory_lock({number})"))
        .unwrap();
    setup::set_up(storage.database.url(), Ownership::External)
        .await
        .unwrap();
}

/// CRC-32 as of zip files.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[tokio::test]
async fn setting_up_again_changes_nothing() {
    let storage = Storage::new();
    let relations = storage.texts(RELATIONS);
    setup::set_up(storage.database.url(), Ownership::External)
        .await
        .unwrap();
    assert_eq!(storage.texts(RELATIONS), relations);
    assert_eq!(storage.data_version(), 0);
}

#[tokio::test]
async fn two_servers_may_set_up_an_empty_database_at_once() {
    let storage = emptied();
    let url = storage.database.url();
    let (first, second) = tokio::join!(
        setup::set_up(url, Ownership::External),
        setup::set_up(url, Ownership::External)
    );
    first.unwrap();
    second.unwrap();
    assert_eq!(storage.texts(RELATIONS), Storage::new().texts(RELATIONS));
    assert_eq!(storage.texts(VIEWS), Storage::new().texts(VIEWS));
}

#[tokio::test]
async fn a_database_that_is_not_there_is_told() {
    let url = Storage::new().database.url().to_owned();
    let error = setup::set_up(&url, Ownership::External).await.unwrap_err();
    assert!(
        error.to_string().starts_with("the database cannot be reached"),
        "{error}"
    );
}
