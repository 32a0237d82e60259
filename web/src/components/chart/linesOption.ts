/** Lines over time in ECharts' terms, so that productions of one category can be told apart. */
import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { Category } from '@/api/productions';
import { shortName } from '@/lib/shortName';
import type { Palette } from '@/lib/theme/tokens';
import { edgeToEdge } from './edgeToEdge';
import { besidePlot, endLabel, endLabelRoom } from './endLabels';
import { fromZero } from './fromZero';
import { inkOf, lineOpacities } from './inks';

type MarkLine = Required<NonNullable<LineSeriesOption['markLine']>>;

/** One line of a chart: a production over weeks or months. */
export interface Line {
  readonly key: string;
  readonly name: string;
  /** Whose colour and shape it has; ink where it belongs to none. */
  readonly category: Category | 'all';
  readonly values: readonly (number | null)[];
}

/** What a picture of lines is drawn from. */
export interface Lines {
  readonly xs: readonly string[];
  readonly lines: readonly Line[];
  readonly text: (value: number) => string;
  readonly axisText: (value: number) => string;
  readonly top?: number | undefined;
  readonly toCome?: number | undefined;
  readonly toComeText?: string | undefined;
  /** What all are to reach, as a line across. */
  readonly goal?: { readonly value: number; readonly text: string } | undefined;
  /** Whether there is room for names at the ends of the lines. */
  readonly named: boolean;
}

/** More lines than these cannot be told apart, in all and of one category. */
const most = 6;
const mostAlike = 3;

/** Whether the lines are too many for one picture: then each gets a picture of its own. */
export function areTooMany(lines: readonly Line[]): boolean {
  const alike = (category: Line['category']) => lines.filter((line) => line.category === category).length;
  return lines.length > most || lines.some(({ category }) => alike(category) > mostAlike);
}

/** The shapes of a category's points: its mark, the same hollow, then another one. */
export const pointShapes = {
  musical: ['rect', 'emptyRect', 'triangle'],
  play: ['circle', 'emptyCircle', 'triangle'],
  concert: ['diamond', 'emptyDiamond', 'triangle'],
  all: ['circle', 'emptyCircle', 'triangle'],
} as const;

/** Which line of its category each is. */
export function placesOf(lines: readonly Line[]): readonly number[] {
  return lines.map(
    ({ category }, index) => lines.slice(0, index).filter((line) => line.category === category).length,
  );
}

/** Lines across the picture that are of no series, and heard by no pointer. */
function guides(
  data: MarkLine['data'],
  lineStyle: MarkLine['lineStyle'],
  label: MarkLine['label'],
): LineSeriesOption {
  return { type: 'line', data: [], markLine: { symbol: 'none', silent: true, data, lineStyle, label } };
}

/** A level across the picture, which belongs to no point of it. */
function goalLine(goal: Lines['goal'], colors: Palette): LineSeriesOption[] {
  if (goal === undefined) return [];
  const label = {
    formatter: goal.text,
    position: 'insideStartTop',
    color: colors.text2,
    fontSize: 11,
  } as const;
  return [guides([{ yAxis: goal.value }], { color: colors.target, type: 'solid', width: 1.5 }, label)];
}

/** From the ends of lines that stop early to their labels; in the ink of no line, so that they are read as none. */
function leaders(lines: readonly Line[], lastPoint: number, colors: Palette): LineSeriesOption[] {
  const data = lines.flatMap(({ values }): [{ coord: number[] }, { coord: number[] }][] => {
    const at = values.findLastIndex((value) => value !== null);
    const value = values[at] ?? null;
    return value === null || at >= lastPoint ? [] : [[{ coord: [at, value] }, { coord: [lastPoint, value] }]];
  });
  if (data.length === 0) return [];
  return [guides(data, { color: colors.borderStrong, type: [1, 3], width: 1 }, { show: false })];
}

/** The option, from the colours of the scheme. */
export function linesOption(
  { xs, lines, text, axisText, top, toCome, toComeText, named, goal }: Lines,
  colors: Palette,
): EChartsOption {
  const split = toCome === undefined || toCome < 0 ? xs.length : toCome;
  const places = placesOf(lines);
  const withNames = named && lines.length > 1;
  const endTextOf = ({ name, values }: Line) => {
    const end = values.findLast((value) => value !== null);
    if (end === undefined) return '';
    return withNames ? `${shortName(name, 8)} ${text(end)}` : text(end);
  };
  const series = lines.flatMap((line, index): LineSeriesOption[] => {
    const { name, category, values } = line;
    const nth = Math.min(places[index] ?? 0, mostAlike - 1);
    const opacity = lineOpacities[nth] ?? 1;
    const color = inkOf(category, colors);
    const last = values.findLastIndex((value) => value !== null);
    // The last value bears the name. A label of the line's end moves while it is drawn, between values that are
    // not there.
    const labelled = (data: readonly (number | null)[]): NonNullable<LineSeriesOption['data']> =>
      data.map((value, at) =>
        at !== last || value === null
          ? value
          : { value, label: { ...endLabel, formatter: () => endTextOf(line), color } },
      );
    const shared: LineSeriesOption = {
      type: 'line',
      name,
      symbol: pointShapes[category][nth] ?? 'circle',
      symbolSize: category === 'concert' ? 8 : 6,
      showSymbol: true,
      itemStyle: { color, opacity },
      lineStyle: { color, width: nth === 0 ? 2.25 : 1.75, opacity },
      labelLayout: besidePlot,
      emphasis: { focus: 'series' },
    };
    const known = values.map((value, at) => (at < split ? value : null));
    // The dashed part begins at the last known point, so that the line does not break.
    const coming = values.map((value, at) => (at >= split - 1 ? value : null));
    const hasComing = coming.slice(split).some((value) => value !== null);
    if (!hasComing) return [{ ...shared, data: labelled(known) }];
    // Two series are one line: neither may pale when the other is pointed at.
    const both = { ...shared, emphasis: {} };
    return [
      { ...both, data: known },
      { ...both, data: labelled(coming), lineStyle: { ...shared.lineStyle, type: 'dashed' as const } },
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
    grid: { top: 26, left: 8, right: endLabelRoom(lines.map(endTextOf)), bottom: 4 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (value) => (typeof value === 'number' ? text(value) : '–'),
    },
    xAxis: { ...edgeToEdge, data: [...xs] },
    yAxis: {
      type: 'value',
      min: fromZero,
      splitNumber: 4,
      ...(top === undefined ? {} : { max: top }),
      axisLabel: { formatter: (value: number) => axisText(value) },
    },
    series: [...series, ...leaders(lines, xs.length - 1, colors), ...goalLine(goal, colors)],
  };
}
