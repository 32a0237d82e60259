import { useSearchParams } from 'react-router';
import { isDay } from './days';
import type { Day } from './days';
import { useSetParams } from './urlState';
import { useToday } from './useToday';

/**
 * The day that reports are asked for. It lives in the address as `asOf`; without one it is today, which is not
 * written there, so that a page left open moves on with the calendar.
 */
export function useAsOf(): { asOf: Day; chosen: Day | undefined; choose: (day: Day | null) => void } {
  const [search] = useSearchParams();
  const setParams = useSetParams();
  const text = search.get('asOf');
  const chosen = isDay(text) ? text : undefined;
  const today = useToday();
  return { asOf: chosen ?? today, chosen, choose: (day) => setParams({ asOf: day }) };
}
