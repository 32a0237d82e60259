import type { ReactNode } from 'react';
import { isDay, isInstant } from '@/lib/days';
import { isFigure, meaningOf } from '@/lib/i18n/fields';
import type { FieldName, Meaning } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { keyOf, read, textOf } from '@/lib/read';
import { useFormat } from '@/lib/useFormat';
import type { Format } from '@/lib/useFormat';
import { Attainment, Chance, Percent, Points, Rate, Seats, Unknown, Won } from './Amount';

const words = defineMessages({
  ko: { yes: '예', no: '아니요', bands: '남은 날 구간별 판매 속도' },
  en: { yes: 'Yes', no: 'No', bands: 'Pace by spans of days to go' },
});

/** Fields of a row that the catalogue knows. */
export type FieldOf<Row> = Extract<keyof Row, FieldName>;

/** How a figure is drawn where the catalogue does not say it all. */
export interface Manner {
  /** Decimals of a ratio. */
  readonly places?: number | undefined;
  /** Whether what is good or bad is coloured; it is unless its ground is unsteady, or its time is not over. */
  readonly judged?: boolean | undefined;
  /** Leaves out the unit, which stands above. */
  readonly bare?: boolean | undefined;
  /** Whether a ratio is a probability. */
  readonly probable?: boolean | undefined;
}

/**
 * What a report says in a field of a row, by the unit and the sense that the catalogue gives the field. The one place
 * where figures of reports are drawn: each carries its field and what it is of, and the part around it its report
 * (`source`), so that what is seen can be held against what was told.
 */
export function FieldValue<Row extends object>({
  of,
  field,
  at = field,
  reason,
  ...manner
}: Manner & {
  /** The row; unknown while it is read. */
  of: Row | null | undefined;
  field: FieldOf<Row>;
  /** Where the value is, if the field is a map of several. */
  at?: string | undefined;
  /** Stands in for what is not known. */
  reason?: ReactNode;
}): ReactNode {
  const value = of === null || of === undefined ? undefined : read(of, at);
  if (!isFigure(field))
    return value === null || value === undefined ? (
      <Unknown reason={reason} />
    ) : (
      <Told field={field} value={value} />
    );
  return (
    <span data-figure={at} data-of={of ? keyOf(of) : undefined}>
      {typeof value === 'number' ? (
        <Amount value={value} {...meaningOf(field)} {...manner} />
      ) : (
        <Unknown reason={reason} />
      )}
    </span>
  );
}

/** What is no figure: days, words, names. */
function Told({ field, value }: { field: FieldName; value: unknown }): ReactNode {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const text = textOf(value);
  // The way of forecasting is told by a key, whatever its revision; ways of paying are words already.
  if (field === 'method' && text.startsWith('bands-')) return t.bands;
  switch (meaningOf(field).unit) {
    case 'day':
      return isDay(text) ? format.day(text) : text;
    case 'month':
      return format.month(text);
    case 'period':
      return isDay(text) ? format.day(text) : format.month(text);
    case 'instant':
      return isInstant(text) ? format.dayTime(text) : text;
    case 'flag':
      return value === true ? t.yes : <span className="quiet">{t.no}</span>;
    case 'word':
      return label.any('choice', text);
    case 'grade':
      return text === 'total' ? label('term', 'total') : label.any('grade', text);
    default:
      return text;
  }
}

function Amount({
  value,
  unit,
  sense,
  places,
  judged = true,
  bare = false,
  probable = false,
}: Meaning & Manner & { value: number }): ReactNode {
  const format = useFormat();
  switch (unit) {
    case 'krw':
      if (sense === 'price') return format.exactWon(value);
      return (
        <Won
          value={value}
          signed={sense === 'difference' || sense === 'balance'}
          judged={sense === 'balance' && judged}
        />
      );
    case 'ratio':
      if (sense === 'difference') return <Points value={value} places={places} judged={judged} />;
      if (sense === 'change') return <Rate value={value} places={places} judged={judged} />;
      if (sense === 'attainment') return <Attainment value={value} places={places} judged={judged} />;
      return probable ? <Chance value={value} /> : <Percent value={value} places={places} />;
    case 'seats':
      return bare ? count(value) : <Seats value={value} signed={sense === 'difference'} />;
    default:
      return count(value);
  }
}

/** A figure as text, for axes and tooltips. */
export function figureText(field: FieldName, value: number | null, format: Format): string {
  switch (meaningOf(field).unit) {
    case 'krw':
      return meaningOf(field).sense === 'price' ? format.exactWon(value) : format.shortWon(value);
    case 'ratio':
      return percent(value, 0);
    case 'seats':
      return format.seats(value);
    default:
      return count(value);
  }
}
