//! Who does something, and on which state of things.

use std::net::IpAddr;

use domain::people::UserId;

/// Who did something, and from where; recorded with every change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actor {
    /// The user; `None` for the server itself, and for somebody who is not signed in.
    pub user_id: Option<UserId>,
    /// The network address that the request came from; `None` without a request.
    pub address: Option<IpAddr>,
}

impl Actor {
    /// The server itself: its worker, its command line.
    pub const SYSTEM: Self = Self {
        user_id: None,
        address: None,
    };
}

/// The state that a change may be based on: `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Precondition {
    /// Whatever is there.
    #[default]
    Any,
    /// One of these revisions; none of them, and nothing is changed.
    OneOf(Vec<i64>),
}

impl Precondition {
    /// Whether a thing of this revision may be changed.
    pub fn allows(&self, revision: i64) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(revisions) => revisions.contains(&revision),
        }
    }
}
