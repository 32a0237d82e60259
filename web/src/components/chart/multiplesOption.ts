/** Small pictures side by side in ECharts' terms, for a picture that leaves the page; on it they are `Multiples`. */
import type { BarSeriesOption, EChartsOption } from 'echarts';
import { fontFamily } from '@/lib/theme/tokens';
import type { Palette } from '@/lib/theme/tokens';
import { inkOf } from './linesOption';
import type { Line } from './linesOption';
import { zeroLine } from './zeroLine';

const across = 4;
const tile = 118;
const gap = 24;

/** How tall the picture of so many is, in px. */
export function multiplesHeight(count: number): number {
  return Math.ceil(count / across) * tile;
}

/** Each line in columns of its own, on one common scale; columns to come are hollow. */
export function multiplesOption(
  {
    xs,
    lines,
    text,
    toCome,
    width,
  }: {
    xs: readonly string[];
    lines: readonly Line[];
    text: (value: number) => string;
    toCome: number;
    /** Of the whole, in px. */
    width: number;
  },
  colors: Palette,
): EChartsOption {
  const known = lines.flatMap(({ values }) => values).filter((value) => value !== null);
  const [min, max] = [Math.min(0, ...known), Math.max(0, ...known)];
  const own = (width - (across - 1) * gap) / across;
  const at = (index: number) => ({
    left: (index % across) * (own + gap),
    top: Math.floor(index / across) * tile,
  });
  return {
    grid: lines.map((_, index) => ({
      left: at(index).left,
      top: at(index).top + 26,
      width: own,
      height: 62,
      containLabel: false,
    })),
    xAxis: lines.map((_, gridIndex) => ({
      type: 'category',
      gridIndex,
      data: [...xs],
      axisLabel: { interval: Math.max(0, xs.length - 2), fontSize: 10, align: 'center', hideOverlap: true },
    })),
    yAxis: lines.map((_, gridIndex) => ({ type: 'value', gridIndex, min, max, show: false })),
    graphic: lines.flatMap(({ name, values }, index) => {
      const last = values.findLast(
        (value, place) => value !== null && (toCome < 0 || place < toCome || values[toCome - 1] === null),
      );
      const { left, top } = at(index);
      const style = { fontFamily, fontSize: 12, fill: colors.text };
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
      ];
    }),
    series: lines.map(({ values, category }, index): BarSeriesOption => ({
      type: 'bar',
      xAxisIndex: index,
      yAxisIndex: index,
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
