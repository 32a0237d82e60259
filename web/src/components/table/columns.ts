/** What a table shows: its columns, and the order of its rows. */
import type { ReactNode } from 'react';

/** What rows are sorted by. Nothing known sorts last, whichever way. */
export type SortValue = string | number | boolean | null | undefined;

/** Where a column goes on a phone, where a row has two lines: the name and the main figure, then the rest. */
export type PhonePlace = 'name' | 'main' | 'second' | 'hidden';

/** One column of a table. */
export interface Column<Row> {
  /** Stable name, in the address and for the column's key. */
  readonly key: string;
  readonly label: string;
  /** Whether the label is only read aloud, as above a column of buttons. */
  readonly labelHidden?: boolean;
  /** A unit or a period beneath the label, read with it. */
  readonly hint?: string;
  /** Numbers stand right. */
  readonly align?: 'left' | 'right';
  /** What it is sorted by; without it the column does not sort. */
  readonly value?: (row: Row) => SortValue;
  /** What the cell shows; the value when left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** The sum, or what else stands in the footer. */
  readonly footer?: ReactNode;
  readonly phone?: PhonePlace;
  /** What names the figure in the second line of a phone, where heads are not seen: the label unless given. */
  readonly phoneLabel?: string;
  /** Stands in one line, however long what it is sorted by: a time. */
  readonly whole?: boolean;
  /** Left out where the table has little room, before a figure is cut off. */
  readonly spare?: boolean;
  /** Comparisons such as target and previous stand back. */
  readonly quiet?: boolean;
  /** The figure that the table is about. */
  readonly strong?: boolean;
  readonly width?: number;
}

/** A column and a direction. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** Reads `revenueKrw` or `-revenueKrw` (descending). */
export function readSort(text: string | null): Sort | undefined {
  if (text === null || text === '' || text === '-') return undefined;
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** The form that `readSort` reads. */
export function writeSort({ key, descending }: Sort): string {
  return descending ? `-${key}` : key;
}

const collator = new Intl.Collator('ko', { numeric: true });

function compare(a: Exclude<SortValue, null | undefined>, b: Exclude<SortValue, null | undefined>): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

/** The rows in the order of a column; rows that are equal keep theirs. */
export function sorted<Row>(
  rows: readonly Row[],
  column: Column<Row> | undefined,
  descending: boolean,
): readonly Row[] {
  const read = column?.value;
  if (read === undefined) return rows;
  return rows.toSorted((one, other) => {
    const [a, b] = [read(one), read(other)];
    if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
    if (b === null || b === undefined) return -1;
    return descending ? compare(b, a) : compare(a, b);
  });
}
