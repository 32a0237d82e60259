/** The fan of a run in ECharts' terms: what was sold, where it ends in 8 of 10 cases, and the chance of break-even below. */
import type { CustomSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import type { Category } from '@/api/productions';
import { edgeToEdge } from '@/components/chart/edgeToEdge';
import { besidePlot, endLabel, endLabelRoom } from '@/components/chart/endLabels';
import { fromZero } from '@/components/chart/fromZero';
import { tooltipBox } from '@/components/chart/tooltip';
import type { TooltipLine } from '@/components/chart/tooltip';
import { shortDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { chance, percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import type { Ends, RunDay } from './run';

/** What the fan is drawn from. */
export interface Fan {
  readonly days: readonly RunDay[];
  readonly origin: Day;
  readonly closing: Day;
  /** What is sold at the origin, from where the fan opens. */
  readonly soldAtOrigin: number;
  readonly ends: Ends;
  readonly category: Category;
  /** A level across: break-even, or a full house. */
  readonly level: { readonly value: number; readonly text: string } | undefined;
  /** The days on which break-even is likely; undefined where there is no curve. */
  readonly likely: { readonly half: Day | null; readonly four: Day | null } | undefined;
  readonly text: (value: number) => string;
  readonly axisText: (value: number) => string;
  readonly words: {
    readonly sold: string;
    readonly middle: string;
    readonly band: string;
    readonly probability: string;
    readonly until: (day: string) => string;
    readonly half: (day: string) => string;
    readonly likely: (day: string) => string;
  };
}

const left = 62;
const mainHeight = 216;

/** In px, with the chances of break-even below or without. */
export function fanHeight(withChances: boolean): number {
  return withChances ? 372 : 276;
}

/** The option, from the colours of the scheme. */
export function fanOption(fan: Fan, colors: Palette): EChartsOption {
  const { days, origin, closing, soldAtOrigin, ends, level, likely, text, axisText, words: t } = fan;
  const color = colors[fan.category];
  const names = days.map(({ day }) => day);
  const [begin, end] = [names.indexOf(origin), names.indexOf(closing)];
  const only = (at: number, value: number) => names.map((_, index) => (index === at ? value : null));
  const endValues = [ends.p90, ends.p50, ends.p10].filter((value) => value !== null);

  const sold: LineSeriesOption = {
    type: 'line',
    name: t.sold,
    symbol: 'none',
    data: days.map(({ sold }) => sold),
    lineStyle: { color, width: 2 },
    itemStyle: { color },
    areaStyle: { color, opacity: 0.08 },
    markLine: {
      symbol: 'none',
      silent: true,
      data: [
        {
          xAxis: origin,
          lineStyle: { color: colors.text3, type: [2, 3] },
          label: { formatter: t.until(shortDay(origin)), position: 'end', color: colors.text3, fontSize: 11 },
        },
        ...(level === undefined
          ? []
          : [
              {
                yAxis: level.value,
                lineStyle: { color: colors.target, type: 'solid' as const, width: 1.5 },
                label: {
                  formatter: level.text,
                  position: 'insideStartTop' as const,
                  color: colors.text2,
                  fontSize: 11,
                },
              },
            ]),
      ],
    },
  };
  const band: CustomSeriesOption = {
    type: 'custom',
    name: t.band,
    silent: true,
    clip: true,
    encode: { x: [0, 2], y: [1, 3, 4] },
    data: [[begin, soldAtOrigin, end, ends.p10, ends.p90]],
    renderItem: (_, api) => {
      const at = (x: number, y: number) => api.coord([api.value(x), api.value(y)]);
      return {
        type: 'polygon',
        shape: { points: [at(0, 1), at(2, 3), at(2, 4)] },
        style: { fill: color, opacity: 0.16 },
      };
    },
  };
  // Its middle is a dashed line to the end; withheld, there is none.
  const middle: LineSeriesOption[] =
    ends.p50 === null
      ? []
      : [
          {
            type: 'line',
            name: t.middle,
            connectNulls: true,
            showSymbol: true,
            symbol: 'circle',
            symbolSize: 5,
            data: names.map((_, index) => (index === begin ? soldAtOrigin : index === end ? ends.p50 : null)),
            lineStyle: { color, width: 1.5, type: 'dashed' },
            itemStyle: { color },
          },
        ];
  const tip = (value: number, bold: boolean): LineSeriesOption => ({
    type: 'line',
    silent: true,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: 3,
    data: only(end, value),
    itemStyle: { color },
    label: {
      ...endLabel,
      formatter: () => text(value),
      color: bold ? color : colors.text2,
      fontWeight: bold ? 600 : 400,
    },
    labelLayout: besidePlot,
  });
  // A level above all that is sold or expected is on the scale as well.
  const reach: LineSeriesOption[] =
    level === undefined
      ? []
      : [{ type: 'line', silent: true, symbol: 'none', data: only(begin, level.value) }];
  const chances: LineSeriesOption[] =
    likely === undefined
      ? []
      : [
          {
            type: 'line',
            name: t.probability,
            xAxisIndex: 1,
            yAxisIndex: 1,
            symbol: 'none',
            data: days.map(({ probability }) => probability),
            lineStyle: { color: colors.target, width: 1.5 },
            itemStyle: { color: colors.target },
            areaStyle: { color: colors.target, opacity: 0.08 },
            markLine: {
              symbol: 'none',
              silent: true,
              lineStyle: { color: colors.text3, type: [2, 3] },
              data: (
                [
                  [likely.half, t.half, 'insideEndTop'],
                  [likely.four, t.likely, 'insideStartTop'],
                ] as const
              ).flatMap(([day, say, position]) =>
                day === null
                  ? []
                  : [
                      {
                        xAxis: day,
                        label: { formatter: say(shortDay(day)), position, rotate: 0, color: colors.text2 },
                      },
                    ],
              ),
            },
          },
        ];

  const xAxis = (gridIndex: number, labels: boolean) => ({
    ...edgeToEdge,
    gridIndex,
    data: names,
    axisLabel: {
      ...edgeToEdge.axisLabel,
      show: labels,
      formatter: (name: string) => shortDay(name as Day),
    },
  });
  const plot = { left, right: endLabelRoom(endValues.map(text)), containLabel: false };
  const withChances = likely !== undefined;
  return {
    grid: [
      { ...plot, top: 26, height: mainHeight },
      ...(withChances ? [{ ...plot, top: 26 + mainHeight + 22, height: 72 }] : []),
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (given) => {
        const day = days[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
        return day === undefined ? '' : tooltipBox(shortDay(day.day), linesOf(day, fan));
      },
    },
    xAxis: [xAxis(0, !withChances), ...(withChances ? [xAxis(1, true)] : [])],
    yAxis: [
      { type: 'value', min: fromZero, splitNumber: 4, axisLabel: { formatter: axisText } },
      ...(withChances
        ? [
            {
              type: 'value' as const,
              gridIndex: 1,
              min: 0,
              max: 1,
              interval: 0.5,
              axisLabel: { formatter: (value: number) => percent(value, 0) },
            },
          ]
        : []),
    ],
    series: [
      band,
      ...reach,
      sold,
      ...middle,
      ...endValues.map((value) => tip(value, value === ends.p50)),
      ...chances,
    ],
  };
}

/** What is known of a day: nothing of what is between the origin and the closing but the chance of break-even. */
export function linesOf(
  { day, sold, probability }: RunDay,
  { closing, ends, text, words: t }: Fan,
): TooltipLine[] {
  return [
    ...(sold === null ? [] : [{ name: t.sold, value: text(sold) }]),
    ...(day !== closing
      ? []
      : [
          { name: t.band, value: `${text(ends.p10)} ~ ${text(ends.p90)}` },
          ...(ends.p50 === null ? [] : [{ name: t.middle, value: text(ends.p50) }]),
        ]),
    ...(probability === null ? [] : [{ name: t.probability, value: chance(probability) }]),
  ];
}
