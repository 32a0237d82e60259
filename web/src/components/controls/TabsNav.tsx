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
  const { search } = useLocation();
  return (
    <nav aria-label={label} className={styles['tabs']}>
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
