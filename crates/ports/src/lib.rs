#![doc = include_str!("../README.md")]

pub mod actor;
pub mod causes;
pub mod driven;
pub mod driving;
pub mod paging;
pub mod patch;
pub mod retry;
