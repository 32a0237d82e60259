//! Large buffers go back to the system.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// From this size on, glibc gives a buffer back when it is freed. Unless it is told, it raises that size to the largest
/// buffer so far, 12 MiB once a password was checked, and keeps what is smaller: a server of 45 MiB then holds 240. At 64 kB
/// a siege would leave 70 MiB behind instead of 105, and a warm report wait several times as long meanwhile.
const GIVE_BACK: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "1048576");
/// What each heap may keep of smaller ones: without, a long answer gives its memory back and has it zeroed for the next.
const KEEP: (&str, &str) = ("MALLOC_TRIM_THRESHOLD_", "4194304");
/// How many heaps there are, one for each thread that serves; unless it is told, eight for each core.
const HEAPS: (&str, &str) = ("MALLOC_ARENA_MAX", "2");

/// Starts this program again in its place, as glibc reads the variables before the first line of it runs. Whoever has set
/// the first, decides; where that fails, memory is larger and nothing else is wrong.
pub(crate) fn reexec_with_malloc_limits() {
    if cfg!(not(all(target_os = "linux", target_env = "gnu"))) || std::env::var_os(GIVE_BACK.0).is_some() {
        return;
    }
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| OsString::from("fullhouse"));
    if let Ok(program) = std::env::current_exe() {
        let _failed = Command::new(program)
            .arg0(name)
            .args(arguments)
            .envs([GIVE_BACK, KEEP, HEAPS])
            .exec();
    }
}
