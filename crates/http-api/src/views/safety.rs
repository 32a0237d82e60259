use domain::calendar::in_kst;
use domain::second_factor::{CODE_DIGITS, STEP_SECONDS};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ports::driven::NewSignIn;
use ports::driving::{BegunFactor, FactorStatus, RecoveryCodes};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom an authenticator names beside the account.
const ISSUER: &str = "Fullhouse";
/// Side of the picture, in pixels.
const PICTURE_PX: u32 = 220;

/// How a second factor stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FactorView {
    /// Whether the server demands one of this user.
    demanded: bool,
    /// Since when it is set up; `null`: there is none.
    #[schema(format = DateTime)]
    set_up_at: Option<String>,
    /// Recovery codes that have not been used.
    #[schema(example = 10)]
    recovery_codes_left: u32,
}

impl FactorView {
    /// How it stands, and whether the server demands one.
    pub(crate) fn new(status: FactorStatus, demanded: bool) -> Self {
        Self {
            demanded,
            set_up_at: status.set_up_at.map(|at| in_kst(at).to_rfc3339()),
            recovery_codes_left: status.recovery_codes_left,
        }
    }
}

/// One's password, before a second factor is set up.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewFactor {
    #[schema(example = "correct horse battery")]
    pub(crate) current_password: String,
}

/// A code that an authenticator shows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFactorCode {
    #[schema(example = "287082")]
    pub(crate) code: String,
}

/// One's password and a code of the second factor.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewFactorProof {
    #[schema(example = "correct horse battery")]
    pub(crate) current_password: String,
    /// Of the authenticator, or a recovery code.
    #[schema(example = "287082")]
    pub(crate) code: String,
}

/// A second factor to confirm. Told this once.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BegunFactorView {
    /// To type into an authenticator, in Base32.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    secret: String,
    /// The same as an address that authenticators open.
    url: String,
    /// The address as a picture to scan: SVG.
    qr_svg: String,
}

impl BegunFactorView {
    /// What its owner is shown.
    pub(crate) fn new(begun: &BegunFactor) -> Self {
        let secret = begun.secret.base32();
        let account = utf8_percent_encode(begun.email.as_str(), NON_ALPHANUMERIC);
        let url = format!(
            "otpauth://totp/{ISSUER}:{account}?secret={secret}&issuer={ISSUER}&algorithm=SHA1&digits={CODE_DIGITS}&period={STEP_SECONDS}"
        );
        Self {
            qr_svg: picture(&url),
            secret,
            url,
        }
    }
}

/// A QR code, dark on light whatever the page around it.
fn picture(text: &str) -> String {
    let code = QrCode::with_error_correction_level(text, EcLevel::M);
    // Three bytes for each of the 254 bytes of the longest address, and some 130 more.
    let code = code.expect("an address of an account is short enough for a QR code");
    code.render::<svg::Color<'_>>()
        .min_dimensions(PICTURE_PX, PICTURE_PX)
        .build()
}

/// Recovery codes, each good for one sign-in. Told this once.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecoveryCodesView {
    #[schema(example = json!(["ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"]))]
    recovery_codes: Vec<String>,
}

impl From<RecoveryCodes> for RecoveryCodesView {
    fn from(RecoveryCodes(recovery_codes): RecoveryCodes) -> Self {
        Self { recovery_codes }
    }
}

/// A sign-in from a new place.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignInView {
    /// Of the session that it began.
    id: Uuid,
    #[schema(format = DateTime)]
    at: String,
    /// Network address.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// The program, as it calls itself.
    user_agent: Option<String>,
    /// Whether its session goes on.
    active: bool,
}

impl From<NewSignIn> for SignInView {
    fn from(new: NewSignIn) -> Self {
        Self {
            id: new.id.0,
            at: in_kst(new.at).to_rfc3339(),
            address: new.address.map(|address| address.to_string()),
            user_agent: new.user_agent,
            active: new.is_going_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::people::Email;
    use domain::second_factor::FactorSecret;

    use super::*;

    fn begun(email: &str) -> BegunFactorView {
        BegunFactorView::new(&BegunFactor {
            secret: FactorSecret(*b"12345678901234567890"),
            email: Email::parse(email).unwrap(),
        })
    }

    #[test]
    fn an_authenticator_is_told_secret_account_and_issuer() {
        let view = begun("member+1@example.com");
        assert_eq!(
            view.url,
            "otpauth://totp/Fullhouse:member%2B1%40example%2Ecom?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Fullhouse&algorithm=SHA1&digits=6&period=30"
        );
        assert!(view.qr_svg.contains("<svg") && !view.qr_svg.contains("<script"));
    }

    #[test]
    fn the_longest_address_fits_into_a_picture() {
        let longest = format!("{}@example.com", "한".repeat(80));
        assert!(begun(&longest).qr_svg.contains("<svg"));
    }
}
