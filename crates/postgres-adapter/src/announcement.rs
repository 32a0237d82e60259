//! The last statement of every writing transaction.

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{PgConnection, QueryResult, RunQueryDsl, sql_query};
use ports::driven::{Concern, Topic};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An announcement as it travels.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Announcement {
    pub(crate) version: i64,
    pub(crate) topic: String,
    pub(crate) id: Option<Uuid>,
    /// The production of an upload.
    #[serde(default)]
    pub(crate) production_id: Option<Uuid>,
}

impl Announcement {
    /// The topic; `None` for one of a newer version of this program.
    pub(crate) fn topic(&self) -> Option<Topic> {
        use domain::people::UserId;
        use domain::production::ProductionId;
        use domain::upload::UploadId;
        match (self.topic.as_str(), self.id) {
            ("live-uploads", Some(id)) => Some(Topic::LiveUploads(ProductionId(id))),
            ("snapshot", Some(id)) => Some(Topic::Snapshot(ProductionId(id))),
            ("upload", Some(id)) => Some(Topic::Upload(UploadId(id), ProductionId(self.production_id?))),
            ("production", Some(id)) => Some(Topic::Production(ProductionId(id))),
            ("target", Some(id)) => Some(Topic::Target(ProductionId(id))),
            ("forecast", Some(id)) => Some(Topic::Forecast(ProductionId(id))),
            ("note", id) => Some(Topic::Note(id.map(ProductionId))),
            ("campaign", Some(id)) => Some(Topic::Campaign(ProductionId(id))),
            ("market", _) => Some(Topic::Market),
            ("job", _) => Some(Topic::Job),
            ("schedule", _) => Some(Topic::Schedule),
            ("delivery", _) => Some(Topic::Delivery),
            ("alert", Some(id)) => Some(Topic::Alert(ProductionId(id))),
            ("layout", id) => Some(Topic::Layout(id.map(ProductionId))),
            ("notices", Some(id)) => Some(Topic::Notices(UserId(id))),
            ("collection", id) => Some(Topic::Collection(id.map(ProductionId))),
            ("access", Some(id)) => Some(Topic::Access(UserId(id))),
            _ => None,
        }
    }
}

/// The topic's word, and what it is about; of an upload the production as well.
fn parts(topic: Topic) -> (&'static str, Option<Uuid>, Option<Uuid>) {
    match topic {
        Topic::Snapshot(id) => ("snapshot", Some(id.0), None),
        Topic::LiveUploads(id) => ("live-uploads", Some(id.0), None),
        Topic::Upload(id, production) => ("upload", Some(id.0), Some(production.0)),
        Topic::Production(id) => ("production", Some(id.0), None),
        Topic::Target(id) => ("target", Some(id.0), None),
        Topic::Forecast(id) => ("forecast", Some(id.0), None),
        Topic::Note(id) => ("note", id.map(|id| id.0), None),
        Topic::Campaign(id) => ("campaign", Some(id.0), None),
        Topic::Market => ("market", None, None),
        Topic::Job => ("job", None, None),
        Topic::Schedule => ("schedule", None, None),
        Topic::Delivery => ("delivery", None, None),
        Topic::Alert(id) => ("alert", Some(id.0), None),
        Topic::Layout(id) => ("layout", id.map(|id| id.0), None),
        Topic::Notices(id) => ("notices", Some(id.0), None),
        Topic::Collection(id) => ("collection", id.map(|id| id.0), None),
        Topic::Access(id) => ("access", Some(id.0), None),
    }
}

/// Raises the data version by one, with it the version of figures and that of access where a topic concerns them, and
/// announces what changed; PostgreSQL sends the announcements when the transaction commits. The row of the versions stays
/// locked until then, so this comes last.
pub(crate) fn announce(connection: &mut PgConnection, topics: &[Topic]) -> QueryResult<()> {
    let without = |concern| i64::from(topics.iter().all(|topic| topic.concern() != concern));
    let (without_figures, without_access) = (without(Concern::Figures), without(Concern::Access));
    let mut topics = topics.to_vec();
    // Whoever hears of a thing is judged by the rights that came with it.
    topics.sort_by_key(|topic| topic.concern() != Concern::Access);
    let topics: Vec<_> = topics.into_iter().map(parts).collect();
    let names: Vec<_> = topics.iter().map(|(name, ..)| *name).collect();
    let ids: Vec<_> = topics.iter().map(|(_, id, _)| *id).collect();
    let productions: Vec<_> = topics.iter().map(|(.., production)| *production).collect();
    sql_query(
        "WITH raised AS (
             UPDATE data_version
             SET version = version + 1, without_figures = without_figures + $4, without_access = without_access + $5
             RETURNING version, channel
         )
         SELECT pg_notify(raised.channel, json_build_object('version', raised.version, 'topic', topic, 'id', id,
                                                'production_id', production_id)::text)
         FROM raised CROSS JOIN unnest($1, $2, $3) AS announced (topic, id, production_id)",
    )
    .bind::<diesel::sql_types::Array<Text>, _>(names)
    .bind::<diesel::sql_types::Array<Nullable<diesel::sql_types::Uuid>>, _>(ids)
    .bind::<diesel::sql_types::Array<Nullable<diesel::sql_types::Uuid>>, _>(productions)
    .bind::<BigInt, _>(without_figures)
    .bind::<BigInt, _>(without_access)
    .execute(connection)
    .map(drop)
}

#[cfg(test)]
mod tests {
    use domain::people::UserId;
    use domain::production::ProductionId;
    use domain::upload::UploadId;

    use super::*;

    #[test]
    fn a_topic_survives_the_journey() {
        let id = Uuid::from_u128(7);
        let topics = [
            Topic::Snapshot(ProductionId(id)),
            Topic::LiveUploads(ProductionId(id)),
            Topic::Upload(UploadId(id), ProductionId(Uuid::from_u128(8))),
            Topic::Production(ProductionId(id)),
            Topic::Target(ProductionId(id)),
            Topic::Forecast(ProductionId(id)),
            Topic::Note(Some(ProductionId(id))),
            Topic::Note(None),
            Topic::Campaign(ProductionId(id)),
            Topic::Market,
            Topic::Job,
            Topic::Schedule,
            Topic::Delivery,
            Topic::Alert(ProductionId(id)),
            Topic::Layout(Some(ProductionId(id))),
            Topic::Layout(None),
            Topic::Notices(UserId(id)),
            Topic::Collection(Some(ProductionId(id))),
            Topic::Collection(None),
            Topic::Access(UserId(id)),
        ];
        for sent in topics {
            let (topic, id, production_id) = parts(sent);
            let announcement = Announcement {
                version: 1,
                topic: topic.to_owned(),
                id,
                production_id,
            };
            assert_eq!(announcement.topic(), Some(sent));
        }
    }
}
