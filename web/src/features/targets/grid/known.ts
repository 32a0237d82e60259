/** How far what is typed as targets was met: targets that are not saved yet are known here alone. */
import type { Day } from '@/lib/days';
import type { GridState } from './state';
import { sumOf } from './state';

/** Sales by day in won; null where nobody knows them yet. */
export type Sales = ReadonlyMap<Day, number | null>;

/** The known sales of days and the targets of the same days; null while none is known. */
export function knownOf(state: GridState, sales: Sales, days: readonly Day[]) {
  const known = days.filter((day) => (sales.get(day) ?? null) !== null);
  if (known.length === 0) return null;
  const actual = known.reduce((sum, day) => sum + (sales.get(day) ?? 0), 0);
  const target = sumOf(state, known);
  return { actual, target, ratio: target === 0 ? null : actual / target };
}
