//! Reports over HTTP: one handler for all of them, and the catalogue.

mod catalogue;
mod responder;
mod writing_room;

pub(crate) use catalogue::CatalogueView;
pub use catalogue::catalogue;
pub(crate) use responder::ReportResponder;
pub use writing_room::WritingRoom;
