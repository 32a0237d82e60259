import { describe, expect, it } from 'vitest';
import { sumOf } from '@/components/figures/Difference';
import type { Day } from '@/lib/days';
import { beside, daysFrom, gapOf, lastOfBoth, otherPeriod, soFar } from './compare';
import type { Period, SalesItem } from './figures';

function item(...days: [Day, number | null, number | null][]): SalesItem {
  const periods = days.map(
    ([period, revenueKrw, cumulativeRevenueKrw]) => ({ period, revenueKrw, cumulativeRevenueKrw }) as Period,
  );
  return { productionCode: 'MU1', periods, recordDate: '2026-11-20' } as unknown as SalesItem;
}

describe('two runs beside each other', () => {
  const mine = item(['2026-11-18', 10, 10], ['2026-11-19', 5, 15], ['2026-11-20', null, null]);
  const other = item(['2025-12-30', 7, 7], ['2025-12-31', 1, 8], ['2026-01-01', 4, 12]);

  it('meet by the days that are left to their openings', () => {
    const rows = beside(daysFrom(mine, '2026-11-20'), daysFrom(other, '2026-01-01'));
    expect(
      rows.map(({ at, mine: own, other: its }) => [at, own?.cumulativeRevenueKrw, its?.cumulativeRevenueKrw]),
    ).toEqual([
      [-2, 10, 7],
      [-1, 15, 8],
      [0, undefined, 12],
    ]);
  });

  it('are held against each other on the last day that both have told', () => {
    const rows = beside(daysFrom(mine, '2026-11-20'), daysFrom(other, '2026-01-01'));
    expect(lastOfBoth(rows)?.at).toBe(-1);
    expect(lastOfBoth(beside(daysFrom(mine, '2026-11-20'), new Map()))).toBeUndefined();
  });

  it('count within a period only what was sold in it', () => {
    const days = daysFrom(mine, '2026-11-19', { from: '2026-11-19', to: '2026-11-25' });
    expect([...days]).toEqual([
      [
        0,
        {
          productionCode: 'MU1',
          period: '2026-11-19',
          revenueKrw: 5,
          cumulativeRevenueKrw: 15,
          beforeKrw: 10,
        },
      ],
    ]);
    expect(sumOf(soFar(days.get(0)))).toBe(5);
    expect(sumOf(gapOf({ at: 0, mine: days.get(0), other: undefined }))).toBeNull();
  });

  it('are not there before what they count from is known', () => {
    expect(daysFrom(mine, undefined).size).toBe(0);
    expect(daysFrom(undefined, '2026-11-19').size).toBe(0);
  });
});

describe('the period that one is held against', () => {
  it('is the one before, or the same weekdays a year ago', () => {
    const range = { from: '2026-11-16', to: '2026-11-22' } as const;
    expect(otherPeriod(range, 'previous')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(otherPeriod(range, 'year')).toEqual({ from: '2025-11-17', to: '2025-11-23' });
  });
});
