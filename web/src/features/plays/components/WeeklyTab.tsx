import { useMemo } from 'react';
import { useReport } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { LinesPanel } from '@/components/chart/LinesPanel';
import { usePeriod } from '@/components/controls/usePeriod';
import { allPeriods, firstAfter, touches } from '@/components/reports/periods';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, mondayOf, shortDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { plays } from '../categories';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    revenue: '공연 주차별 매출',
    revenueCaption: '그 주에 공연하는 회차의 매출. 빈 막대는 이번 주와 앞으로의 예매분',
    ratio: '주간 유료 판매율',
    ratioCaption: '판매 가능 좌석 합계 가운데 유료 좌석. 점유율은 회차별 비율의 평균입니다',
    all: '모든 공연',
    each: '공연별',
    week: '주',
    noCapacity: '회당 좌석 미입력',
    summary: (weeks: number) => `${weeks}주의 매출`,
    ratios: (count: number) => `공연 ${count}편의 주간 유료 판매율`,
  },
  en: {
    revenue: 'Revenue by week of performance',
    revenueCaption: 'Of the performances of that week; hollow columns are booked so far',
    ratio: 'Paid ratio by week',
    ratioCaption: 'Seats paid of all seats offered; the occupancy is the mean of the performances',
    all: 'All productions',
    each: 'By production',
    week: 'Week',
    noCapacity: 'Seats per performance not set',
    summary: (weeks: number) => `Revenue of ${weeks} weeks`,
    ratios: (count: number) => `Weekly paid ratio of ${count} productions`,
  },
});

const text = (value: number) => percent(value, 0);

/** Seats offered and paid per week of performance, together and by production. */
export function WeeklyTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query, asOf } = useScope(plays);
  const { range } = usePeriod('all');
  const report = useReport('plays/weekly-capacity', query);
  const { items, overall } = report.data ?? {};
  const all = useMemo(
    () => (overall ?? []).filter(({ weekStart }) => touches(weekStart, 'week', range)),
    [overall, range],
  );
  const weeks = useMemo(
    () =>
      allPeriods((items ?? []).map(({ weeks: list }) => list.map(({ weekStart }) => weekStart))).filter(
        (week) => touches(week, 'week', range),
      ),
    [items, range],
  );
  const lines = useMemo(
    () =>
      (items ?? [])
        .filter(({ weeks: list }) => list.length > 0)
        .map((item) => ({
          key: item.productionCode,
          name: item.productionName,
          category: item.category,
          values: weeks.map(
            (week) => item.weeks.find(({ weekStart }) => weekStart === week)?.paidRatio ?? null,
          ),
        })),
    [items, weeks],
  );
  const columns = useMemo(
    () => [
      {
        key: 'all',
        name: label('column', 'revenueKrw'),
        category: 'all' as const,
        values: all.map(({ revenueKrw }) => revenueKrw),
      },
    ],
    [all, label],
  );
  const overallXs = useMemo(() => all.map(({ weekStart }) => shortDay(weekStart)), [all]);
  const xs = useMemo(() => weeks.map(shortDay), [weeks]);
  const yesterweek = addDays(mondayOf(asOf), -1);
  const rows = (items ?? []).flatMap(({ weeks: list, ...production }) =>
    list
      .filter(({ weekStart }) => touches(weekStart, 'week', range))
      .map((week) => ({ ...production, ...week })),
  );
  const weekCell = {
    key: 'weekStart',
    label: t.week,
    value: ({ weekStart }: { weekStart: string }) => weekStart,
    cell: ({ weekStart, weekEnd }: { weekStart: string; weekEnd: string }) => (
      <span className="nowrap">{format.range({ from: weekStart, to: weekEnd })}</span>
    ),
  };
  const overallTable = (sortParam: string) => (
    <ReportTable
      caption={t.all}
      sortParam={sortParam}
      rows={all}
      rowKey={({ weekStart }) => weekStart}
      columns={[
        weekCell,
        { field: 'performances' },
        { field: 'offeredSeats', quiet: true, reason: () => t.noCapacity },
        { field: 'paidSeats', phone: 'second' },
        { field: 'paidRatio', strong: true, phone: 'second' },
        { field: 'revenueKrw', strong: true, phone: 'main' },
        'meanTicketPriceKrw',
      ]}
    />
  );
  const eachTable = (sortParam: string) => (
    <ReportTable
      caption={t.each}
      sortParam={sortParam}
      rows={rows}
      rowKey={({ productionCode, weekStart }) => `${productionCode} ${weekStart}`}
      filterText={({ productionName, weekStart }) => `${productionName} ${shortDay(weekStart)}`}
      columns={[
        'productionName',
        { ...weekCell, phone: 'second' },
        'performances',
        { field: 'offeredSeats', quiet: true, reason: () => t.noCapacity },
        'paidSeats',
        { field: 'paidRatio', strong: true, phone: 'second' },
        { field: 'revenueKrw', strong: true, phone: 'main' },
        'meanTicketPriceKrw',
      ]}
    />
  );
  return (
    <div className="stack">
      <div className="panels halves">
        <ColumnsPanel
          title={t.revenue}
          caption={t.revenueCaption}
          xs={overallXs}
          columns={columns}
          toCome={firstAfter(
            all.map(({ weekStart }) => weekStart),
            yesterweek,
          )}
          height={268}
          report={report}
          summary={t.summary(all.length)}
          table={() => overallTable('revenue')}
        />
        <LinesPanel
          title={t.ratio}
          caption={t.ratioCaption}
          xs={xs}
          lines={lines}
          text={text}
          toCome={firstAfter(weeks, yesterweek) + 1 || -1}
          toComeText={s.toCome}
          report={report}
          summary={t.ratios(lines.length)}
          table={() => eachTable('ratio')}
        />
      </div>
      <ReportPanel
        title={t.all}
        report={report}
        download={{ report: 'plays/weekly-capacity', query, table: 'overall' }}
      >
        {() => overallTable('all')}
      </ReportPanel>
      <ReportPanel title={t.each} report={report} download={{ report: 'plays/weekly-capacity', query }}>
        {() => eachTable('sort')}
      </ReportPanel>
    </div>
  );
}
