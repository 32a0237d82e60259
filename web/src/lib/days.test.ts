import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayText,
  dayTimeText,
  daysBetween,
  daysOf,
  inSeoul,
  isDay,
  isInstant,
  longDay,
  mondayOf,
  monthOf,
  monthText,
  rangeText,
  toDay,
  todayInSeoul,
  weekOf,
} from './days';
import type { Day, Instant, PerformanceKey } from './days';

describe('days of Seoul', () => {
  it('begin at midnight there, whatever the zone of the browser', () => {
    expect(todayInSeoul(new Date('2026-11-19T14:59:59Z'))).toBe('2026-11-19');
    expect(todayInSeoul(new Date('2026-11-19T15:00:00Z'))).toBe('2026-11-20');
    expect(inSeoul('2026-11-19T15:30:00Z')).toEqual({ day: '2026-11-20', time: '00:30' });
  });

  it('are only what the calendar has', () => {
    expect(isDay('2026-11-19')).toBe(true);
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-1-9')).toBe(false);
    expect(isDay('1999-01-01')).toBe(false);
    expect(isDay('2101-01-01')).toBe(false);
    expect(isDay(null)).toBe(false);
  });

  it('are counted across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(daysBetween('2026-10-25', '2026-11-01')).toBe(7);
    expect(daysOf({ from: '2026-11-30', to: '2026-12-02' })).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
    expect(daysOf({ from: '2026-12-02', to: '2026-12-01' })).toEqual([]);
  });

  it('form weeks from Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
    expect(weekOf('2026-11-20')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(monthOf('2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });
});

describe('written days', () => {
  it('are short within the year and full beyond it', () => {
    expect(dayText('2026-11-19', 'ko', '2026')).toBe('11/19(목)');
    expect(dayText('2026-07-08', 'ko', '2026')).toBe('7/8(수)');
    expect(dayText('2025-11-19', 'ko', '2026')).toBe('2025-11-19');
    expect(dayText('2026-11-19', 'en', '2026')).toBe('11/19(Thu)');
    expect(dayText(null, 'ko', '2026')).toBe('–');
  });

  it('have the time of Seoul', () => {
    expect(dayTimeText('2026-11-19T19:30:00+09:00', 'ko', '2026')).toBe('11/19(목) 19:30');
    expect(dayTimeText('2026-11-19T10:30:00Z', 'ko', '2026')).toBe('11/19(목) 19:30');
  });

  it('are ranges, months and words', () => {
    expect(rangeText({ from: '2026-11-09', to: '2026-11-15' }, '2026')).toBe('11/9–11/15');
    expect(rangeText({ from: '2025-12-29', to: '2026-01-04' }, '2026')).toBe('2025-12-29–1/4');
    expect(rangeText({ from: '2026-11-09', to: '2026-11-09' }, '2026')).toBe('11/9');
    expect(monthText('2026-11', 'ko', '2026')).toBe('11월');
    expect(monthText('2025-11', 'ko', '2026')).toBe('2025년 11월');
    expect(monthText('2025-11', 'en', '2026')).toBe('Nov 2025');
    expect(longDay('2026-11-20', 'ko')).toBe('11월 20일 금요일');
    expect(longDay('2026-11-20', 'en')).toBe('Friday, November 20');
  });
});

describe('days, instants and the names of performances', () => {
  it('are types of their own: none is taken for another, nor any text for one', () => {
    expectTypeOf<'2026-11-19'>().toExtend<Day>();
    expectTypeOf<'2026-11-19T19:30:00+09:00'>().toExtend<Instant>();
    expectTypeOf<'2026-11-19T19:30'>().toExtend<PerformanceKey>();
    expectTypeOf<Instant>().not.toExtend<Day>();
    expectTypeOf<Instant>().not.toExtend<PerformanceKey>();
    expectTypeOf<PerformanceKey>().not.toExtend<Instant>();
    expectTypeOf<PerformanceKey>().not.toExtend<Day>();
    expectTypeOf<string>().not.toExtend<Day>();
    expectTypeOf<string>().not.toExtend<Instant>();
  });

  it('are known by their form', () => {
    expect(toDay('2026-11-19')).toBe('2026-11-19');
    expect(() => toDay('2026-11')).toThrow('2026-11 is no day');
    expect(isInstant('2026-11-19T19:30:00+09:00')).toBe(true);
    expect(isInstant('2026-11-19')).toBe(false);
    expect(isInstant(null)).toBe(false);
  });
});
