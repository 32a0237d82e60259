/** The periods of a production, and which of them its chart shows. */
import type { ReportAnswer } from '@/api/reports';
import { addDays, daysBetween, isDay, mondayOf } from '@/lib/days';
import type { Day } from '@/lib/days';

/** The sales of one production by period. */
export type SalesItem = ReportAnswer<'target-vs-actual'>['items'][number];

/** One day, week or month. */
export type Period = SalesItem['periods'][number];

/** The last period whose sales are known; of a production that has told nothing, none is. */
export function lastKnown({ periods, recordDate }: SalesItem): Period | undefined {
  if (recordDate === null) return undefined;
  return periods.findLast(({ revenueKrw }) => revenueKrw !== null);
}

/** Weeks before the day that is looked at which a chart of days begins with. */
const weeksBack = 8;

/** First and last period of the chart's window. */
export interface PeriodWindow {
  readonly from: string;
  readonly to: string;
}

/**
 * The window of the chart: the one in the address, else from some weeks before the day that is looked at to the end;
 * weeks and months are few, and all shown.
 */
export function windowOf(
  periods: readonly Period[],
  grain: 'day' | 'week' | 'month',
  asOf: Day,
  chosen: { from: string | null; to: string | null },
): PeriodWindow | undefined {
  const [first, last] = [periods[0]?.period, periods.at(-1)?.period];
  if (first === undefined || last === undefined) return undefined;
  const { from, to } = chosen;
  if (from !== null && to !== null && from < to) {
    const inside = periods.filter(({ period }) => from <= period && period <= to);
    const [start, end] = [inside[0]?.period, inside.at(-1)?.period];
    if (start !== undefined && end !== undefined) return { from: start, to: end };
  }
  if (!isDay(first) || !isDay(last) || grain !== 'day' || daysBetween(first, last) < 90)
    return { from: first, to: last };
  const begin = mondayOf(addDays(asOf < last ? asOf : last, -7 * weeksBack));
  return { from: begin > first ? begin : first, to: last };
}

/** A window as per cent of the axis, which is how ECharts zooms. */
export function toPercent(
  periods: readonly Period[],
  { from, to }: PeriodWindow,
): { start: number; end: number } {
  const steps = Math.max(1, periods.length - 1);
  const at = (name: string) => periods.findIndex(({ period }) => period >= name);
  const end = at(to);
  return { start: (Math.max(0, at(from)) / steps) * 100, end: ((end < 0 ? steps : end) / steps) * 100 };
}

/** The window that a zoom shows. */
export function fromPercent(
  periods: readonly Period[],
  { start, end }: { start: number; end: number },
): PeriodWindow | undefined {
  const steps = periods.length - 1;
  const from = periods[Math.round((start / 100) * steps)]?.period;
  const to = periods[Math.round((end / 100) * steps)]?.period;
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}
