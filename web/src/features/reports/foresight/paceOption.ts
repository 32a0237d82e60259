/** The pace of a run in ECharts' terms: its own curve on the days to go, and what past ones had sold by then. */
import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { Category } from '@/api/productions';
import { edgeToEdge } from '@/components/chart/edgeToEdge';
import { endLabel } from '@/components/chart/endLabels';
import { tooltipBox } from '@/components/chart/tooltip';
import { percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { ownShares } from './run';
import type { PaceItem } from './run';

/** What the pace is drawn from. */
export interface PaceChart {
  readonly points: PaceItem['points'];
  readonly category: Category;
  readonly words: {
    readonly own: string;
    readonly usual: string;
    readonly usualMiddle: string;
    readonly dDay: (days: number) => string;
  };
}

/** In px. */
export const paceHeight = 268;

/**
 * The option, from the colours of the scheme. Days before the first sale and days to come have no curve of their own,
 * days without past ones no band.
 */
export function paceOption({ points, category, words: t }: PaceChart, colors: Palette): EChartsOption {
  const color = colors[category];
  const own = ownShares(points);
  const last = own.findLastIndex((share) => share !== null);
  // The band is the room between two lines: the lower one, unseen, carries the difference.
  const edge: LineSeriesOption = {
    type: 'line',
    stack: 'usual',
    stackStrategy: 'all',
    silent: true,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
  };
  return {
    grid: { top: 16, left: 8, right: 48, bottom: 4 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (given) => {
        const at = (Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1;
        const point = points[at];
        if (point === undefined) return '';
        const { daysToGo, usual } = point;
        const share = own[at] ?? null;
        return tooltipBox(t.dDay(daysToGo), [
          ...(share === null ? [] : [{ name: t.own, value: percent(share) }]),
          ...(usual === null
            ? []
            : [
                { name: t.usualMiddle, value: percent(usual.p50) },
                { name: t.usual, value: `${percent(usual.p10)} ~ ${percent(usual.p90)}` },
              ]),
        ]);
      },
    },
    xAxis: { ...edgeToEdge, data: points.map(({ daysToGo }) => t.dDay(daysToGo)) },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { formatter: (value: number) => percent(value, 0) },
    },
    series: [
      { ...edge, data: points.map(({ usual }) => usual?.p10 ?? null) },
      {
        ...edge,
        name: t.usual,
        areaStyle: { color: colors.forecast, opacity: 0.28 },
        data: points.map(({ usual }) => (usual === null ? null : usual.p90 - usual.p10)),
      },
      {
        type: 'line',
        name: t.usualMiddle,
        symbol: 'none',
        data: points.map(({ usual }) => usual?.p50 ?? null),
        lineStyle: { color: colors.forecast, width: 1.5, type: 'dashed' },
        itemStyle: { color: colors.forecast },
      } satisfies LineSeriesOption,
      {
        type: 'line',
        name: t.own,
        symbol: 'none',
        data: own.map((share, index) =>
          index !== last || share === null
            ? share
            : {
                value: share,
                symbol: 'circle',
                symbolSize: 6,
                label: {
                  ...endLabel,
                  formatter: () => percent(share),
                  color,
                  // The lines of past productions go on behind it.
                  textBorderColor: colors.surface,
                  textBorderWidth: 3,
                },
              },
        ),
        showSymbol: true,
        lineStyle: { color, width: 2.25 },
        itemStyle: { color },
        z: 4,
      } satisfies LineSeriesOption,
    ],
  };
}
