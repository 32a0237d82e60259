/**
 * Columns of a report from the names of its fields: label, unit, alignment and order follow from the name, as the
 * contract gives each unit its own ending. Pages say only what differs.
 */
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import { Percent, Points, Rate, Seats, Unknown, Won } from '@/components/figures/Amount';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { AppLink } from '@/components/layout/AppLink';
import type { LabelReader } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import type { Format } from '@/lib/useFormat';
import type { Column, PhonePlace, SortValue } from './columns';

/** Fields of a row that can stand in a cell. */
export type FieldOf<Row> = Extract<keyof Row, string>;

/** A column by its field, with what differs from what the name tells. */
export interface FieldColumn<Row> {
  readonly field: FieldOf<Row>;
  readonly label?: string;
  readonly phone?: PhonePlace;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  readonly footer?: ReactNode;
  readonly spare?: boolean;
  /** Colours a difference by its sign. */
  readonly judged?: boolean;
  /** Stands in for an unknown figure, such as `개막 전`. */
  readonly reason?: (row: Row) => ReactNode;
}

/** What kind of value a field holds, by its name. */
type Kind =
  | 'production'
  | 'won'
  | 'wonDifference'
  | 'price'
  | 'ratio'
  | 'ratioDifference'
  | 'rate'
  | 'seats'
  | 'day'
  | 'instant'
  | 'month'
  | 'names'
  | 'number'
  | 'text';

const names: Readonly<Record<string, Kind>> = {
  productionName: 'production',
  startsAt: 'instant',
  month: 'month',
  cast: 'names',
  occupancy: 'ratio',
  latestOccupancy: 'ratio',
  previousOccupancy: 'ratio',
  nextWeekOccupancy: 'ratio',
  occupancyChange: 'ratioDifference',
  shareGap: 'ratioDifference',
  changeRatio: 'rate',
  changeKrw: 'wonDifference',
  meanTicketPriceKrw: 'price',
  targetGapKrw: 'wonDifference',
  projectedProfitKrw: 'wonDifference',
  seats: 'seats',
  weekStart: 'day',
  weekEnd: 'day',
  day: 'day',
  recordDate: 'day',
  yesterday: 'day',
};

/** The kind of a field. */
export function kindOf(field: string): Kind {
  const named = names[field];
  if (named !== undefined) return named;
  if (field.endsWith('Krw')) return 'won';
  if (/(?:Ratio|Share)$/.test(field) || field === 'ratio') return 'ratio';
  if (field.endsWith('Seats')) return 'seats';
  if (field.endsWith('Day')) return 'day';
  if (
    /^(?:performances|rank|weekNumber|elapsedDays|daysToSaleEnd|saleDays|daysLeft|playedPerformances|toComePerformances)$/.test(
      field,
    )
  )
    return 'number';
  return 'text';
}

const rightKinds: readonly Kind[] = [
  'won',
  'wonDifference',
  'price',
  'ratio',
  'ratioDifference',
  'rate',
  'seats',
  'number',
];

function read(row: object, field: string): unknown {
  return Reflect.get(row, field);
}

/** A value as text; a list of names is joined as people write casts. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' · ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

const numberIn = (row: object, field: string): number | null => {
  const value = read(row, field);
  return typeof value === 'number' ? value : null;
};

/** The name of a field: columns share some with the terms and with the fields of productions. */
function fieldLabel(label: LabelReader, field: string): string {
  const kinds = ['column', 'term', 'production'] as const;
  return kinds.map((kind) => label.any(kind, field)).find((name) => name !== field) ?? field;
}

/** A column of a table from a field's name. */
export function reportColumn<Row extends object>(
  given: FieldOf<Row> | FieldColumn<Row>,
  label: LabelReader,
  format: Format,
): Column<Row> {
  const column: FieldColumn<Row> = typeof given === 'string' ? { field: given } : given;
  const { field, judged = false, reason } = column;
  const kind = kindOf(field);
  const number = (row: Row) => numberIn(row, field);

  const cell = (row: Row): ReactNode => {
    const value = read(row, field);
    if (value === null || value === undefined) return <Unknown reason={reason?.(row)} />;
    const text = textOf(value);
    switch (kind) {
      case 'production':
        return <ProductionName row={row} name={text} />;
      case 'won':
        return <Won value={number(row)} />;
      case 'wonDifference':
        return <Won value={number(row)} signed judged={judged || field === 'projectedProfitKrw'} />;
      case 'price':
        return format.exactWon(number(row));
      case 'ratio':
        return <Percent value={number(row)} />;
      case 'ratioDifference':
        return <Points value={number(row)} />;
      case 'rate':
        return <Rate value={number(row)} />;
      case 'seats':
        return <Seats value={number(row)} />;
      case 'number':
        return count(number(row));
      case 'day':
        return format.day(text);
      case 'instant':
        return format.dayTime(text);
      case 'month':
        return format.month(text);
      case 'names':
      case 'text':
        return text;
    }
  };

  const value = (row: Row): SortValue => {
    const found = read(row, field);
    if (Array.isArray(found)) return textOf(found);
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
      ? found
      : null;
  };

  return {
    key: field,
    label: column.label ?? fieldLabel(label, field),
    align: rightKinds.includes(kind) ? 'right' : 'left',
    value,
    cell,
    ...(column.phone === undefined ? {} : { phone: column.phone }),
    ...(column.quiet === undefined ? {} : { quiet: column.quiet }),
    ...(column.strong === undefined ? {} : { strong: column.strong }),
    ...(column.footer === undefined ? {} : { footer: column.footer }),
    ...(column.spare === undefined ? {} : { spare: column.spare }),
  };
}

/** Mark and name of a row's production, leading to its page. */
function ProductionName({ row, name }: { row: object; name: string }) {
  const category = read(row, 'category');
  const code = read(row, 'productionCode');
  return (
    <span className="row">
      {typeof category === 'string' && <CategoryMark category={category as Category} />}
      {typeof code === 'string' ? (
        <AppLink to={`/productions/${encodeURIComponent(code)}`}>{name}</AppLink>
      ) : (
        name
      )}
    </span>
  );
}
