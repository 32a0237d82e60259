//! The machine that this process runs on.

use std::thread::available_parallelism;

/// Cores and memory that this process may use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Machine {
    pub(super) cores: usize,
    /// Bytes.
    pub(super) memory: u64,
}

impl Machine {
    /// This one. What it does not tell is taken to be small.
    pub(super) fn this() -> Self {
        Self {
            cores: available_parallelism().map_or(1, usize::from),
            memory: memory_bytes().unwrap_or(0),
        }
    }
}

/// The memory that this process and its children share: that of the machine, or what its group may have of it.
fn memory_bytes() -> Option<u64> {
    let read = |path: &str| std::fs::read_to_string(path).ok();
    let machine = read("/proc/meminfo").and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
        let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib * 1024)
    });
    let own_group = read("/proc/self/cgroup").and_then(|text| {
        let path = text
            .lines()
            .find_map(|line| line.strip_prefix("0::"))?
            .trim()
            .to_owned();
        read(&format!("/sys/fs/cgroup{path}/memory.max"))
    });
    let groups = [
        own_group,
        read("/sys/fs/cgroup/memory.max"),
        read("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
    ];
    let groups = groups
        .into_iter()
        .flatten()
        .filter_map(|text| text.trim().parse::<u64>().ok());
    groups.chain(machine).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_known() {
        let Machine { cores, memory } = Machine::this();
        assert!(cores > 0 && memory > 128 << 20, "{cores} cores, {memory} bytes");
    }
}
