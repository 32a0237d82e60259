//! Who may do what: the one policy of roles, capabilities and production grants (`docs/security.md`).

use std::collections::BTreeSet;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

use crate::production::ProductionId;

/// What kind of user somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Does everything, and alone touches masters and admins.
    Master,
    /// Runs the office.
    Admin,
    /// Works on the productions granted.
    Member,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Master, Self::Admin, Self::Member];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Master => "master",
            Self::Admin => "admin",
            Self::Member => "member",
        }
    }

    /// Whether this role sees every production and has every capability, whatever is granted.
    pub fn is_office(self) -> bool {
        matches!(self, Self::Master | Self::Admin)
    }

    /// Whether somebody of this role may enter, change, activate, deactivate or reset a user who is `before` and shall
    /// be `after`. An admin who could reset a master's password would be a master.
    pub fn may_touch(self, before: Self, after: Self) -> bool {
        match self {
            Self::Master => true,
            Self::Admin => before == Self::Member && after == Self::Member,
            Self::Member => false,
        }
    }
}

/// A text that is no role.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a role is master, admin or member")]
pub struct InvalidRole;

impl FromStr for Role {
    type Err = InvalidRole;

    fn from_str(code: &str) -> Result<Self, InvalidRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or(InvalidRole)
    }
}

/// Some productions, each once. Copies share one set: rights are copied for each request and each event, and may name
/// thousands. Compared and hashed by what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ProductionIds(Arc<BTreeSet<ProductionId>>);

impl ProductionIds {
    /// Adds one; other copies stay what they are.
    pub fn insert(&mut self, id: ProductionId) {
        Arc::make_mut(&mut self.0).insert(id);
    }
}

impl Deref for ProductionIds {
    type Target = BTreeSet<ProductionId>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl FromIterator<ProductionId> for ProductionIds {
    fn from_iter<I: IntoIterator<Item = ProductionId>>(ids: I) -> Self {
        Self(Arc::new(ids.into_iter().collect()))
    }
}

impl<const N: usize> From<[ProductionId; N]> for ProductionIds {
    fn from(ids: [ProductionId; N]) -> Self {
        ids.into_iter().collect()
    }
}

/// The productions that somebody sees. The default is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Visible {
    /// All, also future ones.
    All,
    /// These.
    Only(ProductionIds),
}

impl Visible {
    /// Whether this production is among them.
    pub fn contains(&self, id: ProductionId) -> bool {
        match self {
            Self::All => true,
            Self::Only(ids) => ids.contains(&id),
        }
    }
}

impl Default for Visible {
    fn default() -> Self {
        Self::Only(ProductionIds::default())
    }
}

/// What a request wants to do. Where it concerns one production, that is asked for with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capability {
    /// One's own account, and the company's notes to read: every active user.
    Enter,
    /// A production with all that belongs to it, to read; lists and reports of what one sees.
    See,
    /// Uploads: create, dry run, withdraw.
    Upload,
    /// Productions, their targets and marketing weeks, the company's notes: write.
    Manage,
    /// What only admins and masters do: delete productions, set webhooks, users, messages, schedules, jobs, audit.
    Administer,
}

impl Capability {
    /// Every capability.
    pub const ALL: [Self; 5] = [Self::Enter, Self::See, Self::Upload, Self::Manage, Self::Administer];
}

/// What the policy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Allowed,
    /// One sees it and may not do that: 403.
    Forbidden,
    /// To this user it is not there: 404.
    Hidden,
}

/// What an active user is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The role.
    pub role: Role,
    /// Whether a member uploads.
    pub can_upload: bool,
    /// Whether a member manages productions.
    pub can_manage_productions: bool,
    /// What a member sees.
    pub granted: Visible,
}

impl Rights {
    /// What somebody with these rights sees.
    pub fn visible(&self) -> Visible {
        if self.role.is_office() {
            Visible::All
        } else {
            self.granted.clone()
        }
    }

    /// Whether somebody with these rights sees this production.
    pub fn sees(&self, id: ProductionId) -> bool {
        self.role.is_office() || self.granted.contains(id)
    }

    /// Whether these rights allow `capability` (on `production`, if given). Whether the production exists is not checked
    /// here.
    pub fn verdict(&self, capability: Capability, production: Option<ProductionId>) -> Verdict {
        if self.role.is_office() {
            return Verdict::Allowed;
        }
        if production.is_some_and(|id| !self.sees(id)) {
            return Verdict::Hidden;
        }
        let allowed = match capability {
            Capability::Enter | Capability::See => true,
            Capability::Upload => self.can_upload,
            Capability::Manage => self.can_manage_productions,
            Capability::Administer => false,
        };
        if allowed { Verdict::Allowed } else { Verdict::Forbidden }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const OWN: ProductionId = ProductionId(Uuid::from_u128(1));
    const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));

    fn rights(role: Role, can_upload: bool, can_manage_productions: bool, granted: Visible) -> Rights {
        Rights {
            role,
            can_upload,
            can_manage_productions,
            granted,
        }
    }

    /// Enter, See, Upload, Manage, Administer, each as `a`llowed, `f`orbidden or `h`idden.
    fn row(rights: &Rights, production: Option<ProductionId>) -> String {
        let letter = |capability| match rights.verdict(capability, production) {
            Verdict::Allowed => 'a',
            Verdict::Forbidden => 'f',
            Verdict::Hidden => 'h',
        };
        Capability::ALL.map(letter).iter().collect()
    }

    #[test]
    fn the_policy_as_a_table() {
        let only = || Visible::Only([OWN].into());
        let none = Visible::default;
        #[rustfmt::skip]
        let table = [
            // role         upload manage grants        company  own      another
            (Role::Master, false, false, none(),        "aaaaa", "aaaaa", "aaaaa"),
            (Role::Admin,  false, false, none(),        "aaaaa", "aaaaa", "aaaaa"),
            (Role::Member, false, false, none(),        "aafff", "hhhhh", "hhhhh"),
            (Role::Member, true,  true,  none(),        "aaaaf", "hhhhh", "hhhhh"),
            (Role::Member, false, false, only(),        "aafff", "aafff", "hhhhh"),
            (Role::Member, true,  false, only(),        "aaaff", "aaaff", "hhhhh"),
            (Role::Member, false, true,  only(),        "aafaf", "aafaf", "hhhhh"),
            (Role::Member, true,  true,  only(),        "aaaaf", "aaaaf", "hhhhh"),
            (Role::Member, false, false, Visible::All,  "aafff", "aafff", "aafff"),
            (Role::Member, true,  true,  Visible::All,  "aaaaf", "aaaaf", "aaaaf"),
        ];
        for (role, upload, manage, granted, company, own, another) in table {
            let rights = rights(role, upload, manage, granted);
            let found = [None, Some(OWN), Some(OTHER)].map(|production| row(&rights, production));
            assert_eq!(found, [company, own, another], "{rights:?}");
        }
    }

    #[test]
    fn only_a_master_touches_those_who_are_or_shall_be_more_than_members() {
        use Role::{Admin, Master, Member};
        for before in Role::ALL {
            for after in Role::ALL {
                assert!(Master.may_touch(before, after));
                assert!(!Member.may_touch(before, after));
                assert_eq!(Admin.may_touch(before, after), (before, after) == (Member, Member));
            }
        }
    }

    #[test]
    fn copies_share_one_set_and_are_equal_by_what_is_in_it() {
        use std::hash::{BuildHasher, RandomState};

        let granted = ProductionIds::from([OWN, OTHER]);
        let mut copy = granted.clone();
        assert!(Arc::ptr_eq(&granted.0, &copy.0), "nothing is copied");
        let alike: ProductionIds = [OTHER, OWN, OTHER].into();
        let (visible, hasher) = (Visible::Only(granted.clone()), RandomState::new());
        assert_eq!(visible, Visible::Only(alike.clone()));
        assert_eq!(hasher.hash_one(&visible), hasher.hash_one(Visible::Only(alike)));
        let more = ProductionId(Uuid::from_u128(3));
        copy.insert(more);
        assert!(
            copy.contains(&more) && !granted.contains(&more),
            "who adds one has a set of their own"
        );
        assert_ne!(hasher.hash_one(&visible), hasher.hash_one(Visible::Only(copy)));
    }

    #[test]
    fn a_role_is_written_and_read_alike() {
        for role in Role::ALL {
            assert_eq!(role.code().parse(), Ok(role));
        }
        assert!("Master".parse::<Role>().is_err());
    }

    #[test]
    fn the_office_sees_all_and_nobody_else_does_by_default() {
        assert_eq!(
            rights(Role::Admin, false, false, Visible::default()).visible(),
            Visible::All
        );
        assert!(!Visible::default().contains(OWN));
    }
}
