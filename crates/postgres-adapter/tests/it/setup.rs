//! Migrations, views and comments.

use diesel::connection::SimpleConnection;
use diesel::migration::Migration;
use diesel::pg::Pg;
use diesel_migrations::MigrationHarness;
use postgres_adapter::setup::{self, MIGRATIONS, Ownership};
use postgres_adapter::test_database::TestDatabase;

use crate::support::Storage;

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
fn views_make_way_for_a_migration_and_come_back_even_if_it_breaks_off() {
    let storage = Storage::new();
    let views = storage.texts(VIEWS);
    // As if the last migration were new, and met tables that are in its way.
    let [last] = storage
        .texts(
            "DELETE FROM __diesel_schema_migrations
             WHERE version = (SELECT max(version) FROM __diesel_schema_migrations) RETURNING version AS text",
        )
        .try_into()
        .unwrap();
    let broken_off = setup::migrate(storage.database.url(), Ownership::External).unwrap_err();
    assert!(broken_off.to_string().starts_with("a migration failed"), "{broken_off}");
    assert_eq!(storage.texts(VIEWS), Vec::<String>::new());

    let applied = format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{last}')");
    storage.execute(&applied).unwrap();
    migrate(&storage.database);
    assert_eq!(storage.texts(VIEWS), views);
}

/// A database as it was before texts were compared as they look.
fn before_texts_were_compared() -> (Storage, Box<dyn Migration<Pg>>) {
    let storage = Storage::new();
    let mut connection = storage.database.connection();
    connection.batch_execute("DROP SCHEMA report CASCADE").unwrap();
    let migrations = diesel::migration::MigrationSource::<Pg>::migrations(&MIGRATIONS).unwrap();
    let position = migrations
        .iter()
        .position(|migration| migration.name().to_string().contains("compare_text_as_seen"))
        .unwrap();
    for migration in migrations[position..].iter().rev() {
        connection.revert_migration(migration).unwrap();
    }
    let migration = migrations.into_iter().nth(position).unwrap();
    (storage, migration)
}

const PRODUCTIONS: &str = "INSERT INTO production (id, code, name, category, active, created_at, updated_at) VALUES ";

#[test]
fn texts_that_were_kept_apart_are_brought_together() {
    let (storage, migration) = before_texts_were_compared();
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
        let (storage, migration) = before_texts_were_compared();
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
