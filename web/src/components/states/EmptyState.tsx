import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Nothing to show: says why, and what one can do about it. */
export function EmptyState({
  icon,
  children,
  action,
}: {
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles['state']}>
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
