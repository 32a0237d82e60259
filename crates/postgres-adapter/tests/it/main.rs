//! The storage ports against a real PostgreSQL: each test has a database of its own.

mod acceptance;
mod announcements;
mod health;
mod jobs;
mod listing;
mod notes;
mod plans;
mod pool;
mod productions;
mod races;
mod report_scope;
mod reports_concerts;
mod reports_stage;
mod sale_histories;
mod setup;
mod snapshots;
mod state_machine;
mod support;
mod transitions;
