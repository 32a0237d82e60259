//! The stream of changes.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::rt::time::timeout;
use actix_web::test::{TestRequest, call_service, init_service};
use domain::access::Role;
use domain::people::UserId;
use domain::upload::UploadId;
use http_api::{EventHub, application};
use ports::driven::{Authenticated, StorageError, Topic};
use ports::driving::{AccountError, MockAccountDesk};

use crate::support::people::{ADMIN, API_KEY, MEMBER, STRANGER, authenticated, sample_member};
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
        self.next_for(PATIENCE).await
    }

    /// The same, which may take so long.
    async fn next_for(&mut self, patience: Duration) -> Option<String> {
        let piece = poll_fn(|context| self.body.as_mut().poll_next(context));
        let piece = timeout(patience, piece).await.expect("something comes");
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

/// An account desk that counts how often it is asked, and answers as the test says.
fn counting(
    answer: impl Fn(usize) -> Result<Option<Authenticated>, AccountError> + Send + Sync + 'static,
) -> (TestApi, Arc<AtomicUsize>) {
    let mut api = TestApi::default();
    api.accounts = MockAccountDesk::new();
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    api.accounts
        .expect_authenticate()
        .returning(move |_| answer(counter.fetch_add(1, Ordering::Relaxed) + 1));
    (api, asked)
}

#[actix_web::test]
async fn rights_are_asked_when_access_changed_and_not_for_each_event() {
    let (api, asked) = counting(|_| Ok(authenticated(MEMBER)));
    let mut watched = Watched::open(api, MEMBER, None).await;
    watched.next().await;
    let asked = move || asked.load(Ordering::Relaxed);
    assert_eq!(asked(), 2, "at the door, and once a change would be heard");
    let own = sample::production().id;
    for version in 42..92 {
        watched.announcements.announce(version, Topic::Snapshot(own));
        watched
            .announcements
            .announce(version, Topic::Access(UserId(sample::id(0x4ff))));
        assert_eq!(watched.name().await, "snapshot");
    }
    assert_eq!(asked(), 2, "neither for events, nor when others come and go");
    let told = async |watched: &mut Watched| {
        watched.announcements.announce(93, Topic::Note(None));
        watched.name().await
    };
    watched.announcements.announce(92, Topic::Access(sample_member().id));
    assert_eq!((told(&mut watched).await.as_str(), asked()), ("note", 3));
    watched.announcements.miss_some();
    assert_eq!(
        (watched.name().await.as_str(), asked()),
        ("resync", 4),
        "it may have been missed"
    );
    tokio::time::pause();
    assert_eq!(watched.next_for(Duration::from_secs(16)).await.unwrap(), ":\n\n");
    assert_eq!(asked(), 5, "a session runs out without being announced");
}

#[actix_web::test]
async fn while_nobody_can_tell_the_rights_nothing_is_told_and_the_stream_goes_on() {
    let is_away = Arc::new(AtomicBool::new(false));
    let away = is_away.clone();
    let (api, asked) = counting(move |_| {
        if away.load(Ordering::Relaxed) {
            return Err(AccountError::Storage(StorageError::unavailable("restarting")));
        }
        Ok(authenticated(MEMBER))
    });
    let mut watched = Watched::open(api, MEMBER, None).await;
    watched.next().await;
    tokio::time::pause();
    is_away.store(true, Ordering::Relaxed);
    watched.announcements.announce(42, Topic::Access(sample_member().id));
    watched.announcements.announce(43, Topic::Note(None));
    for pause in [1, 2, 4, 8, 15, 15] {
        let since = tokio::time::Instant::now();
        let told = watched.next_for(Duration::from_secs(20)).await;
        assert_eq!(told.unwrap(), ":\n\n", "only that it is there");
        assert_eq!(since.elapsed().as_secs(), pause);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 2 + 7);
    is_away.store(false, Ordering::Relaxed);
    let mut told = watched.next_for(Duration::from_secs(20)).await;
    if told.as_deref() == Some(":\n\n") {
        told = watched.next_for(Duration::from_secs(20)).await;
    }
    assert!(told.unwrap().contains("event: note"), "nothing is lost");
    // More than is kept meanwhile is owned up to.
    is_away.store(true, Ordering::Relaxed);
    watched.announcements.announce(44, Topic::Access(sample_member().id));
    let mut told = String::new();
    for version in 45..45 + 1_100 {
        watched.announcements.announce(version, Topic::Note(None));
        // As many as are sent on at a time.
        if version % 10 == 0 {
            told += &watched.next_for(Duration::from_secs(20)).await.unwrap();
        }
    }
    assert!(
        told.contains("event: resync") && !told.contains("event: note"),
        "{told}"
    );
}

#[actix_web::test]
async fn a_thousand_streams_ask_nothing_for_an_event() {
    let mut api = TestApi::default();
    api.accounts = MockAccountDesk::new();
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    api.accounts.expect_authenticate().returning(move |token| {
        counter.fetch_add(1, Ordering::Relaxed);
        let mut found = authenticated(ADMIN).unwrap();
        Arc::make_mut(&mut found.user).id = whose(token);
        Ok(Some(found))
    });
    let announcements = api.announcements.clone();
    let services = api.services();
    let hub = services.events.clone();
    let app = init_service(application(services)).await;
    let mut streams = Vec::new();
    for number in 0..1_000 {
        let request = TestRequest::with_uri("/api/v1/events");
        let request = request.insert_header(("authorization", format!("Bearer fhs_{number}")));
        let response = call_service(&app, request.to_request()).await;
        let mut watched = Watched {
            body: Box::pin(response.into_body().boxed()),
            announcements: announcements.clone(),
            hub: hub.clone(),
        };
        watched.next().await;
        streams.push(watched);
    }
    let opened = asked.load(Ordering::Relaxed);
    let upload = Topic::Upload(UploadId(sample::id(9)), sample::production().id);
    for version in 42..45 {
        announcements.announce(version, upload);
        for stream in &mut streams {
            assert_eq!(stream.name().await, "upload");
        }
    }
    assert_eq!(asked.load(Ordering::Relaxed), opened, "three events, a thousand times");
    announcements.announce(45, Topic::Access(whose("fhs_7")));
    announcements.announce(46, upload);
    for stream in &mut streams {
        assert_eq!(stream.name().await, "upload");
    }
    assert_eq!(asked.load(Ordering::Relaxed), opened + 1, "whose access changed");
}

/// The user of a token that ends in a number.
fn whose(token: &str) -> UserId {
    UserId(sample::id(token.trim_start_matches("fhs_").parse().unwrap()))
}

#[actix_web::test]
async fn rights_are_judged_anew_when_they_change() {
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
    let user = authenticated(STRANGER).unwrap().user.id;
    watched.announcements.announce(43, Topic::Access(user));
    watched.announcements.announce(43, Topic::Target(foreign));
    watched.announcements.announce(44, Topic::Note(None));
    assert_eq!(watched.name().await, "note", "not any more of targets");
    is_in.store(false, Ordering::Relaxed);
    watched.announcements.announce(45, Topic::Access(user));
    assert_eq!(watched.next().await, None, "the session was revoked");
}

#[actix_web::test]
async fn streams_end_when_the_server_stops() {
    let mut watched = Watched::open(TestApi::default(), MEMBER, None).await;
    watched.next().await;
    watched.hub.close();
    assert_eq!(watched.next().await, None);
}
