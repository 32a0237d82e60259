//! Zip archives: the envelope of `.xlsx`, `.xlsb` and `.ods`.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

const IN_MEMORY: &str = "writing to memory does not fail";

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
}

/// An archive of these parts, in this order. The first of an `.ods` must not be compressed: it tells the file's type to
/// those who look at the first bytes only.
pub(super) fn pack(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        archive
            .start_file(*name, options().compression_method(method))
            .expect(IN_MEMORY);
        archive.write_all(content).expect(IN_MEMORY);
    }
    archive.finish().expect(IN_MEMORY).into_inner()
}

/// The parts of a zipped workbook, to be changed by those who write what other programs write.
#[derive(Debug, Clone)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// The parts of an archive that was written here.
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive written here");
        let parts = (0..archive.len()).map(|index| {
            let mut file = archive.by_index(index).expect("an archive written here");
            let name = file.name().expect("an archive written here").into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("a part written here");
            (name, content)
        });
        Self { parts: parts.collect() }
    }

    /// Adds a part.
    pub fn add(&mut self, name: &str, content: impl Into<Vec<u8>>) -> &mut Self {
        self.parts.push((name.to_owned(), content.into()));
        self
    }

    /// Takes a part out, if it is there.
    pub fn remove(&mut self, name: &str) -> &mut Self {
        self.parts.retain(|(known, _)| known != name);
        self
    }

    /// Gives every part the name that is made from its own.
    pub fn rename(&mut self, named: impl Fn(&str) -> String) -> &mut Self {
        for (name, _) in &mut self.parts {
            *name = named(name);
        }
        self
    }

    /// Makes another content of a part, if it is there.
    pub fn edit(&mut self, name: &str, edited: impl Fn(&[u8]) -> Vec<u8>) -> &mut Self {
        for (_, content) in self.parts.iter_mut().filter(|(known, _)| known == name) {
            *content = edited(content);
        }
        self
    }

    /// Replaces a text that a part of XML has.
    pub fn replace(&mut self, name: &str, from: &str, to: &str) -> &mut Self {
        self.edit(name, |content| {
            let text = std::str::from_utf8(content).expect("a part of XML");
            assert!(text.contains(from), "{name} has no '{from}'");
            text.replacen(from, to, 1).into_bytes()
        })
    }

    /// Names of the parts, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|(name, _)| name.as_str())
    }

    /// The archive.
    pub fn pack(&self) -> Vec<u8> {
        let parts: Vec<_> = self
            .parts
            .iter()
            .map(|(name, content)| (name.as_str(), content.clone()))
            .collect();
        pack(&parts)
    }
}

/// The same archive with one text replaced in one part.
pub(super) fn replace(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    edit(bytes, part, |text| {
        assert!(text.contains(from), "{part} has no '{from}'");
        text.replace(from, to)
    })
}

/// The same archive with another text in one part, which is made from the text before.
pub(super) fn edit(bytes: &[u8], part: &str, edited: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut edited = Some(edited);
    let mut source = ZipArchive::new(Cursor::new(bytes)).expect("an archive written here");
    let mut archive = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..source.len() {
        let mut file = source.by_index(index).expect("an archive written here");
        if file.name().expect("an archive written here") != part {
            archive.raw_copy_file(file).expect(IN_MEMORY);
            continue;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a part of XML");
        let edited = edited.take().expect("a name occurs once");
        archive.start_file(part, options()).expect(IN_MEMORY);
        archive.write_all(edited(text).as_bytes()).expect(IN_MEMORY);
    }
    assert!(edited.is_none(), "there is no {part}");
    archive.finish().expect(IN_MEMORY).into_inner()
}

/// A text as XML content or attribute value.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
