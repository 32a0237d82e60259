//! What the READMEs say of the command line is true.

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use super::Arguments;

const READMES: [(&str, &str); 2] = [
    ("README.md", include_str!("../../../../README.md")),
    ("README.ko.md", include_str!("../../../../README.ko.md")),
];

/// The command lines of a document: in blocks of sh, behind the prompt of a console, and as words of a sentence.
fn command_lines(document: &str) -> Vec<Vec<&str>> {
    let mut block: Option<&str> = None;
    let mut found = Vec::new();
    for line in document.lines().map(str::trim) {
        if let Some(language) = line.strip_prefix("```") {
            block = if block.is_some() { None } else { Some(language) };
            continue;
        }
        let told: Vec<&str> = match block {
            None => line.split('`').skip(1).step_by(2).collect(),
            Some("sh") => vec![line],
            Some("console") => line.strip_prefix("$ ").into_iter().collect(),
            Some(_) => Vec::new(),
        };
        found.extend(told.into_iter().filter_map(words));
    }
    found
}

/// The words of a line that runs the program, without settings before and a remark after them.
fn words(line: &str) -> Option<Vec<&str>> {
    let words = line.split_whitespace().take_while(|word| !word.starts_with('#'));
    let words: Vec<&str> = words.skip_while(|word| is_setting(word)).collect();
    (words.len() > 1 && words[0] == "fullhouse").then_some(words)
}

fn is_setting(word: &str) -> bool {
    let name = word.split_once('=').map(|(name, _)| name);
    name.is_some_and(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
}

/// The rows of the table of commands.
fn rows(document: &str) -> Vec<&str> {
    let is_head = |line: &str| line.starts_with("| command |") || line.starts_with("| 명령 |");
    let table = document.lines().skip_while(|line| !is_head(line)).skip(2);
    table.take_while(|line| line.starts_with('|')).collect()
}

/// Whether a command, or one below it, has this flag.
fn has(command: &clap::Command, flag: &str) -> bool {
    let mut arguments = command.get_arguments();
    arguments.any(|argument| argument.get_long() == Some(flag))
        || command.get_subcommands().any(|below| has(below, flag))
}

#[test]
fn every_command_line_of_the_readmes_is_understood() {
    for (name, document) in READMES {
        let lines = command_lines(document);
        assert!(lines.len() >= 20, "{name}: {lines:?}");
        for line in lines {
            let Err(error) = Arguments::try_parse_from(line.iter().copied()) else {
                continue;
            };
            // A sentence may leave out what it is not about, and a key comes from the environment.
            let is_half = matches!(
                error.kind(),
                ErrorKind::MissingRequiredArgument
                    | ErrorKind::MissingSubcommand
                    | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            );
            assert!(is_half, "{name}: {}\n{error}", line.join(" "));
        }
    }
}

#[test]
fn every_flag_in_the_table_of_commands_is_one_of_its_command() {
    let program = Arguments::command();
    for (name, document) in READMES {
        let rows = rows(document);
        assert!(rows.len() >= 15, "{name}: {rows:?}");
        for row in rows {
            let mut spans = row.split('`').skip(1).step_by(2);
            let told = spans.next().and_then(|span| span.split_whitespace().next());
            let command = told.and_then(|told| program.find_subcommand(told));
            let command = command.unwrap_or_else(|| panic!("{name}: there is no such command: {row}"));
            let words = spans.flat_map(str::split_whitespace);
            let flags = words.filter_map(|word| word.strip_prefix("--"));
            let unknown: Vec<_> = flags.filter(|flag| !has(command, flag)).collect();
            assert!(unknown.is_empty(), "{name}: {} has no {unknown:?}", command.get_name());
        }
    }
}

#[test]
fn command_lines_are_found_wherever_they_stand() {
    let document = "`MODE=PROD fullhouse serve`, `fullhouse`\n```sh\nfullhouse check # all\necho\n```\n```text\n\
                    fullhouse none\n```\n   ```console\n   $ fullhouse ready\n   fullhouse none\n   ```\n";
    let expected = [["fullhouse", "serve"], ["fullhouse", "check"], ["fullhouse", "ready"]];
    assert_eq!(command_lines(document), expected);
}
