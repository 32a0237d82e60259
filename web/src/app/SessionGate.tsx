import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { AccountContext, accountQuery, forgetAccount } from '@/api/account';
import { onSessionEnd } from '@/api/client';
import { followChanges } from '@/api/liveUpdates';
import { Ongoing } from '@/components/layout/Ongoing';
import { ErrorState } from '@/components/states/ErrorState';
import { dropDrafts } from '@/lib/drafts';
import { rememberSessionEnded } from '@/lib/sessionEnded';
import { Shell } from './layout/Shell';
import { Waiting } from './Waiting';

const DemandedFactorPage = lazy(() => import('./DemandedFactorPage'));

/** Pages that have the window for themselves. */
const bare: ReadonlySet<string> = new Set(['/wall']);

/**
 * Lets in who is signed in and leads everybody else to the sign-in, which returns to the page that was asked for.
 * Whoever is in gets the shell, and the stream of changes.
 */
export function SessionGate() {
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { data: account, error, refetch } = useQuery(accountQuery);

  useEffect(
    () =>
      onSessionEnd(() => {
        // Before it is known who one is, there was no session that could end.
        if (client.getQueryData(accountQuery.queryKey)) rememberSessionEnded();
        forgetAccount(client);
      }),
    [client],
  );

  // Whoever has to set a second factor up first is told of no changes.
  const inside = account !== undefined && account !== null && account.value.secondFactor !== 'demanded';
  const who = account?.value.id;
  useEffect(() => {
    if (who !== undefined) dropDrafts(who);
  }, [who]);
  useEffect(() => (inside ? followChanges(client) : undefined), [client, inside, who]);

  if (account === null) {
    const here = pathname + search;
    const next = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  if (account === undefined) {
    if (error === null) return <Waiting />;
    return (
      <main>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (account.value.secondFactor === 'demanded')
    return (
      <Suspense fallback={<Waiting />}>
        <DemandedFactorPage account={account.value} />
      </Suspense>
    );
  return (
    <AccountContext value={account.value}>
      {bare.has(pathname) ? <Outlet /> : <Shell />}
      <Ongoing />
    </AccountContext>
  );
}
