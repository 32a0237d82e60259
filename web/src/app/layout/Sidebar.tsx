import { Bookmark, Plus, Search } from 'lucide-react';
import { Link, NavLink, useLocation } from 'react-router';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { AppLink, carriedQuery } from '@/components/layout/AppLink';
import { Brand } from '@/components/layout/Brand';
import { useViews } from '@/features/views/useViews';
import { words as viewWords } from '@/features/views/words';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { isRouted, useEntries } from '../navigation';
import { MissingCount } from './MissingCount';
import { usePins } from '../pins';
import { useRecent } from '../recent';
import { AccountBar } from './AccountBar';
import styles from './Sidebar.module.css';

const words = defineMessages({
  ko: {
    menu: '주 메뉴',
    find: '찾기',
    pinned: '고정한 공연',
    pin: '공연 고정',
    recent: '최근 본 공연',
    all: (count: number) => `진행 중인 공연 ${count}개 모두`,
  },
  en: {
    menu: 'Main menu',
    find: 'Search',
    pinned: 'Pinned productions',
    pin: 'Pin a production',
    recent: 'Recently viewed',
    all: (count: number) => `All active productions (${count})`,
  },
});

/** As many are shown besides those that are pinned. */
const mostRecent = 3;

/** The menu at the left: finding, the pages that one may use, the pinned productions, and one's account. */
export function Sidebar({ onFind }: { onFind: () => void }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const entries = useEntries();
  const { search } = useLocation();
  const query = carriedQuery(search);
  const productions = useProductions();
  const pins = usePins();
  const hasPages = isRouted('/productions');
  const pinned = pins.flatMap((code) => productions.filter((production) => production.code === code));
  const recent = useRecent()
    .filter((code) => !pins.includes(code))
    .flatMap((code) => productions.filter((production) => production.code === code))
    .slice(0, mostRecent);
  const v = useMessages(viewWords);
  const { views, here } = useViews();
  const pinnedViews = views.filter((view) => view.pinned);
  const active = productions.filter((production) => production.active).length;

  return (
    <aside className={styles['side']}>
      <AppLink to="/" className={styles['brand'] ?? ''}>
        <Brand />
      </AppLink>
      <button type="button" className={styles['find']} onClick={onFind}>
        <Search aria-hidden />
        <span>{t.find}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <nav aria-label={t.menu} className={styles['entries']}>
        {entries.map(({ name, path, icon: Icon }) => (
          <div key={name} className={styles['line']}>
            <NavLink
              to={{ pathname: path, search: query }}
              end={path === '/'}
              className={styles['entry'] ?? ''}
              title={names[name]}
            >
              <Icon aria-hidden />
              <span className={styles['text']}>{names[name]}</span>
            </NavLink>
            {name === 'uploads' && <MissingCount />}
          </div>
        ))}
        {pinnedViews.length > 0 && (
          <>
            <div className={styles['head']}>
              <span>{v.pinned}</span>
            </div>
            {pinnedViews.map(({ name, path }) => (
              <Link
                key={name}
                to={path}
                title={name}
                aria-current={path === here ? 'page' : undefined}
                className={styles['entry'] ?? ''}
              >
                <Bookmark aria-hidden />
                <span className={styles['text']}>{name}</span>
              </Link>
            ))}
          </>
        )}
        {hasPages && (
          <>
            <div className={styles['head']}>
              <span>{t.pinned}</span>
              <Button small kind="quiet" icon={<Plus />} label={t.pin} onClick={onFind} />
            </div>
            {pinned.map(({ code, name, category }) => (
              <NavLink
                key={code}
                to={{ pathname: `/productions/${encodeURIComponent(code)}`, search: query }}
                className={styles['entry'] ?? ''}
              >
                <span className={styles['mark']}>
                  <CategoryMark category={category} />
                </span>
                <span className={styles['text']}>{name}</span>
              </NavLink>
            ))}
            {recent.length > 0 && (
              <div className={styles['head']}>
                <span>{t.recent}</span>
              </div>
            )}
            {recent.map(({ code, name, category }) => (
              <NavLink
                key={code}
                to={{ pathname: `/productions/${encodeURIComponent(code)}`, search: query }}
                className={styles['entry'] ?? ''}
                title={name}
              >
                <span className={styles['mark']}>
                  <CategoryMark category={category} />
                </span>
                <span className={styles['text']}>{name}</span>
              </NavLink>
            ))}
            {active > 0 && (
              <button type="button" className={styles['all']} onClick={onFind}>
                {t.all(active)}
              </button>
            )}
          </>
        )}
      </nav>
      <AccountBar />
    </aside>
  );
}
