#![doc = include_str!("../README.md")]

mod csv;
mod label;
mod layout;
mod limits;
mod list;
mod number;
mod reading;
mod room;
mod rows;
mod template;
mod workbook;

pub use layout::Layout;
pub use limits::Limits;
pub use list::Lists;
pub use reading::{House, Reading, ReadingContext, WorkbookFile, read_workbook};
pub use room::ReadingRoom;
pub use template::{XlsxTemplates, workbook_template};
pub use workbook::isolation::{InProcess, Isolation, IsolationFailure};
pub use workbook::{dump_cells, unlock_package};
