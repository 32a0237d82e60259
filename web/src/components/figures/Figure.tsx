import type { CSSProperties, ReactNode } from 'react';
import styles from './Figure.module.css';

/**
 * One figure that answers a question: its label and period, the figure itself, then its comparison (`note`) and its
 * form (`children`: a `Bullet` or a `Sparkline`).
 */
export function Figure({
  label,
  period,
  value,
  note,
  children,
  after,
  source,
}: {
  label: string;
  period?: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  /** A second comparison below the form. */
  after?: ReactNode;
  /** The report that its figures are from, where that is another than its neighbours'. */
  source?: string | undefined;
}) {
  return (
    <div className={styles['figure']} data-report={source}>
      <dt className={styles['label']}>
        <span>{label}</span>
        {period !== undefined && <span className={styles['period']}>{period}</span>}
      </dt>
      <dd>
        <div className={styles['value']}>{value}</div>
        {note !== undefined && <div className={styles['note']}>{note}</div>}
        {children}
        {after !== undefined && <div className={styles['note']}>{after}</div>}
      </dd>
    </div>
  );
}

/** Figures side by side in one panel, of the report `source`; two in a row on a phone. */
export function Figures({
  children,
  columns = 4,
  source,
}: {
  children: ReactNode;
  columns?: 2 | 3 | 4 | 5 | 6;
  source?: string | undefined;
}) {
  return (
    <dl className={styles['figures']} data-report={source} style={{ '--columns': columns } as CSSProperties}>
      {children}
    </dl>
  );
}

/** How many of how many: `3 / 5`. */
export function OutOf({ count, of }: { count: number; of: number }) {
  return (
    <>
      {count}
      <span className="second"> / {of}</span>
    </>
  );
}
