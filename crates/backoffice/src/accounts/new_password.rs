use domain::own_words::check_own_words;
use domain::people::{Email, check_password, composed_password};
use domain::validation::Rule;
use ports::driven::Secrets;

/// Whether somebody of this address and name may choose this password: of the right length, not among the commonest, and
/// more than who one is.
pub(crate) fn check_new_password(secrets: &dyn Secrets, password: &str, email: &Email, name: &str) -> Result<(), Rule> {
    check_password(password)?;
    let password = &composed_password(password);
    if secrets.is_common(password) {
        return Err(Rule::CommonPassword);
    }
    check_own_words(password, email, name)
}
