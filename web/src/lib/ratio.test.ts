import { describe, expect, it } from 'vitest';
import { changeRatio, meanRatio, ratio, sumKnown } from './ratio';

describe('ratios of sums', () => {
  it('are exact and rounded once, half away from zero', () => {
    expect(ratio(1, 3)).toBe(0.3333);
    expect(ratio(2, 3)).toBe(0.6667);
    expect(ratio(100_005, 1_000_000_000)).toBe(0.0001);
    expect(ratio(5, 100_000)).toBe(0.0001);
    expect(ratio(-5, 100_000)).toBe(-0.0001);
    expect(ratio(1_917_722_000, 2_165_380_000)).toBe(0.8856);
  });

  it('are unknown where there is nothing to divide by', () => {
    expect(ratio(1, 0)).toBeNull();
    expect(ratio(null, 4)).toBeNull();
    expect(changeRatio(3, 0)).toBeNull();
    expect(changeRatio(3, 4)).toBe(-0.25);
  });

  it('have means and sums of what is known only', () => {
    expect(meanRatio([])).toBeNull();
    expect(meanRatio([0.1, 0.2, 0.4])).toBe(0.2333);
    expect(sumKnown([null, null])).toBeNull();
    expect(sumKnown([1, null, 2])).toBe(3);
  });
});
