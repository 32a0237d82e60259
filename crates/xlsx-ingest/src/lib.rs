#![doc = include_str!("../README.md")]

mod collecting;
mod csv;
pub mod file_name;
mod layout;
mod limits;
mod list;
mod number;
mod reading;
mod room;
mod rows;
mod template;
mod uploads;
mod workbook;

pub use layout::Layout;
pub use limits::Limits;
pub use list::Lists;
pub use reading::{Reading, ReadingContext, WorkbookFile, read_workbook};
pub use room::ReadingRoom;
pub use template::{Templates, workbook_template};
pub use uploads::Uploads;
pub use workbook::dump_cells;
pub use workbook::isolation::{InProcess, Isolation, IsolationFailure};
