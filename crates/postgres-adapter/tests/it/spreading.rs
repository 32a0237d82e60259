//! The tables of snapshots can be spread over a cluster by production (docs/scale.md).

use diesel::connection::SimpleConnection;
use diesel::result::DatabaseErrorKind;
use diesel::result::Error::DatabaseError;
use domain::calendar::Grain;
use domain::reports::target_vs_actual::TargetVsActual;
use domain::sales::Snapshot;

use crate::support::{Storage, daily, everything, figures, performance};

const SPREAD: &str = include_str!("../../../../docs/scale/spread.sql");

/// The tables that grow with every workbook: snapshots, and all whose rows are of one.
fn of_large_tables(select: &str) -> String {
    format!(
        "WITH large AS (
             SELECT 'snapshot'::regclass::oid AS id
             UNION SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND confrelid = 'snapshot'::regclass
         ) {select}"
    )
}

/// What is computed of snapshots stays together, on the coordinator: forecasts by performance do not name their production.
const COMPUTED: &str = "('forecast'::regclass, 'production_card'::regclass)";

/// The unique keys of those that do not hold the production.
fn keys_without_production(storage: &Storage) -> Vec<String> {
    storage.texts(&of_large_tables(&format!(
        "SELECT key.indexrelid::regclass::text AS text FROM pg_index key JOIN large ON large.id = key.indrelid
         WHERE key.indisunique AND key.indrelid NOT IN {COMPUTED} AND NOT EXISTS (
             SELECT FROM unnest(key.indkey::int2[]) AS part (number)
             JOIN pg_attribute a ON a.attrelid = key.indrelid AND a.attnum = part.number
             WHERE a.attname = 'production_id')
         ORDER BY 1"
    )))
}

fn snapshot(won: i64) -> Snapshot {
    Snapshot {
        daily_sales: vec![daily("2026-11-18", won), daily("2026-11-19", 2 * won)],
        performance_sales: vec![performance("2026-12-01T19:30", won, "0.5", "0.1")],
        ..Snapshot::default()
    }
}

#[tokio::test]
async fn every_row_of_a_snapshot_names_its_production() {
    let storage = Storage::new();
    let tables = storage.number(&of_large_tables("SELECT count(*) AS number FROM large"));
    assert!(tables >= 7, "{tables} tables");
    let nameless = storage.texts(&of_large_tables(
        "SELECT id::regclass::text AS text FROM large WHERE NOT EXISTS (
             SELECT FROM pg_attribute a WHERE a.attrelid = id AND a.attname = 'production_id' AND a.attnotnull)",
    ));
    assert_eq!(nameless, Vec::<String>::new());
    // So a row cannot name another production than its snapshot does: who knows the one knows the other.
    let loose = storage.texts(
        "SELECT conname::text AS text FROM pg_constraint
         WHERE contype = 'f' AND confrelid = 'snapshot'::regclass AND cardinality(conkey) <> 2",
    );
    assert_eq!(loose, Vec::<String>::new());
}

#[tokio::test]
async fn every_unique_key_can_hold_the_production_and_nobody_notices() {
    let storage = Storage::new();
    let id = storage.enter_play("PL1").await;
    storage.upload(id, "2026-11-19", &snapshot(100_000)).await;
    let read = async || {
        figures::<TargetVsActual>(&storage.reports, &everything(), Grain::Day)
            .await
            .unwrap()
            .value
    };
    let before = read().await;
    storage.database.connection().batch_execute(SPREAD).unwrap();
    assert_eq!(keys_without_production(&storage), Vec::<String>::new());

    assert_eq!(read().await, before);
    storage.upload(id, "2026-11-20", &snapshot(300_000)).await;
    assert_ne!(read().await, before, "what comes in later is read");
    for table in ["daily_sale", "performance_sale"] {
        let columns = storage.texts(&format!(
            "SELECT string_agg(attname, ', ' ORDER BY attnum) AS text FROM pg_attribute
             WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
        ));
        let twice = format!("INSERT INTO {table} ({0}) SELECT {0} FROM {table}", columns[0]);
        let refused = storage.execute(&twice).unwrap_err();
        let is_key = matches!(refused, DatabaseError(DatabaseErrorKind::UniqueViolation, _));
        assert!(is_key, "{table}: {refused}");
    }
}
