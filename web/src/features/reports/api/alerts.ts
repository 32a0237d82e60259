/** What was told of a production, and what of it is muted for a time. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { changedByOneself } from '@/api/liveUpdates';
import type { Instant } from '@/lib/days';

export type Alert = components['schemas']['AlertView'];
export type AlertKind = components['schemas']['AlertKindView'];
export type AlertMute = components['schemas']['AlertMuteView'];

/** What alerts are about, in the order of the contract. */
export const alertKinds: readonly AlertKind[] = [
  'workbook_missing',
  'low_performance',
  'figures_shrank',
  'unusual_day',
  'break_even_reached',
  'arrival_held',
];

/** The newest alerts of a production, so many of them. */
export const alertsQuery = (productionId: string, perPage: number) =>
  queryOptions({
    queryKey: [...keys.alerts, productionId, perPage],
    queryFn: async ({ signal }) =>
      await body(api.GET('/api/v1/alerts', { params: { query: { productionId, perPage } }, signal })),
    // More of the same list: the others stay.
    placeholderData: keepPreviousData,
  });

/** The kinds of a production that are muted. */
export const mutesQuery = (productionId: string) =>
  queryOptions({
    queryKey: [...keys.alerts, productionId, 'mutes'],
    queryFn: async ({ signal }) =>
      await body(
        api.GET('/api/v1/productions/{id}/alert-mutes', { params: { path: { id: productionId } }, signal }),
      ),
  });

/** Mutes a kind until then, or with `null` tells it again. */
export function useMute(productionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (mute: { readonly kind: AlertKind; readonly until: Instant | null }) =>
      await body(
        api.PUT('/api/v1/productions/{id}/alert-mutes', {
          params: { path: { id: productionId } },
          body: { mutes: [mute] },
        }),
      ),
    onSuccess: (mutes) => {
      client.setQueryData(mutesQuery(productionId).queryKey, mutes);
      changedByOneself(client, ['alerts']);
    },
  });
}
