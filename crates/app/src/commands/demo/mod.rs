//! `fullhouse demo`: an empty database is filled with a generated season through the real upload path, then served.

mod logins;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use anyhow::{Context, Result, ensure};
use domain::access::Role;
use domain::second_factor::FactorPolicy;
use ports::driven::Clock;
use sample_data::world::buyers::BuyersKnobs;
use sample_data::{Workbook, World, formats, season};
use serde_json::json;

use self::logins::Login;
use super::serve::{Next, Parts, run as run_parts};
use crate::cli::DemoArguments;
use crate::client::{Client, FileToSend};
use crate::clock::SystemClock;
use crate::config::Config;
use crate::telemetry;

/// Fills the database if it is empty, and serves.
pub(crate) fn run(arguments: &DemoArguments) -> Result<()> {
    telemetry::start("warn")?;
    let mut config = Config::from_env()?;
    let demanded = std::mem::take(&mut config.settings.network.security.second_factor);
    let configured = config.settings.bootstrap.clone();
    let DemoArguments { seed, fill_only, open } = *arguments;
    run_parts(
        config,
        Parts {
            server: true,
            worker: true,
            scheduler: true,
            collector: true,
        },
        move |up| async move {
            // It serves already, and shows each workbook as it comes in.
            let base = base(up.address);
            print_tour(&base);
            if demanded != FactorPolicy::Off {
                anstream::println!(
                    "The demo demands no second factor: REQUIRE_SECOND_FACTOR holds for `fullhouse serve`."
                );
            }
            let logins = logins::make(up.accounts.as_ref(), configured.clone()).await?;
            let master = logins.first().context("the demo has a master")?;
            let client = Client::signed_in(format!("http://{}", up.address), &master.email, &master.password).await?;
            let productions = client.get("/api/v1/productions?perPage=1").await?;
            if productions["total"] == json!(0) {
                fill(&client, &season(seed, SystemClock.today())).await?;
                logins::grant_one_production(&client).await?;
            } else {
                anstream::println!("The database has productions already; nothing was added.");
            }
            client.sign_out().await?;
            print_logins(&logins, configured.is_some());
            if open && !fill_only {
                show(&base);
            }
            Ok(if fill_only { Next::Stop } else { Next::KeepServing })
        },
    )
}

async fn fill(client: &Client, world: &World) -> Result<()> {
    let notes = json!({ "notes": world.monthly_notes });
    client.put("/api/v1/calendar/monthly-notes", &notes).await?;
    for sample in &world.productions {
        let production = client.post("/api/v1/productions", &sample.production).await?;
        let id = production["id"].as_str().context("a new production has an id")?;
        let targets = json!({ "targets": sample.daily_targets });
        client
            .put(&format!("/api/v1/productions/{id}/targets"), &targets)
            .await?;
        let weeks = json!({ "weeks": sample.marketing_weeks });
        client
            .put(&format!("/api/v1/productions/{id}/marketing-weeks"), &weeks)
            .await?;
        let tells_deposits = world.has_labels(sample) && sample.production.category.is_stage();
        client
            .patch(&format!("/api/v1/productions/{id}"), &sample.details(tells_deposits))
            .await?;
        for campaign in sample.campaigns() {
            client
                .post(&format!("/api/v1/productions/{id}/campaigns"), &campaign)
                .await?;
        }
    }
    let uploads = world.uploads();
    let count = uploads.len();
    anstream::println!(
        "Entered {} productions; uploading {count} workbooks …",
        world.productions.len()
    );
    let told = world.productions.iter().find(|sample| sample.record_dates.len() > 1);
    let told = told.and_then(|sample| Some((&sample.production.code, *sample.record_dates.last()?)));
    for (sample, record_date) in uploads {
        // Staff get one report on the buyers of this production, with its last workbook.
        if told == Some((&sample.production.code, record_date)) {
            send(client, &sample.buyers(record_date, &BuyersKnobs::default()).workbook).await?;
        }
        send(client, &world.kept_workbook(sample, record_date)).await?;
    }
    anstream::println!("Uploaded {count} workbooks, and a report on buyers.");
    Ok(())
}

async fn send(client: &Client, workbook: &Workbook) -> Result<()> {
    let name = &workbook.file_name;
    let files = vec![FileToSend {
        bytes: formats::xlsx(workbook),
        name: name.clone(),
    }];
    let (status, answer) = client.upload(files, false).await?;
    ensure!(
        status.is_success() && answer["status"] == "completed",
        "{name} was not taken: {answer}"
    );
    Ok(())
}

/// Where a browser on this machine reaches a server that listens at `address`.
fn base(address: SocketAddr) -> String {
    let ip = match address.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    format!("http://{}", SocketAddr::new(ip, address.port()))
}

fn print_tour(base: &str) {
    anstream::println!("Fullhouse serves at {base}/; Ctrl-C stops it.");
    anstream::println!("  Swagger UI  {base}/swagger-ui/");
    anstream::println!(
        "  There, signIn with \"cookie\": true signs in for every other call; README has a tour by curl."
    );
    anstream::println!();
}

/// Opens the browser, where there is one.
fn show(base: &str) {
    if let Err(error) = open::that_detached(format!("{base}/")) {
        anstream::println!();
        anstream::println!("No browser could be opened ({error}): go to {base}/.");
    }
}

fn print_logins(logins: &[Login], is_configured: bool) {
    anstream::println!();
    anstream::println!("Sign in as:");
    for login in logins {
        // Whoever configured a password knows it, and may not want it on a screen.
        let known = is_configured && login.role == Role::Master;
        let password = if known { "(as configured)" } else { &login.password };
        anstream::println!("  {:<6}  {:<20}  {password}", login.role.code(), login.email);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_for_all_networks_is_reached_at_this_machine() {
        let base_of = |address: &str| base(address.parse().unwrap());
        assert_eq!(base_of("0.0.0.0:3001"), "http://127.0.0.1:3001");
        assert_eq!(base_of("[::]:80"), "http://[::1]:80");
        assert_eq!(base_of("192.0.2.7:3001"), "http://192.0.2.7:3001");
    }
}
