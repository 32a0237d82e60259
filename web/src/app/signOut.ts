import type { QueryClient } from '@tanstack/react-query';
import type { NavigateFunction } from 'react-router';
import { forgetAccount } from '@/api/account';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import { dropDrafts } from '@/lib/drafts';
import { forgetSessionEnded } from '@/lib/sessionEnded';

/** Ends the session and forgets what it showed. A session that is over already counts as ended. */
export async function signOut(client: QueryClient, navigate: NavigateFunction): Promise<void> {
  try {
    await done(api.POST('/api/v1/auth/logout'));
  } catch (error) {
    if (!asProblem(error).unauthenticated) throw error;
  }
  forgetSessionEnded();
  dropDrafts();
  forgetAccount(client);
  await navigate('/login', { replace: true });
}
