use url::Url;

/// Why a link cannot be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// No address.
    #[error("no address")]
    Malformed,
    /// Links of personal `OneDrive` need a token each.
    #[error("share links of personal OneDrive cannot be asked")]
    Unsupported,
}

/// Hosts of personal `OneDrive`.
const PERSONAL_ONEDRIVE: [&str; 3] = ["1drv.ms", "onedrive.live.com", "api.onedrive.com"];

/// The address that is really asked: a link by which people share a file leads to a page, and another one beside it to the
/// file. Pure; the fragment goes.
pub fn effective_url(url: &str) -> Result<Url, LinkError> {
    let mut url = Url::parse(url.trim()).map_err(|_| LinkError::Malformed)?;
    url.set_fragment(None);
    let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_owned();
    if PERSONAL_ONEDRIVE.contains(&host.as_str()) {
        return Err(LinkError::Unsupported);
    }
    if url.scheme() != "https" {
        return Ok(url);
    }
    if host == "docs.google.com" {
        if let Some(id) = spreadsheet(&url) {
            url.set_path(&format!("/spreadsheets/d/{id}/export"));
            url.set_query(Some("format=xlsx"));
        }
    } else if host == "www.dropbox.com" {
        set_parameter(&mut url, "dl", "1");
    } else if host.ends_with(".sharepoint.com") && url.path().starts_with("/:x:/") {
        set_parameter(&mut url, "download", "1");
    }
    Ok(url)
}

/// The identity of a spreadsheet: `/spreadsheets/d/<id>/…`, but no published one (`/d/e/…`), which says itself what it is.
fn spreadsheet(url: &Url) -> Option<String> {
    let mut parts = url.path_segments()?;
    let is_sheet = parts.next()? == "spreadsheets" && parts.next()? == "d";
    let id = parts.next().filter(|id| !id.is_empty() && *id != "e")?;
    is_sheet.then(|| id.to_owned())
}

/// Sets a parameter in its place, else behind the others; those stay as they were written.
fn set_parameter(url: &mut Url, name: &str, value: &str) {
    let is_it = |part: &str| part.split('=').next() == Some(name);
    let wanted = format!("{name}={value}");
    let query = url.query().unwrap_or_default();
    let mut parts: Vec<&str> = query.split('&').filter(|part| !part.is_empty()).collect();
    match parts.iter().position(|part| is_it(part)) {
        Some(index) => parts[index] = &wanted,
        None => parts.push(&wanted),
    }
    let query = parts.join("&");
    url.set_query(Some(&query));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_people_become_links_of_files() {
        for (shared, asked) in [
            (
                "https://docs.google.com/spreadsheets/d/abc_DEF-1/edit?gid=7#gid=7",
                "https://docs.google.com/spreadsheets/d/abc_DEF-1/export?format=xlsx",
            ),
            (
                "https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=xlsx",
                "https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=xlsx",
            ),
            (
                "https://www.dropbox.com/scl/fi/k/a.xlsx?rlkey=z&dl=0",
                "https://www.dropbox.com/scl/fi/k/a.xlsx?rlkey=z&dl=1",
            ),
            (
                "https://www.dropbox.com/s/k/a.xlsx",
                "https://www.dropbox.com/s/k/a.xlsx?dl=1",
            ),
            (
                "https://office.sharepoint.com/:x:/s/sales/EaB?e=4%3aXY",
                "https://office.sharepoint.com/:x:/s/sales/EaB?e=4%3aXY&download=1",
            ),
            (
                "https://office.sharepoint.com/:w:/s/a",
                "https://office.sharepoint.com/:w:/s/a",
            ),
            (
                "http://docs.google.com/spreadsheets/d/x/edit",
                "http://docs.google.com/spreadsheets/d/x/edit",
            ),
            (
                "https://docs.google.com.example.org/spreadsheets/d/x/edit",
                "https://docs.google.com.example.org/spreadsheets/d/x/edit",
            ),
            ("https://example.com/a.xlsx?x=1#y", "https://example.com/a.xlsx?x=1"),
        ] {
            assert_eq!(effective_url(shared).unwrap().as_str(), asked);
        }
    }

    #[test]
    fn personal_onedrive_cannot_be_asked() {
        for link in [
            "https://1drv.ms/x/s!abc",
            "https://onedrive.live.com/?id=1",
            "https://1DRV.ms./x",
        ] {
            assert_eq!(effective_url(link), Err(LinkError::Unsupported), "{link}");
        }
        assert_eq!(effective_url("sales.xlsx"), Err(LinkError::Malformed));
    }
}
