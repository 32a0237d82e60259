//! Notices of each kind, and a board that has them.

use domain::people::UserName;
use domain::schedule::DeliveryId;
use domain::upload::UploadId;
use ports::driven::{MockNoticeBoard, Notice, NoticeNews, NoticePage, NoticedProduction};

use super::{alerts, people, sample};

fn notices() -> Vec<Notice> {
    let master = people::master();
    let by = Some(UserName {
        id: master.id,
        name: master.name,
    });
    let production = NoticedProduction {
        id: sample::production_id(1),
        code: "PL2611".parse().unwrap(),
        name: "두 번째 편지".to_owned(),
    };
    let alert = alerts::alert().alert;
    let of = |at: &str, is_read, news| Notice {
        at: sample::instant(at),
        is_read,
        production: Some(production.clone()),
        news,
    };
    vec![
        of(
            "2026-11-20T00:30:00Z",
            false,
            NoticeNews::Alert {
                alert: alert.id,
                kind: alert.kind,
                title: alert.title,
                text: alert.text,
            },
        ),
        of(
            "2026-11-20T00:29:00Z",
            false,
            NoticeNews::Arrived {
                upload: UploadId(sample::id(0x101)),
                record_date: sample::day("2026-11-19"),
                by: by.clone(),
            },
        ),
        of(
            "2026-11-19T08:00:00Z",
            true,
            NoticeNews::Changed {
                entry: 512,
                action: "targets.set".to_owned(),
                by,
            },
        ),
        Notice {
            production: None,
            ..of(
                "2026-11-19T05:00:04Z",
                true,
                NoticeNews::DeliveryFailed {
                    delivery: DeliveryId(sample::id(0x731)),
                    kind: "daily-plays".to_owned(),
                    title: "연극·뮤지컬 일일 보고".to_owned(),
                    receiver: "매니저 메일".to_owned(),
                    about: vec![sample::production_id(1)],
                },
            )
        },
    ]
}

pub(crate) fn know_notices(board: &mut MockNoticeBoard) {
    board.expect_list().returning(|_| {
        Ok(NoticePage {
            items: notices(),
            total: 4,
            unread: 2,
        })
    });
    board.expect_read().returning(|_, _| Ok(()));
}
