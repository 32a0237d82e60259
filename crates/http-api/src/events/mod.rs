//! What changes, told to whoever watches (server-sent events).
//!
//! One [`EventHub`] per process hears the announcements of all servers and keeps the recent ones. Each open stream hears the
//! hub, and asks for each event anew who the caller is and what that caller sees.

mod hub;
mod stream;
mod wire;

pub use hub::EventHub;
pub(crate) use stream::stream;
