//! What changes, told to whoever watches (server-sent events).
//!
//! One [`EventHub`] per process hears the announcements of all servers and keeps the recent ones. Each open stream hears the
//! hub, and asks anew who the caller is and what that caller sees when that has changed, and now and then.

mod hub;
mod stream;
mod wire;

pub use hub::EventHub;
pub(crate) use stream::stream;
