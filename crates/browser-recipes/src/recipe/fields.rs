//! Single fields of a table, read with their bounds.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Key;
use super::fault::{Expected, Fault, Problem, Unit};
use super::template::Template;

/// Longest text of a recipe.
pub(super) const MAX_TEXT_CHARS: usize = 2_000;

/// A field is there and wrong, which was told.
#[derive(Debug)]
pub(super) struct Wrong;

/// What is being read, and what was wrong so far.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) faults: Vec<Fault>,
    /// The parameters that texts may name.
    pub(super) params: Vec<String>,
    /// The step that is read: `steps[2].`, or nothing.
    pub(super) prefix: String,
}

/// The fields of one table, of which each is taken once.
pub(super) struct Fields<'d, 't> {
    pub(super) table: &'d DeTable<'t>,
    /// Where the table begins.
    pub(super) at: usize,
    pub(super) known: Vec<&'static str>,
}

impl<'d, 't> Fields<'d, 't> {
    pub(super) fn new(table: &'d DeTable<'t>, at: usize) -> Self {
        Self {
            table,
            at,
            known: Vec::new(),
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.keys().any(|known| known.get_ref() == key)
    }

    /// Where the value of a key stands.
    pub(super) fn place(&self, key: &str) -> usize {
        let mut fields = self.table.iter();
        let found = fields.find(|(known, _)| known.get_ref() == key);
        found.map_or(self.at, |(_, value)| value.span().start)
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<&'d Spanned<DeValue<'t>>> {
        self.known.push(key);
        let mut fields = self.table.iter();
        fields.find(|(known, _)| known.get_ref() == key).map(|(_, value)| value)
    }
}

impl Reader<'_> {
    /// Notes what is wrong with `key`, at this byte of the text.
    pub(super) fn note(&mut self, at: usize, key: &str, problem: Problem) {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let breaks = before.split(|byte| *byte == b'\n').count();
        self.faults.push(Fault {
            line: u32::try_from(breaks).unwrap_or(u32::MAX),
            key: format!("{}{key}", self.prefix).trim_end_matches('.').to_owned(),
            problem,
        });
    }

    /// A field that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields<'_, '_>, &'static str) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        if fields.has(key) {
            read(self, fields, key).map(Some).ok_or(Wrong)
        } else {
            Ok(None)
        }
    }

    /// A field that must be there.
    pub(super) fn required<T>(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields<'_, '_>, &'static str) -> Option<T>,
    ) -> Option<T> {
        if !fields.has(key) {
            self.note(fields.at, key, Problem::Missing(key));
            return None;
        }
        read(self, fields, key)
    }

    /// What is typed: it may name secrets.
    pub(super) fn typed(&mut self, fields: &mut Fields<'_, '_>) -> Option<Template> {
        self.required(fields, "with", |reader, fields, key| {
            let at = fields.place(key);
            let words = reader.words(fields, key, 0, MAX_TEXT_CHARS)?;
            reader.parsed(at, key, &words)
        })
    }

    pub(super) fn text(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Template> {
        self.bounded(fields, key, 0, MAX_TEXT_CHARS)
    }

    pub(super) fn selector(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Template> {
        self.bounded(fields, key, 1, 500)
    }

    pub(super) fn bounded(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        least: usize,
        most: usize,
    ) -> Option<Template> {
        self.required(fields, key, |reader, fields, key| {
            let at = fields.place(key);
            let words = reader.words(fields, key, least, most)?;
            reader.template(at, key, &words)
        })
    }

    /// A text without secrets.
    pub(super) fn template(&mut self, at: usize, key: &str, text: &str) -> Option<Template> {
        let template = self.parsed(at, key, text)?;
        if template.has_secret() {
            self.note(at, key, Problem::SecretNotHere);
            return None;
        }
        Some(template)
    }

    pub(super) fn parsed(&mut self, at: usize, key: &str, text: &str) -> Option<Template> {
        let template = match Template::parse(text) {
            Ok(template) => template,
            Err(problem) => {
                self.note(at, key, problem);
                return None;
            }
        };
        let unknown: Vec<String> = template
            .params()
            .filter(|name| !self.params.iter().any(|param| param == name))
            .map(str::to_owned)
            .collect();
        for name in unknown {
            self.note(at, key, Problem::UnknownParam(name));
        }
        Some(template)
    }

    pub(super) fn key(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Key> {
        let keys = Key::ALL.map(|(word, key, _)| (word, key));
        self.one_of(fields, key, &keys)
    }

    pub(super) fn one_of<T: Copy>(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let at = fields.place(key);
        let word = self.words(fields, key, 0, MAX_TEXT_CHARS)?;
        let found = words.iter().find(|(known, _)| *known == word);
        if found.is_none() {
            let all: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
            self.note(at, key, Problem::NotOneOf(key, all.join(", ")));
        }
        found.map(|(_, value)| *value)
    }

    /// A text within bounds; `None` where there is none, or a fault was told.
    pub(super) fn words(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        least: usize,
        most: usize,
    ) -> Option<String> {
        let value = fields.take(key)?;
        let at = value.span().start;
        let Some(text) = value.get_ref().as_str() else {
            self.note(at, key, Problem::Type(key.to_owned(), Expected::Text));
            return None;
        };
        if !(least..=most).contains(&text.chars().count()) {
            self.note(at, key, Problem::Bounds(key.to_owned(), least, most, Unit::Characters));
            return None;
        }
        Some(text.to_owned())
    }

    /// A list of texts, each with its place.
    pub(super) fn texts(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &'static str,
        least: usize,
        most: usize,
    ) -> Option<Vec<(usize, String)>> {
        let value = fields.take(key)?;
        let at = value.span().start;
        let items = value.get_ref().as_array().map(|list| {
            list.iter()
                .map(|item| Some((item.span().start, item.get_ref().as_str()?.to_owned())))
                .collect::<Option<Vec<_>>>()
        });
        let Some(Some(items)) = items else {
            self.note(at, key, Problem::Type(key.to_owned(), Expected::Texts));
            return None;
        };
        if !(least..=most).contains(&items.len()) {
            self.note(at, key, Problem::Bounds(key.to_owned(), least, most, Unit::Items));
            return None;
        }
        if let Some((at, _)) = items.iter().find(|(_, text)| text.chars().count() > MAX_TEXT_CHARS) {
            self.note(
                *at,
                key,
                Problem::Bounds(key.to_owned(), 0, MAX_TEXT_CHARS, Unit::Characters),
            );
            return None;
        }
        Some(items)
    }

    pub(super) fn seconds(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> Option<u16> {
        let value = fields.take(key)?;
        let at = value.span().start;
        let Some(number) = value.get_ref().as_integer() else {
            self.note(at, key, Problem::Type(key.to_owned(), Expected::Number));
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        let seconds = number.filter(|number| (1..=300).contains(number));
        if seconds.is_none() {
            self.note(at, key, Problem::Bounds(key.to_owned(), 1, 300, Unit::Seconds));
        }
        seconds.and_then(|seconds| u16::try_from(seconds).ok())
    }

    pub(super) fn switch(&mut self, fields: &mut Fields<'_, '_>, key: &'static str) -> bool {
        let Some(value) = fields.take(key) else {
            return false;
        };
        let switch = value.get_ref().as_bool();
        if switch.is_none() {
            self.note(value.span().start, key, Problem::Type(key.to_owned(), Expected::Switch));
        }
        switch.unwrap_or(false)
    }
}
