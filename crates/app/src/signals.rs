//! Signals that ask the program to end.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// SIGTERM, SIGINT (Ctrl-C), and SIGHUP: a terminal that was closed. Installed, none of them ends the program by itself.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    /// `None` where whoever started the program had it go on without its terminal (`nohup`).
    hang_up: Option<Signal>,
}

impl Signals {
    pub(crate) fn install() -> io::Result<Self> {
        Ok(Self {
            hang_up: (!hang_up_is_ignored())
                .then(|| signal(SignalKind::hangup()))
                .transpose()?,
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Waits for the next one.
    pub(crate) async fn next(&mut self) {
        let hang_up = async {
            match &mut self.hang_up {
                Some(signal) => signal.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
            _ = hang_up => {}
        }
    }
}

/// Whether SIGHUP is ignored. Only Linux tells without a system call that is unsafe; elsewhere it is not.
fn hang_up_is_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // The lowest bit is signal 1.
    mask.is_some_and(|mask| mask & 1 == 1)
}
