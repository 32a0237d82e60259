//! The API over its routes, with mocks behind the ports.

mod bodies;
mod contract;
mod downloads;
mod failures;
mod health;
mod jobs;
mod lists;
mod notes;
mod parameters;
mod planning;
mod productions;
mod reports;
mod routes;
mod schema;
mod submissions;
mod support;
mod targets;
mod uploads;
