//! Backups are forgotten in time.

use chrono::TimeDelta;
use domain::backup::{BackupName, kept};

use crate::finding::MANIFEST;
use crate::{BackupError, Backups};

/// What has no manifest after so long has been given up.
const GIVEN_UP: TimeDelta = TimeDelta::days(1);

impl Backups {
    /// Removes the backups that are not kept any longer, and what is left of those that broke off; answers which. Originals
    /// stay: backups share them.
    pub async fn prune(&self) -> Result<Vec<BackupName>, BackupError> {
        let whole = self.list().await?;
        let kept = kept(whole.iter().copied());
        let now = self.clock.now();
        let mut removed = Vec::new();
        for name in self.begun().await? {
            let is_wanted = if whole.contains(&name) {
                kept.contains(&name)
            } else {
                now - name.begun_at() < GIVEN_UP
            };
            if !is_wanted {
                // First of all it is none any more.
                self.place.remove(&format!("{name}/{MANIFEST}")).await?;
                self.place.remove_folder(&name.to_string()).await?;
                removed.push(name);
            }
        }
        Ok(removed)
    }
}
