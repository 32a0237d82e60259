/**
 * Intervals of forecasts: 8 of 10 outcomes lie between their ends. Each end is a figure of the report of its own, so
 * that it can be held against what was told; what nobody knows is a dash and never an end at zero.
 */
import type { ReactNode } from 'react';
import type { FieldName } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { numberOf } from '@/lib/read';
import { Unknown } from './Amount';
import { FieldValue } from './FieldValue';
import type { Manner } from './FieldValue';

const words = defineMessages({ ko: { to: '~' }, en: { to: 'to' } });

/** The fields of an object and of the objects in it, with dots as the catalogue writes them; lists are rows apart. */
type PathOf<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [K in keyof T & string]: K | `${K}.${PathOf<NonNullable<T[K]>>}` }[keyof T & string]
    : never;

/** Fields within a row that the catalogue knows, also those of objects in it: `run.breakEven.profitKrw.p10`. */
export type NestedField<Row> = Extract<PathOf<Row>, FieldName>;

/** Fields of a row that are intervals: `run.breakEven.profitKrw`. */
export type IntervalField<Row> =
  NestedField<Row> extends infer F ? (F extends `${infer I}.p10` ? I : never) : never;

interface Place {
  /** Where the value is, if that is another place than the catalogue's. */
  readonly at?: string | undefined;
  /** Stands in for what is not known. */
  readonly reason?: ReactNode;
}

/** A figure within an object of the row. */
export function NestedValue<Row extends object>({
  field,
  ...rest
}: Place & Manner & { of: Row | null | undefined; field: NestedField<Row> }) {
  // That the row has the field is what `NestedField` says; `FieldValue` reads by the same dots.
  return <FieldValue {...rest} field={field as never} />;
}

/** The ends of an interval; one of an interval without width, such as of what is over. */
export function Interval<Row extends object>({
  of,
  field,
  at = field,
  reason,
  ...manner
}: Place & Manner & { of: Row | null | undefined; field: IntervalField<Row> & string }) {
  const t = useMessages(words);
  const name: string = field;
  const low = of ? numberOf(of, `${at}.p10`) : null;
  const high = of ? numberOf(of, `${at}.p90`) : null;
  if (low === null || high === null) return <Unknown reason={reason} />;
  const end = (part: 'p10' | 'p90') => (
    <FieldValue of={of} field={`${name}.${part}` as never} at={`${at}.${part}`} {...manner} />
  );
  if (low === high) return end('p10');
  return (
    <span className="nowrap">
      {end('p10')} {t.to} {end('p90')}
    </span>
  );
}
