/** Small pictures side by side in ECharts' terms, for a picture that leaves the page; on it they are `Multiples`. */
import type { BarSeriesOption, EChartsOption } from 'echarts';
import { fontFamily } from '@/lib/theme/tokens';
import type { Palette } from '@/lib/theme/tokens';
import { inkOf } from './inks';
import type { Line } from './linesOption';
import { isKnown, scaledBy } from './multiplesScale';
import type { MultiplesScale } from './multiplesScale';
import { zeroLine } from './zeroLine';

const across = 4;
const tile = 118;
const gap = 24;

/** How tall the picture of so many is, in px. */
export function multiplesHeight(count: number): number {
  return Math.ceil(count / across) * tile;
}

/** Each line in columns of its own; columns to come are hollow, and what nothing is known of has no axes. */
export function multiplesOption(
  {
    xs,
    lines,
    text,
    toCome,
    width,
    scale,
    words: t,
  }: {
    xs: readonly string[];
    lines: readonly Line[];
    text: (value: number) => string;
    toCome: number;
    /** Of the whole, in px. */
    width: number;
    scale: MultiplesScale;
    words: {
      readonly none: string;
      readonly top: (value: string) => string;
    };
  },
  colors: Palette,
): EChartsOption {
  const known = lines.flatMap((line, index) => (isKnown(line) ? [{ line, index }] : []));
  const own = (width - (across - 1) * gap) / across;
  const at = (index: number) => ({
    left: (index % across) * (own + gap),
    top: Math.floor(index / across) * tile,
  });
  return {
    grid: known.map(({ index }) => ({
      left: at(index).left,
      top: at(index).top + 26,
      width: own,
      height: 62,
      containLabel: false,
    })),
    xAxis: known.map((_, gridIndex) => ({
      type: 'category',
      gridIndex,
      data: [...xs],
      axisLabel: { interval: Math.max(0, xs.length - 2), fontSize: 10, align: 'center', hideOverlap: true },
    })),
    yAxis: known.map(({ line }, gridIndex) => {
      const scaled = scaledBy(line, lines, scale);
      return {
        type: 'value',
        gridIndex,
        min: Math.min(0, ...scaled),
        max: Math.max(0, ...scaled),
        show: false,
      };
    }),
    graphic: lines.flatMap((line, index) => {
      const { name, values } = line;
      const last = values.findLast(
        (value, place) => value !== null && (toCome < 0 || place < toCome || values[toCome - 1] === null),
      );
      const { left, top } = at(index);
      const style = { fontFamily, fontSize: 12, fill: colors.text };
      const note = !isKnown(line)
        ? { text: t.none, top: top + 26 }
        : scale === 'own'
          ? { text: t.top(text(Math.max(0, ...scaledBy(line, lines, scale)))), top: top + 94 }
          : undefined;
      return [
        {
          type: 'text',
          left,
          top: top + 4,
          style: { ...style, text: name, fontWeight: 600, width: own - 70, overflow: 'truncate' },
        },
        {
          type: 'text',
          left: left + own - 64,
          top: top + 4,
          style: {
            ...style,
            fill: colors.text2,
            text: last === undefined || last === null ? '–' : text(last),
          },
        },
        ...(note === undefined
          ? []
          : [
              {
                type: 'text' as const,
                left: isKnown(line) ? left + own / 2 - 24 : left,
                top: note.top,
                style: { ...style, fontSize: 10, fill: colors.text3, text: note.text },
              },
            ]),
      ];
    }),
    series: known.map(({ line: { values, category } }, gridIndex): BarSeriesOption => ({
      type: 'bar',
      xAxisIndex: gridIndex,
      yAxisIndex: gridIndex,
      itemStyle: { color: inkOf(category, colors) },
      ...zeroLine,
      data: values.map((value, place) =>
        value === null
          ? '-'
          : toCome >= 0 && place >= toCome
            ? {
                value,
                itemStyle: { color: colors.surface, borderColor: inkOf(category, colors), borderWidth: 1.25 },
              }
            : value,
      ),
    })),
  };
}
