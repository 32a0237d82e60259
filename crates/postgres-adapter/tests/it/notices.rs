use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Visible;
use domain::people::UserId;
use domain::production::ProductionId;
use ports::driven::{Notice, NoticeBoard, NoticeNews, NoticeQuery, NoticedProspect};
use ports::paging::Paging;

use crate::support::{Storage, instant, sold};

/// What happens happens now, by the clock of the database.
fn query(reader: UserId, visible: Visible) -> NoticeQuery {
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    NoticeQuery {
        reader,
        visible,
        deliveries: false,
        after: now - TimeDelta::days(36_500),
        until: now + TimeDelta::days(36_500),
        paging: Paging::default(),
    }
}

async fn notices(storage: &Storage, query: &NoticeQuery) -> Vec<Notice> {
    storage.notices.list(query).await.unwrap().items
}

fn kinds(notices: &[Notice]) -> Vec<String> {
    let kind = |notice: &Notice| match &notice.news {
        NoticeNews::Arrived { record_date, .. } => format!("arrived {record_date}"),
        NoticeNews::Alert { title, .. } => format!("alert {title}"),
        NoticeNews::Changed { action, .. } => action.clone(),
        NoticeNews::DeliveryFailed { title, .. } => format!("failed {title}"),
        NoticeNews::RunFailed { task, error, .. } => format!("run of {task}: {error}"),
        NoticeNews::Source { kind, name, .. } => format!("{} {name}", kind.code()),
    };
    let mut kinds: Vec<_> = notices.iter().map(kind).collect();
    kinds.sort();
    kinds
}

async fn house() -> (Storage, ProductionId, ProductionId, UserId) {
    let storage = Storage::new();
    let own = storage.enter_play("PL1").await;
    let other = storage.enter_play("PL2").await;
    let reader = storage.enter_member("reader@example.com").await.id;
    storage.upload(own, "2026-11-18", &sold(10_000)).await;
    storage.upload(other, "2026-11-17", &sold(10_000)).await;
    let alerts = format!(
        "INSERT INTO alert (id, production_id, kind, found_at, title, text)
         VALUES (gen_random_uuid(), '{own}', 'unusual_day', now(), 'own', 'why'),
                (gen_random_uuid(), '{other}', 'unusual_day', now(), 'other', 'why')"
    );
    storage.execute(&alerts).unwrap();
    let failed = format!(
        "INSERT INTO delivery (id, cause, kind, channel, receiver_key, receiver_name, about, is_named, subject, text, parts,
                               state, tried_since, created_at, finished_at)
         VALUES (gen_random_uuid(), 'a', 'alert', 'slack', 'b', 'Slack', ARRAY['{other}'::uuid], false, 'subject', '', '[]',
                 'failed', now(), now(), now())"
    );
    storage.execute(&failed).unwrap();
    let run =
        "INSERT INTO schedule_run (id, schedule_name, kind, slot, trigger, state, created_at, finished_at, last_error)
               VALUES (gen_random_uuid(), 'backup', 'backup', now(), 'schedule', 'failed', now(), now(), 'no room'),
                      (gen_random_uuid(), 'check', 'check', now(), 'schedule', 'done', now(), now(), NULL)";
    storage.execute(run).unwrap();
    (storage, own, other, reader)
}

#[tokio::test]
async fn notices_are_of_the_productions_that_the_reader_sees() {
    let (storage, own, _, reader) = house().await;
    let seen = notices(&storage, &query(reader, Visible::Only([own].into()))).await;
    assert_eq!(kinds(&seen), ["alert own", "arrived 2026-11-18", "production.created"]);
    assert!(seen.iter().all(|notice| notice.production.as_ref().unwrap().id == own));
    assert_eq!(notices(&storage, &query(reader, Visible::default())).await, []);
    let office = NoticeQuery {
        deliveries: true,
        ..query(reader, Visible::All)
    };
    let told = notices(&storage, &office).await;
    assert_eq!(told.len(), 8);
    assert!(
        kinds(&told).contains(&"run of backup: no room".to_owned()),
        "{:?}",
        kinds(&told)
    );
}

#[tokio::test]
async fn what_one_did_oneself_and_what_is_older_is_no_news() {
    let (storage, own, _, reader) = house().await;
    for own in [
        format!("UPDATE upload SET uploaded_by = '{reader}'"),
        format!("UPDATE audit_entry SET user_id = '{reader}'"),
    ] {
        storage.execute(&own).unwrap();
    }
    let all = query(reader, Visible::Only([own].into()));
    assert_eq!(kinds(&notices(&storage, &all).await), ["alert own"]);
    let later = NoticeQuery {
        after: DateTime::<Utc>::from(std::time::SystemTime::now()) + TimeDelta::hours(1),
        ..all
    };
    assert_eq!(notices(&storage, &later).await, []);
}

#[tokio::test]
async fn reading_never_goes_back() {
    let (storage, own, _, reader) = house().await;
    let all = query(reader, Visible::Only([own].into()));
    let newest = notices(&storage, &all)
        .await
        .iter()
        .map(|notice| notice.at)
        .max()
        .unwrap();
    storage.notices.read(reader, newest).await.unwrap();
    storage
        .notices
        .read(reader, instant() - TimeDelta::days(1))
        .await
        .unwrap();
    let page = storage.notices.list(&all).await.unwrap();
    assert_eq!((page.total, page.unread), (3, 0));
    assert!(page.items.iter().all(|notice| notice.is_read));
    storage
        .execute("UPDATE alert SET found_at = found_at + interval '1 hour'")
        .unwrap();
    let page = storage.notices.list(&all).await.unwrap();
    assert_eq!((page.unread, page.items[0].is_read), (1, false));
}

#[tokio::test]
async fn what_arrived_comes_with_the_forecast_that_was_kept_of_it() {
    let (storage, own, _, reader) = house().await;
    let all = query(reader, Visible::Only([own].into()));
    let prospects = async || {
        let prospect = |notice: Notice| match notice.news {
            NoticeNews::Arrived { prospect, .. } => Some(prospect),
            _ => None,
        };
        let told = notices(&storage, &all).await;
        told.into_iter().filter_map(prospect).collect::<Vec<_>>()
    };
    assert_eq!(prospects().await, [None], "before there is one");
    let kept = |hash: &str, minutes: i64, probability: &str| {
        format!(
            "INSERT INTO forecast (snapshot_id, params_hash, production_id, origin, method, computed_at, past_productions,
                                   confidence, sold_seats, sellable_seats, seats_p10, seats_p90, straight_line_seats,
                                   revenue_krw, revenue_p10_krw, revenue_p90_krw, straight_line_krw, break_even_krw,
                                   break_even_probability)
             SELECT s.id, '{hash}', s.production_id, '2026-11-18', 'bands-1', now() + make_interval(mins => {minutes}), 0,
                    'own', 1, 9, 1, 9, 9, 100, 400, 900, 100, 600, {probability}
             FROM snapshot s WHERE s.production_id = '{own}'"
        )
    };
    storage.execute(&kept("older", 0, "0.5")).unwrap();
    storage.execute(&kept("newer", 5, "0.73456")).unwrap();
    let newest = NoticedProspect {
        break_even_probability: "0.7346".parse().unwrap(),
        profit_p10_krw: -200,
        profit_p90_krw: 300,
    };
    assert_eq!(prospects().await, [Some(newest)]);
    storage.execute("UPDATE upload SET status = 'superseded'").unwrap();
    assert_eq!(prospects().await, [None], "it is not live any more");
}
