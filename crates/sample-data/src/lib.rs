#![doc = include_str!("../README.md")]

pub mod formats;
pub mod peculiarities;
pub mod workbook;
pub mod world;

pub use workbook::{Address, Cell, CellError, Sheet, Workbook};
pub use world::{SampleProduction, World, finished_run, random_world, season, stage_sample, stage_workbook};
