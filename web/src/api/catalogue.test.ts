import { describe, expect, it } from 'vitest';
import { standardLowThreshold } from '@/lib/performances';
import { catalogue, isReport, rowsOf, tableOf } from './catalogue';
import { reports } from './generated/catalogue';

const answer = {
  asOf: '2026-11-20',
  items: [
    { code: 'CO2613', seats: 9, grades: [{ grade: 'vip', seats: 3 }], total: { grade: 'total', seats: 4 } },
    { code: 'CO2614', seats: 0, grades: [], total: { grade: 'total', seats: 0 } },
  ],
  overall: { seats: 4 },
};

describe('the rows of a table', () => {
  it('are the innermost elements, with what the levels around them say', () => {
    expect(rowsOf(answer, ['items', 'grades'])).toEqual([
      expect.objectContaining({ code: 'CO2613', grade: 'vip', seats: 3 }),
    ]);
  });

  it('have the further row behind those that it sums up', () => {
    const rows = rowsOf(answer, ['items', 'grades'], 'total');
    expect(
      rows.map((row) => ['code', 'grade', 'seats'].map((field) => Reflect.get(row, field) as unknown)),
    ).toEqual([
      ['CO2613', 'vip', 3],
      ['CO2613', 'total', 4],
      ['CO2614', 'total', 0],
    ]);
  });

  it('are one where the table is an object, or the answer itself', () => {
    expect(rowsOf(answer, ['overall'])).toEqual([{ seats: 4 }]);
    expect(rowsOf(answer, [])).toEqual([answer]);
    expect(rowsOf({ items: [], overall: null }, ['overall'])).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('knows reports by name, and their tables', () => {
    expect(isReport('plays/revenue')).toBe(true);
    expect(isReport('toString')).toBe(false);
    expect(tableOf('concerts/break-even', 'items').furtherRow).toBe('total');
    expect(catalogue['plays/revenue'].categories.toSorted()).toEqual(['musical', 'play']);
  });
});

describe('what the web knows by itself', () => {
  it('is what the reports take for low', () => {
    const limits = Object.values(reports).flatMap(({ parameters }) =>
      parameters.filter(({ name }) => name === 'lowThreshold').map((parameter) => parameter.default),
    );
    expect(limits.length).toBeGreaterThan(0);
    expect(new Set(limits)).toEqual(new Set([standardLowThreshold]));
  });
});
