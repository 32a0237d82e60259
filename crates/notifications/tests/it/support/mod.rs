//! Others, on loopback.

mod http;
mod smtp;
mod tls;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::webhook_hosts::WebhookHosts;
use notifications::{Channels, Encryption, MailSettings, Patience};
use ports::driven::Clock;
use uuid::Uuid;

pub(crate) use http::{Answer, FakeHttp};
pub(crate) use smtp::{FakeSmtp, Mood};
pub(crate) use tls::Certificate;

/// A secret that must come out nowhere.
pub(crate) const SECRET: &str = "T00SECRET00";

/// A clock that stands still until it is moved.
#[derive(Default)]
pub(crate) struct StillClock(AtomicI64);

impl StillClock {
    pub(crate) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for StillClock {
    fn now(&self) -> DateTime<Utc> {
        let start: DateTime<Utc> = "2026-11-20T05:00:00Z".parse().unwrap();
        start + TimeDelta::seconds(self.0.load(Ordering::Relaxed))
    }
}

pub(crate) const ID: Uuid = Uuid::from_u128(0x0193_4567_89ab_7cde_8123_4567_89ab_cdef);

/// Long where an answer comes, for a machine that is busy; short where none does.
pub(crate) fn patience(whole: Duration) -> Patience {
    Patience {
        connect: Duration::from_secs(10),
        whole,
    }
}

/// Ways to these hosts on loopback.
pub(crate) struct House {
    pub(crate) channels: Channels,
    pub(crate) clock: Arc<StillClock>,
}

pub(crate) fn house(hosts: &[&str], mail: Option<MailSettings>, whole: Duration) -> House {
    // What `main` does.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let clock = Arc::new(StillClock::default());
    let hosts = WebhookHosts::new(hosts.iter().map(|host| (*host).to_owned()).collect());
    let channels = Channels::new(hosts, mail, patience(whole), clock.clone()).unwrap();
    House { channels, clock }
}

pub(crate) fn mail_settings(port: u16, encryption: Encryption) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".to_owned(),
        port,
        encryption,
        login: None,
        from: "Fullhouse <office@example.com>".to_owned(),
    }
}

pub(crate) const PATIENT: Duration = Duration::from_mins(1);
pub(crate) const IMPATIENT: Duration = Duration::from_secs(2);
