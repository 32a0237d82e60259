import { describe, expect, it } from 'vitest';
import { catalogue } from '@/api/catalogue';
import type { ReportName } from '@/api/reports';
import { timeOf } from './rows';

describe('rows that follow each other in time', () => {
  it.each([
    ['concerts/daily', 'day'],
    ['concerts/weekly', 'weekStart'],
    ['concerts/monthly', 'month'],
    ['plays/performances', 'startsAt'],
  ] satisfies [ReportName, string][])('are of the finest period that they name: %s', (report, field) => {
    const { items } = catalogue[report].tables;
    expect(items && timeOf(items)).toBe(field);
  });
});
