import { percent } from '@/lib/numbers';
import { classes } from '@/components/classes';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './bars.module.css';

const words = defineMessages({
  ko: {
    label: (target: string, actual: string) => `목표 ${target}, 실제 ${actual}`,
    key: '목표에서 실제까지',
  },
  en: {
    label: (target: string, actual: string) => `target ${target}, actual ${actual}`,
    key: 'from target to actual',
  },
});

/** The two ends of a scale, as ratios. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** A scale in steps of 10 % that holds every share of a table, so that its rows can be compared. */
export function scaleOf(shares: readonly (number | null | undefined)[]): Scale {
  const known = shares.filter((share) => share !== null && share !== undefined);
  if (known.length === 0) return { from: 0, to: 1 };
  const from = Math.max(0, Math.floor(Math.min(...known) * 10 - 0.5) / 10);
  const to = Math.max(from + 0.2, Math.ceil(Math.max(...known) * 10 + 0.5) / 10);
  return { from, to };
}

/** A target (tick), the actual share (dot) and the gap between them (bar) on the common scale of a table. */
export function ShareScale({
  target,
  actual,
  scale,
}: {
  target: number | null;
  actual: number | null;
  scale: Scale;
}) {
  const t = useMessages(words);
  const at = (share: number) => ((share - scale.from) / (scale.to - scale.from)) * 100;
  const ahead = target === null || actual === null || actual >= target;
  return (
    <span
      role="img"
      aria-label={t.label(percent(target), percent(actual))}
      className={classes(styles['share'], ahead ? styles['good'] : styles['bad'])}
    >
      {target !== null && actual !== null && (
        <i
          style={{
            left: `${at(Math.min(target, actual))}%`,
            width: `${Math.abs(at(actual) - at(target))}%`,
          }}
        />
      )}
      {target !== null && <s style={{ left: `${at(target)}%` }} />}
      {actual !== null && <b style={{ left: `${at(actual)}%` }} />}
    </span>
  );
}

/** What the signs of `ShareScale` mean, for the legend of its panel. */
export function ShareScaleKey() {
  const t = useMessages(words);
  return (
    <span className={styles['key']}>
      <span aria-hidden className={classes(styles['share'], styles['good'], styles['sample'])}>
        <i style={{ left: '10%', width: '80%' }} />
        <s style={{ left: '10%' }} />
        <b style={{ left: '90%' }} />
      </span>
      {t.key}
    </span>
  );
}
