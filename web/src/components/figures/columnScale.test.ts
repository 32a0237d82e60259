import { describe, expect, it } from 'vitest';
import { columnScale } from './columnScale';

describe('columns of a small picture', () => {
  it('stand on zero, hang below it, and are a line where nothing was sold', () => {
    const at = columnScale([30, null, -10, 0], 40);
    expect(at(30)).toEqual({ y: 0, height: 30 });
    expect(at(-10)).toEqual({ y: 30, height: 10 });
    expect(at(0)).toEqual({ y: 29, height: 1 });
  });

  it('stay inside of the picture, whatever the values', () => {
    for (const values of [[], [0, 0], [5], [-5], [-5, -1], [1e-9, 1], [null]]) {
      const at = columnScale(values, 24);
      for (const value of values) {
        const { y, height } = at(value ?? 0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + height).toBeLessThanOrEqual(24);
        expect(height).toBeGreaterThanOrEqual(1);
      }
    }
  });
});
