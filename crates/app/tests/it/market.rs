//! The market as a server reads it from a KOPIS on loopback: figures to the won, whatever dress they come in; and what it does
//! when KOPIS does not want to.

mod kopis;

use std::time::Duration;

use serde_json::{Value, json};

use self::kopis::{Dress, Mood, StandIn, amount_krw, through};
use crate::support::{Client, MINUTE, Site, until, user};

fn site(kopis: &StandIn) -> Site {
    Site::with(&[
        ("KOPIS_API_KEY", kopis::KEY),
        ("KOPIS_BASE_URL", &kopis.url()),
        ("KOPIS_PAUSE_MS", "20"),
        ("KOPIS_HISTORY_DAYS", "40"),
    ])
}

async fn read(client: &Client) {
    client.post("/api/v1/schedules/kopis/run", &json!({})).await.expect(202);
}

async fn genres(client: &Client) -> Value {
    client.get("/api/v1/reports/market/genres?genre=GGGA").await.expect(200)
}

/// Has the market read until the answer is as wished.
async fn read_until(client: &Client, is_as_wished: impl Fn(&Value) -> bool) -> Value {
    read(client).await;
    until("the market is read", MINUTE, async || {
        let answer = genres(client).await;
        if is_as_wished(&answer) {
            return Some(answer);
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        read(client).await;
        None
    })
    .await
}

async fn musical(client: &Client) -> Value {
    let production = json!({
        "code": "MU1", "name": "뮤지컬 달빛 정원", "category": "musical", "venue": "가온예술극장",
        "runStart": kopis::ago(20), "runEnd": kopis::ago(-60),
    });
    client.post("/api/v1/productions", &production).await.expect(201)
}

fn is_whole(answer: &Value) -> bool {
    answer["market"]["through"] == json!(through()) && answer["items"][0]["knownDays"] == 30
}

/// Every day of the answer as the stand-in told it.
fn agrees(answer: &Value, corrected: i64) {
    let days = answer["items"][0]["days"].as_array().unwrap();
    assert_eq!(days.len(), 30);
    for of in days {
        let day = of["day"].as_str().unwrap().parse().unwrap();
        let extra = if day == kopis::ago(3) { corrected } else { 0 };
        assert_eq!(of["amountKrw"], amount_krw("GGGA", day) + extra, "{of}");
    }
}

#[tokio::test]
async fn figures_are_those_of_kopis_and_stay_when_it_is_away() {
    let kopis = StandIn::start().await;
    let site = site(&kopis);
    let server = site.serve().await;
    let production = musical(&server).await;
    let run = async || {
        let run = server.post("/api/v1/schedules/kopis/run", &json!({})).await.expect(202);
        run["id"].clone()
    };
    assert_eq!(run().await, run().await, "one run does for whoever asks meanwhile");
    let answer = read_until(&server, is_whole).await;
    agrees(&answer, 0);
    assert_eq!(
        answer["market"]["attribution"],
        "출처: KOPIS 공연예술통합전산망 / 예술경영지원센터"
    );
    assert!(
        kopis.asked().iter().all(|path| !path.contains("prfsts")),
        "figures by performance day count otherwise"
    );

    let path = format!("/api/v1/productions/{}/kopis", production["id"].as_str().unwrap());
    assert_eq!(
        server.get(&path).await.expect(200)["kopisIds"],
        json!([]),
        "nothing is matched by itself"
    );
    let found = server.get(&format!("{path}/suggestions")).await.expect(200);
    assert_eq!(found["suggestions"][0]["kopisId"], "PF900001");
    let body = json!({ "kopisIds": ["PF900001"], "genre": "GGGA" });
    server.put(&path, &body).await.expect(200);
    let ranks = server.get("/api/v1/reports/market/rank").await.expect(200);
    assert_eq!(ranks["items"][0]["latestRank"], 2, "{ranks}");
    assert_eq!(ranks["top"][0]["shows"][1]["productionCode"], "MU1");
    let openings = server.get("/api/v1/reports/market/openings").await.expect(200);
    let ids: Vec<_> = openings["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["kopisId"].clone())
        .collect();
    assert_eq!(ids, [json!("PF900002")]);
    assert_eq!(openings["items"][0]["beside"], json!(["MU1"]));

    for (corrected, dress) in [(1_500_000, Dress::Upper), (2_500_000, Dress::Plain)] {
        kopis.correct(kopis::ago(3), corrected);
        kopis.wear(dress);
        let is_corrected = |answer: &Value| {
            let days = answer["items"][0]["days"].as_array().unwrap();
            let krw = amount_krw("GGGA", kopis::ago(3)) + corrected;
            days.iter().any(|of| of["corrected"] == true && of["amountKrw"] == krw)
        };
        agrees(&read_until(&server, is_corrected).await, corrected);
    }

    for (mood, state) in [
        (Mood::Cut, "failing"),
        (Mood::Status(503), "failing"),
        (Mood::Page, "blocked"),
    ] {
        kopis.be(mood);
        let answer = read_until(&server, |answer| answer["market"]["state"] == state).await;
        agrees(&answer, 2_500_000);
        if state == "failing" {
            kopis.be(Mood::Well);
            read_until(&server, |answer| answer["market"]["state"] == "ok").await;
        }
    }
    kopis.be(Mood::Well);
    let asked = kopis.asked().len();
    read(&server).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(kopis.asked().len(), asked, "it wants to be left alone");
    let metrics = server.get("/metrics").await;
    let metrics = String::from_utf8(metrics.bytes).unwrap();
    assert!(metrics.contains("fullhouse_kopis_budget_left"), "{metrics}");
    let dump = site.program(&["report", "market/genres"]).run();
    assert!(!metrics.contains(kopis::KEY) && !dump.stdout().contains(kopis::KEY));
}

#[tokio::test]
async fn a_key_that_is_refused_is_used_once_until_there_is_another() {
    let kopis = StandIn::start().await;
    kopis.be(Mood::KeyRejected);
    let site = site(&kopis);
    let server = site.serve().await;
    musical(&server).await;
    let is_refused = |answer: &Value| answer["market"]["state"] == "key_rejected";
    read_until(&server, is_refused).await;
    read(&server).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(kopis.asked().len(), 1);
}

#[tokio::test]
async fn without_a_key_the_market_is_off_and_nothing_is_fetched() {
    let site = Site::new();
    let server = site.serve().await;
    musical(&server).await;
    read(&server).await;
    let answer = genres(&server).await;
    assert_eq!(
        (&answer["market"]["state"], &answer["items"]),
        (&json!("off"), &json!([]))
    );
    let nobody_granted = user(&server, "member@example.com", &json!({ "productionIds": [] })).await;
    for report in ["genres", "openings", "rank", "index"] {
        let answer = nobody_granted
            .get(&format!("/api/v1/reports/market/{report}"))
            .await
            .expect(200);
        assert_eq!(answer["items"], json!([]), "{report}");
    }
}
