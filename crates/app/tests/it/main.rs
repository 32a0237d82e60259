//! The program as outsiders meet it: the real binary, driven over HTTP and from the command line.

mod attempts;
mod command_line;
mod crash;
mod demo;
mod differential;
mod documents;
mod downloads;
mod dry_run;
mod faults;
mod formats;
mod head;
mod hostile;
mod live;
mod order;
mod people;
mod permissions;
mod processes;
mod refusals;
mod repeats;
mod samples;
mod second_factor;
mod strangers;
mod structure;
mod support;
mod templates;
mod withdrawals;
