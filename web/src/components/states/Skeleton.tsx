import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './states.module.css';

const words = defineMessages({ ko: { loading: '불러오는 중' }, en: { loading: 'Loading' } });

/**
 * Stands where something is being read, in its shape, so that nothing moves when it arrives. It appears after
 * 150 ms only: what is there sooner should not flicker.
 */
export function Skeleton({ rows = 3, height }: { rows?: number; height?: number }) {
  const t = useMessages(words);
  return (
    <div
      role="status"
      data-loading
      className={styles['skeleton']}
      style={height === undefined ? undefined : { height }}
    >
      <span className="spoken">{t.loading}</span>
      {height === undefined ? (
        Array.from({ length: rows }, (_, row) => <i key={row} aria-hidden />)
      ) : (
        <i aria-hidden className={styles['block']} />
      )}
    </div>
  );
}
