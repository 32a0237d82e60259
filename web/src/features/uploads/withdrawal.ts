/** What withdrawing an upload does to the figures, told before it is done. */
import type { Day } from '@/lib/days';
import type { UploadSummary } from './items';

/** What follows from a withdrawal. */
export type Effect =
  /** It never was in the figures. */
  | { readonly kind: 'none' }
  /** It is being read, and will not get in. */
  | { readonly kind: 'stopped' }
  /** Another upload of the same day takes its place; `moves` when the figures follow it. */
  | { readonly kind: 'replaced'; readonly by: UploadSummary; readonly moves: boolean }
  /** The figures go back to an earlier day. */
  | { readonly kind: 'earlier'; readonly recordDate: Day }
  /** The day has nothing any more, the figures stay. */
  | { readonly kind: 'gap' }
  /** The production has no data any more. */
  | { readonly kind: 'empty' };

/** The effect of withdrawing `upload`, from all uploads of its production. */
export function effectOf(upload: UploadSummary, all: readonly UploadSummary[]): Effect {
  if (upload.status === 'queued' || upload.status === 'processing') return { kind: 'stopped' };
  if (upload.status !== 'completed') return { kind: 'none' };
  const others = all.filter(
    ({ id, productionId, kind }) =>
      id !== upload.id && productionId === upload.productionId && kind === upload.kind,
  );
  const [by] = others
    .filter(({ status, recordDate }) => status === 'superseded' && recordDate === upload.recordDate)
    .toSorted((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
  if (by !== undefined) return { kind: 'replaced', by, moves: upload.current };
  if (!upload.current) return { kind: 'gap' };
  const earlier = others
    .filter(({ status }) => status === 'completed')
    .map(({ recordDate }) => recordDate)
    .toSorted()
    .at(-1);
  return earlier === undefined ? { kind: 'empty' } : { kind: 'earlier', recordDate: earlier };
}
