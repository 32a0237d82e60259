//! A schedule, a destination, a run and a delivery, and desks that know them.

use std::sync::Arc;

use domain::message::{Message, MessageKind};
use domain::people::{Email, UserName};
use domain::schedule::{
    Cron, DeliveryId, DeliveryState, Destination, DestinationId, DestinationKind, Productions, RunId, RunState,
    Schedule, ScheduleId, Task, Trigger,
};
use ports::driven::{Attachment, Content, Delivery, DeliveryCounts, Receiver, Run, ScheduleStanding, Versions};
use ports::driving::{
    CommentTopic, CommentaryRecord, Composed, DropReason, DroppedComment, MessagePreview, MockDestinationDesk,
    MockMessageDesk, MockScheduleDesk, Rendering, ScheduleError,
};
use serde_json::json;

use super::{page_of, people, sample};

pub(crate) fn standing() -> ScheduleStanding {
    ScheduleStanding {
        schedule: Schedule {
            id: ScheduleId(sample::id(0x701)),
            name: "daily-plays".parse().unwrap(),
            task: Task::Message(MessageKind::DailyPlays),
            cron: Cron::parse("0 14 * * *").unwrap(),
            productions: Productions::AllActive,
            destinations: vec![destination().id],
            attaches_xlsx: true,
            paused_at: None,
            considered_until: sample::instant("2026-11-20T01:00:00Z"),
            revision: 3,
        },
        last_run: Some(run()),
    }
}

pub(crate) fn run() -> Run {
    Run {
        id: RunId(sample::id(0x711)),
        schedule: Some(ScheduleId(sample::id(0x701))),
        schedule_name: Some("daily-plays".parse().unwrap()),
        task: Task::Message(MessageKind::DailyPlays),
        slot: sample::instant("2026-11-19T05:00:00Z"),
        trigger: Trigger::Schedule,
        state: RunState::Done,
        requested_by: None,
        failures: 0,
        interruptions: 0,
        next_attempt_at: None,
        created_at: sample::instant("2026-11-19T05:00:01Z"),
        finished_at: Some(sample::instant("2026-11-19T05:00:03Z")),
        last_error: None,
        deliveries: DeliveryCounts {
            sent: 1,
            ..DeliveryCounts::default()
        },
    }
}

/// A run that an admin asked for.
pub(crate) fn requested_run() -> Run {
    let admin = people::master();
    Run {
        slot: sample::instant("2026-11-20T01:00:00Z"),
        trigger: Trigger::Manual,
        state: RunState::Due,
        requested_by: Some(UserName {
            id: admin.id,
            name: admin.name,
        }),
        created_at: sample::instant("2026-11-20T01:00:00Z"),
        finished_at: None,
        deliveries: DeliveryCounts::default(),
        ..run()
    }
}

pub(crate) fn destination() -> Destination {
    Destination {
        id: DestinationId(sample::id(0x721)),
        name: "매니저 메일".to_owned(),
        kind: DestinationKind::Mail,
        addresses: vec![Email::parse("member@example.com").unwrap()],
        productions: Productions::Named(vec![sample::production_id(1)]),
        takes_alerts: true,
        takes_snapshots: false,
        has_address: true,
        has_secret: false,
        revision: 5,
    }
}

pub(crate) fn delivery() -> Delivery {
    Delivery {
        id: DeliveryId(sample::id(0x731)),
        cause: "run:1".to_owned(),
        run: Some(run().id),
        kind: "daily-plays".to_owned(),
        slot: Some(run().slot),
        receiver: Receiver {
            destination: Some(destination().id),
            kind: DestinationKind::Mail,
            production: None,
            address: Some(Email::parse("member@example.com").unwrap()),
            user: None,
            name: "매니저 메일".to_owned(),
        },
        about: vec![sample::production_id(1)],
        is_named: true,
        content: Content {
            subject: "연극·뮤지컬 일일 보고".to_owned(),
            text: "두 번째 편지: 어제 1,250,000원".to_owned(),
            html: Some("<p>두 번째 편지: 어제 1,250,000원</p>".to_owned()),
            parts: Vec::new(),
            attachments: vec![Attachment {
                file_name: "plays-daily-brief_2026-11-19.xlsx".to_owned(),
                media_type: reporting::XLSX.to_owned(),
                bytes: Arc::from(*b"PK\x03\x04"),
            }],
        },
        parts_sent: 0,
        state: DeliveryState::Failed,
        reason: Some("mail_server".to_owned()),
        last_error: Some("the mail server answered 554".to_owned()),
        failures: 1,
        interruptions: 0,
        tried_since: sample::instant("2026-11-19T05:00:03Z"),
        next_attempt_at: None,
        created_at: sample::instant("2026-11-19T05:00:03Z"),
        finished_at: Some(sample::instant("2026-11-19T05:00:04Z")),
    }
}

fn pending() -> Delivery {
    Delivery {
        state: DeliveryState::Pending,
        reason: None,
        last_error: None,
        failures: 0,
        finished_at: None,
        ..delivery()
    }
}

fn preview() -> MessagePreview {
    MessagePreview {
        as_of: sample::day("2026-11-20"),
        composed: Composed {
            message: Message::new("연극·뮤지컬 일일 보고", "두 번째 편지: 어제 1,250,000원"),
            is_empty: false,
            commentary: CommentaryRecord {
                added: 2,
                by_model: true,
                dropped: vec![DroppedComment {
                    topic: CommentTopic::Profit,
                    reason: DropReason::UnsupportedNumber,
                }],
            },
            versions: Versions::default(),
        },
        rendering: Rendering {
            subject: "연극·뮤지컬 일일 보고".to_owned(),
            text: "두 번째 편지: 어제 1,250,000원".to_owned(),
            html: "<p>두 번째 편지: 어제 1,250,000원</p>".to_owned(),
            slack: vec![json!({ "text": "두 번째 편지: 어제 1,250,000원" })],
        },
    }
}

pub(crate) fn know_schedules(desk: &mut MockScheduleDesk) {
    desk.expect_list().returning(|| Ok(vec![standing()]));
    desk.expect_read().returning(|name| {
        let standing = standing();
        let is_there = name == standing.schedule.name.as_str();
        is_there.then_some(standing).ok_or(ScheduleError::Unknown("schedule"))
    });
    desk.expect_create().returning(|_, _| Ok(standing()));
    desk.expect_change().returning(|_, _, _| Ok(standing()));
    desk.expect_delete().returning(|_, _| Ok(()));
    desk.expect_pause().returning(|_, _| Ok(standing()));
    desk.expect_resume().returning(|_, _| Ok(standing()));
    desk.expect_run().returning(|_, _| Ok(requested_run()));
    desk.expect_runs().returning(|_| Ok(page_of(run())));
    desk.expect_upcoming().returning(|schedule, count| {
        let after = sample::instant("2026-11-20T01:00:00Z");
        schedule.upcoming(after).take(count).collect()
    });
}

pub(crate) fn know_destinations(desk: &mut MockDestinationDesk) {
    desk.expect_list().returning(|| Ok(vec![destination()]));
    desk.expect_read().returning(|id| {
        let destination = destination();
        let is_there = id == destination.id;
        is_there
            .then_some(destination)
            .ok_or(ScheduleError::Unknown("destination"))
    });
    desk.expect_create().returning(|_, _| Ok(destination()));
    desk.expect_change().returning(|_, _, _| Ok(destination()));
    desk.expect_delete().returning(|_, _| Ok(()));
    desk.expect_test().returning(|_, _| Ok(vec![pending()]));
}

pub(crate) fn know_messages(desk: &mut MockMessageDesk) {
    desk.expect_preview().returning(|_, _, _| Ok(preview()));
    desk.expect_send().returning(|_, _, _| Ok(vec![pending()]));
    desk.expect_deliveries().returning(|_| Ok(page_of(delivery())));
    desk.expect_delivery().returning(|id| {
        let is_there = id == delivery().id;
        is_there.then(delivery).ok_or(ScheduleError::Unknown("delivery"))
    });
    desk.expect_retry().returning(|_, _| Ok(pending()));
}
