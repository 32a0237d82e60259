/** The people of the house, for whoever administers. */
import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';

/** Somebody with an account. */
export type Person = components['schemas']['UserView'];

/** How many have an account. */
export const peopleCountQuery = queryOptions({
  queryKey: [...keys.users, 'count'],
  queryFn: async ({ signal }) =>
    (await body(api.GET('/api/v1/users', { params: { query: { perPage: 1 } }, signal }))).total,
});

/** Those whose name or address has a text in it. */
export const peopleNamed = (text: string) =>
  queryOptions({
    queryKey: [...keys.users, 'named', text],
    queryFn: async ({ signal }): Promise<readonly Person[]> =>
      (await body(api.GET('/api/v1/users', { params: { query: { q: text, perPage: 5 } }, signal }))).items,
  });
