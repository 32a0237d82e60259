use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev};
use domain::access::{Capability, Verdict, Visible};
use domain::people::{SessionId, User, UserId};
use domain::production::ProductionId;
use ports::actor::Actor;
use ports::driven::{Authenticated, Credential};

use super::Security;
use crate::problem::ApiError;

/// Whom a request is served for.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    user: Arc<User>,
    credential: Credential,
    has_second_factor: bool,
    actor: Actor,
}

impl Caller {
    /// Somebody who was let in, from this address.
    pub(super) fn new(authenticated: Authenticated, actor: Actor) -> Self {
        Self {
            actor: Actor {
                user_id: Some(authenticated.user.id),
                ..actor
            },
            user: authenticated.user,
            credential: authenticated.credential,
            has_second_factor: authenticated.has_second_factor,
        }
    }

    /// The user.
    pub(crate) fn user(&self) -> &User {
        &self.user
    }

    /// The user's id.
    pub(crate) fn id(&self) -> UserId {
        self.user.id
    }

    /// Who did it, for the audit.
    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The productions that queries may answer from.
    pub(crate) fn visible(&self) -> Visible {
        self.user.rights().visible()
    }

    /// The session, unless the request came with an API key.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        match self.credential {
            Credential::Session(id) => Some(id),
            Credential::ApiKey { .. } => None,
        }
    }

    /// What the request was signed with.
    pub(super) fn credential(&self) -> Credential {
        self.credential
    }

    /// Whether the user has set up a second factor.
    pub(crate) fn has_second_factor(&self) -> bool {
        self.has_second_factor
    }

    /// Whether a second factor is demanded of the user, who has none.
    pub(crate) fn lacks_factor(&self, security: &Security) -> bool {
        security.second_factor.demands(self.user.role) && !self.has_second_factor
    }

    /// What the policy says.
    pub(super) fn verdict(&self, capability: Capability, production: Option<ProductionId>) -> Verdict {
        self.user.rights().verdict(capability, production)
    }

    /// Refuses whoever may not, on a production that exists: 404 where it is not seen, else 403.
    pub(crate) fn require(&self, capability: Capability, production: Option<ProductionId>) -> Result<(), ApiError> {
        match self.verdict(capability, production) {
            Verdict::Allowed => Ok(()),
            Verdict::Forbidden => Err(ApiError::Forbidden),
            Verdict::Hidden => Err(ApiError::NotFound("production")),
        }
    }
}

impl FromRequest for Caller {
    type Error = ApiError;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        // The guard of the route has put it there, or nobody is signed in.
        ready(
            request
                .extensions()
                .get::<Self>()
                .cloned()
                .ok_or(ApiError::Unauthenticated),
        )
    }
}
