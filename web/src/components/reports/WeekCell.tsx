import { addDays } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useFormat } from '@/lib/useFormat';

/** A week in a table, from its Monday to its Sunday. */
export function WeekCell({ from }: { from: Day }) {
  return <span className="nowrap">{useFormat().range({ from, to: addDays(from, 6) })}</span>;
}
