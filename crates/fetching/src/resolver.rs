use std::io;
use std::net::IpAddr;

use async_trait::async_trait;
use ports::driven::collection::NameResolver;

/// Asks the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

#[async_trait]
impl NameResolver for SystemResolver {
    async fn resolve(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        // Rules compare names without a final dot, and not every system knows those of its own with one.
        let name = name.strip_suffix('.').unwrap_or(name);
        let found = tokio::net::lookup_host((name, 0)).await?;
        Ok(each_once(found.map(|address| address.ip())))
    }
}

/// In their order: the system puts first what is likely to be reached (RFC 6724).
fn each_once(found: impl Iterator<Item = IpAddr>) -> Vec<IpAddr> {
    let mut addresses = Vec::new();
    for address in found {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_once_in_the_order_of_the_system() {
        let found =
            ["2001:db8::1", "192.0.2.7", "2001:db8::1", "192.0.2.1"].map(|text| text.parse::<IpAddr>().unwrap());
        let expected = [found[0], found[1], found[3]];
        assert_eq!(each_once(found.into_iter()), expected);
    }

    #[tokio::test]
    async fn a_final_dot_changes_nothing() {
        let found = SystemResolver.resolve("localhost").await.unwrap();
        assert!(!found.is_empty());
        assert_eq!(SystemResolver.resolve("localhost.").await.unwrap(), found);
    }
}
