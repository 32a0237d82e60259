import { describe, expect, it } from 'vitest';
import type { Day } from '@/lib/days';
import { closingOf, expectedShare, forecastsByShow, ownShares, runDays, sharesByDay } from './run';
import type { ForecastItem, PaceItem, ShowForecast } from './run';

function show(startsAt: ShowForecast['startsAt'], p50: number | null = 659): ShowForecast {
  return {
    startsAt,
    daysToGo: 3,
    soldSeats: 369,
    sellableSeats: 760,
    finalSeats: { p10: 555, p50, p90: 760 },
    finalRevenueKrw: null,
    sellOutProbability: 0.1,
    reachesHouseLimit: false,
    ownFactor: 1,
    comparablesWeight: 0,
    straightLineSeats: 394,
  };
}

describe('the days of a run', () => {
  it('end with what is known: nothing is sold after the origin, and nothing is likely before it', () => {
    const sold = new Map<Day, number>([
      ['2026-11-17', 30],
      ['2026-11-18', 36],
    ]);
    const curve = [
      { date: '2026-11-18', probability: 0 },
      { date: '2026-11-20', probability: 0.6 },
    ] as const;
    expect(runDays(sold, '2026-11-18', '2026-11-20', [...curve])).toEqual([
      { day: '2026-11-17', sold: 30, probability: null },
      { day: '2026-11-18', sold: 36, probability: 0 },
      { day: '2026-11-19', sold: null, probability: null },
      { day: '2026-11-20', sold: null, probability: 0.6 },
    ]);
  });

  it('leave a gap where nobody has told what was sold', () => {
    const days = runDays(new Map([['2026-11-16', 5]]), '2026-11-18', '2026-11-18');
    expect(days.map(({ sold }) => sold)).toEqual([5, null, null]);
  });

  it('close with the last performance, whatever the order', () => {
    const performances = [show('2026-12-02T19:30:00+09:00'), show('2026-11-25T20:00:00+09:00')];
    expect(closingOf({ performances, run: null })).toBe('2026-12-02');
    expect(closingOf({ performances: [], run: null })).toBeNull();
  });
});

describe('the pace of a run', () => {
  it('becomes days by those that are to go at the origin', () => {
    const item = {
      origin: '2026-11-18',
      daysToGo: 3,
      points: [
        { daysToGo: 4, soldShare: 0.49, usual: null },
        { daysToGo: 3, soldShare: 0.54, usual: null },
        { daysToGo: 2, soldShare: null, usual: null },
      ],
    } as unknown as PaceItem;
    expect([...sharesByDay(item)]).toEqual([
      ['2026-11-17', 0.49],
      ['2026-11-18', 0.54],
    ]);
    expect(sharesByDay({ ...item, origin: null }).size).toBe(0);
  });

  it('begins with its own first sale, though others were on sale before', () => {
    const point = (daysToGo: number, soldShare: number | null) => ({ daysToGo, soldShare, usual: null });
    expect(ownShares([point(4, 0), point(3, 0), point(2, 0.1), point(1, 0.1), point(0, null)])).toEqual([
      null,
      null,
      0.1,
      0.1,
      null,
    ]);
    // On sale and nothing sold is known, and 0.
    expect(ownShares([point(1, 0), point(0, null)])).toEqual([0, null]);
  });
});

describe('the forecast of a performance', () => {
  it('is found by its name, and its share is one of the seats that can be sold', () => {
    const item = { performances: [show('2026-11-21T15:00:00+09:00')] } satisfies Pick<
      ForecastItem,
      'performances'
    >;
    const found = forecastsByShow(item).get('2026-11-21T15:00');
    expect(found?.soldSeats).toBe(369);
    expect(expectedShare(show('2026-11-21T15:00:00+09:00'))).toBeCloseTo(659 / 760);
    expect(forecastsByShow(undefined).size).toBe(0);
  });

  it('has no share without a middle or without a house', () => {
    expect(expectedShare(show('2026-11-21T15:00:00+09:00', null))).toBeNull();
    expect(expectedShare({ ...show('2026-11-21T15:00:00+09:00'), sellableSeats: 0 })).toBeNull();
  });
});
