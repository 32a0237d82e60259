//! The name that a server gives to a file (RFC 6266).

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// The name in a `Content-Disposition`: that of `filename*`, else that of `filename`.
pub(crate) fn file_name(header: &[u8]) -> Option<String> {
    let header: Cow<'_, str> = match std::str::from_utf8(header) {
        // Servers send names as they are, against the rules.
        Ok(text) => text.into(),
        Err(_) => encoding_rs::EUC_KR.decode_without_bom_handling(header).0,
    };
    let parameters = parameters(&header);
    let find = |wanted: &str| {
        let mut of = parameters.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
        of.next().map(|(_, value)| value.as_str())
    };
    let extended = find("filename*").and_then(extended);
    let plain = find("filename").map(str::to_owned);
    extended.or(plain).filter(|name| !name.trim().is_empty())
}

/// Names and values behind the first `;`; quotes are undone.
fn parameters(header: &str) -> Vec<(String, String)> {
    let Some((_, mut rest)) = header.split_once(';') else {
        return Vec::new();
    };
    let mut found = Vec::new();
    while let Some((name, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let (value, after) = if let Some(quoted) = behind.strip_prefix('"') {
            unquoted(quoted)
        } else {
            let end = behind.find(';').unwrap_or(behind.len());
            (behind[..end].trim().to_owned(), &behind[end..])
        };
        // A word without a value may stand before.
        let name = name.rsplit(';').next().unwrap_or(name);
        found.push((name.trim().to_owned(), value));
        rest = after;
        if found.len() > 20 {
            break;
        }
    }
    found
}

/// What stands before the closing quote, and what stands behind it.
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((index, c)) = chars.next() {
        match c {
            '"' => return (value, &text[index + 1..]),
            '\\' => value.extend(chars.next().map(|(_, c)| c)),
            c => value.push(c),
        }
    }
    (value, "")
}

/// `UTF-8''%EB…` (RFC 8187).
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let bytes: Vec<u8> = percent_decode_str(encoded).collect();
    if charset.eq_ignore_ascii_case("utf-8") {
        return String::from_utf8(bytes).ok();
    }
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes())?;
    Some(encoding.decode_without_bom_handling(&bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_however_servers_write_them() {
        for (header, name) in [
            ("attachment; filename=\"sales.xlsx\"", "sales.xlsx"),
            ("attachment;filename=sales.xlsx; size=3", "sales.xlsx"),
            ("attachment; filename*=UTF-8''%ED%8C%90%EB%A7%A4.xlsx", "판매.xlsx"),
            (
                "attachment; filename=\"x.xlsx\"; filename*=utf-8'ko'%ED%8C%90%EB%A7%A4.xlsx",
                "판매.xlsx",
            ),
            ("attachment; filename=\"a\\\"b;c.xlsx\"", "a\"b;c.xlsx"),
            ("attachment; ; x; filename=sales.xlsx", "sales.xlsx"),
            ("attachment; filename=\"판매.xlsx\"", "판매.xlsx"),
            ("attachment; filename*=EUC-KR''%C6%C7%B8%C5.xlsx", "판매.xlsx"),
        ] {
            assert_eq!(file_name(header.as_bytes()).as_deref(), Some(name), "{header}");
        }
        let in_cp949 = [
            b"attachment; filename=\"".as_slice(),
            &[0xC6, 0xC7, 0xB8, 0xC5],
            b".xls\"",
        ]
        .concat();
        assert_eq!(file_name(&in_cp949).as_deref(), Some("판매.xls"));
        for header in ["inline", "attachment; filename=\"\"", "attachment; filename*=x", ""] {
            assert_eq!(file_name(header.as_bytes()), None, "{header}");
        }
    }
}
