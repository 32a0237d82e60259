import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAsOf } from '@/lib/asOf';
import type { DayRange } from '@/lib/days';
import { rangeOf, readPeriod } from '@/lib/period';
import type { Period, Preset } from '@/lib/period';

/** The period of the page, from its address: what was chosen, and its days (undefined for all). */
export function usePeriod(standard: Preset): { period: Period; range: DayRange | undefined } {
  const [search] = useSearchParams();
  const { asOf } = useAsOf();
  // Charts are drawn anew for another range only, not for another object of the same days.
  return useMemo(() => {
    const period = readPeriod(search, standard);
    return { period, range: rangeOf(period, asOf) };
  }, [search, standard, asOf]);
}
