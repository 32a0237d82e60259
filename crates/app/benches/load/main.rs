//! The server under load, on a throw-away database: `uploads`, `reports`, `streams`, or all. Needs `TEST_DATABASE_URL`;
//! `just load` runs it.

mod reports;
mod server;
mod statements;
mod streams;
mod uploads;

#[tokio::main]
async fn main() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    // Cargo adds `--bench`.
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let is_chosen = |part: &str| chosen.is_empty() || chosen.iter().any(|word| word == part);
    if is_chosen("uploads") {
        uploads::measure().await;
    }
    if is_chosen("reports") {
        reports::measure().await;
    }
    if is_chosen("streams") {
        streams::measure().await;
    }
}
