/** The chart of a production's sales in ECharts' terms: marketing lane, columns against target, and the sums below. */
import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import type { Category } from '@/api/productions';
import type { ReportAnswer } from '@/api/reports';
import { dayLabel } from '@/components/chart/dayLabel';
import { targetLine } from '@/components/chart/targetLine';
import { periodText } from '@/components/reports/periods';
import type { Grain } from '@/components/reports/periods';
import { tooltipBox } from '@/components/chart/tooltip';
import { mondayOf, shortDay, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { fontFamily } from '@/lib/theme/tokens';
import type { Palette } from '@/lib/theme/tokens';
import { percent } from '@/lib/numbers';
import type { Format } from '@/lib/useFormat';
import type { Period } from './figures';

/** A week with what was done in it. */
export type MarketingWeek = ReportAnswer<'marketing-effect'>['items'][number]['weeks'][number];

/** What one agency sold, by the periods of the chart. */
export interface AgencyColumn {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What the chart is drawn from. */
export interface SalesChart {
  readonly periods: readonly Period[];
  /** The agencies that are looked at, while others are taken off; columns of all sales stay behind theirs. */
  readonly agencies: readonly AgencyColumn[] | undefined;
  readonly grain: Grain;
  readonly category: Category;
  readonly recordDate: Day | null;
  readonly weeks: readonly MarketingWeek[];
  /** What holidays are called. */
  readonly holidays: ReadonlyMap<Day, string>;
  readonly preview: { readonly from: Day; readonly to: Day } | undefined;
  readonly phone: boolean;
  readonly format: Format;
  readonly words: {
    readonly revenue: string;
    readonly targetName: string;
    readonly cumulative: string;
    readonly cumulativeTarget: string;
    readonly marketingKey: string;
    readonly previewKey: string;
    readonly ratio: string;
    readonly cumulativeShort: (amount: string) => string;
    readonly until: (day: string) => string;
  };
}

/** What was done in a week, without what was left empty. */
export function notesOf({ salesMarketing, promotion, other }: MarketingWeek): string[] {
  return [salesMarketing, promotion, other].filter((note) => note !== null && note !== '') as string[];
}

/** Lines of notes in the lane; the rest is in the tooltip. */
const laneLines = 2;

const left = 62;
const right = 16;

/** How pale the columns of all sales are behind those of some agencies. */
export const paleOpacity = 0.2;

/** How an agency's part of a column is told from those below. */
export function agencyOpacity(nth: number): number {
  return 1 - Math.min(nth, 4) * 0.18;
}

/** Heights of the three parts. */
export function chartHeight(phone: boolean): number {
  return phone ? 344 : 400;
}

/** The option, from the colours of the scheme. */
export function salesOption(chart: SalesChart, colors: Palette): EChartsOption {
  const { periods, grain, category, recordDate, weeks, holidays, preview, phone, format, words: t } = chart;
  const agencies = chart.agencies ?? [];
  const names = periods.map(({ period }) => period);
  const indexOf = (day: Day) => names.indexOf(grain === 'week' ? mondayOf(day) : day);
  const lane = grain === 'month' ? [] : weeks.filter((week) => notesOf(week).length > 0);
  const last = recordDate === null ? undefined : periods.findLast(({ revenueKrw }) => revenueKrw !== null);
  const until =
    last === undefined
      ? undefined
      : {
          symbol: 'none',
          silent: true,
          data: [{ xAxis: last.period }],
          lineStyle: { color: colors.text3, type: [2, 3] },
        };
  const weekNotes = (period: string) =>
    grain === 'month'
      ? []
      : weeks.filter(({ weekStart }) => mondayOf(weekStart) === mondayOf(toDay(period))).flatMap(notesOf);

  const axis = (gridIndex: number, labels: boolean) => ({
    type: 'category' as const,
    gridIndex,
    data: names,
    axisLine: { show: gridIndex > 0 },
    axisLabel: {
      show: labels,
      interval: grain === 'day' ? 0 : ('auto' as const),
      hideOverlap: true,
      formatter: (name: string) =>
        grain === 'month'
          ? format.month(name)
          : grain === 'week'
            ? shortDay(toDay(name))
            : dayLabel(toDay(name), holidays),
    },
  });
  // The three share one x axis: labels must not move one of them.
  const plot = { left, right, containLabel: false };
  const [mainTop, mainHeight, sumTop, sumHeight] = phone ? [66, 130, 222, 66] : [66, 168, 258, 78];

  const columns: BarSeriesOption = {
    type: 'bar',
    name: t.revenue,
    xAxisIndex: 1,
    yAxisIndex: 1,
    barCategoryGap: '30%',
    itemStyle: { color: colors[category], opacity: chart.agencies === undefined ? 1 : paleOpacity },
    // Those of agencies stand in front of them, not beside.
    barGap: '-100%',
    data: periods.map(({ revenueKrw }) => revenueKrw ?? '-'),
    ...(preview === undefined || grain !== 'day'
      ? {}
      : {
          markArea: {
            silent: true,
            itemStyle: { color: colors.warningSoft, opacity: 0.75 },
            label: { color: colors.warning, fontSize: 11, position: 'top' as const, distance: 3 },
            data: [[{ xAxis: preview.from, name: t.previewKey }, { xAxis: preview.to }]],
          },
        }),
    ...(until === undefined || recordDate === null
      ? {}
      : {
          markLine: {
            ...until,
            label: {
              formatter: t.until(shortDay(recordDate)),
              position: 'end' as const,
              rotate: 0,
              color: colors.text3,
            },
          },
        }),
  };
  const parts = agencies.map(({ name, values }, nth): BarSeriesOption => ({
    type: 'bar',
    name,
    stack: 'agencies',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barCategoryGap: '30%',
    barGap: '-100%',
    // What is pressed is the column of all sales.
    silent: true,
    itemStyle: { color: colors[category], opacity: agencyOpacity(nth), borderRadius: 0 },
    data: values.map((value) => value ?? '-'),
  }));
  const sums: LineSeriesOption = {
    type: 'line',
    name: t.cumulative,
    xAxisIndex: 2,
    yAxisIndex: 2,
    symbol: 'none',
    lineStyle: { color: colors[category], width: 2 },
    itemStyle: { color: colors[category] },
    areaStyle: { color: colors[category], opacity: 0.08 },
    data: periods.map(({ cumulativeRevenueKrw }) => cumulativeRevenueKrw),
    ...(until === undefined ? {} : { markLine: { ...until, label: { show: false } } }),
    ...(last === undefined || phone
      ? {}
      : {
          markPoint: {
            symbol: 'circle',
            symbolSize: 1,
            silent: true,
            data: [{ name: t.cumulative, coord: [last.period, last.cumulativeRevenueKrw ?? 0] }],
            label: {
              show: true,
              position: 'top' as const,
              align: 'right' as const,
              color: colors[category],
              fontSize: 11,
              fontWeight: 600,
              formatter: t.cumulativeShort(format.shortWon(last.cumulativeRevenueKrw)),
            },
          },
        }),
  };
  const targetSums: LineSeriesOption = {
    type: 'line',
    name: t.cumulativeTarget,
    xAxisIndex: 2,
    yAxisIndex: 2,
    symbol: 'none',
    lineStyle: { color: colors.target, width: 1.5 },
    itemStyle: { color: colors.target },
    data: periods.map(({ cumulativeTargetKrw }) => cumulativeTargetKrw),
  };

  return {
    grid: [
      { ...plot, top: 4, height: 42 },
      { ...plot, top: mainTop, height: mainHeight },
      { ...plot, top: sumTop, height: sumHeight },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      formatter: (given) => {
        const index = (Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1;
        const period = periods[index];
        if (period === undefined) return '';
        const holiday = grain === 'day' ? holidays.get(toDay(period.period)) : undefined;
        return tooltipBox(periodText(period.period, grain, format), [
          ...(holiday === undefined ? [] : [{ name: holiday }]),
          { name: t.revenue, value: format.exactWon(period.revenueKrw) },
          ...agencies.map(({ name, values }) => ({ name, value: format.exactWon(values[index] ?? null) })),
          { name: t.targetName, value: format.exactWon(period.targetKrw) },
          { name: t.ratio, value: percent(period.dueRatio) },
          { name: t.cumulative, value: format.exactWon(period.cumulativeRevenueKrw) },
          ...weekNotes(period.period).map((name) => ({ name })),
        ]);
      },
    },
    dataZoom: [
      {
        type: 'slider',
        xAxisIndex: [0, 1, 2],
        left,
        right,
        bottom: 8,
        showDetail: false,
        moveHandleSize: 0,
        filterMode: 'weakFilter',
      },
      { type: 'inside', xAxisIndex: [0, 1, 2], filterMode: 'weakFilter', zoomOnMouseWheel: 'ctrl' },
    ],
    graphic:
      lane.length === 0
        ? []
        : [
            {
              type: 'text',
              left: 10,
              top: 10,
              style: { text: t.marketingKey, fill: colors.text3, fontSize: 11, fontFamily },
            },
          ],
    xAxis: [{ ...axis(0, false), axisLine: { show: false } }, axis(1, false), axis(2, true)],
    yAxis: [
      { type: 'value', gridIndex: 0, show: false, min: 0, max: 1 },
      { type: 'value', gridIndex: 1, axisLabel: { formatter: format.axisWon }, splitNumber: 4 },
      { type: 'value', gridIndex: 2, axisLabel: { formatter: format.axisWon }, splitNumber: 2 },
    ],
    series: [
      {
        type: 'custom',
        xAxisIndex: 0,
        yAxisIndex: 0,
        silent: true,
        clip: true,
        tooltip: { show: false },
        encode: { x: [0, 1] },
        data: lane.map((week, index) => {
          const start = Math.max(0, indexOf(week.weekStart));
          const end = grain === 'week' ? start : Math.max(start, indexOf(week.weekEnd));
          return [start, end, index];
        }),
        renderItem: (_, api) => {
          const index = Number(api.value(2));
          const week = lane[index];
          const [x = 0] = api.coord([api.value(0), 0.5]);
          const size = api.size?.([1, 1]);
          const step = Array.isArray(size) ? (size[0] ?? 0) : (size ?? 0);
          const next = lane[index + 1];
          const own = (grain === 'week' ? 1 : 7) * step - 3;
          const room = next === undefined ? 260 : (indexOf(next.weekStart) - Number(api.value(0))) * step - 3;
          return {
            type: 'group',
            children: (week === undefined ? [] : notesOf(week).slice(0, laneLines)).flatMap((text, line) => {
              const width = Math.max(0, Math.min(Math.max(own, text.length * 11 + 14), room));
              const place = { x: x - step / 2 + 1, y: 4 + line * 20 };
              if (width < 18) return [];
              return [
                {
                  type: 'rect' as const,
                  shape: { ...place, width, height: 18, r: 4 },
                  style: { fill: colors.subtle, stroke: colors.border },
                },
                {
                  type: 'text' as const,
                  style: {
                    text,
                    x: place.x + 6,
                    y: place.y + 3.5,
                    fill: colors.text2,
                    fontSize: 11,
                    fontFamily,
                    width: width - 10,
                    overflow: 'truncate' as const,
                  },
                },
              ];
            }),
          };
        },
      },
      columns,
      ...parts,
      // Without a target there is no line at 0.
      ...(periods.some(({ targetKrw }) => targetKrw > 0)
        ? [
            ...targetLine(
              t.targetName,
              periods.map(({ targetKrw }) => targetKrw),
              colors,
              { xAxisIndex: 1, yAxisIndex: 1 },
            ),
            targetSums,
          ]
        : []),
      ...(recordDate === null ? [] : [sums]),
    ],
  };
}
