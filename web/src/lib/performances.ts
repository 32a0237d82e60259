/** What every page knows of performances: how the address names them, and which of them sell badly. */
import { inSeoul } from './days';
import type { Day, Instant, PerformanceKey } from './days';
import { percent, reaches } from './numbers';

/** Below this occupancy a performance is low unless another limit is chosen: the `lowThreshold` of the reports. */
export const standardLowThreshold = 0.4;

/** Whether a performance after a day sells badly, as its occupancy is written; once it was played that is no news. */
export function isLow(
  { occupancy, startsAt }: { readonly occupancy: number; readonly startsAt: Instant },
  day: Day | null,
): boolean {
  return !reaches(occupancy, standardLowThreshold) && (day === null || inSeoul(startsAt).day > day);
}

/**
 * An occupancy in a cell, in whole per cents; a low one that would be rounded up to its limit has a tenth as well, so
 * that nothing low reads as if it were not.
 */
export function cellOccupancy(occupancy: number, low: boolean, limit: number = standardLowThreshold): string {
  return percent(occupancy, low && reaches(occupancy, limit, 0) ? 1 : 0);
}

/** The name of a performance in `perf`, by its day and time in Seoul, whatever form an instant has: `2026-11-25T20:00`. */
export function performanceKey({ startsAt }: { readonly startsAt: Instant }): PerformanceKey {
  const { day, time } = inSeoul(startsAt);
  return `${day}T${time}` as PerformanceKey;
}

/** Where a performance is shown with its seats; a concert has one date, which its seats stand for. */
export function performancePath(
  code: string,
  performance: { readonly startsAt: Instant; readonly category: 'musical' | 'play' | 'concert' },
): string {
  const page = `/productions/${encodeURIComponent(code)}`;
  return performance.category === 'concert'
    ? `${page}/seats`
    : `${page}/performances?perf=${performanceKey(performance)}`;
}
