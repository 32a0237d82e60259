//! xlsx and xlsm files, cell by cell.

use std::collections::HashMap;
use std::io::{Read, Seek};

use memchr::memmem;
use quick_xml::events::Event;

use super::disordered::{DisorderedCells, has_rows_in_order};
use super::markup::{Markup, attributes, local_name};
use super::package::{OpenedPart, Package, RereadPart, unescaped};
use super::sheets::{Chosen, ListedSheets, NeededParts, index, marked_sheets};
use super::texts::SharedTexts;
use super::xlsx_cells::{first_pass, read_cells};
use super::{CellSink, Unreadable, guarded};
use crate::layout::{SHEETS, SheetLayout};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;

/// How the last tag of the cells ends, whatever its prefix.
const CELLS_END: &[u8] = b"sheetData>";

/// What a workbook says of itself.
#[derive(Debug)]
pub(super) struct XlsxFrame {
    pub(super) parts: NeededParts,
    pub(super) system: DateSystem,
    pub(super) calculates_on_open: bool,
}

impl XlsxFrame {
    /// Reads the list of sheets, which stands in the part `main`.
    pub(super) fn read<R: Read + Seek>(
        package: &mut Package<R>,
        main: &str,
        further: &[String],
    ) -> Result<Self, Unreadable> {
        let mut system = DateSystem::Since1900;
        let mut calculates_on_open = false;
        let mut sheets = ListedSheets::default();
        let mut is_workbook = false;
        let part = package.reader(main)?.ok_or_else(Unreadable::damaged)?;
        let mut markup = Markup::streamed(part)?;
        loop {
            match markup.next()? {
                Event::Start(tag) => {
                    let flag = |name: &str| {
                        attributes(&tag)
                            .any(|(found, value)| found == name && matches!(value.trim(), "1" | "true" | "on"))
                    };
                    match local_name(tag.name()) {
                        "workbook" => is_workbook = true,
                        "workbookPr" if flag("date1904") => system = DateSystem::Since1904,
                        "calcPr" => calculates_on_open = flag("fullCalcOnLoad"),
                        "sheet" => {
                            let attribute = |wanted: &str| {
                                let mut found = attributes(&tag).filter(|(name, _)| *name == wanted);
                                found.next().map(|(_, value)| unescaped(value)).unwrap_or_default()
                            };
                            sheets.push(&attribute("name"), &attribute("id"));
                        }
                        _ => {}
                    }
                }
                Event::Eof if is_workbook => break,
                Event::Eof => return Err(Unreadable::damaged()),
                _ => {}
            }
        }
        drop(markup);
        let parts = sheets.parts(main, package, further)?;
        Ok(Self {
            parts,
            system,
            calculates_on_open,
        })
    }
}

/// A workbook whose needed parts are in memory, without what packed them.
#[derive(Debug)]
pub(crate) struct XlsxWorkbook {
    system: DateSystem,
    calculates_on_open: bool,
    texts: SharedTexts,
    names: Vec<String>,
    chosen: Chosen,
    marked: [bool; SHEETS],
    /// The markup of each sheet that may be read, by its number.
    sheets: HashMap<usize, Vec<u8>>,
    limits: Limits,
}

impl XlsxWorkbook {
    /// Opens a workbook; `None` when its needed parts take more than the limit for this process, or when the rows of one
    /// may be out of order.
    pub(super) fn open<R: Read + Seek>(
        package: &mut Package<R>,
        main: &str,
        further: &[String],
        limits: &Limits,
    ) -> Result<Option<Self>, Unreadable> {
        guarded(|| {
            let frame = XlsxFrame::read(package, main, further)?;
            let mut room = limits.in_process_bytes;
            let mut texts = SharedTexts::default();
            if let Some(part) = &frame.parts.shared_strings {
                let Some(bytes) = package.inflate(part, room)? else {
                    return Ok(None);
                };
                room -= bytes.len() as u64;
                texts = SharedTexts::read(&mut Markup::held(&bytes)?, limits)?;
            }
            let NeededParts {
                names,
                parts,
                mut chosen,
                ..
            } = frame.parts;
            let mut sheets = HashMap::new();
            // Sheets beside the known ones are looked at only where those have no markers.
            let (known, others): (Vec<_>, Vec<_>) = chosen.numbered().partition(|(number, _)| *number < SHEETS);
            for (number, place) in known {
                let Some(bytes) = needed_part(package, &parts[place], &mut room)? else {
                    return Ok(None);
                };
                sheets.insert(number, bytes);
            }
            let marked = marked_sheets(&chosen.known, |number, peek| match sheets.get(&number) {
                Some(bytes) => read_cells(&mut Markup::held(bytes)?, &texts, frame.system, limits, peek),
                None => Ok(()),
            })?;
            if marked.contains(&true) {
                chosen.others.clear();
            } else {
                for (number, place) in others {
                    let Some(bytes) = needed_part(package, &parts[place], &mut room)? else {
                        return Ok(None);
                    };
                    sheets.insert(number, bytes);
                }
            }
            Ok(Some(Self {
                system: frame.system,
                calculates_on_open: frame.calculates_on_open,
                texts,
                names,
                chosen,
                marked,
                sheets,
                limits: *limits,
            }))
        })
    }

    pub(super) fn has(&self, sheet: &SheetLayout) -> bool {
        index(sheet).is_some_and(|number| self.chosen.known[number].is_some())
    }

    pub(super) fn is_marked(&self, sheet: &SheetLayout) -> bool {
        index(sheet).is_some_and(|number| self.marked[number])
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn number(&self, place: usize) -> Option<usize> {
        self.chosen.number(place)
    }

    pub(super) fn date_system(&self) -> DateSystem {
        self.system
    }

    pub(super) fn calculates_on_open(&self) -> bool {
        self.calculates_on_open
    }

    pub(super) fn read(&self, number: usize, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        match self.sheets.get(&number) {
            Some(bytes) => guarded(|| read_held(bytes, &self.texts, self.system, &self.limits, sink)),
            None => Ok(()),
        }
    }
}

/// A part that fits into what room is left, and has its rows in order.
fn needed_part<R: Read + Seek>(
    package: &mut Package<R>,
    part: &str,
    room: &mut u64,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let bytes = package.inflate(part, *room)?.filter(|bytes| has_rows_in_order(bytes));
    if let Some(bytes) = &bytes {
        *room -= bytes.len() as u64;
    }
    Ok(bytes)
}

/// Gives the merged regions and cells of a sheet that is in memory and has its rows in order.
fn read_held(
    bytes: &[u8],
    texts: &SharedTexts,
    system: DateSystem,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    // Regions stand behind the cells, and are found without reading all of those before.
    let cells_end = memmem::rfind(bytes, CELLS_END);
    let tail = cells_end.map_or(bytes, |at| &bytes[at + CELLS_END.len()..]);
    if memmem::find(tail, b"mergeCell").is_some() {
        first_pass(&mut Markup::held(tail)?, limits, sink)?;
    }
    read_cells(&mut Markup::held(bytes)?, texts, system, limits, sink)
}

/// Gives the merged regions and cells of a sheet. Rows that are out of order are kept, and put in order.
pub(super) fn read_in_order(
    part: &mut RereadPart<'_, impl Read + Seek>,
    texts: &SharedTexts,
    system: DateSystem,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    if first_pass(&mut markup(part)?, limits, sink)? {
        return read_cells(&mut markup(part)?, texts, system, limits, sink);
    }
    let mut cells = DisorderedCells::default();
    read_cells(&mut markup(part)?, texts, system, limits, &mut cells)?;
    cells.give_in_order(sink);
    Ok(())
}

/// Gives the cells of a sheet as some program has written them.
pub(super) fn read_unordered(
    part: &mut RereadPart<'_, impl Read + Seek>,
    texts: &SharedTexts,
    system: DateSystem,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    read_cells(&mut markup(part)?, texts, system, limits, sink)
}

fn markup<'p>(part: &'p mut RereadPart<'_, impl Read + Seek>) -> Result<Markup<'p>, Unreadable> {
    match part.open()? {
        OpenedPart::Held(bytes) => Markup::held(bytes),
        OpenedPart::Streamed(reader) => Markup::streamed(reader),
    }
}
