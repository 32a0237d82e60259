/**
 * Cells of a spreadsheet put into the grid. It goes in as a whole or not at all, since half of a pasted block is
 * worse than none; what does not fit is named by its row and column.
 */
import { isDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { readAmount, unitOf } from './amount';
import type { Unit } from './amount';
import type { Cell, Grain, GridRow } from './layout';
import { cellAt, boundsOf, selectedCells } from './selection';
import type { Place, Selection } from './selection';

/** Why a block cannot go in; `row` and `column` count from 1 inside of the block. */
export interface Misfit {
  readonly kind: 'empty' | 'amount' | 'outside' | 'closed' | 'day';
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A block that goes in: which cells get which amount, and how bare numbers were read. */
export interface Pasted {
  readonly cells: readonly (readonly [Cell, number])[];
  readonly unit: Unit;
  /** Whether one column was laid along the days, as lists have a day in each row. */
  readonly along?: true;
}

/** The rows of a copied block: cells by tabs, rows by line ends; a quoted cell may hold either. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  rows.push([...row, cell]);
  return rows;
}

/** A day as spreadsheets write it, as the product does; undefined for what is none. */
function dayIn(text: string): Day | undefined {
  const match = /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Whether a row only names its columns, such as `월 화 수` or `날짜 목표`. */
function isHeading(row: readonly string[]): boolean {
  const named = row.filter((cell) => cell.trim() !== '');
  return (
    named.length > 0 &&
    named.every((cell) => readAmount(cell, 'man') === undefined && dayIn(cell) === undefined)
  );
}

/**
 * Where a copied block goes: from the first selected cell on, a single amount into all that is selected, and a list
 * of days with amounts to those days wherever they are. One column runs along the days, as lists have a day in each
 * row, unless several rows are selected or the column is the grid's `own`. Blanks leave their cell as it is, and a row
 * of headings is left out. Numbers without a unit have the one that is `said`, else the one that they look like.
 */
export function pasteInto(
  rows: readonly GridRow[],
  selection: Selection,
  text: string,
  grain: Grain = 'day',
  own = false,
  said?: Unit,
): Pasted | Misfit {
  const [heading = [], ...below] = blockOf(text);
  if (below.some((row) => !isHeading(row)) && isHeading(heading)) {
    const pasted = pasteBlock(rows, selection, below, grain, own, said);
    // What does not fit is named by its row in what was copied.
    return 'kind' in pasted ? { ...pasted, row: pasted.row + 1 } : pasted;
  }
  return pasteBlock(rows, selection, [heading, ...below], grain, own, said);
}

function pasteBlock(
  rows: readonly GridRow[],
  selection: Selection,
  block: readonly string[][],
  grain: Grain,
  own: boolean,
  said: Unit | undefined,
): Pasted | Misfit {
  if (block.every((row) => row.every((cell) => cell.trim() === ''))) {
    return { kind: 'empty', row: 1, column: 1, text: '' };
  }
  if (block.every((row) => row.length === 2 && dayIn(row[0] ?? '') !== undefined))
    return byDay(rows, block, said);

  const unit = said ?? unitOf(block.flat(), grain);
  const [[only] = []] = block;
  if (block.length === 1 && block[0]?.length === 1 && only !== undefined) {
    const won = readAmount(only, unit);
    if (won === undefined || won === null) return { kind: 'amount', row: 1, column: 1, text: only };
    return { cells: selectedCells(rows, selection).map((cell) => [cell, won] as const), unit };
  }

  const { top, bottom, left } = boundsOf(selection);
  if (grain === 'day' && !own && top === bottom && block.every((row) => row.length === 1)) {
    return alongDays(rows, { row: top, column: left }, block.flat(), unit);
  }
  const cells: (readonly [Cell, number])[] = [];
  for (const [down, line] of block.entries()) {
    for (const [right, found] of line.entries()) {
      const misfit = (kind: Misfit['kind']): Misfit => ({
        kind,
        row: down + 1,
        column: right + 1,
        text: found,
      });
      const won = readAmount(found, unit);
      if (won === undefined) return misfit('amount');
      if (won === null) continue;
      const place = { row: top + down, column: left + right };
      if (rows[place.row]?.cells[place.column] === undefined) return misfit('outside');
      const cell = cellAt(rows, place);
      if (cell === null) return misfit('closed');
      cells.push([cell, won]);
    }
  }
  return { cells, unit };
}

/** One column, a day in each row. */
function alongDays(
  rows: readonly GridRow[],
  from: Place,
  amounts: readonly string[],
  unit: Unit,
): Pasted | Misfit {
  const places = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [{ cell, row, column }])),
  );
  const first = places.findIndex(
    ({ row, column }) => row > from.row || (row === from.row && column >= from.column),
  );
  const cells: (readonly [Cell, number])[] = [];
  for (const [down, text] of amounts.entries()) {
    const misfit = (kind: Misfit['kind']): Misfit => ({ kind, row: down + 1, column: 1, text });
    const won = readAmount(text, unit);
    if (won === undefined) return misfit('amount');
    if (won === null) continue;
    const place = first < 0 ? undefined : places[first + down];
    if (place === undefined) return misfit('outside');
    cells.push([place.cell, won]);
  }
  return { cells, unit, along: true };
}

function byDay(
  rows: readonly GridRow[],
  block: readonly string[][],
  said: Unit | undefined,
): Pasted | Misfit {
  const amounts = block.map(([, amount = '']) => amount);
  const unit = said ?? unitOf(amounts, 'day');
  const places = new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.days.length === 1 ? [[cell.days[0], cell]] : [])),
    ),
  );
  const cells: (readonly [Cell, number])[] = [];
  for (const [down, [date = '', amount = '']] of block.entries()) {
    const won = readAmount(amount, unit);
    if (won === undefined) return { kind: 'amount', row: down + 1, column: 2, text: amount };
    if (won === null) continue;
    const cell = places.get(dayIn(date));
    if (cell === undefined) return { kind: 'day', row: down + 1, column: 1, text: date };
    cells.push([cell, won]);
  }
  return { cells, unit };
}
