use chrono::{DateTime, Utc};
use domain::alert::{AlertId, AlertKind};
use domain::calendar::{in_kst, parse_day};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::schedule::{DeliveryId, DigestFrequency, RunId};
use domain::upload::UploadId;
use ports::driven::{Notice, NoticeNews, NoticedProduction, NoticedProspect};
use ports::driving::{Digest, Messages};
use uuid::Uuid;

use crate::support::{Company, check_limits};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn notices() -> Vec<Notice> {
    let production = NoticedProduction {
        id: ProductionId(Uuid::nil()),
        code: "MU2611".parse().unwrap(),
        name: "봄밤의 <왈츠>".to_owned(),
    };
    let by = Some(UserName {
        id: UserId(Uuid::nil()),
        name: "member".to_owned(),
    });
    let news = [
        NoticeNews::Alert {
            alert: AlertId(Uuid::nil()),
            kind: AlertKind::WorkbookMissing,
            title: "자료 미도착: 봄밤의 <왈츠>".to_owned(),
            text: String::new(),
        },
        NoticeNews::Arrived {
            upload: UploadId(Uuid::nil()),
            record_date: parse_day("2026-11-18").unwrap(),
            by: by.clone(),
            prospect: Some(NoticedProspect {
                break_even_probability: "0.7346".parse().unwrap(),
                profit_p10_krw: -12_000_000,
                profit_p90_krw: 34_000_000,
            }),
        },
        NoticeNews::Changed {
            entry: 5,
            action: "targets.set".to_owned(),
            by,
        },
        NoticeNews::DeliveryFailed {
            delivery: DeliveryId(Uuid::nil()),
            kind: "daily-plays".to_owned(),
            title: "연극·뮤지컬 일일 브리핑".to_owned(),
            receiver: "회사 Slack".to_owned(),
            about: Vec::new(),
        },
        NoticeNews::RunFailed {
            run: RunId(Uuid::nil()),
            task: "backup".to_owned(),
            error: "pg_dump failed: no space left on device".to_owned(),
        },
    ];
    let notice = |news| Notice {
        at: at("2026-11-19T01:00:00Z"),
        is_read: false,
        production: Some(production.clone()),
        news,
    };
    news.map(notice).to_vec()
}

fn digest(notices: Vec<Notice>, left_out: i64) -> Digest {
    Digest {
        frequency: DigestFrequency::Daily,
        as_of: in_kst(at("2026-11-19T23:00:00Z")),
        notices,
        left_out,
    }
}

#[test]
fn a_digest_tells_what_happened_by_what_it_is() {
    let messages = Company::usual().composer(None);
    let rendering = messages.render(&messages.digest(&digest(notices(), 0)));
    insta::assert_snapshot!("digest", format!("{}\n\n{}", rendering.subject, rendering.text));
    assert!(rendering.html.contains("봄밤의 &lt;왈츠&gt;"), "{}", rendering.html);
    rendering.slack.iter().for_each(check_limits);
}

#[test]
fn a_long_digest_says_how_much_more_there_is() {
    let messages = Company::usual().composer(None);
    let many: Vec<_> = (0..50).flat_map(|_| notices()).collect();
    let text = messages.render(&messages.digest(&digest(many, 7))).text;
    assert!(text.contains("외 10건"), "{text}");
    assert!(text.contains("소식 7건은"), "{text}");
}
