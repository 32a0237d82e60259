import type { BarSeriesOption, EChartsOption } from 'echarts';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { useFormat } from '@/lib/useFormat';
import type { Palette } from '@/lib/theme/tokens';
import { ChartPanel } from './ChartPanel';
import { chartState } from './ChartState';
import type { ChartQuery } from './ChartState';
import { inkOf } from './inks';
import { targetLine } from './targetLine';
import { isHiddenZero, zeroLine } from './zeroLine';

/** Columns that stand on each other, in the order of the list. */
export interface Columns {
  readonly key: string;
  readonly name: string;
  /** Whose colour they have; the sum of several categories is in ink, which belongs to none. */
  readonly category: Category | 'all';
  readonly values: readonly (number | null)[];
}

const noMarks: readonly { readonly x: number; readonly text: string }[] = [];

/**
 * How much per day, week or month: columns in the colour of their category, several on each other, with the target
 * as a stepped line. Unknown periods stay blank; columns of periods to come are hollow.
 */
export function ColumnsPanel({
  title,
  caption,
  xs,
  columns,
  target,
  toCome,
  summary,
  legend,
  table,
  download,
  report,
  actions,
  height = 260,
  marks = noMarks,
  text,
  axisText = text,
}: {
  title: string;
  caption?: ReactNode;
  xs: readonly string[];
  columns: readonly Columns[];
  target?: { readonly name: string; readonly values: readonly (number | null)[] };
  /** Index of the first period that is to come. */
  toCome?: number;
  summary: string;
  legend?: ReactNode;
  table: () => ReactNode;
  download?: TableDownload;
  report: ChartQuery;
  actions?: ReactNode;
  height?: number;
  /** Thin lines with a word, such as the record date. */
  marks?: readonly { readonly x: number; readonly text: string }[];
  /** How a value is written; won when left out. */
  text?: ((value: number) => string) | undefined;
  axisText?: ((value: number) => string) | undefined;
}) {
  const format = useFormat();
  const option = useCallback(
    (colors: Palette): EChartsOption => {
      const series = columns.map(({ name, category, values }, nth): BarSeriesOption => {
        const color = inkOf(category, colors);
        const before = columns.slice(0, nth).filter((other) => other.category === category).length;
        const opacity = 1 - Math.min(before, 4) * 0.18;
        return {
          type: 'bar',
          name,
          stack: 'all',
          ...zeroLine,
          data: values.map((value, index) => {
            const stack = columns.map((other) => other.values[index] ?? null);
            if (isHiddenZero(value, stack)) return { value: 0, itemStyle: { opacity: 0 } };
            return toCome !== undefined && toCome >= 0 && index >= toCome
              ? {
                  value: value ?? '-',
                  itemStyle: { color: colors.surface, borderColor: color, borderWidth: 1.5 },
                }
              : (value ?? '-');
          }),
          itemStyle: { color, opacity, ...(columns.length > 1 ? { borderRadius: 0 } : {}) },
          ...(nth === 0 && marks.length > 0
            ? {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: colors.text3, type: [2, 3] },
                  label: { position: 'end', color: colors.text3, fontSize: 11 },
                  data: marks.map(({ x, text }) => ({ xAxis: x, label: { formatter: text } })),
                },
              }
            : {}),
        };
      });
      return {
        grid: { top: marks.length > 0 ? 26 : 12, left: 8, right: 12, bottom: 4 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          axisPointer: { type: 'shadow' },
          valueFormatter: (value) =>
            typeof value === 'number' && text !== undefined
              ? text(value)
              : format.exactWon(typeof value === 'number' ? value : null),
        },
        xAxis: { type: 'category', data: [...xs], axisLabel: { hideOverlap: true } },
        yAxis: {
          type: 'value',
          splitNumber: 4,
          axisLabel: { formatter: axisText ?? format.axisWon },
        },
        series: [...series, ...(target === undefined ? [] : targetLine(target.name, target.values, colors))],
      };
    },
    [xs, columns, target, toCome, format, marks, text, axisText],
  );
  return (
    <ChartPanel
      title={title}
      caption={caption}
      busy={report.isFetching && report.data !== undefined}
      of={report.data}
      content={chartState(report, xs.length === 0, height)}
      actions={actions}
      legend={legend}
      option={option}
      height={height}
      summary={summary}
      table={table}
      {...(download === undefined ? {} : { download })}
    />
  );
}
