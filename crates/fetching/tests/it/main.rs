//! Addresses over real connections, on loopback: one address that is allowed, one that is not.

mod attacks;
mod server;
mod trouble;
