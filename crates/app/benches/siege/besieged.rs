//! Another member, who works meanwhile.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::json;

use crate::members::PASSWORD;
use crate::server::Server;
use crate::tally::Tally;

/// A report that the server remembers.
const REPORT: &str = "/api/v1/reports/plays/weekly-overview?asOf=2026-11-20";

/// How long the member waited.
pub(crate) struct Watched {
    reports: Vec<Duration>,
    sign_ins: Vec<Duration>,
    failures: u64,
}

impl Watched {
    pub(crate) fn report_p99_ms(&self) -> f64 {
        ms(percentile(&self.reports, 99))
    }

    pub(crate) fn slowest_sign_in_secs(&self) -> f64 {
        percentile(&self.sign_ins, 100).as_secs_f64()
    }

    /// Answers other than 200.
    pub(crate) fn failures(&self) -> u64 {
        self.failures
    }

    pub(crate) fn print(&self) {
        for (what, times) in [
            ("warm report of another member", &self.reports),
            ("sign-in of another member", &self.sign_ins),
        ] {
            println!(
                "{what:<40} {:>6} times   p50 {:>7.1} ms   p99 {:>7.1} ms   slowest {:>7.1} ms",
                times.len(),
                ms(percentile(times, 50)),
                ms(percentile(times, 99)),
                ms(percentile(times, 100))
            );
        }
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    let index = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(index).copied().unwrap_or(Duration::MAX)
}

/// Reads a report each 20 ms and signs in each 5 s, until `end`.
pub(crate) async fn watch(server: &Server, base: SocketAddr, token: String, tally: &Tally, end: Instant) -> Watched {
    let http = Client::new();
    let reports = async {
        let (mut times, mut failures) = (Vec::new(), 0);
        while Instant::now() < end {
            let start = Instant::now();
            let asked = http
                .get(format!("{}{REPORT}", server.base))
                .bearer_auth(&token)
                .send()
                .await;
            let status = match asked {
                Ok(answer) => {
                    let status = answer.status().as_u16();
                    let _ = answer.bytes().await;
                    status
                }
                Err(_) => 0,
            };
            times.push(start.elapsed());
            tally.count("another member: report", status);
            failures += u64::from(status != 200);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        (times, failures)
    };
    let sign_ins = async {
        let (mut times, mut failures) = (Vec::new(), 0);
        while Instant::now() < end {
            tokio::time::sleep(Duration::from_secs(5)).await;
            let start = Instant::now();
            let credentials = json!({ "email": "reader@example.com", "password": PASSWORD });
            let asked = Client::new()
                .post(format!("http://{base}/api/v1/auth/login"))
                .json(&credentials)
                .send()
                .await;
            let status = asked.map_or(0, |answer| answer.status().as_u16());
            times.push(start.elapsed());
            tally.count("another member: sign-in", status);
            failures += u64::from(status != 200);
        }
        (times, failures)
    };
    let ((reports, unread), (sign_ins, refused)) = tokio::join!(reports, sign_ins);
    Watched {
        reports,
        sign_ins,
        failures: unread + refused,
    }
}
