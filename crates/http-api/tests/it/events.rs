//! The stream of changes.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::rt::time::timeout;
use actix_web::test::{TestRequest, call_service, init_service};
use domain::access::Role;
use http_api::{EventHub, application};
use ports::driven::Topic;
use ports::driving::MockAccountDesk;

use crate::support::people::{ADMIN, API_KEY, MEMBER, STRANGER, authenticated};
use crate::support::{Announcements, TestApi, sample};

/// Far more than a piece takes.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open stream.
struct Watched {
    body: Pin<Box<BoxBody>>,
    announcements: Announcements,
    hub: Arc<EventHub>,
}

impl Watched {
    async fn open(api: TestApi, token: &str, last_heard: Option<&str>) -> Self {
        let announcements = api.announcements.clone();
        let services = api.services();
        let hub = services.events.clone();
        let app = init_service(application(services)).await;
        let mut request = TestRequest::with_uri("/api/v1/events");
        request = request.insert_header(("authorization", format!("Bearer {token}")));
        if let Some(id) = last_heard {
            request = request.insert_header(("last-event-id", id));
        }
        let response = call_service(&app, request.to_request()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers().get("content-type").unwrap(), "text/event-stream");
        Self {
            body: Box::pin(response.into_body().boxed()),
            announcements,
            hub,
        }
    }

    /// The next piece; `None` at the end.
    async fn next(&mut self) -> Option<String> {
        let piece = poll_fn(|context| self.body.as_mut().poll_next(context));
        let piece = timeout(PATIENCE, piece).await.expect("something comes");
        piece.map(|piece| String::from_utf8(piece.unwrap().to_vec()).unwrap())
    }

    async fn name(&mut self) -> String {
        let piece = self.next().await.expect("the stream goes on");
        let name = piece.lines().find_map(|line| line.strip_prefix("event: "));
        name.unwrap_or_else(|| panic!("no event: {piece}")).to_owned()
    }
}

#[actix_web::test]
async fn changes_of_what_one_sees_are_told_as_they_happen() {
    let mut watched = Watched::open(TestApi::default(), MEMBER, None).await;
    assert_eq!(watched.next().await.unwrap(), "retry: 2000\nid: 41\n\n");
    let (own, foreign) = (sample::production().id, sample::concert().id);
    for (version, topic) in [
        (42, Topic::Snapshot(foreign)),
        (43, Topic::Job),
        (44, Topic::Snapshot(own)),
        (45, Topic::Note(None)),
    ] {
        watched.announcements.announce(version, topic);
    }
    let told = watched.next().await.unwrap();
    assert_eq!(
        told,
        format!(
            "id: 44\nevent: snapshot\ndata: {{\"dataVersion\":44,\"productionId\":\"{}\"}}\n\n",
            own.0
        )
    );
    assert_eq!(watched.name().await, "note");
}

#[actix_web::test]
async fn an_admin_hears_of_jobs_and_a_member_without_productions_of_notes() {
    for (token, name) in [(ADMIN, "job"), (API_KEY, "job"), (STRANGER, "note")] {
        let mut watched = Watched::open(TestApi::default(), token, None).await;
        watched.next().await;
        watched.announcements.announce(42, Topic::Job);
        watched.announcements.announce(43, Topic::Note(None));
        assert_eq!(watched.name().await, name, "{token}");
    }
}

#[actix_web::test]
async fn a_stream_goes_on_after_what_was_heard_last_or_says_read_again() {
    let mut watched = Watched::open(TestApi::default(), ADMIN, Some("41")).await;
    assert_eq!(watched.next().await.unwrap(), "retry: 2000\nid: 41\n\n");
    for last_heard in ["40", "99"] {
        let mut watched = Watched::open(TestApi::default(), ADMIN, Some(last_heard)).await;
        watched.next().await;
        assert_eq!(watched.name().await, "resync", "{last_heard}");
    }
    let nonsense = TestRequest::with_uri("/api/v1/events").insert_header(("last-event-id", "now"));
    let answer = TestApi::default().send(nonsense).await;
    answer.assert_breaks("Last-Event-ID", "malformed");
}

#[actix_web::test]
async fn announcements_that_were_lost_are_owned_up_to() {
    let mut watched = Watched::open(TestApi::default(), MEMBER, None).await;
    watched.next().await;
    watched.announcements.miss_some();
    assert_eq!(watched.name().await, "resync");
}

#[actix_web::test]
async fn rights_are_judged_anew_for_each_event() {
    let (is_admin, is_in) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicBool::new(true)));
    let mut api = TestApi::default();
    api.accounts = MockAccountDesk::new();
    let (admin, inside) = (is_admin.clone(), is_in.clone());
    api.accounts.expect_authenticate().returning(move |_| {
        let mut found = authenticated(STRANGER).filter(|_| inside.load(Ordering::Relaxed));
        if let Some(found) = found.as_mut().filter(|_| admin.load(Ordering::Relaxed)) {
            Arc::make_mut(&mut found.user).role = Role::Admin;
        }
        Ok(found)
    });
    let mut watched = Watched::open(api, MEMBER, None).await;
    watched.next().await;
    let foreign = sample::concert().id;
    watched.announcements.announce(42, Topic::Target(foreign));
    assert_eq!(watched.name().await, "target");
    is_admin.store(false, Ordering::Relaxed);
    watched.announcements.announce(43, Topic::Target(foreign));
    watched.announcements.announce(44, Topic::Note(None));
    assert_eq!(watched.name().await, "note", "not any more of targets");
    is_in.store(false, Ordering::Relaxed);
    watched
        .announcements
        .announce(45, Topic::Access(authenticated(STRANGER).unwrap().user.id));
    assert_eq!(watched.next().await, None, "the session was revoked");
}

#[actix_web::test]
async fn streams_end_when_the_server_stops() {
    let mut watched = Watched::open(TestApi::default(), MEMBER, None).await;
    watched.next().await;
    watched.hub.close();
    assert_eq!(watched.next().await, None);
}
