//! The SQL of a report, as PostgreSQL was sent it: what the report would cost without the server.

use std::path::PathBuf;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use postgres_adapter::test_database::TestDatabase;

/// Has connections that are made from now on log their statements, with their parameters, which the
/// server is set up to hide as details. The verbosity is quoted: `DEFAULT` as a word forgets the setting.
pub(crate) fn log_statements(database: &TestDatabase, logs: bool) {
    let (choice, verbosity) = if logs { ("all", "default") } else { ("none", "terse") };
    let settings = format!(
        "DO $$ BEGIN
             EXECUTE format('ALTER DATABASE %I SET log_statement = ''{choice}''', current_database());
             EXECUTE format('ALTER DATABASE %I SET log_error_verbosity = ''{verbosity}''', current_database());
         END $$"
    );
    database
        .connection()
        .batch_execute(&settings)
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

/// A transaction in the words of `pgbench`: the same statements, with parameters where the server sent some, as a plan for
/// constants is another one.
pub(crate) struct Transaction {
    /// The statements, with `:name` for each parameter.
    pub(crate) script: String,
    /// The parameters by their names.
    pub(crate) values: Vec<(String, String)>,
}

/// A statement as a connection sent it.
struct Sent<'l> {
    process: &'l str,
    text: String,
    values: Vec<&'l str>,
}

/// The last transaction in this log that reads what reports are made of. Other connections say something in between.
pub(crate) fn last_transaction(log: &str) -> Transaction {
    let mut all = sent(log);
    let last = all.iter().rfind(|sent| sent.text.contains(" report."));
    let process = last.expect("a report was asked for").process;
    all.retain(|sent| sent.process == process);
    let is_begin = |sent: &Sent<'_>| sent.text.starts_with("BEGIN");
    let reads = |sent: &Sent<'_>| sent.text.contains(" report.");
    let read = all.iter().rposition(reads).expect("it reads reports");
    let begin = all[..read].iter().rposition(is_begin).expect("a transaction");
    let after = all[read..].iter().position(|sent| sent.text.starts_with("COMMIT"));
    let end = read + after.expect("it was committed");
    let mut transaction = Transaction {
        script: String::new(),
        values: Vec::new(),
    };
    for sent in all.drain(begin..=end) {
        transaction.add(sent.text, &sent.values);
    }
    transaction
}

/// Every statement in this log.
fn sent(log: &str) -> Vec<Sent<'_>> {
    let mut all = Vec::<Sent<'_>>::new();
    let mut lines = log.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(process) = process_of(line) else {
            continue;
        };
        if let Some((_, parameters)) = line.split_once("DETAIL:  parameters: ") {
            let of = all.iter_mut().rfind(|sent| sent.process == process);
            of.expect("parameters belong to a statement").values = values_of(parameters);
        } else if let Some(start) = statement_in(line) {
            let mut text = start.to_owned();
            while let Some(more) = lines.next_if(|line| line.starts_with('\t')) {
                text.push(' ');
                text.push_str(more.trim());
            }
            all.push(Sent {
                process,
                text,
                values: Vec::new(),
            });
        }
    }
    all
}

impl Transaction {
    /// Takes the last parameter first: `$1` begins `$10`.
    fn add(&mut self, mut text: String, values: &[&str]) {
        for (index, value) in values.iter().enumerate().rev() {
            let place = format!("${}", index + 1);
            // What is not quoted is `NULL`, which no parameter of `pgbench` can be.
            let Some(quoted) = value.strip_prefix('\'').and_then(|value| value.strip_suffix('\'')) else {
                text = text.replace(&place, value);
                continue;
            };
            let name = format!("p{}", self.values.len());
            text = text.replace(&place, &format!(":{name}"));
            self.values.push((name, quoted.replace("''", "'")));
        }
        self.script.push_str(&text);
        self.script.push_str(";\n");
    }
}

/// Which process of PostgreSQL wrote a line, by the usual beginning of lines.
fn process_of(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(" [")?;
    rest.split_once("] ").map(|(process, _)| process)
}

/// What is executed by this line of the log.
fn statement_in(line: &str) -> Option<&str> {
    if let Some((_, text)) = line.split_once("LOG:  statement: ") {
        return Some(text);
    }
    let (_, rest) = line.split_once("LOG:  execute ")?;
    rest.split_once(": ").map(|(_, text)| text)
}

/// The values in `$1 = 'a', $2 = NULL`, as they are written there.
fn values_of(parameters: &str) -> Vec<&str> {
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
    values
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
