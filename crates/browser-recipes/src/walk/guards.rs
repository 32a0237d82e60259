//! What stops every walk, whatever its recipe says.

use domain::collection::RunCode;

use super::Stop;
use super::page::{LoadFailure, Page, PageError, Signs};

/// Looks at the page. A dialog hides it; the next step has to do with that.
pub(super) async fn look<P: Page>(page: &mut P, has_typed_secret: bool) -> Result<(), Stop> {
    match page.signs().await {
        Ok(signs) => judge(&signs, has_typed_secret),
        Err(PageError::Dialog(_) | PageError::Gone) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What the signs mean.
pub(super) fn judge(signs: &Signs, has_typed_secret: bool) -> Result<(), Stop> {
    match &signs.failure {
        // Before the status: that of a refusal is our own.
        Some(LoadFailure::Refused(refusal, host)) => return Err(Stop::new(refusal.code(), host.as_str())),
        Some(LoadFailure::Unreachable(why)) => return Err(Stop::new(RunCode::Unreachable, why.as_str())),
        None => {}
    }
    if signs.has_captcha {
        return Err(Stop::new(RunCode::Blocked, "captcha"));
    }
    let Some(status) = signs.status else {
        return Ok(());
    };
    let code = match status {
        403 | 429 => RunCode::Blocked,
        401 if has_typed_secret => RunCode::LoginFailed,
        401 => RunCode::HttpError,
        500..=599 => RunCode::ServerError,
        _ => return Ok(()),
    };
    Err(Stop::new(code, format!("HTTP {status}")))
}

#[cfg(test)]
mod tests {
    use domain::collection::AddressRefusal;

    use super::super::Why;
    use super::*;

    fn code(signs: &Signs, has_typed_secret: bool) -> Option<Why> {
        judge(signs, has_typed_secret).err().map(|stop| stop.why)
    }

    #[test]
    fn statuses_and_captchas_have_a_meaning() {
        let with = |status| Signs {
            status: Some(status),
            ..Signs::default()
        };
        for (status, has_typed, expected) in [
            (200, false, None),
            (404, false, None),
            (403, false, Some(RunCode::Blocked)),
            (429, true, Some(RunCode::Blocked)),
            (401, true, Some(RunCode::LoginFailed)),
            (401, false, Some(RunCode::HttpError)),
            (503, true, Some(RunCode::ServerError)),
        ] {
            assert_eq!(code(&with(status), has_typed), expected.map(Why::Code), "{status}");
        }
        let captcha = Signs {
            has_captcha: true,
            ..with(200)
        };
        assert_eq!(code(&captcha, false), Some(Why::Code(RunCode::Blocked)));
    }

    #[test]
    fn a_refusal_of_ours_is_not_taken_for_one_of_the_site() {
        let signs = Signs {
            status: Some(403),
            failure: Some(LoadFailure::Refused(AddressRefusal::Host, "evil.example".to_owned())),
            ..Signs::default()
        };
        assert_eq!(code(&signs, false), Some(Why::Code(RunCode::HostNotAllowed)));
    }
}
