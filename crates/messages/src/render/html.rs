//! A document for mail programs: tables and inline styles, as those understand nothing newer, 600 pixels wide.

use std::fmt::Write;

use domain::message::{Block, Fact, Message, Section, Table, Text, Tone};

use super::safe::harmless;
use super::slot_line;

const FONT: &str = "-apple-system,BlinkMacSystemFont,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif";
const TEXT: &str = "#16181d";
const FAINT: &str = "#626874";
const AHEAD: &str = "#0a7b5c";
const BEHIND: &str = "#c4381c";
const BORDER: &str = "#e3e5ea";
const ACCENT: &str = "#2f5bd7";

/// The whole document.
pub(crate) fn document(message: &Message) -> String {
    let mut body = String::new();
    add_head(message, &mut body);
    for section in &message.sections {
        add_section(section, &mut body);
    }
    add_foot(message, &mut body);
    let title = escaped(&message.title);
    let preview = escaped(&message.summary);
    format!(
        "<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n\
         <meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no,url=no\">\n\
         <title>{title}</title>\n</head>\n\
         <body style=\"margin:0;padding:0;background:#f6f7f8;\">\n\
         <div style=\"display:none;max-height:0;overflow:hidden;\">{preview}</div>\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"background:#f6f7f8;\">\
         <tr><td align=\"center\" style=\"padding:24px 8px;\">\n\
         <table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" \
         style=\"width:100%;max-width:600px;background:#ffffff;border:1px solid {BORDER};border-radius:8px;\
         font-family:{FONT};color:{TEXT};font-size:14px;line-height:1.55;word-break:keep-all;overflow-wrap:anywhere;\">\n{body}</table>\n\
         </td></tr></table>\n</body>\n</html>\n"
    )
}

fn add_head(message: &Message, out: &mut String) {
    let slot = slot_line(message).map_or_else(String::new, |slot| {
        format!(
            "<div style=\"color:{FAINT};font-size:12px;margin-top:2px;\">{}</div>",
            escaped(&slot)
        )
    });
    add(
        out,
        format_args!(
            "<tr><td style=\"padding:24px 24px 12px;border-bottom:2px solid #1c1f26;\">\
             <h1 style=\"margin:0;font-size:20px;line-height:1.3;\">{}</h1>{slot}</td></tr>\n",
            escaped(&message.title)
        ),
    );
}

fn add_foot(message: &Message, out: &mut String) {
    let link = message.link.as_ref().map_or_else(String::new, |link| {
        format!(
            "<a href=\"{}\" style=\"display:inline-block;background:{ACCENT};color:#ffffff;text-decoration:none;\
             font-weight:600;padding:9px 16px;border-radius:6px;\">{}</a>",
            attribute(&link.url),
            escaped(&link.label)
        )
    });
    add(
        out,
        format_args!(
            "<tr><td style=\"padding:16px 24px 24px;border-top:1px solid {BORDER};color:{FAINT};font-size:12px;\">{link}\
             <div style=\"margin-top:12px;\">Fullhouse</div></td></tr>\n"
        ),
    );
}

fn add_section(section: &Section, out: &mut String) {
    add(out, format_args!("<tr><td style=\"padding:16px 24px 4px;\">"));
    if let Some(heading) = &section.heading {
        add(
            out,
            format_args!(
                "<h2 style=\"margin:0 0 8px;font-size:16px;line-height:1.4;\">{}</h2>",
                runs(heading)
            ),
        );
    }
    for block in &section.blocks {
        add_block(block, out);
    }
    add(out, format_args!("</td></tr>\n"));
}

fn add_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(text) => add(out, format_args!("<p style=\"margin:0 0 8px;\">{}</p>", runs(text))),
        Block::Small(text) => add(
            out,
            format_args!(
                "<p style=\"margin:0 0 8px;color:{FAINT};font-size:12px;\">{}</p>",
                runs(text)
            ),
        ),
        Block::Warning(text) => add(
            out,
            format_args!(
                "<p style=\"margin:0 0 8px;padding:6px 10px;background:#fdf3d9;color:#8f6100;border-radius:4px;\">⚠ {}</p>",
                runs(text)
            ),
        ),
        Block::Comment(text) => add(
            out,
            format_args!(
                "<p style=\"margin:0 0 8px;padding:2px 0 2px 12px;border-left:3px solid {ACCENT};\">{}</p>",
                runs(text)
            ),
        ),
        Block::List(items) => {
            add(out, format_args!("<ul style=\"margin:0 0 8px;padding-left:18px;\">"));
            for item in items {
                add(out, format_args!("<li style=\"margin:0 0 2px;\">{}</li>", runs(item)));
            }
            add(out, format_args!("</ul>"));
        }
        Block::Facts(facts) => add_facts(facts, out),
        Block::Table(table) => add_table(table, out),
    }
}

fn add_facts(facts: &[Fact], out: &mut String) {
    add(out, format_args!("{}", table_start()));
    for fact in facts {
        add(
            out,
            format_args!(
                "<tr><td style=\"padding:3px 12px 3px 0;color:{FAINT};vertical-align:top;width:38%;\">{}</td>\
                 <td style=\"padding:3px 0;font-weight:600;\">{}</td></tr>",
                escaped(&fact.label),
                runs(&fact.value)
            ),
        );
    }
    add(out, format_args!("</table>"));
}

fn add_table(table: &Table, out: &mut String) {
    add(out, format_args!("{}<tr>", table_start()));
    for (place, column) in table.columns.iter().enumerate() {
        add(
            out,
            format_args!(
                "<th style=\"padding:4px 4px 4px 0;border-bottom:1px solid {BORDER};color:{FAINT};font-size:12px;\
                 font-weight:500;text-align:{};\">{}</th>",
                alignment(place),
                escaped(column)
            ),
        );
    }
    add(out, format_args!("</tr>"));
    for row in &table.rows {
        add(out, format_args!("<tr>"));
        for (place, cell) in row.iter().enumerate() {
            let width = if place == 0 { "" } else { "white-space:nowrap;" };
            add(
                out,
                format_args!(
                    "<td style=\"padding:5px 4px 5px 0;border-bottom:1px solid #eceef1;font-size:12px;{width}text-align:{};\">\
                     {}</td>",
                    alignment(place),
                    runs(cell)
                ),
            );
        }
        add(out, format_args!("</tr>"));
    }
    add(out, format_args!("</table>"));
}

fn table_start() -> &'static str {
    "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
     style=\"border-collapse:collapse;margin:0 0 10px;font-variant-numeric:tabular-nums;\">"
}

fn alignment(place: usize) -> &'static str {
    if place == 0 { "left" } else { "right" }
}

/// The runs of a text, on one line.
fn runs(text: &Text) -> String {
    let run = |run: &domain::message::Run| {
        let text = escaped(&run.text);
        let color = match run.tone {
            Tone::Plain => None,
            Tone::Good => Some(AHEAD),
            Tone::Bad => Some(BEHIND),
            Tone::Faint => Some(FAINT),
        };
        let text = match color {
            Some(color) => format!("<span style=\"color:{color};font-weight:normal;\">{text}</span>"),
            None => text,
        };
        if run.strong {
            format!("<strong>{text}</strong>")
        } else {
            text
        }
    };
    text.runs().iter().map(run).collect()
}

/// Text as text: harmless, and without markup.
fn escaped(text: &str) -> String {
    attribute(&harmless(text))
}

fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

fn add(out: &mut String, piece: std::fmt::Arguments<'_>) {
    out.write_fmt(piece).expect("memory takes whatever is written");
}
