import { useState } from 'react';
import type { Day } from '@/lib/days';
import type { OverviewItem } from './overview';

/** What a production gained by new data. */
export interface Gain {
  readonly id: string;
  readonly recordDate: Day | null;
  readonly amountKrw: number;
}

/** The first production whose total is another than before; a total that was or is unknown tells no gain. */
function gainOf(before: readonly OverviewItem[], now: readonly OverviewItem[]): Gain | undefined {
  for (const { productionId: id, recordDate, revenueKrw } of now) {
    const old = before.find(({ productionId }) => productionId === id)?.revenueKrw ?? null;
    if (old !== null && revenueKrw !== null && old !== revenueKrw)
      return { id, recordDate, amountKrw: revenueKrw - old };
  }
  return undefined;
}

/**
 * The production whose total changed last while the page was open, and by how much: it says what an announcement
 * meant, since events themselves carry no figures.
 */
export function useGain(items: readonly OverviewItem[] | undefined): Gain | undefined {
  const [seen, setSeen] = useState(items);
  const [gain, setGain] = useState<Gain>();
  if (items !== undefined && items !== seen) {
    setSeen(items);
    const gained = seen === undefined ? undefined : gainOf(seen, items);
    if (gained !== undefined) setGain(gained);
  }
  return gain;
}
