import { describe, expect, it } from 'vitest';
import { productionOf } from '@/test/app';
import { salesPeriod } from '@/test/reports';
import { daysOf } from '@/lib/days';
import { homeFigures } from './figures';
import type { HomeAnswers } from './figures';

const asOf = '2026-11-20';

/** A production that sells `revenue` a day against a target of `target`, up to its record date. */
function item(id: string, recordDate: string | null, revenue: number, target: number) {
  let [sold, due] = [0, 0];
  return {
    productionId: id,
    productionCode: id.toUpperCase(),
    productionName: id,
    category: 'musical' as const,
    recordDate,
    periods: daysOf({ from: '2026-10-01', to: '2026-12-31' }).map((period) => {
      const known = recordDate !== null && period <= recordDate;
      due += target;
      if (known) sold += revenue;
      return salesPeriod({
        period,
        revenueKrw: known ? revenue : null,
        targetKrw: target,
        cumulativeRevenueKrw: known ? sold : null,
        cumulativeTargetKrw: due,
      });
    }),
  };
}

function figuresOf(change: Partial<HomeAnswers> = {}) {
  return homeFigures({
    asOf,
    productions: [productionOf({ id: 'a', code: 'A' }), productionOf({ id: 'b', code: 'B' })],
    sales: [item('a', '2026-11-19', 120, 100), item('b', '2026-11-18', 50, 100)],
    ...change,
  });
}

describe('the figures of the home page', () => {
  it('count each production up to its own record date, against the target of the same days', () => {
    const { week, month, yesterdayKrw, yesterdayKnown, weekThrough } = figuresOf();
    expect(yesterdayKrw).toBe(120);
    expect(yesterdayKnown).toBe(1);
    // Monday to Thursday of one, Monday to Wednesday of the other.
    expect(week).toMatchObject({ revenueKrw: 630, dueKrw: 700, pace: 0.9, beforeKrw: 630 });
    expect(weekThrough).toBe('2026-11-19');
    expect(month).toMatchObject({ revenueKrw: 3_180, targetKrw: 6_000, dueKrw: 3_700 });
    expect(month).toMatchObject({ attainment: 0.53, plan: 0.6167, lead: -0.0867 });
  });

  it('compare yesterday only with those that know it', () => {
    expect(figuresOf().yesterdayChange).toBe(0);
  });

  it('know nothing of a week that has no workbook yet, and tell the one before', () => {
    const { week, weekThrough } = figuresOf({ asOf: '2026-11-23' });
    expect(weekThrough).toBeNull();
    expect(week).toMatchObject({ revenueKrw: null, pace: null, wholeBeforeKrw: 630 });
  });

  it('leave days that nobody knows blank, and go on with the target', () => {
    const { chart, days30 } = figuresOf();
    expect(days30).toHaveLength(30);
    expect(days30.at(-1)).toBe(120);
    expect(chart.find(({ day }) => day === '2026-11-20')).toMatchObject({ totalKrw: null, targetKrw: 200 });
    expect(chart.at(-1)?.day).toBe('2026-11-26');
  });

  it('call a workbook missing only where the production is on sale', () => {
    const coverage = ['a', 'b'].map((id) => ({
      ...item(id, null, 0, 0),
      coverage: [{ day: '2026-11-19', uploaded: id === 'a', fileName: null }],
    }));
    expect(figuresOf({ coverage }).missing.map(({ id }) => id)).toEqual(['b']);
    const productions = [
      productionOf({ id: 'a', code: 'A' }),
      productionOf({ id: 'b', code: 'B', saleEnd: '2026-11-18' }),
    ];
    expect(figuresOf({ coverage, productions }).missing).toEqual([]);
  });

  it('take the coming seven days from tomorrow, and a concert by what is sold of its seats', () => {
    const show = (day: string, occupancy: number) => ({
      startsAt: `${day}T19:30:00+09:00`,
      cast: [],
      paidShare: occupancy,
      complimentaryShare: 0,
      occupancy,
      paidSeats: 0,
      complimentarySeats: 0,
      remainingSeats: 10,
      week: 'this' as const,
      low: occupancy < 0.4,
    });
    const outlook = [
      {
        ...item('a', '2026-11-19', 0, 0),
        thisWeekStart: '2026-11-16',
        nextWeekStart: '2026-11-23',
        nextWeekOccupancy: null,
        performances: [
          show('2026-11-20', 0.9),
          show('2026-11-21', 0.3),
          show('2026-11-27', 0.6),
          show('2026-11-28', 0.1),
        ],
      },
    ];
    const { performances, occupancy, low, rows } = figuresOf({ outlook });
    expect(performances.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-11-21', '2026-11-27']);
    expect(occupancy).toBe(0.45);
    expect(low).toHaveLength(1);
    expect(rows[0]?.occupancy).toBe(0.45);
    expect(rows[1]?.occupancy).toBeNull();
  });

  it('add up a hundred productions in a moment', () => {
    const sales = Array.from({ length: 100 }, (_, index) => item(`p${index}`, '2026-11-19', 100, 100));
    const begun = performance.now();
    expect(figuresOf({ sales }).yesterdayKrw).toBe(10_000);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('are empty for a production without a snapshot', () => {
    const [row] = figuresOf({ sales: [item('a', null, 0, 100)] }).rows;
    expect(row).toMatchObject({ yesterdayKrw: null, totalKrw: null, recordDate: null });
    expect(row?.days.every((value) => value === null)).toBe(true);
  });
});
