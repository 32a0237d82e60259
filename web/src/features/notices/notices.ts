/** What one ought to know, how far one has read, and where each leads. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Permissions } from '@/api/account';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import type { Instant } from '@/lib/days';

export type Notice = components['schemas']['NoticeView'];

/** The newest notices, and how many are unread. Events make it stale. */
export const noticesQuery = queryOptions({
  queryKey: keys.notices,
  queryFn: ({ signal }) => body(api.GET('/api/v1/notices', { signal })),
});

/** Marks what happened until then as read. */
export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: Instant) => body(api.PUT('/api/v1/notices/read', { body: { until } })),
    onSuccess: (notices) => client.setQueryData(noticesQuery.queryKey, notices),
  });
}

/** The page that shows what a notice tells. */
export function pathOf(notice: Notice, { upload }: Permissions): string {
  const { kind, productionCode, uploadId, deliveryId, action } = notice;
  const code = encodeURIComponent(productionCode ?? '');
  switch (kind) {
    case 'arrived':
      return upload && uploadId !== null ? `/uploads/${uploadId}` : `/productions/${code}`;
    case 'alert':
      return `/productions/${code}/alerts`;
    case 'delivery_failed':
      return `/office/deliveries/${deliveryId ?? ''}/show`;
    case 'run_failed':
      return '/office/schedules';
    case 'source_stopped':
    case 'source_blocked':
    case 'source_failed':
      return '/office/collection';
    case 'changed':
      if (action === 'targets.set') return `/targets/${code}`;
      if (action === 'marketing-weeks.set') return `/marketing?production=${code}`;
      if (action === 'alerts.muted') return `/productions/${code}/alerts`;
      if (action === 'upload.withdrawn') return `/productions/${code}/uploads`;
      return `/productions/${code}/settings`;
  }
}
