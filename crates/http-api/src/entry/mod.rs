//! Who may enter: everything between a request's credentials and its handler.
//!
//! Each route of the table in `routes` says what it needs; [`guard()`] asks the policy of the domain before anything of
//! the request is parsed, in this order: who (401), sees (404), may (403). Handlers find whom they serve in
//! [`Caller`], and give what that caller sees to every query. A body may come long after its head: whoever reads one gets
//! the caller with it, who was looked at again; and what a handler changes is asked for once more where it is stored, by
//! the authority that [`Caller::actor`] carries.

mod address;
mod caller;
mod guard;
mod metrics_token;
mod need;
mod origin;
mod token;

pub(crate) use address::client_address;
pub(crate) use caller::Caller;
pub(crate) use guard::{AdmittedAt, DATA_VERSION, admit, guard};
pub use metrics_token::MetricsToken;
pub(crate) use need::Need;
pub(crate) use origin::require_own_origin;
pub(crate) use token::{browser, browser_cookie, cleared_cookie, session_cookie, token};

use actix_web::HttpRequest;
use actix_web::web::Data;
use domain::second_factor::FactorPolicy;
use ipnet::IpNet;

/// How the server is reached, and by whom.
#[derive(Debug, Clone, Default)]
pub struct Security {
    /// Whether the cookie is `Secure` with the prefix `__Host-`, and browsers are told to stay with HTTPS.
    pub is_secure: bool,
    /// The address that users reach the server by, without a slash at the end: `https://sales.example.com`. The origin
    /// of requests, and the beginning of links. `None`: whatever host the request names.
    pub public_url: Option<String>,
    /// Other origins that may send cookies and read answers: `https://office.example.com`.
    pub allowed_origins: Vec<String>,
    /// Proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpNet>,
    /// By what a program may read figures; `None`: by nothing, and only admins do.
    pub metrics_token: Option<MetricsToken>,
    /// Of whom a second factor is demanded.
    pub second_factor: FactorPolicy,
}

impl Security {
    /// That of the application that this request reached.
    pub(crate) fn of(request: &HttpRequest) -> &Self {
        let security: Option<&Data<Self>> = request.app_data();
        security.expect("the application knows how it is reached")
    }
}
