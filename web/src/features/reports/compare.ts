/** Two runs or two periods beside each other, by the day that each of their days is. */
import { addDays, daysBetween, inSeoul, isDay } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';
import { stepped } from '@/lib/period';
import type { Production } from '@/api/productions';
import type { Period, SalesItem } from './figures';

/** What a day counts from: the opening of the run, the first day of sale, or the first day of the period. */
export type Axis = 'run' | 'sale' | 'period';

/** One day of one side, as its report tells it. */
export interface ComparedDay extends Pick<Period, 'revenueKrw' | 'cumulativeRevenueKrw'> {
  readonly productionCode: string;
  readonly period: Day;
  /** What was sold before the period that is looked at, which does not count in it. */
  readonly beforeKrw: number;
}

/** One day of both. */
export interface ComparedRow {
  /** Days from what the axis counts from; before the opening they are negative. */
  readonly at: number;
  readonly mine: ComparedDay | undefined;
  readonly other: ComparedDay | undefined;
}

/** The day that a production opens: of a concert its own. */
export function openingOf({ runStart, concertAt }: Production): Day | undefined {
  return runStart ?? (concertAt === null ? undefined : inSeoul(concertAt).day);
}

/** A year is taken as 52 weeks, so that weekdays meet weekdays. */
const yearDays = 364;

/** The period that one is held against: the one before it, or the same a year ago. */
export function otherPeriod(range: DayRange, which: 'previous' | 'year'): DayRange {
  if (which === 'previous') return stepped(range, -1);
  return { from: addDays(range.from, -yearDays), to: addDays(range.to, -yearDays) };
}

/**
 * The days of one side, by their distance from `origin`; within a period what was sold before it does not count. What
 * nobody has told yet is left out.
 */
export function daysFrom(
  item: SalesItem | undefined,
  origin: Day | undefined,
  range?: DayRange,
): ReadonlyMap<number, ComparedDay> {
  if (item === undefined || origin === undefined) return new Map();
  const beforeKrw =
    range === undefined
      ? 0
      : (item.periods.findLast(({ period, revenueKrw }) => period < range.from && revenueKrw !== null)
          ?.cumulativeRevenueKrw ?? 0);
  return new Map(
    item.periods.flatMap(({ period, revenueKrw, cumulativeRevenueKrw }): [number, ComparedDay][] => {
      if (!isDay(period) || revenueKrw === null || cumulativeRevenueKrw === null) return [];
      if (range !== undefined && (period < range.from || period > range.to)) return [];
      return [
        [
          daysBetween(origin, period),
          { productionCode: item.productionCode, period, revenueKrw, cumulativeRevenueKrw, beforeKrw },
        ],
      ];
    }),
  );
}

/** Both sides in one list, in order. */
export function beside(
  mine: ReadonlyMap<number, ComparedDay>,
  other: ReadonlyMap<number, ComparedDay>,
): readonly ComparedRow[] {
  const places = [...new Set([...mine.keys(), ...other.keys()])].toSorted((a, b) => a - b);
  return places.map((at) => ({ at, mine: mine.get(at), other: other.get(at) }));
}

/** What adds up to the sales of one side so far. */
export const soFar = (day: ComparedDay | undefined) =>
  [day?.cumulativeRevenueKrw, day === undefined ? undefined : -day.beforeKrw] as const;

/** What adds up to how far the one side is before the other one. */
export const gapOf = ({ mine, other }: ComparedRow) =>
  [...soFar(mine), ...soFar(other).map((term) => (term == null ? term : -term))] as const;

/** The last day that both sides have told: only there can they be held against each other. */
export function lastOfBoth(rows: readonly ComparedRow[]): ComparedRow | undefined {
  return rows.findLast(({ mine, other }) => mine !== undefined && other !== undefined);
}
