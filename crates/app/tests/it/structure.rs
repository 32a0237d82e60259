//! No circles between the parts of a crate: what is at the top of `src` depends on each other in one direction. And one
//! word for one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Every file with Rust below a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Whether a line begins a module or names a file of one.
fn is_module(line: &str) -> bool {
    let item = line.trim_start();
    let item = match item.strip_prefix("pub") {
        Some(rest) => rest.split_once(' ').map_or("", |(_, item)| item),
        None => item,
    };
    item.starts_with("mod ")
}

/// The code of a text, without its tests and comments.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let module = lines.next_if(|next| line.trim() == "#[cfg(test)]" && is_module(next));
        match module {
            // Tests in the file itself are its end; those in files of their own may be named anywhere.
            Some(module) if module.ends_with('{') => break,
            Some(_) => {}
            None if line.trim_start().starts_with("//") => {}
            None => {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    code
}

/// The code of a file, without its tests and comments.
fn code(path: &Path) -> String {
    code_of(&fs::read_to_string(path).unwrap())
}

/// The word that a text begins with.
fn first_word(text: &str) -> &str {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let end = text.find(|letter| !is_letter(letter)).unwrap_or(text.len());
    &text[..end]
}

/// The first words of what is named in braces, up to their end. Of a nested group they are enough: what is in it is below
/// them.
fn first_words(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut words) = (1, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && letter == ',') {
            words.push(first_word(group[from..at].trim_start()));
            from = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    words
}

/// The names that follow `crate::` in this code, those in braces too.
fn used(code: &str) -> impl Iterator<Item = &str> {
    let names = code
        .split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => first_words(group),
            None => vec![first_word(rest)],
        });
    names.filter(|name| !name.is_empty())
}

/// The same code with `crate::` where `super::` means that, in a file at this path below `src`.
fn from_the_top(code: &str, path: &Path) -> String {
    let modules = path.iter().count() - usize::from(path.ends_with("mod.rs"));
    code.replace(&"super::".repeat(modules), "crate::")
}

/// Which part of a crate uses which.
fn parts(sources: &Path) -> Graph {
    let mut files = Vec::new();
    collect(sources, &mut files);
    let part = |path: &Path| {
        let first = path.strip_prefix(sources).unwrap().iter().next().unwrap();
        first.to_str().unwrap().trim_end_matches(".rs").to_owned()
    };
    let known: BTreeSet<_> = files.iter().map(|path| part(path)).collect();
    let mut graph = Graph::new();
    for path in &files {
        let name = part(path);
        if ["lib", "main"].contains(&name.as_str()) {
            continue;
        }
        let code = from_the_top(&code(path), path.strip_prefix(sources).unwrap());
        let others = used(&code).filter(|other| known.contains(*other) && *other != name);
        graph.entry(name.clone()).or_default().extend(others.map(str::to_owned));
    }
    graph
}

/// What can be reached from a part.
fn reached<'g>(graph: &'g Graph, from: &'g str) -> BTreeSet<&'g str> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(part) = next.pop() {
        for other in graph.get(part).into_iter().flatten() {
            if reached.insert(other.as_str()) {
                next.push(other);
            }
        }
    }
    reached
}

#[test]
fn a_circle_would_be_found() {
    let uses = "use crate::b::{C, D};\nuse crate::{c, d::E};\n";
    assert_eq!(used(uses).collect::<Vec<_>>(), ["b", "c", "d"]);
    let nested = "use crate::{\n    b::{C, D::{self, E}},\n    f,\n};\nfn g() -> crate::h {}\n";
    assert_eq!(used(nested).collect::<Vec<_>>(), ["b", "f", "h"]);
    let graph = Graph::from([
        ("a".to_owned(), BTreeSet::from(["b".to_owned()])),
        ("b".to_owned(), BTreeSet::from(["a".to_owned()])),
    ]);
    assert!(reached(&graph, "a").contains("a"));
}

#[test]
fn the_code_of_a_file_is_what_is_there_without_its_tests() {
    let above = "#[cfg(test)]\nmod tests;\nmod words;\n#[cfg(test)]\npub(crate) mod fixtures;\n\nuse crate::b;\n";
    assert_eq!(code_of(above), "mod words;\n\nuse crate::b;\n");
    let below = "use crate::b;\n// as crate::c does\n\n#[cfg(test)]\nmod tests {\n    use crate::d;\n}\n";
    assert_eq!(code_of(below), "use crate::b;\n\n");
    let beside = "#[cfg(test)]\nfn of_tests() {}\nfn later() -> crate::b {}\n";
    assert_eq!(code_of(beside), beside);
}

#[test]
fn what_is_above_a_part_is_the_crate() {
    let top = "use super::{a, b::C};\npub(super) fn d() {}\n";
    let below = "use super::super::{a, b::C};\nuse super::e;\n";
    for (path, code) in [
        ("part.rs", top),
        ("part/mod.rs", top),
        ("part/file.rs", below),
        ("part/folder/mod.rs", below),
    ] {
        let code = from_the_top(code, Path::new(path));
        assert_eq!(used(&code).collect::<Vec<_>>(), ["a", "b"], "{path}");
    }
}

/// The types that the contract has a schema of, by their names in a file.
fn schemas(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_schema = false;
    for line in text.lines().map(str::trim) {
        is_schema |= line.starts_with("#[derive(") && line.contains("ToSchema");
        let item = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        let name = item.strip_prefix("struct ").or_else(|| item.strip_prefix("enum "));
        if let Some(name) = name.filter(|_| std::mem::take(&mut is_schema)) {
            let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
            names.push(name[..end].to_owned());
        }
    }
    names
}

#[test]
fn no_two_schemas_of_the_contract_are_called_alike() {
    // The document keeps one of them, and tells it of both.
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../http-api/src");
    let (mut files, mut seen) = (Vec::new(), BTreeSet::new());
    collect(&src, &mut files);
    for name in files.iter().flat_map(|path| schemas(&code(path))) {
        assert!(seen.insert(name.clone()), "{name} is the name of two schemas");
    }
    assert!(seen.len() > 50, "{} schemas", seen.len());
}

#[test]
fn what_may_not_be_more_is_called_max() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut files, mut others) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(crates).unwrap() {
        collect(&entry.unwrap().path().join("src"), &mut files);
    }
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("const MOST") {
            others.push(path);
        }
    }
    assert_eq!(others, Vec::<PathBuf>::new(), "`MAX_…` says the same everywhere");
}

#[test]
fn no_crate_has_circles_between_its_parts() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut circles = Vec::new();
    for entry in fs::read_dir(crates).unwrap() {
        let entry = entry.unwrap();
        let graph = parts(&entry.path().join("src"));
        let turning = graph
            .keys()
            .filter(|part| reached(&graph, part).contains(part.as_str()));
        circles.extend(turning.map(|part| format!("{}: {part}", entry.file_name().display())));
    }
    assert_eq!(circles, Vec::<String>::new());
}
