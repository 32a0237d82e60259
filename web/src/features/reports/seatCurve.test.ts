import { describe, expect, it } from 'vitest';
import { seatCurve } from './seatCurve';

const item = {
  recordDate: '2026-11-19',
  total: { seats: 100, soldSeats: 40, expectedAdditionalSeats: 80 },
} as const;
const days = [
  { day: '2026-11-17', seats: 30 },
  { day: '2026-11-19', seats: 10 },
] as const;

describe('the curve of a concert', () => {
  it('adds up what was sold, and goes on evenly until the sale ends, within the house', () => {
    expect(seatCurve(item, days, '2026-11-23')).toEqual([
      { day: '2026-11-17', sold: 30, expected: null },
      { day: '2026-11-18', sold: 30, expected: null },
      { day: '2026-11-19', sold: 40, expected: 40 },
      { day: '2026-11-20', sold: null, expected: 60 },
      { day: '2026-11-21', sold: null, expected: 80 },
      { day: '2026-11-22', sold: null, expected: 100 },
      { day: '2026-11-23', sold: null, expected: 100 },
    ]);
  });

  it('ends at the record date of a sale whose end is not known', () => {
    expect(seatCurve(item, days, null).at(-1)).toEqual({ day: '2026-11-19', sold: 40, expected: null });
  });

  it('is empty where nothing was told', () => {
    expect(seatCurve({ ...item, recordDate: null }, days, null)).toEqual([]);
    expect(seatCurve(item, [], '2026-11-23')).toEqual([]);
  });
});
