import { classes } from '@/components/classes';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import styles from './IntervalBar.module.css';

const words = defineMessages({
  ko: { label: (low: string, high: string) => `${low}에서 ${high} 사이` },
  en: { label: (low: string, high: string) => `between ${low} and ${high}` },
});

/** An effect with the ends of its interval, as ratios; unknown where nothing can be said. */
export interface Effect {
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

/** How far a scale reaches to both sides of zero, so that every interval of a table has room. */
export function reachOf(effects: readonly Effect[]): number {
  const ends = effects.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  return Math.max(0.1, ...ends.map(Math.abs));
}

/**
 * An effect and its interval on the scale of its table, zero in the middle. One that holds zero is grey: it may be
 * more or less. Nothing is drawn of what nobody knows.
 */
export function IntervalBar({ low, middle, high, reach }: Effect & { reach: number }) {
  const t = useMessages(words);
  if (low === null || high === null) return null;
  const at = (ratio: number) => (Math.max(-1, Math.min(1, ratio / reach)) + 1) * 50;
  const tone = low > 0 ? styles['more'] : high < 0 ? styles['less'] : styles['open'];
  const end = (ratio: number) => percent(ratio, 0, { signed: true });
  return (
    <span role="img" aria-label={t.label(end(low), end(high))} className={classes(styles['bar'], tone)}>
      <s style={{ left: '50%' }} />
      <i style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      {middle !== null && <b style={{ left: `${at(middle)}%` }} />}
    </span>
  );
}
