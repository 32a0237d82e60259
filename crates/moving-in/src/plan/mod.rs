//! What is to become of each row: decided at once, from what was read there and what is here, before anything is written.

mod notes;
mod productions;
mod schedule;
mod uploads;
mod users;

use std::collections::HashMap;

use domain::people::UserId;
use domain::production::ProductionId;
use ports::driven::{ArrivingNotes, OldHouse, OldRow, OldTable, Present, Remembered};
use uuid::Uuid;

pub use productions::{PlannedProduction, ProductionStep};
pub use uploads::{Fate, PlannedUpload};
pub use users::{PlannedUser, UserOutcome};

use crate::finding::{FindingCode, Findings};
use crate::time::Zone;

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Plan {
    /// By id there.
    pub productions: Vec<PlannedProduction>,
    /// By id there.
    pub users: Vec<PlannedUser>,
    /// Notes of the company.
    pub notes: ArrivingNotes,
    /// By production, record date and id there.
    pub uploads: Vec<PlannedUpload>,
    /// What is known before anything is done.
    pub findings: Findings,
}

/// A database of the predecessor that is not the one that moved in before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnotherHouse {
    /// A production's id.
    pub id: i64,
    /// The code by which it was known.
    pub known: String,
    /// The code that it has.
    pub found: String,
}

/// What is remembered, by row.
#[derive(Debug, Default)]
struct Memory {
    rows: HashMap<OldRow, Remembered>,
}

impl Memory {
    fn new(present: &Present) -> Self {
        let rows = present.memory.iter().map(|known| (known.row, known.clone()));
        Self { rows: rows.collect() }
    }

    fn knows(&self, table: OldTable, id: i64) -> bool {
        self.rows.contains_key(&OldRow::new(table, id))
    }

    fn subject(&self, table: OldTable, id: i64) -> Option<Uuid> {
        self.rows.get(&OldRow::new(table, id))?.subject
    }
}

/// What planning needs besides the two houses.
pub struct Surroundings<'a> {
    /// The old server's.
    pub zone: Zone,
    /// Now.
    pub now: chrono::DateTime<chrono::Utc>,
    /// Makes identities.
    pub ids: &'a dyn Fn() -> Uuid,
}

/// Decides what becomes of each row.
pub fn plan(old: &OldHouse, present: &Present, around: &Surroundings<'_>) -> Result<Plan, AnotherHouse> {
    let memory = Memory::new(present);
    check_house(old, &memory)?;
    let mut findings = Findings::default();
    let productions = productions::plan(old, present, &memory, around, &mut findings);
    let (users, accounts) = users::plan(old, &productions, present, &memory, around, &mut findings);
    let notes = notes::plan(old, present, &memory, &mut findings);
    let uploads = uploads::plan(old, &productions, &accounts, &memory, around, &mut findings);
    for (table, count) in &old.ownerless_sales {
        findings.note_rows(FindingCode::Orphan, *table, *count);
    }
    Ok(Plan {
        productions,
        users,
        notes,
        uploads,
        findings,
    })
}

/// Refuses a database whose productions are not those that were met before.
fn check_house(old: &OldHouse, memory: &Memory) -> Result<(), AnotherHouse> {
    for live in &old.lives {
        let known = memory.rows.get(&OldRow::new(OldTable::Lives, live.id));
        if let Some(key) = known.and_then(|known| known.key.as_ref())
            && *key != live.live_id
        {
            return Err(AnotherHouse {
                id: live.id,
                known: key.clone(),
                found: live.live_id.clone(),
            });
        }
    }
    Ok(())
}

/// The productions by the code that they have there.
fn by_live_id(productions: &[PlannedProduction]) -> HashMap<&str, &PlannedProduction> {
    let keyed = productions.iter().map(|planned| (planned.live_id.as_str(), planned));
    keyed.collect()
}

/// The accounts that users there became, by the names that uploads have them under.
#[derive(Debug, Default)]
struct Accounts {
    by_name: HashMap<String, UserId>,
}

impl Accounts {
    fn of(&self, name: &str) -> Option<UserId> {
        self.by_name.get(name).copied()
    }
}

/// What a row became, or what stands for it.
fn remembered(table: OldTable, id: i64, key: Option<&str>, subject: Uuid, brought: bool) -> Remembered {
    Remembered {
        row: OldRow::new(table, id),
        key: key.map(str::to_owned),
        subject: Some(subject),
        brought,
    }
}

/// A production that is there, by its identity.
fn is_there(present: &Present, id: ProductionId) -> bool {
    present.productions.iter().any(|plan| plan.production.id == id)
}

#[cfg(test)]
mod tests;
