//! Every route, called by every kind of caller: who is let in, what is hidden, and what no answer may tell.

mod going_out;
mod hidden;
mod late;

use std::collections::BTreeMap;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::support::{Answer, Book, Client, Server, Site, answer, company, enter, user};

/// What the contract says of a caller and a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// Nobody is signed in.
    Unauthenticated,
    Forbidden,
    Hidden,
    /// Through to the form, which is wrong here, so that nothing is changed.
    Admitted,
}

/// A caller: one row of the table of permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Nobody,
    Deactivated,
    WithoutGrants,
    Reader,
    Uploader,
    Manager,
    Member,
    Admin,
    Master,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Nobody,
        Self::Deactivated,
        Self::WithoutGrants,
        Self::Reader,
        Self::Uploader,
        Self::Manager,
        Self::Member,
        Self::Admin,
        Self::Master,
    ];

    fn is_in(self) -> bool {
        !matches!(self, Self::Nobody | Self::Deactivated)
    }

    fn is_office(self) -> bool {
        matches!(self, Self::Admin | Self::Master)
    }

    fn uploads(self) -> bool {
        self.is_office() || matches!(self, Self::Uploader | Self::Member)
    }

    fn manages(self) -> bool {
        self.is_office() || matches!(self, Self::Manager | Self::Member)
    }
}

/// Whose thing a path is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Nobody's in particular.
    Company,
    /// The production that members are granted.
    Own,
    /// Another production, of which they must learn nothing.
    Foreign,
}

/// The table of permissions, written down once more: the code's own is not asked.
fn expected(kind: Kind, method: &str, path: &str, whose: Whose) -> Expected {
    let public = [
        "/healthz",
        "/readyz",
        "/api/v1/auth/register",
        "/api/v1/auth/login",
        "/api/v1/auth/reset",
    ];
    if public.contains(&path) {
        return Expected::Admitted;
    }
    if !kind.is_in() {
        return Expected::Unauthenticated;
    }
    let sees = match whose {
        Whose::Company => true,
        Whose::Own => kind != Kind::WithoutGrants,
        Whose::Foreign => kind.is_office(),
    };
    if !sees {
        return Expected::Hidden;
    }
    let reads = method == "get";
    let may = if path.starts_with("/api/v1/collection/arrivals/{id}") {
        // There is none here: who may decide about one has a test of its own.
        true
    } else if path == "/api/v1/collection/arrivals" {
        kind.uploads()
    } else if path.starts_with("/api/v1/auth/") || path.starts_with("/api/v1/notices") {
        true
    } else if [
        "/api/v1/users",
        "/api/v1/audit",
        "/api/v1/jobs",
        "/api/v1/backups",
        "/api/v1/collection",
        "/api/v1/schedules",
        "/api/v1/destinations",
        "/api/v1/deliveries",
        "/api/v1/messages",
        "/api/v1/system",
        "/metrics",
    ]
    .iter()
    .any(|office| path.starts_with(office))
    {
        kind.is_office()
    } else if path.starts_with("/api/v1/uploads") || path == "/api/v1/productions/{id}/layout" {
        reads || kind.uploads()
    } else if path == "/api/v1/holidays" {
        reads
    } else if path == "/api/v1/layout" {
        reads || kind.is_office()
    } else if method == "delete" && path == "/api/v1/productions/{id}" {
        kind.is_office()
    } else if path.ends_with("/kopis/suggestions") {
        kind.manages()
    } else if path.starts_with("/api/v1/productions") || path.starts_with("/api/v1/calendar") {
        reads || kind.manages()
    } else {
        assert!(
            path == "/api/v1/reports/what-if"
                || (path.starts_with("/api/v1/reports") || ["/api/v1/events", "/api/v1/alerts"].contains(&path))
                    && reads,
            "{method} {path} is in no row of the table"
        );
        true
    };
    if may { Expected::Admitted } else { Expected::Forbidden }
}

fn outcome(answer: &Answer) -> Expected {
    match answer.status {
        401 => Expected::Unauthenticated,
        403 => Expected::Forbidden,
        404 => Expected::Hidden,
        status => {
            assert!(status < 500, "{}", String::from_utf8_lossy(&answer.bytes));
            Expected::Admitted
        }
    }
}

/// Two productions with workbooks, targets and notes; a caller of each kind, granted the first.
struct World {
    server: Server,
    callers: BTreeMap<Kind, Client>,
    own: Value,
    own_upload: Value,
    own_campaign: Value,
    foreign: Value,
    foreign_upload: Value,
    foreign_campaign: Value,
    member_id: String,
}

const FOREIGN_NOTE: &str = "아무도 모르는 할인";
const FOREIGN_CAMPAIGN: &str = "아무도 모르는 방송";
const FOREIGN_TARGET: i64 = 987_654_321;

impl World {
    async fn new(site: &Site) -> Self {
        let season = company(1);
        let server = site.serve().await;
        let own = enter(&server, season.play()).await;
        let foreign = enter(&server, season.musical()).await;
        let mut uploads = Vec::new();
        for sample in [season.play(), season.musical()] {
            let book = Book::of(sample, 1);
            uploads.push(server.upload(&book.name, book.bytes).complete().await);
        }
        let path = format!("/api/v1/productions/{}", id(&foreign));
        let targets = json!({ "targets": [{ "date": foreign["saleStart"], "targetKrw": FOREIGN_TARGET }] });
        server.put(&format!("{path}/targets"), &targets).await.expect(200);
        let weeks = json!({ "weeks": [{ "weekStart": foreign["saleStart"], "promotion": FOREIGN_NOTE }] });
        server.put(&format!("{path}/marketing-weeks"), &weeks).await.expect(200);

        let mut campaigns = Vec::new();
        for (production, text) in [(&own, "우리 할인"), (&foreign, FOREIGN_CAMPAIGN)] {
            let path = format!("/api/v1/productions/{}/campaigns", id(production));
            let campaign = json!({ "from": "2025-02-03", "kind": "discount", "text": text });
            campaigns.push(server.post(&path, &campaign).await.expect(201));
        }

        let granted = json!([own["id"]]);
        let member = |email: &'static str, upload: bool, manage: bool| {
            let fields = json!({
                "productionIds": granted, "canUpload": upload, "canManageProductions": manage,
            });
            let server = &server;
            async move { user(server, email, &fields).await }
        };
        let mut callers = BTreeMap::from([
            (Kind::Nobody, server.as_nobody()),
            (Kind::Reader, member("reader@example.com", false, false).await),
            (Kind::Uploader, member("uploader@example.com", true, false).await),
            (Kind::Manager, member("manager@example.com", false, true).await),
            (Kind::Member, member("member@example.com", true, true).await),
            (Kind::Deactivated, member("deactivated@example.com", true, true).await),
            (Kind::Master, server.clone()),
        ]);
        let both = json!({ "canUpload": false, "canManageProductions": false });
        callers.insert(Kind::WithoutGrants, user(&server, "nothing@example.com", &both).await);
        let admin = json!({ "role": "admin" });
        callers.insert(Kind::Admin, user(&server, "admin@example.com", &admin).await);
        let users = server.get("/api/v1/users?perPage=200").await.expect(200);
        let id_of = |email: &str| {
            let items = users["items"].as_array().unwrap();
            id(items.iter().find(|user| user["email"] == email).unwrap()).to_owned()
        };
        let path = format!("/api/v1/users/{}", id_of("deactivated@example.com"));
        server.patch(&path, &json!({ "active": false })).await.expect(200);
        Self {
            callers,
            own,
            foreign,
            own_upload: uploads[0].clone(),
            own_campaign: campaigns[0].clone(),
            foreign_upload: uploads[1].clone(),
            foreign_campaign: campaigns[1].clone(),
            member_id: id_of("member@example.com"),
            server,
        }
    }

    /// The addresses that a path of the contract stands for.
    fn filled(&self, path: &str) -> Vec<(String, Whose)> {
        let with = |id: &str| path.replace("{id}", id);
        if !path.contains("{id}") {
            vec![(path.replace("{name}", "daily-plays"), Whose::Company)]
        } else if path.starts_with("/api/v1/productions/") {
            let of = |production, campaign| with(id(production)).replace("{campaignId}", id(campaign));
            vec![
                (of(&self.own, &self.own_campaign), Whose::Own),
                (of(&self.foreign, &self.foreign_campaign), Whose::Foreign),
            ]
        } else if path.starts_with("/api/v1/uploads/") {
            vec![
                (with(id(&self.own_upload)), Whose::Own),
                (with(id(&self.foreign_upload)), Whose::Foreign),
            ]
        } else if path.starts_with("/api/v1/users/") {
            vec![(with(&self.member_id), Whose::Company)]
        } else {
            // Sessions and keys of one's own, and jobs: things that are not there.
            vec![(with("0197c1a0-0000-7000-8000-00000000ffff"), Whose::Company)]
        }
    }

    /// What members may find in no answer.
    fn secrets(&self) -> Vec<String> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        vec![
            text(&self.foreign["id"]),
            text(&self.foreign["code"]),
            text(&self.foreign["name"]),
            text(&self.foreign_upload["id"]),
            text(&self.foreign_upload["sha256"]),
            self.foreign_upload["facts"]["daily"]["revenueKrw"].to_string(),
            FOREIGN_TARGET.to_string(),
            FOREIGN_NOTE.to_owned(),
            FOREIGN_CAMPAIGN.to_owned(),
            text(&self.foreign_campaign["id"]),
        ]
    }
}

fn id(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// Method and path of every operation of the contract.
async fn operations(server: &Server) -> Vec<(String, String)> {
    let document = server.as_nobody().get("/api/v1/openapi.json").await.expect(200);
    let paths = document["paths"].as_object().unwrap();
    let of = |(path, item): (&String, &Value)| {
        let methods = item.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        methods
            .into_iter()
            .map(|method| (method, path.clone()))
            .collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

#[tokio::test]
async fn every_route_admits_whom_the_table_of_permissions_says_and_nobody_else() {
    let site = Site::new();
    let world = World::new(&site).await;
    let operations = operations(&world.server).await;
    assert!(operations.len() > 55, "{}", operations.len());
    for (method, path) in &operations {
        // Which production an upload is for stands in its body; it has a test of its own.
        if (method.as_str(), path.as_str()) == ("post", "/api/v1/uploads") {
            continue;
        }
        let verb = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        for (address, whose) in world.filled(path) {
            for kind in Kind::ALL {
                // A parameter that there is not: whoever is let through gets no further.
                let request = world.callers[&kind].request(verb.clone(), &format!("{address}?nonsense=1"));
                let answered = answer(request.json(&json!({}))).await.unwrap();
                let told = outcome(&answered);
                let wanted = expected(kind, method, path, whose);
                let not_there = told == Expected::Hidden && wanted == Expected::Admitted;
                let may_be_missing = [
                    "/jobs/{id}",
                    "/destinations/{id}",
                    "/deliveries/{id}",
                    "/auth/",
                    "/collection/",
                ]
                .iter()
                .any(|missing| path.contains(missing));
                assert!(
                    told == wanted || (not_there && may_be_missing),
                    "{kind:?} {method} {path} of {whose:?}: {wanted:?} and not {}",
                    String::from_utf8_lossy(&answered.bytes)
                );
            }
        }
    }
}

#[tokio::test]
async fn no_answer_tells_a_member_anything_of_another_production() {
    let site = Site::new();
    let world = World::new(&site).await;
    let secrets = world.secrets();
    let searched = |text: &str| secrets.iter().find(|secret| text.contains(*secret)).cloned();
    let mut answers = 0;
    for (method, path) in operations(&world.server).await {
        // A stream has no end; what it tells has a test of its own.
        if method != "get" || ["/api/v1/openapi.json", "/api/v1/events"].contains(&path.as_str()) {
            continue;
        }
        for (address, _) in world.filled(&path) {
            for more in ["", "?includeInactive=true", "?q=a", "?page=2"] {
                for kind in [Kind::WithoutGrants, Kind::Reader, Kind::Member] {
                    let answered = world.callers[&kind].get(&format!("{address}{more}")).await;
                    let text = String::from_utf8_lossy(&answered.bytes);
                    assert_eq!(searched(&text), None, "{kind:?} GET {address}{more}");
                    answers += usize::from(answered.status == 200);
                }
            }
        }
    }
    assert!(answers > 50, "{answers}");
    // The search finds what there is to find.
    let all = world.server.get("/api/v1/productions").await;
    assert!(searched(&String::from_utf8_lossy(&all.bytes)).is_some());
}

#[tokio::test]
async fn lists_and_their_counts_are_of_what_the_caller_sees() {
    let site = Site::new();
    let world = World::new(&site).await;
    for (kind, count) in [(Kind::WithoutGrants, 0), (Kind::Reader, 1), (Kind::Admin, 2)] {
        let caller = &world.callers[&kind];
        for path in ["/api/v1/productions", "/api/v1/uploads"] {
            let list = caller.get(path).await.expect(200);
            assert_eq!(list["total"], count, "{kind:?} {path}");
        }
        let report = caller.get("/api/v1/reports/target-vs-actual").await.expect(200);
        assert_eq!(report["items"].as_array().unwrap().len(), count, "{kind:?}");
    }
    let foreign = id(&world.foreign);
    let named = format!("/api/v1/reports/plays/revenue?productionId={foreign}");
    assert_eq!(world.callers[&Kind::Member].get(&named).await.status, 404);
    let copied = format!("/api/v1/productions/{}/targets/copy", id(&world.own));
    let from_foreign = json!({ "fromProductionId": foreign, "dryRun": true });
    assert_eq!(
        world.callers[&Kind::Member].post(&copied, &from_foreign).await.status,
        404
    );
}

/// An upload of a file by a name that settles nothing, for what its fields name.
async fn upload(caller: &Client, production: &Value) -> u16 {
    let form = Form::new()
        .text("productionId", id(production).to_owned())
        .text("dryRun", "perhaps")
        .part("file", Part::bytes(b"x".to_vec()).file_name("x.xlsx"));
    let request = caller.request(Method::POST, "/api/v1/uploads").multipart(form);
    answer(request).await.unwrap().status
}

#[tokio::test]
async fn who_may_upload_is_asked_before_the_form_is_looked_at() {
    let site = Site::new();
    let world = World::new(&site).await;
    let statuses: Vec<_> = [
        (Kind::Nobody, 401, 401),
        (Kind::Deactivated, 401, 401),
        (Kind::WithoutGrants, 403, 403),
        (Kind::Reader, 403, 403),
        (Kind::Uploader, 422, 404),
        (Kind::Manager, 403, 403),
        (Kind::Member, 422, 404),
        (Kind::Admin, 422, 422),
        (Kind::Master, 422, 422),
    ]
    .into();
    for (kind, own, foreign) in statuses {
        let caller = &world.callers[&kind];
        let told = (upload(caller, &world.own).await, upload(caller, &world.foreign).await);
        assert_eq!(told, (own, foreign), "{kind:?}");
    }
}
