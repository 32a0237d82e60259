import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { LiveNote } from './LiveNote';
import styles from './PageHeader.module.css';

/**
 * The head of a page: its one `h1`, a line below, marks beside the title, and what acts on the whole page. What
 * changed by itself is said at the right. It also names the browser's tab.
 */
export function PageHeader({
  title,
  mark,
  chips,
  subtitle,
  actions,
  live = true,
  liveDetail,
}: {
  title: string;
  mark?: ReactNode;
  chips?: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** Pages without figures have nothing that changes by itself. */
  live?: boolean;
  /** What the last change meant for this page, said behind it. */
  liveDetail?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Fullhouse`;
  }, [title]);
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        <div className="row wrapped">
          {mark}
          <h1>{title}</h1>
          {chips}
        </div>
        {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
      </div>
      {live && <LiveNote detail={liveDetail} />}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
