use domain::people::UserName;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A user as others see one: who did something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserNameView {
    id: Uuid,
    name: String,
}

impl From<UserName> for UserNameView {
    fn from(user: UserName) -> Self {
        Self {
            id: user.id.0,
            name: user.name,
        }
    }
}
