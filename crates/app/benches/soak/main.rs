//! Three servers, two workers and a replica on one database for ten minutes, of which every twenty seconds one is killed:
//! nothing is lost, doubled or older than told, and nothing is answered with 5xx but 503. `just soak` runs it; another number
//! of minutes may be given. It ends with one line, and fails where a promise was not kept.

mod house;
mod load;
mod tally;

use std::time::{Duration, Instant};

use postgres_adapter::embedded::launch;

use crate::house::{House, Member};
use crate::load::Load;

/// How long it goes on, unless told otherwise.
const MINUTES: f64 = 10.0;
/// Pause between two kills; shorter in a short run, which is to kill everything once all the same.
const KILL_EVERY: Duration = Duration::from_secs(20);
/// How long what was killed stays away.
const AWAY: Duration = Duration::from_secs(3);
/// How long the workers may take for what is left at the end.
const SETTLED_WITHIN: Duration = Duration::from_mins(1);

fn main() {
    let mut args = std::env::args_os().skip(1);
    if args.next().as_deref().and_then(|command| command.to_str()) == Some(launch::COMMAND) {
        launch::run_or_exit(args);
    }
    // Cargo adds `--bench`.
    let minutes = std::env::args().skip(1).find_map(|word| word.parse::<f64>().ok());
    let lasts = Duration::from_secs_f64(60.0 * minutes.unwrap_or(MINUTES).clamp(0.5, 10_000.0));
    std::process::exit(i32::from(!soak(lasts)));
}

/// Whether every promise was kept.
fn soak(lasts: Duration) -> bool {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let mut house = House::open();
    runtime.block_on(house.is_ready());
    let load = runtime.block_on(Load::begin(&house, lasts));

    let members = Member::all();
    let pause = KILL_EVERY.min(lasts / u32::try_from(members.len()).expect("few members"));
    let (began, mut kills) = (Instant::now(), 0);
    for member in members.iter().cycle() {
        std::thread::sleep(pause.saturating_sub(AWAY));
        if began.elapsed() + AWAY >= lasts {
            break;
        }
        runtime.block_on(load.count_reads(member.server()));
        house.kill(*member);
        kills += 1;
        std::thread::sleep(AWAY.min(pause / 2));
        house.start(*member);
    }
    std::thread::sleep(lasts.saturating_sub(began.elapsed()));
    runtime.block_on(house.is_ready());
    runtime.block_on(load.end());
    for server in 0..house::SERVERS {
        runtime.block_on(load.count_reads(Some(server)));
    }

    house.settle(SETTLED_WITHIN, load.tally());
    house.check(&load.accepted(), load.tally());
    runtime.block_on(load.check_last_shown(house.data_version()));
    load.tally().verdict(began.elapsed(), kills)
}
