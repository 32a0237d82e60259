import { X } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { Button } from '@/components/controls/Button';
import { Segmented } from '@/components/controls/Segmented';
import { FieldValue } from '@/components/figures/FieldValue';
import { Chip } from '@/components/figures/Chip';
import { Panel } from '@/components/layout/Panel';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { DataTable } from '@/components/table/DataTable';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import { isLow, performanceKey } from '@/lib/performances';
import { useChoiceParam, useParam } from '@/lib/urlState';
import { inGradeOrder } from '@/lib/grades';
import { useFormat } from '@/lib/useFormat';
import { openPerformance } from '../calendar';
import type { Performance } from '../calendar';
import { forecastsByShow } from '../foresight/run';
import { words as foresight } from '../foresight/words';
import { words } from '../productionWords';
import { castText, PerformanceTable } from '../tables';
import { HeatCalendar } from './HeatCalendar';
import styles from './production.module.css';

/** Whose code comes only where it is shown. */
const DepositsPanel = lazy(async () => ({ default: (await import('./DepositsPanel')).DepositsPanel }));
const GradesPanel = lazy(async () => ({ default: (await import('./GradesPanel')).GradesPanel }));

/** The performances as a calendar, with the seats of the one that is open; `full` adds all of them as a table. */
export function PerformancesPanel({ full = false }: { full?: boolean }) {
  const t = useMessages(words);
  const f = useMessages(foresight);
  const { asOf } = useScope();
  const { report, query, source } = useScopedReport('plays/performances');
  const [key, setKey] = useParam('perf');
  const [view, setView] = useChoiceParam('heat', ['now', 'final'], 'now');
  const forecast = useScopedReport('forecast');
  const expected = forecast.report.data?.items[0];
  const forecasts = useMemo(() => forecastsByShow(expected), [expected]);
  const looksAhead = expected !== undefined && expected.run !== null;
  const ahead = looksAhead && view === 'final';
  const item = report.data?.items[0];
  const performances = item?.performances ?? [];
  const recordDate = item?.recordDate ?? null;
  const open = openPerformance(performances, key, recordDate);
  if (item === undefined || performances.length === 0)
    return (
      <ReportPanel title={t.calendar} report={report} isEmpty={() => true} empty={t.noPerformances}>
        {() => null}
      </ReportPanel>
    );
  return (
    <>
      <div className={styles['withSeats']}>
        <ReportPanel
          title={t.calendar}
          caption={ahead ? f.calendarFinalCaption : t.calendarCaption}
          report={report}
          actions={
            looksAhead && (
              <Segmented
                label={f.calendarView}
                options={[
                  { value: 'now', text: f.calendarNow },
                  { value: 'final', text: f.calendarFinal },
                ]}
                value={view}
                onChange={setView}
              />
            )
          }
          legend={
            <ul className={styles['levels']}>
              {[t.under40, '–55', '–70', '–85', t.above85].map((text, index) => (
                <li key={text}>
                  <i aria-hidden data-level={index + 1} />
                  {text}
                </li>
              ))}
            </ul>
          }
          download={{ report: 'plays/performances', query }}
        >
          {() => (
            <div {...(ahead ? { 'data-report': forecast.source } : {})}>
              <HeatCalendar
                performances={performances}
                recordDate={recordDate}
                asOf={asOf}
                open={open}
                {...(ahead ? { forecasts } : {})}
                onOpen={(performance) => setKey(performanceKey(performance))}
              />
            </div>
          )}
        </ReportPanel>
        {open === undefined ? (
          <Panel title={t.performances} padded>
            {key === null ? t.pick : t.notThere}
          </Panel>
        ) : (
          <OpenPerformance
            performance={open}
            source={source}
            recordDate={recordDate}
            onClose={key === null ? undefined : () => setKey(null)}
          />
        )}
      </div>
      {full && (
        <>
          <PerformanceTable />
          <Suspense fallback={null}>
            <DepositsPanel />
            <GradesPanel />
          </Suspense>
        </>
      )}
    </>
  );
}

interface GradeRow {
  readonly grade: string;
  readonly paid: number;
  readonly complimentary: number;
  readonly share: number | null;
}

/** Seats by grade, cast and price of one performance. */
function OpenPerformance({
  performance,
  source,
  recordDate,
  onClose,
}: {
  performance: Performance;
  /** Which answer it is from. */
  source: string;
  recordDate: Day | null;
  onClose: (() => void) | undefined;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const low = isLow(performance, recordDate);
  const {
    paidSeatsByGrade: paid,
    complimentarySeatsByGrade: given,
    paidSeats,
    complimentarySeats,
  } = performance;
  const rows = inGradeOrder([...Object.keys(paid), ...Object.keys(given)]).map((grade): GradeRow => ({
    grade,
    paid: paid[grade] ?? 0,
    complimentary: given[grade] ?? 0,
    share: paidSeats === 0 ? null : (paid[grade] ?? 0) / paidSeats,
  }));
  const title = format.dayTime(performance.startsAt);
  return (
    <Panel
      title={title}
      source={source}
      caption={low && <Chip tone="bad">{t.lowChip}</Chip>}
      actions={
        onClose !== undefined && <Button small kind="quiet" icon={<X />} label={t.close} onClick={onClose} />
      }
    >
      <div aria-live="polite">
        <p className={styles['cast']}>
          {performance.number !== null && <span className="strong">{t.nth(performance.number)} </span>}
          {castText(performance)}
          {performance.remark !== null && <span className="quiet"> {performance.remark}</span>}
        </p>
        <dl className={styles['facts4']}>
          <div>
            <dt>{t.occupancy}</dt>
            <dd className={low ? 'behind' : undefined}>
              <FieldValue of={performance} field="occupancy" />
            </dd>
          </div>
          <div>
            <dt>{t.remaining}</dt>
            <dd>
              <FieldValue of={performance} field="remainingSeats" />
            </dd>
          </div>
          <div>
            <dt>{t.revenue}</dt>
            <dd>
              <FieldValue of={performance} field="revenueKrw" />
            </dd>
          </div>
          <div>
            <dt>{t.price}</dt>
            <dd className="nowrap">{format.exactWon(performance.meanTicketPriceKrw)}</dd>
          </div>
          {performance.pendingSeats !== null && (
            <>
              <div>
                <dt>{label('column', 'depositedSeats')}</dt>
                <dd>
                  <FieldValue of={performance} field="depositedSeats" />
                </dd>
              </div>
              <div>
                <dt>{label('column', 'pendingSeats')}</dt>
                <dd>
                  <FieldValue of={performance} field="pendingSeats" />
                </dd>
              </div>
            </>
          )}
        </dl>
      </div>
      <DataTable
        caption={title}
        dense
        rows={rows}
        rowKey={({ grade }) => grade}
        sortParam="grades"
        columns={[
          { key: 'grade', label: t.grade, cell: ({ grade }) => label.any('grade', grade), phone: 'name' },
          {
            key: 'paid',
            label: t.paid,
            align: 'right',
            phone: 'main',
            value: ({ paid: seats }) => seats,
            cell: ({ paid: seats }) => count(seats),
            footer: count(paidSeats),
          },
          {
            key: 'complimentary',
            label: t.complimentary,
            align: 'right',
            phone: 'second',
            value: ({ complimentary }) => complimentary,
            cell: ({ complimentary }) => count(complimentary),
            footer: count(complimentarySeats),
          },
          {
            key: 'share',
            label: t.share,
            align: 'right',
            quiet: true,
            phone: 'second',
            value: ({ share }) => share,
            cell: ({ share }) => percent(share, 0),
            footer: percent(paidSeats === 0 ? null : 1, 0),
          },
        ]}
      />
    </Panel>
  );
}
