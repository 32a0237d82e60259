import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useProductions } from '@/api/productions';
import type { Category, Production } from '@/api/productions';

/** Which productions a page shows. */
export interface ProductionFilter {
  /** Those one can choose from: the active ones of the page's categories. */
  readonly offered: readonly Production[];
  /** The codes in the address; none means all. */
  readonly chosen: readonly string[];
  /** For the parameter `productionId` of reports; undefined means all. */
  readonly ids: string[] | undefined;
}

/** The productions of a page, from the repeatable `production` of its address. */
export function useProductionFilter(categories?: readonly Category[]): ProductionFilter {
  const [search] = useSearchParams();
  const all = useProductions();
  const wanted = search.getAll('production').join(' ');
  const kinds = categories?.join(' ');
  return useMemo(() => {
    const codes = wanted.split(' ');
    const offered = all.filter(
      ({ category, active, code }) =>
        (kinds?.split(' ').includes(category) ?? true) && (active || codes.includes(code)),
    );
    const chosen = offered.filter(({ code }) => codes.includes(code));
    return {
      offered,
      chosen: chosen.map(({ code }) => code),
      ids: chosen.length === 0 ? undefined : chosen.map(({ id }) => id),
    };
  }, [all, wanted, kinds]);
}
