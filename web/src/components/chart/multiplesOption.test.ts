import type { BarSeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { color } from '@/lib/theme/tokens';
import type { Line } from './linesOption';
import { multiplesOption } from './multiplesOption';

const lineOf = (category: Line['category'], values: Line['values']): Line => ({
  key: category,
  name: '봄밤의 왈츠',
  category,
  values,
});

function seriesOf(lines: readonly Line[]): readonly BarSeriesOption[] {
  const asked = { xs: ['1', '2', '3'], lines, text: String, toCome: -1, width: 984 };
  return multiplesOption(asked, color.light).series as BarSeriesOption[];
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
});
