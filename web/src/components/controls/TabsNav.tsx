import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { carriedQuery } from '@/components/layout/AppLink';
import styles from './TabsNav.module.css';

/**
 * The tabs of a page. Each is a page of its own under the same path (`/plays/weekly`), so that it can be linked and
 * Back returns to the one before; day, period and productions stay.
 */
export function TabsNav({
  label,
  tabs,
}: {
  label: string;
  /** `nested`: pages below a tab's path belong to it. */
  tabs: readonly { readonly to: string; readonly text: string; readonly nested?: boolean }[];
}) {
  const { pathname, search } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // Where there is no room for all, the chosen one is in sight.
  useEffect(() => {
    const chosen = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current === null || chosen === null || chosen === undefined) return;
    nav.current.scrollLeft = chosen.offsetLeft - (nav.current.clientWidth - chosen.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={styles['tabs']}>
      {tabs.map(({ to, text, nested = false }) => (
        <NavLink
          key={to}
          to={{ pathname: to, search: carriedQuery(search, true) }}
          end={!nested}
          className={styles['tab'] ?? ''}
        >
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
