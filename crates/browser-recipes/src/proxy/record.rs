use std::collections::{BTreeMap, BTreeSet};

use domain::collection::AddressRefusal;

use super::Place;

/// Places that are remembered, at most: a page can make up any number.
const MAX_PLACES: usize = 200;

/// What Chromium asks for by itself: fields of forms, passwords that leaked, its own parts and lists, and the search
/// engine that it comes with (in Debian: `DuckDuckGo`).
const OF_THE_BROWSER: [&str; 16] = [
    "accounts.google.com",
    "android.clients.google.com",
    "clients.google.com",
    "clients1.google.com",
    "clients2.google.com",
    "clients3.google.com",
    "clients4.google.com",
    "clients5.google.com",
    "clients6.google.com",
    "duckduckgo.com",
    "redirector.gvt1.com",
    "safebrowsing.google.com",
    "start.duckduckgo.com",
    "edgedl.me.gvt1.com",
    "tools.google.com",
    "www.google.com",
];
const BELOW_OF_THE_BROWSER: [&str; 3] = [".googleapis.com", ".gvt1.com", ".gvt2.com"];

/// Who was not reached, and why.
#[derive(Debug, Default)]
pub(super) struct Record {
    refused: BTreeMap<Place, AddressRefusal>,
    /// The last for which there was no room: a page that leads on after so many must not look as if its site refused
    /// us.
    last_refused: Option<(Place, AddressRefusal)>,
    unreachable: BTreeSet<Place>,
}

impl Record {
    pub(super) fn refused(&mut self, place: Place, refusal: AddressRefusal) {
        if self.refused.len() < MAX_PLACES || self.refused.contains_key(&place) {
            self.refused.insert(place, refusal);
        } else if !is_of_the_browser(&place.host) {
            self.last_refused = Some((place, refusal));
        }
    }

    pub(super) fn unreachable(&mut self, place: Place) {
        if self.unreachable.len() < MAX_PLACES {
            self.unreachable.insert(place);
        }
    }

    pub(super) fn reached(&mut self, place: &Place) {
        self.unreachable.remove(place);
    }

    pub(super) fn refusal(&self, place: &Place) -> Option<AddressRefusal> {
        let last = self.last_refused.as_ref().filter(|(last, _)| last == place);
        let refusal = self.refused.get(place).or_else(|| last.map(|(_, refusal)| refusal));
        refusal.copied()
    }

    pub(super) fn is_unreachable(&self, place: &Place) -> bool {
        self.unreachable.contains(place)
    }

    pub(super) fn blocked_hosts(&self) -> Vec<String> {
        let refused = self.refused.keys().filter(|place| !is_of_the_browser(&place.host));
        refused
            .map(|Place { host, port }| match port {
                80 | 443 => host.clone(),
                port => format!("{host}:{port}"),
            })
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }
}

fn is_of_the_browser(host: &str) -> bool {
    OF_THE_BROWSER.contains(&host) || BELOW_OF_THE_BROWSER.iter().any(|below| host.ends_with(below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_once_and_those_of_the_browser_never() {
        let mut record = Record::default();
        for (host, port) in [
            ("evil.example", 443),
            ("evil.example", 80),
            ("127.0.0.1", 9000),
            ("accounts.google.com", 443),
            ("content-autofill.googleapis.com", 443),
            ("start.duckduckgo.com", 443),
        ] {
            record.refused(Place::new(host, port), AddressRefusal::Host);
        }
        assert_eq!(record.blocked_hosts(), ["127.0.0.1:9000", "evil.example"]);
    }

    #[test]
    fn the_last_refusal_is_known_however_many_there_were() {
        let mut record = Record::default();
        for port in 1..2_000 {
            record.refused(Place::new("a", port), AddressRefusal::Host);
        }
        record.refused(Place::new("evil.example", 443), AddressRefusal::NotHttps);
        record.refused(Place::new("accounts.google.com", 443), AddressRefusal::Host);
        let refusal = |host, port| record.refusal(&Place::new(host, port));
        assert_eq!(refusal("evil.example", 443), Some(AddressRefusal::NotHttps));
        assert_eq!(refusal("a", 1), Some(AddressRefusal::Host));
        assert_eq!(refusal("a", 1_999), None);
    }

    #[test]
    fn a_page_cannot_fill_the_record() {
        let mut record = Record::default();
        for port in 1..2_000 {
            record.refused(Place::new("a", port), AddressRefusal::Host);
            record.unreachable(Place::new("a", port));
        }
        assert_eq!(record.refused.len(), MAX_PLACES);
        assert_eq!(record.unreachable.len(), MAX_PLACES);
    }
}
