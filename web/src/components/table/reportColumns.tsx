/**
 * Columns of a report from the catalogue: label, unit, alignment, format, order and sum follow from the field. Pages
 * say only what differs.
 */
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue, textOf } from '@/components/figures/FieldValue';
import { SoftBar } from '@/components/figures/SoftBar';
import { Unknown } from '@/components/figures/Amount';
import { AppLink } from '@/components/layout/AppLink';
import { isFigure } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import type { Pair } from '@/lib/i18n/pair';
import type { LabelReader } from '@/lib/i18n/useLabels';
import type { Column, PhonePlace, SortValue } from './columns';

/** Fields of a row that the catalogue knows. */
export type FieldOf<Row> = Extract<keyof Row, FieldName>;

/** A column by its field, with what differs from what the catalogue says. */
export interface FieldColumn<Row> {
  readonly field: FieldOf<Row>;
  readonly label?: string | Pair;
  readonly phone?: PhonePlace;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  /** Stands below in the place of the report's sum. */
  readonly footer?: ReactNode;
  readonly spare?: boolean;
  /** Shows more than the figure. */
  readonly cell?: (row: Row) => ReactNode;
  /** Stands in for an unknown figure, such as `개막 전`. */
  readonly reason?: Pair | ((row: Row) => ReactNode);
  /** A soft bar behind the figure, as long as its part of the greatest of all rows, or of the same production. */
  readonly bar?: 'all' | 'production';
}

/** What columns of a table share: its rows, and the report's sums of them. */
interface Context<Row> {
  readonly label: LabelReader;
  readonly say: (pair: Pair) => string;
  readonly rows: readonly Row[];
  readonly total?: object | undefined;
}

/** What a row holds in a field; one of an object around it is named with dots, as in the catalogue. */
export function read(row: object, field: string): unknown {
  return field.split('.').reduce<unknown>((level, name) => {
    return typeof level === 'object' && level !== null ? Reflect.get(level, name) : undefined;
  }, row);
}

const numberIn = (row: object, field: string): number | null => {
  const value = read(row, field);
  return typeof value === 'number' ? value : null;
};

/** A column of a table from a field's name. */
export function reportColumn<Row extends object>(
  given: FieldOf<Row> | FieldColumn<Row>,
  { label, say, rows, total }: Context<Row>,
): Column<Row> {
  const column: FieldColumn<Row> = typeof given === 'string' ? { field: given } : given;
  const { field, reason, bar } = column;
  const figure = isFigure(field);
  const why = (row: Row) => (typeof reason === 'object' ? say(reason) : reason?.(row));

  const value = (row: Row): SortValue => {
    const found = read(row, field);
    return typeof found === 'number' || typeof found === 'boolean' ? found : textOf(found) || null;
  };
  const cell = (row: Row): ReactNode => {
    const found = read(row, field);
    if (found === null || found === undefined) return <Unknown reason={why(row)} />;
    if (field === 'productionName') return <ProductionName row={row} name={textOf(found)} />;
    return <FieldValue field={field} value={found} />;
  };
  const top = bar === undefined ? undefined : topOf(rows, field, bar);
  const shown = column.cell ?? cell;
  const footer =
    column.footer ??
    (figure && total !== undefined && field in total ? (
      <FieldValue field={field} value={read(total, field)} />
    ) : undefined);

  return {
    key: field,
    label: typeof column.label === 'object' ? say(column.label) : (column.label ?? label('column', field)),
    align: figure ? 'right' : 'left',
    value,
    cell:
      top === undefined
        ? shown
        : (row) => (
            <SoftBar value={numberIn(row, field)} top={top(row)} category={categoryOf(row)}>
              {shown(row)}
            </SoftBar>
          ),
    ...(column.phone === undefined ? {} : { phone: column.phone }),
    ...(column.quiet === undefined ? {} : { quiet: column.quiet }),
    ...(column.strong === undefined ? {} : { strong: column.strong }),
    ...(footer === undefined ? {} : { footer }),
    ...(column.spare === undefined ? {} : { spare: column.spare }),
  };
}

/** The greatest figure that a row is compared with. */
function topOf<Row extends object>(rows: readonly Row[], field: string, of: 'all' | 'production') {
  const group = (row: Row) => (of === 'all' ? '' : textOf(read(row, 'productionCode')));
  const tops = new Map<string, number>();
  for (const row of rows)
    tops.set(group(row), Math.max(tops.get(group(row)) ?? 0, numberIn(row, field) ?? 0));
  return (row: Row) => tops.get(group(row)) ?? 0;
}

function categoryOf(row: object): Category {
  return (read(row, 'category') as Category | undefined) ?? 'musical';
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
