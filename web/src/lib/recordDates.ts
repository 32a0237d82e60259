import { isDay } from './days';
import type { Day } from './days';

/** The items of a report, which most have. */
export function itemsOf(data: unknown): readonly object[] | undefined {
  if (typeof data !== 'object' || data === null || !('items' in data)) return undefined;
  return Array.isArray(data.items) ? (data.items as object[]) : undefined;
}

/** Whether an item tells the day whose close its figures are of. */
export function hasRecordDate(item: object): item is { recordDate: Day | null } {
  return 'recordDate' in item;
}

/** The rows of all lists of an answer: a summary has several of them, and no items. */
function rowsOf(data: unknown): readonly object[] {
  if (typeof data !== 'object' || data === null) return [];
  const lists = Object.values(data).filter((value): value is unknown[] => Array.isArray(value));
  return lists.flat().filter((row) => typeof row === 'object' && row !== null);
}

/** The days whose close the figures of a report tell, oldest first, each once. */
export function recordDatesIn(data: unknown): readonly Day[] {
  const days = (itemsOf(data) ?? rowsOf(data))
    .filter(hasRecordDate)
    .map(({ recordDate }) => recordDate)
    .filter((day) => isDay(day));
  return [...new Set(days)].toSorted();
}
