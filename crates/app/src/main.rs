#![doc = include_str!("../README.md")]

mod allocator;
mod backing_up;
mod cli;
mod client;
mod clock;
mod collect_secrets;
mod collecting;
mod commands;
mod common_passwords;
mod config;
mod database;
mod dot_env;
mod forecaster;
mod isolation;
mod machine;
mod old_server;
mod repeating;
mod report_file;
mod second_factor;
mod secrets;
mod server;
mod signals;
mod telemetry;
mod ticker;
mod upkeep;
mod web_files;
mod wiring;
mod worker;

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use browser_recipes::keeper;
use clap::Parser;
use postgres_adapter::embedded::launch;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    match arguments.next().as_deref().and_then(OsStr::to_str) {
        Some(launch::COMMAND) => launch::run_or_exit(arguments),
        Some(keeper::COMMAND) => keeper::run_or_exit(arguments),
        _ => {}
    }
    allocator::reexec_with_malloc_limits();
    // Two libraries could each bring a provider of cryptography; choosing one keeps any default from failing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let ended = dot_env::load(Path::new(".env")).and_then(|()| commands::run(cli::Arguments::parse()));
    let code = ended.unwrap_or_else(|error| {
        // One clear line; the chain of causes belongs to it. PostgreSQL's library writes several.
        let told = format!("{error:#}");
        let line = told.split_whitespace().collect::<Vec<_>>().join(" ");
        telemetry::say(&format!("fullhouse: {line}"));
        ExitCode::FAILURE
    });
    telemetry::finish();
    code
}
