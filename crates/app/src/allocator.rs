//! Large buffers go back to the system.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// From this size on, glibc gives a buffer back when it is freed. Unless it is told, it raises that size to the largest
/// buffer so far, 19 MiB once a password was checked, and keeps what is smaller: a server of 45 MiB then holds 240.
const VARIABLE: &str = "MALLOC_MMAP_THRESHOLD_";
const BYTES: &str = "1048576";

/// Starts this program again in its place, as glibc reads the variable before the first line of it runs. Whoever has set
/// the variable, decides; where that fails, memory is larger and nothing else is wrong.
pub(crate) fn settle() {
    if cfg!(not(all(target_os = "linux", target_env = "gnu"))) || std::env::var_os(VARIABLE).is_some() {
        return;
    }
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| OsString::from("fullhouse"));
    if let Ok(program) = std::env::current_exe() {
        let _failed = Command::new(program)
            .arg0(name)
            .args(arguments)
            .env(VARIABLE, BYTES)
            .exec();
    }
}
