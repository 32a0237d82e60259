import { useAsOf } from '@/lib/asOf';
import { addDays, firstOfMonth, isDay, mondayOf, monthOf } from '@/lib/days';
import type { DayRange } from '@/lib/days';
import { useParam } from '@/lib/urlState';

/** The month of the page, from `month` of its address, and the days of the weeks that it touches. */
export function useMonth(): { month: string; days: DayRange; setMonth: (month: string | null) => void } {
  const { asOf } = useAsOf();
  const [text, setMonth] = useParam('month');
  const month = text !== null && isDay(`${text}-01`) ? text : asOf.slice(0, 7);
  const { from, to } = monthOf(firstOfMonth(month));
  return { month, days: { from: mondayOf(from), to: addDays(mondayOf(to), 6) }, setMonth };
}
