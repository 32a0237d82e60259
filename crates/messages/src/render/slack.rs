//! Block Kit, within the limits that Slack documents.

mod escape;
mod packing;

use domain::message::{Block, Fact, Message, Section, Text};
use serde_json::{Value, json};

use self::escape::{fitting, literal};
use self::packing::{Group, pack};
use super::safe::harmless;
use super::{fact_line, row_line, slot_line};

/// Blocks of one post.
pub(crate) const MAX_BLOCKS: usize = 50;
/// Characters of a section's text, and of an element of a context.
pub(crate) const MAX_TEXT: usize = 3_000;
/// Characters of a header.
pub(crate) const MAX_HEADER: usize = 150;
/// Fields of a section.
pub(crate) const MAX_FIELDS: usize = 10;
/// Characters of a field.
pub(crate) const MAX_FIELD: usize = 2_000;
/// Characters of a button's label, and of its address.
pub(crate) const MAX_LABEL: usize = 75;
pub(crate) const MAX_ADDRESS: usize = 3_000;
/// Characters of what a phone shows; Slack takes 40 000, and recommends 4 000.
const MAX_SUMMARY: usize = 300;
/// A line that people cannot have meant to be read in a channel is cut.
const MAX_LINE: usize = 1_000;

/// The posts of a message, to be sent one after the other.
pub(crate) fn posts(message: &Message) -> Vec<Value> {
    let mut groups: Vec<Group> = slot_line(message)
        .map(|line| vec![context(&literal(&line))])
        .into_iter()
        .collect();
    groups.extend(message.sections.iter().map(section));
    groups.extend(message.link.as_ref().map(|link| vec![button(&link.label, &link.url)]));
    let posts = pack(groups);
    let count = posts.len();
    let post = |(place, blocks): (usize, Vec<Value>)| {
        let number = if count > 1 {
            format!(" ({}/{count})", place + 1)
        } else {
            String::new()
        };
        let title = cut(harmless(&message.title).trim(), MAX_HEADER - length(&number));
        let header = json!({
            "type": "header",
            "text": {"type": "plain_text", "text": format!("{title}{number}"), "emoji": false},
        });
        let mut all = vec![header];
        all.extend(blocks);
        json!({
            "text": fitting(&Text::from(format!("{}{number}: {}", message.title, message.summary)), MAX_SUMMARY),
            "blocks": all,
            "unfurl_links": false,
            "unfurl_media": false,
        })
    };
    posts.into_iter().enumerate().map(post).collect()
}

/// The blocks of a section, which stay together where they can.
fn section(section: &Section) -> Group {
    let mut writer = SectionWriter::default();
    if let Some(heading) = &section.heading {
        writer.line("", heading);
    }
    for block in &section.blocks {
        writer.block(block);
    }
    writer.finish()
}

/// Gathers lines into as few blocks as their lengths allow.
#[derive(Default)]
struct SectionWriter {
    lines: Vec<String>,
    blocks: Vec<Value>,
}

impl SectionWriter {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.line("", text),
            Block::Warning(text) => self.line("⚠️ ", text),
            Block::Comment(text) => self.line("> ", text),
            Block::List(items) => {
                for item in items {
                    self.line("• ", item);
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    self.line("• ", &row_line(&table.columns, row));
                }
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Small(text) => {
                self.flush();
                let text = fitting(text, MAX_TEXT);
                if !text.trim().is_empty() {
                    self.blocks.push(context(&text));
                }
            }
        }
    }

    fn line(&mut self, sign: &str, text: &Text) {
        let line = fitting(text, MAX_LINE);
        if !line.trim().is_empty() {
            self.lines.push(format!("{sign}{line}"));
        }
    }

    /// Side by side where they are few, else as lines.
    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() || facts.len() > MAX_FIELDS {
            for fact in facts {
                self.line("• ", &fact_line(fact));
            }
            return;
        }
        let field = |fact: &Fact| {
            let label = fitting(&Text::from(fact.label.as_str()), MAX_FIELD / 4);
            let value = fitting(&fact.value, MAX_FIELD / 2);
            mrkdwn(&format!("{label}\n{value}"))
        };
        let fields: Vec<_> = facts.iter().map(field).collect();
        self.flush_with(Some(fields));
    }

    fn flush(&mut self) {
        self.flush_with(None);
    }

    fn flush_with(&mut self, fields: Option<Vec<Value>>) {
        let mut texts: Vec<String> = Vec::new();
        for line in self.lines.drain(..) {
            match texts.last_mut() {
                Some(text) if length(text) + 1 + length(&line) <= MAX_TEXT => {
                    *text = format!("{text}\n{line}");
                }
                _ => texts.push(line),
            }
        }
        let mut blocks: Vec<Value> = texts
            .iter()
            .map(|text| json!({"type": "section", "text": mrkdwn(text)}))
            .collect();
        if let Some(fields) = fields {
            match blocks.last_mut() {
                Some(block) => block["fields"] = fields.into(),
                None => blocks.push(json!({"type": "section", "fields": fields})),
            }
        }
        self.blocks.extend(blocks);
    }

    fn finish(mut self) -> Group {
        self.flush();
        self.blocks
    }
}

fn context(text: &str) -> Value {
    json!({"type": "context", "elements": [mrkdwn(text)]})
}

fn button(label: &str, url: &str) -> Value {
    let label = cut(&harmless(label), MAX_LABEL);
    // An address that is cut leads elsewhere.
    if url.len() > MAX_ADDRESS {
        return context(&literal(&label));
    }
    json!({"type": "actions", "elements": [
        {"type": "button", "text": {"type": "plain_text", "text": label, "emoji": false}, "url": url},
    ]})
}

/// Text whose links, channels and mentions are not made by Slack itself.
fn mrkdwn(text: &str) -> Value {
    json!({"type": "mrkdwn", "text": text, "verbatim": true})
}

/// Plain text within a length.
fn cut(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if length(&out) + c.len_utf16() >= most {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// Characters as JavaScript counts them, which is never fewer than Slack does.
pub(crate) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
