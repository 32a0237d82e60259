//! xlsb files: the package of xlsx with records in place of markup.

use std::io::{BufReader, Read, Seek, Write};

use domain::diagnostics::CellAddress;

use super::binary_values::{Fields, compressed_number, error_text};
use super::disordered::{DisorderedCells, RowOrder};
use super::package::{OpenedPart, Package, RereadPart, too_large_bytes};
use super::records::{RecordWriter, RecordsHeader};
use super::sheets::{ListedSheets, NeededParts, marked_sheets};
use super::texts::SharedTexts;
use super::{CellSink, Unreadable, check_regions};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};

const ROW: u16 = 0x00;
const BLANK: u16 = 0x01;
const COMPRESSED_NUMBER: u16 = 0x02;
const ERROR: u16 = 0x03;
const BOOL: u16 = 0x04;
const NUMBER: u16 = 0x05;
const TEXT: u16 = 0x06;
const SHARED_TEXT: u16 = 0x07;
const FORMULA_TEXT: u16 = 0x08;
const FORMULA_NUMBER: u16 = 0x09;
const FORMULA_BOOL: u16 = 0x0A;
const FORMULA_ERROR: u16 = 0x0B;
/// Cells without a column of their own: each is behind the one before, as `SheetJS` writes them. Their kinds are in the order
/// of those with a column.
const SHORT_CELLS: std::ops::RangeInclusive<u16> = 0x0C..=0x12;
const SHARED_ITEM: u16 = 0x13;
const RICH_TEXT: u16 = 0x3E;
const SHEET_DATA: u16 = 0x91;
const SHEET_DATA_END: u16 = 0x92;
const WORKBOOK_PROPERTIES: u16 = 0x99;
const SHEET: u16 = 0x9C;
const CALCULATION: u16 = 0x9D;
const SHARED_STRINGS_END: u16 = 0xA0;
const MERGED: u16 = 0xB0;
const MERGED_END: u16 = 0xB2;

/// Most bytes of a record that is looked at.
const RECORD_BYTES: usize = 1 << 20;

/// Writes the cells of the known sheets.
pub(super) fn read_xlsb<R: Read + Seek, W: Write>(
    package: &mut Package<R>,
    main: &str,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let mut system = DateSystem::Since1900;
    let mut calculates_on_open = false;
    let mut listed = ListedSheets::default();
    let part = package.reader(main)?.ok_or_else(Unreadable::damaged)?;
    let mut records = Records::new(part);
    while let Some(kind) = records.next(&[WORKBOOK_PROPERTIES, SHEET, CALCULATION])? {
        let mut fields = Fields(&records.data);
        match kind {
            WORKBOOK_PROPERTIES if fields.long()? & 1 == 1 => system = DateSystem::Since1904,
            CALCULATION => {
                // Numbers of the calculation come before its flags.
                calculates_on_open = fields.take(24).is_ok() && fields.short().is_ok_and(|flags| flags & 1 == 1);
            }
            SHEET => {
                fields.take(8)?;
                let relation = wide_text(&mut fields)?;
                listed.push(&wide_text(&mut fields)?, &relation);
            }
            _ => {}
        }
    }
    drop(records);
    let NeededParts {
        names,
        parts,
        mut chosen,
        shared_strings: texts_part,
    } = listed.parts(main, package, further)?;
    let mut texts = SharedTexts::default();
    if let Some(part) = &texts_part
        && let Some(reader) = package.reader(part)?
    {
        texts = shared_texts(&mut Records::new(reader), limits)?;
    }
    let known = chosen.known;
    let marked = marked_sheets(&known, |number, peek| {
        let part = known[number].map(|place| &parts[place]).ok_or(Unreadable::Internal)?;
        read_cells(&mut self::records(&mut RereadPart::new(package, part)?)?, &texts, peek)
    })?;
    if marked.contains(&true) {
        chosen.others.clear();
    }
    out.header(&RecordsHeader {
        system,
        calculates_on_open,
        marked,
        names,
    });
    for (number, place) in chosen.numbered() {
        out.sheet(number, |out| {
            read_sheet(&mut RereadPart::new(package, &parts[place])?, &texts, limits, out)
        })?;
    }
    Ok(())
}

fn read_sheet(
    part: &mut RereadPart<'_, impl Read + Seek>,
    texts: &SharedTexts,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    if first_pass(&mut records(part)?, limits, sink)? {
        return read_cells(&mut records(part)?, texts, sink);
    }
    let mut cells = DisorderedCells::default();
    read_cells(&mut records(part)?, texts, &mut cells)?;
    cells.give_in_order(sink);
    Ok(())
}

fn records<'p>(part: &'p mut RereadPart<'_, impl Read + Seek>) -> Result<Records<Box<dyn Read + 'p>>, Unreadable> {
    Ok(Records::new(match part.open()? {
        OpenedPart::Held(bytes) => Box::new(bytes),
        OpenedPart::Streamed(reader) => Box::new(reader),
    }))
}

fn shared_texts(records: &mut Records<impl Read>, limits: &Limits) -> Result<SharedTexts, Unreadable> {
    let mut texts = SharedTexts::default();
    let mut bytes = 0;
    while let Some(kind) = records.next(&[SHARED_ITEM, SHARED_STRINGS_END])? {
        if kind == SHARED_STRINGS_END {
            return Ok(texts);
        }
        bytes += records.data.len() as u64;
        if bytes > limits.shared_strings_bytes {
            return Err(too_large_bytes(limits.shared_strings_bytes));
        }
        let mut fields = Fields(&records.data);
        fields.byte()?;
        texts.begun().push_str(&wide_text(&mut fields)?);
        texts.end(limits)?;
    }
    Err(Unreadable::damaged())
}

/// Gives the merged regions of a sheet; answers whether its cells come row by row.
fn first_pass(records: &mut Records<impl Read>, limits: &Limits, sink: &mut impl CellSink) -> Result<bool, Unreadable> {
    let mut count = 0;
    let mut order = RowOrder::new();
    while let Some(kind) = records.next(&[ROW, MERGED, MERGED_END])? {
        let mut fields = Fields(&records.data);
        if kind == ROW {
            order.note(fields.long()?);
            continue;
        }
        if kind == MERGED_END {
            break;
        }
        count += 1;
        check_regions(count, limits)?;
        let (first_row, last_row) = (fields.long()?, fields.long()?);
        let (first_column, last_column) = (fields.long()?, fields.long()?);
        let region = MergedRegion {
            first: CellAddress {
                row: first_row,
                column: first_column,
            },
            last: CellAddress {
                row: last_row,
                column: last_column,
            },
        };
        if sink.merged(region).is_break() {
            break;
        }
    }
    Ok(order.is_kept)
}

/// The records that [`read_cells`] looks at.
const CELLS: [u16; 23] = [
    ROW,
    BLANK,
    COMPRESSED_NUMBER,
    ERROR,
    BOOL,
    NUMBER,
    TEXT,
    SHARED_TEXT,
    FORMULA_TEXT,
    FORMULA_NUMBER,
    FORMULA_BOOL,
    FORMULA_ERROR,
    RICH_TEXT,
    SHEET_DATA,
    SHEET_DATA_END,
    0x0C,
    0x0D,
    0x0E,
    0x0F,
    0x10,
    0x11,
    0x12,
    MERGED,
];

fn read_cells(
    records: &mut Records<impl Read>,
    texts: &SharedTexts,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    let mut row = 0;
    let mut next_column = 0;
    let mut is_in_data = false;
    while let Some(kind) = records.next(&CELLS)? {
        let mut fields = Fields(&records.data);
        match kind {
            SHEET_DATA => is_in_data = true,
            SHEET_DATA_END => return Ok(()),
            _ if !is_in_data => {}
            ROW => {
                row = fields.long()?;
                next_column = 0;
            }
            kind => {
                let (kind, column) = if SHORT_CELLS.contains(&kind) {
                    (kind - SHORT_CELLS.start() + BLANK, next_column)
                } else {
                    (kind, fields.long()?)
                };
                next_column = column.saturating_add(1);
                fields.take(4)?;
                let text;
                let value = match kind {
                    COMPRESSED_NUMBER => CellValue::Number(compressed_number(fields.long()?)),
                    ERROR | FORMULA_ERROR => CellValue::Error(error_text(fields.byte()?)),
                    BOOL | FORMULA_BOOL => CellValue::Bool(fields.byte()? != 0),
                    NUMBER | FORMULA_NUMBER => CellValue::Number(fields.float()?),
                    TEXT | FORMULA_TEXT => {
                        text = wide_text(&mut fields)?;
                        CellValue::Text(&text)
                    }
                    RICH_TEXT => {
                        fields.byte()?;
                        text = wide_text(&mut fields)?;
                        CellValue::Text(&text)
                    }
                    SHARED_TEXT => {
                        let shared = texts.get(fields.long()? as usize);
                        CellValue::Text(shared.ok_or_else(Unreadable::damaged)?)
                    }
                    _ => continue,
                };
                let cell = SheetCell {
                    at: CellAddress { row, column },
                    value,
                    is_formula: (FORMULA_TEXT..=FORMULA_ERROR).contains(&kind),
                };
                if sink.cell(cell).is_break() {
                    return Ok(());
                }
            }
        }
    }
    Err(Unreadable::damaged())
}

fn wide_text(fields: &mut Fields<'_>) -> Result<String, Unreadable> {
    let length = fields.long()?;
    // No text at all, as it is written.
    if length == u32::MAX {
        return Ok(String::new());
    }
    fields.wide(length as usize)
}

/// The records of a part.
struct Records<R: Read> {
    source: BufReader<R>,
    /// The fields of the last record.
    data: Vec<u8>,
}

impl<R: Read> Records<R> {
    fn new(source: R) -> Self {
        Self {
            source: BufReader::with_capacity(64 * 1024, source),
            data: Vec::new(),
        }
    }

    /// Goes to the next record of one of these kinds. A record that is cut short is damaged.
    fn next(&mut self, wanted: &[u16]) -> Result<Option<u16>, Unreadable> {
        loop {
            let Some(first) = self.byte()? else {
                return Ok(None);
            };
            let mut kind = u16::from(first);
            if first & 0x80 != 0 {
                let second = self.byte()?.ok_or_else(Unreadable::damaged)?;
                kind = u16::from(first & 0x7F) | u16::from(second & 0x7F) << 7;
            }
            let mut length = 0;
            for index in 0..4 {
                let byte = self.byte()?.ok_or_else(Unreadable::damaged)?;
                length |= usize::from(byte & 0x7F) << (7 * index);
                if byte & 0x80 == 0 {
                    break;
                }
            }
            if !wanted.contains(&kind) {
                self.skip(length)?;
                continue;
            }
            if length > RECORD_BYTES {
                return Err(Unreadable::TooLarge(format!(
                    "> {} MiB in a record",
                    RECORD_BYTES >> 20
                )));
            }
            self.data.resize(length, 0);
            self.source
                .read_exact(&mut self.data)
                .map_err(|error| Unreadable::from_io(&error))?;
            return Ok(Some(kind));
        }
    }

    fn byte(&mut self) -> Result<Option<u8>, Unreadable> {
        let mut byte = [0];
        match self.source.read(&mut byte) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(byte[0])),
            Err(error) => Err(Unreadable::from_io(&error)),
        }
    }

    fn skip(&mut self, length: usize) -> Result<(), Unreadable> {
        let skipped = std::io::copy(&mut self.source.by_ref().take(length as u64), &mut std::io::sink());
        match skipped {
            Ok(skipped) if skipped == length as u64 => Ok(()),
            Ok(_) => Err(Unreadable::damaged()),
            Err(error) => Err(Unreadable::from_io(&error)),
        }
    }
}
