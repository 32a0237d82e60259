/** Periods of reports: days, Mondays and months, by the form in which the API names them. */
import { addDays, isDay, shortDay, toDay } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';
import { unknown } from '@/lib/numbers';
import type { Format } from '@/lib/useFormat';

/** How finely time is cut. */
export const grains = ['day', 'week', 'month'] as const;

/** One of them. */
export type Grain = (typeof grains)[number];

/** Whether a period, by its first day or as `YYYY-MM`, touches a range; everything touches no range. */
export function touches(period: string, grain: Grain, range: DayRange | undefined): boolean {
  if (range === undefined) return true;
  if (grain === 'month') return period >= range.from.slice(0, 7) && period <= range.to.slice(0, 7);
  const last = grain === 'week' ? addDays(toDay(period), 6) : period;
  return last >= range.from && period <= range.to;
}

/** A period as text: `11/19(목)`, `11/16–11/22`, `11월`. */
export function periodText(period: string, grain: Grain, format: Format): string {
  if (period === '') return unknown;
  if (grain === 'month') return format.month(period);
  const day = toDay(period);
  return grain === 'week' ? format.range({ from: day, to: addDays(day, 6) }) : format.day(day);
}

/** A period on an axis, where there is little room. */
export function axisPeriod(period: string, format: Format): string {
  return isDay(period) ? shortDay(period) : format.month(period);
}

/** Every period of several lists, in order of time. */
export function allPeriods(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].toSorted();
}

/** Index of the first week or month that begins after a day; −1 when none does. */
export function firstAfter(periods: readonly string[], day: Day): number {
  return periods.findIndex((period) => period > day.slice(0, period.length));
}
