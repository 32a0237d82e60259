import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { usePermissions } from '@/api/account';
import { productionsQuery } from '@/api/productions';
import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { TabsNav } from '@/components/controls/TabsNav';
import { FirstSteps } from '@/components/guide/FirstSteps';
import { MarketingTable } from '@/components/reports/MarketingEffectView';
import { ScopeContext, useSingleScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { sameCode } from '@/lib/codes';
import { useMessages } from '@/lib/i18n/messages';
import { AlertsTab } from './components/AlertsTab';
import { Band } from './components/Band';
import { CompareTab } from './components/CompareTab';
import { FactsPanel } from './components/FactsPanel';
import { KopisPanel } from './components/KopisPanel';
import { PerformancesPanel } from './components/PerformancesPanel';
import { ProductionHeader } from './components/ProductionHeader';
import { SalesPanel } from './components/SalesPanel';
import { SeatsPanel } from './components/SeatsPanel';
import { UploadsPanel } from './components/UploadsPanel';
import styles from './components/production.module.css';
import { CastEffects } from './foresight/CastEffects';
import { MarketingLift } from './foresight/MarketingLift';
import { ProspectPanel } from './foresight/ProspectPanel';
import { NoSuchProduction } from './NoSuchProduction';
import { CapacityTable, CastTable, ConcertWeeks, WeeklyShares } from './tables';
import { words } from './productionWords';
import { productionTabs } from './tabs';
import type { ProductionTab } from './tabs';

const ForecastTab = lazy(async () => ({ default: (await import('./foresight/ForecastTab')).ForecastTab }));
/** Whose code comes only where it is shown. */
const BuyersTab = lazy(async () => ({ default: (await import('./components/BuyersTab')).BuyersTab }));
const LayoutPanel = lazy(async () => ({
  default: (await import('@/components/layouts/LayoutPanel')).LayoutPanel,
}));

type Tab = 'summary' | ProductionTab;

const castsOnSummary = 8;

/** Where the summary of a production is, and below which its other tabs are. */
const pathOf = ({ code }: Production) => `/productions/${encodeURIComponent(code)}`;

/** Everything about one production. */
export function Page() {
  const { code = '', tab } = useParams();
  const { search } = useLocation();
  const productions = useQuery(productionsQuery);
  return (
    <QueryView query={productions} skeleton={<Skeleton height={480} />}>
      {(all) => {
        const production = all.find((other) => sameCode(other.code, code));
        if (production === undefined) return <NoSuchProduction />;
        // The summary has one address, by which its tab knows that it is shown.
        if (tab === 'summary') return <Navigate to={{ pathname: pathOf(production), search }} replace />;
        return <ProductionView key={production.id} production={production} tab={tab ?? 'summary'} />;
      }}
    </QueryView>
  );
}

function ProductionView({ production, tab }: { production: Production; tab: string }) {
  const t = useMessages(words);
  const scope = useSingleScope(production);
  const buyers = useReport('buyers/channels', scope.named).data?.items[0]?.buyersRecordDate ?? null;
  const all: readonly Tab[] = [
    'summary',
    ...productionTabs[production.category === 'concert' ? 'concert' : 'play'],
  ];
  // There is a page of the buyers where there is a report on them, and for whoever was sent to it.
  const offered = all.filter((other) => other !== 'buyers' || buyers !== null || tab === 'buyers');
  const chosen = offered.find((other) => other === tab);
  const base = pathOf(production);
  if (chosen === undefined) return <Navigate to={base} replace />;
  return (
    <ScopeContext value={scope}>
      <ProductionHeader production={production} />
      <TabsNav
        label={t.tabs}
        tabs={offered.map((name) => ({ to: name === 'summary' ? base : `${base}/${name}`, text: t[name] }))}
      />
      <div className="stack">
        {chosen === 'summary' && (
          <>
            <Beginning production={production} />
            <Band production={production} />
          </>
        )}
        {content(chosen, production, t.noMarketing)}
      </div>
    </ScopeContext>
  );
}

/** What comes first where nothing was uploaded yet, for whoever may do it. */
function Beginning({ production }: { production: Production }) {
  const { upload, manageProductions } = usePermissions();
  const { report } = useScopedReport('target-vs-actual', { grain: 'day' });
  const item = report.data?.items[0];
  const begins = upload && manageProductions && report.data !== undefined;
  if (!begins || (item?.recordDate ?? null) !== null) return null;
  return (
    <FirstSteps
      production={production}
      uploaded={false}
      targeted={item?.periods.some(({ targetKrw }) => targetKrw > 0) ?? false}
    />
  );
}

/** What a tab shows of the production, which is the scope of every report on it. */
function content(tab: Tab, production: Production, noMarketing: string): ReactNode {
  const concert = production.category === 'concert';
  switch (tab) {
    case 'summary':
      return concert ? (
        <>
          <SalesPanel production={production} />
          <div className={styles['withSeats']}>
            <SeatsPanel />
            <ProspectPanel production={production} />
          </div>
        </>
      ) : (
        <>
          <SalesPanel production={production} />
          <PerformancesPanel />
          <div className={styles['thirds']}>
            <CastTable limit={castsOnSummary} />
            <WeeklyShares />
            <ProspectPanel production={production} />
          </div>
        </>
      );
    case 'sales':
      return <SalesPanel production={production} full />;
    case 'forecast':
      return (
        <Suspense fallback={<Skeleton height={320} />}>
          <ForecastTab production={production} />
        </Suspense>
      );
    case 'compare':
      return <CompareTab production={production} />;
    case 'performances':
      return <PerformancesPanel full />;
    case 'casts':
      return (
        <>
          <CastTable />
          <CastEffects />
        </>
      );
    case 'seats':
      return <SeatsPanel full />;
    case 'weeks':
      return concert ? (
        <ConcertWeeks />
      ) : (
        <>
          <WeeklyShares />
          <CapacityTable />
        </>
      );
    case 'buyers':
      return (
        <Suspense fallback={<Skeleton height={320} />}>
          <BuyersTab production={production} />
        </Suspense>
      );
    case 'marketing':
      return (
        <>
          <MarketingLift />
          <MarketingTable empty={noMarketing} />
        </>
      );
    case 'alerts':
      return <AlertsTab production={production} />;
    case 'uploads':
      return <UploadsPanel production={production} />;
    case 'settings':
      return (
        <>
          <FactsPanel production={production} />
          <KopisPanel productionId={production.id} />
          <Suspense fallback={<Skeleton height={160} />}>
            <LayoutPanel productionId={production.id} />
          </Suspense>
        </>
      );
  }
}
