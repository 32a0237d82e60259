//! Every report of the server against one that is computed once more, over random worlds.

mod exact;
mod naive;
mod samples;
mod world;
