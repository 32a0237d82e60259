//! Rights that are withdrawn on one server while the body of a request is on its way to another: nothing is done.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::{id, operations};
use crate::support::{Book, Client, LateRequest, PASSWORD, Season, Server, Site, company, enter, enter_user, until};

/// Two servers on one database, a production with an upload, and a second one to copy from.
struct House {
    site: Site,
    season: Season,
    one: Server,
    other: Server,
    own: Value,
    past: Value,
    destination: Value,
    campaign: Value,
    source: Value,
}

/// What a route is about, which decides who loses it by which withdrawal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// One's own account.
    Account,
    /// The company, or a new thing: for who manages.
    Company,
    /// A production that the path or the body names.
    Production,
    /// A production that the body names, of which only something is told.
    Reading,
    /// Users, messages and sources, which the office keeps.
    Office,
}

/// What a route is about, the route, and a request for it.
type Tried = (About, &'static str, LateRequest);

/// A file that waits for a yes.
const ARRIVAL: &str = "0197c1a0-0000-7000-8000-0000000000a1";
const KEEP_ARRIVAL: &str = "INSERT INTO arrival (id, source_name, state, files, content_key, arrived_at)
    VALUES ('0197c1a0-0000-7000-8000-0000000000a1', '이른 주소', 'held',
            jsonb_build_array(jsonb_build_object('name', 'a.xlsx', 'sha256', repeat('0', 64), 'size', 1)), '\\x00', now())";

/// A source that is off, and is never asked.
fn new_source(name: &str) -> Value {
    json!({
        "name": name, "kind": "url", "productionId": null, "recordDate": "file_name", "schedule": null, "active": false,
        "confirm": "serious", "config": { "url": "https://share.example.com/a.xlsx" },
    })
}

/// A request for this route, whose path may have an id in it.
fn with_json(about: About, route: &'static str, id: Option<&str>, body: &Value) -> Tried {
    let (method, pattern) = route.split_once(' ').unwrap();
    let id = id.unwrap_or_default();
    let path = pattern.replace("{id}", id).replace("{name}", id);
    (about, route, LateRequest::json(method, &path, body))
}

fn of_account() -> Vec<Tried> {
    let password = json!({ "currentPassword": PASSWORD, "newPassword": "another late password" });
    let proof = json!({ "currentPassword": PASSWORD, "code": "000000" });
    let sent = |pattern, body| with_json(About::Account, pattern, None, &body);
    vec![
        sent("PATCH /api/v1/auth/me", json!({ "name": "늦은 이름" })),
        sent("POST /api/v1/auth/password", password),
        sent("POST /api/v1/auth/api-keys", json!({ "name": "늦은 키" })),
        sent("PUT /api/v1/auth/preferences", json!({ "seenRelease": "late" })),
        sent("PUT /api/v1/auth/digest", json!({ "frequency": "daily" })),
        sent(
            "PUT /api/v1/notices/read",
            json!({ "until": "2026-11-20T09:30:00+09:00" }),
        ),
        sent(
            "POST /api/v1/auth/second-factor",
            json!({ "currentPassword": PASSWORD }),
        ),
        // The others need a code, which nobody has yet: they show that the right is asked first.
        sent("POST /api/v1/auth/second-factor/confirm", json!({ "code": "000000" })),
        sent("POST /api/v1/auth/second-factor/recovery-codes", proof.clone()),
        sent("POST /api/v1/auth/second-factor/remove", proof),
    ]
}

impl House {
    async fn new() -> Self {
        let (site, season) = (Site::with(&[("COLLECT_HOSTS", "share.example.com")]), company(1));
        let (one, other) = (site.serve().await, site.serve().await);
        let own = enter(&one, season.play()).await;
        let past = enter(&one, season.musical()).await;
        let destinations = one.get("/api/v1/destinations").await.expect(200);
        let destination = destinations["items"][0].clone();
        let path = format!("/api/v1/productions/{}/campaigns", id(&own));
        let memo = json!({ "from": "2025-02-03", "kind": "memo", "text": "이른 메모" });
        let campaign = one.post(&path, &memo).await.expect(201);
        let source = one.post("/api/v1/collection/sources", &new_source("이른 주소")).await;
        site.execute(KEEP_ARRIVAL).await;
        Self {
            site,
            season,
            one,
            other,
            own,
            past,
            destination,
            campaign,
            source: source.expect(201),
        }
    }

    /// Enters a member who may do everything with both productions.
    async fn member(&self, email: &str) -> Value {
        let granted = json!({
            "productionIds": [self.own["id"], self.past["id"]], "canUpload": true, "canManageProductions": true,
        });
        enter_user(&self.one, email, &granted).await
    }

    /// A request for each route that takes a body and somebody who is signed in. Each would be carried out.
    fn requests(&self, user: &Value) -> Vec<Tried> {
        let parts = [
            of_account(),
            self.of_company(),
            self.of_production(),
            self.of_reading(),
            self.of_users(user),
            self.of_messages(),
            self.of_collection(),
        ];
        parts.into_iter().flatten().collect()
    }

    fn of_company(&self) -> Vec<Tried> {
        let new = json!({ "code": "LATE1", "name": "늦은 공연", "category": "play" });
        let days = json!({ "notes": [{ "date": self.own["saleStart"], "note": "늦은 메모" }] });
        let months = json!({ "notes": [{ "month": "2025-03", "note": "늦은 메모" }] });
        let list = b"code,name,category\nLATE2,another,play\n";
        let sent = |pattern, body| with_json(About::Company, pattern, None, &body);
        vec![
            sent("POST /api/v1/productions", new),
            sent("PUT /api/v1/calendar/notes", days),
            sent("PUT /api/v1/calendar/monthly-notes", months),
            with_json(
                About::Office,
                "PUT /api/v1/layout",
                None,
                &json!({ "sheets": { "performances": "늦은 회차" } }),
            ),
            (
                About::Company,
                "POST /api/v1/productions/import",
                LateRequest::form("/api/v1/productions/import", "list.csv", list),
            ),
        ]
    }

    fn of_production(&self) -> Vec<Tried> {
        let own = id(&self.own);
        let day = &self.own["saleStart"];
        let targets = json!({ "targets": [{ "date": day, "targetKrw": 7 }] });
        let weeks = json!({ "weeks": [{ "weekStart": day, "promotion": "늦은 할인" }] });
        let list = format!("date,target\n{},7\n", day.as_str().unwrap());
        let list_path = format!("/api/v1/productions/{own}/targets/import");
        let campaign_path = format!("/api/v1/productions/{own}/campaigns/{}", id(&self.campaign));
        let book = Book::of(self.season.play(), 1);
        let sent = |pattern, body| with_json(About::Production, pattern, Some(own), &body);
        vec![
            sent("PATCH /api/v1/productions/{id}", json!({ "venue": "늦은 극장" })),
            sent("PUT /api/v1/productions/{id}/targets", targets),
            sent(
                "POST /api/v1/productions/{id}/targets/distribute",
                json!({ "totalKrw": 700, "method": "even" }),
            ),
            sent(
                "POST /api/v1/productions/{id}/targets/copy",
                json!({ "fromProductionId": self.past["id"] }),
            ),
            sent("PUT /api/v1/productions/{id}/marketing-weeks", weeks),
            sent(
                "POST /api/v1/productions/{id}/campaigns",
                json!({ "from": "2025-02-04", "kind": "memo", "text": "늦은 메모" }),
            ),
            (
                About::Production,
                "PATCH /api/v1/productions/{id}/campaigns/{campaignId}",
                LateRequest::json("PATCH", &campaign_path, &json!({ "text": "늦은 글" })),
            ),
            sent(
                "PUT /api/v1/productions/{id}/alert-mutes",
                json!({ "mutes": [{ "kind": "unusual_day", "until": null }] }),
            ),
            sent(
                "PUT /api/v1/productions/{id}/kopis",
                json!({ "kopisIds": ["PF900001"], "genre": "AAAA" }),
            ),
            sent(
                "PUT /api/v1/productions/{id}/layout",
                json!({ "sheets": { "performances": "늦은 회차" } }),
            ),
            (
                About::Production,
                "POST /api/v1/productions/{id}/targets/import",
                LateRequest::form(&list_path, "targets.csv", list.as_bytes()),
            ),
            (
                About::Production,
                "POST /api/v1/uploads",
                LateRequest::form("/api/v1/uploads", &book.name, &book.bytes),
            ),
        ]
    }

    fn of_reading(&self) -> Vec<Tried> {
        let trial = json!({ "productionId": self.own["id"], "costKrw": 1_000_000 });
        let route = "POST /api/v1/reports/what-if";
        vec![with_json(About::Reading, route, None, &trial)]
    }

    fn of_users(&self, user: &Value) -> Vec<Tried> {
        let new = json!({ "email": "late@example.com", "name": "늦은 직원", "productionIds": [self.own["id"]] });
        let change = json!({ "canUpload": true });
        vec![
            with_json(About::Office, "POST /api/v1/users", None, &new),
            with_json(About::Office, "PATCH /api/v1/users/{id}", Some(id(user)), &change),
        ]
    }

    fn of_messages(&self) -> Vec<Tried> {
        let schedule = json!({ "name": "late", "kind": "daily-plays", "cron": "0 9 * * *" });
        let destination = json!({ "name": "늦은 메일", "kind": "mail", "addresses": ["late@example.com"] });
        let sent = |pattern, id, body| with_json(About::Office, pattern, Some(id), &body);
        vec![
            sent("POST /api/v1/schedules", "", schedule),
            sent(
                "PATCH /api/v1/schedules/{name}",
                "daily-plays",
                json!({ "cron": "0 10 * * *" }),
            ),
            sent("POST /api/v1/destinations", "", destination),
            sent(
                "PATCH /api/v1/destinations/{id}",
                id(&self.destination),
                json!({ "name": "늦은 이름" }),
            ),
            sent("POST /api/v1/messages/{name}/send", "daily-plays", json!({})),
        ]
    }

    fn of_collection(&self) -> Vec<Tried> {
        let source = id(&self.source);
        let sent = |pattern, id, body| with_json(About::Office, pattern, Some(id), &body);
        vec![
            sent("POST /api/v1/collection/sources", "", new_source("늦은 주소")),
            sent(
                "PATCH /api/v1/collection/sources/{id}",
                source,
                json!({ "name": "늦은 이름" }),
            ),
            sent("POST /api/v1/collection/sources/{id}/run", source, json!({})),
            sent("POST /api/v1/collection/sources/{id}/test", source, json!({})),
            sent(
                "PUT /api/v1/collection/recipes/{name}",
                "late",
                json!({ "text": "title = \"늦은 절차\"" }),
            ),
            sent(
                "POST /api/v1/collection/arrivals/{id}/discard",
                ARRIVAL,
                json!({ "reason": "늦음" }),
            ),
        ]
    }

    /// Everything that a change leaves behind.
    async fn traces(&self) -> [i64; 3] {
        [
            self.site.count("SELECT count(*) FROM audit_entry").await,
            self.site.count("SELECT version FROM data_version").await,
            self.site.count("SELECT count(*) FROM upload").await,
        ]
    }

    /// Sends the requests that are `wanted` by halves to one server, withdraws something on the other, and sends the rest:
    /// each is answered with this status, and nothing is left of any.
    async fn assert_too_late(
        &self,
        caller: &Client,
        user: &Value,
        wanted: impl Fn(About, &str) -> bool,
        withdraw: impl AsyncFnOnce(),
        status: u16,
    ) {
        let files = self.site.originals();
        let mut late = Vec::new();
        for (about, pattern, request) in self.requests(user) {
            if wanted(about, pattern) {
                late.push(request.begin(caller).await);
            }
        }
        assert!(late.len() > 1);
        withdraw().await;
        let before = self.traces().await;
        for request in late {
            let line = request.line.clone();
            let (told, answer) = request.end().await;
            assert_eq!(told, status, "{line}: {answer}");
        }
        assert_eq!(self.traces().await, before);
        assert_eq!(self.site.originals(), files);
    }
}

/// Whether members may do this; what they may not is for the office to try.
fn for_members(about: About) -> bool {
    about != About::Office
}

#[tokio::test]
async fn nothing_is_done_by_a_body_that_comes_after_the_end_of_its_right() {
    let house = House::new().await;
    let (office, other) = (&house.one, &house.other);
    let here = house.one.as_nobody();

    // Every route that takes a body of somebody who is signed in is among the requests.
    let member = house.member("first@example.com").await;
    let open = ["/auth/register", "/auth/login", "/auth/reset"].map(|path| format!("post /api/v1{path}"));
    let document = office.get("/api/v1/openapi.json").await.expect(200);
    let takes_body = |(method, path): &(String, String)| document["paths"][path][method]["requestBody"].is_object();
    let documented: BTreeSet<_> = operations(office)
        .await
        .into_iter()
        .filter(takes_body)
        .map(|(method, path)| format!("{method} {path}"))
        .filter(|operation| !open.contains(operation))
        .collect();
    let tried: BTreeSet<_> = house
        .requests(&member)
        .into_iter()
        .map(|(_, pattern, _)| {
            let (method, path) = pattern.split_once(' ').unwrap();
            format!("{} {path}", method.to_lowercase())
        })
        .collect();
    assert_eq!(tried, documented);

    let path = format!("/api/v1/users/{}", id(&member));
    let set = async |change: Value| {
        other.patch(&path, &change).await.expect(200);
    };
    let caller = here.sign_in("first@example.com", PASSWORD).await;
    let members = |about, _: &str| for_members(about);
    let on_production = |about, _: &str| matches!(about, About::Production | About::Reading);

    let nothing_granted = async || set(json!({ "productionIds": [] })).await;
    house
        .assert_too_late(&caller, &member, on_production, nothing_granted, 404)
        .await;
    set(json!({ "productionIds": [house.own["id"], house.past["id"]] })).await;
    let nothing_allowed = async || set(json!({ "canUpload": false, "canManageProductions": false })).await;
    let beyond_reading = |about, _: &str| matches!(about, About::Production | About::Company);
    house
        .assert_too_late(&caller, &member, beyond_reading, nothing_allowed, 403)
        .await;
    set(json!({ "canUpload": true, "canManageProductions": true })).await;

    // The session ends: by its owner elsewhere, by a deactivation, by another role.
    let elsewhere = other.as_nobody().sign_in("first@example.com", PASSWORD).await;
    let everywhere = async || {
        let out = elsewhere.post("/api/v1/auth/logout?everywhere=true", &json!({})).await;
        assert_eq!(out.status, 204);
    };
    house.assert_too_late(&caller, &member, members, everywhere, 401).await;
    let caller = here.sign_in("first@example.com", PASSWORD).await;
    let inactive = async || set(json!({ "active": false })).await;
    house.assert_too_late(&caller, &member, members, inactive, 401).await;
    set(json!({ "active": true, "role": "admin" })).await;
    let caller = here.sign_in("first@example.com", PASSWORD).await;
    let target = house.member("second@example.com").await;
    let demoted = async || set(json!({ "role": "member" })).await;
    house.assert_too_late(&caller, &target, |_, _| true, demoted, 401).await;

    // A key ends.
    let caller = here.sign_in("first@example.com", PASSWORD).await;
    let made = caller
        .post("/api/v1/auth/api-keys", &json!({ "name": "키" }))
        .await
        .expect(201);
    let script = here.with_token(made["key"].as_str().unwrap());
    let key = format!("/api/v1/auth/api-keys/{}", id(&made));
    let end_key = async || assert_eq!(caller.delete(&key).await.status, 204);
    house
        .assert_too_late(&script, &member, beyond_reading, end_key, 401)
        .await;

    // And with the right in place each is done, however late its body: but for what one of them does to the others.
    let mut done = 0;
    for (about, pattern, request) in house.requests(&member) {
        if beyond_reading(about, pattern) {
            let (status, answer) = request.begin(&caller).await.end().await;
            assert!((200..300).contains(&status), "{pattern}: {answer}");
            done += 1;
        }
    }
    assert_eq!(done, 16);
}

#[tokio::test]
async fn a_master_who_is_demoted_while_the_body_comes_stays_demoted() {
    let house = House::new().await;
    let fields = json!({ "role": "master" });
    let second = enter_user(&house.one, "second@example.com", &fields).await;
    let caller = house.one.as_nobody().sign_in("second@example.com", PASSWORD).await;
    let path = format!("/api/v1/users/{}", id(&second));
    let back = LateRequest::json("PATCH", &path, &json!({ "role": "master", "active": true }));
    let late = back.begin(&caller).await;
    let demoted = json!({ "role": "member", "active": false });
    house.other.patch(&path, &demoted).await.expect(200);
    let (status, answer) = late.end().await;
    assert_eq!(status, 401, "{answer}");
    let now = house.one.get(&path).await.expect(200);
    assert_eq!((&now["role"], &now["active"]), (&json!("member"), &json!(false)));
}

#[tokio::test]
async fn a_kept_answer_is_given_again_only_to_who_sees_what_it_is_about() {
    let house = House::new().await;
    let member = house.member("member@example.com").await;
    let caller = house.other.as_nobody().sign_in("member@example.com", PASSWORD).await;
    let create = async || {
        let new = json!({ "code": "ONCE", "name": "한 번", "category": "play" });
        let request = caller.request(reqwest::Method::POST, "/api/v1/productions");
        let request = request.header("idempotency-key", "the-key").json(&new);
        crate::support::answer(request).await.unwrap()
    };
    let created = create().await.expect(201);
    assert_eq!(create().await.expect(201)["id"], created["id"]);
    let path = format!("/api/v1/users/{}", id(&member));
    house
        .one
        .patch(&path, &json!({ "productionIds": [] }))
        .await
        .expect(200);
    // Within a second on the other server.
    let refused = until("the grant is gone", Duration::from_secs(2), async || {
        let answer = create().await;
        (answer.status != 201).then_some(answer)
    });
    assert_eq!(refused.await.expect(404)["code"], "not-found");
}
