//! Plain text: for mail programs without pictures, the command line, and the record of what was sent.

use domain::message::{Block, Message, Section, Text};

use super::safe::harmless;
use super::{fact_line, row_line, slot_line};

/// The message as plain text, which ends with a line break.
pub(crate) fn text(message: &Message) -> String {
    let mut out = vec![harmless(&message.title)];
    out.extend(slot_line(message));
    for section in &message.sections {
        out.push(String::new());
        add_section(section, &mut out);
    }
    if let Some(link) = &message.link {
        out.push(String::new());
        out.push(format!("{}: {}", harmless(&link.label), link.url));
    }
    let mut text: String = out.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

fn add_section(section: &Section, out: &mut Vec<String>) {
    if let Some(heading) = &section.heading {
        out.push(format!("■ {}", line(heading)));
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) | Block::Small(text) => out.push(line(text)),
            Block::Warning(text) => out.push(format!("! {}", line(text))),
            Block::Comment(text) => out.push(format!("> {}", line(text))),
            Block::Facts(facts) => out.extend(facts.iter().map(|fact| format!("- {}", line(&fact_line(fact))))),
            Block::List(items) => out.extend(items.iter().map(|item| format!("- {}", line(item)))),
            Block::Table(table) => {
                let rows = table.rows.iter();
                out.extend(rows.map(|row| format!("- {}", line(&row_line(&table.columns, row)))));
            }
        }
    }
}

fn line(text: &Text) -> String {
    harmless(&text.plain())
}
