//! Messages from figures to what each channel gets.

mod alerts;
mod digest;
mod kinds;
mod limits;
mod safety;
mod support;
