import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { productionsQuery } from '@/api/productions';
import type { Category, Production } from '@/api/productions';
import { useProductionFilter } from '@/components/controls/useProductionFilter';
import { useAsOf } from '@/lib/asOf';
import type { Day, DayRange } from '@/lib/days';

/** What the reports of a page are asked for: the day, and the productions of the page's categories. */
export interface Scope {
  readonly asOf: Day;
  /** The productions that are shown. */
  readonly shown: readonly Production[];
  /** For the reports of one group of categories, which leave out all others by themselves. */
  readonly query: { asOf: Day; productionId?: string[] };
  /** For the reports of all categories, which have to be told the productions. */
  readonly named: { asOf: Day; productionId: string[] };
  /** Whether the productions are known, without which `named` would ask for those of every category. */
  readonly ready: boolean;
  /** The period of the page; undefined for all of it. */
  readonly range?: DayRange | undefined;
  /** Whether its reports tell figures of everybody, also to somebody who sees no production. */
  readonly everybody?: boolean | undefined;
  /** The one production that the page is about, which its tables need not name. */
  readonly single?: Production;
}

/** The scope that a page gives to what is drawn in it. */
export const ScopeContext = createContext<Scope | undefined>(undefined);

/** The scope of a page: the one that it gives, else that of its address. */
export function useScope(categories?: readonly Category[]): Scope {
  const given = use(ScopeContext);
  const { asOf } = useAsOf();
  const { offered, chosen } = useProductionFilter(categories);
  const ready = useQuery(productionsQuery).data !== undefined;
  const codes = chosen.join(' ');
  const own = useMemo(() => {
    const some = codes.split(' ');
    const shown = codes === '' ? offered : offered.filter(({ code }) => some.includes(code));
    const ids = shown.map(({ id }) => id);
    return {
      asOf,
      shown,
      ready,
      query: codes === '' ? { asOf } : { asOf, productionId: ids },
      named: { asOf, productionId: ids },
    };
  }, [asOf, offered, codes, ready]);
  return given ?? own;
}

/** The scope of a page about one production. */
export function useSingleScope(production: Production): Scope {
  const { asOf } = useAsOf();
  return useMemo(() => {
    const query = { asOf, productionId: [production.id] };
    return { asOf, shown: [production], query, named: query, ready: true, single: production };
  }, [asOf, production]);
}
