//! What holds in every sample, and that every file format is read back as it was written.

mod causes;
mod formats;
mod labelled;
mod layout;
mod peculiarities;
mod support;
mod worlds;
