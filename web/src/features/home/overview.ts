/** The one report that the home page shows: nothing here adds anything up. */
import type { ReportAnswer } from '@/api/reports';
import { addDays } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';

/** Where everything stands. */
export type Overview = ReportAnswer<'overview'>;

/** One production. */
export type OverviewItem = Overview['items'][number];

/** What a production, a category and all of them have in common. */
export type Standing = OverviewItem | Overview['categories'][number] | Overview['overall'];

/** The last day that all who had to have told; null where there is none. */
export type CompleteDay = Overview['completeDay'] | null;

/** A performance of the coming days that sells badly, with its production. */
export type LowPerformance = OverviewItem['lowPerformances'][number] & { readonly of: OverviewItem };

/** How many days of `lastDays` lie before the day that is looked at. */
const daysBack = 31;

/** Those of all productions, the next one first. */
export function lowPerformances(items: readonly OverviewItem[]): LowPerformance[] {
  return items
    .flatMap((of) => of.lowPerformances.map((performance) => ({ ...performance, of })))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** Revenue of the days before the one that is looked at, for a sparkline. */
export function daysBefore({ lastDays }: Standing): (number | null)[] {
  return lastDays.slice(0, daysBack).map(({ revenueKrw }) => revenueKrw);
}

/** The seven days that occupancies are told of: from the day after the one that is looked at. */
export function comingDays(asOf: Day): DayRange {
  return { from: addDays(asOf, 1), to: addDays(asOf, 7) };
}

/** Whether a house is at its beginning: nothing was uploaded, or its only production has no target yet. */
export function isBeginning({ items }: Overview): boolean {
  const [first] = items;
  return (
    items.every(({ recordDate }) => recordDate === null) ||
    (items.length === 1 && (first?.targetKrw ?? 0) === 0)
  );
}
