//! What every test needs: a place with a database, servers on it, a client, sample workbooks and what follows from them.

mod client;
mod difference;
mod exported;
mod figures;
mod gate;
mod late;
mod people;
mod process;
mod program;
mod samples;
mod season;
mod site;
mod until;

pub(crate) use client::{Answer, Client, answer};
pub(crate) use difference::differences;
pub(crate) use exported::{assert_csv, assert_xlsx};
pub(crate) use figures::{Report, facts, shown};
pub(crate) use gate::Gate;
pub(crate) use late::LateRequest;
pub(crate) use people::{PASSWORD, enter_user, user};
pub(crate) use process::{Server, Worker};
pub(crate) use program::{Ended, Program};
pub(crate) use samples::{read_json, samples};
pub(crate) use season::{Book, Season, company, enter};
pub(crate) use site::{MASTER_EMAIL, MASTER_PASSWORD, Site};
pub(crate) use until::{MINUTE, SOON, until};
