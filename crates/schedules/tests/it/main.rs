//! The engine against a real PostgreSQL, with a clock that the tests set and a channel that remembers what was sent.

mod alerts;
mod attachments;
mod audience;
mod catching_up;
mod digests;
mod nothing_hidden;
mod retries;
mod sixty_days;
mod support;
