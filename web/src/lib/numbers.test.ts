import { describe, expect, it } from 'vitest';
import {
  axisWon,
  chance,
  count,
  exactWon,
  fileSize,
  percent,
  points,
  rate,
  ratioSign,
  reaches,
  seats,
  shortWon,
  shortWonParts,
  shortWonSign,
} from './numbers';

describe('what nobody knows', () => {
  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is a dash', (value) => {
    for (const text of [
      shortWon(value, 'ko'),
      exactWon(value, 'ko'),
      percent(value),
      chance(value),
      points(value),
      rate(value),
      count(value),
      seats(value, 'ko'),
    ]) {
      expect(text).toBe('–');
    }
    expect(axisWon(value ?? Number.NaN, 'ko')).toBe('–');
    expect([shortWonSign(value, 'ko'), shortWonSign(value, 'en'), ratioSign(value)]).toEqual([0, 0, 0]);
    expect([reaches(value, 1), reaches(1, value)]).toEqual([false, false]);
    expect(shortWonParts(value ?? Number.NaN, 'ko')).toEqual([{ digits: '–', unit: '' }]);
  });
});

describe('short money', () => {
  it.each([
    [123_450_000, '1억 2,345만'],
    [23_450_000, '2,345만'],
    [0, '0만'],
    [4_999, '0만'],
    [5_000, '1만'],
    [-4_999, '0만'],
    [-5_000, '−1만'],
    [100_000_000, '1억'],
    [99_999_999, '1억'],
    [99_994_999, '9,999만'],
    [2_005_030_000, '20억 503만'],
    [-95_630_000, '−9,563만'],
    [1_234_500_000_000, '12,345억'],
    [9_007_199_254_740_991, '90,071,992억 5,474만'],
  ])('%d is %s', (value, text) => {
    expect(shortWon(value, 'ko')).toBe(text);
  });

  it('bears a plus where it is a difference, and nothing where the difference rounds to nothing', () => {
    expect(shortWon(640_170_000, 'ko', { signed: true })).toBe('+6억 4,017만');
    expect(shortWon(0, 'ko', { signed: true })).toBe('0만');
    expect(shortWon(-120_000, 'ko', { signed: true })).toBe('−12만');
    expect(shortWon(3_000, 'ko', { signed: true })).toBe('0만');
  });

  it('separates digits from units', () => {
    expect(shortWonParts(-410_100_000, 'ko')).toEqual([
      { digits: '−4', unit: '억' },
      { digits: '1,010', unit: '만' },
    ]);
  });

  it('is millions in English, as precise as 만', () => {
    expect(shortWon(123_450_000, 'en')).toBe('123.45M');
    expect(shortWon(2_005_030_000, 'en', { signed: true })).toBe('+2,005.03M');
  });

  it('is a dash when nobody knows it', () => {
    expect(shortWon(null, 'ko')).toBe('–');
    expect(shortWon(undefined, 'ko')).toBe('–');
  });
});

describe('exact money and axes', () => {
  it('tells every won', () => {
    expect(exactWon(123_450_000, 'ko')).toBe('123,450,000원');
    expect(exactWon(-540_000, 'ko')).toBe('−540,000원');
    expect(exactWon(540_000, 'ko', { signed: true })).toBe('+540,000원');
    expect(exactWon(123_450_000, 'en')).toBe('₩123,450,000');
    expect(exactWon(null, 'ko')).toBe('–');
  });

  it.each([
    [0, '0'],
    [120_000_000, '1.2억'],
    [100_000_000, '1억'],
    [1_500_000_000, '15억'],
    [30_000_000, '3,000만'],
    [-50_000_000, '−5,000만'],
    [10_000_000_000, '100억'],
  ])('%d is %s on an axis', (value, text) => {
    expect(axisWon(value, 'ko')).toBe(text);
  });

  it('keeps zeros that belong to the number', () => {
    expect(axisWon(1_000_000, 'ko')).toBe('100만');
    expect(axisWon(10_000_000, 'en')).toBe('10M');
  });
});

describe('ratios', () => {
  it.each([
    [0.723, '72.3%'],
    [0.7235, '72.4%'],
    [0.0285, '2.9%'],
    [1.0005, '100.1%'],
    [1.0045, '100.5%'],
    [-0.0285, '−2.9%'],
    [-0.0004, '0.0%'],
    [0, '0.0%'],
    [1, '100.0%'],
    [12.3456, '1,234.6%'],
    [1e-7, '0.0%'],
  ])('%d is %s, rounded from its decimal digits', (value, text) => {
    expect(percent(value)).toBe(text);
  });

  it('is whole in heat maps', () => {
    expect(percent(0.334, 0)).toBe('33%');
    expect(percent(0.335, 0)).toBe('34%');
  });

  it('is told in points where it is a difference', () => {
    expect(points(0.0552)).toBe('+5.5%p');
    expect(points(-0.2175)).toBe('−21.8%p');
    expect(points(0)).toBe('0.0%p');
    expect(points(null)).toBe('–');
  });

  it('bears an arrow where it is a change, never a sign beside it', () => {
    expect(rate(-0.0135)).toBe('▼ 1.4%');
    expect(rate(0.031)).toBe('▲ 3.1%');
    expect(rate(0.0004)).toBe('0.0%');
    expect(rate(null)).toBe('–');
  });
});

describe('counts', () => {
  it('has separators', () => {
    expect(count(5_303)).toBe('5,303');
    expect(count(-12)).toBe('−12');
    expect(count(11, { signed: true })).toBe('+11');
    expect(seats(413, 'ko')).toBe('413석');
    expect(seats(413, 'en')).toBe('413 seats');
    expect(seats(null, 'ko')).toBe('–');
  });

  it('tells sizes of files', () => {
    expect(fileSize(812)).toBe('812 B');
    expect(fileSize(31_400)).toBe('31 kB');
    expect(fileSize(1_100_000)).toBe('1.1 MB');
    expect(fileSize(20_000_000)).toBe('20 MB');
    expect(fileSize(999_940_000)).toBe('999.9 MB');
    expect(fileSize(999_950_000)).toBe('1 GB');
    expect(fileSize(24_480_000_000)).toBe('24.5 GB');
  });
});

describe('a probability', () => {
  it.each([
    [0, '< 1%'],
    [0.0099, '< 1%'],
    [0.01, '1%'],
    [0.7604, '76%'],
    [0.99, '99%'],
    [0.9901, '> 99%'],
    [1, '> 99%'],
  ])('of %d is told as %s, and never as certain', (value, text) => {
    expect(chance(value)).toBe(text);
  });
});
