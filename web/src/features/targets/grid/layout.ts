/** Which cells the grid has: days of weeks, whole weeks, or whole months. */
import { addDays, daysBetween, mondayOf, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';

/** How much time a cell stands for. */
export type Grain = 'day' | 'week' | 'month';

/** A cell; a whole week or month is the sum of its days. */
export interface Cell {
  readonly key: string;
  readonly days: readonly Day[];
}

/** A row of the grid. Where a week has days outside of the sale period there is no cell. */
export interface GridRow {
  /** Monday, or `YYYY-MM`. */
  readonly key: string;
  /** Its days of sale. */
  readonly days: readonly Day[];
  /** Counted from the first week of sale; months have none. */
  readonly weekNumber: number | undefined;
  readonly cells: readonly (Cell | null)[];
}

/** The rows for days of sale in order of time. */
export function layoutOf(days: readonly Day[], grain: Grain): readonly GridRow[] {
  const first = days[0];
  if (first === undefined) return [];
  const groups = new Map<string, Day[]>();
  for (const day of days) {
    const key = grain === 'month' ? day.slice(0, 7) : mondayOf(day);
    const inside = groups.get(key);
    if (inside === undefined) groups.set(key, [day]);
    else inside.push(day);
  }
  return [...groups].map(([key, inside]) => {
    const known = new Set(inside);
    return {
      key,
      days: inside,
      weekNumber: grain === 'month' ? undefined : daysBetween(mondayOf(first), toDay(key)) / 7 + 1,
      cells:
        grain === 'day'
          ? Array.from({ length: 7 }, (_, index) => {
              const day = addDays(toDay(key), index);
              return known.has(day) ? { key: day, days: [day] } : null;
            })
          : [{ key, days: inside }],
    };
  });
}
