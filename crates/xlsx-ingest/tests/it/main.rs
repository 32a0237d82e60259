//! Workbooks of every format and with every peculiarity, from bytes to snapshot and diagnostics.

mod buyers;
mod csv;
mod formats;
mod generated;
mod headed;
mod hostile;
mod labelled;
mod labelled_samples;
mod layouts;
mod peculiarities;
mod properties;
mod quirks;
mod rules;
mod samples;
mod support;
mod template;
