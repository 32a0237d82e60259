/** What the catalogue says of the fields of reports: their units, and how their figures are read. */
import { fields } from './generated/glossary';
import type { Pair } from './pair';

/** A field of a report. */
export type FieldName = keyof typeof fields;

/** Unit of a field's values. */
export type Unit =
  | 'krw'
  | 'ratio'
  | 'seats'
  | 'count'
  | 'rank'
  | 'week'
  | 'day'
  | 'month'
  | 'period'
  | 'instant'
  | 'flag'
  | 'word'
  | 'grade'
  | 'names'
  | 'text'
  | 'id';

/** How a figure is read: as it stands, by its sign, against before, as gain or loss, against what was due, to the won. */
export type Sense = 'plain' | 'difference' | 'change' | 'balance' | 'attainment' | 'price';

/** Unit and sense of a field. */
export interface Meaning {
  readonly unit: Unit;
  readonly sense: Sense;
}

/** How the figures of a field come about; undefined of what is no figure. */
export function formulaOf(field: FieldName): Pair | undefined {
  return fields[field].formula ?? undefined;
}

/** Whether the catalogue knows a field. */
export function isField(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** Unit and sense of a field. */
export function meaningOf(field: FieldName): Meaning {
  return fields[field];
}

const figures: ReadonlySet<Unit> = new Set(['krw', 'ratio', 'seats', 'count', 'rank', 'week']);

/** Whether a field's values are numbers, which stand right and can be summed or drawn. */
export function isFigure(field: FieldName): boolean {
  return figures.has(meaningOf(field).unit);
}
