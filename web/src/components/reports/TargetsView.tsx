import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { fromZero } from '@/components/chart/fromZero';
import { inkOf } from '@/components/chart/inks';
import { targetLine } from '@/components/chart/targetLine';
import { Segmented } from '@/components/controls/Segmented';
import { Unknown } from '@/components/figures/Amount';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import type { Palette } from '@/lib/theme/tokens';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { useLabels } from '@/lib/i18n/useLabels';
import { reaches } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { useChoiceParam } from '@/lib/urlState';
import { axisPeriod, grains, periodText } from './periods';
import { Rows, TableOf } from './TableOf';
import { useScope } from './useScope';
import { useScopedReport } from './useScopedReport';

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
    planSoFar: '기준일까지 목표',
    whole: '전체 목표',
    planUntil: (period: string) => `${period}까지 목표`,
    ofIt: '달성률',
    until: (period: string) => `${period}까지`,
    periods: (good: number, of: number) => `${of}개 기간 가운데 ${good}개 달성`,
    hit: '달성한 기간',
    summary: (revenue: string, target: string) => `누적 매출 ${revenue}, 기준일까지 목표 ${target}`,
  },
  en: {
    grain: 'Group by',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    revenue: 'Revenue and target',
    cumulative: 'Cumulative revenue and target',
    all: (count: number) => `${counted(count, 'production')} combined`,
    table: 'Target vs actual',
    reached: 'Attainment',
    planSoFar: 'Target to date',
    whole: 'Total target',
    planUntil: (period: string) => `Target to ${period}`,
    ofIt: 'attainment',
    until: (period: string) => `up to ${period}`,
    periods: (good: number, of: number) => `${good} of ${of} periods on target`,
    hit: 'Periods on target',
    summary: (revenue: string, target: string) => `Revenue so far ${revenue}, target to date ${target}`,
  },
});

/**
 * The revenue of each production against its target, by period: each ratio stands behind the target that it is of.
 */
export const periodColumns = [
  'productionName',
  { field: 'period', phone: 'second' },
  { field: 'revenueKrw', strong: true, phone: 'main' },
  { field: 'dueTargetKrw', quiet: true },
  { field: 'dueRatio', phone: 'second' },
  { field: 'targetKrw', quiet: true, label: { ko: '기간 전체 목표', en: 'Full-period target' } },
  { field: 'ratio', quiet: true, label: { ko: '기간 전체 달성률', en: 'Full-period attainment' } },
  'cumulativeRevenueKrw',
  { field: 'cumulativeDueTargetKrw', quiet: true },
  'cumulativeDueRatio',
] as const;

/** Whether a period of a production has no figures yet: it is that of the record date, or one after. */
export function isToCome({
  period,
  recordDate,
  revenueKrw,
}: {
  period: string;
  recordDate: string | null;
  revenueKrw: number | null;
}): boolean {
  return revenueKrw === null && period >= (recordDate ?? '').slice(0, period.length);
}

/** Revenue against target by day, week or month, of the productions that the page shows: together, and each. */
export function TargetsView() {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { shown } = useScope();
  const [grain, setGrain] = useChoiceParam('grain', grains, 'week');
  const of = useScopedReport('target-vs-actual', { grain });
  const { report } = of;
  const { overall, categories: groups } = report.data ?? {};
  const answered = report.data?.grain ?? grain;

  const sums = useMemo(() => overall ?? [], [overall]);
  const known = sums.filter(({ counted }) => counted > 0);
  const last = known.at(-1);
  const end = sums.at(-1);
  const judged = known.filter(({ dueRatio }) => dueRatio !== null);
  const reached = judged.filter(({ dueRatio }) => reaches(dueRatio, 1)).length;
  const only = groups?.length === 1 ? (groups[0]?.category ?? 'all') : 'all';
  const columns = useMemo(
    () =>
      (groups ?? []).map(({ category, periods }) => {
        const found = new Map(periods.map(({ period, revenueKrw }) => [period, revenueKrw]));
        return {
          key: category,
          name: label('term', category),
          category,
          values: sums.map(({ period }) => found.get(period) ?? null),
        };
      }),
    [groups, sums, label],
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
        min: fromZero,
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => format.axisWon(value) },
      },
      series: [
        {
          type: 'line',
          name: label('column', 'cumulativeRevenueKrw'),
          symbol: 'none',
          // Above the ground of the target's line, which would cut it.
          z: 3,
          data: sums.map(({ cumulativeRevenueKrw }) => cumulativeRevenueKrw),
          lineStyle: { color: inkOf(only, colors), width: 2 },
          color: inkOf(only, colors),
          areaStyle: { color: inkOf(only, colors), opacity: 0.08 },
        },
        ...targetLine(
          label('column', 'cumulativeTargetKrw'),
          sums.map(({ cumulativeTargetKrw }) => cumulativeTargetKrw),
          colors,
        ),
      ],
    }),
    [sums, xs, format, label, only],
  );

  const sumTable = () => (
    <Rows
      caption={t.revenue}
      of={of}
      spec={{
        report: 'target-vs-actual',
        table: 'overall',
        dense: true,
        sortParam: 'sums',
        columns: [
          'period',
          { field: 'revenueKrw', phone: 'main', strong: true },
          { field: 'dueTargetKrw', quiet: true },
          { field: 'dueRatio', phone: 'second' },
          { field: 'targetKrw', quiet: true },
          'cumulativeRevenueKrw',
          { field: 'cumulativeTargetKrw', quiet: true },
        ],
      }}
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
  const summary = t.summary(
    format.shortWon(last?.cumulativeRevenueKrw),
    format.shortWon(last?.cumulativeDueTargetKrw),
  );
  return (
    <>
      <Figures columns={4} source={of.source}>
        <Figure
          label={label('column', 'cumulativeRevenueKrw')}
          period={last !== undefined && t.until(periodText(last.period, answered, format))}
          value={<FieldValue of={last} field="cumulativeRevenueKrw" />}
        />
        <Figure
          label={t.reached}
          value={<FieldValue of={last} field="cumulativeDueRatio" />}
          note={
            <>
              {t.planSoFar} <FieldValue of={last} field="cumulativeDueTargetKrw" />
            </>
          }
        >
          <Bullet value={last?.cumulativeDueRatio ?? null} plan={1} scale={1.3} label={t.reached} />
        </Figure>
        <Figure
          label={t.hit}
          value={overall === undefined ? <Unknown /> : reached}
          note={overall !== undefined && t.periods(reached, judged.length)}
        />
        <Figure
          label={t.whole}
          period={end !== undefined && t.until(periodText(end.period, answered, format))}
          value={<FieldValue of={end} field="cumulativeTargetKrw" />}
          note={
            last !== undefined && (
              <>
                {last !== end && (
                  <>
                    {t.planUntil(periodText(last.period, answered, format))}{' '}
                    <FieldValue of={last} field="cumulativeTargetKrw" />
                    {' · '}
                  </>
                )}
                {t.ofIt} <FieldValue of={last} field="cumulativeRatio" />
              </>
            )
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
        of={report.data}
        content={chartState(report, sums.length === 0, 220)}
        table={sumTable}
      />
      <TableOf
        report="target-vs-actual"
        own={{ grain }}
        title={t.table}
        dense
        find
        sort={{ key: 'period', descending: true }}
        columns={periodColumns}
        folded={isToCome}
      />
    </>
  );
}
