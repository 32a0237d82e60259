//! Fullhouse: one binary with server, worker and command line.
//!
//! Only this crate names concrete adapters. The main thread starts the embedded PostgreSQL and watches over it, because
//! the system ends that server with the thread that started it; everything else runs in a runtime of its own.

mod allocator;
mod cli;
mod client;
mod clock;
mod commands;
mod common_passwords;
mod config;
mod database;
mod isolation;
mod original_store;
mod second_factor;
mod secrets;
mod server;
mod telemetry;
mod web_files;
mod wiring;
mod worker;

use std::process::ExitCode;

use clap::Parser;
use postgres_adapter::embedded::launch;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == launch::COMMAND) {
        launch::run_or_exit(arguments);
    }
    allocator::settle();
    // Two libraries could each bring a provider of cryptography; choosing one keeps any default from failing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    // A `.env` that is not there is no error.
    let _ = dotenvy::dotenv();
    match commands::run(cli::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            // One clear line; the chain of causes belongs to it.
            eprintln!("fullhouse: {error:#}");
            ExitCode::FAILURE
        }
    }
}
