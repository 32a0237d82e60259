//! `fullhouse restore`: a backup comes back.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use backups::{Backup, Backups, Contents};
use chrono::Utc;
use domain::backup::BackupName;
use original_store::Place;
use ports::driven::{Clock, DatabaseCopies};
use ports::driving::{Replay, Replayed};
use postgres_adapter::PgCopies;
use postgres_adapter::setup::{self, Standing};

use super::{backup, runtime};
use crate::backing_up::find_backup;
use crate::cli::RestoreArguments;
use crate::clock::SystemClock;
use crate::config::{Config, Database, Settings};
use crate::database::{Connected, set_aside, with_database};
use crate::telemetry;
use crate::wiring::{forecasting, offline_uploads, originals};

/// A backup that can be restored.
struct Found {
    backups: Backups,
    backup: Backup,
    contents: Contents,
}

/// Restores the database, then the originals, then what came after the backup.
pub(crate) fn run(arguments: RestoreArguments) -> Result<()> {
    telemetry::start("warn")?;
    let Config { database, settings } = Config::from_env()?;
    let place = backup::place(arguments.dir, &settings);
    let mut found = None;
    if arguments.replace {
        // What it says is read before anything is touched.
        found = Some(runtime()?.block_on(find(&place, &settings))?);
        move_away(&database)?;
    }
    with_database(database, move |database| {
        runtime()?.block_on(async {
            let is_empty = setup::standing(&database.url.0).await? == Standing::Empty;
            if is_empty {
                let found = match found {
                    Some(found) => found,
                    None => find(&place, &settings).await?,
                };
                restore(&found, &database).await?;
            } else if arguments.replay {
                println!("There is a database: only what it lacks is brought back.");
                database.is_ready_within(Duration::ZERO).await?;
            } else {
                bail!("there is a database already: `--replace` sets it aside");
            }
            if arguments.replay {
                replay(&database, &settings).await?;
            }
            Ok(())
        })
    })
}

async fn find(place: &Place, settings: &Settings) -> Result<Found> {
    let (backups, backup) = find_backup(place, originals(settings)?, settings.backup.seal()?).await?;
    let contents = backups.contents(&backup).await?;
    drop(backups.dump(&backup).await?);
    Ok(Found {
        backups,
        backup,
        contents,
    })
}

async fn restore(found: &Found, database: &Connected) -> Result<()> {
    let Found {
        backups,
        backup,
        contents,
    } = found;
    fill(backups, backup, contents, database).await?;
    let originals = backups.restore_originals(backup, contents).await?;
    println!(
        "{}: {} originals are restored, {} were there.",
        backup.name, originals.restored, originals.present
    );
    for original in &originals.lost {
        println!("The original {original} is in neither.");
    }
    println!(
        "Everybody has to sign in again. Accounts, passwords and API keys are those of the backup: end those that were \
         ended since."
    );
    Ok(())
}

/// The database that is there gets a name with the time.
fn move_away(database: &Database) -> Result<()> {
    let now: chrono::DateTime<Utc> = SystemClock.now();
    let suffix = format!("-before-{}", BackupName::of(now));
    if let Some(aside) = set_aside(database, &suffix)? {
        println!("What was there is now {aside}.");
    }
    Ok(())
}

async fn fill(backups: &Backups, backup: &Backup, contents: &Contents, database: &Connected) -> Result<()> {
    let copies = PgCopies::new(&database.url.0);
    copies.fill(backups.dump(backup).await?).await?;
    let restored = copies.freeze().await?;
    let differences = backups.differences_of_rows(contents, restored.as_ref()).await?;
    drop(restored);
    if !differences.is_empty() {
        let told: Vec<_> = differences.iter().map(ToString::to_string).collect();
        bail!("the database did not come back as it was: {}", told.join("; "));
    }
    setup::set_up(&database.url.0, database.ownership)
        .await
        .context("the restored database cannot be brought up to date")?;
    copies.bring_to_life().await?;
    println!(
        "{}: the database is restored, with {} rows.",
        backup.name,
        contents.rows.values().sum::<u64>()
    );
    Ok(())
}

async fn replay(database: &Connected, settings: &Settings) -> Result<()> {
    let Replayed {
        uploads,
        withdrawals,
        without_production,
        without_original,
    } = offline_uploads(&database.url, settings).await?.replay().await?;
    println!("{uploads} uploads and {withdrawals} withdrawals that came after the backup are brought back.");
    for record in &without_production {
        println!(
            "There is no production {}: add it, and run `fullhouse restore --replay` again. Upload {} of {} waits for it.",
            record.production_code, record.id, record.record_date
        );
    }
    for record in &without_original {
        println!(
            "The original of upload {} of {} ({}) is lost.",
            record.id, record.production_code, record.record_date
        );
    }
    forecasting(&database.url, settings).backfill().await?;
    Ok(())
}
