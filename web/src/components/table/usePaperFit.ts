import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** As wide as a table is on a sheet, in px: A4 without its margins and the edges of a panel. */
const paperPx = 684;

/** Makes a table that is wider than a sheet as much smaller as it has to be, while it is printed. */
export function usePaperFit(printing: boolean): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const shown = table.current;
    if (!printing || shown === null) return;
    shown.style.width = 'min-content';
    const wide = shown.offsetWidth;
    shown.style.width = '';
    if (wide > paperPx) shown.style.setProperty('--fit', String(paperPx / wide));
    return () => void shown.style.removeProperty('--fit');
  }, [printing]);
  return table;
}
