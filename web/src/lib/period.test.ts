import { describe, expect, it } from 'vitest';
import { rangeOf, readPeriod, stepped } from './period';

const asOf = '2026-11-20';

describe('periods', () => {
  it('with a name follow the day that is looked at', () => {
    expect(rangeOf({ preset: 'thisWeek' }, asOf)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(rangeOf({ preset: 'lastWeek' }, asOf)).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(rangeOf({ preset: 'thisMonth' }, asOf)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(rangeOf({ preset: 'lastMonth' }, '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(rangeOf({ preset: 'last30' }, asOf)).toEqual({ from: '2026-10-22', to: '2026-11-20' });
    expect(rangeOf({ preset: 'all' }, asOf)).toBeUndefined();
  });

  it('are read from the address, and nonsense there is the standard one', () => {
    expect(readPeriod(new URLSearchParams('from=2026-11-01&to=2026-11-07'), 'last30')).toEqual({
      range: { from: '2026-11-01', to: '2026-11-07' },
    });
    expect(readPeriod(new URLSearchParams('from=2026-11-08&to=2026-11-07'), 'last30')).toEqual({
      preset: 'last30',
    });
    expect(readPeriod(new URLSearchParams('period=lastWeek'), 'last30')).toEqual({ preset: 'lastWeek' });
    expect(readPeriod(new URLSearchParams('period=ever'), 'last30')).toEqual({ preset: 'last30' });
  });

  it('step by their own length', () => {
    expect(stepped({ from: '2026-11-09', to: '2026-11-15' }, 1)).toEqual({
      from: '2026-11-16',
      to: '2026-11-22',
    });
    expect(stepped({ from: '2026-03-01', to: '2026-03-31' }, -1)).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });
});
