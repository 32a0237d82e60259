import type { ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { TabsNav } from '@/components/controls/TabsNav';
import { PageHeader } from '@/components/layout/PageHeader';
import { PageScope } from '@/components/reports/PageScope';
import { ErrorBoundary } from '@/components/states/ErrorBoundary';
import { useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { GenresTab } from './components/GenresTab';
import { IndexTab } from './components/IndexTab';
import { OpeningsTab } from './components/OpeningsTab';
import { RankTab } from './components/RankTab';
import { words } from './words';

const tabs: readonly {
  readonly name: 'index' | 'genres' | 'rank' | 'openings';
  readonly content: ReactNode;
}[] = [
  { name: 'index', content: <IndexTab /> },
  { name: 'genres', content: <GenresTab /> },
  { name: 'rank', content: <RankTab /> },
  { name: 'openings', content: <OpeningsTab /> },
];

/** The market beside one's own productions: index, genres, ranks, openings. */
export function Page() {
  const t = useMessages(words);
  const { market: title } = useMessages(entryNames);
  const { tab: name } = useParams();
  const { search } = useLocation();
  const tab = tabs.find((one) => one.name === name);
  if (tab === undefined) return <Navigate replace to={{ pathname: '/market/index', search }} />;
  return (
    <>
      <PageHeader title={title} subtitle={t.subtitle} actions={<ProductionPicker />} />
      <TabsNav label={t.tabs} tabs={tabs.map((one) => ({ to: `/market/${one.name}`, text: t[one.name] }))} />
      <ErrorBoundary key={tab.name}>
        <PageScope everybody>
          <div className="stack">{tab.content}</div>
        </PageScope>
      </ErrorBoundary>
    </>
  );
}
