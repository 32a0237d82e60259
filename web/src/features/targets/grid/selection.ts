/** Where one is in the grid, and what is selected. */
import type { Cell, GridRow } from './layout';
import type { Day } from '@/lib/days';

/** A place in the grid. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The selected rectangle: from where it was begun to where one is. */
export interface Selection {
  readonly anchor: Place;
  readonly active: Place;
}

/** Ways to move. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'next' | 'previous';

type Rows = readonly GridRow[];

/** The cell at a place. */
export function cellAt(rows: Rows, { row, column }: Place): Cell | null {
  return rows[row]?.cells[column] ?? null;
}

/** The place of a day; the first cell where no cell has it. */
export function placeOf(rows: Rows, day: Day): Place {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell?.days.includes(day) === true);
    if (column >= 0) return { row, column };
  }
  return { row: 0, column: Math.max(0, rows[0]?.cells.findIndex((cell) => cell !== null) ?? 0) };
}

const steps = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
} as const;

/** The place that a move leads to; `undefined` where the grid ends. */
export function moved(rows: Rows, from: Place, move: Move): Place | undefined {
  if (move === 'rowStart' || move === 'rowEnd') {
    const cells = rows[from.row]?.cells ?? [];
    const column =
      move === 'rowStart'
        ? cells.findIndex((cell) => cell !== null)
        : cells.findLastIndex((cell) => cell !== null);
    return column < 0 ? undefined : { row: from.row, column };
  }
  if (move === 'next' || move === 'previous') {
    const step = move === 'next' ? 1 : -1;
    const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
    for (let at = from.row * width + from.column + step; at >= 0 && at < rows.length * width; at += step) {
      const place = { row: Math.floor(at / width), column: at % width };
      if (cellAt(rows, place) !== null) return place;
    }
    return undefined;
  }
  const [down, right] = steps[move];
  let place: Place = { row: from.row + down, column: from.column + right };
  while (rows[place.row]?.cells[place.column] !== undefined) {
    if (cellAt(rows, place) !== null) return place;
    place = { row: place.row + down, column: place.column + right };
  }
  return undefined;
}

/** The rectangle of a selection, all ends included. */
export function boundsOf({ anchor, active }: Selection) {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/** The selected cells by row, with the gaps. */
export function selectedRows(rows: Rows, selection: Selection): (Cell | null)[][] {
  const { top, bottom, left, right } = boundsOf(selection);
  return rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1));
}

/** The selected cells. */
export function selectedCells(rows: Rows, selection: Selection): Cell[] {
  return selectedRows(rows, selection)
    .flat()
    .filter((cell) => cell !== null);
}
