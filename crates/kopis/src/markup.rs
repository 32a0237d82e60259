//! The markup of an answer: a root, rows in it, fields in those.

use domain::market::Record;
use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::name::QName;

/// Deeper is nothing that KOPIS writes.
const MAX_DEPTH: usize = 16;

/// Why an answer is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is something for people, or anything but markup.
    Page,
    /// It ends too early, or is damaged.
    Cut,
}

/// The rows of an answer, one or many. What stands beside them is a row of its own.
pub(crate) fn records(body: &[u8]) -> Result<Vec<Record>, Unreadable> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let Ok(text) = std::str::from_utf8(body) else {
        // Pages come in other encodings as well.
        return Err(if begins_as_page(body) {
            Unreadable::Page
        } else {
            Unreadable::Cut
        });
    };
    match text.trim_start().as_bytes().first() {
        None => return Err(Unreadable::Cut),
        Some(b'<') => {}
        Some(_) => return Err(Unreadable::Page),
    }
    let mut reader = Reader::from_str(text.trim_start());
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        match reader.read_event().map_err(|_| Unreadable::Cut)? {
            Event::DocType(_) => return Err(Unreadable::Page),
            Event::Start(tag) => reading.open(small(tag.name()))?,
            Event::End(_) => reading.close(),
            Event::Eof if reading.is_whole() => return Ok(reading.records),
            Event::Eof => return Err(Unreadable::Cut),
            event => push_text(&event, &mut reading.text)?,
        }
    }
}

/// Whether this begins as a page for people does.
fn begins_as_page(body: &[u8]) -> bool {
    let body = body.trim_ascii_start();
    let begins = |with: &[u8]| {
        body.get(..with.len())
            .is_some_and(|first| first.eq_ignore_ascii_case(with))
    };
    begins(b"<!doctype") || begins(b"<html")
}

/// The name of a tag in small letters, without its prefix.
fn small(name: QName<'_>) -> String {
    let name = name.0;
    name.rsplit_once(':').map_or(name, |(_, local)| local).to_lowercase()
}

#[derive(Default)]
struct Reading {
    depth: usize,
    has_root: bool,
    /// The name of the row, and of the field in it.
    row: String,
    field: String,
    fields: Vec<(String, String)>,
    text: String,
    records: Vec<Record>,
}

impl Reading {
    fn open(&mut self, name: String) -> Result<(), Unreadable> {
        self.depth += 1;
        match self.depth {
            1 if name == "html" => return Err(Unreadable::Page),
            1 => self.has_root = true,
            2 => {
                self.row = name;
                self.fields.clear();
                self.text.clear();
            }
            3 => {
                self.field = name;
                self.text.clear();
            }
            depth if depth > MAX_DEPTH => return Err(Unreadable::Cut),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) {
        match self.depth {
            3 => {
                let field = std::mem::take(&mut self.field);
                self.fields.push((field, std::mem::take(&mut self.text)));
            }
            2 => {
                let mut fields = std::mem::take(&mut self.fields);
                let text = std::mem::take(&mut self.text);
                if fields.is_empty() && !text.trim().is_empty() {
                    fields.push((std::mem::take(&mut self.row), text));
                }
                self.records.push(Record::new(fields));
            }
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn is_whole(&self) -> bool {
        self.has_root && self.depth == 0
    }
}

/// Appends the text of an event, if it is one. Fails for an entity that XML does not know.
fn push_text(event: &Event<'_>, text: &mut String) -> Result<(), Unreadable> {
    match event {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| Unreadable::Cut)? {
            Some(character) => text.push(character),
            None => text.push_str(
                quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()).ok_or(Unreadable::Cut)?,
            ),
        },
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOWS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Dbs><DB><MT20ID>PF1</MT20ID><prfNm>A &amp; B</prfNm><area/>\
        <relates><relate><relatenm>x</relatenm></relate></relates></DB><db><mt20id><![CDATA[PF2]]></mt20id></db></Dbs>";

    #[test]
    fn rows_are_read_whatever_case_their_tags_have() {
        let read = records(SHOWS.as_bytes()).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(
            (read[0].text("mt20id"), read[0].text("prfnm"), read[0].text("area")),
            (Some("PF1"), Some("A & B"), None)
        );
        assert_eq!(read[1].text("mt20id"), Some("PF2"));
        assert!(records(b"<dbs/>").unwrap().is_empty());
        let beside = records(b"<response><errmsg>no</errmsg></response>").unwrap();
        assert_eq!(beside[0].text("errmsg"), Some("no"));
    }

    #[test]
    fn an_answer_that_is_cut_anywhere_is_none() {
        let whole = records(SHOWS.as_bytes()).unwrap();
        for end in 0..SHOWS.len() {
            let read = records(&SHOWS.as_bytes()[..end]);
            assert!(read.as_ref() != Ok(&whole) && read.is_err(), "{end}: {read:?}");
        }
    }

    #[test]
    fn pages_and_document_types_are_refused() {
        for page in [
            "<!DOCTYPE html><html></html>",
            "<HTML><body><br></body></HTML>",
            "Access denied",
            "{\"success\":false}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        ] {
            assert_eq!(records(page.as_bytes()), Err(Unreadable::Page), "{page}");
        }
        // In EUC-KR.
        assert_eq!(
            records(b"\r\n<html><body>\xba\xf1</body></html>"),
            Err(Unreadable::Page)
        );
        assert_eq!(records(b"<dbs><db><prfnm>\xeb\xac"), Err(Unreadable::Cut));
        assert_eq!(records(b"<a><b><c>&other;</c></b></a>"), Err(Unreadable::Cut));
        assert_eq!(records(&b"<a>".repeat(100)), Err(Unreadable::Cut));
    }
}
