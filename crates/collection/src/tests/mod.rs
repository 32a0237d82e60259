//! The use case over mocks of its ports: what follows from each code, what waits for a yes, and what folders become.

mod checking;
mod claiming;
mod codes;
mod deciding;
mod folders;
mod holding;
mod leasing;
mod support;
mod walks;
