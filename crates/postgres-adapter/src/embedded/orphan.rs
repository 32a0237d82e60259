//! What an earlier run may have left: a file that names a dead server, or a server that lives.

use std::fs;
use std::path::Path;

use super::error::EmbeddedError;
use super::folder::Folder;
use super::process;

/// Stops a server of an earlier run and removes the files that would keep a new one from starting.
///
/// The lock is ours, so no instance of the program wants that server any more.
pub(super) fn clear(folder: &Folder) -> Result<(), EmbeddedError> {
    let pid_file = folder.cluster().join("postmaster.pid");
    if let Some(pid) = read_pid(&pid_file)
        && serves(pid, &folder.cluster())
    {
        tracing::warn!(
            pid,
            "A PostgreSQL server of an earlier run (process {pid}) still runs; stopping it first."
        );
        if !process::shut_down(pid, || !process::is_running(pid)) {
            return Err(EmbeddedError::Orphan(pid));
        }
    }
    // PostgreSQL looks only whether the number in these files is that of any living process.
    let _ = fs::remove_file(&pid_file);
    for entry in fs::read_dir(&folder.socket_dir).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(".s.PGSQL.") {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

fn read_pid(pid_file: &Path) -> Option<i32> {
    let pid = fs::read_to_string(pid_file).ok()?.lines().next()?.trim().parse().ok()?;
    (pid > 1).then_some(pid)
}

/// Whether process `pid` is a PostgreSQL server of `cluster`, and not a stranger that got the same number.
fn serves(pid: i32, cluster: &Path) -> bool {
    if !process::is_running(pid) {
        return false;
    }
    let command = process::command_line(pid);
    let program = command.split(' ').next().unwrap_or_default();
    // We start it with `-D`; whoever started it by hand with another spelling is found by its working folder.
    let named = command.contains(&format!("-D {} ", cluster.display()));
    let inside = fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == cluster);
    (program.ends_with("postgres") || program.ends_with("postmaster")) && (named || inside)
}
