/** Reads and changes one's own account. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { accountQuery } from '@/api/account';
import { api, body, done, ifMatch, tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';

/** A session of one's own. */
export type Session = components['schemas']['SessionView'];

/** An API key of one's own, without its secret. */
export type ApiKey = components['schemas']['ApiKeyView'];

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: async ({ signal }) => (await body(api.GET('/api/v1/auth/sessions', { signal }))).items,
});

export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: async ({ signal }) => (await body(api.GET('/api/v1/auth/api-keys', { signal }))).items,
});

/** Changes one's name, unless somebody changed the account meanwhile. */
export function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => {
      const etag = client.getQueryData(accountQuery.queryKey)?.etag;
      return tagged(api.PATCH('/api/v1/auth/me', { params: { header: ifMatch(etag) }, body: { name } }));
    },
    onSuccess: (account) => client.setQueryData(accountQuery.queryKey, account),
    onError: () => client.invalidateQueries({ queryKey: accountQuery.queryKey, exact: true }),
  });
}

/** Changes one's password, which ends the other sessions. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passwords: { currentPassword: string; newPassword: string }) =>
      done(api.POST('/api/v1/auth/password', { body: passwords })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

/** Ends a session of one's own. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

/** Makes an API key; its secret is in this answer only. */
export function useMakeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: components['schemas']['NewApiKey']) =>
      body(api.POST('/api/v1/auth/api-keys', { body: key })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}

/** Deletes an API key. */
export function useDeleteApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/v1/auth/api-keys/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}
