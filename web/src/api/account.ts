/** Who is signed in, and what that person may do. The server decides; pages only hide what it would refuse. */
import { hashKey, queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, tagged } from './client';
import type { Tagged } from './client';
import { forgetDataVersion } from './dataVersion';
import type { components } from './generated/schema';
import { keys } from './keys';
import { ApiProblem } from './problem';

/** One's own account as the server tells it. */
export type Account = components['schemas']['AccountView'];

/** Asks who is signed in; `null` means nobody. */
export const accountQuery = queryOptions({
  queryKey: keys.account,
  queryFn: async ({ signal }): Promise<Tagged<Account> | null> => {
    try {
      return await tagged(api.GET('/api/v1/auth/me', { signal }));
    } catch (error) {
      if (error instanceof ApiProblem && error.unauthenticated) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/**
 * Forgets whoever was signed in, and every figure that the person saw. First the account, so that the gate closes
 * before the parts behind it miss what they showed.
 */
export function forgetAccount(client: QueryClient): void {
  client.setQueryData(accountQuery.queryKey, null);
  client.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(accountQuery.queryKey) });
  forgetDataVersion();
}

/**
 * Hands down who is signed in. The session gate alone follows the query: were each part to follow it, one could draw
 * itself without an account before the gate has closed.
 */
export const AccountContext = createContext<Account | undefined>(undefined);

/** The person who is signed in. Only for what is shown behind the sign-in. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === undefined) throw new Error('this part of the page needs somebody who is signed in');
  return account;
}

/** What one may do, in the words of the permissions. */
export interface Permissions {
  readonly upload: boolean;
  readonly manageProductions: boolean;
  /** Users, messages, schedules, jobs and the audit. */
  readonly administer: boolean;
  /** Whatever concerns administrators themselves. */
  readonly master: boolean;
}

/** The permissions of an account. */
export function permissionsOf({ role, canUpload, canManageProductions }: Account): Permissions {
  const administer = role !== 'member';
  return {
    upload: administer || canUpload,
    manageProductions: administer || canManageProductions,
    administer,
    master: role === 'master',
  };
}

/** What the person who is signed in may do. */
export function usePermissions(): Permissions {
  return permissionsOf(useAccount());
}
