import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Production } from '@/api/productions';
import { reportQuery } from '@/api/reports';
import { inSeoul } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { isLow } from '@/lib/performances';
import { shortName } from '@/lib/shortName';
import type { CalendarPerformance } from './MonthGrid';

const words = defineMessages({
  ko: { opening: '개막', closing: '종연', preview: '프리뷰 종료', sale: '판매 시작' },
  en: { opening: 'Opening', closing: 'Closing', preview: 'Preview ends', sale: 'On sale' },
});

/** The performances of some days: those of plays from their workbooks, of concerts from their date. */
export function usePerformances(productions: readonly Production[], days: DayRange, asOf: Day) {
  const { from, to } = days;
  const ids = productions.filter(({ category }) => category !== 'concert').map(({ id }) => id);
  const query = useQuery({
    ...reportQuery('plays/performances', { asOf, productionId: ids, from, to }),
    enabled: ids.length > 0,
  });
  const items = query.data?.items;
  const performances = useMemo(
    (): readonly CalendarPerformance[] => [
      ...(items ?? []).flatMap(({ performances: list, productionCode, productionName, category }) =>
        list.map(({ startsAt, occupancy }) => ({
          productionCode,
          productionName,
          category,
          startsAt,
          occupancy,
          low: isLow({ occupancy, startsAt }, asOf),
        })),
      ),
      ...productions.flatMap(({ category, concertAt, code, name }) => {
        if (category !== 'concert' || concertAt === null) return [];
        const { day } = inSeoul(concertAt);
        if (day < from || day > to) return [];
        return [
          {
            productionCode: code,
            productionName: name,
            category,
            startsAt: concertAt,
            occupancy: null,
            low: false,
          },
        ];
      }),
    ],
    [items, productions, from, to, asOf],
  );
  return { query, performances };
}

/** The days on which something of a production begins or ends, with its name. */
export function useMarks(productions: readonly Production[]): ReadonlyMap<Day, readonly string[]> {
  const t = useMessages(words);
  return useMemo(() => {
    const marks = new Map<Day, string[]>();
    for (const { name, runStart, runEnd, previewEnd, saleStart, category } of productions) {
      const add = (day: Day | null, word: string) => {
        if (day !== null) marks.set(day, [...(marks.get(day) ?? []), `${word} ${shortName(name)}`]);
      };
      if (category !== 'concert') {
        add(runStart, t.opening);
        add(runEnd, t.closing);
        add(previewEnd, t.preview);
      }
      add(saleStart, t.sale);
    }
    return marks;
  }, [productions, t]);
}
