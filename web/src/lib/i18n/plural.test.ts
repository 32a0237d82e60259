import { describe, expect, it } from 'vitest';
import { words as uploads } from '@/features/uploads/words';
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

  it('is what features say', () => {
    expect(uploads.en.errors(1)).toBe('1 error');
    expect(uploads.en.applyMany(3)).toBe('Apply 3 files');
  });
});
