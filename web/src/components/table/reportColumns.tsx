/**
 * Columns of a report from the catalogue: label, unit, alignment, format, order and sum follow from the field. Pages
 * say only what differs.
 */
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import type { FieldOf } from '@/components/figures/FieldValue';
import { SoftBar } from '@/components/figures/SoftBar';
import { AppLink } from '@/components/layout/AppLink';
import { isFigure, meaningOf } from '@/lib/i18n/fields';
import type { Pair } from '@/lib/i18n/pair';
import type { LabelReader } from '@/lib/i18n/useLabels';
import { numberOf, read, textOf } from '@/lib/read';
import type { Column, PhonePlace, SortValue } from './columns';

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
  /** Leaves out the unit, which the head says. */
  readonly bare?: boolean;
}

/** What columns of a table share: its rows, and the report's sums of them. */
interface Context<Row> {
  readonly label: LabelReader;
  readonly say: (pair: Pair) => string;
  readonly rows: readonly Row[];
  readonly total?: object | undefined;
}

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
    const name = field === 'productionName' ? textOf(read(row, field)) : '';
    if (name !== '') return <ProductionName row={row} name={name} />;
    return <FieldValue of={row} field={field} bare={column.bare} reason={why(row)} />;
  };
  const top = bar === undefined ? undefined : topOf(rows, field, bar);
  const shown = column.cell ?? cell;
  const footer =
    column.footer ??
    (figure && total !== undefined && field in total ? (
      <FieldValue of={total as Row} field={field} bare={column.bare} />
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
            <SoftBar value={numberOf(row, field)} top={top(row)} category={categoryOf(row)}>
              {shown(row)}
            </SoftBar>
          ),
    ...(column.phone === undefined ? {} : { phone: column.phone }),
    ...(column.quiet === undefined ? {} : { quiet: column.quiet }),
    ...(column.strong === undefined ? {} : { strong: column.strong }),
    ...(footer === undefined ? {} : { footer }),
    ...(column.spare === undefined ? {} : { spare: column.spare }),
    ...(meaningOf(field).unit === 'instant' ? { whole: true } : {}),
  };
}

/** The greatest figure that a row is compared with. */
function topOf<Row extends object>(rows: readonly Row[], field: string, of: 'all' | 'production') {
  const group = (row: Row) => (of === 'all' ? '' : textOf(read(row, 'productionCode')));
  const tops = new Map<string, number>();
  for (const row of rows)
    tops.set(group(row), Math.max(tops.get(group(row)) ?? 0, numberOf(row, field) ?? 0));
  return (row: Row) => tops.get(group(row)) ?? 0;
}

function categoryOf(row: object): Category | 'all' {
  return (read(row, 'category') as Category | undefined) ?? 'all';
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
