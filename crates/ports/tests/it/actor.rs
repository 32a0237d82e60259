//! What somebody acts with.

use domain::access::{Capability, Rights, Role, Visible};
use domain::people::{SessionId, UserId};
use domain::production::ProductionId;
use ports::actor::{Actor, Authority, Credential, Needs, Refusal};
use uuid::Uuid;

const OWN: ProductionId = ProductionId(Uuid::from_u128(1));
const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));

fn rights(role: Role) -> Rights {
    Rights {
        role,
        can_upload: true,
        can_manage_productions: false,
        granted: Visible::Only([OWN].into()),
    }
}

fn needs(capability: Capability, production: Option<ProductionId>) -> Needs {
    Needs {
        capability,
        production,
        touches: None,
    }
}

#[test]
fn what_is_needed_is_asked_of_the_policy() {
    let member = rights(Role::Member);
    assert_eq!(needs(Capability::Upload, Some(OWN)).check(&member), Ok(()));
    assert_eq!(
        needs(Capability::Manage, Some(OWN)).check(&member),
        Err(Refusal::Forbidden)
    );
    assert_eq!(
        needs(Capability::Upload, Some(OTHER)).check(&member),
        Err(Refusal::Hidden)
    );
}

#[test]
fn an_admin_touches_members_only() {
    let of = |before, after| Needs {
        touches: Some((before, after)),
        ..needs(Capability::Administer, None)
    };
    let admin = rights(Role::Admin);
    assert_eq!(of(Role::Member, Role::Member).check(&admin), Ok(()));
    for (before, after) in [(Role::Member, Role::Admin), (Role::Master, Role::Member)] {
        assert_eq!(of(before, after).check(&admin), Err(Refusal::MasterOnly));
        assert_eq!(of(before, after).check(&rights(Role::Master)), Ok(()));
    }
    assert_eq!(
        of(Role::Member, Role::Member).check(&rights(Role::Member)),
        Err(Refusal::Forbidden)
    );
}

#[test]
fn what_is_needed_is_narrowed_for_users_and_nobody_else() {
    let user = Actor {
        authority: Authority::Credential {
            user: UserId(Uuid::nil()),
            credential: Credential::Session(SessionId(Uuid::nil())),
            needs: needs(Capability::Enter, None),
        },
        address: None,
    };
    let narrowed = user.needing(Capability::Manage, Some(OWN));
    let narrowed = narrowed.touching(Role::Member, Role::Admin);
    let Authority::Credential { needs, .. } = narrowed.authority else {
        panic!("{narrowed:?}")
    };
    assert_eq!((needs.capability, needs.production), (Capability::Manage, Some(OWN)));
    assert_eq!(needs.touches, Some((Role::Member, Role::Admin)));
    assert_eq!(Actor::SYSTEM.needing(Capability::Manage, Some(OWN)), Actor::SYSTEM);
}
