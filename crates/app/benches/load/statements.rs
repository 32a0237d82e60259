//! The SQL of a report, as PostgreSQL was sent it: what the report would cost without the server.

use std::path::PathBuf;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use postgres_adapter::test_database::TestDatabase;

/// Has connections that are made from now on log their statements.
pub(crate) fn log_statements(database: &TestDatabase, logs: bool) {
    let choice = if logs { "all" } else { "none" };
    let name = format!(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET log_statement = ''{choice}''', current_database()); END $$"
    );
    database
        .connection()
        .batch_execute(&name)
        .expect("the owner may configure");
}

/// The log of the database server, which lies beside its data.
fn log_file(database: &TestDatabase) -> PathBuf {
    #[derive(QueryableByName)]
    struct Folder {
        #[diesel(sql_type = Text)]
        folder: String,
    }
    let folder: Folder = diesel::sql_query("SELECT current_setting('data_directory') AS folder")
        .get_result(&mut database.connection())
        .expect("the owner may ask");
    PathBuf::from(folder.folder).with_file_name("server.log")
}

/// The log so far.
pub(crate) fn log(database: &TestDatabase) -> String {
    std::fs::read_to_string(log_file(database)).expect("the log of the throw-away server")
}

/// The statements from the last `BEGIN` to its `COMMIT` in this log, with their parameters written into them.
pub(crate) fn last_transaction(log: &str) -> Vec<String> {
    let mut statements = Vec::<String>::new();
    let mut lines = log.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some((_, parameters)) = line.split_once("DETAIL:  parameters: ") {
            let statement = statements.last_mut().expect("parameters belong to a statement");
            *statement = filled(statement, parameters);
        } else if let Some(start) = statement_in(line) {
            let mut text = start.to_owned();
            while let Some(more) = lines.next_if(|line| line.starts_with('\t')) {
                text.push(' ');
                text.push_str(more.trim());
            }
            statements.push(text);
        }
    }
    let begin = statements
        .iter()
        .rposition(|text| text.starts_with("BEGIN"))
        .expect("a transaction");
    statements.split_off(begin)
}

/// What is executed by this line of the log.
fn statement_in(line: &str) -> Option<&str> {
    if let Some((_, text)) = line.split_once("LOG:  statement: ") {
        return Some(text);
    }
    let (_, rest) = line.split_once("LOG:  execute ")?;
    rest.split_once(": ").map(|(_, text)| text)
}

/// `$1 = 'a', $2 = NULL` written into the places of a statement, the last first: `$1` begins `$10`.
fn filled(statement: &str, parameters: &str) -> String {
    let mut values = Vec::new();
    let mut rest = parameters;
    while let Some((_, after)) = rest.split_once(" = ") {
        let end = if after.starts_with('\'') {
            end_of_text(after)
        } else {
            after.find(',').unwrap_or(after.len())
        };
        values.push(&after[..end]);
        rest = &after[end..];
    }
    let numbered = values.iter().enumerate().rev();
    numbered.fold(statement.to_owned(), |text, (index, value)| {
        text.replace(&format!("${}", index + 1), value)
    })
}

/// Where a quoted text ends; a quote in it is doubled.
fn end_of_text(text: &str) -> usize {
    let mut end = 1;
    loop {
        match text[end..].find('\'') {
            Some(at) if text[end + at + 1..].starts_with('\'') => end += at + 2,
            Some(at) => return end + at + 1,
            None => return text.len(),
        }
    }
}
