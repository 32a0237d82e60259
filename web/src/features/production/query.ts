import type { Production } from '@/api/productions';
import { useAsOf } from '@/lib/asOf';
import type { Day } from '@/lib/days';

/** How every report of this page is asked: for one production, as of the day that is looked at. */
export function useQueryOf({ id }: Production): { asOf: Day; productionId: string[] } {
  const { asOf } = useAsOf();
  return { asOf, productionId: [id] };
}
