//! The part of reading that runs in isolation.

use std::io::{self, Read, Seek, SeekFrom, Write};

use super::format::Container;
use super::markup::Markup;
use super::ods::read_ods;
use super::ole2::Ole2File;
use super::package::{Package, RereadPart, ZippedWorkbook};
use super::records::{RecordWriter, RecordsHeader};
use super::sheets::{NeededParts, marked_sheets};
use super::texts::SharedTexts;
use super::xls::read_xls;
use super::xlsb::read_xlsb;
use super::xlsx::{XlsxFrame, read_in_order, read_unordered};
use super::{Unreadable, guarded};
use crate::limits::Limits;

/// Writes the cells of the sheets of a workbook that may be read, those with one of the normalised names `further`
/// too, or why there are none. Meant for a process of its own, whose
/// memory and time are bounded. Fails only when it cannot write.
pub fn dump_cells(
    input: impl Read + Seek,
    further: &[String],
    out: &mut impl Write,
    limits: &Limits,
) -> io::Result<()> {
    let mut out = RecordWriter::new(out, limits);
    let outcome = guarded(|| dump(input, further, &mut out, limits));
    out.finish(outcome)
}

fn dump<W: Write>(
    mut input: impl Read + Seek,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let mut head = [0; 8];
    let read = read_head(&mut input, &mut head).map_err(|error| Unreadable::from_io(&error))?;
    match Container::of(&head[..read]) {
        Some(Container::Zip) => dump_zip(input, further, out, limits),
        Some(Container::Ole2) => match Ole2File::open(input)? {
            Ole2File::Package(package) => dump_zip(io::Cursor::new(package), further, out, limits),
            Ole2File::Workbook { file: _file, stream } => read_xls(stream, further, out, limits),
        },
        None => Err(Unreadable::Internal),
    }
}

fn read_head(input: &mut (impl Read + Seek), head: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < head.len() {
        match input.read(&mut head[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    input.seek(SeekFrom::Start(0))?;
    Ok(filled)
}

fn dump_zip<W: Write>(
    input: impl Read + Seek,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let mut package = Package::open(input, limits)?;
    match package.workbook()? {
        ZippedWorkbook::Xlsx { main } => {
            out.open();
            dump_xlsx(&mut package, &main, further, out, limits)
        }
        ZippedWorkbook::Xlsb { main } => {
            out.open();
            read_xlsb(&mut package, &main, further, out, limits)
        }
        ZippedWorkbook::Ods => read_ods(&mut package, further, out, limits),
    }
}

fn dump_xlsx<R: Read + Seek, W: Write>(
    package: &mut Package<R>,
    main: &str,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let frame = XlsxFrame::read(package, main, further)?;
    let mut texts = SharedTexts::default();
    if let Some(part) = &frame.parts.shared_strings
        && let Some(reader) = package.reader(part)?
    {
        texts = SharedTexts::read(&mut Markup::streamed(reader)?, limits)?;
    }
    let NeededParts {
        names,
        parts,
        mut chosen,
        ..
    } = frame.parts;
    let known = chosen.known;
    let marked = marked_sheets(&known, |number, peek| {
        let part = known[number].map(|place| &parts[place]).ok_or(Unreadable::Internal)?;
        read_unordered(&mut RereadPart::new(package, part)?, &texts, frame.system, limits, peek)
    })?;
    if marked.contains(&true) {
        chosen.others.clear();
    }
    out.header(&RecordsHeader {
        system: frame.system,
        calculates_on_open: frame.calculates_on_open,
        marked,
        names,
    });
    for (number, place) in chosen.numbered() {
        out.sheet(number, |out| {
            let mut part = RereadPart::new(package, &parts[place])?;
            read_in_order(&mut part, &texts, frame.system, limits, out)
        })?;
    }
    Ok(())
}
