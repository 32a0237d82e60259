import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import type { ReactNode } from 'react';
import { usePermissions } from '@/api/account';
import { productionsQuery } from '@/api/productions';
import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { LinkButton } from '@/components/controls/Button';
import { TabsNav } from '@/components/controls/TabsNav';
import { FirstSteps } from '@/components/guide/FirstSteps';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { sameCode } from '@/lib/codes';
import { useMessages } from '@/lib/i18n/messages';
import { Band } from './components/Band';
import { CastsPanel } from './components/CastsPanel';
import { FactsPanel } from './components/FactsPanel';
import { MarketingPanel } from './components/MarketingPanel';
import { PerformancesPanel } from './components/PerformancesPanel';
import { ProductionHeader } from './components/ProductionHeader';
import { ProfitPanel } from './components/ProfitPanel';
import { SalesPanel } from './components/SalesPanel';
import { SeatsPanel } from './components/SeatsPanel';
import { UploadsPanel } from './components/UploadsPanel';
import { ConcertWeeksPanel, WeeklyOccupancyPanel, WeeklyTablePanel } from './components/WeeksPanel';
import styles from './components/production.module.css';
import { useQueryOf } from './query';
import { words } from './words';

/** Workbooks of concerts tell seats by grade and no performance of its own, those of plays the other way round. */
const tabsOf = {
  play: ['summary', 'sales', 'performances', 'casts', 'weeks', 'marketing', 'uploads', 'settings'],
  concert: ['summary', 'sales', 'seats', 'weeks', 'marketing', 'uploads', 'settings'],
} as const;

type Tab = (typeof tabsOf)['play' | 'concert'][number];

const castsOnSummary = 8;

/** Everything about one production. */
export function Page() {
  const t = useMessages(words);
  const { code = '', tab } = useParams();
  const productions = useQuery(productionsQuery);
  return (
    <QueryView query={productions} skeleton={<Skeleton height={480} />}>
      {(all) => {
        const production = all.find((other) => sameCode(other.code, code));
        if (production === undefined)
          return (
            <>
              <PageHeader title={t.notFound} live={false} />
              <EmptyState action={<LinkButton to="/">{t.home}</LinkButton>}>{t.notFoundText}</EmptyState>
            </>
          );
        return <ProductionView key={production.id} production={production} tab={tab ?? 'summary'} />;
      }}
    </QueryView>
  );
}

function ProductionView({ production, tab }: { production: Production; tab: string }) {
  const t = useMessages(words);
  const query = useQueryOf(production);
  const sales = useReport('target-vs-actual', { ...query, grain: 'day' });
  const item = sales.data?.items[0];
  const { upload, manageProductions } = usePermissions();
  const begins =
    upload && manageProductions && sales.data !== undefined && (item?.recordDate ?? null) === null;
  const offered: readonly Tab[] = tabsOf[production.category === 'concert' ? 'concert' : 'play'];
  const chosen = offered.find((other) => other === tab);
  const base = `/productions/${encodeURIComponent(production.code)}`;
  if (chosen === undefined) return <Navigate to={base} replace />;
  return (
    <>
      <ProductionHeader production={production} sales={item} />
      <TabsNav
        label={t.tabs}
        tabs={offered.map((name) => ({ to: name === 'summary' ? base : `${base}/${name}`, text: t[name] }))}
      />
      <div className="stack">
        {chosen === 'summary' && begins && (
          <FirstSteps
            production={production}
            uploaded={false}
            targeted={item?.periods.some(({ targetKrw }) => targetKrw > 0) ?? false}
          />
        )}
        {chosen === 'summary' && (
          <QueryView query={sales} skeleton={<Skeleton height={120} />}>
            {() => item !== undefined && <Band production={production} sales={item} />}
          </QueryView>
        )}
        {content(chosen, production)}
      </div>
    </>
  );
}

function content(tab: Tab, production: Production): ReactNode {
  const concert = production.category === 'concert';
  switch (tab) {
    case 'summary':
      return concert ? (
        <>
          <SalesPanel production={production} />
          <div className={styles['withSeats']}>
            <SeatsPanel production={production} />
            <ProfitPanel production={production} />
          </div>
        </>
      ) : (
        <>
          <SalesPanel production={production} />
          <PerformancesPanel production={production} />
          <div className={styles['thirds']}>
            <CastsPanel production={production} limit={castsOnSummary} />
            <WeeklyOccupancyPanel production={production} />
            <ProfitPanel production={production} />
          </div>
        </>
      );
    case 'sales':
      return <SalesPanel production={production} full />;
    case 'performances':
      return <PerformancesPanel production={production} full />;
    case 'casts':
      return <CastsPanel production={production} />;
    case 'seats':
      return <SeatsPanel production={production} full />;
    case 'weeks':
      return concert ? (
        <ConcertWeeksPanel production={production} />
      ) : (
        <>
          <WeeklyOccupancyPanel production={production} />
          <WeeklyTablePanel production={production} />
        </>
      );
    case 'marketing':
      return <MarketingPanel production={production} />;
    case 'uploads':
      return <UploadsPanel production={production} />;
    case 'settings':
      return <FactsPanel production={production} />;
  }
}
