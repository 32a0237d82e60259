/** What was done for a production when: campaigns, and memos of days. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done, ifMatch } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys, staleAfter } from '@/api/keys';
import { changedByOneself } from '@/api/liveUpdates';
import { onceEach } from '@/api/once';
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

/** Entering a campaign again, as the answer was lost, does not enter it twice. */
const once = onceEach();

/** Enters a campaign, or changes the one that was there. */
export function useSaveCampaign(productionId: string, present: Campaign | undefined) {
  const client = useQueryClient();
  return useMutation<Campaign, ApiProblem, NewCampaign>({
    mutationFn: (campaign) =>
      present === undefined
        ? once(JSON.stringify([productionId, campaign]), (header) =>
            body(
              api.POST('/api/v1/productions/{id}/campaigns', {
                params: { path: { id: productionId }, header },
                body: campaign,
              }),
            ),
          )
        : body(
            api.PATCH('/api/v1/productions/{id}/campaigns/{campaignId}', {
              params: { path: { id: productionId, campaignId: present.id }, header: tagOf(present) },
              // A memo is of its first day: the last cannot be cleared.
              body: { ...campaign, to: campaign.to ?? campaign.from },
            }),
          ),
    onSuccess: (saved) =>
      client.setQueryData(campaignsQuery(productionId).queryKey, (read) =>
        read
          ?.filter(({ id }) => id !== saved.id)
          .concat(saved)
          .toSorted((one, other) => one.from.localeCompare(other.from)),
      ),
    onSettled: () => changedByOneself(client, staleAfter.campaign),
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
    onSuccess: (_, removed) =>
      client.setQueryData(campaignsQuery(productionId).queryKey, (read) =>
        read?.filter(({ id }) => id !== removed.id),
      ),
    onSettled: () => changedByOneself(client, staleAfter.campaign),
  });
}
