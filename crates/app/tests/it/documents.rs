//! What the documents say of the repository is true.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Program;

/// Folders that hold nothing of the repository.
const SKIPPED: [&str; 6] = [".git", ".tools", "target", "node_modules", "dist", "data"];
/// Endings by which a word in back-ticks is the path of a file.
const ENDINGS: [&str; 10] = [
    ".rs", ".sql", ".ts", ".tsx", ".js", ".css", ".toml", ".md", ".json", ".yaml",
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below `folder`, as a path from the root of the repository.
fn collect(root: &Path, folder: &Path, files: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if SKIPPED.iter().any(|skipped| name == *skipped) {
            continue;
        }
        let path = entry.path();
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, files);
        } else {
            let path = path.strip_prefix(root).unwrap();
            files.insert(path.to_str().unwrap().to_owned());
        }
    }
}

/// The words in back-ticks that are paths of this repository: no routes, and no patterns with `<name>`.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    let words = quoted.filter(|word| !word.contains([' ', '<', '{', '…']) && !word.starts_with("/api/"));
    let unnumbered = words.map(|word| word.split(':').next().unwrap_or(word));
    unnumbered.filter(|word| ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// Whether some file ends in `path`, in which one `*` may stand for anything.
fn exists(path: &str, files: &BTreeSet<String>) -> bool {
    let path = path.trim_start_matches("../").trim_start_matches("./");
    let ends = |file: &str, end: &str| {
        file.strip_suffix(end)
            .is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    match path.split_once('*') {
        Some((start, end)) => files.iter().any(|file| file.contains(start) && file.ends_with(end)),
        None => files.iter().any(|file| ends(file, path)),
    }
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let root = repository();
    let mut files = BTreeSet::new();
    collect(&root, &root, &mut files);
    let mut wrong = Vec::new();
    for document in files
        .iter()
        .filter(|file| Path::new(file).extension().is_some_and(|extension| extension == "md"))
    {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            let missing = paths(line).filter(|path| !exists(path, &files));
            wrong.extend(missing.map(|path| format!("{document}:{number}: {path}")));
        }
    }
    assert!(wrong.is_empty(), "no such file:\n{}", wrong.join("\n"));
}

/// The document, with its table of settings taken out and put in again.
fn with_table(document: &str, table: &str) -> String {
    let head = table.lines().next().unwrap();
    let (before, rest) = document.split_once(head).expect("the document has a table of settings");
    let (_, after) = rest.split_once("\n\n").expect("something follows the table");
    format!("{before}{table}\n{after}")
}

/// `UPDATE_DOCUMENTS=1` writes them again.
#[test]
fn the_documents_have_the_settings_of_the_program() {
    for (document, path) in [("env", ".env.example"), ("en", "README.md"), ("ko", "README.ko.md")] {
        let path = repository().join(path);
        let printed = Program::new(&["settings", document], &std::env::temp_dir()).run();
        assert_eq!(printed.code(), 0, "{}", printed.stderr());
        let expected = match document {
            "env" => printed.stdout().to_owned(),
            _ => with_table(&fs::read_to_string(&path).unwrap(), printed.stdout()),
        };
        if std::env::var_os("UPDATE_DOCUMENTS").is_some() {
            fs::write(&path, &expected).unwrap();
        }
        let present = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            present == expected,
            "{} is out of date: run `just settings`",
            path.display()
        );
    }
}

#[test]
fn a_path_is_looked_for_by_its_end() {
    let files = BTreeSet::from(["crates/domain/src/sales.rs".to_owned()]);
    assert!(exists("domain/src/sales.rs", &files));
    assert!(exists("domain/*/sales.rs", &files));
    assert!(!exists("ales.rs", &files));
    assert_eq!(
        paths("`a.rs` and `b` in `c/d.sql:12`").collect::<Vec<_>>(),
        ["a.rs", "c/d.sql"]
    );
}
