//! Callers, each with a token that `TestApi` knows.

use domain::access::Role;
use domain::people::{ApiKeyId, Email, Grants, SessionId, User, UserId, UserName};
use domain::second_factor::FactorSecret;
use ports::driven::{ApiKey, AuditEntry, Authenticated, Credential, NewSignIn, Session};
use ports::driving::{
    AccountError, BegunFactor, FactorStatus, IssuedKey, MockAccountDesk, MockPeopleDesk, MockSafetyDesk, RecoveryCodes,
    ResetLink, SignedIn,
};
use ports::paging::Page;
use serde_json::json;

use super::sample;

/// Does everything.
pub(crate) const MASTER: &str = "fhs_master";
/// Runs the office.
pub(crate) const ADMIN: &str = "fhs_admin";
/// A member with both capabilities, and without a production.
pub(crate) const STRANGER: &str = "fhs_stranger";
/// A member who sees the sample production, and may do nothing with it.
pub(crate) const READER: &str = "fhs_reader";
/// A member who sees the sample production and uploads to it.
pub(crate) const UPLOADER: &str = "fhs_uploader";
/// A member who sees the sample production and manages it.
pub(crate) const MANAGER: &str = "fhs_manager";
/// A member who sees the sample production, and has both capabilities.
pub(crate) const MEMBER: &str = "fhs_member";
/// A member who sees all productions, and may do nothing with them.
pub(crate) const READER_OF_ALL: &str = "fhs_reader_of_all";
/// An admin with a second factor.
pub(crate) const SAFE_ADMIN: &str = "fhs_safe_admin";
/// An API key of the master.
pub(crate) const API_KEY: &str = "fhk_key";
/// One that only reads.
pub(crate) const READ_ONLY_KEY: &str = "fhk_read_only";

/// Who presents this token.
pub(crate) fn authenticated(token: &str) -> Option<Authenticated> {
    let session = Credential::Session(SessionId(sample::id(0x501)));
    let key = |read_only| Credential::ApiKey {
        id: ApiKeyId(sample::id(0x601)),
        read_only,
    };
    let (user, credential) = match token {
        MASTER => (master(), session),
        ADMIN | SAFE_ADMIN => (admin(), session),
        STRANGER => (member(0x403, true, true, &[]), session),
        READER => (member(0x404, false, false, &[1]), session),
        UPLOADER => (member(0x405, true, false, &[1]), session),
        MANAGER => (member(0x406, false, true, &[1]), session),
        MEMBER => (sample_member(), session),
        READER_OF_ALL => {
            let mut user = member(0x408, false, false, &[]);
            user.grants.all_productions = true;
            (user, session)
        }
        API_KEY => (master(), key(false)),
        READ_ONLY_KEY => (master(), key(true)),
        _ => return None,
    };
    Some(Authenticated {
        user: user.into(),
        credential,
        has_second_factor: token == SAFE_ADMIN,
    })
}

/// The user of [`MASTER`] and of the keys.
pub(crate) fn master() -> User {
    user(0x401, "master", Role::Master)
}

/// The user of [`ADMIN`].
fn admin() -> User {
    user(0x402, "admin", Role::Admin)
}

/// The user of [`MEMBER`].
pub(crate) fn sample_member() -> User {
    member(0x407, true, true, &[1])
}

/// A session of the sample user.
fn session() -> Session {
    Session {
        id: SessionId(sample::id(0x501)),
        user_id: sample_member().id,
        created_at: sample::instant("2026-11-18T00:00:00Z"),
        last_used_at: sample::instant("2026-11-20T00:59:00Z"),
        expires_at: sample::instant("2026-12-04T00:59:00Z"),
        address: Some("203.0.113.7".parse().unwrap()),
        user_agent: Some("Firefox".to_owned()),
    }
}

fn api_key() -> ApiKey {
    ApiKey {
        id: ApiKeyId(sample::id(0x601)),
        user_id: sample_member().id,
        name: "매일 업로드".to_owned(),
        read_only: false,
        created_at: sample::instant("2026-11-18T00:00:00Z"),
        expires_at: Some(sample::instant("2027-11-19T15:00:00Z")),
        last_used_at: None,
    }
}

/// A change of the sample user's rights.
pub(crate) fn audit_entry() -> AuditEntry {
    AuditEntry {
        id: 7,
        at: sample::instant("2026-11-20T00:30:00Z"),
        by: Some(UserName {
            id: admin().id,
            name: admin().name,
        }),
        address: Some("203.0.113.7".parse().unwrap()),
        action: "user.changed".to_owned(),
        subject_id: sample_member().id.to_string(),
        production_id: None,
        before: Some(json!({ "canUpload": false })),
        after: Some(json!({ "canUpload": true })),
    }
}

/// What every token of an example ends in.
const SECRET: &str = "6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM";

/// An account desk that signs everybody in as the sample member.
pub(super) fn know_accounts(desk: &mut MockAccountDesk) {
    desk.expect_register().returning(|_, _| Ok(()));
    desk.expect_sign_in().returning(|_, _, _| {
        Ok(SignedIn {
            user: sample_member(),
            token: format!("fhs_{SECRET}"),
            browser: format!("fhb_{SECRET}"),
            session: session(),
        })
    });
    desk.expect_sign_out().returning(|_, _, _| Ok(()));
    desk.expect_sign_out_everywhere().returning(|_, _| Ok(()));
    desk.expect_rename().returning(|id, name, _| {
        Ok(User {
            id,
            name,
            revision: 2,
            ..sample_member()
        })
    });
    desk.expect_change_password().returning(|_, _, _, _| Ok(()));
    desk.expect_reset_password().returning(|_, _, _| Ok(()));
    desk.expect_sessions().returning(|_| Ok(vec![session()]));
    desk.expect_end_session()
        .returning(|_, id, _| known(id == session().id));
    desk.expect_api_keys().returning(|_| Ok(vec![api_key()]));
    desk.expect_issue_api_key().returning(|_, _, _| {
        Ok(IssuedKey {
            key: api_key(),
            token: format!("fhk_{SECRET}"),
        })
    });
    desk.expect_end_api_key()
        .returning(|_, id, _| known(id == api_key().id));
}

fn known(is_known: bool) -> Result<(), AccountError> {
    if is_known { Ok(()) } else { Err(AccountError::Unknown) }
}

/// What the sample user's authenticator knows.
const FACTOR_SECRET: FactorSecret = FactorSecret(*b"12345678901234567890");

/// How the sample user's second factor stands.
fn factor_status() -> FactorStatus {
    FactorStatus {
        set_up_at: Some(sample::instant("2026-11-18T00:00:00Z")),
        recovery_codes_left: 9,
    }
}

/// A desk where everybody has a second factor, and was signed in to from a new place.
pub(super) fn know_factors(desk: &mut MockSafetyDesk) {
    let codes = || RecoveryCodes(vec!["ABCD-EFGH-JKMN-PQRS-TVWX-YZ01".to_owned()]);
    desk.expect_second_factor().returning(|_| Ok(factor_status()));
    desk.expect_begin_second_factor().returning(|_, _, _| {
        Ok(BegunFactor {
            secret: FACTOR_SECRET,
            email: sample_member().email,
        })
    });
    desk.expect_confirm_second_factor()
        .returning(move |_, _, _| Ok(codes()));
    desk.expect_renew_recovery_codes()
        .returning(move |_, _, _, _| Ok(codes()));
    desk.expect_remove_second_factor().returning(|_, _, _, _| Ok(()));
    let new = || NewSignIn {
        id: SessionId(sample::id(0x502)),
        at: sample::instant("2026-11-19T21:04:00Z"),
        address: Some("198.51.100.9".parse().unwrap()),
        user_agent: Some("Firefox".to_owned()),
        is_going_on: true,
    };
    desk.expect_new_sign_ins().returning(move |_, _| Ok(vec![new()]));
    desk.expect_dismiss_new_sign_in()
        .returning(move |_, id| known(id == new().id));
}

/// A desk that knows the sample member and an admin.
pub(super) fn know_people(desk: &mut MockPeopleDesk) {
    desk.expect_list().returning(|_| {
        Ok(Page {
            items: vec![admin(), sample_member()],
            total: 2,
        })
    });
    let find = |id| {
        let all = [admin(), sample_member()];
        all.into_iter().find(|user| user.id == id).ok_or(AccountError::Unknown)
    };
    desk.expect_read().returning(find);
    desk.expect_permit().returning(move |id, as_role| {
        let role = find(id)?.role;
        let may = as_role.may_touch(role, role);
        may.then_some(()).ok_or(AccountError::MasterOnly)
    });
    desk.expect_create().returning(|new, _, _| {
        Ok(User {
            role: new.role,
            active: new.active,
            grants: new.grants,
            ..sample_member()
        })
    });
    desk.expect_change().returning(move |id, _, _, _| {
        let user = find(id)?;
        Ok(User { revision: 2, ..user })
    });
    desk.expect_delete().returning(|_, _, _| Ok(()));
    desk.expect_second_factor().returning(|_| Ok(factor_status()));
    desk.expect_remove_second_factor().returning(|_, _, _| Ok(()));
    desk.expect_delete_waiting().returning(|_| Ok(17));
    desk.expect_reset_link().returning(|_, _, _| {
        Ok(ResetLink {
            token: format!("fhr_{SECRET}"),
            expires_at: sample::instant("2026-11-21T01:00:00Z"),
        })
    });
}

fn member(last: u128, can_upload: bool, can_manage_productions: bool, productions: &[u128]) -> User {
    User {
        grants: Grants {
            can_upload,
            can_manage_productions,
            all_productions: false,
            production_ids: productions.iter().map(|last| sample::production_id(*last)).collect(),
        },
        ..user(last, "member", Role::Member)
    }
}

fn user(last: u128, name: &str, role: Role) -> User {
    User {
        id: UserId(sample::id(last)),
        email: Email::parse(&format!("{name}@example.com")).unwrap(),
        name: name.to_owned(),
        role,
        active: true,
        grants: Grants::default(),
        created_at: sample::instant("2026-09-01T00:00:00Z"),
        activated_at: Some(sample::instant("2026-09-01T01:00:00Z")),
        revision: 1,
    }
}
