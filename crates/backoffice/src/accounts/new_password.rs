use domain::own_words::check_own_words;
use domain::people::{Email, check_password, composed_password};
use domain::validation::FieldError;
use ports::driven::Secrets;

/// Whether somebody of this address and name may choose this password: of the right length, not among the commonest, and
/// more than who one is.
pub(crate) fn check_new_password(
    secrets: &dyn Secrets,
    password: &str,
    email: &Email,
    name: &str,
    pointer: &str,
) -> Result<(), FieldError> {
    check_password(password, pointer)?;
    let password = &composed_password(password);
    if secrets.is_common(password) {
        let message = "a password that is not among the commonest";
        return Err(FieldError::new(pointer, "common", message));
    }
    check_own_words(password, email, name, pointer)
}
