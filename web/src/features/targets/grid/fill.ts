/** Amounts for cells, as amounts for days: a week or a month spreads over its days as they stand to each other. */
import type { Day } from '@/lib/days';
import type { Cell } from './layout';
import { spread } from './spread';
import { valueOf } from './state';
import type { Amounts, GridState } from './state';

/** What the days become when cells get new amounts. */
export function fill(state: GridState, cells: readonly (readonly [Cell, number])[]): Amounts {
  const amounts = new Map<Day, number>();
  for (const [{ days }, won] of cells) {
    const parts = spread(
      won,
      days.map((day) => valueOf(state, day)),
    );
    days.forEach((day, index) => amounts.set(day, parts[index] ?? 0));
  }
  return amounts;
}
