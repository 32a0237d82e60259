//! What other systems are told of, put on its way in the transaction that it comes of.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamptz, Uuid as SqlUuid};
use domain::calendar::in_kst;
use domain::production::ProductionId;
use domain::upload::UploadId;

/// Tells each webhook that takes snapshots of the new current one of a production; answers whether there is any. Whether it
/// may be told of the production is asked again when it is sent.
pub(crate) fn tell_of_snapshot(
    connection: &mut PgConnection,
    upload: UploadId,
    production: ProductionId,
    at: DateTime<Utc>,
) -> QueryResult<bool> {
    let told = diesel::sql_query(
        "INSERT INTO delivery (id, cause, kind, destination_id, channel, receiver_key, receiver_name, about, is_named,
                               subject, text, parts, state, tried_since, created_at)
         SELECT gen_random_uuid(), 'snapshot:' || u.id, 'snapshot', d.id, d.kind, d.id || '/', d.name, ARRAY[p.id], false,
                'snapshot.completed', p.name || ' ' || u.record_date,
                jsonb_build_array(jsonb_build_object(
                    'type', 'snapshot.completed',
                    'timestamp', $3,
                    'data', jsonb_build_object('uploadId', u.id, 'productionId', p.id, 'productionCode', p.code,
                                               'recordDate', u.record_date))),
                'pending', $4, $4
         FROM upload u
         JOIN production p ON p.id = u.production_id
         CROSS JOIN destination d
         WHERE u.id = $1 AND p.id = $2 AND d.kind = 'webhook' AND d.takes_snapshots
           AND (d.all_productions OR EXISTS (
               SELECT FROM destination_production o WHERE o.destination_id = d.id AND o.production_id = p.id))
         ON CONFLICT (cause, receiver_key) DO NOTHING",
    )
    .bind::<SqlUuid, _>(upload.0)
    .bind::<SqlUuid, _>(production.0)
    .bind::<Text, _>(in_kst(at).to_rfc3339())
    .bind::<Timestamptz, _>(at)
    .execute(connection)?;
    Ok(told > 0)
}
