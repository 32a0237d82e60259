import { expect, it } from 'vitest';
import { recordDatesIn } from './recordDates';

it('tells each record date once, oldest first', () => {
  const items = ['2026-11-20', '2026-11-18', null, '2026-11-20'].map((recordDate) => ({ recordDate }));
  expect(recordDatesIn({ items, days: [{ recordDate: '2026-11-01' }] })).toEqual([
    '2026-11-18',
    '2026-11-20',
  ]);
  expect(recordDatesIn(undefined)).toEqual([]);
});

it('finds the record dates of a summary in each of its lists', () => {
  const summary = {
    report: 'plays/summary',
    performances: [{ recordDate: '2026-11-20' }],
    weeklyOccupancy: [{ recordDate: '2026-11-19' }, { recordDate: null }],
    codes: ['recordDate'],
  };
  expect(recordDatesIn(summary)).toEqual(['2026-11-19', '2026-11-20']);
});
