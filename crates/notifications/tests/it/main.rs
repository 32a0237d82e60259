//! What leaves the house, and what becomes of it: real sockets on loopback, with others who behave badly.

mod chat;
mod mail;
mod slack;
mod support;
mod webhooks;
