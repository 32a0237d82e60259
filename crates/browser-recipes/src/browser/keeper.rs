//! The hidden command that keeps a browser: started beside the server, it starts the driver, and ends everything that came of
//! it when it is told to, when the driver ends, or when the server is gone, however that ended.
//!
//! ```text
//! fullhouse keep-browser --directory DIR [--uid U --gid G] -- PROGRAM ARGUMENT…
//! ```
//!
//! What comes from the server over the standard input is not read; that it ends is the word to stop. The standard output is
//! that of the driver. Between fork and exec only `unsafe` code can run, which this workspace forbids, so the signal at a
//! parent's death that PostgreSQL's server is given would need a process of its own all the same; and a browser starts
//! processes that leave their group. This one is the reaper of all of them, and so finds each.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{self, Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use nix::sys::signal::SigSet;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, wait};
use thiserror::Error;

use super::processes::below;

/// The name of the hidden command.
pub const COMMAND: &str = "keep-browser";

/// How often it looks whether the driver has ended.
const LOOK: Duration = Duration::from_millis(100);
/// Rounds of killing, of 20 ms each: what is killed may have just started something.
const ROUNDS: usize = 250;

/// Why the driver was not started.
#[derive(Debug, Error)]
pub enum KeepError {
    /// Only this crate calls the command.
    #[error("expected --directory DIR [--uid U --gid G] -- PROGRAM ARGUMENT…")]
    Usage,
    /// The system does not let us be the reaper, or block signals.
    #[error("cannot keep processes")]
    Reaper(#[source] io::Error),
    /// The driver could not be started.
    #[error("cannot start {}", .0.display())]
    Start(PathBuf, #[source] io::Error),
}

/// Keeps a browser until it has ended or is to end. `args` are those after the name of the command. Call it first thing in
/// `main`, before any thread is started.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<(), KeepError> {
    let order = Order::parse(args).ok_or(KeepError::Usage)?;
    // Whoever ends the server's whole group of processes must not end this one before its work is done.
    let blocked = SigSet::all().thread_block();
    blocked.map_err(|error| KeepError::Reaper(error.into()))?;
    become_reaper().map_err(KeepError::Reaper)?;
    // Where memory runs out, the browser goes before the server.
    let _ = fs::write("/proc/self/oom_score_adj", "600");
    let server = std::os::unix::process::parent_id();
    let word = word_to_stop();
    let driver = order
        .start()
        .map_err(|error| KeepError::Start(order.program.clone(), error))?;
    while !is_over(&word) && !reap().contains(&driver.id()) {}
    end_all();
    if std::os::unix::process::parent_id() != server {
        // Nobody else will before the next start.
        let _ = fs::remove_dir_all(&order.directory);
    }
    Ok(())
}

/// [`run`] for a `main` that has nothing better to do: says on standard error why it failed, and ends the process.
pub fn run_or_exit(args: impl IntoIterator<Item = OsString>) -> ! {
    match run(args) {
        Ok(()) => process::exit(0),
        Err(error) => {
            let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
            eprintln!("{COMMAND}: {error}{}", cause.unwrap_or_default());
            process::exit(127)
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Order {
    directory: PathBuf,
    user: Option<(u32, u32)>,
    program: PathBuf,
    args: Vec<OsString>,
}

impl Order {
    fn parse(args: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let mut args = args.into_iter();
        let (mut directory, mut uid, mut gid) = (None, None, None);
        loop {
            let name = args.next()?;
            let number = |value: OsString| value.to_str()?.parse::<u32>().ok();
            match name.to_str()? {
                "--" => break,
                "--directory" => directory = Some(PathBuf::from(args.next()?)),
                "--uid" => uid = Some(number(args.next()?)?),
                "--gid" => gid = Some(number(args.next()?)?),
                _ => return None,
            }
        }
        let user = match (uid, gid) {
            (Some(uid), Some(gid)) => Some((uid, gid)),
            (None, None) => None,
            _ => return None,
        };
        Some(Self {
            directory: directory?,
            user,
            program: args.next()?.into(),
            args: args.collect(),
        })
    }

    /// Starts the driver in a group of its own, without anything of the server's.
    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.args).stdin(Stdio::null()).stderr(Stdio::null());
        command.current_dir(&self.directory).process_group(0);
        if let Some((uid, gid)) = self.user {
            // As root, this also leaves all other groups.
            command.uid(uid).gid(gid);
        }
        command.spawn()
    }
}

/// Disconnected when the standard input ends.
fn word_to_stop() -> Receiver<()> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut nothing = [0; 64];
        let mut input = io::stdin();
        while matches!(input.read(&mut nothing), Ok(1..)) {}
        drop(sender);
    });
    receiver
}

fn is_over(word: &Receiver<()>) -> bool {
    matches!(word.recv_timeout(LOOK), Err(RecvTimeoutError::Disconnected))
}

/// Asks about every child that has ended.
fn reap() -> Vec<u32> {
    let mut ended = Vec::new();
    while let Ok(Some((pid, _))) = wait(WaitOptions::NOHANG) {
        ended.push(pid.as_raw_nonzero().get().unsigned_abs());
    }
    ended
}

/// Kills everything below this process, until nothing is.
fn end_all() {
    for _ in 0..ROUNDS {
        let left = below(process::id());
        if left.is_empty() {
            break;
        }
        for pid in left {
            kill(pid);
        }
        thread::sleep(Duration::from_millis(20));
        reap();
    }
}

/// Kills a process at once; one that has ended, or is another's, is left alone.
pub(crate) fn kill(pid: u32) {
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        let _ = kill_process(pid, Signal::KILL);
    }
}

#[cfg(target_os = "linux")]
fn become_reaper() -> io::Result<()> {
    Ok(rustix::process::set_child_subreaper(Some(rustix::process::getpid()))?)
}

/// Elsewhere there is no such thing, and processes are not found either.
#[cfg(not(target_os = "linux"))]
fn become_reaper() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<Order> {
        Order::parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn arguments_of_the_driver_are_left_alone() {
        let order = parse("--directory /d --uid 65534 --gid 65533 -- /bin/driver --port=0 --uid").unwrap();
        assert_eq!(order.directory, PathBuf::from("/d"));
        assert_eq!(order.user, Some((65534, 65533)));
        assert_eq!(order.program, PathBuf::from("/bin/driver"));
        assert_eq!(order.args, ["--port=0", "--uid"]);
    }

    #[test]
    fn half_an_order_is_none() {
        for line in [
            "-- /bin/driver",
            "--directory /d --",
            "--directory /d",
            "--directory /d --uid 1 -- /bin/driver",
            "--directory /d --uid x --gid 1 -- /bin/driver",
            "--what /d -- /bin/driver",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
