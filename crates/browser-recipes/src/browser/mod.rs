//! The processes of a browser and what is theirs: programs, folder, driver, memory.

mod driver;
mod folder;
pub mod keeper;
mod processes;
mod programs;
mod remote;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::{sleep, timeout};

pub(crate) use driver::Driver;
pub use driver::Launcher;
pub(crate) use folder::{Account, WalkFolder, incoming};
pub(crate) use processes::{available_memory, end_leftovers};
pub(crate) use programs::Programs;
pub(crate) use remote::Remote;

/// How often the memory of a browser is looked at.
const MEMORY_LOOK: Duration = Duration::from_secs(1);
/// How often what it has downloaded is looked at, beside the step that waits for a file.
const DOWNLOADS_LOOK: Duration = Duration::from_secs(1);
/// A program that does not say its version by then does not run.
const VERSION_TIMEOUT: Duration = Duration::from_secs(10);

/// Comes back with what the processes below `keeper` take, once that is more than `most` bytes; `seen` follows it.
pub(crate) async fn outgrown(keeper: Option<u32>, most: u64, seen: &AtomicU64) -> u64 {
    let Some(keeper) = keeper else {
        return std::future::pending().await;
    };
    loop {
        let looked = tokio::task::spawn_blocking(move || processes::memory_of(&processes::below(keeper))).await;
        let bytes = looked.unwrap_or(0);
        seen.store(bytes, Ordering::Relaxed);
        if bytes > most {
            return bytes;
        }
        sleep(MEMORY_LOOK).await;
    }
}

/// Comes back once there are more than `most` bytes in a folder for downloads, whichever step they came in.
pub(crate) async fn overfull(downloads: PathBuf, most: u64) {
    loop {
        let folder = downloads.clone();
        let looked = tokio::task::spawn_blocking(move || incoming(&folder)).await;
        let files = looked.ok().and_then(Result::ok).unwrap_or_default();
        if files.iter().map(|file| file.size_bytes).sum::<u64>() > most {
            return;
        }
        sleep(DOWNLOADS_LOOK).await;
    }
}

/// What a browser says of its version.
pub(crate) async fn version_of(browser: &Path) -> Option<String> {
    let mut command = tokio::process::Command::new(browser);
    command
        .arg("--version")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .kill_on_drop(true);
    command.stdin(std::process::Stdio::null());
    let said = timeout(VERSION_TIMEOUT, command.output()).await.ok()?.ok()?;
    programs::version_in(&String::from_utf8_lossy(&said.stdout))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_for_downloads_is_full_in_any_step() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.xlsx", "b.xlsx.crdownload"] {
            std::fs::write(folder.path().join(name), "abc").unwrap();
        }
        let full = |most| timeout(Duration::from_millis(500), overfull(folder.path().to_owned(), most));
        assert!(full(6).await.is_err());
        assert!(full(5).await.is_ok());
    }
}
