//! Reading hostile workbooks in a process of their own.
//!
//! A file of a few kilobytes can ask for gigabytes or for hours, and an allocation that fails ends the process. So this
//! program starts itself once per such file, under limits that the operating system holds: the child may die, the server
//! does not. Cells come through a pipe while they are read; neither process keeps them.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitCode, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use xlsx_ingest::{Isolation, IsolationFailure, Limits, dump_cells, unlock_package};

/// The subcommand by which [`ChildProcess`] has a workbook read.
pub(crate) const SUBCOMMAND: &str = "read-legacy-workbook";
/// The subcommand by which it has one opened.
pub(crate) const UNLOCK_SUBCOMMAND: &str = "unlock-workbook";

/// What a child may have in memory of its own, stacks and buffers included.
const MEMORY_BYTES: u64 = 160 * MIB;
/// Address space of a child, in which the program itself takes its place.
const ADDRESS_BYTES: u64 = 1_024 * MIB;
/// Processor time of a child, in seconds; holds also when its parent is gone.
const CPU_SECONDS: u64 = 60;
/// Time from start to end of a child.
const WALL_CLOCK: Duration = Duration::from_mins(1);
/// How often a child is asked whether it has ended, once its output has.
const POLL: Duration = Duration::from_millis(2);

const MIB: u64 = 1024 * 1024;

/// Reads each workbook in a child process, which must know [`SUBCOMMAND`] and [`UNLOCK_SUBCOMMAND`]. Cheap to clone; clones share the bounds.
#[derive(Debug, Clone)]
pub(crate) struct ChildProcess {
    program: PathBuf,
    turns: Arc<Turns>,
}

impl ChildProcess {
    /// Starts `program`, usually the running one itself, for so many files at a time.
    pub(crate) fn new(program: PathBuf, children: usize) -> Self {
        Self {
            program,
            turns: Arc::new(Turns {
                free: Mutex::new(children),
                freed: Condvar::new(),
            }),
        }
    }

    fn start(&self, input: Stdio, arguments: &[&str]) -> io::Result<(Running, ChildStdout)> {
        let mut command = Command::new(&self.program);
        // Nothing of the server's environment, secrets included, reaches code that reads hostile bytes.
        command.args(arguments).env_clear();
        command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = Running(command.spawn()?);
        let output = child.0.stdout.take();
        let output = output.ok_or_else(|| io::Error::other("the child has no output"))?;
        Ok((child, output))
    }
}

impl Isolation for ChildProcess {
    fn extract(&self, bytes: &[u8], named: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        let turn = Turn::take(&self.turns);
        let failed = |error: io::Error| unavailable(&error.to_string());
        // A file has no end that somebody must feed, and needs no place in the memory of the child.
        let mut input = tempfile::tempfile().map_err(failed)?;
        input.write_all(bytes).map_err(failed)?;
        input.rewind().map_err(failed)?;
        let named = named.iter().map(String::as_str);
        let arguments: Vec<&str> = [SUBCOMMAND, "--"].into_iter().chain(named).collect();
        let (child, output) = self.start(Stdio::from(input), &arguments).map_err(failed)?;
        Ok(Box::new(ChildOutput::of(child, output, turn)))
    }

    fn unlock(&self, bytes: &[u8], password: &str) -> Result<Box<dyn Read>, IsolationFailure> {
        let turn = Turn::take(&self.turns);
        let failed = |error: io::Error| unavailable(&error.to_string());
        let (mut child, output) = self.start(Stdio::piped(), &[UNLOCK_SUBCOMMAND]).map_err(failed)?;
        // Through a pipe, which leaves no trace: the password is written nowhere. The child says nothing before it has all,
        // and whatever ends it before shows in what it says.
        if let Some(mut input) = child.0.stdin.take() {
            let length = u32::try_from(password.len()).unwrap_or(u32::MAX).to_le_bytes();
            let _ = [&length, password.as_bytes(), bytes]
                .into_iter()
                .try_for_each(|part| input.write_all(part));
        }
        Ok(Box::new(ChildOutput::of(child, output, turn)))
    }
}

/// A child that does not outlive its reader.
#[derive(Debug)]
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it has ended, and then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a child writes, until it ends well or for a reason.
struct ChildOutput {
    output: ChildStdout,
    child: Running,
    deadline: Instant,
    /// Whether the child has come to read the file: whatever ends it then is the file.
    has_begun: bool,
    _turn: Turn,
}

impl Read for ChildOutput {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.wait_for_output()?;
        let read = self.output.read(buffer)?;
        self.has_begun |= read > 0;
        if read == 0 {
            let status = self.wait_for_end()?;
            self.verdict(status).map_err(io::Error::other)?;
        }
        Ok(read)
    }
}

impl ChildOutput {
    fn of(child: Running, output: ChildStdout, turn: Turn) -> Self {
        Self {
            output,
            child,
            deadline: Instant::now() + WALL_CLOCK,
            has_begun: false,
            _turn: turn,
        }
    }

    fn wait_for_output(&self) -> io::Result<()> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        let timeout = Timespec::try_from(left).map_err(io::Error::other)?;
        let mut waiting = [PollFd::new(&self.output, PollFlags::IN)];
        loop {
            return match poll(&mut waiting, Some(&timeout)) {
                Ok(0) => Err(io::Error::other(too_slow())),
                Ok(_) => Ok(()),
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => Err(error.into()),
            };
        }
    }

    /// Waits for a child that has closed its output.
    fn wait_for_end(&mut self) -> io::Result<ExitStatus> {
        loop {
            match self.child.0.try_wait()? {
                Some(status) => return Ok(status),
                None if Instant::now() < self.deadline => thread::sleep(POLL),
                None => return Err(io::Error::other(too_slow())),
            }
        }
    }

    fn verdict(&self, status: ExitStatus) -> Result<(), IsolationFailure> {
        match status.code() {
            Some(0) => Ok(()),
            _ if !self.has_begun => Err(unavailable(&format!("it ended before it began: {status}"))),
            None if status.signal() == Some(Signal::XCPU.as_raw()) => Err(too_slow()),
            // Without memory a program aborts; so it does when the system takes it out of its memory.
            _ => Err(IsolationFailure::TooLarge(format!(
                "> {} MiB of memory",
                MEMORY_BYTES >> 20
            ))),
        }
    }
}

fn too_slow() -> IsolationFailure {
    IsolationFailure::TooLarge(format!("> {} s", WALL_CLOCK.as_secs()))
}

fn unavailable(reason: &str) -> IsolationFailure {
    tracing::error!(reason, "The isolated reader of workbooks did not answer.");
    IsolationFailure::Unavailable(reason.to_owned())
}

/// How many children may read.
#[derive(Debug)]
struct Turns {
    free: Mutex<usize>,
    freed: Condvar,
}

/// The right to have a child, for which one waits.
#[derive(Debug)]
struct Turn(Arc<Turns>);

impl Turn {
    fn take(turns: &Arc<Turns>) -> Self {
        let free = turns.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = turns
            .freed
            .wait_while(free, |free| *free == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Self(Arc::clone(turns))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}

/// The child's side: reads a workbook from standard input and writes its cells to standard output, those of the sheets `named`
/// too.
pub(crate) fn read_legacy_workbook(named: &[String]) -> ExitCode {
    match limit_resources().and_then(|()| dump(named)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The child's side: reads a password and a package from standard input, and writes the workbook in it.
pub(crate) fn unlock_workbook() -> ExitCode {
    match limit_resources().and_then(|()| unlock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn unlock() -> io::Result<()> {
    let mut input = File::from(rustix::io::dup(io::stdin())?);
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let mut password = String::new();
    let length = u64::from(u32::from_le_bytes(length));
    Read::by_ref(&mut input).take(length).read_to_string(&mut password)?;
    let mut package = Vec::new();
    input.read_to_end(&mut package)?;
    unlock_package(io::Cursor::new(package), &password, &mut io::stdout().lock())
}

/// Before the first hostile byte is read.
fn limit_resources() -> io::Result<()> {
    let limits = [
        (Resource::Data, MEMORY_BYTES),
        (Resource::As, ADDRESS_BYTES),
        (Resource::Cpu, CPU_SECONDS),
        // A crash is an answer here, and no reason to write it to disk.
        (Resource::Core, 0),
    ];
    for (resource, amount) in limits {
        let limit = Rlimit {
            current: Some(amount),
            maximum: Some(amount),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}

fn dump(named: &[String]) -> io::Result<()> {
    let input = File::from(rustix::io::dup(io::stdin())?);
    let mut output = io::BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    dump_cells(io::BufReader::new(input), named, &mut output, &Limits::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_turn_waits_for_one() {
        let turns = Arc::new(Turns {
            free: Mutex::new(1),
            freed: Condvar::new(),
        });
        let first = Turn::take(&turns);
        let later = Arc::clone(&turns);
        let waiting = thread::spawn(move || drop(Turn::take(&later)));
        assert_eq!(*turns.free.lock().unwrap(), 0);
        drop(first);
        waiting.join().unwrap();
        assert_eq!(*turns.free.lock().unwrap(), 1);
    }

    #[test]
    fn a_program_that_does_not_begin_is_not_the_fault_of_the_file() {
        for program in ["/bin/false", "/nowhere"] {
            let isolation = ChildProcess::new(program.into(), 1);
            let outcome = isolation.extract(b"PK", &[], &Limits::default());
            let error = outcome.map(|mut records| records.read(&mut [0; 1]).unwrap_err());
            let failure = match &error {
                Ok(error) => error.get_ref().and_then(|inner| inner.downcast_ref()).unwrap(),
                Err(failure) => failure,
            };
            assert!(
                matches!(failure, IsolationFailure::Unavailable(_)),
                "{program}: {failure}"
            );
        }
    }
}
