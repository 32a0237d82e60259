//! One program takes the place of another on the same listening socket, and nobody's request fails.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::support::{Client, Site};

/// People who ask without a pause.
const PEOPLE: usize = 4;

/// Asks again and again until told to stop.
async fn ask(client: Client, stop: Arc<AtomicBool>, answered: Arc<AtomicU32>) {
    while !stop.load(Ordering::Relaxed) {
        let answer = client.try_get("/api/v1/auth/me").await.expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn no_request_fails_while_programs_take_turns() {
    let site = Site::new();
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut old = site.serve_on(&socket).await;
    assert_eq!(old.base(), format!("http://{}", socket.local_addr().unwrap()));
    let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let people: Vec<_> = (0..PEOPLE)
        .map(|_| tokio::spawn(ask(Client::clone(&old), stop.clone(), answered.clone())))
        .collect();

    // As systemd restarts: the old one ends before the next one begins, and connections wait.
    assert!(old.stop().await.success());
    let before = answered.load(Ordering::Relaxed);
    let mut next = site.serve_on(&socket).await;
    // And side by side: both take connections until the one has ended.
    let _last = site.serve_on(&socket).await;
    assert!(next.stop().await.success());

    stop.store(true, Ordering::Relaxed);
    for person in people {
        person.await.unwrap();
    }
    assert!(answered.load(Ordering::Relaxed) > before, "the new programs answer");
}
