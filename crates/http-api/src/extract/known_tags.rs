use actix_web::http::header::{HeaderMap, HeaderValue, IF_NONE_MATCH};

/// `If-None-Match`: the tags of the answers that a client has.
pub(crate) struct KnownTags(Vec<HeaderValue>);

impl KnownTags {
    /// Those of a request; `None` where it names none.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let values: Vec<_> = headers.get_all(IF_NONE_MATCH).cloned().collect();
        (!values.is_empty()).then_some(Self(values))
    }

    /// Whether this tag is among them; weak and strong ones compare alike here (RFC 9110, 13.1.2). For whoever cannot tell
    /// yet whether there will be an answer: who has one of this tag has been given it.
    pub(crate) fn have(&self, tag: &str) -> bool {
        self.entries().any(|entry| opaque(entry) == opaque(tag))
    }

    /// Whether the client has the good answer of this tag: `*` stands for any.
    pub(crate) fn cover(&self, tag: &str) -> bool {
        self.entries().any(|entry| entry == "*") || self.have(tag)
    }

    fn entries(&self) -> impl Iterator<Item = &str> {
        let texts = self.0.iter().filter_map(|value| value.to_str().ok());
        texts.flat_map(|text| text.split(',')).map(str::trim)
    }
}

/// A tag without the sign that it is weak.
fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_has_is_known_by_its_tag_weak_or_strong() {
        let cases: [(&[&str], &str, bool, bool); 12] = [
            (&["\"r7\""], "\"r7\"", true, true),
            (&["W/\"r7\""], "\"r7\"", true, true),
            (&["\"r7\""], "W/\"r7\"", true, true),
            (&["W/\"r7\""], "W/\"r7\"", true, true),
            (&["\"r6\" , W/\"r7\""], "\"r7\"", true, true),
            (&["\"r6\"", "\"r7\""], "\"r7\"", true, true),
            (&["*"], "\"r7\"", false, true),
            (&[" * "], "W/\"r7\"", false, true),
            (&["\"r6\""], "\"r7\"", false, false),
            (&["r7"], "\"r7\"", false, false),
            (&["\"*\""], "\"r7\"", false, false),
            (&[""], "\"r7\"", false, false),
        ];
        for (sent, tag, has, is_covered) in cases {
            let mut headers = HeaderMap::new();
            for value in sent {
                headers.append(IF_NONE_MATCH, HeaderValue::from_str(value).unwrap());
            }
            let known = KnownTags::of(&headers).unwrap();
            assert_eq!((known.have(tag), known.cover(tag)), (has, is_covered), "{sent:?} {tag}");
        }
        assert!(KnownTags::of(&HeaderMap::new()).is_none());
    }
}
