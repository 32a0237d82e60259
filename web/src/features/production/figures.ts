/** What the band and the chart of a production say beyond the reports' own figures. */
import type { ReportAnswer } from '@/api/reports';
import { addDays, daysBetween, mondayOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { ratio, sumKnown } from '@/lib/ratio';

/** The sales of one production by period. */
export type SalesItem = ReportAnswer<'target-vs-actual'>['items'][number];

/** One day, week or month. */
export type Period = SalesItem['periods'][number];

/** The figures of the band that come from the days. */
export interface SalesFigures {
  readonly totalKrw: number | null;
  readonly totalTargetKrw: number;
  readonly totalRatio: number | null;
  /** Target up to the record date ÷ total target. */
  readonly plan: number | null;
  readonly lead: number | null;
  readonly day: Day | null;
  readonly dayKrw: number | null;
  readonly dayTargetKrw: number;
  readonly dayRatio: number | null;
  readonly weekFrom: Day;
  readonly weekThrough: Day | null;
  readonly weekKrw: number | null;
  readonly weekTargetKrw: number;
  readonly weekRatio: number | null;
  readonly lastWeekKrw: number | null;
}

/** Adds up the days of a production up to its record date. */
export function salesFigures({ periods, recordDate }: SalesItem, asOf: Day): SalesFigures {
  const known = periods.filter(({ period }) => recordDate !== null && period <= recordDate);
  const totalKrw = known.at(-1)?.cumulativeRevenueKrw ?? null;
  const totalTargetKrw = periods.at(-1)?.cumulativeTargetKrw ?? 0;
  const dueKrw = known.at(-1)?.cumulativeTargetKrw ?? 0;
  const last = known.find(({ period }) => period === recordDate);
  const weekFrom = mondayOf(asOf);
  const within = (from: Day, to: Day) => known.filter(({ period }) => from <= period && period <= to);
  const week = within(weekFrom, asOf);
  const weekKrw = sumKnown(week.map(({ revenueKrw }) => revenueKrw));
  const weekTargetKrw = week.reduce((sum, { targetKrw }) => sum + targetKrw, 0);
  return {
    totalKrw,
    totalTargetKrw,
    totalRatio: ratio(totalKrw, totalTargetKrw),
    plan: ratio(dueKrw, totalTargetKrw),
    lead: totalKrw === null ? null : ratio(totalKrw - dueKrw, totalTargetKrw),
    day: recordDate,
    dayKrw: recordDate === null ? null : (last?.revenueKrw ?? 0),
    dayTargetKrw: last?.targetKrw ?? 0,
    dayRatio: ratio(last?.revenueKrw ?? null, last?.targetKrw ?? null),
    weekFrom,
    weekThrough: week.at(-1)?.period ?? null,
    weekKrw,
    weekTargetKrw,
    weekRatio: ratio(weekKrw, weekTargetKrw),
    lastWeekKrw: sumKnown(
      within(addDays(weekFrom, -7), addDays(weekFrom, -1)).map(({ revenueKrw }) => revenueKrw),
    ),
  };
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
  if (grain !== 'day' || daysBetween(first, last) < 90) return { from: first, to: last };
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
