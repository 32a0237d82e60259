import { useMemo } from 'react';
import { dayText, dayTimeText, monthText, rangeText } from './days';
import type { Day, DayRange, Instant } from './days';
import { useLanguage } from './i18n/useLanguage';
import { axisWon, exactWon, seats, shortWon } from './numbers';
import type { SignOption } from './numbers';
import { useToday } from './useToday';

type Maybe<T> = T | null | undefined;

/** The formats that depend on the language and on the present year; the others are plain functions of `numbers`. */
export function useFormat() {
  const language = useLanguage();
  const year = useToday().slice(0, 4);
  return useMemo(() => {
    return {
      language,
      shortWon: (value: Maybe<number>, option?: SignOption) => shortWon(value, language, option),
      exactWon: (value: Maybe<number>, option?: SignOption) => exactWon(value, language, option),
      axisWon: (value: number) => axisWon(value, language),
      seats: (value: Maybe<number>, option?: SignOption) => seats(value, language, option),
      day: (value: Maybe<Day>) => dayText(value, language, year),
      dayTime: (value: Maybe<Instant>) => dayTimeText(value, language, year),
      range: (value: DayRange) => rangeText(value, year),
      month: (value: string) => monthText(value, language, year),
    };
  }, [language, year]);
}

/** What `useFormat` answers. */
export type Format = ReturnType<typeof useFormat>;
