#![doc = include_str!("../README.md")]

mod commentary;
mod composer;
mod kinds;
mod render;
mod words;

pub use composer::{Composer, Figures};
