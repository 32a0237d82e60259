//! Reading hostile workbooks in a process of their own.
//!
//! calamine reads some formats whole and sets no bounds on memory; a file of a few kilobytes can ask for gigabytes, and
//! an allocation that fails ends the process. So this program starts itself once per such file, under limits that the
//! operating system holds: the child may die, the server does not.

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use xlsx_ingest::{Isolation, IsolationFailure, Limits, WorkbookFormat, dump_cells};

/// The subcommand that [`ChildProcess`] starts; the format follows it.
pub(crate) const SUBCOMMAND: &str = "read-legacy-workbook";

/// Address space of a child. A workbook within the limits of size needs far less; what needs more is meant to harm, and
/// two of them at a time still leave a small server its memory.
const MEMORY_BYTES: u64 = 512 * 1024 * 1024;
/// Processor time of a child, in seconds; holds also when its parent is gone.
const CPU_SECONDS: u64 = 60;
/// Time from start to end of a child.
const WALL_CLOCK: Duration = Duration::from_mins(1);
/// How often a child is asked whether it has ended, once its output has.
const POLL: Duration = Duration::from_millis(2);

const NOT_A_WORKBOOK: u8 = 3;
const TOO_LARGE: u8 = 4;
const UNAVAILABLE: u8 = 5;

/// Reads each workbook in a child process of `program`, which must know [`SUBCOMMAND`].
#[derive(Debug, Clone)]
pub(crate) struct ChildProcess {
    /// Usually the running program itself.
    pub(crate) program: PathBuf,
}

/// A child that does not outlive its reader.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it has ended, and then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Isolation for ChildProcess {
    fn extract(&self, format: WorkbookFormat, bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        let deadline = Instant::now() + WALL_CLOCK;
        thread::scope(|scope| {
            // Belongs to this closure, so that whoever still talks to it is cut off before the scope waits for them.
            let mut child = self.start(format)?;
            let stdin = child.0.stdin.take().ok_or_else(|| unavailable("no input"))?;
            let stdout = child.0.stdout.take().ok_or_else(|| unavailable("no output"))?;
            scope.spawn(move || feed(stdin, bytes));
            let (sender, receiver) = mpsc::channel();
            let max_bytes = limits.record_bytes;
            scope.spawn(move || {
                // The receiver is gone only after the deadline.
                let _ = sender.send(read_bounded(stdout, max_bytes));
            });
            let output = receiver.recv_timeout(deadline.saturating_duration_since(Instant::now()));
            let output = output.map_err(|_| too_slow())?;
            let Some(output) = output.map_err(|error| unavailable(&error.to_string()))? else {
                return Err(IsolationFailure::TooLarge(format!(
                    "> {} MiB of cells",
                    max_bytes >> 20
                )));
            };
            let status = child.wait_until(deadline)?;
            verdict(status, max_bytes).map(|()| output)
        })
    }
}

impl ChildProcess {
    fn start(&self, format: WorkbookFormat) -> Result<Running, IsolationFailure> {
        let mut command = Command::new(&self.program);
        // Nothing of the server's environment, secrets included, reaches code that reads hostile bytes.
        command.args([SUBCOMMAND, format.code()]).env_clear();
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        command
            .spawn()
            .map(Running)
            .map_err(|error| unavailable(&error.to_string()))
    }
}

impl Running {
    /// Waits for a child that has closed its output.
    fn wait_until(&mut self, deadline: Instant) -> Result<ExitStatus, IsolationFailure> {
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) if Instant::now() < deadline => thread::sleep(POLL),
                Ok(None) => return Err(too_slow()),
                Err(error) => return Err(unavailable(&error.to_string())),
            }
        }
    }
}

fn feed(mut stdin: impl Write, bytes: &[u8]) {
    // A child that gives up early closes its input; its exit says why.
    let _ = stdin.write_all(bytes);
}

/// All of `stdout`, unless it is more than `max_bytes`.
fn read_bounded(stdout: impl Read, max_bytes: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut output = Vec::new();
    stdout.take(max_bytes + 1).read_to_end(&mut output)?;
    Ok((output.len() as u64 <= max_bytes).then_some(output))
}

fn verdict(status: ExitStatus, max_bytes: u64) -> Result<(), IsolationFailure> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) if code == i32::from(NOT_A_WORKBOOK) => Err(IsolationFailure::NotAWorkbook),
        Some(code) if code == i32::from(TOO_LARGE) => Err(too_many_cells(max_bytes)),
        Some(code) => Err(unavailable(&format!("it ended with code {code}"))),
        None if status.signal() == Some(Signal::XCPU.as_raw()) => Err(too_slow()),
        // Without memory a program aborts.
        None => Err(IsolationFailure::TooLarge(format!(
            "> {} MiB of memory",
            MEMORY_BYTES >> 20
        ))),
    }
}

fn too_many_cells(max_bytes: u64) -> IsolationFailure {
    IsolationFailure::TooLarge(format!("> {} MiB of cells", max_bytes >> 20))
}

fn too_slow() -> IsolationFailure {
    IsolationFailure::TooLarge(format!("> {} s", WALL_CLOCK.as_secs()))
}

fn unavailable(reason: &str) -> IsolationFailure {
    tracing::error!(reason, "The isolated reader of workbooks did not answer.");
    IsolationFailure::Unavailable(reason.to_owned())
}

/// The child's side: reads a workbook from standard input and writes its cells to standard output.
pub(crate) fn read_legacy_workbook(format: WorkbookFormat) -> ExitCode {
    ExitCode::from(match limit_resources().and_then(|()| dump(format)) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(IsolationFailure::NotAWorkbook) => NOT_A_WORKBOOK,
        Err(IsolationFailure::TooLarge(_)) => TOO_LARGE,
        Err(IsolationFailure::Unavailable(_)) => UNAVAILABLE,
    })
}

/// Before the first hostile byte is read.
fn limit_resources() -> Result<(), IsolationFailure> {
    let limits = [
        (Resource::As, MEMORY_BYTES),
        (Resource::Cpu, CPU_SECONDS),
        // A crash is an answer here, and no reason to write half a gigabyte to disk.
        (Resource::Core, 0),
    ];
    for (resource, amount) in limits {
        let limit = Rlimit {
            current: Some(amount),
            maximum: Some(amount),
        };
        setrlimit(resource, limit).map_err(|error| IsolationFailure::Unavailable(error.to_string()))?;
    }
    Ok(())
}

fn dump(format: WorkbookFormat) -> Result<(), IsolationFailure> {
    let failed = |error: std::io::Error| IsolationFailure::Unavailable(error.to_string());
    // The parent has judged the size; this bounds what is left of the memory for reading.
    let input = read_bounded(std::io::stdin().lock(), MEMORY_BYTES / 4).map_err(failed)?;
    let bytes = input.ok_or_else(|| IsolationFailure::TooLarge(format!("> {} MiB", MEMORY_BYTES >> 22)))?;
    let mut stdout = std::io::stdout().lock();
    dump_cells(format, &bytes, &mut stdout, &Limits::default())?;
    stdout.flush().map_err(failed)
}
