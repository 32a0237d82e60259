import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { productionsQuery } from '@/api/productions';
import type { Production } from '@/api/productions';
import { printPage } from '@/components/chart/printPage';
import { classes } from '@/components/classes';
import { Button, LinkButton } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Brand } from '@/components/layout/Brand';
import { PageHeader } from '@/components/layout/PageHeader';
import { TableOf } from '@/components/reports/TableOf';
import { isToCome, periodColumns } from '@/components/reports/TargetsView';
import { ScopeContext, useSingleScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { sameCode } from '@/lib/codes';
import { longDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { useToday } from '@/lib/useToday';
import { Band } from './components/Band';
import { SalesPanel } from './components/SalesPanel';
import { SeatsPanel } from './components/SeatsPanel';
import { lastKnown } from './figures';
import { ProspectPanel } from './foresight/ProspectPanel';
import { NoSuchProduction } from './NoSuchProduction';
import styles from './ProductionReportPage.module.css';
import { words } from './reportWords';
import { CapacityTable, CastTable, ConcertWeeks, WeeklyShares } from './tables';

/** The report of one production for people outside of the house: sheets that are printed, and nothing to press on them. */
export function Page() {
  const { code = '' } = useParams();
  const productions = useQuery(productionsQuery);
  return (
    <QueryView query={productions} skeleton={<Skeleton height={480} />}>
      {(all) => {
        const production = all.find((other) => sameCode(other.code, code));
        if (production === undefined) return <NoSuchProduction />;
        return <Report key={production.id} production={production} />;
      }}
    </QueryView>
  );
}

function Report({ production }: { production: Production }) {
  const t = useMessages(words);
  const scope = useSingleScope(production);
  return (
    <ScopeContext value={scope}>
      <div className={styles['screen']}>
        <PageHeader
          title={t.title(production.name)}
          subtitle={t.subtitle}
          live={false}
          actions={
            <>
              <LinkButton to={`/productions/${encodeURIComponent(production.code)}`}>{t.back}</LinkButton>
              <Button kind="primary" icon={<Printer aria-hidden />} onClick={() => void printPage()}>
                {t.print}
              </Button>
            </>
          }
        />
      </div>
      <article className={styles['report']}>
        <Cover production={production} />
        <Sheets production={production} />
      </article>
    </ScopeContext>
  );
}

/** What the report is about, of which day, and how it stands in one sentence. */
function Cover({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const today = useToday();
  const { report } = useScopedReport('target-vs-actual', { grain: 'day' });
  const sales = report.data?.items[0];
  const last = sales === undefined ? undefined : lastKnown(sales);
  const { venue, runStart, runEnd, concertAt, saleStart, saleEnd } = production;
  const full = (day: string) => day.replaceAll('-', '. ');
  const days = (from: string | null, to: string | null) =>
    from !== null && to !== null && `${full(from)} – ${full(to)}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.venue, venue],
    [t.run, days(runStart, runEnd)],
    [t.concertAt, concertAt !== null && format.dayTime(concertAt)],
    [t.sale, days(saleStart, saleEnd)],
    [t.recordDate, sales?.recordDate != null && full(sales.recordDate)],
    [t.made, full(today)],
  ];
  return (
    <section className={styles['cover']}>
      <Brand />
      <div>
        <p className={styles['kind']}>
          <CategoryMark category={production.category} /> {label('term', production.category)} · {t.kind}
        </p>
        <h2 className={styles['name']}>{production.name}</h2>
        {last !== undefined && sales?.recordDate != null && (
          <p className={styles['lead']}>
            {t.lead(longDay(sales.recordDate, format.language), format.shortWon(last.cumulativeRevenueKrw))}
            {last.cumulativeDueRatio !== null &&
              ` ${t.leadTarget(format.shortWon(last.cumulativeDueTargetKrw), percent(last.cumulativeDueRatio))}`}
          </p>
        )}
      </div>
      <dl className={styles['facts']}>
        {facts
          .filter(([, value]) => value !== null && value !== false && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Sheets({ production }: { production: Production }) {
  const t = useMessages(words);
  const { report } = useScopedReport('target-vs-actual', { grain: 'day' });
  const nothing = report.data !== undefined && (report.data.items[0]?.recordDate ?? null) === null;
  if (nothing) return <EmptyState>{t.none}</EmptyState>;
  const concert = production.category === 'concert';
  return (
    <>
      <Part title={t.figures}>
        <Band production={production} />
      </Part>
      <Part title={t.sales}>
        <SalesPanel production={production} />
      </Part>
      <Part title={t.breakEven}>
        <ProspectPanel production={production} linked={false} />
      </Part>
      <Part title={t.plan} newSheet>
        <TableOf
          report="target-vs-actual"
          own={{ grain: 'month' }}
          title={t.plan}
          dense
          sortParam="months"
          columns={periodColumns}
          folded={isToCome}
        />
      </Part>
      {concert ? (
        <>
          <Part title={t.seats}>
            <SeatsPanel full />
          </Part>
          <Part title={t.sales}>
            <ConcertWeeks />
          </Part>
        </>
      ) : (
        <>
          <Part title={t.occupancy}>
            <WeeklyShares />
            <CapacityTable />
          </Part>
          <Part title={t.casts}>
            <CastTable />
          </Part>
        </>
      )}
      <p className={styles['foot']}>{t.foot}</p>
    </>
  );
}

/** A part of the report; its panels say what they show, so that its own title is for those who listen. */
function Part({
  title,
  newSheet = false,
  children,
}: {
  title: string;
  newSheet?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className={classes(styles['part'], newSheet && styles['newSheet'])}>
      {children}
    </section>
  );
}
