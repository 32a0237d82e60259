//! `fullhouse copy-originals`: from one store to another, without the database.

use anyhow::Result;
use uploads::copy_originals;

use super::runtime;
use crate::cli::CopyOriginalsArguments;
use crate::config::Config;
use crate::telemetry;
use crate::wiring::opened;

/// Copies, and says how much. Begun again, it goes on where it ended.
pub(crate) fn run(arguments: &CopyOriginalsArguments) -> Result<()> {
    telemetry::start("warn")?;
    let Config { settings, .. } = Config::from_env()?;
    let (from, to) = (opened(&arguments.from, &settings)?, opened(&arguments.to, &settings)?);
    let copied = runtime()?.block_on(copy_originals(from.as_ref(), to.as_ref()))?;
    println!("{} originals were copied, {} were there.", copied.copied, copied.there);
    for hash in copied.damaged {
        println!("damaged, and left out: {hash}");
    }
    Ok(())
}
