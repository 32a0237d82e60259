//! Workbooks of Excel 5 to 2003, record by record.

use std::io::{Read, Seek, Write};
use std::ops::ControlFlow;

use domain::diagnostics::CellAddress;
use encoding_rs::Encoding;

use super::binary_values::{Fields, compressed_number, error_text};
use super::disordered::{DisorderedCells, RowOrder};
use super::records::{RecordWriter, RecordsHeader};
use super::sheets::{Chosen, marked_sheets};
use super::texts::SharedTexts;
use super::xls_records::{Records, kinds};
use super::{CellSink, Unreadable, check_regions};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};

/// The version of Excel 97 and later, whose texts are Unicode.
const UNICODE_VERSION: u16 = 0x0600;
/// What a part of the stream is.
const WORKSHEET: u8 = 0;
/// Most sheets; a program shows far fewer.
const MAX_SHEETS: usize = 4_096;

/// Writes the cells of the sheets that may be read of a workbook whose stream this is.
pub(super) fn read_xls<R: Read + Seek, W: Write>(
    stream: R,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let mut records = Records::new(stream);
    let globals = Globals::read(&mut records, limits, || out.open())?;
    let names: Vec<String> = globals.sheets.iter().map(|(name, _)| name.clone()).collect();
    let mut chosen = Chosen::of(&names, further);
    let known = chosen.known;
    let marked = marked_sheets(&known, |number, peek| {
        let place = known[number].ok_or(Unreadable::Internal)?;
        read_cells(&mut records, globals.sheets[place].1, &globals, peek)
    })?;
    if marked.contains(&true) {
        chosen.others.clear();
    }
    out.header(&RecordsHeader {
        system: globals.system,
        calculates_on_open: false,
        marked,
        names,
    });
    for (number, place) in chosen.numbered() {
        let start = globals.sheets[place].1;
        out.sheet(number, |out| {
            if first_pass(&mut records, start, limits, out)? {
                return read_cells(&mut records, start, &globals, out);
            }
            let mut cells = DisorderedCells::default();
            read_cells(&mut records, start, &globals, &mut cells)?;
            cells.give_in_order(out);
            Ok(())
        })?;
    }
    Ok(())
}

/// What stands before the sheets.
struct Globals {
    system: DateSystem,
    texts: SharedTexts,
    /// Of texts that are not Unicode.
    encoding: &'static Encoding,
    is_unicode: bool,
    /// Name and place of each worksheet.
    sheets: Vec<(String, u64)>,
}

impl Globals {
    /// Reads them; `opened` is told once it is clear that no password is missing.
    fn read<R: Read + Seek>(
        records: &mut Records<R>,
        limits: &Limits,
        opened: impl FnOnce(),
    ) -> Result<Self, Unreadable> {
        records.go_to(0)?;
        if records.next()? != Some(kinds::BEGIN) {
            return Err(Unreadable::damaged());
        }
        let mut globals = Self {
            system: DateSystem::Since1900,
            texts: SharedTexts::default(),
            encoding: encoding_rs::EUC_KR,
            is_unicode: Fields(records.data()).short()? >= UNICODE_VERSION,
            sheets: Vec::new(),
        };
        let mut opened = Some(opened);
        loop {
            let kind = records.next()?.ok_or_else(Unreadable::damaged)?;
            if kind == kinds::FILE_PASS {
                records.unlock(globals.is_unicode)?;
            } else if matches!(
                kind,
                kinds::CODE_PAGE | kinds::SHEET | kinds::SHARED_STRINGS | kinds::END
            ) && let Some(opened) = opened.take()
            {
                opened();
            }
            match kind {
                kinds::DATE_MODE if Fields(records.data()).short()? == 1 => globals.system = DateSystem::Since1904,
                kinds::CODE_PAGE => globals.encoding = encoding(Fields(records.data()).short()?),
                kinds::SHEET => globals.note_sheet(records.data())?,
                kinds::SHARED_STRINGS => globals.texts = shared_texts(records, limits)?,
                kinds::END => return Ok(globals),
                _ => {}
            }
        }
    }

    fn note_sheet(&mut self, data: &[u8]) -> Result<(), Unreadable> {
        let mut fields = Fields(data);
        let start = u64::from(fields.long()?);
        fields.byte()?;
        let is_worksheet = fields.byte()? == WORKSHEET;
        let length = usize::from(fields.byte()?);
        let name = if !self.is_unicode {
            self.encoding
                .decode_without_bom_handling(fields.take(length)?)
                .0
                .into_owned()
        } else if fields.byte()? & 1 == 1 {
            fields.wide(length)?
        } else {
            fields.take(length)?.iter().map(|byte| char::from(*byte)).collect()
        };
        if is_worksheet && self.sheets.len() < MAX_SHEETS {
            self.sheets.push((name, start));
        }
        Ok(())
    }
}

fn shared_texts<R: Read + Seek>(records: &mut Records<R>, limits: &Limits) -> Result<SharedTexts, Unreadable> {
    let mut texts = SharedTexts::default();
    let mut fields = records.continued(8);
    let count = Fields(fields.first(8)?)
        .0
        .get(4..8)
        .map_or(0, |count| u32::from_le_bytes(count.try_into().expect("four bytes")));
    for _ in 0..count {
        // Some programs declare more texts than they write.
        if fields.is_at_end()? {
            break;
        }
        let length = usize::from(fields.short()?);
        let flags = fields.byte()?;
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(fields.short()?)
        };
        let phonetic = if flags & 4 == 0 { 0 } else { fields.long()? as usize };
        fields.text(length, flags & 1 == 1, texts.begun())?;
        fields.skip(runs.saturating_mul(4).saturating_add(phonetic))?;
        texts.end(limits)?;
    }
    Ok(texts)
}

/// The encoding of a code page of Windows.
fn encoding(code_page: u16) -> &'static Encoding {
    match code_page {
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        950 => encoding_rs::BIG5,
        1250..=1258 => {
            Encoding::for_label(format!("windows-{code_page}").as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
        }
        10_000 => encoding_rs::MACINTOSH,
        // 949, 1361 and whatever else is written here.
        _ => encoding_rs::EUC_KR,
    }
}

/// Gives the merged regions of a sheet; answers whether its cells come row by row.
fn first_pass<R: Read + Seek>(
    records: &mut Records<R>,
    start: u64,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<bool, Unreadable> {
    let mut count = 0;
    let mut order = RowOrder::new();
    let mut is_wanted = true;
    each_record(records, start, |kind, records| {
        if kind == kinds::MERGED && is_wanted {
            let mut fields = Fields(records.data());
            for _ in 0..fields.short()? {
                count += 1;
                check_regions(count, limits)?;
                let (first_row, last_row) = (fields.short()?, fields.short()?);
                let (first_column, last_column) = (fields.short()?, fields.short()?);
                let address = |row: u16, column: u16| CellAddress {
                    row: row.into(),
                    column: column.into(),
                };
                let region = MergedRegion {
                    first: address(first_row, first_column),
                    last: address(last_row, last_column),
                };
                is_wanted &= sink.merged(region).is_continue();
            }
        } else if kinds::is_cell(kind) {
            order.note(Fields(records.data()).short()?.into());
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(order.is_kept)
}

/// Gives each record of a sheet to `take`, but not those of charts within it.
fn each_record<R: Read + Seek>(
    records: &mut Records<R>,
    start: u64,
    mut take: impl FnMut(u16, &mut Records<R>) -> Result<ControlFlow<()>, Unreadable>,
) -> Result<(), Unreadable> {
    records.go_to(start)?;
    if records.next()? != Some(kinds::BEGIN) {
        return Err(Unreadable::damaged());
    }
    let mut depth = 0_u32;
    loop {
        match records.next()?.ok_or_else(Unreadable::damaged)? {
            kinds::BEGIN => depth += 1,
            kinds::END if depth == 0 => return Ok(()),
            kinds::END => depth -= 1,
            kind if depth == 0 && take(kind, records)?.is_break() => return Ok(()),
            _ => {}
        }
    }
}

/// Gives the cells of a sheet in the order of the file.
fn read_cells<R: Read + Seek>(
    records: &mut Records<R>,
    start: u64,
    globals: &Globals,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    // A formula whose text comes in a record of its own.
    let mut awaits_text = None;
    let mut text = String::new();
    each_record(records, start, |kind, records| {
        if kind == kinds::FORMULA_TEXT {
            let Some(at) = awaits_text.take() else {
                return Ok(ControlFlow::Continue(()));
            };
            read_text(records, 0, globals, &mut text)?;
            return Ok(sink.cell(SheetCell {
                at,
                value: CellValue::Text(&text),
                is_formula: true,
            }));
        }
        if !kinds::is_cell(kind) {
            return Ok(ControlFlow::Continue(()));
        }
        let mut fields = Fields(records.data());
        let (row, column) = (fields.short()?, fields.short()?);
        let at = CellAddress {
            row: row.into(),
            column: column.into(),
        };
        if kind == kinds::COMPRESSED_NUMBERS {
            return numbers(at, fields, sink);
        }
        fields.short()?;
        let value = match kind {
            kinds::COMPRESSED_NUMBER => CellValue::Number(compressed_number(fields.long()?)),
            kinds::NUMBER => CellValue::Number(fields.float()?),
            kinds::BOOL_OR_ERROR => {
                let value = fields.byte()?;
                if fields.byte()? == 0 {
                    CellValue::Bool(value != 0)
                } else {
                    CellValue::Error(error_text(value))
                }
            }
            kinds::SHARED_TEXT => {
                let shared = globals.texts.get(fields.long()? as usize);
                CellValue::Text(shared.ok_or_else(Unreadable::damaged)?)
            }
            kinds::TEXT | kinds::RICH_TEXT => {
                read_text(records, 6, globals, &mut text)?;
                CellValue::Text(&text)
            }
            _ => {
                let Some(value) = formula_value(fields)? else {
                    awaits_text = Some(at);
                    return Ok(ControlFlow::Continue(()));
                };
                value
            }
        };
        let is_formula = kinds::FORMULAS.contains(&kind);
        Ok(sink.cell(SheetCell { at, value, is_formula }))
    })
}

/// The value that a formula came to; `None` when it is a text, which follows.
fn formula_value(mut fields: Fields<'_>) -> Result<Option<CellValue<'static>>, Unreadable> {
    let value = fields.take(8)?;
    if value[6..] != [0xFF, 0xFF] {
        return Ok(Some(CellValue::Number(Fields(value).float()?)));
    }
    Ok(match value[0] {
        0 => None,
        1 => Some(CellValue::Bool(value[2] != 0)),
        2 => Some(CellValue::Error(error_text(value[2]))),
        _ => Some(CellValue::Text("")),
    })
}

/// Neighbours in a row.
fn numbers(
    first: CellAddress,
    mut fields: Fields<'_>,
    sink: &mut impl CellSink,
) -> Result<ControlFlow<()>, Unreadable> {
    let mut at = first;
    // Each has its format and its value; the last column stands at the end.
    while fields.0.len() > 2 {
        fields.short()?;
        let value = CellValue::Number(compressed_number(fields.long()?));
        if sink.cell(SheetCell::typed(at, value)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        at.column += 1;
    }
    Ok(ControlFlow::Continue(()))
}

/// The text of the last record from `skipped` on, and of those that continue it.
fn read_text<R: Read + Seek>(
    records: &mut Records<R>,
    skipped: usize,
    globals: &Globals,
    text: &mut String,
) -> Result<(), Unreadable> {
    text.clear();
    let mut fields = records.continued(skipped);
    let length = usize::from(fields.short()?);
    if globals.is_unicode {
        let is_wide = fields.byte()? & 1 == 1;
        fields.text(length, is_wide, text)
    } else {
        let bytes = fields.bytes(length)?;
        text.push_str(&globals.encoding.decode_without_bom_handling(&bytes).0);
        Ok(())
    }
}
