/** How backups stand, as the server tells it. */
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';

/** The newest backup, its last trial, the last check of the originals, and what failed. */
export type Backups = components['schemas']['BackupsView'];

/** A backup each night: older than this one was missed. */
const lateAfterSeconds = 26 * 3_600;

/** Whether a night went by without a backup. */
export function isLate({ ageSeconds }: Readonly<{ ageSeconds: number }>): boolean {
  return ageSeconds > lateAfterSeconds;
}

/** Asked again each minute, by which ages are told: no event tells of a backup. */
export const backupsQuery = {
  queryKey: keys.backups,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => body(api.GET('/api/v1/backups', { signal })),
  refetchInterval: 60_000,
  staleTime: 0,
};
