/** Writes the company's notes, and tells what others saved. Two documents: the notes of days, those of months. */
import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from '@/api/client';
import { keys } from '@/api/keys';
import type { HistoryEntry } from '@/components/forms/HistoryDialog';
import type { PresentDocument } from '@/components/forms/useTextDrafts';
import { toDay } from '@/lib/days';
import type { Instant } from '@/lib/days';

/** Which of the two documents. */
export const noteKinds = ['days', 'months'] as const;

/** One of them. */
export type NoteKind = (typeof noteKinds)[number];

const kindOf = (document: string): NoteKind => (document === 'months' ? 'months' : 'days');
const trimmed = (text: string) => (text.trim() === '' ? null : text.trim());
const page = { page: 1, perPage: 50 };

/** Writes notes by their day or month; an empty text removes one. */
export async function writeNotes(
  document: string,
  texts: Readonly<Record<string, string>>,
  etag: string | undefined,
): Promise<string | undefined> {
  const params = { header: ifMatch(etag) };
  const entries = Object.entries(texts);
  const written = await (kindOf(document) === 'months'
    ? tagged<unknown>(
        api.PUT('/api/v1/calendar/monthly-notes', {
          params,
          body: { notes: entries.map(([month, text]) => ({ month, note: trimmed(text) })) },
        }),
      )
    : tagged<unknown>(
        api.PUT('/api/v1/calendar/notes', {
          params,
          body: { notes: entries.map(([date, text]) => ({ date: toDay(date), note: trimmed(text) })) },
        }),
      ));
  return written.etag;
}

/** What is saved now, and by whom. */
export async function presentNotes(document: string): Promise<PresentDocument> {
  const months = kindOf(document) === 'months';
  const [texts, history] = await Promise.all([
    months ? readMonths() : readDays(),
    historyOf(kindOf(document)).catch((): readonly HistoryEntry[] => []),
  ]);
  const [last] = history;
  return {
    etag: texts.etag,
    text: (cell) => texts.value.get(cell) ?? '',
    saved: last?.by === undefined ? undefined : { by: last.by, at: last.at },
  };
}

async function readDays() {
  const { value, etag } = await tagged(api.GET('/api/v1/calendar/notes'));
  return { etag, value: new Map(value.notes.map(({ date, note }) => [date, note])) };
}

async function readMonths() {
  const { value, etag } = await tagged(api.GET('/api/v1/calendar/monthly-notes'));
  return { etag, value: new Map(value.notes.map(({ month, note }) => [month, note])) };
}

async function historyOf(kind: NoteKind, signal?: AbortSignal): Promise<readonly HistoryEntry[]> {
  const option = { params: { query: page }, ...(signal === undefined ? {} : { signal }) };
  const entry = (
    at: Instant,
    by: { name: string } | null | undefined,
    movedIn: boolean,
    changes: readonly { key: string; before?: string | null; after?: string | null }[],
  ): HistoryEntry => ({
    at,
    by: by?.name,
    movedIn,
    changes: changes.map(({ key, before, after }) => ({
      key,
      name: key,
      before: before ?? null,
      after: after ?? null,
    })),
  });
  if (kind === 'months') {
    const { items } = await body(api.GET('/api/v1/calendar/monthly-notes/history', option));
    return items.map(({ at, by, movedIn, changes }) =>
      entry(
        at,
        by,
        movedIn,
        changes.map(({ month, ...change }) => ({ key: month, ...change })),
      ),
    );
  }
  const { items } = await body(api.GET('/api/v1/calendar/notes/history', option));
  return items.map(({ at, by, movedIn, changes }) =>
    entry(
      at,
      by,
      movedIn,
      changes.map(({ date, ...change }) => ({ key: date, ...change })),
    ),
  );
}

/** Who changed the notes, newest first. */
export const notesHistoryQuery = (kind: NoteKind) =>
  queryOptions({
    queryKey: [...keys.notes, kind, 'history'],
    queryFn: ({ signal }) => historyOf(kind, signal),
  });
