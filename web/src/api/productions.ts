/** The productions that one may see. Menus, pickers and pages share this one list. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';

/** A production as the server tells it. */
export type Production = components['schemas']['ProductionView'];

/** What kind of production it is. */
export type Category = Production['category'];

const perPage = 200;

/** Every production that one may see, by code. */
export const productionsQuery = queryOptions({
  queryKey: [...keys.productions, 'all'],
  queryFn: async ({ signal }): Promise<readonly Production[]> => {
    const all: Production[] = [];
    for (let page = 1; ; page += 1) {
      const query = { page, perPage, sort: 'code', order: 'asc' } as const;
      const { items, total } = await body(api.GET('/api/v1/productions', { params: { query }, signal }));
      all.push(...items);
      if (items.length === 0 || all.length >= total) return all;
    }
  },
});

/** The same list each time, as whoever works something out of it does so again when it is another. */
const none: readonly Production[] = [];

/** Every production that one may see; empty while it is being read. */
export function useProductions(): readonly Production[] {
  return useQuery(productionsQuery).data ?? none;
}
