//! Signing in and out, registering, setting passwords.

use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::people::{ORIGIN_LIFE, SESSION_LIFE};
use ports::actor::Actor;
use ports::driving::{OwnSession, SignIn, SignInClient};

use crate::Services;
use crate::entry::{
    Caller, Security, browser, browser_cookie, cleared_cookie, client_address, require_own_origin, session_cookie,
};
use crate::extract::{BodyProblems, JsonBody, NoParameters, Query};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::{NewPassword, NewRegistration, NewReset, NewSignIn, SignOutQuery, SignedInView};

/// A stranger, for the audit.
fn stranger(request: &HttpRequest, security: &Security) -> Actor {
    Actor::stranger(client_address(request, &security.trusted_proxies))
}

/// Ask for an account
///
/// An administrator activates it. The answer is the same whether the address is known. At most 5 an hour from one
/// network; of more than 200 that wait, the oldest goes.
#[utoipa::path(post, path = "/api/v1/auth/register", operation_id = "register", tag = "account",
    request_body = NewRegistration, responses(
    (status = 202, description = "Waits for activation, unless the address is known"),
    BodyProblems,
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many registrations", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn register(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let new: NewRegistration = body.read_of_anybody().await?;
    services
        .accounts
        .register(new.into(), &stranger(&request, &services.security))
        .await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Sign in
///
/// Answers a token for `Authorization: Bearer`, or with `cookie` sets it as a cookie that scripts cannot read. Failed
/// attempts slow down, per account and network. A browser that signed in before, and is known by a second cookie, has a
/// count of its own. Whoever has set up a second factor is told so after the right password (401
/// `second-factor-required`), and sends all of it again with a `code`.
#[utoipa::path(post, path = "/api/v1/auth/login", operation_id = "signIn", tag = "account",
    request_body = NewSignIn, responses(
    (status = 200, description = "Signed in", body = SignedInView),
    BodyProblems,
    (status = 401, description = "The address or the password is wrong; or a code is needed, or wrong", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "The account is not active; or a cookie was asked for from another site", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A field breaks a rule", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many failed attempts", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn sign_in(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let new: NewSignIn = body.read_of_anybody().await?;
    if new.cookie {
        require_own_origin(&request, &services.security)?;
    }
    let agent = request.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    let client = SignInClient {
        user_agent: agent.map(str::to_owned),
        browser: browser(&request, &services.security),
    };
    let typed = SignIn {
        email: new.email,
        password: new.password,
        code: new.code,
    };
    let signed_in = services
        .accounts
        .sign_in(typed, client, &stranger(&request, &services.security))
        .await?;
    let cookies = new.cookie.then(|| {
        let session = session_cookie(signed_in.token.clone(), SESSION_LIFE.num_seconds(), &services.security);
        let browser = browser_cookie(signed_in.browser.clone(), ORIGIN_LIFE.num_seconds(), &services.security);
        [session, browser]
    });
    let mut answer = json(StatusCode::OK, &SignedInView::new(signed_in, new.cookie));
    for cookie in cookies.into_iter().flatten() {
        answer
            .add_cookie(&cookie)
            .expect("a token of letters and digits fits into a header");
    }
    Ok(answer)
}

/// Sign out
///
/// Ends this session, or with `everywhere` all of one's sessions; forgets the cookie.
#[utoipa::path(post, path = "/api/v1/auth/logout", operation_id = "signOut", tag = "account",
    params(SignOutQuery), responses(
    (status = 204, description = "Signed out"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn sign_out(
    caller: Caller,
    Query(query): Query<SignOutQuery>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    if query.everywhere {
        services
            .accounts
            .sign_out_everywhere(caller.id(), caller.actor())
            .await?;
    } else {
        let OwnSession { session, .. } = caller.own_session()?;
        services.accounts.sign_out(caller.id(), session, caller.actor()).await?;
    }
    let mut answer = HttpResponse::NoContent().finish();
    answer
        .add_cookie(&cleared_cookie(&services.security))
        .expect("an empty cookie fits into a header");
    Ok(answer)
}

/// Change one's password
///
/// Ends the other sessions. A wrong present password counts as a failed attempt to sign in.
#[utoipa::path(post, path = "/api/v1/auth/password", operation_id = "changePassword", tag = "account",
    request_body = NewPassword, responses(
    (status = 204, description = "Changed"),
    BodyProblems,
    (status = 422, description = "The present password is wrong, or the new one breaks a rule", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "Too many failed attempts", body = Problem, content_type = "application/problem+json",
        headers(("Retry-After" = u32, description = "Seconds"))),
))]
pub(crate) async fn change_password(
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (new, caller) = body.read::<NewPassword>().await?;
    let own = caller.own_session()?;
    services
        .accounts
        .change_password(own, &new.current_password, &new.new_password, caller.actor())
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Set a password by a reset link
///
/// The token comes from the link that an administrator made; it works once. Ends all sessions and API keys.
#[utoipa::path(post, path = "/api/v1/auth/reset", operation_id = "resetPassword", tag = "account",
    request_body = NewReset, responses(
    (status = 204, description = "Set"),
    BodyProblems,
    (status = 422, description = "The link does not work any more, or the password breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn reset_password(
    request: HttpRequest,
    _: Query<NoParameters>,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let new: NewReset = body.read_of_anybody().await?;
    services
        .accounts
        .reset_password(&new.token, &new.new_password, &stranger(&request, &services.security))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
