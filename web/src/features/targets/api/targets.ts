/** Reads and changes the targets of a production. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from '@/api/client';
import type { Tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import type { ApiProblem } from '@/api/problem';
import type { Day } from '@/lib/days';
import type { Amounts } from '../grid/state';

/** Targets of a production as the server tells them. */
export type Targets = components['schemas']['TargetsView'];

/** How a total is to be spread over days. */
export type Distribution = components['schemas']['NewDistribution'];

/** Targets to be taken over from another production. */
export type TargetCopy = components['schemas']['NewTargetCopy'];

/** Targets by day. */
export function amountsOf({ targets }: Targets): Amounts {
  return new Map(targets.map(({ date, targetKrw }) => [date, targetKrw]));
}

/** All targets of a production, with the tag of their state. */
export function targetsQuery(productionId: string) {
  return queryOptions<Tagged<Targets>, ApiProblem>({
    queryKey: keys.targets(productionId),
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/productions/{id}/targets', { params: { path: { id: productionId } }, signal })),
  });
}

/** Saves days over the state that `etag` names; refused with 412 when that is not the present one. */
export function saveTargets(
  productionId: string,
  etag: string | undefined,
  targets: readonly { readonly date: Day; readonly targetKrw: number }[],
): Promise<Tagged<Targets>> {
  return tagged(
    api.PUT('/api/v1/productions/{id}/targets', {
      params: { path: { id: productionId }, header: ifMatch(etag) },
      body: { targets: [...targets] },
    }),
  );
}

/** What a distribution would make of the targets; nothing is written. */
export function distributionQuery(productionId: string, distribution: Distribution | undefined) {
  return queryOptions<Targets, ApiProblem>({
    queryKey: [...keys.targets(productionId), 'distribution', distribution],
    queryFn: ({ signal }) => {
      if (distribution === undefined) throw new Error('there is nothing to distribute yet');
      return body(
        api.POST('/api/v1/productions/{id}/targets/distribute', {
          params: { path: { id: productionId } },
          body: { ...distribution, dryRun: true },
          signal,
        }),
      );
    },
    enabled: distribution !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** What copying would make of the targets; nothing is written. */
export function copyQuery(productionId: string, copy: TargetCopy | undefined) {
  return queryOptions<Targets, ApiProblem>({
    queryKey: [...keys.targets(productionId), 'copy', copy],
    queryFn: ({ signal }) => {
      if (copy === undefined) throw new Error('there is nothing to copy yet');
      return body(
        api.POST('/api/v1/productions/{id}/targets/copy', {
          params: { path: { id: productionId } },
          body: { ...copy, dryRun: true },
          signal,
        }),
      );
    },
    enabled: copy !== undefined,
  });
}

/** What a file would make of the targets; nothing is written. */
export function tryImport(productionId: string, file: File): Promise<Targets> {
  const form = new FormData();
  form.append('dryRun', 'true');
  form.append('file', file, file.name);
  return body(
    api.POST('/api/v1/productions/{id}/targets/import', {
      params: { path: { id: productionId } },
      body: { file: file.name, dryRun: true },
      bodySerializer: () => form,
    }),
  );
}
