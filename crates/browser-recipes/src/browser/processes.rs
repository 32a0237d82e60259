//! Processes of this machine, as `/proc` shows them: which came of which, and what they take.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::keeper::kill;

const KIB: u64 = 1024;

/// Every process that came of `ancestor`, however far down, without itself.
pub(crate) fn below(ancestor: u32) -> Vec<u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for pid in all() {
        if let Some(parent) = parent_of(pid) {
            children.entry(parent).or_default().push(pid);
        }
    }
    let mut found = Vec::new();
    let mut asked = vec![ancestor];
    while let Some(parent) = asked.pop() {
        let own = children.remove(&parent).unwrap_or_default();
        found.extend_from_slice(&own);
        asked.extend(own);
    }
    found
}

/// What processes take together, in bytes: pages that several have count once among them.
pub(crate) fn memory_of(pids: &[u32]) -> u64 {
    pids.iter().filter_map(|pid| memory(*pid)).sum()
}

/// Ends browsers and drivers whose profile or home is a folder or lies below it: what a walk left whose keeper was killed.
pub(crate) fn end_leftovers(folder: &Path) {
    for pid in all() {
        if is_of(pid, folder) {
            kill(pid);
        }
    }
}

/// What can be had of memory, in bytes: of the machine, and of what we are confined to.
pub(crate) fn available_memory() -> Option<u64> {
    let meminfo = fs::read_to_string("/proc/meminfo").ok()?;
    let machine = field(&meminfo, "MemAvailable:")?;
    Some(confined().map_or(machine, |left| left.min(machine)))
}

fn all() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent_of(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(of(pid, "stat")).ok()?;
    // The name stands in brackets and may have any character.
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut words = after_name.split_ascii_whitespace();
    let state = words.next()?;
    // One that has ended is nobody's child any more.
    (state != "Z" && state != "X")
        .then(|| words.next()?.parse().ok())
        .flatten()
}

/// The proportional share of a process; where the system does not tell (a sandboxed one is nobody's to look into), what it
/// has alone, with all that it shares but files.
fn memory(pid: u32) -> Option<u64> {
    let rollup = fs::read_to_string(of(pid, "smaps_rollup"));
    if let Some(share) = rollup.ok().and_then(|rollup| field(&rollup, "Pss:")) {
        return Some(share);
    }
    let status = fs::read_to_string(of(pid, "status")).ok()?;
    Some(field(&status, "RssAnon:")? + field(&status, "RssShmem:")?)
}

/// A figure in kB, in bytes.
fn field(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let figure: u64 = line.split_ascii_whitespace().next()?.parse().ok()?;
    Some(figure * KIB)
}

/// What is left of the memory of a container or unit, where it is bounded.
fn confined() -> Option<u64> {
    let own = fs::read_to_string("/proc/self/cgroup").ok()?;
    let path = own.lines().find_map(|line| line.strip_prefix("0::"))?;
    let group = Path::new("/sys/fs/cgroup").join(path.trim_start_matches('/'));
    let read = |name: &str| fs::read_to_string(group.join(name)).ok();
    let most: u64 = read("memory.max")?.trim().parse().ok()?;
    let used: u64 = read("memory.current")?.trim().parse().ok()?;
    // Pages of files go when room is needed.
    let files = read("memory.stat").and_then(|stat| {
        let line = stat.lines().find_map(|line| line.strip_prefix("inactive_file "))?;
        line.trim().parse::<u64>().ok()
    });
    Some(most.saturating_sub(used.saturating_sub(files.unwrap_or(0))))
}

fn is_of(pid: u32, folder: &Path) -> bool {
    let folder = folder.as_os_str().as_bytes();
    let is_there = |path: &[u8]| {
        let below = path.strip_prefix(folder);
        below.is_some_and(|below| below.is_empty() || below.starts_with(b"/"))
    };
    let begins = |text: &[u8], name: &[u8]| text.strip_prefix(name).is_some_and(is_there);
    let Ok(line) = fs::read(of(pid, "cmdline")) else {
        return false;
    };
    let mut words = line.split(|byte| *byte == 0);
    let is_driver = words.next().is_some_and(|program| program.ends_with(b"chromedriver"));
    if words.any(|word| begins(word, b"--user-data-dir=")) {
        return true;
    }
    is_driver
        && fs::read(of(pid, "environ"))
            .is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|word| begins(word, b"HOME=")))
}

fn of(pid: u32, file: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{pid}/{file}"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use super::*;

    #[test]
    fn children_of_children_are_found_and_take_memory() {
        let mut shell = Command::new("sh")
            .args(["-c", "sleep 60 & wait"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let found = loop {
            let found = below(shell.id());
            if !found.is_empty() {
                break found;
            }
            std::thread::yield_now();
        };
        assert_eq!(found.len(), 1);
        assert!(memory_of(&[shell.id(), found[0]]) > 0);
        assert!(below(std::process::id()).contains(&found[0]));
        kill(found[0]);
        kill(shell.id());
        shell.wait().unwrap();
        assert!(below(shell.id()).is_empty());
    }

    #[test]
    fn a_process_is_a_leftover_by_its_profile() {
        let folder = tempfile::tempdir().unwrap();
        let profile = format!("--user-data-dir={}/run/profile", folder.path().display());
        // What follows the script is only there to be seen.
        let mut left = Command::new("sh")
            .args(["-c", "read x", "sh", &profile])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut other = Command::new("sh")
            .args([
                "-c",
                "read x",
                "sh",
                &format!("{}/run/profile", folder.path().display()),
            ])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        while !is_of(left.id(), folder.path()) {
            std::thread::yield_now();
        }
        end_leftovers(folder.path());
        assert!(!left.wait().unwrap().success());
        assert_eq!(other.try_wait().unwrap(), None);
        kill(other.id());
        other.wait().unwrap();
    }

    #[test]
    fn a_driver_is_a_leftover_by_its_home() {
        let folder = tempfile::tempdir().unwrap();
        let run = folder.path().join("run");
        let driver = |home: &Path| {
            let mut command = Command::new("sh");
            command.arg0("chromedriver").args(["-c", "read x"]);
            command.env("HOME", home).stdin(Stdio::piped()).spawn().unwrap()
        };
        let (mut left, mut other) = (driver(&run), driver(&folder.path().join("run-2")));
        let is_seen = (0..500).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            is_of(left.id(), &run) && is_of(other.id(), folder.path())
        });
        end_leftovers(&run);
        kill(left.id());
        let is_other_there = other.try_wait().unwrap().is_none();
        kill(other.id());
        left.wait().unwrap();
        other.wait().unwrap();
        assert!(is_seen && is_other_there);
    }

    #[test]
    fn free_memory_is_known() {
        assert!(available_memory().is_some_and(|bytes| bytes > 1024 * KIB));
    }
}
