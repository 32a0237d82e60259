import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '@/api/reports';
import type { ReportName, ReportQuery } from '@/api/reports';

/** A report that is read only while its tab is shown. */
export function useSalesReport<N extends ReportName>(name: N, query: ReportQuery<N>, shown: boolean) {
  return useQuery({ ...reportQuery(name, query), enabled: shown });
}
