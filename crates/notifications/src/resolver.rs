use std::net::SocketAddr;

use domain::network::is_public;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Resolves names to addresses of the whole Internet only. The connection is made to what is answered here, so that a name
/// cannot lead elsewhere in between.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OutsideOnly;

/// A name leads to this machine, to the house, or to another inside.
#[derive(Debug)]
pub(crate) struct InTheHouse;

impl std::fmt::Display for InTheHouse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name leads to an address that is not of the whole Internet")
    }
}

impl std::error::Error for InTheHouse {}

impl Resolve for OutsideOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            outside(found)
        })
    }
}

/// All of them, when none is inside: a name that leads to both is somebody's try.
fn outside(addresses: Vec<SocketAddr>) -> Result<Addrs, Box<dyn std::error::Error + Send + Sync>> {
    if addresses.iter().any(|address| !is_public(address.ip())) {
        return Err(InTheHouse.into());
    }
    Ok(Box::new(addresses.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_inside_too_is_not_followed() {
        let addresses = |list: &[&str]| {
            list.iter()
                .map(|address| address.parse().unwrap())
                .collect::<Vec<SocketAddr>>()
        };
        assert!(outside(addresses(&["93.184.216.34:0"])).is_ok());
        assert!(outside(addresses(&["93.184.216.34:0", "10.0.0.8:0"])).is_err());
        assert!(outside(addresses(&["[::1]:0"])).is_err());
    }
}
