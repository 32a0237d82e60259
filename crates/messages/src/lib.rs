#![doc = include_str!("../README.md")]

mod alert;
mod commentary;
mod composer;
mod digest;
mod kinds;
mod prospect;
mod render;
mod words;

pub use composer::{Composer, Figures};
