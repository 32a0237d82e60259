/** One's second factor, and sign-ins from new places. */
import { queryOptions, useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { accountQuery } from '@/api/account';
import { api, body, done } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';

/** A sign-in from a network address or with a browser that is new to the account. */
export type NewSignIn = components['schemas']['SignInView'];

/** One's password, and a code of the second factor. */
export type FactorProof = components['schemas']['NewFactorProof'];

export const factorQuery = queryOptions({
  queryKey: keys.secondFactor,
  queryFn: async ({ signal }) => await body(api.GET('/api/v1/auth/second-factor', { signal })),
});

export const newSignInsQuery = queryOptions({
  queryKey: keys.newSignIns,
  queryFn: async ({ signal }) => (await body(api.GET('/api/v1/auth/new-sign-ins', { signal }))).items,
  staleTime: 5 * 60_000,
});

/** Begins to set a second factor up; its secret is in this answer only. */
export function useBeginFactor() {
  return useMutation({
    mutationFn: (currentPassword: string) =>
      body(api.POST('/api/v1/auth/second-factor', { body: { currentPassword } })),
  });
}

const confirming = ['second-factor', 'confirm'] as const;

/** Whether a second factor is being confirmed: what comes back is shown once, and must not be missed. */
export function useConfirmingFactor(): boolean {
  return useIsMutating({ mutationKey: confirming }) > 0;
}

/** Confirms it by a code, which ends the other sessions. The recovery codes are in this answer only. */
export function useConfirmFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: confirming,
    mutationFn: async (code: string) =>
      (await body(api.POST('/api/v1/auth/second-factor/confirm', { body: { code } }))).recoveryCodes,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.secondFactor }),
        client.invalidateQueries({ queryKey: keys.sessions }),
      ]),
  });
}

/** Makes new recovery codes in place of those that are left. */
export function useRenewRecoveryCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (proof: FactorProof) =>
      (await body(api.POST('/api/v1/auth/second-factor/recovery-codes', { body: proof }))).recoveryCodes,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.secondFactor }),
  });
}

/** Removes the second factor, which ends the other sessions. */
export function useRemoveFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proof: FactorProof) => done(api.POST('/api/v1/auth/second-factor/remove', { body: proof })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.secondFactor }),
        client.invalidateQueries({ queryKey: keys.sessions }),
        client.invalidateQueries({ queryKey: accountQuery.queryKey, exact: true }),
      ]),
  });
}

/** Shows sign-ins from new places no more. */
export function useDismissSignIns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(
        ids.map((id) => done(api.DELETE('/api/v1/auth/new-sign-ins/{id}', { params: { path: { id } } }))),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.newSignIns }),
  });
}
