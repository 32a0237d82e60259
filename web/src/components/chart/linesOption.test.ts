import type { LineSeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { color } from '@/lib/theme/tokens';
import { besidePlot, endLabelRoom } from './endLabels';
import { areTooMany, linesOption } from './linesOption';
import type { Line } from './linesOption';

const line = (key: string, category: Line['category'], values: Line['values']): Line => ({
  key,
  name: `${key} 긴 이름의 공연`,
  category,
  values,
});
const three = [
  line('가', 'musical', [1, 2, null]),
  line('나', 'musical', [3, 4, 5]),
  line('다', 'musical', [null, 1, 2]),
];

function seriesOf(lines: readonly Line[], toCome?: number): readonly LineSeriesOption[] {
  const text = (value: number) => `${value}%`;
  const asked = { xs: ['1', '2', '3'], lines, text, axisText: text, toCome, named: true };
  const series = linesOption(asked, color.light).series as LineSeriesOption[];
  return series.filter(({ name }) => name !== undefined);
}

function optionOf(lines: readonly Line[], named = true) {
  const text = (value: number) => `${value}%`;
  return linesOption({ xs: ['1', '2', '3'], lines, text, axisText: text, named }, color.light);
}

describe('lines of productions', () => {
  it('of one category differ by their points and their strength, not by colour alone', () => {
    const series = seriesOf(three);
    expect(new Set(series.map(({ symbol }) => symbol)).size).toBe(3);
    expect(new Set(series.map(({ lineStyle }) => lineStyle?.opacity)).size).toBe(3);
  });

  it('bear their names at their last value', () => {
    const [first] = seriesOf(three);
    expect(first?.data?.[1]).toMatchObject({ value: 2, label: { show: true } });
    const { label } = first?.data?.[1] as { label: { formatter: () => string } };
    expect(label.formatter()).toBe('가 긴 이름의 2%');
    expect(first?.data?.[0]).toBe(1);
  });

  it('have labels in a column of their own right of the plot, moved apart where two would touch', () => {
    for (const { labelLayout } of seriesOf(three)) expect(labelLayout).toBe(besidePlot);
    expect(besidePlot({ rect: { y: 20, height: 6 } })).toEqual({
      x: '100%',
      y: 23,
      align: 'right',
      verticalAlign: 'middle',
      moveOverlap: 'shiftY',
    });
    const { xAxis } = optionOf(three);
    expect(xAxis).toMatchObject({ axisLabel: { alignMaxLabel: 'right' } });
  });

  it('have room for the widest label, which Hangul makes wider', () => {
    const room = ({ grid }: ReturnType<typeof optionOf>) => (grid as { right: number }).right;
    expect(room(optionOf(three))).toBe(endLabelRoom(['가 긴 이름의 2%', '나 긴 이름의 5%']));
    expect(room(optionOf(three, false))).toBe(endLabelRoom(['2%']));
    expect(endLabelRoom(['가나다라'])).toBeGreaterThan(endLabelRoom(['1234']));
    expect(room(optionOf([line('가', 'play', [null, null, null])]))).toBe(endLabelRoom([]));
  });

  it('lead to their labels where they stop early, in the ink of no line', () => {
    const series = optionOf(three).series as LineSeriesOption[];
    const marks = series.flatMap(({ name, markLine }) => (name === undefined ? (markLine?.data ?? []) : []));
    expect(marks).toEqual([[{ coord: [1, 2] }, { coord: [2, 2] }]]);
    expect((optionOf([line('나', 'musical', [3, 4, 5])]).series as unknown[]).length).toBe(1);
  });

  it('have no label that moves between values that are not there', () => {
    const series = seriesOf(three, 2);
    expect(series.every(({ endLabel }) => endLabel === undefined)).toBe(true);
    // What is to come begins at the last known point and bears the label.
    expect(series.filter(({ name }) => name === three[1]?.name).map(({ data }) => data)).toEqual([
      [3, 4, null],
      [null, 4, expect.objectContaining({ value: 5 })],
    ]);
  });

  it('have zero in sight, and go below it where something was paid back', () => {
    const text = (value: number) => `${value}%`;
    const asked = { xs: ['1', '2', '3'], lines: three, text, axisText: text, named: true };
    const { min } = linesOption(asked, color.light).yAxis as { min: (of: { min: number }) => number };
    expect([min({ min: -5 }), min({ min: 5 }), min({ min: Number.POSITIVE_INFINITY })]).toEqual([-5, 0, 0]);
  });

  it('have the ink of no category where theirs is not known', () => {
    const [unknown] = seriesOf([line('가', 'all', [1, 2, 3])]);
    expect(unknown?.itemStyle?.color).toBe(color.light.text2);
  });

  it('are drawn one by one where they are too many to be told apart', () => {
    expect(areTooMany(three)).toBe(false);
    expect(areTooMany([...three, line('라', 'musical', [])])).toBe(true);
    expect(areTooMany([...three, line('라', 'play', []), line('마', 'concert', [])])).toBe(false);
  });
});
