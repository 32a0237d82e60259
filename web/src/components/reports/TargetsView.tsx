import { useQuery } from '@tanstack/react-query';
import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import type { Category } from '@/api/productions';
import { reportQuery } from '@/api/reports';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { targetLine } from '@/components/chart/targetLine';
import { Segmented } from '@/components/controls/Segmented';
import { usePeriod } from '@/components/controls/usePeriod';
import { Attainment, Percent, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportTable } from '@/components/table/ReportTable';
import type { Palette } from '@/lib/theme/tokens';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { gapOf, ratioOf, sumOf } from '@/lib/sums';
import { useFormat } from '@/lib/useFormat';
import { useChoiceParam } from '@/lib/urlState';
import { axisPeriod, grains, periodText, sumPeriods, touches } from './periods';
import { ReportPanel } from './ReportPanel';
import { useScope } from './useScope';

const words = defineMessages({
  ko: {
    grain: '단위',
    day: '일',
    week: '주',
    month: '월',
    revenue: '매출과 목표',
    cumulative: '누적 매출과 누적 목표',
    all: (count: number) => `공연 ${count}편 합계`,
    table: '목표와 실적',
    reached: '달성률',
    behindBy: '목표 대비',
    planSoFar: '같은 기간 목표',
    ofPlan: '같은 기간 목표보다',
    whole: '기간 전체 목표',
    periods: (good: number, of: number) => `${of}개 기간 가운데 ${good}개 달성`,
    hit: '달성한 기간',
    summary: (revenue: string, target: string) => `매출 ${revenue}, 같은 기간 목표 ${target}`,
    find: '공연이나 기간',
  },
  en: {
    grain: 'Grain',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    revenue: 'Revenue and target',
    cumulative: 'Cumulative revenue and target',
    all: (count: number) => `${count} productions together`,
    table: 'Target vs actual',
    reached: 'Attainment',
    behindBy: 'Gap to target',
    planSoFar: 'Target of these periods',
    ofPlan: 'Against that target',
    whole: 'Target of the whole period',
    periods: (good: number, of: number) => `${good} of ${of} periods reached`,
    hit: 'Periods reached',
    summary: (revenue: string, target: string) => `Revenue ${revenue}, target of the same days ${target}`,
    find: 'Production or period',
  },
});

/** Revenue against target by day, week or month, of the productions that the page shows: together, and each. */
export function TargetsView({ categories }: { categories: readonly Category[] }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { named, ready, shown } = useScope(categories);
  const { range } = usePeriod('all');
  const [grain, setGrain] = useChoiceParam('grain', grains, 'week');
  const query = { ...named, grain };
  const report = useQuery({ ...reportQuery('target-vs-actual', query), enabled: ready && shown.length > 0 });
  const items = report.data?.items;
  const answered = report.data?.grain ?? grain;

  const sums = useMemo(
    () =>
      sumPeriods((items ?? []).map(({ periods }) => periods)).filter(({ period }) =>
        touches(period, answered, range),
      ),
    [items, answered, range],
  );
  const known = sums.filter(({ revenueKrw }) => revenueKrw !== null);
  const revenue = sumOf(known, ({ revenueKrw }) => revenueKrw);
  const target = sumOf(known, ({ targetKrw }) => targetKrw);
  const ratio = ratioOf(revenue, target);
  const whole = sumOf(sums, ({ targetKrw }) => targetKrw);
  const [only] = shown;
  const category =
    shown.length > 0 && shown.every((one) => one.category === only?.category) ? only?.category : undefined;
  const columns = useMemo(
    () => [
      {
        key: 'revenue',
        name: label('column', 'revenueKrw'),
        category: category ?? 'musical',
        values: sums.map(({ revenueKrw }) => revenueKrw),
      },
    ],
    [sums, label, category],
  );
  const goal = useMemo(
    () => ({ name: label('column', 'targetKrw'), values: sums.map(({ targetKrw }) => targetKrw) }),
    [sums, label],
  );
  const xs = useMemo(() => sums.map(({ period }) => axisPeriod(period, format)), [sums, format]);
  const cumulative = useCallback(
    (colors: Palette): EChartsOption => ({
      grid: { top: 12, left: 8, right: 12, bottom: 4 },
      tooltip: {
        trigger: 'axis',
        confine: true,
        valueFormatter: (value) => format.exactWon(typeof value === 'number' ? value : null),
      },
      xAxis: { type: 'category', data: xs, axisLabel: { hideOverlap: true } },
      yAxis: {
        type: 'value',
        min: 0,
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => format.axisWon(value) },
      },
      series: [
        {
          type: 'line',
          name: label('column', 'cumulativeRevenueKrw'),
          symbol: 'none',
          data: sums.map(({ cumulativeRevenueKrw }) => cumulativeRevenueKrw),
          lineStyle: { color: colors[category ?? 'musical'], width: 2 },
          color: colors[category ?? 'musical'],
          areaStyle: { color: colors[category ?? 'musical'], opacity: 0.08 },
        },
        ...targetLine(
          label('column', 'cumulativeTargetKrw'),
          sums.map(({ cumulativeTargetKrw }) => cumulativeTargetKrw),
          colors,
        ),
      ],
    }),
    [sums, xs, format, label, category],
  );

  const rows = (items ?? []).flatMap(({ periods, ...production }) =>
    periods
      .filter(({ period }) => touches(period, answered, range))
      .map((period) => ({ ...production, ...period })),
  );
  const sumTable = () => (
    <ReportTable
      caption={t.revenue}
      dense
      sortParam="sums"
      rows={sums}
      rowKey={({ period }) => period}
      columns={[
        {
          key: 'period',
          label: label('column', 'period'),
          value: ({ period }) => period,
          cell: ({ period }) => periodText(period, answered, format),
        },
        { field: 'revenueKrw', phone: 'main', strong: true, sum: true },
        { field: 'targetKrw', phone: 'second', quiet: true, sum: true },
        { field: 'gapKrw', label: t.behindBy, judged: true },
        'cumulativeRevenueKrw',
        { field: 'cumulativeTargetKrw', quiet: true },
      ]}
    />
  );
  const caption = t.all(shown.length);
  const picker = (
    <Segmented
      label={t.grain}
      value={grain}
      onChange={setGrain}
      options={grains.map((value) => ({ value, text: t[value] }))}
    />
  );
  const summary = t.summary(format.shortWon(revenue), format.shortWon(target));
  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure
          label={label('column', 'revenueKrw')}
          period={range === undefined ? undefined : format.range(range)}
          value={<Won value={revenue} />}
          note={
            <>
              {t.planSoFar} <Won value={target} />
            </>
          }
        />
        <Figure
          label={t.reached}
          value={<Percent value={ratio} />}
          after={
            <>
              {t.ofPlan} <Won value={gapOf(revenue, target)} signed judged />
            </>
          }
        >
          <Bullet value={ratio} plan={1} scale={1.3} label={t.reached} />
        </Figure>
        <Figure
          label={t.hit}
          value={known.filter(({ gapKrw }) => gapKrw !== null && gapKrw >= 0).length}
          note={t.periods(known.filter(({ gapKrw }) => gapKrw !== null && gapKrw >= 0).length, known.length)}
        />
        <Figure
          label={t.whole}
          value={<Won value={whole} />}
          note={
            <>
              {t.behindBy} <Won value={gapOf(revenue, whole)} signed />
            </>
          }
        />
      </Figures>
      <ColumnsPanel
        title={t.revenue}
        caption={caption}
        xs={xs}
        columns={columns}
        target={goal}
        summary={summary}
        report={report}
        actions={picker}
        table={sumTable}
      />
      <ChartPanel
        title={t.cumulative}
        caption={caption}
        option={cumulative}
        height={220}
        summary={summary}
        busy={report.isFetching && report.data !== undefined}
        content={chartState(report, sums.length === 0, 220)}
        table={sumTable}
      />
      <ReportPanel title={t.table} report={report} download={{ report: 'target-vs-actual', query }}>
        {() => (
          <ReportTable
            caption={t.table}
            dense
            rows={rows}
            rowKey={({ productionCode, period }) => `${productionCode} ${period}`}
            initialSort={{ key: 'period', descending: true }}
            filterText={({ productionName, period }) =>
              `${productionName} ${period} ${periodText(period, answered, format)}`
            }
            columns={[
              'productionName',
              {
                key: 'period',
                label: label('column', 'period'),
                value: ({ period }) => period,
                cell: ({ period }) => <span className="nowrap">{periodText(period, answered, format)}</span>,
                phone: 'second',
              },
              { field: 'targetKrw', quiet: true },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              {
                key: 'ratio',
                label: label('column', 'ratio'),
                align: 'right',
                value: (row) => row.ratio,
                cell: (row) => <Attainment value={row.ratio} />,
                phone: 'second',
              },
              { field: 'cumulativeTargetKrw', quiet: true },
              'cumulativeRevenueKrw',
              {
                key: 'cumulativeRatio',
                label: label('column', 'cumulativeRatio'),
                align: 'right',
                value: (row) => row.cumulativeRatio,
                cell: (row) => <Attainment value={row.cumulativeRatio} />,
              },
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
