/** What rows of reports have in common, whichever report they are of: when one is, and by what it is found. */
import type { TableEntry } from '@/api/catalogue';
import { isFigure, meaningOf } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import type { DayRange } from '@/lib/days';
import { inSeoul, isDay, isInstant, mondayOf } from '@/lib/days';
import { read, textOf } from '@/lib/read';
import { touches } from './periods';
import type { Grain } from './periods';

/** The fields by which rows follow each other in time; a row of a day may name its week and month as well. */
const times = ['period', 'day', 'weekStart', 'month', 'startsAt'] as const;

/** A field by which rows follow each other in time. */
export type TimeField = (typeof times)[number];

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
