//! Messages from figures to what each channel gets.

mod kinds;
mod limits;
mod safety;
mod support;
