//! What people ought to know: read from what happened, and how far each has read.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Double, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::access::Visible;
use domain::alert::AlertId;
use domain::collection::SourceId;
use domain::foresight::ratio;
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::schedule::{DeliveryId, RunId};
use domain::upload::UploadId;
use ports::actor::Actor;
use ports::driven::{
    AuditAction, Notice, NoticeBoard, NoticeNews, NoticePage, NoticeQuery, NoticedProduction, NoticedProspect,
    StorageError, Topic,
};
use uuid::Uuid;

use crate::announcement::announce;
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::production_rows::parse_code;

const WHAT: &str = "notice";

/// Acts on a production that whoever sees it ought to know of.
const CHANGES: [AuditAction; 6] = [
    AuditAction::ProductionCreated,
    AuditAction::ProductionChanged,
    AuditAction::TargetsSet,
    AuditAction::MarketingWeeksSet,
    AuditAction::AlertsMuted,
    AuditAction::UploadWithdrawn,
];

/// All notices of a reader ($1), of the productions that they see ($2; NULL: all), with deliveries and runs that failed ($3), after $4
/// and until $5; changes are the acts $6. Each part reads what is new from an index.
const NOTICES: &str = "
    WITH reading AS (
        SELECT coalesce((SELECT read_until FROM notice_reading WHERE account_id = $1),
                        (SELECT coalesce(activated_at, created_at) FROM account WHERE id = $1), '-infinity') AS read_until
    ), happened AS (
        SELECT 'upload' AS source, u.finished_at AS at, u.production_id, u.id, NULL::bigint AS entry,
               u.record_date, NULL AS kind, NULL AS title, NULL AS text, NULL AS receiver,
               '{}'::uuid[] AS about,
               a.id AS user_id, a.name AS user_name
        FROM upload u LEFT JOIN account a ON a.id = u.uploaded_by
        WHERE u.kind = 'sales' AND u.status IN ('completed', 'superseded') AND u.finished_at > $4 AND u.finished_at <= $5
          AND u.uploaded_by IS DISTINCT FROM $1
        UNION ALL
        SELECT 'alert', t.found_at, t.production_id, t.id, NULL, NULL, t.kind, t.title, t.text, NULL, '{}', NULL, NULL
        FROM alert t
        WHERE t.found_at > $4 AND t.found_at <= $5
        UNION ALL
        SELECT 'change', e.at, e.production_id, NULL, e.id, NULL, e.action, NULL, NULL, NULL, '{}',
               e.user_id, e.user_name
        FROM audit_entry e
        WHERE e.action = ANY($6) AND e.production_id IS NOT NULL AND e.at > $4 AND e.at <= $5
          AND e.user_id IS DISTINCT FROM $1
        UNION ALL
        SELECT 'delivery', d.finished_at, NULL, d.id, NULL, NULL, d.kind, d.subject, NULL, d.receiver_name,
               d.about, NULL, NULL
        FROM delivery d
        WHERE $3 AND d.state = 'failed' AND d.finished_at > $4 AND d.finished_at <= $5
        UNION ALL
        SELECT 'run', r.finished_at, NULL, r.id, NULL, NULL, r.kind, NULL, r.last_error, NULL, '{}', NULL, NULL
        FROM schedule_run r
        WHERE $3 AND r.state = 'failed' AND r.finished_at > $4 AND r.finished_at <= $5
        UNION ALL
        SELECT 'source', s.found_at, NULL, s.id, NULL, NULL, s.kind, s.source_name, s.code, NULL,
               array_remove(ARRAY[s.source_id], NULL), NULL, NULL
        FROM source_alert s
        WHERE $3 AND s.found_at > $4 AND s.found_at <= $5
    ), seen AS (
        SELECT h.*, p.code, p.name, h.at <= reading.read_until AS is_read
        FROM happened h CROSS JOIN reading LEFT JOIN production p ON p.id = h.production_id
        WHERE h.source IN ('delivery', 'run', 'source') OR (p.id IS NOT NULL AND ($2 IS NULL OR p.id = ANY($2)))
    )";

/// One page of them: $7 notices after $8. A live upload comes with the forecast that was kept of it last.
const PAGE: &str = "
    SELECT page.*, f.break_even_probability, f.profit_p10_krw, f.profit_p90_krw
    FROM (SELECT * FROM seen ORDER BY at DESC, source, id, entry DESC LIMIT $7 OFFSET $8) page
    LEFT JOIN LATERAL (
        SELECT f.break_even_probability, f.revenue_p10_krw - f.break_even_krw AS profit_p10_krw,
               f.revenue_p90_krw - f.break_even_krw AS profit_p90_krw
        FROM upload u JOIN snapshot s ON s.upload_id = u.id JOIN forecast f ON f.snapshot_id = s.id
        WHERE page.source = 'upload' AND u.id = page.id AND u.status = 'completed'
          AND f.break_even_probability IS NOT NULL
        ORDER BY f.computed_at DESC LIMIT 1
    ) f ON true
    ORDER BY page.at DESC, page.source, page.id, page.entry DESC";

/// Notices in PostgreSQL.
pub struct PgNoticeBoard {
    pool: PgPool,
}

impl PgNoticeBoard {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    source: String,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    production_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    code: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    id: Option<Uuid>,
    #[diesel(sql_type = Nullable<BigInt>)]
    entry: Option<i64>,
    #[diesel(sql_type = Nullable<Date>)]
    record_date: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Text>)]
    kind: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    text: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    receiver: Option<String>,
    #[diesel(sql_type = Array<SqlUuid>)]
    about: Vec<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    user_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    user_name: Option<String>,
    #[diesel(sql_type = Bool)]
    is_read: bool,
    #[diesel(sql_type = Nullable<Double>)]
    break_even_probability: Option<f64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    profit_p10_krw: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    profit_p90_krw: Option<i64>,
}

impl Row {
    fn prospect(&self) -> Option<NoticedProspect> {
        Some(NoticedProspect {
            break_even_probability: ratio(self.break_even_probability?),
            profit_p10_krw: self.profit_p10_krw?,
            profit_p90_krw: self.profit_p90_krw?,
        })
    }
}

impl TryFrom<Row> for Notice {
    type Error = crate::errors::WorkError;

    fn try_from(row: Row) -> Work<Self> {
        let prospect = row.prospect();
        let production = match (row.production_id, row.code, row.name) {
            (Some(id), Some(code), Some(name)) => Some(NoticedProduction {
                id: ProductionId(id),
                code: parse_code(&code)?,
                name,
            }),
            _ => None,
        };
        let by = row.user_id.map(|id| UserName {
            id: UserId(id),
            name: row.user_name.unwrap_or_default(),
        });
        let id = || row.id.ok_or_else(|| broken_row(WHAT, "it has no id"));
        let kind = row.kind.unwrap_or_default();
        let title = row.title.unwrap_or_default();
        let news = match row.source.as_str() {
            "upload" => NoticeNews::Arrived {
                upload: UploadId(id()?),
                record_date: row.record_date.ok_or_else(|| broken_row(WHAT, "no record date"))?,
                by,
                prospect,
            },
            "alert" => NoticeNews::Alert {
                alert: AlertId(id()?),
                kind: kind.parse().map_err(|error| broken_row(WHAT, error))?,
                title,
                text: row.text.unwrap_or_default(),
            },
            "change" => NoticeNews::Changed {
                entry: row.entry.unwrap_or_default(),
                action: kind,
                by,
            },
            "source" => NoticeNews::Source {
                alert: id()?,
                kind: kind.parse().map_err(|error| broken_row(WHAT, error))?,
                source: row.about.first().copied().map(SourceId),
                name: title,
                code: row
                    .text
                    .map(|code| code.parse())
                    .transpose()
                    .map_err(|error| broken_row(WHAT, error))?,
            },
            "run" => NoticeNews::RunFailed {
                run: RunId(id()?),
                task: kind,
                error: row.text.unwrap_or_default(),
            },
            _ => NoticeNews::DeliveryFailed {
                delivery: DeliveryId(id()?),
                kind,
                title,
                receiver: row.receiver.unwrap_or_default(),
                about: row.about.into_iter().map(ProductionId).collect(),
            },
        };
        Ok(Self {
            at: row.at,
            is_read: row.is_read,
            production,
            news,
        })
    }
}

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = BigInt)]
    total: i64,
    #[diesel(sql_type = BigInt)]
    unread: i64,
}

fn list(connection: &mut PgConnection, query: &NoticeQuery) -> Work<NoticePage> {
    // NULL: all of them.
    let visible: Option<Vec<Uuid>> = match &query.visible {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect()),
    };
    let changes = CHANGES.map(AuditAction::code).to_vec();
    macro_rules! asked {
        ($rest:expr) => {
            diesel::sql_query(format!("{NOTICES} {}", $rest))
                .bind::<SqlUuid, _>(query.reader.0)
                .bind::<Nullable<Array<SqlUuid>>, _>(&visible)
                .bind::<Bool, _>(query.deliveries)
                .bind::<Timestamptz, _>(query.after)
                .bind::<Timestamptz, _>(query.until)
                .bind::<Array<Text>, _>(&changes)
        };
    }
    let counts = "SELECT count(*) AS total, count(*) FILTER (WHERE NOT is_read) AS unread FROM seen";
    let counts: Counts = asked!(counts).get_result(connection)?;
    let rows: Vec<Row> = asked!(PAGE)
        .bind::<BigInt, _>(i64::from(query.paging.per_page))
        .bind::<BigInt, _>(query.paging.offset())
        .load(connection)?;
    Ok(NoticePage {
        items: rows.into_iter().map(Notice::try_from).collect::<Work<_>>()?,
        total: counts.total,
        unread: counts.unread,
    })
}

fn read(connection: &mut PgConnection, reader: UserId, until: DateTime<Utc>) -> Work<()> {
    diesel::sql_query(
        "INSERT INTO notice_reading AS r (account_id, read_until) VALUES ($1, $2)
         ON CONFLICT (account_id) DO UPDATE SET read_until = greatest(r.read_until, excluded.read_until)",
    )
    .bind::<SqlUuid, _>(reader.0)
    .bind::<Timestamptz, _>(until)
    .execute(connection)?;
    announce(connection, &[Topic::Notices(reader)])?;
    Ok(())
}

#[async_trait]
impl NoticeBoard for PgNoticeBoard {
    async fn list(&self, query: &NoticeQuery) -> Result<NoticePage, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn read(&self, reader: UserId, until: DateTime<Utc>) -> Result<(), StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| read(connection, reader, until);
        self.pool.write(WHAT, &Actor::SYSTEM, write).await
    }
}
