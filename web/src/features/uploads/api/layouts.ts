/** Keeps what people decide that labels of workbooks mean. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from '@/api/client';
import { staleAfter } from '@/api/keys';
import type { LabelMeaning } from '@/api/layouts';
import { changedByOneself } from '@/api/liveUpdates';
import type { ApiProblem } from '@/api/problem';
import { withDecisions } from '../labels';

/** Adds decisions to those of the production; what somebody else decided meanwhile stays. */
export function useDecideLabels(productionId: string) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, readonly LabelMeaning[]>({
    mutationFn: async (decisions) => {
      const params = { path: { id: productionId } };
      const layout = await tagged(api.GET('/api/v1/productions/{id}/layout', { params }));
      return body(
        api.PUT('/api/v1/productions/{id}/layout', {
          params: { ...params, header: ifMatch(layout.etag) },
          body: { sheets: layout.value.sheets, labels: withDecisions(layout.value.labels, decisions) },
        }),
      );
    },
    onSettled: () => changedByOneself(client, staleAfter.layout),
  });
}
