import { describe, expect, it } from 'vitest';
import { dayLabel } from './dayLabel';

describe('an axis of days', () => {
  const holidays = new Map([
    ['2026-12-25', '성탄절'],
    ['2026-10-05', '추석 대체공휴일'],
  ] as const);

  it('names Mondays by date and holidays by name', () => {
    expect(dayLabel('2026-12-21', holidays)).toBe('12/21');
    expect(dayLabel('2026-12-25', holidays)).toBe('성탄절');
    expect(dayLabel('2026-10-05', holidays)).toBe('10/5 추석 대체공휴일');
    expect(dayLabel('2026-12-24', holidays)).toBe('');
  });
});
