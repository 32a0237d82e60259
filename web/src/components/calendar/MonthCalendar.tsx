import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/states/Skeleton';
import { usePhone } from '@/lib/useMediaQuery';
import type { MonthGridProps } from './MonthGrid';
import { MonthList } from './MonthList';

// The calendar's library is loaded when the first month is shown.
const MonthGrid = lazy(async () => ({ default: (await import('./MonthGrid')).MonthGrid }));

/** A month of performances, notes and bands across weeks; on phones a list by day. */
export function MonthCalendar(props: MonthGridProps) {
  if (usePhone()) return <MonthList {...props} />;
  return (
    <Suspense fallback={<Skeleton height={620} />}>
      <MonthGrid {...props} />
    </Suspense>
  );
}
