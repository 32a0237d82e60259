//! Productions with their snapshots, as ingest would have left them.

use std::fmt;

use diesel::PgConnection;
use diesel::connection::SimpleConnection;
use uuid::Uuid;

/// Productions that reports are about unless others are named.
pub(crate) const ACTIVE: u64 = 200;
/// All productions, where the rows suffice for one snapshot of each.
const PRODUCTIONS: u64 = 10_000;
/// Sale days and performances of each snapshot.
pub(crate) const SALE_DAYS: u32 = 120;
pub(crate) const PERFORMANCES: u32 = 100;
const ROWS_OF_A_SNAPSHOT: u64 = SALE_DAYS as u64 + PERFORMANCES as u64;
/// Productions that are written at a time.
const AT_A_TIME: u64 = 500;
/// The production that is asked for by itself.
const ASKED_FOR: u64 = 77;

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Volume {
    productions: u64,
    record_dates: u64,
}

impl fmt::Display for Volume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousands = self.productions * self.record_dates * ROWS_OF_A_SNAPSHOT / 1_000;
        write!(
            f,
            "{} productions, {} record dates each, {}.{} million rows",
            self.productions,
            self.record_dates,
            thousands / 1_000,
            thousands % 1_000 / 100
        )
    }
}

impl Volume {
    /// About so many rows.
    pub(crate) fn of(rows: u64) -> Self {
        let productions = PRODUCTIONS.min(rows / ROWS_OF_A_SNAPSHOT).max(ACTIVE);
        let at_each = productions * ROWS_OF_A_SNAPSHOT;
        Self {
            productions,
            record_dates: ((rows + at_each / 2) / at_each).max(1),
        }
    }

    /// The active productions alone, with as many record dates.
    pub(crate) fn only_active(self) -> Self {
        Self {
            productions: ACTIVE,
            ..self
        }
    }

    /// The production that is asked for, and uploaded to.
    pub(crate) fn an_id() -> Uuid {
        Uuid::from_u128(u128::from(ASKED_FOR))
    }

    /// Its code.
    pub(crate) fn a_code() -> String {
        format!("S{ASKED_FOR}")
    }

    /// Writes it into an empty database.
    pub(crate) fn fill(self, connection: &mut PgConnection) {
        // Each row is right; looking each up among millions would only take time.
        let begin = "SET session_replication_role = replica; SET synchronous_commit = off;
            CREATE TEMPORARY TABLE piece (id BIGINT, production_id UUID)";
        connection.batch_execute(begin).expect("the owner may");
        for first in (1..=self.productions).step_by(usize::try_from(AT_A_TIME).expect("a few")) {
            let last = self.productions.min(first + AT_A_TIME - 1);
            connection
                .batch_execute(&self.piece(first, last))
                .expect("a piece is written");
        }
        for statement in [
            "SET session_replication_role = DEFAULT",
            "UPDATE data_version SET version = version + 1",
            "VACUUM ANALYZE",
            "CHECKPOINT",
        ] {
            connection.batch_execute(statement).expect("the volume is tidied up");
        }
    }

    fn piece(self, first: u64, last: u64) -> String {
        let (active, record_dates, days, performances) = (ACTIVE, self.record_dates, SALE_DAYS, PERFORMANCES);
        // What an upload is held against.
        let facts = serde_json::json!({
            "daily": {
                "rows": days, "first_day": "2026-07-24", "last_day": "2026-11-20", "seats": 10 * days,
                "revenue_krw": 1_000_000 * u64::from(days), "complimentary_seats": 0,
                "seats_by_grade": { "r": 6 * days, "s": 4 * days },
            },
            "performances": {
                "rows": performances, "first_start": "2026-10-01T10:30:00Z", "last_start": "2027-01-08T10:30:00Z",
                "paid_seats": 300 * performances, "complimentary_seats": 20 * performances,
                "revenue_krw": 20_000_000 * u64::from(performances),
                "paid_seats_by_grade": { "r": 200 * performances, "s": 100 * performances },
                "complimentary_seats_by_grade": { "r": 10 * performances, "s": 10 * performances },
            },
        });
        format!(
            "BEGIN;
            INSERT INTO production (id, code, name, category, active, sale_start, sale_end, target_share, break_even_krw,
                                    seats_per_performance, created_at, updated_at)
            SELECT lpad(to_hex(n), 32, '0')::uuid, 'S' || n, '공연 ' || n, 'play', n <= {active},
                   DATE '2026-08-01', DATE '2026-12-31', 0.7, 1000000000, 500, now(), now()
            FROM generate_series({first}, {last}) n;
            INSERT INTO daily_target (production_id, sale_day, target_krw)
            SELECT lpad(to_hex(n), 32, '0')::uuid, day::date, 1000000
            FROM generate_series({first}, {last}) n, generate_series(DATE '2026-08-01', '2026-12-31', '1 day') day;
            INSERT INTO upload (id, production_id, record_date, status, content_key, uploaded_at, finished_at, facts)
            SELECT gen_random_uuid(), lpad(to_hex(n), 32, '0')::uuid, DATE '2026-11-20' - back, 'completed',
                   sha256((n || ' ' || back)::bytea), now(), now(), '{facts}'
            FROM generate_series({first}, {last}) n, generate_series({record_dates} - 1, 0, -1) back;
            INSERT INTO upload_file (upload_id, part, file_name, sha256, size_bytes)
            SELECT id, 1, record_date || '.xlsx', content_key, 40000 FROM upload
            WHERE production_id BETWEEN lpad(to_hex({first}), 32, '0')::uuid AND lpad(to_hex({last}), 32, '0')::uuid;
            INSERT INTO snapshot (upload_id, production_id)
            SELECT id, production_id FROM upload
            WHERE production_id BETWEEN lpad(to_hex({first}), 32, '0')::uuid AND lpad(to_hex({last}), 32, '0')::uuid
            ORDER BY record_date, production_id;
            TRUNCATE piece;
            INSERT INTO piece SELECT id, production_id FROM snapshot
            WHERE production_id BETWEEN lpad(to_hex({first}), 32, '0')::uuid AND lpad(to_hex({last}), 32, '0')::uuid;
            INSERT INTO daily_sale (snapshot_id, production_id, sale_day, revenue_krw, seats, complimentary_seats,
                                    seats_by_grade)
            SELECT id, production_id, DATE '2026-11-20' - n, 1000000 + n, 10, 0, '{{\"r\": 6, \"s\": 4}}'
            FROM piece, generate_series(0, {days} - 1) n ORDER BY id, n;
            INSERT INTO performance_sale (snapshot_id, production_id, starts_at, cast_names, paid_seats, complimentary_seats,
                                          paid_seats_by_grade, complimentary_seats_by_grade, revenue_krw, deposit_share,
                                          paid_share, complimentary_share)
            SELECT id, production_id, TIMESTAMPTZ '2026-10-01 19:30+09' + n * interval '1 day',
                   ARRAY['배우 ' || n % 3, '배우 ' || n % 2], 300, 20, '{{\"r\": 200, \"s\": 100}}', '{{\"r\": 10, \"s\": 10}}',
                   20000000, 0.6, 0.6, 0.04
            FROM piece, generate_series(0, {performances} - 1) n ORDER BY id, n;
            COMMIT;"
        )
    }
}
