//! The command line.

#[cfg(test)]
mod documented;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::access::Role;
use domain::message::MessageKind;
use domain::production::{Category, ProductionCode};
use domain::upload::UploadKind;
use original_store::Place;

use crate::config::Document;

/// Sales analytics for performing-arts producers
#[derive(Debug, Parser)]
#[command(name = "fullhouse", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the API and process uploads
    Serve(ServeArguments),
    /// Process uploads only
    Worker,
    /// Bring the database up to date, and end
    Migrate,
    /// Read workbooks offline: print what they say and what is wrong with them
    Ingest(IngestArguments),
    /// Upload workbooks, and folders of them, to a running server
    Upload(UploadArguments),
    /// Move a company in from another system
    #[command(subcommand)]
    Import(ImportCommand),
    /// Add users, list them, set their passwords
    #[command(subcommand)]
    User(UserCommand),
    /// Print a report, as the API answers it, from the configured database
    Report(ReportArguments),
    /// Make the forecasts that are kept
    #[command(subcommand)]
    Forecast(ForecastCommand),
    /// Print a message of figures as it would be sent now, or send it
    Message(MessageArguments),
    /// Make a backup of the running system, check one, forget old ones
    #[command(args_conflicts_with_subcommands = true)]
    Backup(BackupArguments),
    /// Bring a backup back into an empty place
    Restore(RestoreArguments),
    /// Hold originals and database against each other: what is missing, damaged, or of no upload
    Check,
    /// Copy original files from one place to another, folder or `s3://bucket/prefix`; what is there is left out
    CopyOriginals(CopyOriginalsArguments),
    /// Look at configuration, folders, database, clock and what lies outside, and say what to do
    Doctor,
    /// Say whether the server that runs here can work
    Ready,
    /// Serve with a season of sample data
    Demo(DemoArguments),
    /// Print the OpenAPI document
    Openapi,
    /// Print the catalogue of reports
    Catalogue,
    /// Print the settings, as the documents have them
    #[command(hide = true)]
    Settings {
        /// Which document
        document: Document,
    },
    /// Run a command with a throw-away PostgreSQL at `TEST_DATABASE_URL`
    #[command(hide = true)]
    WithPostgres(WithPostgresArguments),
    /// Read a workbook from standard input in isolation
    #[command(hide = true, name = crate::isolation::SUBCOMMAND)]
    ReadLegacyWorkbook {
        /// Normalised names of sheets to be read besides those that every workbook may have
        named: Vec<String>,
    },
    /// Open a locked workbook from standard input in isolation
    #[command(hide = true, name = crate::isolation::UNLOCK_SUBCOMMAND)]
    UnlockWorkbook,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportCommand {
    /// Read the database and the originals of the predecessor; without --apply nothing is written but the report
    Predecessor(PredecessorArguments),
}

#[derive(Debug, Args)]
pub(crate) struct CopyOriginalsArguments {
    /// Where they are: a folder, or `s3://bucket/prefix`
    pub(crate) from: Place,
    /// Where they are to be, likewise
    pub(crate) to: Place,
}

#[derive(Args)]
pub(crate) struct PredecessorArguments {
    /// The old database, `postgres://USER:PASSWORD@HOST/NAME`, which is only read
    #[arg(long, env = "PREDECESSOR_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    /// The folder `uploads` of the old server, which is only read
    #[arg(long, value_name = "FOLDER")]
    pub(crate) originals: PathBuf,
    /// Move it in; default: only say what would become of it
    #[arg(long)]
    pub(crate) apply: bool,
    /// Where the report is written; default: moving-in-YYYYMMDD-HHMMSS.json
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The time zone of the old server, by its IANA name
    #[arg(long, default_value = "Asia/Seoul")]
    pub(crate) zone: moving_in::time::Zone,
}

/// The address may hold a password.
impl std::fmt::Debug for PredecessorArguments {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PredecessorArguments")
            .field("originals", &self.originals)
            .field("apply", &self.apply)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum ForecastCommand {
    /// Make what is lacking of all snapshots, each with only what was known then
    Backfill,
    /// Print what the method answers on simulated worlds, as a scorer wants it (docs/foresight.md)
    ScoreWorlds {
        /// The folder of the files `worlds-*.json`
        folder: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add an active user; the first master above all
    Add(UserAddArguments),
    /// List all users
    List,
    /// Set a user's password, and end all sessions and API keys
    Password(PasswordArguments),
    /// Remove the second factor of a user who has lost it, and end all sessions
    RemoveSecondFactor {
        /// The address that the user signs in with
        email: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct UserAddArguments {
    /// The address to sign in with
    pub(crate) email: String,
    /// The name that others see; default: the address
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// master, admin or member
    #[arg(long, default_value = "member")]
    pub(crate) role: Role,
    /// Read the password from standard input; default: a random one, which is printed
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PasswordArguments {
    /// Whose
    pub(crate) email: String,
    /// Read the password from standard input; default: a random one, which is printed
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// Leave uploads to workers elsewhere
    #[arg(long)]
    pub(crate) no_worker: bool,
    /// Leave schedules and what they send to servers elsewhere
    #[arg(long)]
    pub(crate) no_scheduler: bool,
    /// Leave the collection of figures to servers elsewhere
    #[arg(long)]
    pub(crate) no_collector: bool,
}

#[derive(Debug, Args)]
pub(crate) struct IngestArguments {
    /// Workbooks; two CSV files that share date and code are read together
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The day whose close they describe; default: that of the file name
    #[arg(long)]
    pub(crate) record_date: Option<NaiveDate>,
    /// concert, play or musical; default: decided by the sheets
    #[arg(long)]
    pub(crate) category: Option<Category>,
    /// sales or buyers; default: decided by the sheets
    #[arg(long)]
    pub(crate) kind: Option<UploadKind>,
    /// First day of sale
    #[arg(long)]
    pub(crate) sale_start: Option<NaiveDate>,
    /// Seats of one performance, for plays whose workbooks tell no shares of the house
    #[arg(long)]
    pub(crate) seats: Option<i64>,
    /// A file with decisions about labels and names of sheets
    #[arg(long)]
    pub(crate) layout: Option<PathBuf>,
    /// Print what the headings of a workbook without markers say, column by column
    #[arg(long)]
    pub(crate) explain: bool,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UploadArguments {
    /// Workbooks and folders of workbooks, named `YYYYMMDD_CODE_anything.xlsx`
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The server
    #[arg(long, default_value = "http://127.0.0.1:3001")]
    pub(crate) server: String,
    /// An API key of somebody who may upload
    #[arg(long, env = "FULLHOUSE_API_KEY", hide_env_values = true)]
    pub(crate) api_key: String,
    /// Only say what the uploads would do
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    /// Its path below `/api/v1/reports/`, such as plays/revenue
    pub(crate) name: String,
    /// The day that moves its windows; default: today
    #[arg(long)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Only the production with this code; repeatable
    #[arg(long = "production", value_name = "CODE")]
    pub(crate) productions: Vec<ProductionCode>,
    /// Without productions: inactive ones as well
    #[arg(long)]
    pub(crate) include_inactive: bool,
    /// A parameter of its own, such as days=30; repeatable
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = parameter)]
    pub(crate) parameters: Vec<(String, String)>,
}

#[derive(Debug, Args)]
pub(crate) struct MessageArguments {
    /// daily-plays, daily-concerts, weekly-plays, weekly-profit or weekly-occupancy
    pub(crate) kind: MessageKind,
    /// The day that moves its windows; default: today
    #[arg(long)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Only the production with this code; repeatable
    #[arg(long = "production", value_name = "CODE")]
    pub(crate) productions: Vec<ProductionCode>,
    /// Without productions: inactive ones as well
    #[arg(long)]
    pub(crate) include_inactive: bool,
    /// Leave comments out
    #[arg(long)]
    pub(crate) no_comments: bool,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = MessageFormat::Text)]
    pub(crate) format: MessageFormat,
    /// Post it to `SLACK_WEBHOOK_URL` instead of printing it
    #[arg(long)]
    pub(crate) slack: bool,
    /// Mail it to this address instead of printing it; repeatable
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) mail: Vec<String>,
}

/// What a channel gets.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum MessageFormat {
    /// Plain text
    Text,
    /// The posts of a webhook of Slack, as JSON
    Slack,
    /// The document of a mail
    Html,
}

fn parameter(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text.split_once('=').ok_or("a name, '=' and a value are needed")?;
    Ok((name.to_owned(), value.to_owned()))
}

#[derive(Debug, Args)]
pub(crate) struct BackupArguments {
    #[command(subcommand)]
    pub(crate) command: Option<BackupCommand>,
    /// The folder of backups, or `s3://bucket/prefix`, in which a new one is made; default: `BACKUP_DIR`
    pub(crate) dir: Option<Place>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BackupCommand {
    /// Restore a backup into a database of its own, on trial, and compare rows and reports
    Verify {
        /// A backup, or the place of backups, of which the newest is taken; default: `BACKUP_DIR`
        dir: Option<Place>,
    },
    /// Keep the backups of 7 days, 5 weeks and 12 months
    Prune {
        /// The place of backups; default: `BACKUP_DIR`
        dir: Option<Place>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// A backup, or the place of backups, of which the newest is taken; default: `BACKUP_DIR`
    pub(crate) dir: Option<Place>,
    /// Set the database aside that is there
    #[arg(long)]
    pub(crate) replace: bool,
    /// Bring back the uploads and withdrawals that came after the backup, from what stands beside the originals
    #[arg(long)]
    pub(crate) replay: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Chooses the season: the same number makes the same sales
    #[arg(long, default_value_t = 2026)]
    pub(crate) seed: u64,
    /// Fill the database, and end
    #[arg(long)]
    pub(crate) fill_only: bool,
    /// Open the page in the browser
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WithPostgresArguments {
    /// The command and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) command: Vec<OsString>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_opens_the_page_where_that_is_asked_for() {
        let opens = |line: &[&str]| match Arguments::try_parse_from(line).map(|told| told.command) {
            Ok(Command::Demo(demo)) => demo.open,
            other => panic!("{other:?}"),
        };
        assert!(opens(&["fullhouse", "demo", "--open"]));
        assert!(!opens(&["fullhouse", "demo"]));
    }
}
