import { lazy, Suspense } from 'react';
import { useLiveState } from '@/api/liveUpdates';
import { usePermissions } from '@/api/account';
import { useProductions } from '@/api/productions';
import { useReport } from '@/api/reports';
import { LinkButton } from '@/components/controls/Button';
import { FirstSteps } from '@/components/guide/FirstSteps';
import { BelowFold } from '@/components/layout/BelowFold';
import { Later } from '@/components/layout/Later';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useAsOf } from '@/lib/asOf';
import { longDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { DailyChart } from './components/DailyChart';
import { HomeBand } from './components/HomeBand';
import { ProductionsTable } from './components/ProductionsTable';
import { LowPanel, MissingPanel } from './components/Rail';
import styles from './components/home.module.css';
import { isBeginning } from './overview';
import { useGain } from './useGain';
import { words } from './words';

// Forecasts are asked for once the first figures are there, so that those need not wait.
const Prospects = lazy(async () => ({ default: (await import('./components/Prospects')).Prospects }));
/** Below the fold: its code comes after the rest. */
const StandingPanel = lazy(async () => ({
  default: (await import('./components/StandingPanel')).StandingPanel,
}));

/** What one looks at first in the morning: the last whole day, the week, the month, and what wants attention. */
export function Page() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useAsOf();
  const report = useReport('overview', { asOf });
  const { upload, manageProductions } = usePermissions();
  const guided = upload && manageProductions;
  const productions = useProductions();
  const { lastChange } = useLiveState();
  const gain = useGain(report.data?.items);
  const busy = report.isFetching && !report.isPending;

  return (
    <>
      <PageHeader
        title={longDay(asOf, format.language)}
        subtitle={
          report.data !== undefined && report.data.due > 0 && t.counted(report.data.due, report.data.arrived)
        }
        liveDetail={
          gain !== undefined &&
          gain.id === lastChange?.productionId && (
            <span key={gain.amountKrw} className={styles['gain']}>
              {gain.recordDate !== null && `${t.recordDate(format.day(gain.recordDate))} · `}
              {t.gain(format.shortWon(gain.amountKrw, { signed: true }))}
            </span>
          )
        }
      />
      <QueryView
        query={report}
        skeleton={
          <div className="stack">
            <Skeleton height={146} />
            <Skeleton height={420} />
          </div>
        }
        isEmpty={({ items }) => items.length === 0}
        empty={
          guided ? (
            <FirstSteps production={productions[0]} uploaded={false} targeted={false} />
          ) : (
            <EmptyState
              action={
                upload && (
                  <LinkButton kind="primary" to="/uploads/new">
                    {t.uploadFirst}
                  </LinkButton>
                )
              }
            >
              {upload ? t.empty : t.emptyReader}
            </EmptyState>
          )
        }
      >
        {(overview) => (
          <div className="stack">
            {guided && isBeginning(overview) && (
              <FirstSteps
                production={productions.find(({ id }) => id === overview.items[0]?.productionId)}
                uploaded={overview.items.some(({ recordDate }) => recordDate !== null)}
                targeted={overview.items.some(({ targetKrw }) => (targetKrw ?? 0) > 0)}
              />
            )}
            <HomeBand overview={overview} />
            <Later>
              <div className={styles['layout']}>
                <ProductionsTable overview={overview} busy={busy} />
                <div className={styles['rail']}>
                  <MissingPanel overview={overview} />
                  <LowPanel overview={overview} />
                </div>
              </div>
              <BelowFold height={674}>
                <Suspense fallback={<Skeleton height={230} />}>
                  <StandingPanel overview={overview} busy={busy} />
                </Suspense>
                <Suspense fallback={<Skeleton height={220} />}>
                  <Prospects />
                </Suspense>
                <DailyChart overview={overview} busy={busy} />
              </BelowFold>
            </Later>
          </div>
        )}
      </QueryView>
    </>
  );
}
