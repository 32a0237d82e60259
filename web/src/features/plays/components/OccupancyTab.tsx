import { useReport } from '@/api/reports';
import { usePeriod } from '@/components/controls/usePeriod';
import { Percent } from '@/components/figures/Amount';
import { scaleOf, ShareScale, ShareScaleKey } from '@/components/figures/ShareScale';
import { SoftBar } from '@/components/figures/SoftBar';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { plays } from '../categories';
import { words as shared } from '../words';
import { WeeklyOccupancy } from './WeeklyOccupancy';

const words = defineMessages({
  ko: {
    compare: '점유율 비교',
    caption: '유료 점유율의 평균. 지난 회차와 앞으로의 회차는 기준일로 나눕니다',
    target: '목표',
    all: '전체 유료',
    deposit: '예매',
    past: '지난 회차',
    future: '앞으로 회차',
    pastCount: '지난',
    futureCount: '앞으로',
    scale: '목표에서 전체',
    unpaid: '유료−예매',
    performances: '회차별 판매',
    noCapacity: '–',
    find: '공연, 날짜, 배우',
  },
  en: {
    compare: 'Occupancy compared',
    caption: 'Mean paid shares; past and future are divided by the record date',
    target: 'Target',
    all: 'All, paid',
    deposit: 'Deposit',
    past: 'Past',
    future: 'To come',
    pastCount: 'Past',
    futureCount: 'To come',
    scale: 'Target to all',
    unpaid: 'Paid less deposit',
    performances: 'Performances',
    noCapacity: '–',
    find: 'Production, day, actor',
  },
});

/** Shares of the whole run, of what was played and of what comes; week by week; and every performance. */
export function OccupancyTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query } = useScope(plays);
  const { range } = usePeriod('all');
  const occupancy = useReport('plays/occupancy', query);
  const asked = range === undefined ? query : { ...query, from: range.from, to: range.to };
  const performances = useReport('plays/performances', asked);
  const items = occupancy.data?.items ?? [];
  const scale = scaleOf(items.flatMap(({ targetShare, paidShare }) => [targetShare, paidShare]));
  const rows = (performances.data?.items ?? []).flatMap(({ performances: list, ...production }) =>
    list.map((performance) => ({ ...production, ...performance })),
  );
  const top = Math.max(0, ...rows.map(({ revenueKrw }) => revenueKrw));
  return (
    <div className="stack">
      <ReportPanel
        title={t.compare}
        caption={t.caption}
        report={occupancy}
        legend={<ShareScaleKey />}
        download={{ report: 'plays/occupancy', query }}
      >
        {() => (
          <ReportTable
            caption={t.compare}
            rows={items}
            rowKey={({ productionCode }) => productionCode}
            initialSort={{ key: 'paidShare', descending: true }}
            columns={[
              'productionName',
              { field: 'performances', quiet: true },
              { field: 'targetShare', label: t.target, quiet: true },
              {
                field: 'paidShare',
                label: t.all,
                strong: true,
                phone: 'main',
                reason: () => s.noPerformance,
              },
              {
                key: 'scale',
                label: t.scale,
                hint: `${percent(scale.from, 0)}–${percent(scale.to, 0)}`,
                cell: (row) => <ShareScale target={row.targetShare} actual={row.paidShare} scale={scale} />,
              },
              { field: 'depositShare', label: t.deposit, quiet: true },
              {
                key: 'unpaidShare',
                label: t.unpaid,
                align: 'right',
                value: ({ unpaidShare }) => unpaidShare,
                cell: ({ unpaidShare }) => <Percent value={unpaidShare} />,
              },
              {
                key: 'past',
                label: t.past,
                align: 'right',
                phone: 'second',
                value: ({ past }) => past.paidShare,
                cell: ({ past }) => (
                  <>
                    <Percent value={past.paidShare} />{' '}
                    <span className="caption quiet">{s.times(past.performances)}</span>
                  </>
                ),
              },
              {
                key: 'future',
                label: t.future,
                align: 'right',
                value: ({ future }) => future.paidShare,
                cell: ({ future }) => (
                  <>
                    <Percent value={future.paidShare} />{' '}
                    <span className="caption quiet">{s.times(future.performances)}</span>
                  </>
                ),
              },
            ]}
          />
        )}
      </ReportPanel>
      <WeeklyOccupancy />
      <ReportPanel
        title={t.performances}
        {...(range === undefined ? {} : { caption: format.range(range) })}
        report={performances}
        download={{ report: 'plays/performances', query: asked }}
      >
        {() => (
          <ReportTable
            caption={t.performances}
            dense
            sortParam="performances"
            rows={rows}
            rowKey={({ productionCode, startsAt }) => `${productionCode} ${startsAt}`}
            filterText={({ productionName, startsAt, cast }) =>
              `${productionName} ${format.dayTime(startsAt)} ${cast.join(' ')}`
            }
            columns={[
              'productionName',
              { field: 'startsAt', phone: 'second' },
              { field: 'cast', phone: 'second' },
              { field: 'occupancy', strong: true, phone: 'main' },
              'paidShare',
              { field: 'complimentaryShare', quiet: true },
              { field: 'depositShare', quiet: true },
              'paidSeats',
              { field: 'complimentarySeats', quiet: true },
              { field: 'remainingSeats', quiet: true },
              {
                key: 'revenueKrw',
                label: label('column', 'revenueKrw'),
                align: 'right',
                value: ({ revenueKrw }) => revenueKrw,
                cell: ({ revenueKrw, category }) => (
                  <SoftBar value={revenueKrw} top={top} category={category}>
                    {format.shortWon(revenueKrw)}
                  </SoftBar>
                ),
              },
              'meanTicketPriceKrw',
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
