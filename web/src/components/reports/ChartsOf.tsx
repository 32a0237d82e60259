import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { tableOf } from '@/api/catalogue';
import type { TableEntry, TableName, TableRow } from '@/api/catalogue';
import type { Category } from '@/api/productions';
import type { ReportName } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { LinesPanel } from '@/components/chart/LinesPanel';
import type { Line } from '@/components/chart/linesOption';
import type { MultiplesScale } from '@/components/chart/multiplesScale';
import { figureText } from '@/components/figures/FieldValue';
import { addDays, daysOf, mondayOf, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { groupBy } from '@/lib/groups';
import type { FieldName } from '@/lib/i18n/fields';
import { meaningOf } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { isPair, usePair } from '@/lib/i18n/pair';
import type { Pair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { numberOf, read, textOf } from '@/lib/read';
import { useFormat } from '@/lib/useFormat';
import { allPeriods, axisPeriod, firstAfter } from './periods';
import type { Grain } from './periods';
import { grainOf, periodOf, timeOf } from './rows';
import { grainIn, Rows, rowsWithin } from './TableOf';
import type { TableSpec } from './TableOf';
import { useScope } from './useScope';
import { useScopedReport } from './useScopedReport';

const words = defineMessages({
  ko: {
    toCome: '이번 주부터 예매분',
    goal: (share: string) => `목표 ${share}`,
    last: (title: string, values: string) => `${title}: ${values}`,
  },
  en: {
    toCome: 'From this week: booked so far',
    goal: (share: string) => `target ${share}`,
    last: (title: string, values: string) => `${title}: ${values}`,
  },
});

/** What is said of a chart of a report: the table that it draws, which is its other form as well. */
interface ChartSpec<N extends ReportName, T extends TableName<N>> extends TableSpec<N, T> {
  /** The figure that is drawn. */
  readonly value: Extract<keyof TableRow<N, T>, FieldName>;
  /** The table's own name when left out. */
  readonly title?: Pair | string;
  readonly caption?: Pair | ReactNode;
  readonly height?: number;
  /** Whether weeks from the present one on are what is booked so far, and look like it. */
  readonly toCome?: boolean;
  readonly actions?: ReactNode;
  /** Whether days and weeks without a row are gaps of the axis. */
  readonly gaps?: boolean;
}

/** Every period between the first and the last; months are told in full. */
function filled(known: readonly string[], grain: Grain): string[] {
  const [first, last] = [known[0], known.at(-1)];
  if (grain === 'month' || first === undefined || last === undefined) return [...known];
  const days = daysOf({ from: toDay(first), to: toDay(last) });
  return grain === 'day' ? days : days.filter((day) => day === mondayOf(day));
}

/** A line for each production of the rows. What was before the first figure is no part of its form. */
export function linesOf(
  rows: readonly object[],
  periods: readonly string[],
  at: (row: object) => string,
  value: string,
): Line[] {
  return [...groupBy(rows, (row) => textOf(read(row, 'productionCode')))].map(([key, list]) => {
    const found = new Map(list.map((row) => [at(row), numberOf(row, value)]));
    const values = periods.map((period) => found.get(period) ?? null);
    const begin = values.findIndex((figure) => figure !== null && figure !== 0);
    return {
      key,
      name: textOf(read(list[0] ?? {}, 'productionName')),
      category: (read(list[0] ?? {}, 'category') as Category | undefined) ?? 'all',
      values: values.map((figure, index) => (index < begin ? null : figure)),
    };
  });
}

/** What both charts draw: the rows within the period of the page, along the field that orders them in time. */
function useSeries<N extends ReportName, T extends TableName<N>>(spec: ChartSpec<N, T>) {
  const { report: name, value, title, gaps = false } = spec;
  const table = spec.table ?? ('items' as T);
  const say = usePair();
  const label = useLabels();
  const format = useFormat();
  const { range, asOf } = useScope();
  const { where } = spec;
  const of = useScopedReport(name, spec.own);
  const answer = of.report.data;
  const entry: TableEntry = tableOf(name, table);
  const time = timeOf(entry);
  const rows = useMemo(
    () => rowsWithin(name, table, answer, range).filter((row) => where?.(row) ?? true) as readonly object[],
    [name, table, answer, range, where],
  );
  const grain = time === undefined ? 'day' : grainOf(time, grainIn(answer as object | undefined));
  const at = useCallback((row: object) => (time === undefined ? '' : periodOf(row, time)), [time]);
  const periods = useMemo(() => {
    const known = allPeriods([rows.map(at)]);
    return gaps ? filled(known, grain) : known;
  }, [rows, at, gaps, grain]);
  const xs = useMemo(() => periods.map((period) => axisPeriod(period, format)), [periods, format]);
  const text = useCallback((figure: number) => figureText(value, figure, format), [value, format]);
  const axisText = useCallback(
    (figure: number) =>
      meaningOf(value).unit === 'krw' ? format.axisWon(figure) : figureText(value, figure, format),
    [value, format],
  );
  const named = title ?? entry.title;
  const heading = typeof named === 'string' ? named : say(named);
  const yesterweek: Day = addDays(mondayOf(asOf), -1);
  return {
    of,
    rows,
    at,
    periods,
    xs,
    text,
    axisText,
    label,
    title: heading,
    caption: isPair(spec.caption) ? say(spec.caption) : spec.caption,
    /** The first period that is still to come; −1 when none is, or when they are not told apart. */
    coming: spec.toCome === true ? firstAfter(periods, yesterweek) : -1,
    download: { report: name, query: of.query, ...(table === 'items' ? {} : { table }) },
    asTable: () => <Rows spec={spec} of={of} caption={heading} />,
  };
}

/** A figure of each production over time, as lines, or as small pictures where there are many. */
export function LinesOf<N extends ReportName, T extends TableName<N> = Extract<TableName<N>, 'items'>>(
  spec: ChartSpec<N, T> & {
    /** Whether each production has a picture of its own however few there are; one alone has none. */
    apart?: boolean;
    /** Of pictures side by side; common when left out. */
    scale?: MultiplesScale;
    /** Whether the target share of the one production that the page is about is drawn as well. */
    targetShare?: boolean;
  },
) {
  const t = useMessages(words);
  const { single } = useScope();
  const { of, rows, at, periods, xs, text, axisText, title, caption, coming, download, asTable } =
    useSeries(spec);
  const { value, apart = false, scale = 'common' } = spec;
  const share = spec.targetShare === true ? (single?.targetShare ?? null) : null;
  // Charts are drawn anew for another goal only, not for another object of the same.
  const goal = useMemo(
    () => (share === null ? undefined : { value: share, text: t.goal(text(share)) }),
    [share, t, text],
  );
  const lines = useMemo(() => linesOf(rows, periods, at, value), [rows, periods, at, value]);
  const last = (line: Line) => {
    const found = line.values.findLast((figure) => figure !== null);
    return `${line.name} ${found === undefined ? '–' : text(found)}`;
  };
  if (apart && lines.length === 1) return null;
  return (
    <LinesPanel
      apart={apart}
      scale={scale}
      goal={goal}
      title={title}
      caption={caption}
      xs={xs}
      lines={lines}
      text={text}
      axisText={axisText}
      // The line is solid up to the present week, whose figure is still moving.
      {...(spec.toCome === true ? { toCome: coming + 1 || -1, toComeText: t.toCome } : {})}
      {...(spec.height === undefined ? {} : { height: spec.height })}
      report={of.report}
      actions={spec.actions}
      download={download}
      summary={t.last(title, lines.map(last).join(', '))}
      table={asTable}
    />
  );
}

/** A figure of all productions together over time, as columns. */
export function ColumnsOf<N extends ReportName, T extends TableName<N> = Extract<TableName<N>, 'items'>>(
  spec: ChartSpec<N, T> & { category?: Category | 'all' },
) {
  const t = useMessages(words);
  const { of, rows, at, periods, xs, text, label, title, caption, coming, download, asTable } =
    useSeries(spec);
  const { value, category = 'all' } = spec;
  const columns = useMemo(() => {
    const found = new Map(rows.map((row) => [at(row), numberOf(row, value)]));
    const values = periods.map((period) => found.get(period) ?? null);
    return [{ key: value, name: label('column', value), category, values }];
  }, [rows, at, periods, value, label, category]);
  const last = columns[0]?.values.findLastIndex((figure) => figure !== null) ?? -1;
  return (
    <ColumnsPanel
      title={title}
      caption={caption}
      xs={xs}
      columns={columns}
      toCome={coming}
      {...(spec.height === undefined ? {} : { height: spec.height })}
      report={of.report}
      actions={spec.actions}
      download={download}
      summary={t.last(title, last < 0 ? '–' : `${xs[last] ?? ''} ${text(columns[0]?.values[last] ?? 0)}`)}
      table={asTable}
    />
  );
}
