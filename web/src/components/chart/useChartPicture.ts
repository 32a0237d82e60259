import { use } from 'react';
import { ScopeContext } from '@/components/reports/useScope';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { recordDatesIn } from '@/lib/recordDates';
import { useFormat } from '@/lib/useFormat';
import type { ChartProps } from './Chart';

const words = defineMessages({
  ko: {
    dates: (first: string, last: string) =>
      first === last ? `자료 ${last} 기준` : `자료 ${first}–${last} 기준`,
  },
  en: {
    dates: (first: string, last: string) =>
      first === last ? `Data as of ${last}` : `Data as of ${first}–${last}`,
  },
});

/** What a picture of a chart is drawn from. */
export type PictureSource = Pick<ChartProps, 'option' | 'height' | 'zoom'>;

/** Draws a chart as a picture that stands alone; `data` is the report that it shows, whose record dates it tells. */
export function useChartPicture(
  title: string,
  data: unknown,
): (source: PictureSource, caption?: string) => Promise<Blob> {
  const t = useMessages(words);
  const { day } = useFormat();
  const production = use(ScopeContext)?.single?.name;
  return async ({ option, height, zoom }, caption = '') => {
    const dates = recordDatesIn(data);
    const [first, last] = [dates[0], dates.at(-1)];
    const { pictureOf } = await import('./picture');
    return await pictureOf({
      title: production === undefined ? title : `${production} · ${title}`,
      notes: [
        caption,
        first === undefined || last === undefined ? '' : t.dates(day(first), day(last)),
      ].filter((note) => note !== ''),
      option,
      height,
      zoom,
    });
  };
}
