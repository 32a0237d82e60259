//! The words and rules of a theatre's box office.
//!
//! Everything here is a pure function or a plain value: no I/O, no clock, no serialisation, no asynchronous code.
//! Money is whole won (`i64`, names end in `krw`), a ratio is a decimal where 1 means 100 % (names end in `ratio` or
//! `share`), seats are whole numbers, days are days of Asia/Seoul.

pub mod access;
pub mod agency;
pub mod alert;
pub mod backup;
pub mod buyers;
pub mod calendar;
pub mod campaign;
pub mod collection;
pub mod delivery;
pub mod diagnostics;
pub mod distribution;
pub mod foresight;
pub mod fraction;
pub mod grade;
pub mod headings;
pub mod limits;
pub mod market;
pub mod message;
pub mod network;
pub mod own_words;
pub mod people;
pub mod planning;
pub mod preferences;
pub mod production;
pub mod reports;
pub mod retention;
pub mod sales;
pub mod schedule;
pub mod seat_grades;
pub mod second_factor;
pub mod slow_down;
pub mod source_mark;
pub mod system;
pub mod target_copy;
pub mod text;
pub mod upload;
pub mod validation;
pub mod webhook_hosts;
pub mod workbook_name;
