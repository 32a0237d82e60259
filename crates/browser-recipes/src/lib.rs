#![doc = include_str!("../README.md")]

mod browser;
mod proxy;
mod reader;
mod recipe;
mod runner;
mod walk;
mod webdriver;

pub use browser::{Launcher, keeper};
pub use reader::TomlRecipes;
pub use runner::{BrowserPlace, ChromiumRunner};
