/** When what is scheduled runs, as the state page tells it. */
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { isInstant } from '@/lib/days';
import type { Instant } from '@/lib/days';

/** A schedule with its next times. */
export type Schedule = components['schemas']['ScheduleView'];

/** Every schedule, asked again each minute: a time passes without an event. */
export const schedulesQuery = {
  queryKey: keys.schedules,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
    (await body(api.GET('/api/v1/schedules', { signal }))).items,
  refetchInterval: 60_000,
};

/** When a schedule runs next; nothing where it does not. */
export function nextRun({ nextRuns: [first] }: Schedule): Instant | undefined {
  return isInstant(first) ? first : undefined;
}
