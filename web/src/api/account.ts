/** Who is signed in, and what that person may do. The server decides; pages only hide what it would refuse. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, tagged } from './client';
import type { Tagged } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';
import { ApiProblem } from './problem';

/** A user as the server tells it. */
export type Account = components['schemas']['UserView'];

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

/** The person who is signed in. Only for what is shown behind the sign-in. */
export function useAccount(): Account {
  const { data } = useQuery(accountQuery);
  if (data === undefined || data === null)
    throw new Error('this part of the page needs somebody who is signed in');
  return data.value;
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
