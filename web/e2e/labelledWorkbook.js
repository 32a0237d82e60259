/** Writes workbooks as people keep them: headings of their own over two rows, and no row of markers. */
import { pack } from './workbook.js';

/** @typedef {string | number | null} Cell */

const dayMs = 86_400_000;

/** A day as Excel counts it. @param {string} day */
export function serialOf(day) {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs);
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `A`, `B` … `AA`. @param {number} index @returns {string} */
function columnOf(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnOf(Math.floor(index / 26) - 1) + letter;
}

/** @param {readonly (readonly Cell[])[]} rows */
function sheetOf(rows) {
  const lines = rows.map((cells, row) => {
    const written = cells.map((value, index) => {
      const at = `${columnOf(index)}${row + 1}`;
      if (value === null) return '';
      return typeof value === 'number'
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of sheets by name. @param {Readonly<Record<string, readonly (readonly Cell[])[]>>} sheets */
export function workbookOf(sheets) {
  const names = Object.keys(sheets);
  /** @type {[string, string][]} */
  const parts = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/>${names
        .map(
          (_, index) =>
            `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${contentTypes}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${names
        .map(
          (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relationships}">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    ...names.map(
      (name, index) =>
        /** @type {[string, string]} */ ([
          `xl/worksheets/sheet${index + 1}.xml`,
          sheetOf(sheets[name] ?? []),
        ]),
    ),
  ];
  return pack(parts.map(([name, text]) => ({ name, bytes: Buffer.from(head + text) })));
}

/**
 * What a play sold, in the headings of its people: one agency with what is paid and what is not, a grade that nobody
 * knows (`테라스`), and the days on which it was sold.
 * @param {{ shows: readonly string[], days: readonly { day: string, seats: number }[] }} of
 */
export function playWorkbook({ shows, days }) {
  const seats = days.reduce((sum, { seats: sold }) => sum + sold, 0);
  const price = 100_000;
  const performances = shows.map((day, index) => {
    // The last seats are of the last show; five of each are not paid for yet.
    const part = index + 1 < shows.length ? Math.floor(seats / shows.length) : 0;
    const booked = part === 0 ? seats - Math.floor(seats / shows.length) * (shows.length - 1) : part;
    const pending = 5;
    const paid = booked - pending;
    const [s, terrace] = [10, 8];
    const r = paid - s - terrace;
    return /** @type {Cell[]} */ ([
      index + 1,
      serialOf(day),
      19.5 / 24,
      '이정우',
      r,
      s,
      terrace,
      paid,
      paid * price,
      pending,
      pending * price,
      r + pending,
      s,
      terrace,
      booked,
      booked * price,
      4,
      index === 0 ? '첫 공연' : null,
    ]);
  });
  return workbookOf({
    회차별판매: [
      [
        ...['회차', '날짜', '시간', '캐스트', '인터파크(입금)', null, null, null, null],
        ...['인터파크(미입금)', null, '유료계', null, null, null, null, '초대', '비고'],
      ],
      [
        ...[null, null, null, '오르페', 'R', 'S', '테라스', '매수', '금액'],
        ...['매수', '금액', 'R', 'S', '테라스', '매수', '금액', '매수', null],
      ],
      ...performances,
    ],
    일일판매: [
      ['날짜', '인터파크', null, '유료계', null],
      [null, '매수', '금액', '매수', '금액'],
      ...days.map(({ day, seats: sold }) => [serialOf(day), sold, sold * price, sold, sold * price]),
    ],
  });
}
