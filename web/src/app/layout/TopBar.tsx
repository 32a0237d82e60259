import { Printer, Search } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { AppLink } from '@/components/layout/AppLink';
import { Brand } from '@/components/layout/Brand';
import { ViewsMenu } from '@/features/views/ViewsMenu';
import { sameCode } from '@/lib/codes';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { AccountButton } from './AccountBar';
import { printPage } from '@/components/chart/printPage';
import { AsOfPicker } from './AsOfPicker';
import styles from './TopBar.module.css';

const words = defineMessages({
  ko: { place: '현재 위치', productions: '공연', account: '내 계정', find: '찾기', print: '인쇄 · PDF' },
  en: {
    place: 'You are here',
    productions: 'Productions',
    account: 'My account',
    find: 'Search',
    print: 'Print · PDF',
  },
});

/** What it shows is asked for by itself, after the page. */
const Bell = lazy(() => import('@/features/notices/Bell').then((module) => ({ default: module.Bell })));

/** Where one is, and the day that is looked at. */
export function TopBar({ onFind }: { onFind: () => void }) {
  const t = useMessages(words);
  return (
    <header className={styles['top']}>
      <AppLink to="/" className={styles['brand'] ?? ''}>
        <Brand small />
      </AppLink>
      <Crumbs />
      <span className="grow" />
      <ViewsMenu />
      <span className={styles['desk']}>
        <Button kind="quiet" icon={<Printer />} label={t.print} onClick={() => void printPage()} />
      </span>
      <AsOfPicker />
      <span className={styles['bell']}>
        <Suspense>
          <Bell />
        </Suspense>
      </span>
      <span className={styles['phone']}>
        <Button kind="quiet" icon={<Search />} label={t.find} onClick={onFind} />
        <AccountButton />
      </span>
    </header>
  );
}

function Crumbs() {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const productions = useProductions();
  const [section = '', code] = useLocation().pathname.split('/').slice(1);
  const production = productions.find((other) => sameCode(other.code, decodeURIComponent(code ?? '')));
  const titles: Readonly<Record<string, string>> = {
    '': names.home,
    plays: names.plays,
    concerts: names.concerts,
    uploads: names.uploads,
    targets: names.targets,
    marketing: names.marketing,
    calendar: names.calendar,
    market: names.market,
    reports: names.reports,
    office: names.office,
    productions: t.productions,
    account: t.account,
  };
  const title = titles[section];
  if (title === undefined) return null;
  return (
    <nav aria-label={t.place} className={styles['crumbs']}>
      {production === undefined ? <b>{title}</b> : <span>{title}</span>}
      {production !== undefined && (
        <>
          <span aria-hidden>/</span>
          <b>{production.name}</b>
        </>
      )}
    </nav>
  );
}
