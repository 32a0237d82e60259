//! Recipes by which sites are walked.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use domain::collection::RecipeName;
use ports::driven::StorageError;
use ports::driving::collection::RecipeView as Recipe;
use ports::driving::collection::{CollectionError, RecipeDesk};

use crate::Services;
use crate::entry::Caller;
use crate::extract::{
    BodyProblems, IfMatch, IfMatchHeader, JsonBody, NoParameters, OutdatedProblem, PathName, Query, tagged,
};
use crate::problem::{ApiError, Problem, json};
use crate::views::account::ListView;
use crate::views::collection::{NewRecipe, RecipeQuery, RecipeVersionView, RecipeView};

/// Recipes
///
/// All of them by name.
#[utoipa::path(get, path = "/api/v1/collection/recipes", operation_id = "listRecipes", tag = "collection", responses(
    (status = 200, description = "All recipes", body = ListView<RecipeView>),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list(_: Query<NoParameters>, services: web::Data<Services>) -> Result<HttpResponse, ApiError> {
    let items = services.recipes.list().await?;
    let items = items.into_iter().map(RecipeView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// Save a recipe
///
/// Each save is a version, kept for good; the text of the newest one again changes nothing. `check=true` only says whether
/// the text could be saved. What is wrong is told by line, in `recipeFaults`.
#[utoipa::path(put, path = "/api/v1/collection/recipes/{name}", operation_id = "saveRecipe", tag = "collection",
    params(("name" = String, Path, description = "1 to 40 letters `a-z`, digits and `-`"), RecipeQuery, IfMatchHeader),
    request_body = NewRecipe, responses(
    (status = 200, description = "Saved, or only checked", body = RecipeView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 201, description = "Saved, and new", body = RecipeView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    BodyProblems,
    OutdatedProblem,
    (status = 422, description = "`recipe_invalid`, or a field breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn save(
    name: PathName,
    query: Result<Query<RecipeQuery>, ApiError>,
    IfMatch(basis): IfMatch,
    body: JsonBody,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let Query(query) = query?;
    let (new, caller) = body.read::<NewRecipe>().await?;
    let name: RecipeName = name
        .0
        .parse()
        .map_err(|error: domain::collection::InvalidName| ApiError::invalid("name", "malformed", error.to_string()))?;
    let desk = services.recipes.as_ref();
    if query.check {
        let checked = desk.check(&name, new.text).await?;
        return Ok(json(StatusCode::OK, &RecipeView::from(checked)));
    }
    let saved = desk.save(&name, new.text, &caller.edit(basis)).await;
    let (recipe, is_new) = or_present(desk, &name, saved).await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok(answer(status, recipe))
}

/// One recipe
///
/// Its newest version.
#[utoipa::path(get, path = "/api/v1/collection/recipes/{name}", operation_id = "getRecipe", tag = "collection",
    params(("name" = String, Path, description = "Name of the recipe")), responses(
    (status = 200, description = "The recipe", body = RecipeView,
        headers(("ETag" = String, description = "Its state, for `If-Match`"))),
    (status = 404, description = "There is no such recipe", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read(
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let recipe = services.recipes.read(&known(&name)?).await?;
    query?;
    Ok(answer(StatusCode::OK, recipe))
}

/// Delete a recipe
///
/// Its versions are kept, and its numbers go on should it come back.
#[utoipa::path(delete, path = "/api/v1/collection/recipes/{name}", operation_id = "deleteRecipe", tag = "collection",
    params(("name" = String, Path, description = "Name of the recipe"), IfMatchHeader), responses(
    (status = 204, description = "Deleted"),
    (status = 404, description = "There is no such recipe", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`recipe_in_use`: a source walks it", body = Problem, content_type = "application/problem+json"),
    OutdatedProblem,
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn remove(
    caller: Caller,
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    IfMatch(basis): IfMatch,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let (name, desk) = (known(&name)?, services.recipes.as_ref());
    query?;
    let removed = desk.remove(&name, &caller.edit(basis)).await;
    or_present(desk, &name, removed).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Versions of a recipe
///
/// The newest first, at most 200; also of one that was deleted.
#[utoipa::path(get, path = "/api/v1/collection/recipes/{name}/versions", operation_id = "listRecipeVersions", tag = "collection",
    params(("name" = String, Path, description = "Name of the recipe")), responses(
    (status = 200, description = "Its versions", body = ListView<RecipeVersionView>),
    (status = 404, description = "There was never such a recipe", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter breaks a rule", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn versions(
    name: PathName,
    query: Result<Query<NoParameters>, ApiError>,
    services: web::Data<Services>,
) -> Result<HttpResponse, ApiError> {
    let versions = services.recipes.versions(&known(&name)?).await?;
    query?;
    let items = versions.into_iter().map(RecipeVersionView::from).collect();
    Ok(json(StatusCode::OK, &ListView { items }))
}

/// A name in an address: what is none names nothing.
fn known(name: &PathName) -> Result<RecipeName, ApiError> {
    name.0.parse().map_err(|_| ApiError::NotFound("recipe"))
}

fn answer(status: StatusCode, recipe: Recipe) -> HttpResponse {
    let revision = i64::from(recipe.version);
    tagged(json(status, &RecipeView::from(recipe)), revision)
}

/// What was changed; where `If-Match` named another state, a problem with the present one.
async fn or_present<T>(
    desk: &dyn RecipeDesk,
    name: &RecipeName,
    changed: Result<T, CollectionError>,
) -> Result<T, ApiError> {
    match changed {
        Err(CollectionError::Storage(StorageError::Outdated(_))) => match desk.read(name).await {
            Ok(present) => Err(ApiError::outdated(&RecipeView::from(present))),
            Err(_) => Err(ApiError::Storage(StorageError::Outdated("recipe"))),
        },
        other => Ok(other?),
    }
}
