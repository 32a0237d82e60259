//! Messages to the world outside, over HTTP.
//!
//! A webhook's address is a secret: whoever knows it can write there. It is shown neither by `Debug` nor in errors.

mod slack;

pub use slack::{InvalidWebhook, SlackHosts, SlackWebhook, WebhookError};
