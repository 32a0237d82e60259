import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { preferencesQuery } from '@/api/preferences';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useNoteRecent } from '../recent';
import { useShellKeys } from '../useShellKeys';
import { BottomBar } from './BottomBar';
import { PrintHead } from './PrintHead';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import styles from './Shell.module.css';

const CommandPalette = lazy(() => import('./CommandPalette'));
const KeysDialog = lazy(() => import('./KeysDialog'));
const NewSignInsBanner = lazy(() => import('./NewSignInsBanner'));
const NewsBanner = lazy(() =>
  import('@/features/news/NewsBanner').then((module) => ({ default: module.NewsBanner })),
);

const words = defineMessages({ ko: { skip: '본문으로 건너뛰기' }, en: { skip: 'Skip to content' } });

/** The frame of every page behind the sign-in: menu, top bar, and on phones a bar at the foot. */
export function Shell() {
  const t = useMessages(words);
  const [over, setOver] = useState<'find' | 'keys' | null>(null);
  const { pathname } = useLocation();
  const moving = useNavigation().state === 'loading';
  const preferences = useQuery(preferencesQuery);
  useNoteRecent();
  useShellKeys({ onFind: () => setOver('find'), onKeys: () => setOver('keys') });

  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className={styles['app']}>
      <a className={styles['skip']} href="#content">
        {t.skip}
      </a>
      <Sidebar onFind={() => setOver('find')} />
      <div className={styles['page']}>
        <TopBar onFind={() => setOver('find')} />
        <PrintHead />
        <main id="content" tabIndex={-1} className={styles['main']} aria-busy={moving || undefined}>
          <Suspense>
            <NewSignInsBanner />
            {preferences.isSuccess && <NewsBanner />}
          </Suspense>
          <Outlet />
        </main>
      </div>
      <BottomBar onMore={() => setOver('find')} />
      <Suspense>
        {over === 'find' && <CommandPalette onClose={() => setOver(null)} />}
        {over === 'keys' && <KeysDialog onClose={() => setOver(null)} />}
      </Suspense>
    </div>
  );
}
