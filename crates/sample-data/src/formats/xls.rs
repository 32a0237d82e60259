//! Excel workbooks up to 2003, `.xls`: a BIFF8 stream in a compound file.

use std::io::{Cursor, Write};

use super::serial::{self, BinaryStyle, DateSystem, Look};
use crate::workbook::{Address, Cell, Sheet, Workbook};

const SMALL: &str = "the format has no more than 65 536 rows, 256 columns and short records";

/// Most bytes of a record.
const LONGEST_RECORD: usize = 8_224;
/// Most regions of one record.
const MAX_MERGED: usize = 1_026;
/// Formats of styles come first, those of cells after them.
const STYLE_FORMATS: u16 = 15;

/// The workbook as `.xls`.
pub fn xls(workbook: &Workbook) -> Vec<u8> {
    xls_with(workbook, DateSystem::Since1900)
}

/// The workbook as `.xls` that counts days in this system.
///
/// A formula is written as the constant that it had come to, for readers count cached values and nothing else.
pub fn xls_with(workbook: &Workbook, dates: DateSystem) -> Vec<u8> {
    let style = BinaryStyle {
        dates,
        ..BinaryStyle::default()
    };
    xls_styled(workbook, style)
}

/// The workbook as `.xls` in this style.
pub fn xls_styled(workbook: &Workbook, style: BinaryStyle) -> Vec<u8> {
    let stream = stream(workbook, style);
    // Version 3, with sectors of 512 bytes, is what Excel writes.
    let mut compound = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
        .expect("writing to memory does not fail");
    let mut file = compound
        .create_stream("Workbook")
        .expect("a new file has no such stream");
    file.write_all(&stream).expect("writing to memory does not fail");
    drop(file);
    compound.flush().expect("writing to memory does not fail");
    let mut bytes = compound.into_inner().into_inner();
    clear_times(&mut bytes);
    bytes
}

/// The compound file notes when its root was made; without that, the same workbook gives the same bytes.
fn clear_times(bytes: &mut [u8]) {
    let root_name: Vec<u8> = "Root Entry".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let root = bytes.windows(root_name.len()).position(|window| window == root_name);
    let root = root.expect("every compound file has a root entry");
    // Creation and modification time, 8 bytes each, at offset 100 of a directory entry.
    bytes[root + 100..root + 116].fill(0);
}

fn stream(workbook: &Workbook, style: BinaryStyle) -> Vec<u8> {
    let mut texts = SharedTexts::default();
    let substreams: Vec<Vec<u8>> = workbook
        .sheets
        .iter()
        .map(|sheet| worksheet(sheet, style, &mut texts))
        .collect();
    // The table of sheets says where each begins, so that its own length must be known before.
    let mut offset = globals(workbook, style, &texts, &vec![0; substreams.len()]).len();
    let mut offsets = Vec::new();
    for substream in &substreams {
        offsets.push(u32::try_from(offset).expect(SMALL));
        offset += substream.len();
    }
    let mut stream = globals(workbook, style, &texts, &offsets);
    stream.extend(substreams.concat());
    stream
}

fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
    out.extend(kind.to_le_bytes());
    out.extend(u16::try_from(data.len()).expect(SMALL).to_le_bytes());
    out.extend(data);
}

fn begin(out: &mut Vec<u8>, substream: u16) {
    let mut data = Vec::new();
    for word in [0x0600, substream, 0x0DBB, 0x07CC, 0x0041, 0, 0x0006, 0] {
        data.extend(u16::to_le_bytes(word));
    }
    record(out, 0x0809, &data);
}

fn globals(workbook: &Workbook, style: BinaryStyle, texts: &SharedTexts, offsets: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    begin(&mut out, 0x0005);
    record(&mut out, 0x0042, &1200_u16.to_le_bytes()); // CODEPAGE: texts are UTF-16.
    record(
        &mut out,
        0x0022,
        &u16::from(style.dates == DateSystem::Since1904).to_le_bytes(),
    ); // DATEMODE
    for _ in 0..5 {
        let mut font = Vec::new();
        for word in [200, 0, 0x7FFF, 400, 0, 0, 0] {
            font.extend(u16::to_le_bytes(word));
        }
        font.extend(short_text("Arial"));
        record(&mut out, 0x0031, &font);
    }
    for look in Look::custom() {
        let mut format = look.format_id().to_le_bytes().to_vec();
        format.extend(text(look.code()));
        record(&mut out, 0x041E, &format);
    }
    for _ in 0..STYLE_FORMATS {
        extended_format(&mut out, 0, 0xFFF5);
    }
    for look in Look::ALL {
        extended_format(&mut out, look.format_id(), 0x0001);
    }
    record(&mut out, 0x0293, &[0x00, 0x80, 0x00, 0xFF]); // STYLE: "Normal".
    for (index, (sheet, offset)) in workbook.sheets.iter().zip(offsets).enumerate() {
        let is_last = index + 1 == workbook.sheets.len();
        let mut bound = offset.to_le_bytes().to_vec();
        bound.extend([if is_last { style.last_sheet_state } else { 0 }, 0]);
        bound.extend(short_text(&sheet.name));
        record(&mut out, 0x0085, &bound);
    }
    if style.compact {
        texts.write(&mut out);
    }
    record(&mut out, 0x000A, &[]);
    out
}

/// XF: font 0, this number format, and no further wishes.
fn extended_format(out: &mut Vec<u8>, format_id: u16, kind: u16) {
    let mut data = Vec::new();
    for word in [0, format_id, kind, 0x0020, 0, 0, 0, 0, 0, 0x20C0] {
        data.extend(u16::to_le_bytes(word));
    }
    record(out, 0x00E0, &data);
}

/// The table of texts of a workbook.
#[derive(Default)]
struct SharedTexts {
    texts: Vec<String>,
    uses: u32,
}

impl SharedTexts {
    fn number(&mut self, text: &str) -> u32 {
        self.uses += 1;
        let known = self.texts.iter().position(|known| known == text);
        let number = known.unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        });
        u32::try_from(number).expect(SMALL)
    }

    /// SST, in as many CONTINUE records as its texts need; none is parted.
    fn write(&self, out: &mut Vec<u8>) {
        let mut kind = 0x00FC;
        let mut data = self.uses.to_le_bytes().to_vec();
        data.extend(u32::try_from(self.texts.len()).expect(SMALL).to_le_bytes());
        for content in &self.texts {
            let text = text(content);
            if data.len() + text.len() > LONGEST_RECORD {
                record(out, kind, &data);
                data.clear();
                kind = 0x003C;
            }
            data.extend(text);
        }
        record(out, kind, &data);
    }
}

fn worksheet(sheet: &Sheet, style: BinaryStyle, texts: &mut SharedTexts) -> Vec<u8> {
    let mut out = Vec::new();
    begin(&mut out, 0x0010);
    let (rows, columns) = if style.wrong_dimension { (1, 1) } else { sheet.size() };
    let mut dimensions = Vec::new();
    dimensions.extend(0_u32.to_le_bytes());
    dimensions.extend(rows.to_le_bytes());
    for word in [0, u16::try_from(columns).expect(SMALL), 0] {
        dimensions.extend(word.to_le_bytes());
    }
    record(&mut out, 0x0200, &dimensions);
    for (address, cell) in style.cells(sheet) {
        match cell {
            Cell::Formula { cached, .. } => formula(&mut out, address, cached, style.dates),
            Cell::Text(content) if style.compact => {
                let mut data = head(address, Look::General);
                data.extend(texts.number(content).to_le_bytes());
                record(&mut out, 0x00FD, &data); // LABELSST
            }
            plain => constant(&mut out, address, plain, style),
        }
    }
    for regions in sheet.merged().chunks(MAX_MERGED) {
        let mut data = u16::try_from(regions.len()).expect(SMALL).to_le_bytes().to_vec();
        for (first, last) in regions {
            for word in [first.row, last.row, first.column, last.column] {
                data.extend(u16::try_from(word).expect(SMALL).to_le_bytes());
            }
        }
        record(&mut out, 0x00E5, &data); // MERGEDCELLS
    }
    // WINDOW2: an ordinary view that starts at A1.
    let mut window = vec![0xB6, 0x06];
    window.extend([0; 16]);
    record(&mut out, 0x023E, &window);
    record(&mut out, 0x000A, &[]);
    out
}

/// Row, column and format: how every cell record begins.
fn head(at: Address, look: Look) -> Vec<u8> {
    let mut data = Vec::new();
    data.extend(u16::try_from(at.row).expect(SMALL).to_le_bytes());
    data.extend(u16::try_from(at.column).expect(SMALL).to_le_bytes());
    data.extend((STYLE_FORMATS + look.index()).to_le_bytes());
    data
}

fn constant(out: &mut Vec<u8>, at: Address, cell: &Cell, style: BinaryStyle) {
    if let Some((number, look)) = serial::number(cell, style.dates) {
        let mut data = head(at, look);
        if let Some(short) = style.short(number) {
            data.extend(short.to_le_bytes());
            record(out, 0x027E, &data); // RK
            return;
        }
        data.extend(number.to_le_bytes());
        record(out, 0x0203, &data);
        return;
    }
    let mut data = head(at, Look::General);
    let kind = match cell {
        Cell::Text(content) => {
            data.extend(text(content));
            0x0204
        }
        Cell::Bool(value) => {
            data.extend([u8::from(*value), 0]);
            0x0205
        }
        Cell::Error(error) => {
            data.extend([error.byte(), 1]);
            0x0205
        }
        Cell::Iso(_) => panic!("the format has no such cells"),
        _ => return,
    };
    record(out, kind, &data);
}

fn formula(out: &mut Vec<u8>, at: Address, cached: &Cell, dates: DateSystem) {
    let number = serial::number(cached, dates);
    let mut data = head(at, number.map_or(Look::General, |(_, look)| look));
    let special = |kind: u8, value: u8| [kind, 0, value, 0, 0, 0, 0xFF, 0xFF];
    let (value, tokens) = match (number, cached) {
        (Some((number, _)), _) => (number.to_le_bytes(), [&[0x1F][..], &number.to_le_bytes()].concat()),
        (None, Cell::Text(content)) if !content.is_empty() => {
            (special(0, 0), [&[0x17][..], &short_text(content)].concat())
        }
        (None, Cell::Bool(value)) => (special(1, u8::from(*value)), vec![0x1D, u8::from(*value)]),
        (None, Cell::Error(error)) => (special(2, error.byte()), vec![0x1C, error.byte()]),
        (None, _) => (special(3, 0), [&[0x17][..], &short_text("")].concat()),
    };
    data.extend(value);
    data.extend([0; 6]);
    data.extend(u16::try_from(tokens.len()).expect(SMALL).to_le_bytes());
    data.extend(tokens);
    record(out, 0x0006, &data);
    if let Cell::Text(content) = cached
        && !content.is_empty()
    {
        record(out, 0x0207, &text(content));
    }
}

/// A text with its length in two bytes, in UTF-16.
fn text(content: &str) -> Vec<u8> {
    let units: Vec<u16> = content.encode_utf16().collect();
    let mut data = u16::try_from(units.len()).expect(SMALL).to_le_bytes().to_vec();
    data.push(1);
    data.extend(units.into_iter().flat_map(u16::to_le_bytes));
    data
}

/// A text with its length in one byte, in UTF-16.
fn short_text(content: &str) -> Vec<u8> {
    let units: Vec<u16> = content.encode_utf16().take(255).collect();
    let mut data = vec![u8::try_from(units.len()).expect("at most 255"), 1];
    data.extend(units.into_iter().flat_map(u16::to_le_bytes));
    data
}
