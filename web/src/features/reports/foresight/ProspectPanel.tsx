import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { AppLink } from '@/components/layout/AppLink';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { EmptyState } from '@/components/states/EmptyState';
import type { Production } from '@/api/productions';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { ProfitPanel } from '../components/ProfitPanel';
import production from '../components/production.module.css';
import styles from './foresight.module.css';
import { Reservations } from './Reservations';
import type { ForecastItem, Run } from './run';
import { words } from './words';

/** Where a production ends in 8 of 10 cases against its break-even, and how likely it gets there. */
export function ProspectPanel({
  production: of,
  linked = true,
}: {
  production: Production;
  linked?: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const { report, query } = useScopedReport('forecast');
  // What is over has nothing to be expected: what it brought stands against what it cost.
  if (report.data?.items[0]?.reason === 'run_over') return <ProfitPanel production={of} />;
  return (
    <ReportPanel
      title={t.prospect}
      caption={t.prospectCaption}
      report={report}
      download={{ report: 'forecast', query }}
    >
      {({ items: [item] }) => {
        if (item === undefined) return null;
        const { run, reason } = item;
        if (run === null)
          return <EmptyState>{t.cannot(reason === null ? '' : label('choice', reason))}</EmptyState>;
        return (
          <div className={styles['prospect']}>
            <Reservations of={item} />
            <RevenueBar item={item} run={run} />
            <Facts item={item} run={run} />
            {linked && (
              <p className={styles['all']}>
                <AppLink to={`/productions/${encodeURIComponent(of.code)}/forecast`}>{t.details} →</AppLink>
              </p>
            )}
          </div>
        );
      }}
    </ReportPanel>
  );
}

/** What is sold, the interval that the revenue ends in, and a tick at break-even. */
function RevenueBar({ item, run }: { item: ForecastItem; run: Run }) {
  const t = useMessages(words);
  const format = useFormat();
  const { finalRevenueKrw: ends, revenueKrw, breakEven } = run;
  if (ends === null) return null;
  const goal = breakEven?.breakEvenKrw ?? null;
  const whole = Math.max(ends.p90, goal ?? 0, 1) * 1.04;
  const at = (krw: number) => `${Math.max(0, Math.min(1, krw / whole)) * 100}%`;
  return (
    <span
      role="img"
      aria-label={t.bar(
        format.shortWon(revenueKrw),
        format.shortWon(ends.p10),
        format.shortWon(ends.p90),
        format.shortWon(goal),
      )}
      className={classes(styles['fanBar'], styles[item.category])}
    >
      <i style={{ width: at(revenueKrw) }} />
      <i
        className={styles['between']}
        style={{ left: at(ends.p10), width: `calc(${at(ends.p90)} - ${at(ends.p10)})` }}
      />
      {ends.p50 !== null && <b style={{ left: at(ends.p50) }} />}
      {goal !== null && <s style={{ left: at(goal) }} />}
    </span>
  );
}

function Facts({ item, run }: { item: ForecastItem; run: Run }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { breakEven, breakEvenReason, revenueReason } = run;
  const noBreakEven = breakEvenReason === null ? undefined : label('choice', breakEvenReason);
  const noRevenue = revenueReason === null ? undefined : label('choice', revenueReason);
  const when = (day: NonNullable<Run['breakEven']>['p50Date']) => (day === null ? t.never : format.day(day));
  const rows: readonly (readonly [string, ReactNode, strong?: boolean])[] = [
    [
      t.chance,
      <NestedValue of={item} field="run.breakEven.probabilityByClosing" probable reason={noBreakEven} />,
      true,
    ],
    [t.profitInterval, <Interval of={item} field="run.breakEven.profitKrw" reason={noBreakEven} />, true],
    [t.soFar, <NestedValue of={item} field="run.revenueKrw" />],
    [`${t.revenue} ${t.interval}`, <Interval of={item} field="run.finalRevenueKrw" reason={noRevenue} />],
    ...(breakEven === null
      ? []
      : ([
          [t.breakEven, <NestedValue of={item} field="run.breakEven.breakEvenKrw" />],
          ...(run.revenueKrw >= breakEven.breakEvenKrw
            ? []
            : ([
                [t.halfDayName, when(breakEven.p50Date)],
                [t.likelyDayName, when(breakEven.p80Date)],
              ] as const)),
        ] as const)),
  ];
  return (
    <dl className={production['sums']}>
      {rows.map(([name, value, strong = false]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={strong ? 'strong' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
