import { describe, expect, it } from 'vitest';
import { firstAfter, touches } from './periods';

describe('periods of reports', () => {
  it('touch a range with any of their days', () => {
    const range = { from: '2026-11-15', to: '2026-11-17' } as const;
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
