//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use domain::production::Category;

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
    /// Serve with a season of sample data
    Demo(DemoArguments),
    /// Print the OpenAPI document
    Openapi,
    /// Run a command with a throw-away PostgreSQL at `TEST_DATABASE_URL`
    #[command(hide = true)]
    WithPostgres(WithPostgresArguments),
    /// Read a workbook from standard input in isolation
    #[command(hide = true, name = crate::isolation::SUBCOMMAND)]
    ReadLegacyWorkbook {
        /// The format
        format: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// Leave uploads to workers elsewhere
    #[arg(long)]
    pub(crate) no_worker: bool,
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
    /// Only say what the uploads would do
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Chooses the season: the same number makes the same sales
    #[arg(long, default_value_t = 2026)]
    pub(crate) seed: u64,
    /// Fill the database, and end
    #[arg(long)]
    pub(crate) fill_only: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WithPostgresArguments {
    /// The command and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) command: Vec<OsString>,
}
