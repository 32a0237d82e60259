import type { ReactNode } from 'react';
import type { FieldOf } from '@/components/figures/FieldValue';
import { usePair } from '@/lib/i18n/pair';
import type { Pair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import type { Column, Sort } from './columns';
import { DataTable } from './DataTable';
import { reportColumn } from './reportColumns';
import type { FieldColumn } from './reportColumns';

/** A whole column, where there is no such field. */
export type OwnColumn<Row> = Omit<Column<Row>, 'label'> & { readonly label: string | Pair };

/** A column by the name of its field, a field with what differs, or a whole column. */
export type ReportColumn<Row> = FieldOf<Row> | FieldColumn<Row> | OwnColumn<Row>;

/** A table of a report's rows; `total` is the row of the report's own sums, which its fields stand below. */
export function ReportTable<Row extends object>({
  caption,
  rows,
  columns,
  rowKey,
  total,
  ...rest
}: {
  caption: string;
  rows: readonly Row[];
  columns: readonly ReportColumn<Row>[];
  rowKey: (row: Row) => string;
  total?: object | undefined;
  initialSort?: Sort;
  sortParam?: string;
  onOpen?: (row: Row) => void;
  filterText?: (row: Row) => string;
  folded?: (row: Row) => boolean;
  dense?: boolean;
  empty?: ReactNode;
  source?: string;
}) {
  const label = useLabels();
  const say = usePair();
  const built = columns.map((column): Column<Row> => {
    if (typeof column !== 'object' || !('key' in column))
      return reportColumn(column, { label, say, rows, total });
    return { ...column, label: typeof column.label === 'object' ? say(column.label) : column.label };
  });
  return <DataTable caption={caption} rows={rows} columns={built} rowKey={rowKey} {...rest} />;
}
