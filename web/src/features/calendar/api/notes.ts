/** Writes the company's notes, and tells what others saved. Two documents: the notes of days, those of months. */
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from '@/api/client';
import type { Tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { monthlyNotesQuery } from '@/api/notes';
import type { HistoryEntry } from '@/components/forms/HistoryDialog';
import type { PresentDocument } from '@/components/forms/useTextDrafts';
import { toDay } from '@/lib/days';
import type { Instant } from '@/lib/days';

/** Which of the two documents. */
export const noteKinds = ['days', 'months'] as const;

/** One of them. */
export type NoteKind = (typeof noteKinds)[number];

/** Notes of days as the server tells them. */
type DayNotes = components['schemas']['CalendarNotesView'];

const kindOf = (document: string): NoteKind => (document === 'months' ? 'months' : 'days');
const trimmed = (text: string) => (text.trim() === '' ? null : text.trim());
const page = { page: 1, perPage: 50 };

/**
 * Writes notes by their day or month, an empty text removes one; what is saved then stands in the notes that were read
 * before.
 */
export async function writeNotes(
  client: QueryClient,
  document: string,
  texts: Readonly<Record<string, string>>,
  etag: string | undefined,
): Promise<string | undefined> {
  const params = { header: ifMatch(etag) };
  const entries = Object.entries(texts);
  if (kindOf(document) === 'months') {
    const written = await tagged(
      api.PUT('/api/v1/calendar/monthly-notes', {
        params,
        body: { notes: entries.map(([month, text]) => ({ month, note: trimmed(text) })) },
      }),
    );
    client.setQueryData(monthlyNotesQuery.queryKey, (read) => {
      if (read === undefined) return undefined;
      const others = read.value.notes.filter(({ month }) => !Object.hasOwn(texts, month));
      return { etag: written.etag, value: { notes: [...others, ...written.value.notes] } };
    });
    return written.etag;
  }
  const written = await tagged(
    api.PUT('/api/v1/calendar/notes', {
      params,
      body: { notes: entries.map(([date, text]) => ({ date: toDay(date), note: trimmed(text) })) },
    }),
  );
  const known = client.getQueriesData<Tagged<DayNotes>>({ queryKey: [...keys.notes, 'days'] });
  for (const [key, read] of known) {
    const [, , from, to] = key;
    // The history has the same beginning, and no days.
    if (read === undefined || typeof from !== 'string' || typeof to !== 'string') continue;
    const others = read.value.notes.filter(({ date }) => !Object.hasOwn(texts, date));
    const within = written.value.notes.filter(({ date }) => date >= from && date <= to);
    client.setQueryData<Tagged<DayNotes>>(key, {
      etag: written.etag,
      value: { notes: [...others, ...within] },
    });
  }
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
