#![doc = include_str!("../README.md")]

mod breakers;
mod channels;
mod chat;
mod mail;
mod patience;
mod resolver;
mod slack;
mod web;
mod webhook;

pub use channels::Channels;
pub use chat::{ChatApi, ChatSettings};
pub use mail::{Encryption, MailSettings, SmtpLogin};
pub use patience::Patience;
