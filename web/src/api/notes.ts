/** The company's notes by day and by month, which the calendar and the marketing month both show. */
import { queryOptions } from '@tanstack/react-query';
import type { DayRange } from '@/lib/days';
import { api, tagged } from './client';
import { keys } from './keys';

/** Notes of some days, with the tag of all notes by day. */
export const notesQuery = ({ from, to }: DayRange) =>
  queryOptions({
    queryKey: [...keys.notes, 'days', from, to],
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/calendar/notes', { params: { query: { from, to } }, signal })),
  });

/** Every note of a month, with the tag of them all. */
export const monthlyNotesQuery = queryOptions({
  queryKey: [...keys.notes, 'months'],
  queryFn: ({ signal }) => tagged(api.GET('/api/v1/calendar/monthly-notes', { signal })),
});
