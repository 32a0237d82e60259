import { describe, expect, it } from 'vitest';
import type { Instant } from './days';
import { isLow } from './performances';

describe('a low performance', () => {
  it('is one after the day that is looked at', () => {
    const performance = { occupancy: 0.3, startsAt: '2026-11-29T10:00:00Z' as Instant };
    expect(isLow(performance, '2026-11-28')).toBe(true);
    expect(isLow(performance, '2026-11-29')).toBe(false);
    expect(isLow({ ...performance, occupancy: 0.4 }, null)).toBe(false);
  });
});
