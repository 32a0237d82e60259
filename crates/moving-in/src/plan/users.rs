//! Users.

use std::collections::{BTreeMap, HashMap};

use domain::access::{ProductionIds, Role};
use domain::limits::MAX_NAME_CHARS;
use domain::people::{Email, Grants, User, UserId, clean_name};
use domain::production::ProductionId;
use domain::text::shows_nothing;
use ports::driven::{OldHouse, OldRow, OldTable, OldUser, Present};

use super::{Accounts, Memory, PlannedProduction, Surroundings, is_there};
use crate::finding::{FindingCode, Findings};
use crate::text::line;

/// What becomes of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserOutcome {
    /// An account is made.
    Created,
    /// There is an account already.
    Present,
    /// None is made.
    LeftOut,
}

/// What becomes of a user.
#[derive(Debug, Clone)]
pub struct PlannedUser {
    /// The id there.
    pub id: i64,
    /// The address; of one that is none as it was written.
    pub email: String,
    /// What becomes of the user.
    pub outcome: UserOutcome,
    /// The account; `None` of one that is left out, or was deleted since.
    pub account: Option<UserId>,
    /// The account as it is to be, of one that is made.
    pub arriving: Option<User>,
    /// Whether the row came in before.
    pub is_known: bool,
}

pub(super) fn plan(
    old: &OldHouse,
    productions: &[PlannedProduction],
    present: &Present,
    memory: &Memory,
    around: &Surroundings<'_>,
    findings: &mut Findings,
) -> (Vec<PlannedUser>, Accounts) {
    let addresses: Vec<Option<Email>> = old
        .users
        .iter()
        .map(|user| Email::parse_new(&user.email).ok())
        .collect();
    let chosen = chosen(old, &addresses, memory);
    let productions = Productions { productions, present };
    let mut planned = Vec::with_capacity(old.users.len());
    for (user, address) in old.users.iter().zip(&addresses) {
        let row = OldRow::new(OldTable::Users, user.id);
        let left_out = |email: String| PlannedUser {
            id: user.id,
            email,
            outcome: UserOutcome::LeftOut,
            account: None,
            arriving: None,
            is_known: false,
        };
        let is_known = memory.knows(row.table, row.id);
        let Some(email) = address else {
            if !is_known {
                findings.note(FindingCode::BadEmail, row, user.email.clone());
            }
            planned.push(left_out(user.email.clone()));
            continue;
        };
        if !is_known && chosen.get(email) != Some(&user.id) {
            findings.note(FindingCode::DuplicateEmail, row, user.email.clone());
            planned.push(left_out(email.to_string()));
            continue;
        }
        let there = if is_known {
            let subject = memory.subject(row.table, row.id);
            present.users.iter().find(|there| Some(there.id.0) == subject)
        } else {
            present.users.iter().find(|there| there.email == *email)
        };
        let mut standing = PlannedUser {
            outcome: UserOutcome::Present,
            account: there.map(|there| there.id),
            is_known,
            ..left_out(email.to_string())
        };
        match there {
            _ if is_known => {}
            Some(there) => {
                // What is told of the old values is told as kept.
                let wanted = account(user, email, &productions, around, &mut Findings::default());
                note_kept(row, &wanted, there, findings);
            }
            None => {
                let arriving = account(user, email, &productions, around, findings);
                standing.outcome = UserOutcome::Created;
                standing.account = Some(arriving.id);
                standing.arriving = Some(arriving);
            }
        }
        planned.push(standing);
    }
    let accounts = accounts(old, &addresses, &planned);
    (planned, accounts)
}

/// Of several rows of one address the one that is in, else an active one, else the lowest id.
fn chosen(old: &OldHouse, addresses: &[Option<Email>], memory: &Memory) -> HashMap<Email, i64> {
    let mut chosen = BTreeMap::<Email, &OldUser>::new();
    let rank = |user: &OldUser| (!memory.knows(OldTable::Users, user.id), !user.status, user.id);
    for (user, address) in old.users.iter().zip(addresses) {
        let Some(email) = address else { continue };
        let best = chosen.entry(email.clone()).or_insert(user);
        if rank(user) < rank(best) {
            *best = user;
        }
    }
    chosen.into_iter().map(|(email, user)| (email, user.id)).collect()
}

/// The accounts by the names that users have there. Who was left out for another of the same address stands for that one.
fn accounts(old: &OldHouse, addresses: &[Option<Email>], planned: &[PlannedUser]) -> Accounts {
    let by_address: HashMap<&str, UserId> = planned
        .iter()
        .filter_map(|planned| Some((planned.email.as_str(), planned.account?)))
        .collect();
    let mut accounts = Accounts::default();
    for ((user, address), planned) in old.users.iter().zip(addresses).zip(planned) {
        let shared = address
            .as_ref()
            .and_then(|email| by_address.get(email.as_str()).copied());
        if let Some(account) = planned.account.or(shared) {
            accounts.by_name.entry(user.name.clone()).or_insert(account);
        }
    }
    accounts
}

/// The account as it is to be.
fn account(
    user: &OldUser,
    email: &Email,
    productions: &Productions<'_>,
    around: &Surroundings<'_>,
    findings: &mut Findings,
) -> User {
    let row = OldRow::new(OldTable::Users, user.id);
    let role = match user.role {
        0 => Role::Master,
        1 => Role::Admin,
        2 => Role::Member,
        unknown => {
            findings.note(FindingCode::RoleUnknown, row, unknown.to_string());
            Role::Member
        }
    };
    let (all_productions, production_ids) = productions.granted(user, findings);
    User {
        id: UserId((around.ids)()),
        email: email.clone(),
        name: name(user, email, findings),
        role,
        active: user.status,
        grants: Grants {
            can_upload: user.is_file_uploader,
            can_manage_productions: user.is_live_manager,
            all_productions,
            production_ids,
        },
        created_at: around.now,
        activated_at: user.status.then_some(around.now),
        revision: 0,
    }
}

/// The name, without what nobody sees.
fn name(user: &OldUser, email: &Email, findings: &mut Findings) -> String {
    let ruled = line(&user.name.replace(shows_nothing, ""), MAX_NAME_CHARS);
    if ruled.was_cut {
        findings.note(
            FindingCode::Cut,
            OldRow::new(OldTable::Users, user.id),
            user.name.clone(),
        );
    }
    let name = ruled.text.and_then(|name| clean_name(&name).ok());
    name.unwrap_or_else(|| email.as_str().chars().take(MAX_NAME_CHARS).collect())
}

/// The productions, as users' lists name them.
struct Productions<'a> {
    productions: &'a [PlannedProduction],
    present: &'a Present,
}

impl Productions<'_> {
    /// Whether all are granted, or else which.
    fn granted(&self, user: &OldUser, findings: &mut Findings) -> (bool, ProductionIds) {
        let row = OldRow::new(OldTable::Users, user.id);
        let is_all = |entry: &String| matches!(entry.trim(), "전체" | "0");
        if user.live_name_list.iter().any(is_all) {
            return (true, ProductionIds::default());
        }
        let mut ids = ProductionIds::default();
        for entry in user.live_name_list.iter().filter(|entry| !entry.trim().is_empty()) {
            match self.named(entry).as_slice() {
                [] => findings.note(FindingCode::UnknownProduction, row, entry.clone()),
                [production] => {
                    if let Some(id) = production.production.filter(|id| self.will_be_there(production, *id)) {
                        ids.insert(id);
                    }
                }
                _ => findings.note(FindingCode::AmbiguousProduction, row, entry.clone()),
            }
        }
        (false, ids)
    }

    /// Those whose name is exactly this, else those whose name it is after the rule of texts.
    fn named(&self, entry: &str) -> Vec<&PlannedProduction> {
        let exactly: Vec<_> = self
            .productions
            .iter()
            .filter(|planned| planned.live_name == entry)
            .collect();
        if !exactly.is_empty() {
            return exactly;
        }
        let ruled = |name: &str| line(name, MAX_NAME_CHARS).text;
        let wanted = ruled(entry);
        let named = self
            .productions
            .iter()
            .filter(|planned| ruled(&planned.live_name) == wanted);
        named.collect()
    }

    fn will_be_there(&self, production: &PlannedProduction, id: ProductionId) -> bool {
        production.arriving().is_some() || is_there(self.present, id)
    }
}

/// Tells what is there and is not what would have come.
fn note_kept(row: OldRow, wanted: &User, there: &User, findings: &mut Findings) {
    let grants = |user: &User| {
        let ids = user.grants.production_ids.iter().map(ToString::to_string);
        ids.collect::<Vec<_>>().join(" ")
    };
    let fields = [
        ("name", wanted.name.clone(), there.name.clone()),
        ("role", wanted.role.code().to_owned(), there.role.code().to_owned()),
        ("active", wanted.active.to_string(), there.active.to_string()),
        (
            "canUpload",
            wanted.grants.can_upload.to_string(),
            there.grants.can_upload.to_string(),
        ),
        (
            "canManageProductions",
            wanted.grants.can_manage_productions.to_string(),
            there.grants.can_manage_productions.to_string(),
        ),
        (
            "allProductions",
            wanted.grants.all_productions.to_string(),
            there.grants.all_productions.to_string(),
        ),
        ("productionIds", grants(wanted), grants(there)),
    ];
    for (name, wanted, there) in fields {
        if wanted != there {
            findings.note(FindingCode::Kept, row, format!("{name}: {there} ≠ {wanted}"));
        }
    }
}
