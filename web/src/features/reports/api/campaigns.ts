/** What was done for a production when: campaigns, and memos of days. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done, ifMatch } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import type { ApiProblem } from '@/api/problem';

/** One campaign, or the memo of a day. */
export type Campaign = components['schemas']['CampaignView'];

/** What somebody enters. */
export type NewCampaign = components['schemas']['NewCampaign'];

/** Every campaign of a production, in order of time. */
export function campaignsQuery(productionId: string) {
  return queryOptions<readonly Campaign[], ApiProblem>({
    queryKey: keys.campaigns(productionId),
    queryFn: async ({ signal }) => {
      const params = { path: { id: productionId } };
      const answer = await body(api.GET('/api/v1/productions/{id}/campaigns', { params, signal }));
      return answer.campaigns;
    },
  });
}

/** The state that was read, as a write names it. */
const tagOf = ({ revision }: Campaign) => ifMatch(`"r${revision}"`);

/** Enters a campaign, or changes the one that was there. */
export function useSaveCampaign(productionId: string, present: Campaign | undefined) {
  const client = useQueryClient();
  return useMutation<Campaign, ApiProblem, NewCampaign>({
    mutationFn: (campaign) =>
      present === undefined
        ? body(
            api.POST('/api/v1/productions/{id}/campaigns', {
              params: { path: { id: productionId } },
              body: campaign,
            }),
          )
        : body(
            api.PATCH('/api/v1/productions/{id}/campaigns/{campaignId}', {
              params: { path: { id: productionId, campaignId: present.id }, header: tagOf(present) },
              // A memo is of its first day: the last cannot be cleared.
              body: { ...campaign, to: campaign.to ?? campaign.from },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.campaigns(productionId) }),
  });
}

/** Deletes a campaign. */
export function useRemoveCampaign(productionId: string) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Campaign>({
    mutationFn: (campaign) =>
      done(
        api.DELETE('/api/v1/productions/{id}/campaigns/{campaignId}', {
          params: { path: { id: productionId, campaignId: campaign.id }, header: tagOf(campaign) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.campaigns(productionId) }),
  });
}
