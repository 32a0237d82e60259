//! What the ports say and answer by themselves.

mod actor;
mod audit;
mod causes;
mod versions;
