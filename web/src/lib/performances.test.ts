import { describe, expect, it } from 'vitest';
import type { Instant } from './days';
import { cellOccupancy, isLow } from './performances';

describe('a low performance', () => {
  it('is one after the day that is looked at', () => {
    const performance = { occupancy: 0.3, startsAt: '2026-11-29T10:00:00Z' as Instant };
    expect(isLow(performance, '2026-11-28')).toBe(true);
    expect(isLow(performance, '2026-11-29')).toBe(false);
    expect(isLow({ ...performance, occupancy: 0.4 }, null)).toBe(false);
  });

  it('is judged by its occupancy as it is written, which never reads as the limit', () => {
    const of = (occupancy: number) => isLow({ occupancy, startsAt: '2026-11-29T10:00:00Z' }, null);
    expect([of(0.3996), of(0.396)]).toEqual([false, true]);
    expect(cellOccupancy(0.396, true)).toBe('39.6%');
    expect(cellOccupancy(0.396, false)).toBe('40%');
    expect(cellOccupancy(0.334, true)).toBe('33%');
    expect(cellOccupancy(0.547, true, 0.55)).toBe('54.7%');
  });
});
