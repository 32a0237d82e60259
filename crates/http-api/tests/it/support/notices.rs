//! Notices of each kind, and a board that has them.

use domain::people::UserName;
use domain::schedule::{DeliveryId, RunId};
use domain::upload::UploadId;
use ports::driven::{MockNoticeBoard, Notice, NoticeNews, NoticePage, NoticedProduction, NoticedProspect};

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
        Notice {
            production: None,
            ..of(
                "2026-11-20T00:31:00Z",
                false,
                NoticeNews::RunFailed {
                    run: RunId(sample::id(0x841)),
                    task: "backup".to_owned(),
                    error: "pg_dump failed: no space left on device".to_owned(),
                },
            )
        },
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
                prospect: Some(NoticedProspect {
                    break_even_probability: "0.7346".parse().unwrap(),
                    profit_p10_krw: -12_000_000,
                    profit_p90_krw: 34_000_000,
                }),
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
            total: 5,
            unread: 3,
        })
    });
    board.expect_read().returning(|_, _| Ok(()));
}
