import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/states/Skeleton';
import type { MonthGridProps } from './MonthGrid';

// The calendar's library is loaded when the first month is shown.
const MonthGrid = lazy(async () => ({ default: (await import('./MonthGrid')).MonthGrid }));

/** A month of performances, notes and bands across weeks. */
export function MonthCalendar(props: MonthGridProps) {
  return (
    <Suspense fallback={<Skeleton height={620} />}>
      <MonthGrid {...props} />
    </Suspense>
  );
}
