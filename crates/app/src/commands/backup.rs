//! `fullhouse backup`: backups are made, tried and forgotten.

use std::time::Duration;

use anyhow::{Result, bail};
use backups::{Backup, Backups, Contents, Difference, Made};
use domain::backup::{DAYS, MONTHS, WEEKS};
use original_store::Place;
use ports::driven::{DatabaseCopies, UpkeepLog};
use postgres_adapter::{PgCopies, setup};

use super::runtime;
use crate::backing_up::{backups, find_backup, pool, reports_at};
use crate::cli::{BackupArguments, BackupCommand};
use crate::config::{Config, Settings};
use crate::database::{Connected, with_running_database, with_scratch_database};
use crate::telemetry;
use crate::upkeep::backup_record;
use crate::wiring::{originals, upkeep_log};

/// Runs the chosen command.
pub(crate) fn run(arguments: BackupArguments) -> Result<()> {
    telemetry::start("warn")?;
    match arguments.command {
        None => make(arguments.dir),
        Some(BackupCommand::Verify { dir }) => verify(dir),
        Some(BackupCommand::Prune { dir }) => prune(dir),
    }
}

/// The place that was named, or else the one that is configured.
pub(super) fn place(given: Option<Place>, settings: &Settings) -> Place {
    given.unwrap_or_else(|| settings.backup.place.clone())
}

fn make(dir: Option<Place>) -> Result<()> {
    let Config { database, settings } = Config::from_env()?;
    let place = place(dir, &settings);
    with_running_database(database, move |database| {
        runtime()?.block_on(async {
            database.is_ready_within(Duration::ZERO).await?;
            let backups = backups(&place, originals(&settings)?, settings.backup.seal()?)?;
            let pool = pool(&database.url);
            let made = backups
                .make(&PgCopies::new(&database.url.0), &|moment| reports_at(&pool, moment))
                .await?;
            tell(&place, &made);
            upkeep_log(&database.url).record(&backup_record(&made)).await?;
            Ok(())
        })
    })
}

fn tell(place: &Place, made: &Made) {
    let Made {
        backup,
        new_originals,
        lost,
    } = made;
    let manifest = &backup.manifest;
    println!(
        "{}: {} bytes, {} originals, {new_originals} of them new{}.",
        place.within(&backup.name.to_string()),
        manifest.bytes(),
        manifest.originals.len(),
        if manifest.encrypted { ", encrypted" } else { "" },
    );
    for original in lost {
        println!("The store has lost the original {original}: run `fullhouse check`.");
    }
}

fn verify(dir: Option<Place>) -> Result<()> {
    let settings = Config::from_env()?.settings;
    let place = place(dir, &settings);
    let runtime = runtime()?;
    let found = find_backup(&place, originals(&settings)?, settings.backup.seal()?);
    let (backups, backup) = runtime.block_on(found)?;
    let damaged = runtime.block_on(backups.damaged(&backup))?;
    if !damaged.is_empty() {
        bail!("damaged or missing in {}: {}", backup.name, damaged.join(", "));
    }
    let files = backup.manifest.parts().count();
    if backup.manifest.encrypted && !backups.seal.decrypts() {
        println!(
            "{}: {files} files are whole. It is encrypted, and was not restored: BACKUP_IDENTITY names no key.",
            backup.name
        );
        return Ok(());
    }
    drop(runtime);
    with_scratch_database(move |database| {
        super::runtime()?.block_on(async {
            let (contents, differences) = try_out(&backups, &backup, &database).await?;
            if !differences.is_empty() {
                let told: Vec<_> = differences.iter().map(ToString::to_string).collect();
                bail!("{} does not come back as it was: {}", backup.name, told.join("; "));
            }
            println!(
                "{}: {files} files are whole; restored, {} rows in {} tables and {} reports are as they were.",
                backup.name,
                contents.rows.values().sum::<u64>(),
                contents.rows.len(),
                contents.reports(),
            );
            for original in &contents.lost {
                println!("The original {original} was lost before.");
            }
            Ok(())
        })
    })
}

/// Restores a backup into an empty database, and answers where it is another than it was.
async fn try_out(backups: &Backups, backup: &Backup, database: &Connected) -> Result<(Contents, Vec<Difference>)> {
    let contents = backups.contents(backup).await?;
    let copies = PgCopies::new(&database.url.0);
    copies.fill(backups.dump(backup).await?).await?;
    let restored = copies.freeze().await?;
    let mut differences = backups.differences_of_rows(&contents, restored.as_ref()).await?;
    drop(restored);
    // Reports are of this release.
    setup::set_up(&database.url.0, database.ownership).await?;
    let restored = copies.freeze().await?;
    let reports = reports_at(&pool(&database.url), restored.moment());
    let others = backups
        .differences_of_reports(&contents, restored.as_ref(), reports.as_ref())
        .await?;
    if backup.manifest.fullhouse == backups.release {
        differences.extend(others);
    } else if !others.is_empty() {
        println!(
            "{} reports are others than those of release {}, which made the backup.",
            others.len(),
            backup.manifest.fullhouse
        );
    }
    Ok((contents, differences))
}

fn prune(dir: Option<Place>) -> Result<()> {
    let settings = Config::from_env()?.settings;
    let place = place(dir, &settings);
    runtime()?.block_on(async {
        let backups = backups(&place, originals(&settings)?, settings.backup.seal()?)?;
        let removed = backups.prune().await?;
        for name in &removed {
            println!("removed {name}");
        }
        let left = backups.list().await?.len();
        println!("{left} backups are kept: of {DAYS} days, {WEEKS} weeks and {MONTHS} months.");
        Ok(())
    })
}
