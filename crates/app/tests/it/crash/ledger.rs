//! What was sent of one production, what was accepted, and what was seen of it.

use sample_data::SampleProduction;
use sample_data::world::Truth;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{Book, Client, Report, Season, Server, company, facts};

/// Record dates of which there are workbooks.
const DAYS: u64 = 20;
/// Companies with the same productions and other sales: each makes another version of a workbook.
const SEEDS: [u64; 3] = [1, 2, 3];

/// The versions of one production's workbook in the order in which they are sent. Each record date comes in several
/// versions, so that a version is either a replacement or a new record date; each has other figures.
pub(super) struct Ledger {
    code: String,
    versions: Vec<Version>,
    sent: usize,
    /// The newest version that a report has shown.
    seen: Option<usize>,
    /// Identities of uploads whose sender was told that they are accepted.
    accepted: Vec<Value>,
    /// How many senders never heard of their upload.
    cut_off: usize,
    stored: usize,
}

struct Version {
    name: String,
    bytes: Vec<u8>,
    sha256: String,
    truth: Truth,
    /// What each report shows while it is current.
    shown: Vec<(Report, Value)>,
}

impl Version {
    fn of(book: Book) -> Self {
        let expected = |report: &Report| (*report, report.expected(&book.truth));
        Self {
            sha256: hex::encode(Sha256::digest(&book.bytes)),
            shown: Report::covering(&book.truth).iter().map(expected).collect(),
            name: book.name,
            bytes: book.bytes,
            truth: book.truth,
        }
    }
}

/// A musical, a play and a concert with this many versions each, and the productions to enter.
pub(super) fn ledgers(versions: usize) -> (Vec<SampleProduction>, Vec<Ledger>) {
    let seasons = SEEDS.map(company);
    let of = |choose: fn(&Season) -> &SampleProduction| {
        let samples = seasons.each_ref().map(choose);
        let days = (1..=DAYS).rev();
        let books = days.flat_map(|days_ago| samples.map(|sample| (sample, days_ago)));
        let books = books
            .take(versions)
            .map(|(sample, days_ago)| Book::of(sample, days_ago));
        let ledger = Ledger {
            code: samples[0].production.code.clone(),
            versions: books.map(Version::of).collect(),
            sent: 0,
            seen: None,
            accepted: Vec::new(),
            cut_off: 0,
            stored: 0,
        };
        assert_eq!(ledger.versions.len(), versions);
        (samples[0].clone(), ledger)
    };
    [of(Season::musical), of(Season::play), of(Season::concert)]
        .into_iter()
        .unzip()
}

impl Ledger {
    /// Sends the next version; the server may be gone before it answers.
    pub(super) async fn send_next(&mut self, client: &Client) {
        let version = &self.versions[self.sent];
        self.sent += 1;
        let sending = client.upload(&version.name, version.bytes.clone());
        let Ok(answer) = sending.try_send().await else {
            self.cut_off += 1;
            return;
        };
        assert!(matches!(answer.status, 201 | 202), "{}", answer.json());
        self.accepted.push(answer.json()["id"].clone());
    }

    /// Each report must show one version exactly, and none that is older than what was shown before.
    pub(super) async fn check_reports(&mut self, server: &Server) {
        for report in Report::covering(&self.versions[0].truth) {
            let shown = report.shown(server, &self.code).await;
            let is_it = |version: &Version| version.shown.contains(&(*report, shown.clone()));
            let version = self.versions[..self.sent].iter().position(is_it);
            let nothing_yet = self.seen.is_none() && shown[0].is_null();
            assert!(
                nothing_yet || version.is_some(),
                "{report:?} of {} shows no version as it was sent: {shown}",
                self.code
            );
            assert!(
                version >= self.seen,
                "{report:?} of {} went from version {:?} back to {version:?}",
                self.code,
                self.seen
            );
            self.seen = version;
        }
    }

    /// Every accepted upload has ended well or with the right reason, and the last that was stored is current.
    pub(super) async fn check_ends(&mut self, server: &Server, uploads: &[Value]) {
        let own: Vec<_> = uploads
            .iter()
            .filter(|upload| upload["productionCode"] == self.code)
            .collect();
        for id in &self.accepted {
            assert!(
                own.iter().any(|upload| upload["id"] == *id),
                "{id} was accepted and is gone"
            );
        }
        let mut stored = Vec::new();
        for upload in own {
            let version = self.versions[..self.sent]
                .iter()
                .position(|version| upload["sha256"] == version.sha256);
            let version = version.expect("what was sent");
            if upload["status"] == "failed" {
                assert_eq!(upload["diagnosticCounts"], json!({ "internal_error": 1 }));
                continue;
            }
            assert_eq!(
                upload["facts"],
                facts(&self.versions[version].truth),
                "{}",
                upload["fileName"]
            );
            stored.push((version, upload));
        }
        stored.sort_by_key(|(version, _)| *version);
        for pair in stored.windows(2) {
            let [(_, upload), (_, next)] = pair else {
                unreachable!("windows of two")
            };
            let is_replaced = upload["recordDate"] == next["recordDate"];
            let status = if is_replaced { "superseded" } else { "completed" };
            assert_eq!((&upload["status"], &upload["current"]), (&json!(status), &json!(false)));
        }
        self.stored = stored.len();
        let Some((last, upload)) = stored.last() else { return };
        assert_eq!(
            (&upload["status"], &upload["current"]),
            (&json!("completed"), &json!(true))
        );
        self.check_reports(server).await;
        assert_eq!(self.seen, Some(*last));
    }

    /// How many senders never heard of their upload.
    pub(super) fn cut_off(&self) -> usize {
        self.cut_off
    }

    /// How many workbooks had been read to a good end when last looked at.
    pub(super) fn stored(&self) -> usize {
        self.stored
    }
}
