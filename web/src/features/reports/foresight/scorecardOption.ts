/** How good forecasts were, in ECharts' terms: errors beside those of a straight line, and what was told beside what came. */
import type { BarSeriesOption, EChartsOption, ScatterSeriesOption } from 'echarts';
import type { ReportAnswer } from '@/api/reports';
import { tooltipBox } from '@/components/chart/tooltip';
import { count, percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';

type Scorecard = ReportAnswer<'forecast-scorecard'>;

/** Forecasts of one quantity, so many days ahead. */
export type Score = Scorecard['horizons'][number];

/** Forecasts of break-even that told about the same. */
export type Bin = Scorecard['reliability'][number];

/** In px. */
export const scoreHeight = 244;

/** Errors by days ahead. What was not scored has no column, which is another thing than no error. */
export function errorOption(
  scores: readonly Score[],
  t: {
    readonly ours: string;
    readonly straight: string;
    readonly ahead: (days: number) => string;
    readonly of: (forecasts: string, productions: string) => string;
  },
  colors: Palette,
): EChartsOption {
  return {
    grid: { top: 16, left: 8, right: 12, bottom: 4 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
      formatter: (given) => {
        const score = scores[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
        if (score === undefined) return '';
        return tooltipBox(t.ahead(score.horizonDays), [
          { name: t.ours, value: percent(score.errorRatio) },
          { name: t.straight, value: percent(score.straightLineErrorRatio) },
          { name: t.of(count(score.forecasts), count(score.productions)) },
        ]);
      },
    },
    xAxis: { type: 'category', data: scores.map(({ horizonDays }) => t.ahead(horizonDays)) },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: { formatter: (value: number) => percent(value, 0) },
    },
    series: [
      {
        type: 'bar',
        name: t.ours,
        itemStyle: { color: colors.text2 },
        data: scores.map(({ errorRatio }) => errorRatio ?? '-'),
      } satisfies BarSeriesOption,
      {
        type: 'bar',
        name: t.straight,
        itemStyle: { color: colors.forecast },
        data: scores.map(({ straightLineErrorRatio }) => straightLineErrorRatio ?? '-'),
      } satisfies BarSeriesOption,
    ],
  };
}

/** What came true of what was told, on the diagonal where both are alike; bins without forecasts have no point. */
export function reliabilityOption(
  bins: readonly Bin[],
  t: {
    readonly told: string;
    readonly came: string;
    readonly alike: string;
    readonly forecasts: (count: string) => string;
  },
  colors: Palette,
): EChartsOption {
  const known = bins.flatMap((bin) =>
    bin.toldRatio === null || bin.cameTrueRatio === null
      ? []
      : [{ told: bin.toldRatio, came: bin.cameTrueRatio, forecasts: bin.forecasts }],
  );
  const most = Math.max(1, ...known.map(({ forecasts }) => forecasts));
  const axis = (name: string) => ({
    type: 'value' as const,
    min: 0,
    max: 1,
    interval: 0.25,
    name,
    nameLocation: 'middle' as const,
    axisLabel: { formatter: (value: number) => percent(value, 0) },
  });
  return {
    grid: { top: 12, left: 28, right: 16, bottom: 24 },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (given) => {
        const point = known[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
        if (point === undefined) return '';
        return tooltipBox(t.forecasts(count(point.forecasts)), [
          { name: t.told, value: percent(point.told) },
          { name: t.came, value: percent(point.came) },
        ]);
      },
    },
    xAxis: { ...axis(t.told), nameGap: 26 },
    yAxis: { ...axis(t.came), nameGap: 40 },
    series: [
      {
        type: 'line',
        name: t.alike,
        silent: true,
        symbol: 'none',
        data: [
          [0, 0],
          [1, 1],
        ],
        lineStyle: { color: colors.borderStrong, width: 1, type: 'dashed' },
        tooltip: { show: false },
      },
      {
        type: 'scatter',
        name: t.came,
        itemStyle: { color: colors.text2 },
        // As large as the part of the forecasts that a bin has.
        data: known.map(({ told, came, forecasts }) => ({
          value: [told, came],
          symbolSize: 8 + 18 * Math.sqrt(forecasts / most),
        })),
      } satisfies ScatterSeriesOption,
    ],
  };
}
