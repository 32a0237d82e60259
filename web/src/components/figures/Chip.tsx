import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import styles from './Chip.module.css';

/** A short state beside a name. The words say it; the colour only repeats it. */
export function Chip({
  tone = 'plain',
  icon,
  children,
  title,
}: {
  tone?: 'plain' | 'outlined' | 'good' | 'bad' | 'warning';
  icon?: ReactNode;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={classes(styles['chip'], styles[tone])} title={title}>
      {icon}
      {children}
    </span>
  );
}
