import { lazy, Suspense, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useHolidays } from '@/api/holidays';
import type { Production } from '@/api/productions';
import { Rows, TableOf } from '@/components/reports/TableOf';
import { isToCome, periodColumns } from '@/components/reports/TargetsView';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import type { ScopedReport } from '@/components/reports/useScopedReport';
import { ChartPanel } from '@/components/chart/ChartPanel';
import type { ZoomWindow } from '@/components/chart/Chart';
import { Segmented } from '@/components/controls/Segmented';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { isDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useChoiceParam, useParam, useSetParams } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { fromPercent, lastKnown, toPercent, windowOf } from '../figures';
import type { SalesItem } from '../figures';
import { useDelayed } from '../useDelayed';
import { agencyOpacity, chartHeight, paleOpacity, salesOption } from '../salesOption';
import { useAgencyColumns } from '../useAgencyColumns';
import { words } from '../productionWords';
import { AgencyChips } from './AgencyChips';
import styles from './production.module.css';

/** Whose code comes only where it is shown. */
const CampaignLane = lazy(async () => ({ default: (await import('./CampaignLane')).CampaignLane }));
const SnapshotChanges = lazy(async () => ({ default: (await import('./SnapshotChanges')).SnapshotChanges }));
const AgenciesPanel = lazy(async () => ({ default: (await import('./AgenciesPanel')).AgenciesPanel }));

const grains = ['day', 'week', 'month'] as const;

/** Revenue against target by day, week or month, with what was done for it; `full` adds its table. */
export function SalesPanel({ production, full = false }: { production: Production; full?: boolean }) {
  const t = useMessages(words);
  const [grain, setGrain] = useChoiceParam('grain', grains, 'day');
  const setParams = useSetParams();
  const of = useScopedReport('target-vs-actual', { grain });
  const { report: sales, query } = of;
  const texts = { day: t.day, week: t.weekGrain, month: t.month };
  const chooser = (
    <Segmented
      label={t.grain}
      options={grains.map((value) => ({ value, text: texts[value] }))}
      value={grain}
      onChange={(value) => {
        // The window of days means nothing to weeks and months, which are all shown.
        if (value === 'day') setGrain(value);
        else setParams({ grain: value, from: null, to: null });
      }}
    />
  );
  const download = { report: 'target-vs-actual', query };
  const busy = sales.isFetching && !sales.isPending;
  const item = sales.data?.items[0];
  // Without sale days there is no revenue of a day, a week or a month.
  if (item?.salesReason === 'no_sale_days')
    return (
      <Suspense fallback={<Skeleton height={chartHeight(false)} />}>
        <SnapshotChanges production={production} />
        {full && <AgenciesPanel production={production} />}
      </Suspense>
    );
  // What sold nothing and has no target has no chart of zeros.
  const nothing =
    item !== undefined &&
    (item.periods.length === 0 ||
      (item.recordDate === null && item.periods.every(({ targetKrw }) => targetKrw === 0)));
  if (item === undefined || nothing || sales.data?.grain !== grain)
    return (
      <Panel title={t.chart} actions={chooser}>
        <QueryView query={sales} skeleton={<Skeleton height={chartHeight(false)} />}>
          {() => (nothing ? <EmptyState>{t.noSales}</EmptyState> : <Skeleton height={chartHeight(false)} />)}
        </QueryView>
      </Panel>
    );
  return (
    <>
      <SalesChartPanel
        production={production}
        item={item}
        full={full}
        of={of}
        grain={grain}
        chooser={chooser}
        busy={busy}
        download={download}
      />
      {full && (
        <Suspense fallback={null}>
          <AgenciesPanel production={production} />
        </Suspense>
      )}
      {full && (
        <TableOf
          report="target-vs-actual"
          own={{ grain }}
          title={t.periods}
          dense
          sortParam="periods"
          sort={{ key: 'period', descending: true }}
          columns={periodColumns}
          folded={isToCome}
        />
      )}
    </>
  );
}

function SalesChartPanel({
  production,
  item,
  full,
  of,
  grain,
  chooser,
  busy,
  download,
}: {
  production: Production;
  item: SalesItem;
  /** Whether agencies can be taken off. */
  full: boolean;
  of: ScopedReport<'target-vs-actual'>;
  grain: (typeof grains)[number];
  chooser: ReactNode;
  busy: boolean;
  download: { report: string; query: Readonly<Record<string, unknown>> };
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const phone = usePhone();
  const { asOf } = useScope();
  const effect = useScopedReport('marketing-effect').report.data?.items[0]?.weeks;
  const [from] = useParam('from');
  const [to] = useParam('to');
  const setParams = useSetParams();
  const { periods, recordDate, category } = item;
  const { runStart, previewEnd } = production;
  const [first, end] = [periods[0]?.period, periods.at(-1)?.period];
  const daily = grain === 'day';
  const holidays = useHolidays(
    daily && isDay(first) ? first : undefined,
    daily && isDay(end) ? end : undefined,
  );
  const [pressed, press] = useState<Day>();
  const { agencies, isShown, toggle, columns } = useAgencyColumns(periods, grain, full);

  const option = useCallback(
    (colors: Parameters<typeof salesOption>[1]) =>
      salesOption(
        {
          periods,
          agencies: columns,
          grain,
          category,
          recordDate,
          weeks: effect ?? [],
          holidays,
          preview: runStart === null || previewEnd === null ? undefined : { from: runStart, to: previewEnd },
          phone,
          format,
          words: { ...t, ratio: label('column', 'dueRatio') },
        },
        colors,
      ),
    [
      periods,
      columns,
      grain,
      category,
      recordDate,
      effect,
      holidays,
      runStart,
      previewEnd,
      phone,
      format,
      label,
      t,
    ],
  );

  const shown = windowOf(periods, grain, asOf, { from, to });
  const visible = periods
    .map(({ period }) => period)
    .filter((period) => shown === undefined || (period >= shown.from && period <= shown.to));
  const zoom = shown === undefined ? undefined : toPercent(periods, shown);
  const later = useDelayed((moved: ZoomWindow) => {
    const next = fromPercent(periods, moved);
    if (next === undefined || (next.from === shown?.from && next.to === shown.to)) return;
    setParams({ from: next.from, to: next.to }, { replace: true });
  });
  const last = lastKnown(item);

  return (
    <ChartPanel
      title={t.chart}
      caption={chooser}
      height={chartHeight(phone)}
      busy={busy}
      of={of.report.data}
      option={option}
      summary={t.chartSummary(
        production.name,
        format.day(recordDate),
        format.shortWon(last?.cumulativeRevenueKrw),
        format.shortWon(last?.cumulativeDueTargetKrw),
      )}
      {...(zoom === undefined ? {} : { zoom })}
      onZoom={later}
      onPress={({ series, index }) => {
        const period = periods[index]?.period;
        if (daily && series === t.revenue && isDay(period)) press(period);
      }}
      above={
        <>
          {agencies.length > 0 && <AgencyChips agencies={agencies} isShown={isShown} toggle={toggle} />}
          {grain !== 'month' && (
            <Suspense fallback={null}>
              <CampaignLane
                production={production}
                periods={visible}
                grain={grain}
                standard={recordDate ?? asOf}
                asked={pressed}
                onClose={() => press(undefined)}
              />
            </Suspense>
          )}
        </>
      }
      legend={
        <>
          <li>
            <i
              aria-hidden
              className={styles['key']}
              style={{
                background: `var(--${category})`,
                ...(columns === undefined ? {} : { opacity: paleOpacity }),
              }}
            />
            {t.revenue}
          </li>
          {columns?.map(({ key, name }, nth) => (
            <li key={key}>
              <i
                aria-hidden
                className={styles['key']}
                style={{ background: `var(--${category})`, opacity: agencyOpacity(nth) }}
              />
              {name}
            </li>
          ))}
          <li>
            <i aria-hidden className={styles['lineKey']} />
            {t.targetName}
          </li>
          {grain !== 'month' && (
            <li>
              <i aria-hidden className={styles['noteKey']} />
              {t.marketingKey}
            </li>
          )}
          {previewEnd !== null && grain === 'day' && (
            <li>
              <i aria-hidden className={styles['previewKey']} />
              {t.previewKey}
            </li>
          )}
        </>
      }
      download={download}
      table={() => (
        <Rows
          caption={t.chart}
          of={of}
          spec={{
            report: 'target-vs-actual',
            table: 'items',
            dense: true,
            sortParam: 'periods',
            columns: periodColumns,
            folded: isToCome,
          }}
        />
      )}
    />
  );
}
