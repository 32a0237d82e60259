/** The periods that people ask for, relative to the day that is looked at. */
import { addDays, addMonths, daysBetween, firstOfMonth, isDay, monthOf, weekOf } from './days';
import type { Day, DayRange } from './days';

/** Periods with a name. */
export const presets = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'last30', 'all'] as const;

/** Name of a period. */
export type Preset = (typeof presets)[number];

/** A period of the address: one with a name moves with the day; days that were chosen stay. */
export type Period = { readonly preset: Preset } | { readonly range: DayRange };

/** The days of a period; undefined for all. */
export function rangeOf(period: Period, asOf: Day): DayRange | undefined {
  if ('range' in period) return period.range;
  switch (period.preset) {
    case 'thisWeek':
      return weekOf(asOf);
    case 'lastWeek':
      return weekOf(addDays(asOf, -7));
    case 'thisMonth':
      return monthOf(asOf);
    case 'lastMonth':
      return monthOf(addMonths(firstOfMonth(asOf), -1));
    case 'last30':
      return { from: addDays(asOf, -29), to: asOf };
    case 'all':
      return undefined;
  }
}

/** Reads a period from `from` and `to`, or from the name in `period`. */
export function readPeriod(search: URLSearchParams, standard: Preset): Period {
  const [from, to] = [search.get('from'), search.get('to')];
  if (isDay(from) && isDay(to) && from <= to) return { range: { from, to } };
  return { preset: presets.find((preset) => preset === search.get('period')) ?? standard };
}

/** The period of the same length before (−1) or after (1); whole months stay whole months. */
export function stepped({ from, to }: DayRange, step: -1 | 1): DayRange {
  const month = monthOf(from);
  if (month.from === from && month.to === to) return monthOf(addMonths(from, step));
  const length = daysBetween(from, to) + 1;
  return { from: addDays(from, step * length), to: addDays(to, step * length) };
}
