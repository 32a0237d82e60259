import { useMemo } from 'react';
import type { Production } from '@/api/productions';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { FieldValue } from '@/components/figures/FieldValue';
import { allPeriods, grains, periodText } from '@/components/reports/periods';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, isDay, mondayOf } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam, useParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { valuesOf } from '../agencies';
import type { AgencySeries } from '../agencies';
import { words } from '../agencyWords';
import styles from './agencies.module.css';

/** Days are many: without a window in the address the last weeks are shown. */
const weeksBack = 8;

const none: readonly AgencySeries[] = [];

/** What the agencies sold by day, week or month, on each other; only where sale days name them. */
export function AgencyTrend({
  production,
  isShown,
}: {
  production: Production;
  isShown: (agency: string) => boolean;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const [grain] = useChoiceParam('grain', grains, 'day');
  const [from] = useParam('from');
  const [to] = useParam('to');
  const first = isDay(from) ? from : mondayOf(addDays(asOf, -7 * weeksBack));
  const { report, query, source } = useScopedReport('agencies/daily', {
    grain,
    ...(grain === 'day' ? { from: first, ...(isDay(to) ? { to } : {}) } : {}),
  });
  const item = report.data?.items[0];
  const agencies = item?.agencies ?? none;
  const shown = useMemo(() => agencies.filter(({ agency }) => isShown(agency)), [agencies, isShown]);
  const names = useMemo(
    () => allPeriods(agencies.map(({ periods }) => periods.map(({ period }) => period))),
    [agencies],
  );
  const { category } = production;
  const columns = useMemo(
    () =>
      shown.map((series) => ({
        key: series.agency,
        name: series.name,
        category,
        values: valuesOf(series, names),
      })),
    [shown, names, category],
  );
  const xs = useMemo(
    () => names.map((name) => periodText(name, report.data?.grain ?? grain, format)),
    [names, report.data?.grain, grain, format],
  );
  if (item === undefined || names.length === 0) return null;
  const rows = shown.flatMap(({ agency, name, periods }) =>
    periods.map((period) => ({ productionCode: item.productionCode, agency, name, ...period })),
  );
  return (
    <ColumnsPanel
      title={t.trend}
      xs={xs}
      columns={columns}
      report={report}
      summary={t.trendSummary(shown.map(({ name }) => name).join(', '), xs.at(-1) ?? '–')}
      legend={columns.map(({ key, name }, index) => (
        <li key={key}>
          <i
            aria-hidden
            className={styles['key']}
            style={{ background: `var(--${category})`, opacity: 1 - Math.min(index, 4) * 0.18 }}
          />
          {name}
        </li>
      ))}
      download={{ report: 'agencies/daily', query }}
      table={() => (
        <ReportTable
          caption={t.trend}
          source={source}
          dense
          sortParam="trend"
          rows={rows}
          rowKey={({ agency, period }) => `${agency} ${period}`}
          columns={[
            {
              key: 'period',
              label: { ko: '기간', en: 'Period' },
              value: ({ period }) => period,
              cell: ({ period }) => (
                <span className="nowrap">{periodText(period, report.data?.grain ?? grain, format)}</span>
              ),
              phone: 'second',
            },
            {
              key: 'name',
              label: t.agency,
              value: ({ name }) => name,
              cell: ({ name }) => name,
              phone: 'name',
            },
            {
              field: 'revenueKrw',
              strong: true,
              phone: 'main',
              cell: (row) => <FieldValue of={row} field="revenueKrw" />,
            },
            { field: 'seats', phone: 'second' },
            { field: 'cumulativeRevenueKrw', quiet: true },
          ]}
        />
      )}
    />
  );
}
