//! KOPIS as a server on loopback answers it: figures, errors, pages, silence.

mod server;

use std::time::Duration;

use domain::calendar::DateRange;
use domain::market::Genre;
use kopis::{KopisApi, KopisSettings};
use ports::driven::{Kopis, KopisError, ShowQuery};

use server::{Answer, Server};

const KEY: &str = "a key/of+ours";
const BOX: &str = "<box-statsofs><boxStatsof><catenm>뮤지컬</catenm><prfcnt>12</prfcnt><prfdtcnt>30</prfdtcnt><ntssnmrssm>1,200</ntssnmrssm>\
    <cancelnmrssm>200</cancelnmrssm><totnmrssm>1,000</totnmrssm><ntssamountsm>64,000,000</ntssamountsm></boxStatsof>\
    <boxStatsof><catenm>합계</catenm><prfcnt>12</prfcnt><prfdtcnt>30</prfdtcnt><ntssnmrssm>1,200</ntssnmrssm>\
    <cancelnmrssm>200</cancelnmrssm><totnmrssm>1,000</totnmrssm><ntssamountsm>64,000,000</ntssamountsm></boxStatsof></box-statsofs>";

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn api(server: &Server) -> KopisApi {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let settings = KopisSettings {
        base_url: format!("http://{}/openApi/restful/", server.authority),
        key: KEY.to_owned(),
    };
    assert!(!format!("{settings:?}").contains(KEY));
    KopisApi::with_patience(&settings, Duration::from_millis(500)).unwrap()
}

/// What a call ends with.
async fn failed(answer: Answer) -> KopisError {
    let server = Server::answering(answer).await;
    let error = api(&server).bookings(day("2026-11-29")).await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(!told.contains("ours") && !told.contains("127.0.0.1"), "{told}");
    error
}

#[tokio::test]
async fn bookings_are_asked_for_by_day_and_the_total_is_none() {
    let server = Server::answering(Answer::With(200, BOX.to_owned())).await;
    let read = api(&server).bookings(day("2026-11-29")).await.unwrap();
    assert_eq!(read.len(), 1);
    assert_eq!(
        (read[0].genre.code(), read[0].bookings.amount_krw),
        ("GGGA", 64_000_000)
    );
    let asked = server.asked();
    assert_eq!(
        asked,
        ["GET /openApi/restful/boxStatsCate?service=a+key%2Fof%2Bours&stdate=20261129&eddate=20261129 HTTP/1.1"]
    );
}

#[tokio::test]
async fn shows_are_asked_for_by_page() {
    let body = "<dbs><db><mt20id>PF1</mt20id><prfnm>달빛 정원</prfnm><prfpdfrom>2026.11.01</prfpdfrom><prfpdto>2026.12.31</prfpdto>\
        <genrenm>뮤지컬</genrenm></db><db><mt20id>../etc</mt20id></db></dbs>";
    let server = Server::answering(Answer::With(200, body.to_owned())).await;
    let query = ShowQuery {
        days: DateRange::new(day("2026-11-01"), day("2026-12-01")).unwrap(),
        genre: Genre::known("GGGA"),
        name: Some("달빛 정원".to_owned()),
    };
    let (shows, rows) = api(&server).shows(&query, 2).await.unwrap();
    assert_eq!((shows.len(), rows, shows[0].kopis_id.as_str()), (1, 2, "PF1"));
    let asked = server.asked().remove(0);
    assert!(
        asked.contains("stdate=20261101&eddate=20261201&cpage=2&rows=100&shcate=GGGA&shprfnm=%EB%8B%AC"),
        "{asked}"
    );
}

#[tokio::test]
async fn ranks_are_of_one_day() {
    let body = "<boxofs><boxof><rnum>2</rnum><mt20id>PF2</mt20id><prfnm>b</prfnm></boxof>\
        <boxof><rnum>1</rnum><mt20id>PF1</mt20id><prfnm>a</prfnm><prfpd>2026.11.01~2026.12.31</prfpd></boxof></boxofs>";
    let server = Server::answering(Answer::With(200, body.to_owned())).await;
    let ranks = api(&server)
        .ranks(&Genre::known("GGGA").unwrap(), day("2026-11-29"))
        .await
        .unwrap();
    assert_eq!(ranks.iter().map(|show| show.rank).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(ranks[0].to, Some(day("2026-12-31")));
}

#[tokio::test]
async fn errors_are_errors_whatever_their_status_is() {
    let told = format!("<dbs><db><returncode>02</returncode><errmsg>{KEY} IS NOT REGISTERED</errmsg></db></dbs>");
    for status in [200, 401, 500] {
        let error = failed(Answer::With(status, told.clone())).await;
        assert_eq!(error, KopisError::Rejected("02 •••• IS NOT REGISTERED".to_owned()));
    }
}

#[tokio::test]
async fn every_other_answer_says_whether_to_try_again() {
    let page = "<!DOCTYPE html><html><body>비정상적인 접근입니다.</body></html>";
    assert_eq!(failed(Answer::With(200, page.to_owned())).await, KopisError::Page);
    assert_eq!(failed(Answer::With(302, page.to_owned())).await, KopisError::Page);
    for status in [401, 403, 429] {
        assert_eq!(
            failed(Answer::With(status, page.to_owned())).await,
            KopisError::Refused(status)
        );
    }
    assert_eq!(failed(Answer::With(404, "{}".to_owned())).await, KopisError::Gone);
    assert!(matches!(
        failed(Answer::With(503, page.to_owned())).await,
        KopisError::Passing(_)
    ));
    assert!(matches!(
        failed(Answer::With(400, page.to_owned())).await,
        KopisError::Unreadable(_)
    ));
    let cut = BOX[..BOX.len() * 2 / 3].to_owned();
    assert!(matches!(failed(Answer::With(200, cut)).await, KopisError::Passing(_)));
    assert!(matches!(
        failed(Answer::With(200, String::new())).await,
        KopisError::Passing(_)
    ));
}

#[tokio::test]
async fn neither_silence_nor_an_endless_answer_holds_anybody_up() {
    assert!(matches!(failed(Answer::Silence).await, KopisError::Passing(_)));
    let endless = failed(Answer::Endless).await;
    assert!(
        matches!(&endless, KopisError::Unreadable(_) | KopisError::Passing(_)),
        "{endless:?}"
    );
    let gone = Server::answering(Answer::Silence).await;
    let api = api(&gone);
    drop(gone);
    let error = api.bookings(day("2026-11-29")).await.unwrap_err();
    assert!(matches!(error, KopisError::Passing(_)), "{error:?}");
}
