//! What keeps an account its owner's: the second factor, and news of sign-ins from new places.

use async_trait::async_trait;
use domain::people::{SessionId, User, UserId};
use domain::second_factor::{RECOVERY_CODES, Step, TypedCode, grouped};
use domain::validation::{Field, Rule};
use ports::actor::Actor;
use ports::driven::{AttemptKey, ConfirmedFactor, Factor, NewSignIn, TokenDigest};
use ports::driving::{AccountError, BegunFactor, FactorStatus, OwnSession, RecoveryCodes, SafetyDesk};

use super::{Accounts, invalid, proven};

/// How a factor stands; one that is not confirmed is none.
pub(crate) fn status(factor: Option<&Factor>) -> FactorStatus {
    let set_up = factor.filter(|factor| factor.set_up_at.is_some());
    set_up.map_or_else(FactorStatus::default, |factor| FactorStatus {
        set_up_at: factor.set_up_at,
        recovery_codes_left: factor.recovery_codes_left,
    })
}

impl Accounts {
    /// The second factor that a user has set up.
    pub(super) async fn set_up_factor(&self, user: UserId) -> Result<Option<Factor>, AccountError> {
        let factor = self.ports.factors.find(user).await?;
        Ok(factor.filter(|factor| factor.set_up_at.is_some()))
    }

    /// Takes a code, of the authenticator or for recovery: once, and never again.
    pub(super) async fn takes_code(
        &self,
        user: UserId,
        factor: &Factor,
        typed: &str,
        by: &Actor,
    ) -> Result<bool, AccountError> {
        let factors = &self.ports.factors;
        match TypedCode::read(typed) {
            None => Ok(false),
            Some(TypedCode::Authenticator(code)) => match self.step_of(factor, &code) {
                Some(step) => Ok(factors.take_step(user, step).await?),
                None => Ok(false),
            },
            Some(TypedCode::Recovery(code)) => {
                let digest = self.digest_of(user, &code);
                Ok(factors.take_recovery_code(user, &digest, by).await?)
            }
        }
    }

    /// The step whose code this is, among those that are taken now.
    fn step_of(&self, factor: &Factor, code: &str) -> Option<Step> {
        Step::taken(self.ports.clock.now(), factor.last_step)
            .find(|step| self.ports.codes.code(&factor.secret, *step) == code)
    }

    /// What is kept of a recovery code; with its owner, so that equal codes would not look alike.
    fn digest_of(&self, user: UserId, code: &str) -> TokenDigest {
        self.ports.secrets.digest(&format!("{user} {code}"))
    }

    /// Ten new recovery codes, as they are told and as they are kept.
    fn new_recovery_codes(&self, user: UserId) -> (RecoveryCodes, Vec<TokenDigest>) {
        let codes = (0..RECOVERY_CODES).map(|_| self.ports.codes.new_recovery_code());
        let told_and_kept = codes.map(|code| (grouped(&code), self.digest_of(user, &code)));
        let (told, kept) = told_and_kept.unzip();
        (RecoveryCodes(told), kept)
    }

    /// Refuses whoever signs in with the right password and a wrong code.
    pub(super) async fn require_code(
        &self,
        user: &User,
        factor: &Factor,
        code: &str,
        by: &Actor,
    ) -> Result<(), AccountError> {
        if self.takes_code(user.id, factor, code, &proven(user, by)).await? {
            return Ok(());
        }
        self.refuse(Some(user.id), "second-factor", by).await?;
        Err(AccountError::WrongCode)
    }

    /// Asks for the present password before something that a stolen session must not do, and where there is a factor for
    /// a code of it. Wrong ones slow the session down.
    async fn require_proof(
        &self,
        own: OwnSession,
        password: &str,
        code: Option<(&Factor, &str)>,
        by: &Actor,
    ) -> Result<User, AccountError> {
        let OwnSession { user, session } = own;
        let known = self.ports.users.credentials(user).await?.ok_or(AccountError::Unknown)?;
        // Counted for the session alone: whoever guesses elsewhere does not keep its owner from this.
        let keys = [AttemptKey::Session(session)];
        self.attempt(&keys).await?;
        if !self.is_right(password, known.password, &keys).await? {
            self.refuse(Some(user), "password", by).await?;
            return Err(invalid(Field::CurrentPassword, Rule::WrongPassword));
        }
        if let Some((factor, code)) = code
            && !self.takes_code(user, factor, code, by).await?
        {
            self.refuse(Some(user), "second-factor", by).await?;
            return Err(invalid(Field::FactorCode, Rule::WrongCode));
        }
        self.ports.attempts.succeed(&keys).await?;
        Ok(known.user)
    }
}

#[async_trait]
impl SafetyDesk for Accounts {
    async fn second_factor(&self, user: UserId) -> Result<FactorStatus, AccountError> {
        Ok(status(self.ports.factors.find(user).await?.as_ref()))
    }

    async fn begin_second_factor(
        &self,
        own: OwnSession,
        password: &str,
        by: &Actor,
    ) -> Result<BegunFactor, AccountError> {
        if self.set_up_factor(own.user).await?.is_some() {
            return Err(AccountError::FactorSetUp);
        }
        let owner = self.require_proof(own, password, None, by).await?;
        let secret = self.ports.codes.new_secret();
        if !self.ports.factors.begin(own.user, &secret).await? {
            return Err(AccountError::FactorSetUp);
        }
        Ok(BegunFactor {
            secret,
            email: owner.email,
        })
    }

    async fn confirm_second_factor(
        &self,
        own: OwnSession,
        code: &str,
        by: &Actor,
    ) -> Result<RecoveryCodes, AccountError> {
        let begun = self.ports.factors.find(own.user).await?.ok_or(AccountError::NoFactor)?;
        if begun.set_up_at.is_some() {
            return Err(AccountError::FactorSetUp);
        }
        let step = match TypedCode::read(code) {
            Some(TypedCode::Authenticator(code)) => self.step_of(&begun, &code),
            Some(TypedCode::Recovery(_)) | None => None,
        };
        let step = step.ok_or_else(|| invalid(Field::FactorCode, Rule::WrongCode))?;
        let (told, recovery_codes) = self.new_recovery_codes(own.user);
        let confirmed = ConfirmedFactor {
            user: own.user,
            secret: begun.secret,
            step,
            recovery_codes,
            keep: own.session,
            at: self.ports.clock.now(),
        };
        if !self.ports.factors.confirm(confirmed, by).await? {
            return Err(AccountError::NoFactor);
        }
        Ok(told)
    }

    async fn renew_recovery_codes(
        &self,
        own: OwnSession,
        password: &str,
        code: &str,
        by: &Actor,
    ) -> Result<RecoveryCodes, AccountError> {
        let factor = self.set_up_factor(own.user).await?.ok_or(AccountError::NoFactor)?;
        self.require_proof(own, password, Some((&factor, code)), by).await?;
        let (told, kept) = self.new_recovery_codes(own.user);
        if !self.ports.factors.replace_recovery_codes(own.user, &kept, by).await? {
            return Err(AccountError::NoFactor);
        }
        Ok(told)
    }

    async fn remove_second_factor(
        &self,
        own: OwnSession,
        password: &str,
        code: &str,
        by: &Actor,
    ) -> Result<(), AccountError> {
        let factor = self.set_up_factor(own.user).await?.ok_or(AccountError::NoFactor)?;
        self.require_proof(own, password, Some((&factor, code)), by).await?;
        if self.ports.factors.remove(own.user, Some(own.session), by).await? {
            Ok(())
        } else {
            Err(AccountError::NoFactor)
        }
    }

    async fn new_sign_ins(&self, user: UserId, session: Option<SessionId>) -> Result<Vec<NewSignIn>, AccountError> {
        let mut new = self.ports.new_sign_ins.list(user, self.ports.clock.now()).await?;
        new.retain(|sign_in| Some(sign_in.id) != session);
        Ok(new)
    }

    async fn dismiss_new_sign_in(&self, user: UserId, id: SessionId) -> Result<(), AccountError> {
        if self.ports.new_sign_ins.dismiss(user, id).await? {
            Ok(())
        } else {
            Err(AccountError::Unknown)
        }
    }
}
