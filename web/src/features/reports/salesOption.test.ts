import type { EChartsOption, SeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { color } from '@/lib/theme/tokens';
import { salesPeriod } from '@/test/reports';
import { paleOpacity, salesOption } from './salesOption';
import type { SalesChart } from './salesOption';

const chart = (agencies: SalesChart['agencies']): SalesChart => ({
  periods: ['2026-10-07', '2026-10-08'].map((period, index) =>
    salesPeriod({ period, revenueKrw: 5_000_000, cumulativeRevenueKrw: 5_000_000 * (index + 1) }),
  ),
  agencies,
  grain: 'day',
  category: 'musical',
  recordDate: '2026-10-08',
  weeks: [],
  holidays: new Map(),
  preview: undefined,
  phone: true,
  format: { exactWon: String, shortWon: String, axisWon: String } as unknown as SalesChart['format'],
  words: {
    revenue: '매출',
    targetName: '목표',
    cumulative: '누적 매출',
    cumulativeTarget: '누적 목표',
    marketingKey: '마케팅',
    previewKey: '프리뷰',
    ratio: '목표 대비',
    cumulativeShort: (amount) => amount,
    until: (day) => day,
  },
});

const seriesOf = ({ series }: EChartsOption): SeriesOption[] => (Array.isArray(series) ? series : []);
const drawn = (agencies: SalesChart['agencies']) =>
  new Map(
    seriesOf(salesOption(chart(agencies), color.light)).map((one) => [
      one.name,
      one as { data?: unknown; stack?: string; itemStyle?: { opacity?: number } },
    ]),
  );

describe('the chart of sales', () => {
  it('shows what all agencies sold in one column', () => {
    const series = drawn(undefined);
    expect(series.get('매출')).toMatchObject({ data: [5_000_000, 5_000_000], itemStyle: { opacity: 1 } });
    expect([...series.values()].filter(({ stack }) => stack === 'agencies')).toEqual([]);
  });

  it('has a line of the target only where there is a target', () => {
    const names = (targetKrw: number) => {
      const periods = chart(undefined).periods.map((period) => ({ ...period, targetKrw }));
      const option = salesOption({ ...chart(undefined), periods }, color.light);
      return seriesOf(option).map(({ name }) => name);
    };
    expect(names(4_000_000)).toEqual(expect.arrayContaining(['목표', '누적 목표']));
    expect(names(0)).not.toContain('목표');
    expect(names(0)).not.toContain('누적 목표');
  });

  it('stacks the agencies that are looked at before a total that does not move', () => {
    const series = drawn([
      { key: 'nol', name: 'NOL 티켓', values: [null, 3_000_000] },
      { key: 'melon', name: '멜론티켓', values: [1_000_000, -200_000] },
    ]);
    expect(series.get('매출')).toMatchObject({
      data: [5_000_000, 5_000_000],
      itemStyle: { opacity: paleOpacity },
    });
    expect(series.get('NOL 티켓')).toMatchObject({ data: ['-', 3_000_000], stack: 'agencies' });
    expect(series.get('멜론티켓')).toMatchObject({ data: [1_000_000, -200_000], stack: 'agencies' });
    expect(series.get('누적 매출')?.data).toEqual([5_000_000, 10_000_000]);
  });

  it('keeps the total where every agency is taken off', () => {
    const series = drawn([]);
    expect(series.get('매출')).toMatchObject({ itemStyle: { opacity: paleOpacity } });
  });
});
