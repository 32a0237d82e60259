import type { ReactNode } from 'react';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import type { Column, Sort } from './columns';
import { DataTable } from './DataTable';
import { reportColumn } from './reportColumns';
import type { FieldColumn, FieldOf } from './reportColumns';

/**
 * A table of a report's rows. A column is the name of a field, a field with what differs (`{ field, sum, judged }`),
 * or a whole column where the cell is no plain value (`{ key, label, cell }`).
 */
export function ReportTable<Row extends object>({
  caption,
  rows,
  columns,
  rowKey,
  ...rest
}: {
  caption: string;
  rows: readonly Row[];
  columns: readonly (FieldOf<Row> | FieldColumn<Row> | Column<Row>)[];
  rowKey: (row: Row) => string;
  initialSort?: Sort;
  sortParam?: string;
  onOpen?: (row: Row) => void;
  filterText?: (row: Row) => string;
  later?: (row: Row) => boolean;
  dense?: boolean;
  empty?: ReactNode;
}) {
  const label = useLabels();
  const format = useFormat();
  const built = columns.map((column) =>
    typeof column === 'object' && 'key' in column ? column : reportColumn(column, label, format),
  );
  return <DataTable caption={caption} rows={rows} columns={built} rowKey={rowKey} {...rest} />;
}
