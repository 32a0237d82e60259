#![doc = include_str!("../README.md")]

mod folders;
mod names;
mod paths;
mod resolver;
mod run_folders;
mod web;

pub use folders::DiskFolders;
pub use resolver::SystemResolver;
pub use run_folders::DiskRunFolders;
pub use web::{WebFetcher, WebPatience};
