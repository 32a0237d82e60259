/** What the days of the week are worth, from what was sold. */
import { addDays, weekdayOf } from '@/lib/days';
import type { Day } from '@/lib/days';

const weeks = 8;

/**
 * Weights Monday to Sunday from the sales of the last eight weeks up to `lastDay`: the mean of a weekday against the
 * mean of all, two decimals. Undefined where there is nothing to go by.
 */
export function weekdayWeights(
  sales: ReadonlyMap<Day, number | null>,
  lastDay: Day,
): readonly number[] | undefined {
  const sums = Array.from({ length: 7 }, () => ({ won: 0, days: 0 }));
  for (let back = 0; back < weeks * 7; back += 1) {
    const day = addDays(lastDay, -back);
    const won = sales.get(day);
    const sum = sums[(weekdayOf(day) + 6) % 7];
    if (won === null || won === undefined || sum === undefined) continue;
    sum.won += Math.max(0, won);
    sum.days += 1;
  }
  if (sums.some(({ days }) => days === 0)) return undefined;
  const means = sums.map(({ won, days }) => won / days);
  const mean = means.reduce((all, each) => all + each, 0) / means.length;
  return mean === 0 ? undefined : means.map((each) => Math.round((each / mean) * 100) / 100);
}
