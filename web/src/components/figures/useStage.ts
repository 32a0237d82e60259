/** Where a production stands in its run, in a few words: what one asks first when its figures are read. */
import type { Production } from '@/api/productions';
import { daysBetween, inSeoul } from '@/lib/days';
import type { Day } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

/** Performances played and in total, where they are known. */
export interface Played {
  readonly played: number;
  readonly total: number;
}

/** A stage of a run. */
export type Stage =
  | { readonly kind: 'opening' | 'concert'; readonly days: number }
  | { readonly kind: 'preview' | 'running'; readonly count: Played | undefined }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** The stage of a production on a day. */
export function stageOf(production: Production, asOf: Day, count?: Played): Stage {
  const { category, concertAt, runStart, runEnd, previewEnd } = production;
  if (category === 'concert' && concertAt !== null) {
    const days = daysBetween(asOf, inSeoul(concertAt).day);
    return days < 0 ? { kind: 'over' } : { kind: 'concert', days };
  }
  if (runStart !== null && asOf < runStart) return { kind: 'opening', days: daysBetween(asOf, runStart) };
  if (runEnd !== null && runEnd < asOf) return { kind: 'over' };
  if (previewEnd !== null && asOf <= previewEnd) return { kind: 'preview', count };
  if (runStart !== null || count !== undefined) return { kind: 'running', count };
  return { kind: 'unknown' };
}

const words = defineMessages({
  ko: {
    opening: (days: number) => `개막 D-${days}`,
    concert: (days: number) => (days === 0 ? '공연 당일' : `공연 D-${days}`),
    count: (played: number, total: number) => `${played} / ${total}회`,
    preview: '프리뷰',
    running: '공연 중',
    over: '공연 종료',
    unknown: '일정 미입력',
  },
  en: {
    opening: (days: number) => `Opens in ${days}d`,
    concert: (days: number) => (days === 0 ? 'Concert today' : `Concert in ${days}d`),
    count: (played: number, total: number) => `${played} of ${total}`,
    preview: 'Preview',
    running: 'Running',
    over: 'Run ended',
    unknown: 'No dates yet',
  },
});

/** Writes a stage; `long` also says that a run is on, where only a count would stand. */
export function useStageText(): (stage: Stage, long?: boolean) => string {
  const t = useMessages(words);
  return (stage, long = false) => {
    switch (stage.kind) {
      case 'opening':
        return t.opening(stage.days);
      case 'concert':
        return t.concert(stage.days);
      case 'over':
        return t.over;
      case 'unknown':
        return t.unknown;
      case 'preview':
      case 'running': {
        const count = stage.count === undefined ? '' : t.count(stage.count.played, stage.count.total);
        const name = stage.kind === 'preview' ? t.preview : long || count === '' ? t.running : '';
        return [name, count].filter((text) => text !== '').join(' ');
      }
    }
  };
}
