use actix_web::http::header::HeaderValue;

/// Whether `Accept-Encoding` names this coding, and does not refuse it.
pub(crate) fn accepts_coding(accepted: Option<&HeaderValue>, coding: &str) -> bool {
    let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let weight = weight.trim().trim_start_matches("q=");
        name.trim().eq_ignore_ascii_case(coding) && weight.parse::<f32>() != Ok(0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_taken_when_it_is_named_and_not_refused() {
        let takes = |accepted| accepts_coding(Some(&HeaderValue::from_static(accepted)), "gzip");
        assert!(takes("gzip"));
        assert!(takes("br, GZip;q=0.5"));
        assert!(!takes("br"));
        assert!(!takes("gzip;q=0, br"));
        assert!(!takes("gzip;q=0.000"));
        assert!(!accepts_coding(None, "gzip"));
    }
}
