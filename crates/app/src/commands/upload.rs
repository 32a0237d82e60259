//! `fullhouse upload`: many workbooks at once, oldest record date first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use domain::workbook_name::WorkbookName;
use serde_json::Value;
use uploads::file_name;

use super::runtime;
use crate::cli::UploadArguments;
use crate::client::{Client, FileToSend};
use crate::telemetry;

/// Endings of files that a folder's workbooks have.
const ENDINGS: [&str; 6] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];

/// Uploads all files, tells what became of each, and fails when one was not taken.
pub(crate) fn run(arguments: &UploadArguments) -> Result<ExitCode> {
    telemetry::start("warn")?;
    let mut files = Vec::new();
    for path in &arguments.files {
        collect(path, &mut files)?;
    }
    if files.is_empty() {
        bail!("there is no workbook in what was named");
    }
    runtime()?.block_on(upload_all(arguments, groups(files)))
}

/// The workbooks at `path`; in a folder, those of its folders as well.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = std::fs::read_dir(path).with_context(|| path.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default()
            .to_lowercase();
        // Excel leaves `~$…` beside a workbook that is open.
        let hidden = path
            .file_name()
            .is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
        if !hidden && (path.is_dir() || ENDINGS.contains(&ending.as_str())) {
            collect(&path, files)?;
        }
    }
    Ok(())
}

/// Two CSV files of the same date and production belong together; the oldest record date comes first.
pub(super) fn groups(files: Vec<PathBuf>) -> Vec<Vec<PathBuf>> {
    let mut groups = BTreeMap::<_, Vec<PathBuf>>::new();
    for path in files {
        let name = shown(&path);
        let parsed = WorkbookName::parse(&name);
        let is_pair = name.to_lowercase().ends_with(".csv") && parsed.production_code.is_some();
        let alone = (!is_pair).then_some(name);
        groups
            .entry((
                parsed.record_date,
                parsed.production_code.map(|code| code.folded()),
                alone,
            ))
            .or_default()
            .push(path);
    }
    groups.into_values().collect()
}

/// The name of a file as the server will see it.
pub(super) fn shown(path: &Path) -> String {
    file_name::clean(&path.file_name().unwrap_or_default().to_string_lossy())
}

async fn upload_all(arguments: &UploadArguments, groups: Vec<Vec<PathBuf>>) -> Result<ExitCode> {
    let client = Client::new(&arguments.server, &arguments.api_key)?;
    let (mut taken, mut refused) = (0, 0);
    for group in groups {
        let names = group.iter().map(|path| shown(path)).collect::<Vec<_>>().join(" + ");
        let mut files = Vec::new();
        for path in &group {
            let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
            files.push(FileToSend {
                name: shown(path),
                bytes,
            });
        }
        let (status, answer) = client.upload(files, arguments.dry_run).await?;
        let outcome = answer["status"].as_str().unwrap_or_default();
        let good = status.is_success() && outcome != "failed";
        if good {
            taken += 1;
            anstream::println!("{names}: {outcome}");
        } else {
            refused += 1;
            let reason = answer["detail"].as_str().unwrap_or(outcome);
            anstream::println!("{names}: {reason}");
            print_findings(&answer);
        }
    }
    anstream::println!("{taken} taken, {refused} not taken");
    Ok(if refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn print_findings(answer: &Value) {
    for finding in answer["diagnostics"].as_array().into_iter().flatten() {
        let place = finding["cell"].as_str().or(finding["sheet"].as_str()).unwrap_or("-");
        let message = finding["message"]["ko"].as_str().unwrap_or_default();
        anstream::println!("  {place}: {message}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_files_of_one_day_and_production_go_together_and_the_oldest_first() {
        let files = [
            "20261119_A1_b.csv",
            "20261119_A1_a.xlsx",
            "20261118_A1_x.xlsx",
            "20261119_a1_c.csv",
        ];
        let groups = groups(files.iter().map(PathBuf::from).collect());
        let names: Vec<Vec<String>> = groups
            .iter()
            .map(|group| group.iter().map(|path| shown(path)).collect())
            .collect();
        assert_eq!(names[0], ["20261118_A1_x.xlsx"]);
        assert!(names.contains(&vec!["20261119_A1_b.csv".to_owned(), "20261119_a1_c.csv".to_owned()]));
        assert_eq!(names.len(), 3);
    }
}
