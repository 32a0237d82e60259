import { useLiveState } from '@/api/liveUpdates';
import { usePermissions } from '@/api/account';
import { LinkButton } from '@/components/controls/Button';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { longDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { DailyChart } from './components/DailyChart';
import { HomeBand } from './components/HomeBand';
import { ProductionsTable } from './components/ProductionsTable';
import { LowPanel, MissingPanel } from './components/Rail';
import styles from './components/home.module.css';
import { useGain } from './useGain';
import { useHome } from './useHome';
import { words } from './words';

/** What one looks at first in the morning: yesterday, the week, the month, and what wants attention. */
export function Page() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf, figures, sales, outlook, coverage } = useHome();
  const { upload } = usePermissions();
  const { lastChange } = useLiveState();
  const gain = useGain(figures?.rows);
  const busy = sales.isFetching && !sales.isPending;

  return (
    <>
      <PageHeader
        title={longDay(asOf, format.language)}
        subtitle={figures !== undefined && t.counted(figures.rows.length, figures.yesterdayKnown)}
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
        query={sales}
        skeleton={
          <div className="stack">
            <Skeleton height={146} />
            <Skeleton height={420} />
          </div>
        }
        isEmpty={({ items }) => items.length === 0}
        empty={
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
        }
      >
        {() =>
          figures !== undefined && (
            <div className="stack">
              <HomeBand figures={figures} asOf={asOf} />
              <div className={styles['layout']}>
                <ProductionsTable figures={figures} asOf={asOf} busy={busy} />
                <div className={styles['rail']}>
                  <MissingPanel figures={figures} query={coverage} />
                  <LowPanel figures={figures} query={outlook} />
                </div>
              </div>
              <DailyChart figures={figures} asOf={asOf} busy={busy} />
            </div>
          )
        }
      </QueryView>
    </>
  );
}
