use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header::HeaderName;
use ipnet::IpNet;

/// The network address that a request came from. `X-Forwarded-For` counts only as far as trusted proxies wrote it: the
/// last address in it that is not one of theirs.
pub(crate) fn client_address(request: &HttpRequest, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    let forwarded = request.headers().get_all(HeaderName::from_static("x-forwarded-for"));
    let forwarded: Vec<&str> = forwarded
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    Some(resolve(peer, &forwarded, trusted))
}

fn resolve(peer: IpAddr, forwarded: &[&str], trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut address = peer;
    for hop in forwarded.iter().rev() {
        if !is_trusted(&address) {
            break;
        }
        match parse(hop) {
            Some(next) => address = next,
            // What a trusted proxy passed on unreadably came from that proxy, as far as anybody knows.
            None => break,
        }
    }
    address
}

/// `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn parse(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let plain = hop.parse::<IpAddr>().ok();
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|address| address.ip());
    let bracketed = || hop.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    plain
        .or_else(with_port)
        .or_else(bracketed)
        .map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(peer: &str, forwarded: &[&str]) -> String {
        let trusted = ["10.0.0.0/8", "2001:db8:ffff::/48"].map(|network| network.parse().unwrap());
        resolve(peer.parse().unwrap(), forwarded, &trusted).to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(resolved("203.0.113.7", &["198.51.100.1"]), "203.0.113.7");
    }

    #[test]
    fn the_last_address_before_the_trusted_proxies_counts() {
        assert_eq!(resolved("10.0.0.1", &["198.51.100.1", " 203.0.113.7"]), "203.0.113.7");
        assert_eq!(
            resolved("10.0.0.1", &["1.1.1.1", "203.0.113.7", "10.2.3.4"]),
            "203.0.113.7"
        );
        assert_eq!(resolved("2001:db8:ffff::1", &["[2001:db8::7]:443"]), "2001:db8::7");
        assert_eq!(resolved("10.0.0.1", &["203.0.113.7:1234"]), "203.0.113.7");
    }

    #[test]
    fn what_cannot_be_read_counts_as_the_proxy_itself() {
        assert_eq!(resolved("10.0.0.1", &["unknown"]), "10.0.0.1");
        assert_eq!(resolved("10.0.0.1", &[]), "10.0.0.1");
    }
}
