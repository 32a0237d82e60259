#![doc = include_str!("../README.md")]

pub mod compare;
pub mod finding;
mod mover;
pub mod plan;
mod rehearsal;
pub mod report;
pub mod text;
pub mod time;

pub use mover::{BeginError, Begun, Broken, Mover, MoverPorts, Order, Stop};
pub use rehearsal::{NothingHere, Rehearsal, RehearsedOriginals, Silence};
