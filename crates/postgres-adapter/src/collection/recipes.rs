//! Recipes; each save is a version, kept for good.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::collection::{RecipeName, SourceId};
use domain::people::{UserId, UserName};
use ports::actor::{Basis, Edit};
use ports::driven::collection::{Recipe, RecipeRepository, RecipeVersion, RemovedRecipe, SourceTraits};
use ports::driven::{AuditAction, StorageError, Topic};
use serde_json::json;
use uuid::Uuid;

use super::RECIPE;
use super::ending::words;
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row, check_basis};
use crate::pool::PgPool;

/// Recipes in PostgreSQL.
pub struct PgRecipeRepository {
    pool: PgPool,
}

impl PgRecipeRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    text: String,
    #[diesel(sql_type = Array<SqlUuid>)]
    source_ids: Vec<Uuid>,
    #[diesel(sql_type = Array<Text>)]
    source_names: Vec<String>,
}

fn load(connection: &mut PgConnection, only: Option<&RecipeName>) -> Work<Vec<Recipe>> {
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT r.name, r.version, v.text,
                ARRAY(SELECT s.id FROM source s WHERE s.recipe = r.name ORDER BY s.name, s.id) AS source_ids,
                ARRAY(SELECT s.name FROM source s WHERE s.recipe = r.name ORDER BY s.name, s.id) AS source_names
         FROM recipe r JOIN recipe_version v ON v.name = r.name AND v.version = r.version
         WHERE $1 IS NULL OR r.name = $1 ORDER BY r.name",
    )
    .bind::<Nullable<Text>, _>(only.map(RecipeName::as_str))
    .load(connection)?;
    let recipe = |row: Row| {
        let ids = row.source_ids.into_iter().map(SourceId);
        Ok(Recipe {
            name: row.name.parse().map_err(|error| broken_row(RECIPE, error))?,
            version: row.version,
            text: row.text,
            used_by: ids.zip(row.source_names).collect(),
        })
    };
    rows.into_iter().map(recipe).collect()
}

fn one(connection: &mut PgConnection, name: &RecipeName) -> Work<Option<Recipe>> {
    Ok(load(connection, Some(name))?.pop())
}

fn entry(action: AuditAction, name: &RecipeName, version: i32) -> Entry {
    Entry {
        action,
        subject_id: name.to_string(),
        production_id: None,
        before: None,
        after: Some(json!({ "version": version })),
    }
}

/// One change of recipes at a time: a name without a row cannot be locked.
fn lock(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("LOCK TABLE recipe IN SHARE ROW EXCLUSIVE MODE")
        .execute(connection)
        .map(drop)
}

fn save(
    connection: &mut PgConnection,
    name: &RecipeName,
    text: &str,
    sources: &[(SourceId, SourceTraits)],
    at: DateTime<Utc>,
    basis: &Basis,
    permit: &Permit,
) -> Work<()> {
    #[derive(QueryableByName)]
    struct Last {
        #[diesel(sql_type = Integer)]
        version: i32,
    }
    lock(connection)?;
    let present = one(connection, name)?;
    check_basis(
        basis,
        present.as_ref().map_or(0, |recipe| i64::from(recipe.version)),
        RECIPE,
    )?;
    if present.is_some_and(|recipe| recipe.text == text) {
        return Ok(());
    }
    // Versions of one that was removed are kept, and their numbers with them.
    let last: Last =
        diesel::sql_query("SELECT coalesce(max(version), 0) AS version FROM recipe_version WHERE name = $1")
            .bind::<Text, _>(name.as_str())
            .get_result(connection)?;
    let version = last.version + 1;
    diesel::sql_query(
        "INSERT INTO recipe_version (name, version, text, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind::<Text, _>(name.as_str())
    .bind::<Integer, _>(version)
    .bind::<Text, _>(text)
    .bind::<Timestamptz, _>(at)
    .bind::<Nullable<SqlUuid>, _>(permit.recorded_as().map(|id| id.0))
    .execute(connection)?;
    diesel::sql_query(
        "INSERT INTO recipe (name, version) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
    )
    .bind::<Text, _>(name.as_str())
    .bind::<Integer, _>(version)
    .execute(connection)?;
    for (source, traits) in sources {
        diesel::sql_query("UPDATE source SET site = $2, secrets = $3 WHERE id = $1 AND recipe = $4")
            .bind::<SqlUuid, _>(source.0)
            .bind::<Nullable<Text>, _>(&traits.site)
            .bind::<Array<Text>, _>(words(&traits.secrets))
            .bind::<Text, _>(name.as_str())
            .execute(connection)?;
    }
    record(connection, entry(AuditAction::RecipeSaved, name, version), permit)?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(())
}

fn remove(connection: &mut PgConnection, name: &RecipeName, basis: &Basis, permit: &Permit) -> Work<RemovedRecipe> {
    lock(connection)?;
    let Some(present) = one(connection, name)? else {
        return Ok(RemovedRecipe::Unknown);
    };
    check_basis(basis, i64::from(present.version), RECIPE)?;
    if !present.used_by.is_empty() {
        return Ok(RemovedRecipe::InUse);
    }
    diesel::sql_query("DELETE FROM recipe WHERE name = $1")
        .bind::<Text, _>(name.as_str())
        .execute(connection)?;
    record(
        connection,
        entry(AuditAction::RecipeDeleted, name, present.version),
        permit,
    )?;
    announce(connection, &[Topic::Collection(None)])?;
    Ok(RemovedRecipe::Removed)
}

#[derive(QueryableByName)]
struct VersionRow {
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    text: String,
    #[diesel(sql_type = Timestamptz)]
    saved_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    saved_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    saved_by_name: Option<String>,
}

fn versions(connection: &mut PgConnection, name: &RecipeName) -> Work<Vec<RecipeVersion>> {
    let rows: Vec<VersionRow> = diesel::sql_query(
        "SELECT v.version, v.text, v.saved_at, v.saved_by, a.name AS saved_by_name
         FROM recipe_version v LEFT JOIN account a ON a.id = v.saved_by
         WHERE v.name = $1 ORDER BY v.version DESC LIMIT 200",
    )
    .bind::<Text, _>(name.as_str())
    .load(connection)?;
    let version = |row: VersionRow| RecipeVersion {
        version: row.version,
        text: row.text,
        saved_at: row.saved_at,
        saved_by: row.saved_by.map(|id| UserName {
            id: UserId(id),
            name: row.saved_by_name.unwrap_or_default(),
        }),
    };
    Ok(rows.into_iter().map(version).collect())
}

#[async_trait]
impl RecipeRepository for PgRecipeRepository {
    async fn list(&self) -> Result<Vec<Recipe>, StorageError> {
        self.pool.look_up(RECIPE, |connection| load(connection, None)).await
    }

    async fn find(&self, name: &RecipeName) -> Result<Option<Recipe>, StorageError> {
        let name = name.clone();
        let find = move |connection: &mut PgConnection| one(connection, &name);
        self.pool.look_up(RECIPE, find).await
    }

    async fn save(
        &self,
        name: &RecipeName,
        text: &str,
        sources: &[(SourceId, SourceTraits)],
        at: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<(), StorageError> {
        let (name, text, sources, basis) = (name.clone(), text.to_owned(), sources.to_vec(), edit.basis.clone());
        let write = move |connection: &mut PgConnection, permit: &Permit| {
            save(connection, &name, &text, &sources, at, &basis, permit)
        };
        self.pool.write(RECIPE, &edit.by, write).await
    }

    async fn remove(&self, name: &RecipeName, edit: &Edit) -> Result<RemovedRecipe, StorageError> {
        let (name, basis) = (name.clone(), edit.basis.clone());
        let write = move |connection: &mut PgConnection, permit: &Permit| remove(connection, &name, &basis, permit);
        self.pool.write(RECIPE, &edit.by, write).await
    }

    async fn versions(&self, name: &RecipeName) -> Result<Vec<RecipeVersion>, StorageError> {
        let name = name.clone();
        let load = move |connection: &mut PgConnection| versions(connection, &name);
        self.pool.look_up(RECIPE, load).await
    }
}
