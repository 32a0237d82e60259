import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import styles from './foresight.module.css';
import type { ForecastItem } from './run';
import { words } from './words';

/** What one ought to know before a forecast is read: that it is old, rests on little, or has no middle yet. */
export function Reservations({ of: { reason, confidence, origin, run } }: { of: ForecastItem }) {
  const t = useMessages(words);
  const format = useFormat();
  if (run === null) return null;
  const told = [
    reason === 'stale' && t.stale(format.day(origin)),
    reason === 'too_few_days' && t.few,
    confidence === 'prior' && t.prior,
  ].filter((text) => text !== false);
  if (told.length === 0) return null;
  return (
    <div className={styles['notice']}>
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
