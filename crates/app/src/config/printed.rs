//! The settings as documents have them.

use std::fmt::Write;

use super::table::{ANY, Absent, Form, PORTS, SECTIONS, Section, Setting, Words};

/// Columns of `.env.example`.
const WIDTH: usize = 120;

/// Which document.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Document {
    /// `.env.example`
    Env,
    /// The table of README.md
    En,
    /// The table of README.ko.md
    Ko,
}

/// All settings, as this document has them.
pub(crate) fn printed(document: Document) -> String {
    match document {
        Document::Env => env_example(),
        Document::En => table("| variable | default | |", |words| words.en, " to "),
        Document::Ko => table("| 변수 | 기본값 | |", |words| words.ko, "~"),
    }
}

fn table(head: &str, language: fn(&Words) -> &'static str, to: &str) -> String {
    let mut table = format!("{head}\n|---|---|---|\n");
    for setting in SECTIONS.iter().flat_map(|section| section.settings) {
        let default = match &setting.default {
            Absent::Value(value) => format!("`{value}`"),
            Absent::Described(words) => language(words).to_owned(),
        };
        let about = with_bounds(language(&setting.about), setting, to);
        writeln!(table, "| `{}` | {default} | {about} |", setting.name).expect("a string takes everything");
    }
    table
}

/// What a setting does, and the bounds of its number, unless any will do.
fn with_bounds(about: &str, setting: &Setting, to: &str) -> String {
    match setting.form {
        Form::Number { least, most } if most < ANY.1 && most != PORTS.1 => format!("{about} ({least}{to}{most})"),
        _ => about.to_owned(),
    }
}

fn env_example() -> String {
    let sections = SECTIONS.iter().map(section).collect::<Vec<_>>();
    let head = "# Copy to .env and change what you need. Every variable may be left out.\n\
                # Printed from the program's table of settings: `just settings`.\n";
    format!("{head}\n{}", sections.join("\n"))
}

fn section(section: &Section) -> String {
    let mut text = format!("# --- {} ", section.title);
    let dashes = WIDTH.saturating_sub(text.chars().count());
    text.extend(std::iter::repeat_n('-', dashes));
    text.push('\n');
    for setting in section.settings {
        let about = with_bounds(setting.about.en, setting, " to ");
        let default = match &setting.default {
            Absent::Value(_) => String::new(),
            Absent::Described(words) => format!(" Default: {}.", words.en),
        };
        for line in wrapped(&format!("{}.{default}", sentence(&about))) {
            writeln!(text, "# {line}").expect("a string takes everything");
        }
        let value = match setting.default {
            Absent::Value(value) => value,
            Absent::Described(_) => setting.example,
        };
        writeln!(text, "#{}={value}", setting.name).expect("a string takes everything");
    }
    text
}

/// With a capital letter.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// In lines of comments.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() + 3 <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_told_where_they_tell_something() {
        let tables = [printed(Document::En), printed(Document::Ko)];
        assert!(tables[0].contains("given to another (1000 to 600000) |"));
        assert!(tables[1].contains("(1000~600000) |"));
        assert!(tables[0].contains("| `MAX_ROWS` | `200000` | rows of a sheet |"));
    }

    #[test]
    fn comments_are_wrapped() {
        let text = printed(Document::Env);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.contains("\n#PORT=3001\n"));
    }
}
