/** Performances as weeks of seven days, and how the keyboard moves between them. */
import type { ReportAnswer } from '@/api/reports';
import { addDays, inSeoul, mondayOf, weekdayOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { isLow, performanceKey } from '@/lib/performances';

/** A performance with its seats. */
export type Performance = ReportAnswer<'plays/performances'>['items'][number]['performances'][number];

/** A week with its seven days, Monday first; a day has its performances by time. */
export interface CalendarWeek {
  readonly monday: Day;
  readonly days: readonly (readonly Performance[])[];
}

/** The weeks from the first to the last performance; one without any is left out. */
export function weeksOf(performances: readonly Performance[]): CalendarWeek[] {
  const mondays = [
    ...new Set(performances.map(({ startsAt }) => mondayOf(inSeoul(startsAt).day))),
  ].toSorted();
  const inOrder = performances.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const on = (day: Day) => inOrder.filter(({ startsAt }) => inSeoul(startsAt).day === day);
  return mondays.map((monday) => ({
    monday,
    days: Array.from({ length: 7 }, (_, index) => on(addDays(monday, index))),
  }));
}

/** Where an arrow leads from a performance: along time, or to the nearest weekday of another week. */
export function moved(
  weeks: readonly CalendarWeek[],
  from: Performance,
  key: string,
): Performance | undefined {
  const all = weeks.flatMap(({ days }) => days.flat());
  const index = all.indexOf(from);
  if (key === 'ArrowRight') return all[index + 1];
  if (key === 'ArrowLeft') return all[index - 1];
  const week = weeks.findIndex(({ days }) => days.some((day) => day.includes(from)));
  const row = weeks[week]?.days.flat() ?? [];
  if (key === 'Home') return row[0];
  if (key === 'End') return row.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const column = (performance: Performance) => (weekdayOf(inSeoul(performance.startsAt).day) + 6) % 7;
  return weeks[week + (key === 'ArrowDown' ? 1 : -1)]?.days
    .flat()
    .toSorted(
      (one, other) => Math.abs(column(one) - column(from)) - Math.abs(column(other) - column(from)),
    )[0];
}

/**
 * The performance that is open: the one that the address names, and none where that is not there; without a name the
 * next low one, else the next, else the last.
 */
export function openPerformance(
  performances: readonly Performance[],
  key: string | null,
  recordDate: Day | null,
): Performance | undefined {
  if (key !== null) return performances.find((performance) => performanceKey(performance) === key);
  const toCome = performances.filter(
    ({ startsAt }) => recordDate !== null && inSeoul(startsAt).day > recordDate,
  );
  return toCome.find((performance) => isLow(performance, recordDate)) ?? toCome[0] ?? performances.at(-1);
}
