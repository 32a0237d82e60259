/** How many productions still lack yesterday's workbook: what the staff's morning is about. */
import { useQuery } from '@tanstack/react-query';
import { reportQuery } from './reports';
import { useToday } from '@/lib/useToday';

/** How many workbooks of yesterday are not in, as the overview counts them; 0 while that is not known. */
export function useMissingYesterday(): number {
  const overview = useQuery({
    ...reportQuery('overview', { asOf: useToday() }),
    select: ({ due, arrived }) => due - arrived,
  });
  return overview.data ?? 0;
}
