//! What replicas are called: by where they are, without who connects.

use percent_encoding::percent_decode_str;

/// A name for each URL, all of them different.
pub(super) fn names(urls: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for url in urls {
        let place = place(url);
        let others = names.iter().filter(|name| **name == place || is_numbered(name, &place));
        let name = match others.count() {
            0 => place,
            others => format!("{place} #{}", others + 1),
        };
        names.push(name);
    }
    names
}

fn is_numbered(name: &str, place: &str) -> bool {
    name.strip_prefix(place).is_some_and(|rest| rest.starts_with(" #"))
}

/// The folder of a socket, or host and port.
fn place(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    // A password may have an `@` or a `?` that nobody has encoded.
    let who = authority.rfind('@').map_or(0, |at| at + 1);
    let (address, query) = rest[who..].split_once('?').unwrap_or((&rest[who..], ""));
    let host = query.split('&').find_map(|pair| pair.strip_prefix("host="));
    if let Some(host) = host {
        return percent_decode_str(host).decode_utf8_lossy().into_owned();
    }
    address.split('/').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replica_is_called_by_its_place_and_never_by_a_password() {
        let urls = [
            "postgres://app:s3cret@replica.example.com:5433/sales?sslmode=require",
            "postgres://app:p@ss@10.0.0.7/sales",
            "postgres://app:p?ss@10.0.0.8:5433/sales",
            "postgres://fullhouse@localhost/fullhouse?host=/var/lib/a%20b/socket",
            "postgres://fullhouse@localhost?host=/run/postgresql",
            "postgres://other@10.0.0.7/sales",
            "postgres://10.0.0.7/third",
        ]
        .map(str::to_owned);
        let expected = [
            "replica.example.com:5433",
            "10.0.0.7",
            "10.0.0.8:5433",
            "/var/lib/a b/socket",
            "/run/postgresql",
            "10.0.0.7 #2",
            "10.0.0.7 #3",
        ];
        assert_eq!(names(&urls), expected);
    }
}
