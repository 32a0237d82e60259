import { shortDay, weekdayOf } from '@/lib/days';
import type { Day } from '@/lib/days';

const monday = 1;

/** What an axis of days says below one: Mondays by their date, holidays by their name, nothing of the others. */
export function dayLabel(day: Day, holidays: ReadonlyMap<Day, string>): string {
  const date = weekdayOf(day) === monday ? shortDay(day) : '';
  return [date, holidays.get(day) ?? ''].filter((text) => text !== '').join(' ');
}
