/** What one has chosen for oneself: views, hidden columns, the wall, the news seen. It follows one to every browser. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, body } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';

/** Everything that was chosen. */
export type Preferences = components['schemas']['PreferencesView'];

/** A page with its filters, columns and order, kept under a name. */
export type SavedView = Preferences['views'][number];

const nothing: Preferences = { views: [], hiddenColumns: {}, wall: null, seenRelease: null };

/** Reads what was chosen. The shell asks; every other part follows what it has read. */
export const preferencesQuery = queryOptions({
  queryKey: keys.preferences,
  queryFn: ({ signal }) => body(api.GET('/api/v1/auth/preferences', { signal })),
  staleTime: 5 * 60_000,
});

/** What was chosen; nothing while it is being read. */
export function usePreferences(): Preferences {
  return useQuery({ ...preferencesQuery, enabled: false }).data ?? nothing;
}

/** Changes what was chosen: shown at once, sent one after the other, and taken back where the server refuses. */
export function useChangePreferences(
  onRefused?: () => void,
): (change: (now: Preferences) => Preferences) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    scope: { id: 'preferences' },
    mutationFn: (next: Preferences) => body(api.PUT('/api/v1/auth/preferences', { body: next })),
    onError: () => {
      onRefused?.();
      return client.invalidateQueries({ queryKey: keys.preferences });
    },
  });
  return useCallback(
    (change) => {
      // What was not read yet would be lost.
      const now = client.getQueryData(preferencesQuery.queryKey);
      if (now === undefined) return;
      const next = change(now);
      client.setQueryData(preferencesQuery.queryKey, next);
      mutate(next);
    },
    [client, mutate],
  );
}
