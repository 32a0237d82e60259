//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::access::Role;
use domain::message::MessageKind;
use domain::production::{Category, ProductionCode};

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
}

#[derive(Debug, Subcommand)]
pub(crate) enum ForecastCommand {
    /// Make what is lacking of all snapshots, each with only what was known then
    Backfill,
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
