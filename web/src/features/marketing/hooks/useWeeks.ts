import { useQueries } from '@tanstack/react-query';
import type { Production } from '@/api/productions';
import { weeksQuery } from '../api/weeks';
import type { MarketingWeek } from '../api/weeks';

/** The weeks of one production, with the tag of what was read. */
export interface ProductionWeeks {
  readonly production: Production;
  readonly weeks: readonly MarketingWeek[];
  readonly etag: string | undefined;
}

/** The marketing weeks of several productions: those that have been read, and the state of reading them. */
export function useWeeks(productions: readonly Production[]) {
  return useQueries({
    queries: productions.map(({ id }) => weeksQuery(id)),
    combine: (results) => {
      const failed = results.find(({ error, data }) => error !== null && data === undefined);
      const read = results.flatMap(({ data }, index): ProductionWeeks[] => {
        const production = productions[index];
        return data === undefined || production === undefined
          ? []
          : [{ production, weeks: data.value.weeks, etag: data.etag }];
      });
      return {
        read,
        pending: results.some(({ isPending }) => isPending),
        error: failed?.error ?? null,
        retry: () => results.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}
