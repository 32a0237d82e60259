//! What leaves the house, and what becomes of it: real sockets on loopback, with others who behave badly.

mod chat;
mod mail;
mod mail_tls;
mod slack;
mod support;
mod webhooks;
