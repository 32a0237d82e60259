/** What rows of reports have in common, whichever report they are of: which one a row is, and when. */
import type { TableEntry } from '@/api/catalogue';
import { textOf } from '@/components/figures/FieldValue';
import { read } from '@/components/table/reportColumns';
import { isFigure, meaningOf } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import type { DayRange } from '@/lib/days';
import { inSeoul, isDay, isInstant, mondayOf } from '@/lib/days';
import { touches } from './periods';
import type { Grain } from './periods';

/** What tells the rows of a table apart. */
const identities = [
  'productionCode',
  'category',
  'grade',
  'cast',
  'startsAt',
  'period',
  'weekStart',
  'month',
  'day',
] as const;

/** The fields by which rows follow each other in time. */
const times = ['period', 'weekStart', 'month', 'day', 'startsAt'] as const;

/** A field by which rows follow each other in time. */
export type TimeField = (typeof times)[number];

/** A figure of a row. */
export function numberOf(row: object, field: string): number | null {
  const value = read(row, field);
  return typeof value === 'number' ? value : null;
}

/** A key that no other row of the table has. */
export function keyOf(row: object): string {
  return identities.map((field) => textOf(read(row, field))).join(' ');
}

/** The field of a table by which its rows follow each other in time. */
export function timeOf({ columns, rows }: TableEntry): TimeField | undefined {
  return rows.length === 0 ? undefined : times.find((field) => columns.includes(field));
}

/** How finely a field cuts time; a `period` says so by the report's parameter. */
export function grainOf(field: TimeField, asked: Grain | undefined): Grain {
  if (field === 'period') return asked ?? 'day';
  return field === 'weekStart' ? 'week' : field === 'month' ? 'month' : 'day';
}

/** When a row is: the name of its day, week or month. */
export function periodOf(row: object, field: TimeField): string {
  const text = textOf(read(row, field));
  if (isInstant(text)) return inSeoul(text).day;
  // The first week of a sale may begin on another weekday; it stands with the weeks of the others.
  return field === 'weekStart' && isDay(text) ? mondayOf(text) : text;
}

/** Whether a row touches the period of the page. */
export function isWithin(
  row: object,
  field: TimeField | undefined,
  range: DayRange | undefined,
  asked?: Grain,
): boolean {
  const period = field === undefined ? '' : periodOf(row, field);
  return field === undefined || period === '' || touches(period, grainOf(field, asked), range);
}

/** The fields by which people search rows: names, casts, notes, not figures. */
export function isText(field: FieldName): boolean {
  return !isFigure(field) && !['flag', 'id'].includes(meaningOf(field).unit);
}
