//! A look at the inflated parts of a zipped workbook before anything is parsed.
//!
//! Declared sizes are not trusted: every part is inflated. What is left to fear afterwards are parts that make calamine
//! keep far more than their own size; a workbook whose parts could is not harmless. The markup of a harmless one is kept
//! as it is looked at, in a zip file without compression, so that nothing is inflated twice.

use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Unreadable, WorkbookFormat};
use crate::limits::Limits;

/// What the parts of a workbook show.
#[derive(Debug)]
pub(super) struct PartsScan {
    pub(super) format: WorkbookFormat,
    /// The markup without compression, if parsing it takes memory in proportion to its size, and that is small.
    pub(super) harmless: Option<Vec<u8>>,
}

/// Where calamine looks for the list of sheets, unless the package says otherwise.
const MAIN_PART: &str = "xl/workbook.xml";
const PACKAGE_RELATIONS: &str = "_rels/.rels";
const CENTRAL_HEADER: &[u8] = b"PK\x01\x02";
const BUFFER_BYTES: usize = 64 * 1024;
/// How much of a part is looked at together with what follows it, so that nothing is missed between two buffers.
const OVERLAP_BYTES: usize = 256;

impl PartsScan {
    /// Inflates all parts of a zip file within `limits`.
    pub(super) fn of(bytes: &[u8], limits: &Limits) -> Result<Self, Unreadable> {
        // Before the archive is opened, which keeps each entry's header.
        if memmem::find_iter(bytes, CENTRAL_HEADER).nth(limits.parts).is_some() {
            return Err(Unreadable::TooLarge(format!("> {} parts", limits.parts)));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotAWorkbook)?;
        // No more than a hint, for it is only declared: a buffer that grows would be copied again and again.
        let declared_bytes = archive
            .decompressed_size()
            .and_then(|size| u64::try_from(size).ok())
            .unwrap_or(0);
        let mut scan = Scan::new(limits, declared_bytes.min(limits.in_process_bytes));
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).map_err(|_| Unreadable::NotAWorkbook)?;
            let name = part.name().map_err(|_| Unreadable::NotAWorkbook)?.into_owned();
            scan.part(&name, &mut part)?;
        }
        scan.finish()
    }
}

struct Scan<'a> {
    limits: &'a Limits,
    inflated_bytes: u64,
    shared_strings: u64,
    format: Option<WorkbookFormat>,
    /// The markup so far, as long as it may be harmless.
    harmless: Option<ZipWriter<Cursor<Vec<u8>>>>,
    package_relations: Option<Vec<u8>>,
    buffer: Vec<u8>,
    doctype: memmem::Finder<'static>,
    string_item: memmem::Finder<'static>,
    declared_count: memmem::Finder<'static>,
}

impl<'a> Scan<'a> {
    fn new(limits: &'a Limits, expected_bytes: u64) -> Self {
        let markup = Vec::with_capacity(usize::try_from(expected_bytes).unwrap_or(0));
        Self {
            limits,
            inflated_bytes: 0,
            shared_strings: 0,
            format: None,
            harmless: Some(ZipWriter::new(Cursor::new(markup))),
            package_relations: None,
            buffer: vec![0; OVERLAP_BYTES + BUFFER_BYTES],
            doctype: memmem::Finder::new(b"<!DOCTYPE"),
            string_item: memmem::Finder::new(b"<si"),
            declared_count: memmem::Finder::new(b"uniqueCount"),
        }
    }

    fn finish(self) -> Result<PartsScan, Unreadable> {
        let format = self.format.ok_or(Unreadable::NotAWorkbook)?;
        let main_part = self.package_relations.as_deref().and_then(main_part);
        let is_clear = main_part.is_some_and(|part| part.trim_start_matches('/') == MAIN_PART);
        let markup = self.harmless.filter(|_| is_clear && format == WorkbookFormat::Xlsx);
        let harmless = markup.and_then(|markup| markup.finish().ok()).map(Cursor::into_inner);
        Ok(PartsScan { format, harmless })
    }

    fn part(&mut self, original_name: &str, part: &mut impl Read) -> Result<(), Unreadable> {
        let name = &*original_name.to_ascii_lowercase();
        self.note_format(name);
        let is_markup = has_extension(name, "xml") || has_extension(name, "rels");
        if is_markup {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            self.keep_if(|markup| markup.start_file(original_name, options).is_ok());
        }
        let is_relations = name == PACKAGE_RELATIONS;
        let mut relations = Vec::new();
        let mut part_bytes = 0_u64;
        let mut overlap = 0;
        loop {
            let mut buffer = std::mem::take(&mut self.buffer);
            let read = read_full(part, &mut buffer[overlap..]).map_err(|_| Unreadable::NotAWorkbook)?;
            self.inflated_bytes += read as u64;
            if self.inflated_bytes > self.limits.inflated_bytes {
                return Err(too_large_bytes(self.limits.inflated_bytes));
            }
            let end = overlap + read;
            let (known, new) = buffer[..end].split_at(overlap);
            let is_readable = !is_markup || !known.is_empty() || is_utf8_xml(new);
            let is_small = self.inflated_bytes <= self.limits.in_process_bytes;
            self.keep_if(|markup| is_readable && is_small && (!is_markup || markup.write_all(new).is_ok()));
            part_bytes += read as u64;
            if is_relations && part_bytes <= self.limits.in_process_part_bytes {
                relations.extend_from_slice(new);
            }
            let is_last = end < buffer.len();
            let searched = if is_last { end } else { end - OVERLAP_BYTES };
            self.search(name, &buffer[..end], searched)?;
            buffer.copy_within(searched..end, 0);
            self.buffer = buffer;
            if is_last {
                break;
            }
            overlap = OVERLAP_BYTES;
        }
        self.check_size(name, part_bytes)?;
        if is_relations {
            self.package_relations = Some(relations);
        }
        Ok(())
    }

    /// Gives up keeping markup unless `keep` succeeds.
    fn keep_if(&mut self, keep: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>) -> bool) {
        if self.harmless.as_mut().is_some_and(|markup| !keep(markup)) {
            self.harmless = None;
        }
    }

    fn note_format(&mut self, name: &str) {
        let format = match name {
            "content.xml" => WorkbookFormat::Ods,
            _ if name.ends_with("workbook.bin") => WorkbookFormat::Xlsb,
            PACKAGE_RELATIONS if self.format.is_none() => WorkbookFormat::Xlsx,
            _ => return,
        };
        self.format = Some(format);
    }

    /// Looks at what begins in `bytes` before `searched`.
    fn search(&mut self, name: &str, bytes: &[u8], searched: usize) -> Result<(), Unreadable> {
        let begins_here = |at: &usize| *at < searched;
        if self.doctype.find(bytes).is_some() {
            return Err(Unreadable::NotAWorkbook);
        }
        let limit = self.limits.shared_strings;
        let mut counts = self.declared_count.find_iter(bytes).take_while(begins_here);
        if counts.any(|at| declares_more(&bytes[at..], limit)) {
            return Err(Unreadable::TooLarge(format!("> {limit} texts")));
        }
        if name.ends_with("sharedstrings.xml") {
            self.shared_strings += self.string_item.find_iter(bytes).take_while(begins_here).count() as u64;
            if self.shared_strings > limit {
                return Err(Unreadable::TooLarge(format!("> {limit} texts")));
            }
        }
        Ok(())
    }

    fn check_size(&mut self, name: &str, part_bytes: u64) -> Result<(), Unreadable> {
        if name.ends_with("sharedstrings.xml") || name.ends_with("sharedstrings.bin") {
            let limit = self.limits.shared_strings_bytes;
            return if part_bytes > limit {
                Err(too_large_bytes(limit))
            } else {
                Ok(())
            };
        }
        // Each style keeps the names of its font and format, each sheet the name of its part: a product, not a sum.
        let multiplies = ["styles.xml", "workbook.xml", ".rels"]
            .iter()
            .any(|ending| name.ends_with(ending));
        let is_small = part_bytes <= self.limits.in_process_part_bytes;
        self.keep_if(|_| !multiplies || is_small);
        Ok(())
    }
}

fn too_large_bytes(limit: u64) -> Unreadable {
    Unreadable::TooLarge(format!("> {} MiB", limit >> 20))
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

/// Fills `buffer` unless the part ends before.
fn read_full(part: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match part.read(&mut buffer[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// Whether what is searched for would be found: in another encoding it looks different.
fn is_utf8_xml(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let declaration = &start[..start.len().min(OVERLAP_BYTES)];
    if declaration.contains(&0) || !declaration.is_ascii() && !start.starts_with(b"<") {
        return false;
    }
    match memmem::find(declaration, b"encoding") {
        Some(at) => {
            let value = declaration[at + b"encoding".len()..].trim_ascii_start();
            let value = value.strip_prefix(b"=").unwrap_or(value).trim_ascii_start();
            value
                .get(1..6)
                .is_some_and(|encoding| encoding.eq_ignore_ascii_case(b"utf-8"))
        }
        None => true,
    }
}

/// Whether `uniqueCount="…"`, for which room is made before the first text is read, is beyond `limit`.
fn declares_more(attribute: &[u8], limit: u64) -> bool {
    let value = attribute[b"uniqueCount".len()..].trim_ascii_start();
    let value = value.strip_prefix(b"=").unwrap_or(value).trim_ascii_start();
    let digits = value.get(1..).unwrap_or_default();
    let mut count = 0_u64;
    for byte in digits.iter().take_while(|byte| byte.is_ascii_digit()) {
        count = count.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
    }
    count > limit
}

/// The part that the package calls its office document.
fn main_part(relations: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(relations).ok()?;
    let mut targets = text
        .split('<')
        .filter(|tag| tag.contains("/relationships/officeDocument"));
    let tag = targets.next()?;
    if targets.next().is_some() || tag.matches("Target").count() != 1 {
        return None;
    }
    let value = tag.split_once("Target=")?.1;
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split_once(quote).map(|(target, _)| target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_count_is_read_however_it_is_written() {
        assert!(declares_more(b"uniqueCount=\"11\"", 10));
        assert!(declares_more(b"uniqueCount = '99999999999999999999999' ", 10));
        assert!(!declares_more(b"uniqueCount=\"10\"", 10));
        assert!(!declares_more(b"uniqueCount", 10));
    }

    #[test]
    fn only_utf_8_is_searched() {
        assert!(is_utf8_xml(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><sst/>"));
        assert!(is_utf8_xml(b"<sst/>"));
        assert!(!is_utf8_xml(b"<?xml version=\"1.0\" encoding=\"utf-16\"?><sst/>"));
        assert!(!is_utf8_xml(b"\xFF\xFE<\0s\0s\0t\0"));
        assert!(!is_utf8_xml(b"<\0s\0s\0t\0"));
    }

    #[test]
    fn the_main_part_must_be_clear() {
        let relation = |target: &str| {
            format!("<R><R Id=\"1\" Type=\"http://x/relationships/officeDocument\" Target=\"{target}\"/></R>")
        };
        assert_eq!(
            main_part(relation("xl/workbook.xml").as_bytes()),
            Some("xl/workbook.xml")
        );
        let twice = relation("xl/workbook.xml").repeat(2);
        assert_eq!(main_part(twice.as_bytes()), None);
        assert_eq!(main_part(b""), None);
    }
}
