//! The zip archive of a workbook, made plain: only the parts that are asked for are inflated, each under a limit.
//!
//! Pictures, macros, embedded objects and sheets that nobody reads never reach a parser. Names are compared as Excel
//! compares them: without case, with `\` as `/`, from the root or not.

use std::collections::HashMap;
use std::io::{self, Read, Seek};

use domain::diagnostics::FileKind;
use memchr::memmem;
use percent_encoding::percent_decode_str;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::read::ZipFile;

use super::Unreadable;
use super::markup::{Markup, attributes, local_name};
use crate::limits::Limits;

const CENTRAL_HEADER: &[u8] = b"PK\x01\x02";
/// Where the lengths of a name, its extra field and its comment stand in a central header.
const NAME_LENGTHS: std::ops::Range<usize> = 28..34;
/// Most bytes of all names together; those of a real workbook take a few thousand.
const NAMES_BYTES: usize = 4 << 20;
const PACKAGE_RELATIONS: &str = "_rels/.rels";
const OFFICE_DOCUMENT: &str = "/officeDocument";
/// Most bytes of a part that is kept in memory to be read again.
const REREAD_BYTES: u64 = 8 << 20;
/// How much of a small part says what an archive is.
const HEAD_BYTES: u64 = 256;

/// An opened archive.
pub(super) struct Package<R> {
    archive: ZipArchive<R>,
    /// Number of each part by its plain name.
    parts: HashMap<String, usize>,
    inflated_bytes: u64,
}

/// A workbook in an archive, with the part that lists its sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ZippedWorkbook {
    Xlsx { main: String },
    Xlsb { main: String },
    Ods,
}

/// A relation from one part to another.
pub(super) struct Relation<'a> {
    pub(super) id: &'a str,
    /// The end of it says what it is: `…/worksheet`.
    pub(super) kind: &'a str,
    /// The plain name of the part that it leads to.
    pub(super) target: String,
}

/// Refuses a directory with more parts or longer names than a workbook has, before anything of it is kept.
pub(super) fn check_directory(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let mut names_bytes = 0;
    for (count, at) in memmem::find_iter(bytes, CENTRAL_HEADER).enumerate() {
        if count >= limits.parts {
            return Err(Unreadable::TooLarge(format!("> {} parts", limits.parts)));
        }
        let lengths = bytes[at..].get(NAME_LENGTHS).unwrap_or_default();
        for length in lengths.chunks_exact(2) {
            names_bytes += usize::from(u16::from_le_bytes([length[0], length[1]]));
        }
        if names_bytes > NAMES_BYTES {
            return Err(Unreadable::TooLarge(format!("> {} MiB of names", NAMES_BYTES >> 20)));
        }
    }
    Ok(())
}

impl<R: Read + Seek> Package<R> {
    /// Reads the directory of an archive.
    pub(super) fn open(file: R, limits: &Limits) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(file).map_err(|_| Unreadable::damaged())?;
        let declared_bytes = archive.decompressed_size().unwrap_or(0);
        if declared_bytes > u128::from(limits.inflated_bytes) {
            return Err(too_large_bytes(limits.inflated_bytes));
        }
        let mut parts = HashMap::with_capacity(archive.len());
        for index in 0..archive.len() {
            // A name that cannot be read is none that is asked for.
            if let Some(Ok(name)) = archive.name_for_index(index) {
                parts.entry(plain_name(&name, "")).or_insert(index);
            }
        }
        Ok(Self {
            archive,
            parts,
            inflated_bytes: limits.inflated_bytes,
        })
    }

    /// Finds out which workbook this is.
    pub(super) fn workbook(&mut self) -> Result<ZippedWorkbook, Unreadable> {
        let mut main = None;
        if self.has(PACKAGE_RELATIONS) {
            self.relations("", |relation| {
                if relation.kind.ends_with(OFFICE_DOCUMENT) && main.is_none() {
                    main = Some(relation.target);
                }
            })?;
        }
        let usual = ["xl/workbook.xml", "xl/workbook.bin"].map(ToOwned::to_owned);
        let main = main.into_iter().chain(usual).find(|part| self.has(part));
        match main {
            Some(main) if main.starts_with("word/") || main.starts_with("ppt/") || main.starts_with("visio/") => {
                Err(Unreadable::NotAWorkbook(FileKind::OtherOffice))
            }
            Some(main) if main.rsplit_once('.').is_some_and(|(_, extension)| extension == "bin") => {
                Ok(ZippedWorkbook::Xlsb { main })
            }
            Some(main) => Ok(ZippedWorkbook::Xlsx { main }),
            None => self.other_archive(),
        }
    }

    /// What an archive is that is no package of Microsoft's.
    fn other_archive(&mut self) -> Result<ZippedWorkbook, Unreadable> {
        let kind = self.head("mimetype")?;
        let is_kind = |ending: &str| kind.trim().ends_with(ending);
        let is_document = kind.contains("opendocument");
        if kind.contains("hwp") || self.has("contents/content.hpf") {
            return Err(Unreadable::NotAWorkbook(FileKind::Hancom));
        }
        if is_document && !is_kind(".spreadsheet") && !is_kind(".spreadsheet-template") {
            return Err(Unreadable::NotAWorkbook(FileKind::OtherOffice));
        }
        if self.has("content.xml") {
            return Ok(ZippedWorkbook::Ods);
        }
        Err(Unreadable::NotAWorkbook(if self.has("index/document.iwa") {
            FileKind::OtherOffice
        } else if self.has("[content_types].xml") || is_document {
            FileKind::Damaged
        } else {
            FileKind::Archive
        }))
    }

    /// Whether there is a part of this plain name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// Gives each relation of a part, or of the package, to `take`.
    pub(super) fn relations(&mut self, part: &str, mut take: impl FnMut(Relation<'_>)) -> Result<(), Unreadable> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = plain_name(&format!("{folder}/_rels/{file}.rels"), "");
        let Some(reader) = self.reader(&name)? else {
            return Ok(());
        };
        let mut markup = Markup::streamed(reader)?;
        loop {
            match markup.next()? {
                Event::Start(tag) if local_name(tag.name()) == "Relationship" => {
                    let (mut id, mut kind, mut target, mut is_external) = ("", "", "", false);
                    for (name, value) in attributes(&tag) {
                        match name {
                            "Id" => id = value,
                            "Type" => kind = value,
                            "Target" => target = value,
                            "TargetMode" => is_external = value.eq_ignore_ascii_case("External"),
                            _ => {}
                        }
                    }
                    if !is_external {
                        let target = plain_name(&unescaped(target), folder);
                        take(Relation { id, kind, target });
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// A part as a stream; `None` when there is none of this plain name.
    pub(super) fn reader(&mut self, name: &str) -> Result<Option<PartReader<'_, R>>, Unreadable> {
        let Some(index) = self.parts.get(name) else {
            return Ok(None);
        };
        let part = self.archive.by_index(*index).map_err(|error| unreadable_part(&error))?;
        Ok(Some(PartReader {
            part,
            left: self.inflated_bytes,
            limit: self.inflated_bytes,
        }))
    }

    /// All of a part, unless it takes more than `room` bytes.
    pub(super) fn inflate(&mut self, name: &str, room: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(part) = self.reader(name)? else {
            return Ok(Some(Vec::new()));
        };
        let declared = part.part.size();
        if declared > room {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(declared).unwrap_or_default());
        part.take(room + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Unreadable::from_io(&error))?;
        Ok((bytes.len() as u64 <= room).then_some(bytes))
    }

    /// The beginning of a small part as text.
    fn head(&mut self, name: &str) -> Result<String, Unreadable> {
        let mut head = Vec::new();
        if let Some(part) = self.reader(name)? {
            part.take(HEAD_BYTES)
                .read_to_end(&mut head)
                .map_err(|error| Unreadable::from_io(&error))?;
        }
        Ok(String::from_utf8_lossy(&head).into_owned())
    }
}

/// A part that is gone through more than once: kept in memory if it is small, and else inflated each time.
pub(super) struct RereadPart<'p, R> {
    package: &'p mut Package<R>,
    name: &'p str,
    held: Option<Vec<u8>>,
}

/// The beginning of a part.
pub(super) enum OpenedPart<'p, R: Read> {
    Held(&'p [u8]),
    Streamed(PartReader<'p, R>),
}

impl<'p, R: Read + Seek> RereadPart<'p, R> {
    /// A part that the package has.
    pub(super) fn new(package: &'p mut Package<R>, name: &'p str) -> Result<Self, Unreadable> {
        let held = package.inflate(name, REREAD_BYTES)?;
        Ok(Self { package, name, held })
    }

    pub(super) fn open(&mut self) -> Result<OpenedPart<'_, R>, Unreadable> {
        if let Some(bytes) = &self.held {
            return Ok(OpenedPart::Held(bytes));
        }
        let reader = self.package.reader(self.name)?;
        reader.map(OpenedPart::Streamed).ok_or_else(Unreadable::damaged)
    }
}

/// A part while it is inflated. Its declared size is not trusted.
pub(super) struct PartReader<'a, R: Read> {
    part: ZipFile<'a, R>,
    left: u64,
    limit: u64,
}

impl<R: Read> Read for PartReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::other(too_large_bytes(self.limit)))?;
        Ok(read)
    }
}

fn unreadable_part(error: &zip::result::ZipError) -> Unreadable {
    match error {
        // A password of the archive, not of the workbook, or a method that no spreadsheet writes.
        zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
            Unreadable::NotAWorkbook(FileKind::Archive)
        }
        _ => Unreadable::damaged(),
    }
}

pub(super) fn too_large_bytes(limit: u64) -> Unreadable {
    Unreadable::TooLarge(format!("> {} MiB", limit >> 20))
}

/// The text of an attribute; one that cannot be unescaped as it stands.
pub(super) fn unescaped(value: &str) -> std::borrow::Cow<'_, str> {
    quick_xml::escape::unescape(value).unwrap_or(std::borrow::Cow::Borrowed(value))
}

/// The name of a part, seen from `folder` unless it begins at the root: in one case, with `/`, without `.` and `..`.
fn plain_name(name: &str, folder: &str) -> String {
    let name = name.replace('\\', "/");
    let folder = if name.starts_with('/') { "" } else { folder };
    let decoded = percent_decode_str(&name).decode_utf8_lossy();
    let mut steps = Vec::new();
    for step in folder.split('/').chain(decoded.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts_are_plain() {
        for (name, folder, plain) in [
            ("xl/worksheets/sheet1.xml", "", "xl/worksheets/sheet1.xml"),
            ("worksheets\\Sheet1.xml", "xl", "xl/worksheets/sheet1.xml"),
            ("/XL/worksheets/sheet1.xml", "xl", "xl/worksheets/sheet1.xml"),
            ("../docProps/./app.xml", "xl", "docprops/app.xml"),
            ("../../../a%20b.xml", "xl", "a b.xml"),
        ] {
            assert_eq!(plain_name(name, folder), plain);
        }
    }
}
