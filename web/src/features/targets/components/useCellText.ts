import { longDay, rangeText } from '@/lib/days';
import { useFormat } from '@/lib/useFormat';
import type { Cell } from '../grid/layout';

/** How a cell is called: its day in words, or the days that it sums up. */
export function useCellText(): (cell: Cell) => string {
  const format = useFormat();
  return ({ key, days }) => {
    const [first, last = first] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return key;
    if (days.length === 1) return longDay(first, format.language);
    return key.length === 7 ? format.month(key) : rangeText({ from: first, to: last }, first.slice(0, 4));
  };
}
