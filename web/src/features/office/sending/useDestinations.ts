import { useQuery } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import type { DestinationRecord } from '../dataProvider';

/** All destinations, by name. */
export function useDestinations() {
  return useQuery<readonly DestinationRecord[]>({
    queryKey: keys.destinations,
    queryFn: async ({ signal }) => (await body(api.GET('/api/v1/destinations', { signal }))).items,
  });
}

/** The names of destinations by their ids; of those that are gone, nothing. */
export function useDestinationNames(): (ids: readonly string[]) => string[] {
  const { data = [] } = useDestinations();
  return (ids) => data.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
