//! Who does something, by what authority, and on which state of things.

use std::net::IpAddr;

use domain::access::{Capability, Rights, Role, Verdict};
use domain::people::{ApiKeyId, SessionId, UserId};
use domain::production::ProductionId;
use thiserror::Error;

/// Who does something, by what authority, and from where. Every port that changes something takes one: the authority is
/// checked in the transaction of the change, and the change is recorded under this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// What the change rests on.
    pub authority: Authority,
    /// The network address that the request came from; `None` without a request.
    pub address: Option<IpAddr>,
}

/// What a change rests on. Storage must refuse the change, as [`Refusal`], when this does not hold any more in the
/// change's own transaction; and what it has checked must hold until that transaction ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// The server itself: its worker, its command line.
    Server,
    /// Nobody who is signed in. What is open to everybody, or carries its own proof, as a reset link does.
    Stranger,
    /// Somebody who has just proved to be this user, and has no session yet.
    Proven {
        /// The user, who must be active.
        user: UserId,
        /// The state of the user in which the proof was good; a change of the password is another state.
        revision: i64,
    },
    /// A user who was let in.
    Credential {
        /// The user, who must be active.
        user: UserId,
        /// What the request was signed with; it must be there still.
        credential: Credential,
        /// What the user must be allowed still.
        needs: Needs,
    },
}

/// What a change needs of the user who makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// What kind of change it is.
    pub capability: Capability,
    /// The production that it concerns.
    pub production: Option<ProductionId>,
    /// The role of the user that it concerns, before and after.
    pub touches: Option<(Role, Role)>,
}

/// Why a change is refused at the moment when it would be stored, though the request was let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The session or key has ended, or the user is not active any more.
    #[error("sign in first")]
    SignedOut,
    /// The user sees the thing concerned and may not do that.
    #[error("you may not do this")]
    Forbidden,
    /// The user does not see the production concerned.
    #[error("there is no such production")]
    Hidden,
    /// Only a master may.
    #[error("only a master may do this to masters and admins")]
    MasterOnly,
}

/// What a request was signed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// A session.
    Session(SessionId),
    /// An API key.
    ApiKey {
        /// Which.
        id: ApiKeyId,
        /// Whether it only reads.
        read_only: bool,
    },
}

impl Actor {
    /// The server itself: its worker, its command line.
    pub const SYSTEM: Self = Self {
        authority: Authority::Server,
        address: None,
    };

    /// Nobody who is signed in, at this address.
    pub fn stranger(address: Option<IpAddr>) -> Self {
        Self {
            authority: Authority::Stranger,
            address,
        }
    }

    /// The user; `None` for the server itself, and for somebody who is not signed in.
    pub fn user_id(&self) -> Option<UserId> {
        match self.authority {
            Authority::Server | Authority::Stranger => None,
            Authority::Proven { user, .. } | Authority::Credential { user, .. } => Some(user),
        }
    }

    /// The same, who needs this capability on this production.
    #[must_use]
    pub fn needing(self, capability: Capability, production: Option<ProductionId>) -> Self {
        self.with(|needs| Needs {
            capability,
            production,
            ..needs
        })
    }

    /// The same, who changes a user of the role `before` into one of the role `after`.
    #[must_use]
    pub fn touching(self, before: Role, after: Role) -> Self {
        self.with(|needs| Needs {
            touches: Some((before, after)),
            ..needs
        })
    }

    fn with(self, change: impl FnOnce(Needs) -> Needs) -> Self {
        let authority = match self.authority {
            Authority::Credential {
                user,
                credential,
                needs,
            } => Authority::Credential {
                user,
                credential,
                needs: change(needs),
            },
            other => other,
        };
        Self { authority, ..self }
    }
}

impl Needs {
    /// Whether somebody of these rights may, and if not, why.
    pub fn check(&self, rights: &Rights) -> Result<(), Refusal> {
        match rights.verdict(self.capability, self.production) {
            Verdict::Allowed => {}
            Verdict::Forbidden => return Err(Refusal::Forbidden),
            Verdict::Hidden => return Err(Refusal::Hidden),
        }
        let may_touch = |(before, after)| rights.role.may_touch(before, after);
        if self.touches.is_none_or(may_touch) {
            Ok(())
        } else {
            Err(Refusal::MasterOnly)
        }
    }
}

/// A change of something that has revisions: who makes it, and which state of the thing they have seen. Storage must
/// compare the state in the change's own transaction, and nobody else does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Who.
    pub by: Actor,
    /// The state that the change is based on.
    pub basis: Basis,
}

impl Edit {
    /// A change of whatever is there.
    pub const fn unconditional(by: Actor) -> Self {
        Self { by, basis: Basis::Any }
    }
}

/// The state that a change may be based on: `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Basis {
    /// Whatever is there.
    #[default]
    Any,
    /// One of these revisions; none of them, and nothing is changed.
    OneOf(Vec<i64>),
}

impl Basis {
    /// Whether a thing of this revision may be changed.
    pub fn allows(&self, revision: i64) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(revisions) => revisions.contains(&revision),
        }
    }
}
