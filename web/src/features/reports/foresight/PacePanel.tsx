import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import type { Production } from '@/api/productions';
import type { TableRow } from '@/api/catalogue';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { Segmented } from '@/components/controls/Segmented';
import { FieldValue } from '@/components/figures/FieldValue';
import { AppLink } from '@/components/layout/AppLink';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { Rows } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import type { ScopedReport } from '@/components/reports/useScopedReport';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useChoiceParam, useParam } from '@/lib/urlState';
import styles from './foresight.module.css';
import { Interval } from '@/components/figures/Interval';
import { paceHeight, paceOption } from './paceOption';
import { words } from './words';

const mostOffered = 10;

/** How many past productions the address asks for; as many as there may be where it says nothing sensible. */
export function readMost(text: string | null): number {
  const most = Number(text ?? Number.NaN);
  return Number.isInteger(most) && most >= 1 && most < mostOffered ? most : mostOffered;
}

/** How a run paces against past ones that sold alike, and with which it is compared, which one may choose. */
export function PacePanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const [among, setAmong] = useChoiceParam('among', ['category', 'all'], 'category');
  const [mostText, setMost] = useParam('most');
  const most = readMost(mostText);
  // What is standard is not asked for, so that others who read the same share the answer.
  const of = useScopedReport('pace', {
    ...(among === 'category' ? {} : { among }),
    ...(most === mostOffered ? {} : { most }),
  });
  const label = useLabels();
  const item = of.report.data?.items[0];
  const points = item?.points;
  const option = useCallback(
    (colors: Palette): EChartsOption =>
      paceOption({ points: points ?? [], category: production.category, words: t }, colors),
    [points, production.category, t],
  );
  const now = useMemo(() => points?.findLast(({ soldShare }) => soldShare !== null), [points]);
  const download = { report: 'pace', query: of.query };
  const reason = item?.reason ?? null;
  return (
    <div className="panels railed">
      <ChartPanel
        title={t.paceTitle}
        caption={t.paceCaption}
        busy={of.report.isFetching && of.report.data !== undefined}
        of={of.report.data}
        content={
          reason === null ? (
            chartState(of.report, (points ?? []).length === 0, paceHeight)
          ) : (
            <EmptyState>{label('choice', reason)}</EmptyState>
          )
        }
        option={option}
        height={paceHeight}
        summary={
          now === undefined
            ? t.paceTitle
            : t.paceSummary(t.dDay(now.daysToGo), percent(now.soldShare), percent(now.usual?.p50))
        }
        legend={
          <>
            <li>
              <i
                aria-hidden
                className={styles['lineKey']}
                style={{ background: `var(--${production.category})` }}
              />
              {t.own}
            </li>
            <li>
              <i aria-hidden className={styles['dashKey']} />
              {t.usualMiddle}
            </li>
            <li>
              <i aria-hidden className={styles['softKey']} />
              {t.usual}
            </li>
          </>
        }
        download={download}
        table={() => <PaceTable of={of} />}
      />
      <ReportPanel
        title={t.comparables}
        report={of.report}
        download={{ ...download, table: 'comparables' }}
        isEmpty={() => (item?.comparables.length ?? 0) === 0}
        empty={t.noComparables}
        actions={
          <span className={styles['controls']}>
            <Segmented
              label={t.among}
              options={(['category', 'all'] as const).map((value) => ({
                value,
                text: label('choice', value),
              }))}
              value={among}
              onChange={setAmong}
            />
            <select
              aria-label={t.most}
              value={most}
              onChange={(event) => {
                const chosen = Number(event.target.value);
                setMost(chosen === mostOffered ? null : String(chosen));
              }}
            >
              {[1, 3, 5, mostOffered, ...([1, 3, 5, mostOffered].includes(most) ? [] : [most])]
                .toSorted((a, b) => a - b)
                .map((count) => (
                  <option key={count} value={count}>
                    {t.upTo(count)}
                  </option>
                ))}
            </select>
          </span>
        }
      >
        {() => (
          <>
            <p className={styles['note']}>{t.chosen(item?.comparables.length ?? 0)}</p>
            <Rows
              spec={{
                report: 'pace',
                table: 'comparables',
                dense: true,
                sortParam: 'comparables',
                columns: [
                  {
                    field: 'comparableName',
                    phone: 'name',
                    cell: (row) => <ComparableName row={row} />,
                  },
                  { field: 'distance', strong: true, phone: 'main', reason: () => t.noDistance },
                ],
              }}
              of={of}
              caption={t.comparables}
            />
          </>
        )}
      </ReportPanel>
    </div>
  );
}

function ComparableName({ row }: { row: TableRow<'pace', 'comparables'> }) {
  return (
    <AppLink to={`/productions/${encodeURIComponent(row.comparableCode)}`}>
      <FieldValue of={row} field="comparableName" />
    </AppLink>
  );
}

/** The points of the chart: what is not known of a day is a dash. */
function PaceTable({ of }: { of: ScopedReport<'pace'> }) {
  const t = useMessages(words);
  return (
    <div className={styles['scroll']}>
      <Rows
        spec={{
          report: 'pace',
          table: 'points',
          dense: true,
          sortParam: 'points',
          sort: { key: 'daysToGo', descending: false },
          columns: [
            { field: 'daysToGo', phone: 'name' },
            { field: 'soldShare', label: t.own, strong: true, phone: 'main' },
            {
              key: 'usual',
              label: t.usual,
              align: 'right',
              phone: 'second',
              value: ({ usual }) => usual?.p50,
              cell: (row) => <Interval of={row} field="usual" />,
            },
          ],
        }}
        of={of}
        caption={t.paceTitle}
      />
    </div>
  );
}
