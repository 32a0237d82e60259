import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import { classes } from '@/components/classes';
import styles from './bars.module.css';

/** A figure with a soft bar behind it, as long as its part of the greatest one in the column. */
export function SoftBar({
  value,
  top,
  category,
  children,
}: {
  value: number | null;
  top: number;
  /** Whose colour it has; ink that belongs to none where that is not known. */
  category: Category | 'all';
  children: ReactNode;
}) {
  const part = value === null || top <= 0 ? 0 : Math.max(0, Math.min(1, value / top));
  return (
    <span className={styles['soft']}>
      <i aria-hidden className={classes(styles[`${category}Soft`])} style={{ width: `${part * 100}%` }} />
      <span>{children}</span>
    </span>
  );
}
