import type { ReactNode } from 'react';
import { isDay, isInstant } from '@/lib/days';
import { meaningOf } from '@/lib/i18n/fields';
import type { FieldName, Meaning } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import type { Format } from '@/lib/useFormat';
import { Attainment, Percent, Points, Rate, Seats, Unknown, Won } from './Amount';

const words = defineMessages({
  ko: { yes: '예', no: '아니요' },
  en: { yes: 'Yes', no: 'No' },
});

/** A value as plain text; a list of names is joined as people write casts. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' · ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** A figure of a report inside of text or a table, by the unit and the sense that the catalogue gives its field. */
export function FieldValue({ field, value }: { field: FieldName; value: unknown }): ReactNode {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { unit, sense } = meaningOf(field);
  if (value === null || value === undefined) return <Unknown />;
  if (typeof value === 'number') return <Amount value={value} unit={unit} sense={sense} format={format} />;
  const text = textOf(value);
  switch (unit) {
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

function Amount({ value, unit, sense, format }: Meaning & { value: number; format: Format }): ReactNode {
  switch (unit) {
    case 'krw':
      if (sense === 'price') return format.exactWon(value);
      return (
        <Won
          value={value}
          signed={sense === 'difference' || sense === 'balance'}
          judged={sense === 'balance'}
        />
      );
    case 'ratio':
      if (sense === 'difference') return <Points value={value} />;
      if (sense === 'change') return <Rate value={value} />;
      return sense === 'attainment' ? <Attainment value={value} /> : <Percent value={value} />;
    case 'seats':
      return <Seats value={value} />;
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
