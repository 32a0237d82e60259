//! `fullhouse ready`: whether the server that runs here can work, for whoever watches over a container.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::runtime;
use crate::config::Config;

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(8);

/// Prints what it answers; fails where it cannot work, or does not answer.
pub(crate) fn run() -> Result<ExitCode> {
    let listen = Config::from_env()?.settings.network.listen;
    if listen.port() == 0 {
        bail!("PORT is 0: nobody knows where the server listens");
    }
    runtime()?.block_on(async {
        // It is on this machine, whatever proxy leads out of it.
        let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?;
        let answer = client.get(format!("http://{}/readyz", reachable(listen))).send();
        let answer = answer.await.context("the server does not answer")?;
        let is_ready = answer.status().is_success();
        println!("{}", answer.text().await?);
        Ok(if is_ready { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

/// Where a server that listens there is reached from this machine.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_listens_everywhere_is_reached_here() {
        let of = |listen: &str| reachable(listen.parse().unwrap()).to_string();
        assert_eq!(of("0.0.0.0:3001"), "127.0.0.1:3001");
        assert_eq!(of("[::]:3001"), "[::1]:3001");
        assert_eq!(of("10.0.0.7:80"), "10.0.0.7:80");
    }
}
