use domain::calendar::in_kst;
use domain::people::{SessionId, User};
use ports::driven::{ApiKey, Session};
use ports::driving::{IssuedKey, NewAccount, NewKey, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::user::UserView;
use crate::entry::{Caller, Security};
use crate::extract::Instant;

/// Somebody who wants an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRegistration {
    #[schema(example = "member@example.com", max_length = 254)]
    email: String,
    #[schema(example = "담당자", min_length = 1, max_length = 200)]
    name: String,
    #[schema(example = "correct horse battery", min_length = 10, max_length = 200)]
    password: String,
}

impl From<NewRegistration> for NewAccount {
    fn from(new: NewRegistration) -> Self {
        Self {
            email: new.email,
            name: new.name,
            password: new.password,
        }
    }
}

/// Address and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSignIn {
    #[schema(example = "member@example.com")]
    pub(crate) email: String,
    #[schema(example = "correct horse battery")]
    pub(crate) password: String,
    /// A code of the second factor, for whoever has set one up: of the authenticator, or a recovery code.
    pub(crate) code: Option<String>,
    /// Whether the token comes as a cookie that scripts cannot read; needs an `Origin` of this site.
    #[serde(default)]
    pub(crate) cookie: bool,
}

/// A session that began.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignedInView {
    /// For `Authorization: Bearer`; `null` where it came as a cookie. Told this once.
    #[schema(example = "fhs_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM")]
    token: Option<String>,
    /// When the session ends, unless it is used before then.
    #[schema(format = DateTime)]
    expires_at: String,
    user: UserView,
}

impl SignedInView {
    /// With the token, unless it travels as a cookie.
    pub(crate) fn new(signed_in: SignedIn, as_cookie: bool) -> Self {
        Self {
            token: (!as_cookie).then_some(signed_in.token),
            expires_at: in_kst(signed_in.session.expires_at).to_rfc3339(),
            user: signed_in.user.into(),
        }
    }
}

/// How one's own second factor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OwnFactorView {
    /// There is none.
    None,
    /// It is set up.
    Set,
    /// There is none, and the server demands one: nothing else is answered before it is set up.
    Demanded,
}

/// One's own account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountView {
    #[serde(flatten)]
    user: UserView,
    second_factor: OwnFactorView,
}

impl AccountView {
    /// The caller's own, as `user` says.
    pub(crate) fn new(user: User, caller: &Caller, security: &Security) -> Self {
        let second_factor = if caller.has_second_factor() {
            OwnFactorView::Set
        } else if caller.lacks_factor(security) {
            OwnFactorView::Demanded
        } else {
            OwnFactorView::None
        };
        Self {
            user: user.into(),
            second_factor,
        }
    }
}

/// Which sessions end.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SignOutQuery {
    /// All of one's sessions, on every device.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) everywhere: bool,
}

/// What one changes of one's own account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangedAccount {
    #[schema(example = "담당자", min_length = 1, max_length = 200)]
    pub(crate) name: String,
}

/// One's password and the next one.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewPassword {
    #[schema(example = "correct horse battery")]
    pub(crate) current_password: String,
    #[schema(example = "purple elephant staircase", min_length = 10, max_length = 200)]
    pub(crate) new_password: String,
}

/// The token of a reset link, and a password.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewReset {
    #[schema(example = "fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM")]
    pub(crate) token: String,
    #[schema(example = "purple elephant staircase", min_length = 10, max_length = 200)]
    pub(crate) new_password: String,
}

/// All of something, where there are never many.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListView<T> {
    pub(crate) items: Vec<T>,
}

/// One of one's sessions.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionView {
    id: Uuid,
    #[schema(format = DateTime)]
    created_at: String,
    /// To the minute.
    #[schema(format = DateTime)]
    last_used_at: String,
    /// When it ends, unless it is used before then.
    #[schema(format = DateTime)]
    expires_at: String,
    /// Network address that it began from.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// The program that it began in, as that calls itself.
    user_agent: Option<String>,
    /// Whether this request belongs to it.
    current: bool,
}

impl SessionView {
    /// A session; `current` is that of the request.
    pub(crate) fn new(session: Session, current: Option<SessionId>) -> Self {
        Self {
            id: session.id.0,
            created_at: in_kst(session.created_at).to_rfc3339(),
            last_used_at: in_kst(session.last_used_at).to_rfc3339(),
            expires_at: in_kst(session.expires_at).to_rfc3339(),
            address: session.address.map(|address| address.to_string()),
            user_agent: session.user_agent,
            current: current == Some(session.id),
        }
    }
}

/// An API key to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewApiKey {
    #[schema(example = "매일 업로드", min_length = 1, max_length = 200)]
    name: String,
    /// Whether it may not write.
    #[serde(default)]
    read_only: bool,
    /// When it ends; default: never.
    expires_at: Option<Instant>,
}

impl From<NewApiKey> for NewKey {
    fn from(new: NewApiKey) -> Self {
        Self {
            name: new.name,
            read_only: new.read_only,
            expires_at: new.expires_at.map(|at| at.0.to_utc()),
        }
    }
}

/// One of one's API keys.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApiKeyView {
    id: Uuid,
    name: String,
    read_only: bool,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// To the minute.
    #[schema(format = DateTime)]
    last_used_at: Option<String>,
}

impl From<ApiKey> for ApiKeyView {
    fn from(key: ApiKey) -> Self {
        Self {
            id: key.id.0,
            name: key.name,
            read_only: key.read_only,
            created_at: in_kst(key.created_at).to_rfc3339(),
            expires_at: key.expires_at.map(|at| in_kst(at).to_rfc3339()),
            last_used_at: key.last_used_at.map(|at| in_kst(at).to_rfc3339()),
        }
    }
}

/// A new API key with its secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IssuedKeyView {
    #[serde(flatten)]
    api_key: ApiKeyView,
    /// For `Authorization: Bearer`. Told this once.
    #[schema(example = "fhk_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM")]
    key: String,
}

impl From<IssuedKey> for IssuedKeyView {
    fn from(issued: IssuedKey) -> Self {
        Self {
            api_key: issued.key.into(),
            key: issued.token,
        }
    }
}
