use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::upsert::excluded;
use domain::people::UserId;
use domain::preferences::{Preferences, SavedView, Wall};
use ports::driven::{PreferenceRepository, StorageError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::broken_row;
use crate::pool::PgPool;
use crate::schema::preference;

const WHAT: &str = "preferences";

/// What people have chosen for themselves, in PostgreSQL.
pub struct PgPreferenceRepository {
    pool: PgPool,
}

impl PgPreferenceRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// As it is kept; what a release before did not know is left out there.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(default)]
    views: Vec<StoredView>,
    #[serde(default)]
    hidden_columns: BTreeMap<String, Vec<String>>,
    wall: Option<StoredWall>,
    seen_release: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredView {
    name: String,
    path: String,
    pinned: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredWall {
    paths: Vec<String>,
    seconds: u32,
}

impl From<Preferences> for Stored {
    fn from(chosen: Preferences) -> Self {
        let view = |SavedView { name, path, pinned }| StoredView { name, path, pinned };
        Self {
            views: chosen.views.into_iter().map(view).collect(),
            hidden_columns: chosen.hidden_columns,
            wall: chosen.wall.map(|Wall { paths, seconds }| StoredWall { paths, seconds }),
            seen_release: chosen.seen_release,
        }
    }
}

impl From<Stored> for Preferences {
    fn from(stored: Stored) -> Self {
        let view = |StoredView { name, path, pinned }| SavedView { name, path, pinned };
        Self {
            views: stored.views.into_iter().map(view).collect(),
            hidden_columns: stored.hidden_columns,
            wall: stored.wall.map(|StoredWall { paths, seconds }| Wall { paths, seconds }),
            seen_release: stored.seen_release,
        }
    }
}

#[async_trait]
impl PreferenceRepository for PgPreferenceRepository {
    async fn find(&self, user: UserId) -> Result<Preferences, StorageError> {
        let find = move |connection: &mut PgConnection| {
            let content: Option<Value> = preference::table
                .find(user.0)
                .select(preference::content)
                .first(connection)
                .optional()?;
            let Some(content) = content else {
                return Ok(Preferences::default());
            };
            let stored: Stored = serde_json::from_value(content).map_err(|error| broken_row(WHAT, error))?;
            Ok(stored.into())
        };
        self.pool.run(WHAT, find).await
    }

    async fn keep(&self, user: UserId, preferences: &Preferences, now: DateTime<Utc>) -> Result<(), StorageError> {
        let stored = Stored::from(preferences.clone());
        let keep = move |connection: &mut PgConnection| {
            let content = serde_json::to_value(stored).map_err(|error| broken_row(WHAT, error))?;
            diesel::insert_into(preference::table)
                .values((
                    preference::account_id.eq(user.0),
                    preference::content.eq(content),
                    preference::changed_at.eq(now),
                ))
                .on_conflict(preference::account_id)
                .do_update()
                .set((
                    preference::content.eq(excluded(preference::content)),
                    preference::changed_at.eq(excluded(preference::changed_at)),
                ))
                .execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, keep).await
    }
}
