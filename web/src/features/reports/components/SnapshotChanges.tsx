import { useMemo } from 'react';
import type { Production } from '@/api/productions';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import type { ReportColumn } from '@/components/table/ReportTable';
import type { ReportAnswer } from '@/api/reports';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { words } from '../agencyWords';
import { useBasis } from '../useBasis';
import { BasisChoice } from './BasisChoice';

type Change = ReportAnswer<'snapshot-changes'>['items'][number]['changes'][number];

const none: readonly Change[] = [];

const height = 320;

/**
 * What changed from one record date to the next, where the data have no sale days. It is never called the sales of a
 * day: refunds, late deposits and days without upload are in it, too.
 */
export function SnapshotChanges({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const [chosen, setBasis] = useBasis(production);
  const { report, query, source } = useScopedReport('snapshot-changes');
  const item = report.data?.items[0];
  const changes = item?.changes ?? none;
  const known = changes.some(({ depositedKrw }) => depositedKrw !== null);
  const basis = known ? chosen : 'booked';
  const field = basis === 'deposited' ? 'changeDepositedKrw' : 'changeKrw';
  const { category } = production;
  const columns = useMemo(
    () => [{ key: field, name: t.change, category, values: changes.map((change) => change[field]) }],
    [changes, field, category, t],
  );
  const xs = useMemo(() => changes.map(({ recordDate }) => format.day(recordDate)), [changes, format]);
  const last = changes.at(-1);
  if (report.data !== undefined && changes.length === 0)
    return (
      <Panel title={t.changes} caption={t.changesWhy}>
        <EmptyState>{t.changesNone}</EmptyState>
      </Panel>
    );
  type Row = Change & { readonly productionCode: string };
  const listed: readonly ReportColumn<Row>[] = [
    { field: 'recordDate', phone: 'name' },
    { field: 'days', reason: { ko: '첫 자료', en: 'First data' }, quiet: true },
    { field: 'changeKrw', strong: true, phone: 'main' },
    { field: 'changeSeats', phone: 'second' },
    { field: 'revenueKrw', label: { ko: '누적 매출', en: 'Total revenue' }, phone: 'second' },
    { field: 'seats', label: { ko: '누적 좌석', en: 'Total seats' }, quiet: true },
    ...(known
      ? ([
          { field: 'depositedKrw', label: { ko: '누적 입금', en: 'Total deposited' } },
          { field: 'changeDepositedKrw' },
        ] as const)
      : []),
  ];
  return (
    <ColumnsPanel
      title={t.changes}
      caption={t.changesWhy}
      xs={xs}
      columns={columns}
      report={report}
      height={height}
      actions={known && <BasisChoice basis={basis} onBasis={setBasis} />}
      summary={t.changesSummary(
        production.name,
        format.day(last?.recordDate),
        format.shortWon(last?.[field], { signed: true }),
      )}
      download={{ report: 'snapshot-changes', query }}
      table={() => (
        <ReportTable
          caption={t.changes}
          source={source}
          sortParam="changes"
          initialSort={{ key: 'recordDate', descending: true }}
          rows={changes.map((change) => ({ productionCode: item?.productionCode ?? '', ...change }))}
          rowKey={({ recordDate }) => recordDate}
          columns={listed}
        />
      )}
    />
  );
}
