/** The public holidays, which charts and calendars name. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Day, DayRange } from '@/lib/days';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { api, body } from './client';
import { keys } from './keys';

/** The holidays of some days. They change with a new version of the program only. */
const holidaysQuery = ({ from, to }: DayRange) =>
  queryOptions({
    queryKey: [...keys.holidays, from, to],
    queryFn: ({ signal }) => body(api.GET('/api/v1/holidays', { params: { query: { from, to } }, signal })),
    staleTime: Infinity,
  });

const none: ReadonlyMap<Day, string> = new Map();

/** What the holidays of some days are called; empty while they are read, and where there are no days. */
export function useHolidays(from: Day | undefined, to: Day | undefined): ReadonlyMap<Day, string> {
  const language = useLanguage();
  const known = from !== undefined && to !== undefined;
  const query = useQuery({
    ...holidaysQuery({ from: from ?? to ?? '2000-01-01', to: to ?? from ?? '2000-01-01' }),
    enabled: known,
  });
  const found = query.data?.holidays;
  return useMemo(
    () =>
      found === undefined
        ? none
        : new Map(found.map(({ day, name, nameEn }) => [day, language === 'en' ? nameEn : name] as const)),
    [found, language],
  );
}
