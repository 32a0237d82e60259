//! Signals to processes, and waiting for what they do.

use std::thread;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// How long a fast shutdown may take, before the harder one.
pub(super) const SHUTDOWN: Duration = Duration::from_secs(15);

/// Asks until the answer is yes; `false` when `limit` has passed.
pub(super) fn wait_until(limit: Duration, mut done: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while !done() {
        if started.elapsed() > limit {
            return false;
        }
        thread::sleep(Duration::from_millis(5));
    }
    true
}

/// Sends a signal; that the process has gone already is no error.
pub(super) fn signal(pid: i32, signal: Signal) {
    match kill(Pid::from_raw(pid), signal) {
        Ok(()) | Err(Errno::ESRCH) => {}
        Err(error) => tracing::warn!(pid, "Process {pid} could not be sent {signal}: {error}."),
    }
}

/// Fast shutdown, then immediate shutdown, then the end: `true` when `gone` says so.
pub(super) fn shut_down(pid: i32, mut gone: impl FnMut() -> bool) -> bool {
    let steps = [
        (Signal::SIGINT, SHUTDOWN),
        (Signal::SIGQUIT, SHUTDOWN),
        (Signal::SIGKILL, Duration::from_secs(5)),
    ];
    steps.into_iter().any(|(next, limit)| {
        if gone() {
            return true;
        }
        if next != Signal::SIGINT {
            tracing::warn!(pid, "PostgreSQL (process {pid}) does not stop; sending {next}.");
        }
        signal(pid, next);
        wait_until(limit, &mut gone)
    })
}

/// Whether a process runs. One that has ended and that nobody has asked about (in a container whose first process does not)
/// still has a number, but does not run.
pub(super) fn is_running(pid: i32) -> bool {
    match kill(Pid::from_raw(pid), None) {
        Ok(()) | Err(Errno::EPERM) => !is_zombie(pid),
        Err(_) => false,
    }
}

#[cfg(target_os = "linux")]
fn is_zombie(pid: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name, in parentheses, may contain anything; the state follows it.
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    matches!(state, Some('Z' | 'X'))
}

#[cfg(not(target_os = "linux"))]
fn is_zombie(_pid: i32) -> bool {
    false
}

/// The command line of a process, its arguments separated by spaces.
#[cfg(target_os = "linux")]
pub(super) fn command_line(pid: i32) -> String {
    let bytes = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&bytes).replace('\0', " ")
}

/// The command line of a process, its arguments separated by spaces.
#[cfg(not(target_os = "linux"))]
pub(super) fn command_line(pid: i32) -> String {
    let output = std::process::Command::new("ps")
        .args(["-o", "command=", "-p", &pid.to_string()])
        .output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}
