import type { ReactNode } from 'react';
import { tableOf, tableRows } from '@/api/catalogue';
import type { TableEntry, TableName, TableRow } from '@/api/catalogue';
import type { ReportAnswer, ReportName } from '@/api/reports';
import type { Sort } from '@/components/table/columns';
import { ColumnsMenu, useHiddenColumns } from '@/components/table/ColumnsMenu';
import { ReportTable } from '@/components/table/ReportTable';
import type { ReportColumn } from '@/components/table/ReportTable';
import { isInstant } from '@/lib/days';
import { isField } from '@/lib/i18n/fields';
import { isPair, usePair } from '@/lib/i18n/pair';
import type { Pair } from '@/lib/i18n/pair';
import { keyOf, read, textOf } from '@/lib/read';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import type { Format } from '@/lib/useFormat';
import { periodText } from './periods';
import type { Grain } from './periods';
import { ReportPanel } from './ReportPanel';
import { grainOf, isText, isWithin, periodOf, timeOf } from './rows';
import { useScope } from './useScope';
import { useScopedReport } from './useScopedReport';
import type { OwnParameters, ScopedReport } from './useScopedReport';

/** What is said of a table of a report. */
export interface TableSpec<N extends ReportName, T extends TableName<N>> {
  readonly report: N;
  /** Which of its tables; `items` when left out. */
  readonly table?: T;
  /** What the report is asked beyond day, productions and period. */
  readonly own?: OwnParameters<N>;
  readonly columns:
    | readonly ReportColumn<TableRow<N, T>>[]
    | ((rows: readonly TableRow<N, T>[]) => readonly ReportColumn<TableRow<N, T>>[]);
  readonly sort?: Sort;
  /** Where the order is kept in the address; tables of one page need different ones. */
  readonly sortParam?: string;
  /** Whether rows are searched by what is no figure. */
  readonly find?: boolean;
  readonly dense?: boolean;
  /** Whether the further row of the table, such as a total, stands among the others, as in its downloads. */
  readonly further?: boolean;
  /** Which rows are shown. */
  readonly where?: (row: TableRow<N, T>) => boolean;
  /** Which rows are folded away until they are asked for. */
  readonly folded?: (row: TableRow<N, T>) => boolean;
  /** How many rows are shown; the panel says what leads to the others. */
  readonly limit?: number;
  /** The report's own sums of the rows; `overall` when the report has it as one object. */
  readonly total?: (answer: ReportAnswer<N>) => object | null | undefined;
}

/** The rows of a table within the period of the page. */
export function rowsWithin<N extends ReportName, T extends TableName<N>>(
  name: N,
  table: T,
  answer: ReportAnswer<N> | undefined,
  range: Parameters<typeof isWithin>[2],
  further = false,
): readonly TableRow<N, T>[] {
  const time = timeOf(tableOf(name, table));
  const grain = grainIn(answer as object | undefined);
  return tableRows(name, table, answer, further).filter((row) => isWithin(row as object, time, range, grain));
}

/** The grain that an answer repeats. */
export function grainIn(answer: object | undefined) {
  const grain = answer === undefined ? undefined : read(answer, 'grain');
  return grain === 'day' || grain === 'week' || grain === 'month' ? grain : undefined;
}

function timeText(startsAt: unknown, format: Format): string {
  return isInstant(startsAt) ? format.dayTime(startsAt) : '';
}

/** A `period` is as long as the report was asked for. */
function periodColumn<Row>(column: ReportColumn<Row>, grain: Grain): ReportColumn<Row> {
  const own = typeof column === 'object' ? column : { field: column };
  if (!('field' in own) || own.field !== 'period') return column;
  return {
    cell: (row) => <PeriodCell period={textOf(read(row as object, 'period'))} grain={grain} />,
    ...own,
  };
}

/** A column that is called otherwise in this table than elsewhere. */
function withOwnWord<Row>(column: ReportColumn<Row>, words: TableEntry['words']): ReportColumn<Row> {
  const own = typeof column === 'object' ? column : { field: column };
  if (!('field' in own) || own.label !== undefined) return column;
  const label = words?.[own.field];
  return label === undefined ? column : { ...own, label };
}

function PeriodCell({ period, grain }: { period: string; grain: Grain }) {
  return <span className="nowrap">{periodText(period, grain, useFormat())}</span>;
}

function overallOf(answer: object): object | undefined {
  const overall = read(answer, 'overall');
  return typeof overall === 'object' && overall !== null && !Array.isArray(overall) ? overall : undefined;
}

/** Under what the columns of a table are chosen. */
function tableKey(report: string, table: string): string {
  return table === 'items' ? report : `${report}/${table}`;
}

function keyOfColumn<Row>(column: ReportColumn<Row>): string {
  if (typeof column !== 'object') return column;
  return 'field' in column ? column.field : column.key;
}

/** The label that a page gives a column instead of the catalogue's. */
function labelOfColumn<Row>(column: ReportColumn<Row>, say: (pair: Pair) => string): string | undefined {
  if (typeof column !== 'object' || column.label === undefined) return undefined;
  return typeof column.label === 'object' ? say(column.label) : column.label;
}

/** A table of a report's rows, which a panel shows by itself or a chart as its other form. */
export function Rows<N extends ReportName, T extends TableName<N>>({
  spec,
  of: { report, source },
  caption,
}: {
  spec: TableSpec<N, T>;
  of: ScopedReport<N>;
  caption: string;
}) {
  const { range, single } = useScope();
  const format = useFormat();
  const {
    report: name,
    columns,
    sort,
    find,
    where,
    limit,
    folded,
    total = overallOf as (answer: ReportAnswer<N>) => object | undefined,
  } = spec;
  const table = spec.table ?? ('items' as T);
  const entry = tableOf(name, table);
  const time = timeOf(entry);
  const grain = grainIn(report.data as object | undefined);
  const all = rowsWithin(name, table, report.data, range, spec.further).filter((row) => where?.(row) ?? true);
  const rows = (limit === undefined ? all : all.slice(0, limit)) as readonly (TableRow<N, T> & object)[];
  // A page about one production need not name it in each row.
  const given = (typeof columns === 'function' ? columns(all) : columns)
    .map((column) => withOwnWord(column, entry.words))
    .map((column) => (grain === undefined ? column : periodColumn(column, grain)));
  const hidden = useHiddenColumns(tableKey(name, table));
  const shown = given
    .filter((column) => single === undefined || column !== 'productionName')
    .filter((column, index) => index === 0 || !hidden.includes(keyOfColumn(column)));
  const texts = entry.columns.filter((field) => isField(field) && isText(field));
  const sums = table === 'items' && report.data !== undefined ? total(report.data) : undefined;
  return (
    <ReportTable
      caption={caption}
      source={source}
      rows={rows}
      rowKey={keyOf}
      columns={shown}
      dense={spec.dense ?? false}
      {...(sums === null || sums === undefined ? {} : { total: sums })}
      {...(sort === undefined ? {} : { initialSort: sort })}
      {...(folded === undefined ? {} : { folded })}
      {...(spec.sortParam === undefined ? {} : { sortParam: spec.sortParam })}
      {...(find === true
        ? {
            filterText: (row: object) =>
              [
                ...texts.map((field) => textOf(read(row, field))),
                time === undefined
                  ? ''
                  : time === 'startsAt'
                    ? timeText(read(row, time), format)
                    : periodText(periodOf(row, time), grainOf(time, grain), format),
              ].join(' '),
          }
        : {})}
    />
  );
}

/** A panel with a table of a report: what it is called, its states and its downloads are the report's. */
export function TableOf<N extends ReportName, T extends TableName<N> = Extract<TableName<N>, 'items'>>({
  title,
  caption,
  legend,
  actions,
  below,
  empty,
  ...spec
}: TableSpec<N, T> & {
  /** The table's own name when left out. */
  title?: Pair | string;
  caption?: Pair | ReactNode;
  legend?: ReactNode;
  actions?: ReactNode;
  /** Stands below the table. */
  below?: (rows: number) => ReactNode;
  /** What is said where there are no rows. */
  empty?: ReactNode;
}) {
  const say = usePair();
  const { range, single } = useScope();
  const table = spec.table ?? ('items' as T);
  const of = useScopedReport(spec.report, spec.own);
  const entry = tableOf(spec.report, table);
  const name = title ?? entry.title;
  const text = typeof name === 'string' ? name : say(name);
  const label = useLabels();
  const listed: readonly ReportColumn<TableRow<N, T>>[] =
    typeof spec.columns === 'function' ? spec.columns([]) : spec.columns;
  const choosable = listed
    .filter((column) => single === undefined || column !== 'productionName')
    .map((column) => ({
      key: keyOfColumn(column),
      label: labelOfColumn(withOwnWord(column, entry.words), say) ?? label.any('column', keyOfColumn(column)),
    }));
  const rows = () =>
    rowsWithin(spec.report, table, of.report.data, range).filter((row) => spec.where?.(row) ?? true).length;
  return (
    <ReportPanel
      title={text}
      caption={isPair(caption) ? say(caption) : caption}
      report={of.report}
      download={{
        report: spec.report,
        query: of.query,
        ...(table === 'items' ? {} : { table }),
      }}
      legend={legend}
      actions={
        <>
          {actions}
          <ColumnsMenu of={text} table={tableKey(spec.report, table)} columns={choosable} />
        </>
      }
      {...(empty === undefined ? {} : { empty, isEmpty: () => rows() === 0 })}
    >
      {() => (
        <>
          <Rows spec={spec} of={of} caption={text} />
          {below?.(rows())}
        </>
      )}
    </ReportPanel>
  );
}
