import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
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
  /** `nested`: pages below a tab's path belong to it. `current`: the page shown does, wherever its path is. */
  tabs: readonly {
    readonly to: string;
    readonly text: string;
    readonly nested?: boolean;
    readonly current?: boolean;
  }[];
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
      {tabs.map(({ to, text, nested = false, current = false }) => {
        const link = {
          to: { pathname: to, search: carriedQuery(search, true) },
          className: styles['tab'] ?? '',
        };
        return current ? (
          <Link key={to} {...link} aria-current="page">
            {text}
          </Link>
        ) : (
          <NavLink key={to} {...link} end={!nested}>
            {text}
          </NavLink>
        );
      })}
    </nav>
  );
}
