//! What the besiegers were answered.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Counts answers by who asked and what they were told; 0 is a connection that was ended.
#[derive(Default)]
pub(crate) struct Tally(Mutex<BTreeMap<(&'static str, u16), u64>>);

impl Tally {
    pub(crate) fn count(&self, who: &'static str, status: u16) {
        *self.0.lock().expect("no panic").entry((who, status)).or_default() += 1;
    }

    /// Answers that tell of a fault: the besieged may be busy, and nothing else.
    pub(crate) fn faults(&self) -> u64 {
        let tally = self.0.lock().expect("no panic");
        let faults = tally.iter().filter(|((_, status), _)| *status >= 500 && *status != 503);
        faults.map(|(_, count)| count).sum()
    }

    pub(crate) fn print(&self) {
        for ((who, status), count) in self.0.lock().expect("no panic").iter() {
            let told = if *status == 0 {
                "ended".to_owned()
            } else {
                status.to_string()
            };
            println!("{who:<50} {told:>7} {count:>7} times");
        }
    }
}
