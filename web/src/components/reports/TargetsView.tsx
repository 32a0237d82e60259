import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { fromZero } from '@/components/chart/fromZero';
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
    ofPlan: '기준일까지 목표 대비',
    whole: '누적 목표',
    ofWhole: '지금까지 달성',
    until: (period: string) => `${period}까지`,
    periods: (good: number, of: number) => `${of}개 기간 가운데 ${good}개 달성`,
    hit: '달성한 기간',
    summary: (revenue: string, target: string) => `누적 매출 ${revenue}, 기준일까지 목표 ${target}`,
  },
  en: {
    grain: 'Grain',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    revenue: 'Revenue and target',
    cumulative: 'Cumulative revenue and target',
    all: (count: number) => `${counted(count, 'production')} together`,
    table: 'Target vs actual',
    reached: 'Attainment',
    planSoFar: 'Due target',
    ofPlan: 'Of what is due to the record dates',
    whole: 'Cumulative target',
    ofWhole: 'Reached so far',
    until: (period: string) => `up to ${period}`,
    periods: (good: number, of: number) => `${good} of ${of} periods reached`,
    hit: 'Periods reached',
    summary: (revenue: string, target: string) => `Revenue so far ${revenue}, due target ${target}`,
  },
});

/** The revenue of each production against its target, by period. */
export const periodColumns = [
  'productionName',
  { field: 'period', phone: 'second' },
  { field: 'targetKrw', quiet: true },
  { field: 'revenueKrw', strong: true, phone: 'main' },
  { field: 'dueRatio', phone: 'second' },
  { field: 'ratio', quiet: true },
  { field: 'cumulativeTargetKrw', quiet: true },
  'cumulativeRevenueKrw',
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
  const judged = known.filter(({ dueRatio }) => dueRatio !== null);
  const reached = judged.filter(({ dueRatio }) => reaches(dueRatio, 1)).length;
  const only = groups?.length === 1 ? groups[0]?.category : undefined;
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
          lineStyle: { color: only === undefined ? colors.text2 : colors[only], width: 2 },
          color: only === undefined ? colors.text2 : colors[only],
          areaStyle: { color: only === undefined ? colors.text2 : colors[only], opacity: 0.08 },
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
          note={
            <>
              {t.planSoFar} <FieldValue of={last} field="cumulativeDueTargetKrw" />
            </>
          }
        />
        <Figure label={t.reached} value={<FieldValue of={last} field="cumulativeDueRatio" />} note={t.ofPlan}>
          <Bullet value={last?.cumulativeDueRatio ?? null} plan={1} scale={1.3} label={t.reached} />
        </Figure>
        <Figure
          label={t.hit}
          value={overall === undefined ? <Unknown /> : reached}
          note={overall !== undefined && t.periods(reached, judged.length)}
        />
        <Figure
          label={t.whole}
          value={<FieldValue of={sums.at(-1)} field="cumulativeTargetKrw" />}
          note={
            last !== undefined && (
              <>
                {t.ofWhole} <FieldValue of={last} field="cumulativeRatio" />
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
        later={isToCome}
      />
    </>
  );
}
