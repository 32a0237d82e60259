import { useState } from 'react';
import type { HomeRow } from './figures';

/** What a production gained by new data. */
export interface Gain {
  readonly id: string;
  readonly recordDate: string | null;
  readonly amountKrw: number;
}

/**
 * The production whose total changed last while the page was open, and by how much: it says what an announcement
 * meant, since events themselves carry no figures.
 */
export function useGain(rows: readonly HomeRow[] | undefined): Gain | undefined {
  const [seen, setSeen] = useState(rows);
  const [gain, setGain] = useState<Gain>();
  if (rows !== undefined && rows !== seen) {
    setSeen(rows);
    const changed = rows.find(({ id, totalKrw }) => {
      const before = seen?.find((other) => other.id === id);
      return before !== undefined && before.totalKrw !== totalKrw;
    });
    if (changed !== undefined) {
      const before = seen?.find(({ id }) => id === changed.id)?.totalKrw ?? 0;
      setGain({
        id: changed.id,
        recordDate: changed.recordDate,
        amountKrw: (changed.totalKrw ?? 0) - before,
      });
    }
  }
  return gain;
}
