/** Sends workbooks, reads uploads, withdraws them. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components, paths } from '@/api/generated/schema';
import { keys, staleAfter } from '@/api/keys';
import { changedByOneself } from '@/api/liveUpdates';
import { onceEach } from '@/api/once';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { productionsQuery } from '@/api/productions';
import type { Production } from '@/api/productions';
import type { Day } from '@/lib/days';
import type { DryRun, Place, Upload, UploadSummary } from '../items';
import { sending } from './send';

/** What can be asked of the list of uploads. */
export type UploadsAsked = NonNullable<paths['/api/v1/uploads']['get']['parameters']['query']>;

/** A production to enter. */
export type NewProduction = components['schemas']['NewProduction'];

/** How a file is sent. */
interface Sending {
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Seconds that the server is asked to wait for the end of an upload. */
const waitSeconds = 30;
/** How often an upload that takes longer is looked at. */
const pollMs = 1_500;

function formOf(files: readonly File[], place: Place, dryRun: boolean): FormData {
  const form = new FormData();
  if (dryRun) form.append('dryRun', 'true');
  if (place.productionCode !== undefined) form.append('productionCode', place.productionCode);
  if (place.recordDate !== undefined) form.append('recordDate', place.recordDate);
  if (place.kind !== undefined) form.append('kind', place.kind);
  if (place.password !== undefined) form.append('password', place.password);
  files.forEach((file) => form.append('file', file, file.name));
  return form;
}

function send(files: readonly File[], place: Place, dryRun: boolean, { onShare, signal }: Sending) {
  return body(
    api.POST('/api/v1/uploads', {
      params: { header: dryRun ? {} : { Prefer: `wait=${waitSeconds}` } },
      body: { file: files.map(({ name }) => name), dryRun, ...place },
      // The form itself is sent by `sending`, straight from the disk.
      bodySerializer: () => undefined,
      fetch: sending(formOf(files, place, dryRun), onShare),
      signal,
    }),
  );
}

/** Asks what an upload would do; nothing is kept. */
export async function tryUpload(files: readonly File[], place: Place, how: Sending): Promise<DryRun> {
  const answer = await send(files, place, true, how);
  if (!('becomesCurrent' in answer)) throw asProblem(new Error('The answer is no outcome of a dry run'));
  return answer;
}

/** Sends the files for good and waits until the upload has ended. */
export async function confirmUpload(files: readonly File[], place: Place, how: Sending): Promise<Upload> {
  const answer = await send(files, place, false, how);
  if ('becomesCurrent' in answer) throw asProblem(new Error('The answer is no upload'));
  let upload: Upload = answer;
  while (upload.status === 'queued' || upload.status === 'processing') {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const { id } = upload;
    upload = await body(api.GET('/api/v1/uploads/{id}', { params: { path: { id } }, signal: how.signal }));
  }
  return upload;
}

/** One upload with its findings. */
export function uploadQuery(id: string) {
  return queryOptions<Upload, ApiProblem>({
    queryKey: keys.upload(id),
    queryFn: ({ signal }) => body(api.GET('/api/v1/uploads/{id}', { params: { path: { id } }, signal })),
  });
}

/** Every upload that is asked for, page after page. */
export async function allUploads(asked: UploadsAsked, signal?: AbortSignal): Promise<UploadSummary[]> {
  const all: UploadSummary[] = [];
  for (let page = 1; ; page += 1) {
    const params = { query: { ...asked, page, perPage: 200 } };
    const option = { params, ...(signal === undefined ? {} : { signal }) };
    const { items, total } = await body(api.GET('/api/v1/uploads', option));
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** Every upload of a production, latest day first. */
export function uploadsOfQuery(productionId: string) {
  return queryOptions<readonly UploadSummary[], ApiProblem>({
    queryKey: [...keys.uploads, 'of', productionId],
    queryFn: ({ signal }) => allUploads({ productionId, sort: 'recordDate', order: 'desc' }, signal),
  });
}

/** One page of the list of uploads. */
export function uploadsQuery(asked: UploadsAsked) {
  return queryOptions<components['schemas']['PageView_UploadSummaryView'], ApiProblem>({
    queryKey: [...keys.uploads, 'list', asked],
    queryFn: ({ signal }) => body(api.GET('/api/v1/uploads', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
}

const perPage = 200;
const mostPages = 10;

/** The live uploads with a record date from `from` on, for the cells of the matrix. */
export function liveUploadsQuery(from: Day) {
  return queryOptions<readonly UploadSummary[], ApiProblem>({
    queryKey: [...keys.uploads, 'live', from],
    queryFn: async ({ signal }) => {
      const found: UploadSummary[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const query = {
          status: 'completed',
          kind: 'sales',
          sort: 'recordDate',
          order: 'desc',
          perPage,
          page,
        } as const;
        const { items } = await body(api.GET('/api/v1/uploads', { params: { query }, signal }));
        found.push(...items.filter(({ recordDate }) => recordDate >= from));
        if (items.length < perPage || items.some(({ recordDate }) => recordDate < from)) break;
      }
      return found;
    },
  });
}

/** Withdraws an upload. */
export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } })),
    onSettled: () => changedByOneself(client, staleAfter.snapshot),
  });
}

/** Entering a production again, as the answer was lost, does not enter it twice. */
const once = onceEach();

/** Enters a production. */
export function useCreateProduction() {
  const client = useQueryClient();
  return useMutation<Production, ApiProblem, NewProduction>({
    mutationFn: (production) =>
      once(JSON.stringify(production), (header) =>
        body(api.POST('/api/v1/productions', { params: { header }, body: production })),
      ),
    onSuccess: (production) => {
      // What is entered here is read for at once, and its event may come later.
      client.setQueryData(productionsQuery.queryKey, (read) =>
        read
          ?.filter(({ id }) => id !== production.id)
          .concat(production)
          .toSorted((one, other) => one.code.localeCompare(other.code)),
      );
      changedByOneself(client, staleAfter.production);
    },
  });
}

/** Where an original file is downloaded; the second of a CSV pair is part 2. */
export function originalPath(id: string, part = 1): string {
  return `/api/v1/uploads/${id}/file${part === 1 ? '' : `?part=${part}`}`;
}
