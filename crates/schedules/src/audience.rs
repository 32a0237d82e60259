//! What a receiver may be told of: the one place that decides it.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::Visible;
use domain::people::User;
use domain::production::ProductionId;
use domain::schedule::{Destination, Productions};
use ports::driven::{Receiver, StorageError, UserRepository};

/// Knows what receivers may be told of.
pub struct Audience {
    users: Arc<dyn UserRepository>,
}

impl Audience {
    /// With these users.
    pub fn new(users: Arc<dyn UserRepository>) -> Self {
        Self { users }
    }

    /// Of `productions`, those that the receiver may be told of now. `is_named` says that whoever ordered it named these
    /// productions: somebody without an account gets nothing else.
    pub(crate) async fn told(
        &self,
        destination: Option<&Destination>,
        receiver: &Receiver,
        is_named: bool,
        productions: &[ProductionId],
    ) -> Result<BTreeSet<ProductionId>, StorageError> {
        let by_destination = destination.map_or(Visible::default(), |of| visible(&of.productions));
        let sees = match (&receiver.user, &receiver.address) {
            (Some(id), _) => self.users.find(*id).await?.as_ref().map_or(Visible::default(), seen),
            (None, Some(address)) => match self.users.find_credentials(address).await? {
                Some(found) => intersection(by_destination, seen(&found.user)),
                None if is_named || destination.is_some_and(is_restricted) => by_destination,
                None => Visible::default(),
            },
            (None, None) => by_destination,
        };
        let own = |id: &ProductionId| receiver.production.is_none_or(|own| own == *id);
        let told = productions.iter().copied().filter(|id| sees.contains(*id));
        Ok(told.filter(own).collect())
    }
}

fn visible(productions: &Productions) -> Visible {
    match productions {
        Productions::AllActive => Visible::All,
        Productions::Named(ids) => Visible::Only(ids.iter().copied().collect()),
    }
}

fn is_restricted(destination: &Destination) -> bool {
    destination.productions != Productions::AllActive
}

/// What a user sees; one who is not active sees nothing.
fn seen(user: &User) -> Visible {
    if user.active {
        user.rights().visible()
    } else {
        Visible::default()
    }
}

fn intersection(one: Visible, other: Visible) -> Visible {
    match (one, other) {
        (Visible::All, both) | (both, Visible::All) => both,
        (Visible::Only(one), Visible::Only(other)) => {
            Visible::Only(one.iter().copied().filter(|id| other.contains(id)).collect())
        }
    }
}
