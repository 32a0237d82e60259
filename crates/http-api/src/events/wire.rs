use actix_web::web::Bytes;
use domain::access::{Capability, Rights, Verdict};
use domain::people::UserId;
use ports::driven::Topic;
use serde::Serialize;
use uuid::Uuid;

use super::hub::Event;

/// What a client waits before it connects again.
const RETRY_MS: u32 = 2_000;

/// What an event says: which thing changed, and no figures.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    data_version: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    production_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upload_id: Option<Uuid>,
}

/// The event as it is sent to a user with these rights; `None` when it is none of theirs.
pub(super) fn written(event: Event, user: UserId, rights: &Rights) -> Option<Bytes> {
    let (name, production, upload) = match event.topic {
        Topic::Snapshot(id) => ("snapshot", Some(id), None),
        Topic::Upload(id, production) => ("upload", Some(production), Some(id)),
        Topic::Production(id) => ("production", Some(id), None),
        Topic::Target(id) => ("target", Some(id), None),
        Topic::Note(id) => ("note", id, None),
        Topic::Campaign(id) => ("campaign", Some(id), None),
        Topic::Alert(id) => ("alert", Some(id), None),
        Topic::Layout(id) => ("layout", id, None),
        Topic::Collection(Some(id)) => ("collection", Some(id), None),
        Topic::Job | Topic::Schedule | Topic::Delivery | Topic::Collection(None)
            if rights.verdict(Capability::Administer, None) != Verdict::Allowed =>
        {
            return None;
        }
        Topic::Notices(reader) if reader != user => return None,
        Topic::Notices(_) => ("notice", None, None),
        Topic::Market => ("market", None, None),
        Topic::Job => ("job", None, None),
        Topic::Schedule => ("schedule", None, None),
        Topic::Delivery => ("delivery", None, None),
        Topic::Collection(None) => ("collection", None, None),
        // The upload's own event says enough, and forecasts follow it.
        Topic::LiveUploads(_) | Topic::Forecast(_) | Topic::Access(_) => return None,
    };
    if !production.is_none_or(|id| rights.sees(id)) {
        return None;
    }
    let told = Told {
        data_version: event.data_version,
        production_id: production.map(|id| id.0),
        upload_id: upload.map(|id| id.0),
    };
    Some(message(name, &told))
}

/// Tells a client to read again what it shows.
pub(super) fn resync(data_version: i64) -> Bytes {
    let told = Told {
        data_version,
        production_id: None,
        upload_id: None,
    };
    message("resync", &told)
}

fn message(name: &str, told: &Told) -> Bytes {
    let json = serde_json::to_string(told).expect("numbers and identifiers are JSON");
    format!("id: {}\nevent: {name}\ndata: {json}\n\n", told.data_version).into()
}

/// The beginning of a stream: from which version on it tells changes, for a client that loses it before the first.
pub(super) fn beginning(data_version: i64) -> Bytes {
    format!("retry: {RETRY_MS}\nid: {data_version}\n\n").into()
}

/// Keeps the connection alive.
pub(super) fn heart_beat() -> Bytes {
    Bytes::from_static(b":\n\n")
}

#[cfg(test)]
mod tests {
    use domain::access::{Role, Visible};
    use domain::production::ProductionId;
    use domain::upload::UploadId;

    use super::*;

    const READER: UserId = UserId(Uuid::from_u128(3));
    const OWN: ProductionId = ProductionId(Uuid::from_u128(1));
    const FOREIGN: ProductionId = ProductionId(Uuid::from_u128(2));

    fn rights(role: Role) -> Rights {
        Rights {
            role,
            can_upload: true,
            can_manage_productions: true,
            granted: Visible::Only([OWN].into()),
        }
    }

    fn told(topic: Topic, role: Role) -> Option<String> {
        let event = Event { data_version: 7, topic };
        written(event, READER, &rights(role)).map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[test]
    fn an_event_names_what_changed_and_nothing_else() {
        let upload = Topic::Upload(UploadId(Uuid::from_u128(9)), OWN);
        assert_eq!(
            told(upload, Role::Member).unwrap(),
            "id: 7\nevent: upload\ndata: {\"dataVersion\":7,\"productionId\":\"00000000-0000-0000-0000-000000000001\",\
             \"uploadId\":\"00000000-0000-0000-0000-000000000009\"}\n\n"
        );
        let note = told(Topic::Note(None), Role::Member).unwrap();
        assert_eq!(note, "id: 7\nevent: note\ndata: {\"dataVersion\":7}\n\n");
    }

    #[test]
    fn a_member_hears_of_the_productions_granted_only() {
        let upload = UploadId(Uuid::from_u128(9));
        for (own, foreign) in [
            (Topic::Snapshot(OWN), Topic::Snapshot(FOREIGN)),
            (Topic::Upload(upload, OWN), Topic::Upload(upload, FOREIGN)),
            (Topic::Production(OWN), Topic::Production(FOREIGN)),
            (Topic::Target(OWN), Topic::Target(FOREIGN)),
            (Topic::Note(Some(OWN)), Topic::Note(Some(FOREIGN))),
            (Topic::Alert(OWN), Topic::Alert(FOREIGN)),
            (Topic::Campaign(OWN), Topic::Campaign(FOREIGN)),
            (Topic::Layout(Some(OWN)), Topic::Layout(Some(FOREIGN))),
            (Topic::Collection(Some(OWN)), Topic::Collection(Some(FOREIGN))),
        ] {
            assert!(told(own, Role::Member).is_some(), "{own:?}");
            assert!(told(foreign, Role::Member).is_none(), "{foreign:?}");
            assert!(told(foreign, Role::Admin).is_some(), "{foreign:?}");
        }
    }

    #[test]
    fn jobs_and_schedules_are_the_offices_business_and_access_is_nobodys() {
        for topic in [Topic::Job, Topic::Schedule, Topic::Delivery, Topic::Collection(None)] {
            assert!(told(topic, Role::Member).is_none(), "{topic:?}");
            assert!(told(topic, Role::Admin).is_some(), "{topic:?}");
        }
        assert!(told(Topic::Access(UserId(Uuid::nil())), Role::Master).is_none());
    }

    #[test]
    fn what_somebody_has_read_is_told_to_them_alone() {
        assert!(told(Topic::Notices(READER), Role::Member).is_some());
        assert!(told(Topic::Notices(UserId(Uuid::nil())), Role::Master).is_none());
    }
}
