import type { BarSeriesOption } from 'echarts';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { color } from '@/lib/theme/tokens';
import { renderApp } from '@/test/app';
import { drawnOption, tipOf } from '@/test/charts';
import type { ChartQuery } from './ChartState';
import { ColumnsPanel } from './ColumnsPanel';
import type { Columns } from './ColumnsPanel';

vi.mock('@/components/chart/Chart', () => import('@/test/charts'));

const report = { data: {}, error: null, isFetching: false } as unknown as ChartQuery;

async function drawn(...columns: readonly Columns[]) {
  renderApp(
    <ColumnsPanel
      title="매출"
      xs={['11/17', '11/18', '11/19']}
      columns={columns}
      summary="날마다의 매출"
      table={() => null}
      report={report}
    />,
  );
  const option = drawnOption(await screen.findByRole('img', { name: '날마다의 매출' }));
  return { option, series: option.series as readonly BarSeriesOption[] };
}

const columnsOf = (category: Columns['category'], values: Columns['values']): Columns => ({
  key: category,
  name: category,
  category,
  values,
});

describe('columns', () => {
  it('of one category have its colour, and those of all together ink that belongs to none', async () => {
    const { series } = await drawn(columnsOf('play', [1, 2, 3]), columnsOf('all', [1, 2, 3]));
    expect(series.map(({ itemStyle }) => itemStyle?.color)).toEqual([color.light.play, color.light.text2]);
  });

  it('of nothing are a line, and what nobody knows is blank', async () => {
    const { option, series } = await drawn(columnsOf('all', [0, null, 5]));
    expect(series[0]).toMatchObject({ barMinHeight: 1, data: [0, '-', 5] });
    expect([0, '-', undefined].map(tipOf(option))).toEqual(['0원', '–', '–']);
  });

  it('of nothing are no line on others that stand there', async () => {
    const { series } = await drawn(columnsOf('play', [0, 0, null]), columnsOf('musical', [7, 0, null]));
    expect(series[0]?.data).toEqual([{ value: 0, itemStyle: { opacity: 0 } }, 0, '-']);
    expect(series[1]?.data).toEqual([7, 0, '-']);
  });
});
