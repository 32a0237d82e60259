/** Marketing weeks of productions: read, written and their history. */
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import type { ReportAnswer } from '@/api/reports';
import { keys } from '@/api/keys';
import type { HistoryEntry } from '@/components/forms/HistoryDialog';
import type { PresentDocument } from '@/components/forms/useTextDrafts';
import { toDay } from '@/lib/days';

/** The three notes of a week. */
export const noteFields = ['salesMarketing', 'promotion', 'other'] as const;

/** One of them. */
export type NoteField = (typeof noteFields)[number];

/** A cell of the table: the week's first day and the note. */
export function cellOf(weekStart: string, field: NoteField): string {
  return `${weekStart} ${field}`;
}

/** Reads a cell's name. */
export function readCell(cell: string): { weekStart: string; field: NoteField } {
  const [weekStart = '', name] = cell.split(' ');
  return { weekStart, field: noteFields.find((field) => field === name) ?? 'other' };
}

/** Writes cells, an empty text clears the note; what is saved then stands in the reports that were read before. */
export async function writeWeeks(
  client: QueryClient,
  id: string,
  texts: Readonly<Record<string, string>>,
  etag: string | undefined,
): Promise<string | undefined> {
  const weeks = new Map<string, components['schemas']['NewMarketingWeek']>();
  for (const [cell, text] of Object.entries(texts)) {
    const { weekStart, field } = readCell(cell);
    weeks.set(weekStart, {
      ...weeks.get(weekStart),
      weekStart: toDay(weekStart),
      [field]: text.trim() === '' ? null : text.trim(),
    });
  }
  const { value, etag: next } = await tagged(
    api.PUT('/api/v1/productions/{id}/marketing-weeks', {
      params: { path: { id }, header: ifMatch(etag) },
      body: { weeks: [...weeks.values()] },
    }),
  );
  client.setQueriesData<ReportAnswer<'marketing-effect'>>(
    { queryKey: ['reports', 'marketing-effect'] },
    (report) => (report === undefined ? undefined : withNotes(report, id, value.weeks)),
  );
  return next;
}

/** A report with the notes of one production as they are saved now. */
function withNotes(
  report: ReportAnswer<'marketing-effect'>,
  id: string,
  saved: readonly components['schemas']['MarketingWeekView'][],
): ReportAnswer<'marketing-effect'> {
  const items = report.items.map((item) => {
    if (item.productionId !== id) return item;
    const weeks = item.weeks.map((week) => {
      const now = saved.find(({ weekStart }) => weekStart === week.weekStart);
      if (now === undefined) return week;
      const { salesMarketing, promotion, other } = now;
      return { ...week, salesMarketing, promotion, other };
    });
    return { ...item, weeks };
  });
  return { ...report, items };
}

/** What is saved now, and by whom, for somebody whose own save came second. */
export async function presentWeeks(id: string): Promise<PresentDocument> {
  const [{ value, etag }, history] = await Promise.all([
    tagged(api.GET('/api/v1/productions/{id}/marketing-weeks', { params: { path: { id } } })),
    body(
      api.GET('/api/v1/productions/{id}/marketing-weeks/history', {
        params: { path: { id }, query: { page: 1, perPage: 1 } },
      }),
    ).catch(() => undefined),
  ]);
  const [last] = history?.items ?? [];
  return {
    etag,
    text: (cell) => {
      const { weekStart, field } = readCell(cell);
      return value.weeks.find((week) => week.weekStart === weekStart)?.[field] ?? '';
    },
    saved: last?.by === undefined || last.by === null ? undefined : { by: last.by.name, at: last.at },
  };
}

/** Who changed the notes of a production, newest first; `name` says which week and note. */
export const weeksHistoryQuery = (id: string, name: (weekStart: string, field: NoteField) => string) =>
  queryOptions({
    queryKey: [...keys.marketingWeeks(id), 'history'],
    queryFn: async ({ signal }): Promise<readonly HistoryEntry[]> => {
      const { items } = await body(
        api.GET('/api/v1/productions/{id}/marketing-weeks/history', {
          params: { path: { id }, query: { page: 1, perPage: 50 } },
          signal,
        }),
      );
      return items.map(({ at, by, movedIn, changes }) => ({
        at,
        by: by?.name,
        movedIn,
        changes: changes.flatMap(({ weekStart, before, after }) =>
          noteFields
            .filter((field) => (before?.[field] ?? '') !== (after?.[field] ?? ''))
            .map((field) => ({
              key: cellOf(weekStart, field),
              name: name(weekStart, field),
              before: before?.[field] ?? null,
              after: after?.[field] ?? null,
            })),
        ),
      }));
    },
  });
