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
        let mut addresses: Vec<IpAddr> = found.map(|address| address.ip()).collect();
        addresses.sort_unstable();
        addresses.dedup();
        Ok(addresses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_final_dot_changes_nothing() {
        let found = SystemResolver.resolve("localhost").await.unwrap();
        assert!(!found.is_empty());
        assert_eq!(SystemResolver.resolve("localhost.").await.unwrap(), found);
    }
}
