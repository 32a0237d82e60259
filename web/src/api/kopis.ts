/** Which shows of KOPIS a production is, as somebody said, and those that it may be. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from './client';
import type { Tagged } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';
import type { ApiProblem } from './problem';

/** Which shows a production is. */
export type KopisMatch = components['schemas']['KopisMatchView'];

/** Shows that it may be. */
export type Suggestions = components['schemas']['SuggestionsView'];

/** Which shows a production is. */
export function kopisQuery(productionId: string) {
  return queryOptions<Tagged<KopisMatch>, ApiProblem>({
    queryKey: keys.kopis(productionId),
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/productions/{id}/kopis', { params: { path: { id: productionId } }, signal })),
  });
}

/** Shows that a production may be; KOPIS is asked, so that it is read when somebody wants to know. */
export function suggestionsQuery(productionId: string) {
  return queryOptions<Suggestions, ApiProblem>({
    queryKey: keys.kopisSuggestions(productionId),
    queryFn: async ({ signal }) =>
      await body(
        api.GET('/api/v1/productions/{id}/kopis/suggestions', {
          params: { path: { id: productionId } },
          signal,
        }),
      ),
  });
}

/** Says which shows a production is, unless somebody else did so since it was read. */
export function useSaveKopis(productionId: string) {
  const client = useQueryClient();
  return useMutation<
    Tagged<KopisMatch>,
    ApiProblem,
    { match: { kopisIds: string[]; genre: string }; etag: string | undefined }
  >({
    mutationFn: ({ match, etag }) =>
      tagged(
        api.PUT('/api/v1/productions/{id}/kopis', {
          params: { path: { id: productionId }, header: ifMatch(etag) },
          body: match,
        }),
      ),
    onSuccess: (saved) => client.setQueryData(kopisQuery(productionId).queryKey, saved),
    // What somebody else said meanwhile is to be seen before it is said otherwise.
    onError: async ({ outdated }) => {
      if (outdated) await client.invalidateQueries({ queryKey: keys.kopis(productionId) });
    },
  });
}
