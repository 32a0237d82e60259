import type { Production } from '@/api/productions';
import { FieldValue } from '@/components/figures/FieldValue';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import type { ReportColumn } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { knowsDeposits, useLeftOut } from '../agencies';
import type { AgencySales } from '../agencies';
import { words } from '../agencyWords';
import { useBasis } from '../useBasis';
import type { Basis } from '../useBasis';
import { AgencyChips } from './AgencyChips';
import { AgencyTrend } from './AgencyTrend';
import styles from './agencies.module.css';
import { BasisChoice } from './BasisChoice';

/**
 * Which agency sold what, and when. Chips take agencies off the pictures and never move a total; nothing is shown of
 * data that name no agency.
 */
export function AgenciesPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const [basis, setBasis] = useBasis(production);
  const booked = useScopedReport('agencies/sales');
  // Deposits are told by performance only.
  const byPerformance = useScopedReport('agencies/sales', { by: 'performance_day' });
  const { isShown, toggle } = useLeftOut();
  const deposits = byPerformance.report.data?.items[0];
  const known = deposits !== undefined && knowsDeposits(deposits);
  const shownBasis = known ? basis : 'booked';
  const { report, query } = shownBasis === 'deposited' ? byPerformance : booked;
  const item = report.data?.items[0];
  if (item === undefined || item.agencies.length === 0) return null;
  const shown = item.agencies.filter(({ agency }) => isShown(agency));
  return (
    <>
      <ReportPanel
        title={t.agencies}
        caption={item.by === 'sale_day' ? t.bySaleDay : t.byPerformanceDay}
        report={report}
        download={{ report: 'agencies/sales', query }}
        actions={known && <BasisChoice basis={shownBasis} onBasis={setBasis} />}
      >
        {() => (
          <>
            <AgencyChips agencies={item.agencies} isShown={isShown} toggle={toggle} />
            {shown.length === 0 && <p className={styles['none']}>{t.noneShown}</p>}
            <AgencyTable item={item} isShown={isShown} basis={shownBasis} category={production.category} />
          </>
        )}
      </ReportPanel>
      <AgencyTrend production={production} isShown={isShown} />
    </>
  );
}

/** What stands in a row: of an agency, or of what no agency is named for. */
interface Row {
  readonly productionCode: string;
  readonly category: Production['category'];
  readonly agency?: string;
  readonly name: string;
  readonly seats: number | null;
  readonly revenueKrw: number | null;
  readonly seatRatio?: number | null;
  readonly revenueRatio?: number | null;
  readonly meanTicketPriceKrw?: number | null;
  readonly depositedSeats?: number | null;
  readonly depositedKrw?: number | null;
  readonly pendingSeats?: number | null;
  readonly pendingKrw?: number | null;
}

function AgencyTable({
  item,
  isShown,
  basis,
  category,
}: {
  item: AgencySales;
  isShown: (agency: string) => boolean;
  basis: Basis;
  category: Production['category'];
}) {
  const t = useMessages(words);
  const { productionCode, agencies, rest, total } = item;
  const head = { productionCode, category };
  const rows: Row[] = agencies.filter(({ agency }) => isShown(agency)).map((row) => ({ ...head, ...row }));
  if (basis === 'booked' && rest !== null) rows.push({ ...head, name: t.rest, ...rest });
  const sums = total === null ? undefined : { productionCode, ...total };
  const name: ReportColumn<Row> = {
    key: 'name',
    label: t.agency,
    value: (row) => row.name,
    cell: (row) => row.name,
    footer: t.total,
    phone: 'name',
  };
  const columns: readonly ReportColumn<Row>[] =
    basis === 'booked'
      ? [
          name,
          { field: 'revenueKrw', strong: true, bar: 'all', phone: 'main' },
          { field: 'revenueRatio', phone: 'second' },
          { field: 'seats', phone: 'second' },
          { field: 'seatRatio', label: { ko: '좌석 비중', en: 'Share of seats' }, quiet: true },
          { field: 'meanTicketPriceKrw', quiet: true },
        ]
      : [
          name,
          { field: 'depositedKrw', strong: true, bar: 'all', phone: 'main' },
          { field: 'depositedSeats', phone: 'second' },
          { field: 'pendingKrw', phone: 'second' },
          { field: 'pendingSeats', quiet: true },
        ];
  return (
    <ReportTable
      caption={t.agencies}
      sortParam="agencies"
      rows={rows}
      rowKey={({ agency }) => agency ?? 'rest'}
      columns={columns}
      {...(sums === undefined ? {} : { total: sums })}
      empty={
        sums !== undefined && (
          <p className={styles['none']}>
            {t.total} <FieldValue of={sums} field={basis === 'booked' ? 'revenueKrw' : 'depositedKrw'} />
          </p>
        )
      }
    />
  );
}
