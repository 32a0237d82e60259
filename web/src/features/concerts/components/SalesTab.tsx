import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '@/api/problem';
import { reportQuery } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { Multiples } from '@/components/chart/Multiples';
import { usePeriod } from '@/components/controls/usePeriod';
import { Rate, Seats, Won } from '@/components/figures/Amount';
import { Figure, Figures } from '@/components/figures/Figure';
import { Panel } from '@/components/layout/Panel';
import { allPeriods, axisPeriod, periodText, touches } from '@/components/reports/periods';
import type { Grain } from '@/components/reports/periods';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { daysOf, mondayOf } from '@/lib/days';
import type { DayRange } from '@/lib/days';
import { groupBy } from '@/lib/groups';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { concerts } from '../categories';
import { useSalesReport } from '../hooks/useSalesReport';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    day: '일별 매출',
    week: '주간 매출',
    month: '월별 매출',
    dayTable: '일별 판매',
    weekTable: '주간 판매와 마케팅',
    monthTable: '월별 판매',
    each: '콘서트별 매출',
    together: (count: number) => `콘서트 ${count}편 합계`,
    revenue: '누적 매출',
    sevenDays: '최근 7일 매출',
    change: '그 전 7일 대비',
    seats: '유료 좌석',
    price: '평균 단가',
    wholePeriod: '전체 기간',
    summary: (periods: number) => `${periods}개 기간의 매출`,
  },
  en: {
    day: 'Revenue by day',
    week: 'Revenue by week',
    month: 'Revenue by month',
    dayTable: 'Daily sales',
    weekTable: 'Weekly sales and marketing',
    monthTable: 'Monthly sales',
    each: 'Revenue by concert',
    together: (count: number) => `${count} concerts together`,
    revenue: 'Revenue so far',
    sevenDays: 'Last seven days',
    change: 'Against the seven days before',
    seats: 'Paid seats',
    price: 'Mean ticket price',
    wholePeriod: 'All days',
    summary: (periods: number) => `Revenue of ${periods} periods`,
  },
});

/** A row of any of the three reports. */
interface Sale {
  readonly productionCode: string;
  readonly productionName: string;
  readonly category: 'concert' | 'play' | 'musical';
  readonly recordDate: string | null;
  readonly period: string;
  readonly seats: number;
  readonly complimentarySeats: number;
  readonly revenueKrw: number;
  readonly salesMarketing: string | null;
  readonly promotion: string | null;
  readonly other: string | null;
}

const noNotes = { salesMarketing: null, promotion: null, other: null };

const priceOf = ({ revenueKrw, seats }: Sale) => (seats === 0 ? null : revenueKrw / seats);

/** The three reports are read alike; only the one of the tab is asked for. */
function useSales(grain: Grain, range: DayRange | undefined) {
  const { query, named, ready, shown } = useScope(concerts);
  const enabled = ready && shown.length > 0;
  const asked = { ...named, grain, ...(range === undefined ? {} : range) };
  const together = useQuery({ ...reportQuery('target-vs-actual', asked), enabled });
  const standing = useQuery({ ...reportQuery('overview', named), enabled });
  const daily = useSalesReport('concerts/daily', query, grain === 'day');
  const weekly = useSalesReport('concerts/weekly', query, grain === 'week');
  const monthly = useSalesReport('concerts/monthly', query, grain === 'month');
  const [days, weeks, months] = [daily.data?.items, weekly.data?.items, monthly.data?.items];
  const sales = useMemo((): Sale[] => {
    const all: Sale[] = [
      ...(grain === 'day' ? (days ?? []) : []).flatMap(({ days: list, ...production }) =>
        list.map((row) => ({ ...production, ...noNotes, ...row, period: row.day })),
      ),
      ...(grain === 'week' ? (weeks ?? []) : []).flatMap(({ weeks: list, ...production }) =>
        list.map((row) => ({ ...production, ...row, period: row.weekStart })),
      ),
      ...(grain === 'month' ? (months ?? []) : []).flatMap(({ months: list, ...production }) =>
        list.map((row) => ({ ...production, ...noNotes, ...row, period: row.month })),
      ),
    ];
    return all.filter(({ period }) => touches(period, grain, range));
  }, [days, weeks, months, grain, range]);
  const report: UseQueryResult<{ items: { recordDate: string | null }[] }, ApiProblem> = {
    day: daily,
    week: weekly,
    month: monthly,
  }[grain];
  const name = { day: 'concerts/daily', week: 'concerts/weekly', month: 'concerts/monthly' }[grain];
  return {
    report,
    sales,
    download: { report: name, query },
    together,
    sums: { report: 'target-vs-actual', query: asked, table: 'overall' },
    standing: standing.data?.overall,
  };
}

/** Sales of concerts by day, week or month: together, each, and as a table. */
export function SalesTab({ grain }: { grain: Grain }) {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { range } = usePeriod(grain === 'day' ? 'last30' : 'all');
  const [from, to] = [range?.from, range?.to];
  const days = useMemo(() => (from === undefined || to === undefined ? undefined : { from, to }), [from, to]);
  const { report, sales, download, together, sums, standing } = useSales(grain, days);
  const overall = together.data?.overall;

  const periods = useMemo(() => {
    const known = allPeriods([sales.map(({ period }) => period)]);
    const [first, last] = [known[0], known.at(-1)];
    if (grain === 'month' || first === undefined || last === undefined) return known;
    // Days and weeks without a row are gaps of the axis, not neighbours.
    const filled = daysOf({ from: first, to: last });
    return grain === 'day' ? filled : filled.filter((day) => day === mondayOf(day));
  }, [sales, grain]);
  const xs = useMemo(() => periods.map((period) => axisPeriod(period, format)), [periods, format]);
  const columns = useMemo(
    () => [
      {
        key: 'all',
        name: label('column', 'revenueKrw'),
        category: 'concert' as const,
        values: periods.map((period) => overall?.find((sum) => sum.period === period)?.revenueKrw ?? null),
      },
    ],
    [periods, overall, label],
  );
  const lines = [...groupBy(sales, ({ productionCode }) => productionCode)].map(([code, list]) => ({
    key: code,
    name: list[0]?.productionName ?? code,
    category: 'concert' as const,
    values: periods.map((period) => list.find((row) => row.period === period)?.revenueKrw ?? null),
  }));
  const periodName = range === undefined ? t.wholePeriod : format.range(range);
  const title = t[`${grain}Table`];

  const table = (sortParam: string) => (
    <ReportTable
      caption={title}
      dense={grain === 'day'}
      sortParam={sortParam}
      rows={sales}
      rowKey={({ productionCode, period }) => `${productionCode} ${period}`}
      initialSort={{ key: 'period', descending: true }}
      filterText={({ productionName, period, salesMarketing, promotion, other }) =>
        [productionName, period, periodText(period, grain, format), salesMarketing, promotion, other].join(
          ' ',
        )
      }
      columns={[
        'productionName',
        {
          key: 'period',
          label: label('column', grain === 'day' ? 'day' : grain),
          value: ({ period }) => period,
          cell: ({ period }) => <span className="nowrap">{periodText(period, grain, format)}</span>,
          phone: 'second',
        },
        { field: 'seats', label: t.seats, phone: 'second' },
        { field: 'complimentarySeats', quiet: true },
        { field: 'revenueKrw', strong: true, phone: 'main' },
        {
          key: 'price',
          label: t.price,
          align: 'right',
          quiet: true,
          value: priceOf,
          cell: (row) => format.exactWon(priceOf(row)),
        },
        ...(grain === 'week'
          ? ([
              { field: 'salesMarketing', phone: 'second', reason: () => s.noNote },
              { field: 'promotion', reason: () => s.noNote },
              { field: 'other', reason: () => s.noNote },
            ] as const)
          : []),
      ]}
    />
  );
  return (
    <div className="stack">
      <Figures columns={3}>
        <Figure
          label={t.revenue}
          value={<Won value={standing?.revenueKrw} />}
          note={t.together(lines.length)}
        />
        <Figure
          label={t.seats}
          value={<Seats value={standing?.seats} />}
          note={standing?.seatRatio !== null && percent(standing?.seatRatio)}
        />
        <Figure
          label={t.sevenDays}
          value={<Won value={standing?.sevenDayRevenueKrw} />}
          note={
            <>
              {t.change} <Rate value={standing?.sevenDayChangeRatio} />
            </>
          }
        />
      </Figures>
      <ColumnsPanel
        title={t[grain]}
        caption={t.together(lines.length)}
        xs={xs}
        columns={columns}
        report={together}
        summary={t.summary(periods.length)}
        table={() => table('chart')}
        download={sums}
      />
      {lines.length > 1 && (
        <Panel title={t.each}>
          <div style={{ padding: '0 8px' }}>
            <Multiples xs={xs} lines={lines} text={format.shortWon} />
          </div>
        </Panel>
      )}
      <ReportPanel title={title} caption={periodName} report={report} download={download}>
        {() => table('sort')}
      </ReportPanel>
    </div>
  );
}
