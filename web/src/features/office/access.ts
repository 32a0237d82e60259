/**
 * Who may do what in the office, for react-admin. The server decides; this only hides what it would refuse. Signing in
 * and out belong to the application around.
 */
import type { AuthProvider } from 'react-admin';
import type { Account, Permissions } from '@/api/account';

/** What react-admin asks about. */
interface Asked {
  readonly resource: string;
  readonly action: string;
  readonly record?: unknown;
}

/** Whether somebody with these permissions may do an action on a resource, or on one record of it. */
export function mayAccess(permissions: Permissions, { resource, action, record }: Asked): boolean {
  switch (resource) {
    case 'productions':
      return action === 'delete' || action === 'webhook'
        ? permissions.administer
        : permissions.manageProductions;
    case 'users': {
      const role: unknown = (record as { role?: unknown } | undefined)?.role;
      // Only a master touches masters and admins; everybody in the office may look at them.
      const touches = action === 'edit' || action === 'delete' || action === 'reset';
      if (touches && role !== undefined && role !== 'member') return permissions.master;
      return permissions.administer;
    }
    case 'messages':
    case 'schedules':
    case 'schedule-runs':
    case 'destinations':
    case 'deliveries':
    case 'jobs':
    case 'audit':
    case 'collection':
    case 'state':
    case 'layout':
      return permissions.administer;
    default:
      return false;
  }
}

/** The provider for whoever is signed in. */
export function authProvider(account: Account, permissions: Permissions): AuthProvider {
  return {
    login: () => Promise.resolve(),
    logout: () => Promise.resolve(),
    checkAuth: () => Promise.resolve(),
    // The client sees that a session is over, and leads to the sign-in.
    checkError: () => Promise.resolve(),
    getIdentity: () => Promise.resolve({ id: account.id, fullName: account.name }),
    getPermissions: () => Promise.resolve(permissions),
    canAccess: (asked) => Promise.resolve(mayAccess(permissions, asked)),
  };
}
