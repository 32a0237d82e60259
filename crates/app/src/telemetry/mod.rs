//! The log. It never stops the work: its lines are written by a thread of their own, and where whoever reads it stands
//! still or is gone, lines are dropped and counted.

mod rotation;

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tracing_subscriber::EnvFilter;

use self::rotation::RotatingFile;
use crate::config::Values;

/// What libraries tell at `info` is of no interest to those who run a server.
const LIBRARIES: &str = "actix_server=warn,apalis=warn,apalis_core=warn,apalis_postgres=warn,sqlx=warn";
/// Lines that wait to be written.
const BACKLOG: usize = 4_096;
/// How long the end of the program waits for the last lines.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(1);

/// Lines to standard error.
static TERMINAL: OnceLock<Lines> = OnceLock::new();
/// Lines to `LOG_FILE`, where there is one.
static FILE: OnceLock<Lines> = OnceLock::new();

/// What is wrong with the bytes of a request is its sender's business, who could fill the log by it. Who wants to know
/// names the library.
fn without_requests(level: &str) -> String {
    if level.contains("actix_http") {
        level.to_owned()
    } else {
        format!("{level},actix_http::h1=off")
    }
}

/// Starts the log as `LOG`, `LOG_FORMAT` and `LOG_FILE` say; without a file on standard error. `default` is the level without
/// `LOG`.
pub(crate) fn start(default: &str) -> Result<()> {
    let values = Values::from_env();
    let level = values.given("LOG").unwrap_or_else(|| format!("{default},{LIBRARIES}"));
    let Ok(filter) = EnvFilter::try_new(without_requests(&level)) else {
        bail!("LOG cannot be '{level}'")
    };
    if let Some(path) = values.given("LOG_FILE") {
        let (limit_bytes, kept) = (values.number("LOG_FILE_BYTES")?, values.number("LOG_FILES_KEPT")?);
        let file = RotatingFile::open(path.clone().into(), limit_bytes, kept)
            .with_context(|| format!("LOG_FILE cannot be '{path}'"))?;
        FILE.get_or_init(|| Lines::start(file));
    }
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // Colours are for people who look, not for files.
        .with_ansi(FILE.get().is_none() && io::stderr().is_terminal())
        // They would be told on standard error, and panic where that is closed.
        .log_internal_errors(false)
        .with_writer(|| Writer(lines()));
    match values.choice("LOG_FORMAT")? {
        "json" => log.json().flatten_event(true).init(),
        _ => log.init(),
    }
    // The usual hook writes to standard error itself, and would wait for its reader.
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
    Ok(())
}

/// Says a last line on standard error, whether the log was started or not; where it has a file, there as well.
pub(crate) fn say(line: &str) {
    for lines in FILE.get().into_iter().chain([terminal()]) {
        lines.send(format!("{line}\n").into_bytes());
    }
}

/// Waits a moment for what is not written yet.
pub(crate) fn finish() {
    for lines in [&FILE, &TERMINAL].into_iter().filter_map(OnceLock::get) {
        lines.flush(FLUSH_TIMEOUT);
    }
}

fn terminal() -> &'static Lines {
    TERMINAL.get_or_init(|| Lines::start(io::stderr()))
}

/// Where the log goes.
fn lines() -> &'static Lines {
    FILE.get().unwrap_or_else(terminal)
}

enum Message {
    Line(Vec<u8>),
    /// Answered once everything before it is written.
    Flush(SyncSender<()>),
}

/// Lines on their way.
struct Lines {
    sender: SyncSender<Message>,
    dropped: Arc<AtomicU64>,
}

impl Lines {
    /// Writes to `output`, in a thread that lives as long as the program.
    fn start(output: impl Write + Send + 'static) -> Self {
        let (sender, receiver) = sync_channel(BACKLOG);
        let writing = thread::Builder::new().name("log".to_owned());
        // Without a thread nobody writes, and lines are dropped as well.
        let dropped = Arc::new(AtomicU64::new(0));
        let lost = Arc::clone(&dropped);
        let _ = writing.spawn(move || write(output, &receiver, &lost));
        Self { sender, dropped }
    }

    /// Never waits.
    fn send(&self, line: Vec<u8>) {
        // Told before the next line that fits: the reader is back, and learns what is missing.
        let dropped = self.dropped.swap(0, Ordering::Relaxed);
        if dropped > 0 {
            let told = Message::Line(format!("{dropped} lines of the log were dropped.\n").into_bytes());
            if self.sender.try_send(told).is_err() {
                self.dropped.fetch_add(dropped, Ordering::Relaxed);
            }
        }
        if self.sender.try_send(Message::Line(line)).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn flush(&self, patience: Duration) {
        let (done, written) = sync_channel(1);
        if self.sender.try_send(Message::Flush(done)).is_ok() {
            // Late or never: the program ends all the same.
            let _ = written.recv_timeout(patience);
        }
    }
}

fn write(mut output: impl Write, lines: &Receiver<Message>, lost: &AtomicU64) {
    for message in lines {
        match message {
            // A reader that is gone may come back, as a collector does.
            Message::Line(line) => {
                if output.write_all(&line).is_err() {
                    lost.fetch_add(1, Ordering::Relaxed);
                }
            }
            Message::Flush(done) => drop(done.send(())),
        }
    }
}

/// Takes one line at a time, as the log writes them.
struct Writer(&'static Lines);

impl Write for Writer {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.send(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};
    use std::time::Instant;

    use super::*;

    #[test]
    fn malformed_requests_are_told_only_to_who_asks() {
        assert_eq!(without_requests("info"), "info,actix_http::h1=off");
        assert_eq!(without_requests("info,actix_http=warn"), "info,actix_http=warn");
    }

    /// An output that takes a line for each permit.
    struct Slow {
        entered: Sender<()>,
        permits: Receiver<()>,
        taken: Sender<String>,
    }

    impl Write for Slow {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            self.entered.send(()).map_err(io::Error::other)?;
            self.permits.recv().map_err(io::Error::other)?;
            let length = line.len();
            let line = String::from_utf8(line.to_vec()).unwrap();
            self.taken.send(line).map_err(io::Error::other)?;
            Ok(length)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_stands_still_holds_nobody_up_and_learns_what_it_missed() {
        let (entered, writes) = channel();
        let (permit, permits) = channel();
        let (taken, lines_taken) = channel();
        let lines = Lines::start(Slow {
            entered,
            permits,
            taken,
        });
        lines.send(b"first\n".to_vec());
        // From here on it takes no other.
        writes.recv_timeout(Duration::from_secs(10)).unwrap();
        let began = Instant::now();
        for number in 0..BACKLOG + 100 {
            lines.send(format!("{number}\n").into_bytes());
        }
        lines.flush(Duration::from_millis(1));
        assert!(began.elapsed() < Duration::from_secs(5));
        let dropped = lines.dropped.load(Ordering::Relaxed);
        assert_eq!(dropped, 100);
        for _ in 0..BACKLOG + 10 {
            permit.send(()).unwrap();
        }
        lines_taken.recv_timeout(Duration::from_secs(10)).unwrap();
        lines.flush(Duration::from_secs(10));
        lines.send(b"back\n".to_vec());
        lines.flush(Duration::from_secs(10));
        let taken: Vec<String> = lines_taken.try_iter().collect();
        assert!(
            taken.contains(&format!("{dropped} lines of the log were dropped.\n"))
                && taken.contains(&"back\n".to_owned()),
            "{:?}",
            taken.last()
        );
    }

    #[test]
    fn an_output_that_is_closed_fails_nothing() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let lines = Lines::start(Closed);
        lines.send(b"lost\n".to_vec());
        lines.flush(Duration::from_secs(10));
        assert_eq!(lines.dropped.load(Ordering::Relaxed), 1);
    }
}
