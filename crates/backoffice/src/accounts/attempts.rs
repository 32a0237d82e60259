//! Attempts that are counted, and slowed down when they fail.

use domain::network::Network;
use domain::people::{Email, MAX_PASSWORD_CHARS, composed_password};
use ports::actor::Actor;
use ports::driven::{AttemptKey, Familiarity, Origin, PasswordHash};
use ports::driving::{AccountError, SignInClient};

use super::{Accounts, BROWSER_PREFIX, MAX_TOKEN_BYTES};

impl Accounts {
    /// Counts an attempt, unless it comes too early.
    pub(super) async fn attempt(&self, keys: &[AttemptKey]) -> Result<(), AccountError> {
        let now = self.ports.clock.now();
        let begun = self.ports.attempts.begin(keys, now).await?;
        begun.map_err(AccountError::SlowDown)
    }

    /// Whether this is the password. As many hashes for a wrong one as it has forms, whoever it is. Where nobody could look,
    /// the attempt does not count.
    pub(super) async fn is_right(
        &self,
        password: &str,
        kept: Option<PasswordHash>,
        keys: &[AttemptKey],
    ) -> Result<bool, AccountError> {
        for form in forms(password) {
            match self.ports.secrets.verify(&form, kept.clone()).await {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(busy) => {
                    self.ports.attempts.take_back(keys).await?;
                    return Err(busy.into());
                }
            }
        }
        Ok(false)
    }

    /// What an attempt to sign in counts for.
    pub(super) async fn sign_in_keys(
        &self,
        account: Option<&Email>,
        client: &SignInClient,
        by: &Actor,
    ) -> Result<Vec<AttemptKey>, AccountError> {
        let origin = Origin {
            network: by.address.map(Network::of),
            browser: client.browser.as_ref().map(|token| self.ports.secrets.digest(token)),
        };
        let Some(account) = account else {
            return Ok(origin.network.into_iter().map(AttemptKey::Network).collect());
        };
        let now = self.ports.clock.now();
        let familiarity = self.ports.attempts.familiarity(account, &origin, now).await?;
        Ok(keys(account, &origin, familiarity))
    }

    /// A client without what can be no token of ours.
    pub(super) fn plausible(client: SignInClient) -> SignInClient {
        let is_ours = |token: &String| token.starts_with(BROWSER_PREFIX) && token.len() <= MAX_TOKEN_BYTES;
        SignInClient {
            browser: client.browser.filter(is_ours),
            ..client
        }
    }
}

/// A browser that the account was signed in with before has a lane of its own, and so has a network: what strangers try
/// elsewhere does not slow them down.
fn keys(account: &Email, origin: &Origin, familiarity: Familiarity) -> Vec<AttemptKey> {
    if let Some(browser) = origin.browser.filter(|_| familiarity.browser) {
        return vec![AttemptKey::AccountIn(account.clone(), browser)];
    }
    let mut keys = Vec::new();
    if let Some(network) = origin.network {
        keys.push(AttemptKey::AccountFrom(account.clone(), network));
        keys.push(AttemptKey::Network(network));
    }
    if !familiarity.network {
        keys.push(AttemptKey::Account(account.clone()));
    }
    keys
}

/// The forms in which a password may have been hashed: composed, as it is today; as it was sent, as it once was. Cut where
/// no password is that long. Most have one form.
pub(super) fn forms(password: &str) -> Vec<String> {
    // No letter consists of more than four characters.
    let composed = composed_password(start(password, 4 * MAX_PASSWORD_CHARS + 1));
    let mut forms = vec![start(&composed, MAX_PASSWORD_CHARS + 1).to_owned()];
    let as_sent = start(password, MAX_PASSWORD_CHARS + 1);
    if forms[0] != as_sent {
        forms.push(as_sent.to_owned());
    }
    forms
}

/// As many characters of the beginning.
fn start(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars);
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use ports::driven::TokenDigest;

    use super::*;

    #[test]
    fn whoever_was_there_before_is_not_counted_with_strangers() {
        let account = Email::parse("a@example.com").unwrap();
        let network = Network::of([203, 0, 113, 7].into());
        let browser = TokenDigest([7; 32]);
        let origin = Origin {
            network: Some(network),
            browser: Some(browser),
        };
        let told = |browser, network| keys(&account, &origin, Familiarity { browser, network });
        let from = AttemptKey::AccountFrom(account.clone(), network);
        let of_network = AttemptKey::Network(network);
        let own = [AttemptKey::AccountIn(account.clone(), browser)];
        assert_eq!(told(true, true), own);
        assert_eq!(told(true, false), own);
        assert_eq!(told(false, true), [from.clone(), of_network.clone()]);
        let of_all = AttemptKey::Account(account.clone());
        assert_eq!(told(false, false), [from, of_network, of_all.clone()]);
        let from_nowhere = keys(&account, &Origin::default(), Familiarity::default());
        assert_eq!(from_nowhere, [of_all]);
    }
}
