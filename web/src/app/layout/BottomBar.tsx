import { Menu } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';
import { carriedQuery } from '@/components/layout/AppLink';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { useEntries } from '../navigation';
import styles from './BottomBar.module.css';

const words = defineMessages({
  ko: { menu: '아래 메뉴', more: '더 보기' },
  en: { menu: 'Bottom menu', more: 'More' },
});

/** On phones: the first four entries under the thumb, and the way to all others. */
export function BottomBar({ onMore }: { onMore: () => void }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const entries = useEntries();
  const { search } = useLocation();
  return (
    <nav aria-label={t.menu} className={styles['bar']}>
      {entries.slice(0, 4).map(({ name, path, icon: Icon }) => (
        <NavLink
          key={name}
          to={{ pathname: path, search: carriedQuery(search) }}
          end={path === '/'}
          className={styles['entry'] ?? ''}
        >
          <Icon aria-hidden />
          {names[name]}
        </NavLink>
      ))}
      <button type="button" className={styles['entry']} onClick={onMore}>
        <Menu aria-hidden />
        {t.more}
      </button>
    </nav>
  );
}
