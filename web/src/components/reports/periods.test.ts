import { describe, expect, it } from 'vitest';
import { firstAfter, sumPeriods, touches } from './periods';

describe('periods of several productions', () => {
  it('add up what is known and carry it on, and are unknown where no production knows them', () => {
    const sums = sumPeriods([
      [
        { period: '2026-11-09', revenueKrw: 10, targetKrw: 8 },
        { period: '2026-11-16', revenueKrw: 5, targetKrw: 8 },
      ],
      [
        { period: '2026-11-16', revenueKrw: null, targetKrw: 3 },
        { period: '2026-11-23', revenueKrw: null, targetKrw: 4 },
      ],
    ]);
    expect(sums.map(({ revenueKrw }) => revenueKrw)).toEqual([10, 5, null]);
    expect(sums.map(({ targetKrw }) => targetKrw)).toEqual([8, 11, 4]);
    expect(sums.map(({ cumulativeRevenueKrw }) => cumulativeRevenueKrw)).toEqual([10, 15, null]);
    expect(sums.at(-1)?.cumulativeTargetKrw).toBe(23);
  });

  it('touch a range with any of their days', () => {
    const range = { from: '2026-11-15', to: '2026-11-17' };
    expect(touches('2026-11-09', 'week', range)).toBe(true);
    expect(touches('2026-11-02', 'week', range)).toBe(false);
    expect(touches('2026-11', 'month', range)).toBe(true);
    expect(touches('2026-11-14', 'day', range)).toBe(false);
    expect(touches('2020-01-01', 'day', undefined)).toBe(true);
  });

  it('are to come when they begin after the day', () => {
    expect(firstAfter(['2026-11-16', '2026-11-23'], '2026-11-20')).toBe(1);
    expect(firstAfter(['2026-10', '2026-11'], '2026-11-20')).toBe(-1);
  });
});
