//! The hidden command that becomes `postgres` or `initdb`.
//!
//! Between fork and exec only `unsafe` code can run, which this workspace forbids. So the program starts itself again, and
//! this command, alone in its process and with one thread, gives up root, ties its life to its parent's and then becomes the
//! program it was given:
//!
//! ```text
//! fullhouse launch-postgres [--uid U --gid G] --parent PID -- PROGRAM ARGUMENT…
//! ```

use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{self, Command};

use thiserror::Error;

/// The name of the hidden command.
pub const COMMAND: &str = "launch-postgres";

/// Why the program was not started.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// Only [`EmbeddedPostgres`](super::EmbeddedPostgres) calls this command.
    #[error("expected [--uid U --gid G] --parent PID -- PROGRAM ARGUMENT…")]
    Usage,
    /// The process that wanted the program is gone, and nobody would stop it.
    #[error("the process that asked for this program has ended")]
    Orphaned,
    /// The rights of another user could not be taken.
    #[error("cannot become user {0}")]
    User(u32, #[source] io::Error),
    /// The signal at the parent's death could not be set.
    #[error("cannot follow the parent process")]
    Parent(#[source] io::Error),
    /// The program could not be started.
    #[error("cannot start {}", .0.display())]
    Exec(PathBuf, #[source] io::Error),
}

/// Drops the rights of root, asks for SIGINT (PostgreSQL's fast shutdown) when the parent dies, and becomes the program.
///
/// `args` are those after the hidden command's name. Call it first thing in `main`, before any thread is started.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<Infallible, LaunchError> {
    let launch = Launch::parse(args).ok_or(LaunchError::Usage)?;
    if let Some((uid, gid)) = launch.user {
        become_user(uid, gid).map_err(|error| LaunchError::User(uid, error))?;
    }
    // Afterwards, as a change of user clears the signal.
    follow_parent().map_err(LaunchError::Parent)?;
    // The parent may have died before it could be followed.
    if std::os::unix::process::parent_id() != launch.parent {
        return Err(LaunchError::Orphaned);
    }
    let error = Command::new(&launch.program).args(&launch.args).exec();
    Err(LaunchError::Exec(launch.program, error))
}

/// [`run`] for a `main` that has nothing better to do: says on standard error why it failed, and ends the process.
pub fn run_or_exit(args: impl IntoIterator<Item = OsString>) -> ! {
    let Err(error) = run(args);
    let cause = std::error::Error::source(&error)
        .map(|cause| format!(": {cause}"))
        .unwrap_or_default();
    eprintln!("{COMMAND}: {error}{cause}");
    process::exit(127)
}

#[derive(Debug, PartialEq, Eq)]
struct Launch {
    user: Option<(u32, u32)>,
    parent: u32,
    program: PathBuf,
    args: Vec<OsString>,
}

impl Launch {
    fn parse(args: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let mut args = args.into_iter();
        let (mut uid, mut gid, mut parent) = (None, None, None);
        loop {
            let name = args.next()?;
            let slot = match name.to_str()? {
                "--" => break,
                "--uid" => &mut uid,
                "--gid" => &mut gid,
                "--parent" => &mut parent,
                _ => return None,
            };
            *slot = Some(args.next().as_deref().and_then(OsStr::to_str)?.parse::<u32>().ok()?);
        }
        let user = match (uid, gid) {
            (Some(uid), Some(gid)) => Some((uid, gid)),
            (None, None) => None,
            _ => return None,
        };
        Some(Self {
            user,
            parent: parent?,
            program: args.next()?.into(),
            args: args.collect(),
        })
    }
}

#[cfg(target_os = "linux")]
fn become_user(uid: u32, gid: u32) -> io::Result<()> {
    use nix::unistd::{Gid, Uid, setgid, setgroups, setuid};

    let gid = Gid::from_raw(gid);
    setgroups(&[gid])?;
    setgid(gid)?;
    setuid(Uid::from_raw(uid))?;
    Ok(())
}

/// macOS has no safe call that drops the other groups of root, and nobody runs servers as root there.
#[cfg(not(target_os = "linux"))]
fn become_user(_uid: u32, _gid: u32) -> io::Result<()> {
    Err(io::Error::new(
        io::ErrorKind::Unsupported,
        "start as an ordinary user on this system",
    ))
}

#[cfg(target_os = "linux")]
fn follow_parent() -> io::Result<()> {
    Ok(nix::sys::prctl::set_pdeathsig(nix::sys::signal::Signal::SIGINT)?)
}

/// Elsewhere a server whose parent was killed lives on until the next start stops it.
#[cfg(not(target_os = "linux"))]
fn follow_parent() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<Launch> {
        Launch::parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn arguments_of_the_program_are_left_alone() {
        let launch = parse("--uid 101 --gid 104 --parent 7 -- /bin/postgres -D --uid").unwrap();
        assert_eq!(launch.user, Some((101, 104)));
        assert_eq!(launch.parent, 7);
        assert_eq!(launch.program, PathBuf::from("/bin/postgres"));
        assert_eq!(launch.args, ["-D", "--uid"]);
    }

    #[test]
    fn a_user_without_a_group_is_refused() {
        assert_eq!(parse("--uid 101 --parent 7 -- /bin/postgres"), None);
    }

    #[test]
    fn a_missing_parent_or_program_is_refused() {
        assert_eq!(parse("-- /bin/postgres"), None);
        assert_eq!(parse("--parent 7 --"), None);
        assert_eq!(parse("--parent 7"), None);
    }
}
