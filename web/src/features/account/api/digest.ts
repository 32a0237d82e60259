/** Whether one gets one's notices by mail. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';

/** How often. */
export type Frequency = components['schemas']['DigestFrequencyView'];

export const digestQuery = queryOptions({
  queryKey: keys.digest,
  queryFn: ({ signal }) => body(api.GET('/api/v1/auth/digest', { signal })),
});

/** Chooses how often. */
export function useChooseDigest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (frequency: Frequency) => body(api.PUT('/api/v1/auth/digest', { body: { frequency } })),
    onSuccess: (digest) => client.setQueryData(digestQuery.queryKey, digest),
  });
}
