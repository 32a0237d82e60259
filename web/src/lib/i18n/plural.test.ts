import { describe, expect, it } from 'vitest';
import { seats } from '../numbers';
import { counted } from './plural';

describe('a number with its noun in English', () => {
  it('tells one from several', () => {
    expect(counted(1, 'change')).toBe('1 change');
    expect(counted(0, 'change')).toBe('0 changes');
    expect(counted(2, 'day is', 'days are')).toBe('2 days are');
    expect(seats(1, 'en')).toBe('1 seat');
    expect(seats(-1, 'en')).toBe('−1 seat');
    expect(seats(1_000, 'en')).toBe('1,000 seats');
  });
});
