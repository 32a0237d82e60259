//! No circles between the parts of a crate: what is at the top of `src` depends on each other in one direction.

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

/// The code of a file, without its tests and comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The names that follow `crate::` in this code, those in braces too.
fn used(code: &str) -> impl Iterator<Item = &str> {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.split("crate::").skip(1).flat_map(move |rest| {
        let names = match rest.strip_prefix('{') {
            // Of a nested group the first words are enough: what is in it is below them.
            Some(group) => group.split('}').next().unwrap_or_default(),
            None => rest.split(|letter| !is_letter(letter)).next().unwrap_or_default(),
        };
        let first = move |name: &'_ str| -> usize { name.find(|letter| !is_letter(letter)).unwrap_or(name.len()) };
        names.split(',').map(str::trim).map(move |name| &name[..first(name)])
    })
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
        let code = code(path);
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
    let graph = Graph::from([
        ("a".to_owned(), BTreeSet::from(["b".to_owned()])),
        ("b".to_owned(), BTreeSet::from(["a".to_owned()])),
    ]);
    assert!(reached(&graph, "a").contains("a"));
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
