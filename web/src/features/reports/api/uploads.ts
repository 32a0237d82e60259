/** The uploads of one production, the newest record date first. */
import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';

/** An upload in a list. */
export type Upload = components['schemas']['UploadSummaryView'];

/** As many as a production has in half a year; older ones are in the history of uploads. */
const perPage = 200;

/** The uploads of a production, with how many there are in all. */
export function uploadsQuery(productionId: string) {
  return queryOptions({
    queryKey: [...keys.uploads, 'of-production', productionId],
    queryFn: async ({ signal }) => {
      const query = { productionId, perPage, sort: 'recordDate', order: 'desc' } as const;
      return await body(api.GET('/api/v1/uploads', { params: { query }, signal }));
    },
  });
}
