import type { BarSeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { color } from '@/lib/theme/tokens';
import type { Line } from './linesOption';
import { multiplesOption } from './multiplesOption';
import type { MultiplesScale } from './multiplesScale';

const lineOf = (category: Line['category'], values: Line['values']): Line => ({
  key: category,
  name: '봄밤의 왈츠',
  category,
  values,
});

function optionOf(lines: readonly Line[], scale: MultiplesScale = 'common') {
  const words = { none: '값 없음', top: (value: string) => `최대 ${value}` };
  const asked = { xs: ['1', '2', '3'], lines, text: String, toCome: -1, width: 984, scale, words };
  return multiplesOption(asked, color.light);
}

function seriesOf(lines: readonly Line[]): readonly BarSeriesOption[] {
  return optionOf(lines).series as BarSeriesOption[];
}

describe('small pictures', () => {
  it('draw zero as a line, and leave blank what nobody knows', () => {
    const [series] = seriesOf([lineOf('play', [0, null, 5])]);
    expect(series).toMatchObject({ barMinHeight: 1, data: [0, '-', 5] });
  });

  it('have the colour of their category, and ink that belongs to none without one', () => {
    const series = seriesOf([lineOf('play', [1]), lineOf('all', [1])]);
    expect(series.map(({ itemStyle }) => itemStyle?.color)).toEqual([color.light.play, color.light.text2]);
  });

  it('share one scale, or have each its own and say where it ends', () => {
    const lines = [lineOf('play', [1, 2]), lineOf('concert', [50, 80])];
    const topsOf = (scale: MultiplesScale) =>
      (optionOf(lines, scale).yAxis as { max: number }[]).map(({ max }) => max);
    expect(topsOf('common')).toEqual([80, 80]);
    expect(topsOf('own')).toEqual([2, 80]);
    const said = (scale: MultiplesScale) => JSON.stringify(optionOf(lines, scale).graphic);
    expect(said('own')).toContain('최대 2');
    expect(said('common')).not.toContain('최대');
  });

  it('have no axes where nothing is known, but words', () => {
    const option = optionOf([lineOf('play', [null, null]), lineOf('concert', [1, 2])]);
    const { grid, xAxis, yAxis, series } = option;
    for (const parts of [grid, xAxis, yAxis, series]) expect(parts).toHaveLength(1);
    expect(JSON.stringify(option.graphic)).toContain('값 없음');
  });
});
