import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/**
 * Keeps what the server answered. Answers stay fresh until an event makes them stale, so that going back to a page
 * shows it at once; while events are lost the window's focus reads again. Only what may pass by itself is retried.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 15 * 60_000,
        retry: (failures, error) => failures < 3 && error instanceof ApiProblem && error.temporary,
        retryDelay: (failures, error) =>
          error instanceof ApiProblem && error.retryAfter !== undefined
            ? error.retryAfter * 1_000
            : Math.min(500 * 2 ** failures, 8_000),
        // The pages say themselves that the connection is lost, and keep what they show.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
