import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/states/Skeleton';
import { whenNearOrIdle } from '@/lib/whenNearOrIdle';

/**
 * What lies below the fold: drawn once it comes near the window, or once the browser has nothing else to do. Until then
 * it is `height` px high.
 */
export function BelowFold({ height, children }: { height: number; children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(
    () => (place.current === null ? undefined : whenNearOrIdle(place.current, () => setDrawn(true))),
    [],
  );
  return drawn ? (
    children
  ) : (
    <div ref={place}>
      <Skeleton height={height} />
    </div>
  );
}
