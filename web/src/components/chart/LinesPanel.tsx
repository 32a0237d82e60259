import type { EChartsOption, LineSeriesOption } from 'echarts';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { CategoryMark } from '@/components/figures/CategoryMark';
import type { Palette } from '@/lib/theme/tokens';
import { ChartPanel } from './ChartPanel';
import { chartState } from './ChartState';
import type { ChartQuery } from './ChartState';
import { edgeToEdge } from './edgeToEdge';
import { Multiples } from './Multiples';

/** One line of a chart: a production over weeks or months. */
export interface Line {
  readonly key: string;
  readonly name: string;
  readonly category: Category;
  readonly values: readonly (number | null)[];
}

/** More lines than these cannot be told apart; each gets a picture of its own. */
const most = 6;
const symbols = { musical: 'rect', play: 'circle', concert: 'diamond' } as const;

/** A level across the picture, which belongs to no point of it. */
function goalLine(
  goal: { readonly value: number; readonly text: string } | undefined,
  colors: Palette,
): LineSeriesOption[] {
  if (goal === undefined) return [];
  return [
    {
      type: 'line',
      data: [],
      markLine: {
        symbol: 'none',
        silent: true,
        data: [{ yAxis: goal.value }],
        lineStyle: { color: colors.target, type: 'solid', width: 1.5 },
        label: { formatter: goal.text, position: 'insideStartTop', color: colors.text2, fontSize: 11 },
      },
    },
  ];
}

/**
 * Productions over time. Up to six are lines in one picture, with their last value at the end; more are small
 * pictures side by side. What is still to come is dashed from `toCome` on.
 */
export function LinesPanel({
  title,
  caption,
  xs,
  lines,
  text,
  axisText = text,
  top,
  toCome,
  toComeText,
  summary,
  table,
  download,
  report,
  actions,
  height = 268,
  apart: apartAlways = false,
  goal,
}: {
  title: string;
  caption?: ReactNode;
  /** Names of the points, as the axis shows them. */
  xs: readonly string[];
  lines: readonly Line[];
  /** How a value is written. */
  text: (value: number) => string;
  axisText?: (value: number) => string;
  /** The end of the scale, where it is given. */
  top?: number;
  /** Index of the first point that is still to come; −1 when none is. */
  toCome?: number;
  toComeText?: string;
  summary: string;
  table: () => ReactNode;
  download?: TableDownload;
  report: ChartQuery;
  actions?: ReactNode;
  height?: number;
  /** Whether each line has a picture of its own however few there are. */
  apart?: boolean;
  /** What all are to reach, as a line across. */
  goal?: { readonly value: number; readonly text: string } | undefined;
}) {
  const apart = apartAlways || lines.length > most;
  const option = useCallback(
    (colors: Palette): EChartsOption => {
      const split = toCome === undefined || toCome < 0 ? xs.length : toCome;
      const seen: Partial<Record<Category, number>> = {};
      const series = lines.flatMap(({ name, category, values }): LineSeriesOption[] => {
        const nth = seen[category] ?? 0;
        seen[category] = nth + 1;
        const shared: LineSeriesOption = {
          type: 'line',
          name,
          symbol: symbols[category],
          symbolSize: category === 'concert' ? 8 : 6,
          showSymbol: true,
          itemStyle: { color: colors[category], opacity: 1 - Math.min(nth, 3) * 0.22 },
          lineStyle: { color: colors[category], width: 2, opacity: 1 - Math.min(nth, 3) * 0.22 },
          endLabel: {
            show: true,
            formatter: ({ value }) => (typeof value === 'number' ? text(value) : ''),
            color: colors[category],
            fontSize: 11,
            fontWeight: 600,
          },
        };
        const known = values.map((value, index) => (index < split ? value : null));
        // The dashed part begins at the last known point, so that the line does not break.
        const coming = values.map((value, index) => (index >= split - 1 ? value : null));
        const hasComing = coming.slice(split).some((value) => value !== null);
        return [
          { ...shared, data: known, ...(hasComing ? { endLabel: { show: false } } : {}) },
          ...(hasComing
            ? [{ ...shared, data: coming, lineStyle: { ...shared.lineStyle, type: 'dashed' as const } }]
            : []),
        ];
      });
      const [first] = series;
      if (first !== undefined && split > 0 && split < xs.length) {
        first.markLine = {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colors.text3, type: [2, 3] },
          label: { formatter: toComeText ?? '', position: 'end', color: colors.text3, fontSize: 11 },
          data: [{ xAxis: split - 1 }],
        };
      }
      return {
        grid: { top: 26, left: 8, right: 44, bottom: 4 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          valueFormatter: (value) => (typeof value === 'number' ? text(value) : '–'),
        },
        xAxis: { ...edgeToEdge, data: [...xs] },
        yAxis: {
          type: 'value',
          // Zero is in sight; where something was paid back the scale goes below it.
          min: ({ min }) => Math.min(0, min),
          splitNumber: 4,
          ...(top === undefined ? {} : { max: top }),
          axisLabel: { formatter: (value: number) => axisText(value) },
        },
        series: [...series, ...goalLine(goal, colors)],
      };
    },
    [xs, lines, text, axisText, top, toCome, toComeText, goal],
  );
  const shared = {
    title,
    caption,
    table,
    busy: report.isFetching && report.data !== undefined,
    actions,
    ...(download === undefined ? {} : { download }),
  };
  if (apart) {
    return (
      <ChartPanel
        {...shared}
        content={<Multiples xs={xs} lines={lines} text={text} toCome={toCome ?? -1} />}
      />
    );
  }
  return (
    <ChartPanel
      {...shared}
      content={chartState(report, xs.length === 0, height)}
      option={option}
      height={height}
      summary={summary}
      legend={lines.map(({ key, name, category }) => (
        <li key={key}>
          <CategoryMark category={category} />
          {name}
        </li>
      ))}
    />
  );
}
