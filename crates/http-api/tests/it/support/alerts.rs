//! An alert and a mute, and a desk that knows them.

use domain::alert::{AlertId, AlertKind};
use domain::people::UserName;
use ports::driven::{Alert, ListedAlert, Mute};
use ports::driving::MockAlertDesk;

use super::{page_of, people, sample};

pub(crate) fn alert() -> ListedAlert {
    ListedAlert {
        alert: Alert {
            id: AlertId(sample::id(0x801)),
            kind: AlertKind::BreakEvenReached,
            production: sample::production_id(1),
            found_at: sample::instant("2026-11-20T00:30:00Z"),
            title: "손익분기 도달: 두 번째 편지".to_owned(),
            text: "기준일 11/19(목)에 매출이 손익분기 250,000,000원에 이르렀습니다.".to_owned(),
        },
        production_code: "PL2611".parse().unwrap(),
        production_name: "두 번째 편지".to_owned(),
    }
}

pub(crate) fn mute() -> Mute {
    let master = people::master();
    Mute {
        kind: AlertKind::UnusualDay,
        until: sample::instant("2026-11-27T00:00:00Z"),
        by: Some(UserName {
            id: master.id,
            name: master.name,
        }),
    }
}

pub(crate) fn know_alerts(desk: &mut MockAlertDesk) {
    desk.expect_list().returning(|_| Ok(page_of(alert())));
    desk.expect_mutes().returning(|_| Ok(vec![mute()]));
    desk.expect_mute().returning(|_, _, _| Ok(vec![mute()]));
}
