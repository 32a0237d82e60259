//! Both stores do the same, the bucket against a real server of its protocol.

mod backups;
mod bucket;
mod conformance;
mod folder;
