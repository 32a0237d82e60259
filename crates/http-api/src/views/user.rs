use domain::access::{ProductionIds, Role, Visible};
use domain::calendar::in_kst;
use domain::people::{Grants, User};
use domain::production::ProductionId;
use ports::driven::UserSort;
use ports::driving::{NewUser as NewUserRequest, UserPatch};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::paging::OrderParam;
use crate::extract::{bounded, required, required_word, word};
use crate::problem::ApiError;

/// What kind of user somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RoleView {
    /// Does everything, and alone touches masters and admins.
    Master,
    /// Runs the office.
    Admin,
    /// Works on the productions granted.
    Member,
}

impl From<Role> for RoleView {
    fn from(role: Role) -> Self {
        match role {
            Role::Master => Self::Master,
            Role::Admin => Self::Admin,
            Role::Member => Self::Member,
        }
    }
}

impl From<RoleView> for Role {
    fn from(role: RoleView) -> Self {
        match role {
            RoleView::Master => Self::Master,
            RoleView::Admin => Self::Admin,
            RoleView::Member => Self::Member,
        }
    }
}

/// A user.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the contract has these fields")]
pub(crate) struct UserView {
    id: Uuid,
    #[schema(example = "member@example.com")]
    email: String,
    #[schema(example = "담당자")]
    name: String,
    role: RoleView,
    /// Whether the user may enter.
    active: bool,
    /// Whether the user uploads; masters and admins do.
    can_upload: bool,
    /// Whether the user manages productions; masters and admins do.
    can_manage_productions: bool,
    /// Whether the user sees all productions, also future ones; masters and admins do.
    all_productions: bool,
    /// The productions granted, where it is not all of them.
    production_ids: Vec<Uuid>,
    #[schema(format = DateTime)]
    created_at: String,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        let rights = user.rights();
        let is_office = user.role.is_office();
        Self {
            id: user.id.0,
            email: user.email.to_string(),
            role: user.role.into(),
            active: user.active,
            can_upload: is_office || rights.can_upload,
            can_manage_productions: is_office || rights.can_manage_productions,
            all_productions: rights.visible() == Visible::All,
            production_ids: user.grants.production_ids.iter().map(|id| id.0).collect(),
            created_at: in_kst(user.created_at).to_rfc3339(),
            name: user.name,
        }
    }
}

/// A user to enter; a password is set by a reset link.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "the contract has these fields")]
pub(crate) struct NewUser {
    #[schema(example = "member@example.com", max_length = 254)]
    email: String,
    #[schema(example = "담당자", min_length = 1, max_length = 200)]
    name: String,
    #[serde(default = "member", deserialize_with = "word")]
    #[schema(default = "member")]
    role: RoleView,
    #[serde(default = "yes")]
    #[schema(default = true)]
    active: bool,
    #[serde(default)]
    can_upload: bool,
    #[serde(default)]
    can_manage_productions: bool,
    #[serde(default)]
    all_productions: bool,
    #[serde(default)]
    #[schema(value_type = Vec<Uuid>, max_items = 2000)]
    production_ids: Vec<String>,
}

fn member() -> RoleView {
    RoleView::Member
}

fn yes() -> bool {
    true
}

fn ids(texts: &[String]) -> Result<ProductionIds, ApiError> {
    bounded(texts, "/productionIds")?;
    let id = |(index, text): (usize, &String)| {
        let pointer = format!("/productionIds/{index}");
        let wrong = |_| ApiError::invalid(pointer, "unknown", "a production that exists");
        Uuid::try_parse(text).map(ProductionId).map_err(wrong)
    };
    texts.iter().enumerate().map(id).collect()
}

impl TryFrom<NewUser> for NewUserRequest {
    type Error = ApiError;

    fn try_from(new: NewUser) -> Result<Self, ApiError> {
        Ok(Self {
            email: new.email,
            name: new.name,
            role: new.role.into(),
            active: new.active,
            grants: Grants {
                can_upload: new.can_upload,
                can_manage_productions: new.can_manage_productions,
                all_productions: new.all_productions,
                production_ids: ids(&new.production_ids)?,
            },
        })
    }
}

/// Changes to a user; a field left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedUser {
    #[schema(min_length = 1, max_length = 200, nullable = false)]
    #[serde(default, deserialize_with = "required")]
    name: Option<String>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required_word")]
    role: Option<RoleView>,
    /// Activates, or deactivates and ends all sessions and API keys.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    active: Option<bool>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    can_upload: Option<bool>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    can_manage_productions: Option<bool>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    all_productions: Option<bool>,
    /// All productions granted, those before included.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    production_ids: Option<Vec<String>>,
}

impl TryFrom<ChangedUser> for UserPatch {
    type Error = ApiError;

    fn try_from(changed: ChangedUser) -> Result<Self, ApiError> {
        Ok(Self {
            name: changed.name,
            role: changed.role.map(Role::from),
            active: changed.active,
            can_upload: changed.can_upload,
            can_manage_productions: changed.can_manage_productions,
            all_productions: changed.all_productions,
            production_ids: changed.production_ids.as_deref().map(ids).transpose()?,
        })
    }
}

/// A link by which a user sets a password.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResetLinkView {
    /// For the user alone; works once. The token is in the fragment, which no server sees.
    #[schema(example = "https://sales.example.com/reset#token=fhr_6Jq0mYp2bTnX4vLs8dKwRzC1uHfGaEoI7iQjN3xU5yM")]
    pub(crate) url: String,
    #[schema(format = DateTime)]
    pub(crate) expires_at: String,
}

/// What a list of users is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UserSortParam {
    #[default]
    Email,
    Name,
    Role,
    CreatedAt,
}

impl From<UserSortParam> for UserSort {
    fn from(sort: UserSortParam) -> Self {
        match sort {
            UserSortParam::Email => Self::Email,
            UserSortParam::Name => Self::Name,
            UserSortParam::Role => Self::Role,
            UserSortParam::CreatedAt => Self::CreatedAt,
        }
    }
}

/// Which users to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UserListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// What to sort by.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) sort: UserSortParam,
    /// Direction.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Part of the address or the name.
    #[param(max_length = 200, nullable = false)]
    pub(crate) q: Option<String>,
    /// Only this role.
    #[param(inline, nullable = false)]
    pub(crate) role: Option<RoleView>,
    /// Only active ones, or only inactive ones.
    #[param(nullable = false)]
    pub(crate) active: Option<bool>,
}

/// How many users were deleted.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeletedUsersView {
    #[schema(example = 17)]
    pub(crate) deleted: usize,
}
