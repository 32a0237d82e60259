use std::future::{Ready, ready};
use std::net::IpAddr;
use std::sync::Arc;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev};
use domain::access::{Capability, Rights, Verdict, Visible};
use domain::people::{SessionId, User, UserId};
use domain::production::ProductionId;
use ports::actor::{Actor, Authority, Basis, Edit, Needs};
use ports::driven::{Authenticated, Credential};
use ports::driving::OwnSession;

use super::guard::judged;
use super::{Need, Security};
use crate::problem::ApiError;

/// Whom a request is served for.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    user: Arc<User>,
    credential: Credential,
    need: Need,
    has_second_factor: bool,
    actor: Actor,
}

impl Caller {
    /// Somebody who presents this, from this address, on a route that needs this.
    pub(super) fn new(authenticated: Authenticated, address: Option<IpAddr>, need: Need) -> Self {
        let (capability, production) = (need.capability(), None);
        Self {
            actor: Actor {
                authority: Authority::Credential {
                    user: authenticated.user.id,
                    credential: authenticated.credential,
                    needs: Needs {
                        capability,
                        production,
                        touches: None,
                    },
                },
                address,
            },
            user: authenticated.user,
            credential: authenticated.credential,
            need,
            has_second_factor: authenticated.has_second_factor,
        }
    }

    /// The same, on a route about this production.
    pub(super) fn on(self, production: ProductionId) -> Self {
        let actor = self.actor.needing(self.need.capability(), Some(production));
        Self { actor, ..self }
    }

    /// Whom a request is served for now that its body is there: it may have come long after its head. Whoever has lost
    /// what the route needs meanwhile is refused as at the head.
    pub(crate) async fn after_body(request: &HttpRequest) -> Result<Self, ApiError> {
        let need = request.extensions().get::<Self>().map(|caller| caller.need);
        judged(request, need.ok_or(ApiError::Unauthenticated)?).await
    }

    /// The user.
    pub(crate) fn user(&self) -> &User {
        &self.user
    }

    /// The user's id.
    pub(crate) fn id(&self) -> UserId {
        self.user.id
    }

    /// Who does it, and by what authority: what the route needs.
    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// A change that the user bases on this.
    pub(crate) fn edit(&self, basis: Basis) -> Edit {
        Edit { by: self.actor, basis }
    }

    /// What the user is granted.
    pub(crate) fn rights(&self) -> Rights {
        self.user.rights()
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

    /// The user with the session; refused with an API key.
    pub(crate) fn own_session(&self) -> Result<OwnSession, ApiError> {
        let session = self.session_id().ok_or(ApiError::Forbidden)?;
        Ok(OwnSession {
            user: self.id(),
            session,
        })
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
    pub(crate) fn verdict(&self, capability: Capability, production: Option<ProductionId>) -> Verdict {
        self.user.rights().verdict(capability, production)
    }

    /// Refuses whoever may not, on a production that exists: 404 where it is not seen, else 403. Answers who does it by
    /// this authority instead of by what the route needs.
    pub(crate) fn require(&self, capability: Capability, production: Option<ProductionId>) -> Result<Actor, ApiError> {
        match self.verdict(capability, production) {
            Verdict::Allowed => Ok(self.actor.needing(capability, production)),
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
