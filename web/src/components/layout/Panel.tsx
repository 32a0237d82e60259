import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { ReportHelp } from '@/components/reports/ReportHelp';
import { ErrorBoundary } from '@/components/states/ErrorBoundary';
import styles from './Panel.module.css';

/**
 * A part of a page with its title: the answer first, then its form. `caption` says the period or the unit, `legend`
 * and `actions` stand at the right. While its figures are read again (`busy`) a thin bar runs beneath the title and
 * the old ones stay. `source` is the report that they are from, which
 * explains them.
 */
export function Panel({
  title,
  icon,
  caption,
  legend,
  actions,
  busy = false,
  padded = false,
  className,
  source,
  table,
  children,
}: {
  title: string;
  icon?: ReactNode;
  caption?: ReactNode;
  legend?: ReactNode;
  actions?: ReactNode;
  busy?: boolean;
  /** Space around the content, for what is no table and no list. */
  padded?: boolean;
  className?: string;
  source?: string | undefined;
  /** The table of that report, where it has several. */
  table?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      aria-busy={busy || undefined}
      data-report={source}
      className={classes(styles['panel'], className)}
    >
      <header className={styles['head']}>
        <div className={styles['words']}>
          <div className={styles['title']}>
            {icon}
            <h2 id={id}>{title}</h2>
            {source !== undefined && <ReportHelp of={title} source={source} table={table} />}
          </div>
          {caption !== undefined && caption !== false && <span className={styles['caption']}>{caption}</span>}
        </div>
        <div className={styles['tools']}>
          {legend}
          {actions}
        </div>
      </header>
      {busy && <div aria-hidden className={styles['bar']} />}
      <div className={classes(styles['body'], padded && styles['padded'])}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </section>
  );
}
