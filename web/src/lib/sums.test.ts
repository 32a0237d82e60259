import { describe, expect, it } from 'vitest';
import { gapOf, ratioOf, sumOf } from './sums';

describe('sums of rows', () => {
  it('leave out what is unknown, and are unknown when all of it is', () => {
    expect(sumOf([3, null, 4], (value) => value)).toBe(7);
    expect(sumOf([null, undefined], (value) => value)).toBeNull();
    expect(sumOf([], (value: number) => value)).toBeNull();
  });

  it('have no ratio to nothing, and no difference to the unknown', () => {
    expect(ratioOf(3, 4)).toBe(0.75);
    expect(ratioOf(3, 0)).toBeNull();
    expect(ratioOf(null, 4)).toBeNull();
    expect(gapOf(3, 4)).toBe(-1);
    expect(gapOf(3, null)).toBeNull();
  });
});
