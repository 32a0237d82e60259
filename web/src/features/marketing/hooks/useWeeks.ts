import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Production } from '@/api/productions';
import { reportQuery } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { useScope } from '@/components/reports/useScope';

/** A week with its notes, its revenue and that of the week before. */
export type MarketingWeek = ReportAnswer<'marketing-effect'>['items'][number]['weeks'][number];

/** The weeks of one production. */
export interface ProductionWeeks {
  readonly production: Production;
  readonly weeks: readonly MarketingWeek[];
}

/**
 * The marketing weeks of the page's productions with what was sold in them: one report for all of them. It has no tags;
 * whoever saves a note reads its production first.
 */
export function useWeeks() {
  const { named, ready, shown } = useScope();
  const query = useQuery({ ...reportQuery('marketing-effect', named), enabled: ready && shown.length > 0 });
  const items = query.data?.items;
  const read = useMemo(
    () =>
      shown.flatMap((production): ProductionWeeks[] => {
        const weeks = items?.find(({ productionId }) => productionId === production.id)?.weeks ?? [];
        return weeks.length === 0 ? [] : [{ production, weeks }];
      }),
    [shown, items],
  );
  const { refetch } = query;
  return {
    read,
    pending: !ready || (shown.length > 0 && items === undefined && query.error === null),
    busy: query.isFetching && items !== undefined,
    error: items === undefined ? query.error : null,
    retry: () => void refetch(),
    named,
  };
}
