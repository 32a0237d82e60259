/** The figures above the tabs of plays and musicals. */
import type { TableRow } from '@/api/catalogue';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures, OutOf } from '@/components/figures/Figure';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { percent, reaches } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { MonthChange } from '../tables';
import { useLowThreshold } from '../useLowThreshold';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    revenue: '지난주 매출',
    before: '전주 대비',
    counted: (count: number, of: number) => `${of}편 가운데 ${count}편 집계`,
    ratio: '목표 달성률',
    due: '기준일까지 목표',
    reached: '목표를 넘긴 공연',
    missed: (names: string) => `미달: ${names}`,
    allReached: '모두 달성',
    low: '다음 주 예매 저조 회차',
    under: (share: string) => `${share} 미만`,
    noLow: '예매 저조 회차가 없습니다',
    thisMonth: '이번 달 매출',
    soFar: '지금까지',
    change: '지난달 대비',
    best: '최고 매출 월',
    total: '누적 매출',
    ofTarget: (won: string) => `총목표 ${won}`,
    recordDay: '기준일 매출',
    dayTarget: (won: string) => `기준일 목표 ${won}`,
  },
  en: {
    revenue: "Last week's revenue",
    before: 'vs. previous week',
    counted: (count: number, of: number) => `${count} of ${of} counted`,
    ratio: 'Attainment',
    due: 'Target to date',
    reached: 'Productions above target',
    missed: (names: string) => `Below: ${names}`,
    allReached: 'All on target',
    low: 'Low occupancy next week',
    under: (share: string) => `under ${share}`,
    noLow: 'None are low',
    thisMonth: 'This month',
    soFar: 'so far',
    change: 'vs. last month',
    best: 'Best month',
    total: 'Total revenue',
    ofTarget: (won: string) => `Total target ${won}`,
    recordDay: 'Record-date revenue',
    dayTarget: (won: string) => `Day’s target ${won}`,
  },
});

/** Last week against target and against the week before, and how much of next week sells badly. */
export function WeekFigures() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const format = useFormat();
  const [lowThreshold] = useLowThreshold();
  const { report, source } = useScopedReport('plays/weekly-overview');
  const overview = report.data;
  const outlook = useScopedReport('plays/outlook', { lowThreshold }).report.data;
  const overall = overview?.overall;
  const judged = (overview?.items ?? []).filter(({ dueRatio }) => dueRatio !== null);
  const missed = judged.filter(({ dueRatio }) => !reaches(dueRatio, 1));
  const lows = (outlook?.items ?? [])
    .map(({ productionName, performances }) => ({
      productionName,
      count: performances.filter(({ low, week }) => low && week === 'next').length,
    }))
    .filter(({ count }) => count > 0);
  const lowCount = lows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Figures columns={4} source={source}>
      <Figure
        label={t.revenue}
        period={overall && format.range({ from: overall.weekStart, to: overall.weekEnd })}
        value={<FieldValue of={overall} field="revenueKrw" />}
        note={
          <>
            {t.before} <FieldValue of={overall} field="changeRatio" />
          </>
        }
        after={overall !== undefined && t.counted(overall.counted, overall.productions)}
      />
      <Figure
        label={t.ratio}
        value={<FieldValue of={overall} field="dueRatio" />}
        after={
          <>
            {t.due} <FieldValue of={overall} field="dueTargetKrw" />
          </>
        }
      >
        <Bullet value={overall?.dueRatio ?? null} plan={1} scale={1.3} label={t.ratio} />
      </Figure>
      <Figure
        label={t.reached}
        value={<OutOf count={overview && judged.length - missed.length} of={overview && judged.length} />}
        note={
          missed.length === 0
            ? judged.length > 0 && t.allReached
            : t.missed(missed.map(({ productionName }) => productionName).join(', '))
        }
      />
      <Figure
        label={t.low}
        period={t.under(percent(lowThreshold, 0))}
        value={
          outlook === undefined ? (
            '–'
          ) : (
            <span className={lowCount > 0 ? 'behind' : ''}>{s.times(lowCount)}</span>
          )
        }
        note={
          lows.length === 0
            ? outlook !== undefined && t.noLow
            : lows.map(({ productionName, count }) => `${productionName} ${count}`).join(' · ')
        }
      />
    </Figures>
  );
}

/** Why the share of a week is not known. */
export function NoShare({ row }: { row: TableRow<'plays/weekly-overview', 'items'> }) {
  const s = useMessages(shared);
  const { shown } = useScope();
  const { recordDate, productionCode, weekEnd } = row;
  const runStart = shown.find(({ code }) => code === productionCode)?.runStart ?? null;
  const opens = runStart !== null && runStart > weekEnd;
  return (
    <span className="caption quiet">
      {recordDate === null ? s.noData : opens ? s.notOpen : s.noPerformance}
    </span>
  );
}

/** The present month so far, and the best one. */
export function MonthFigures() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const { report, source } = useScopedReport('plays/monthly');
  const items = report.data?.items ?? [];
  const present = items.find(({ month }) => month === asOf.slice(0, 7));
  const [best] = items
    .filter(({ revenueKrw }) => (revenueKrw ?? 0) > 0)
    .toSorted((a, b) => (b.revenueKrw ?? 0) - (a.revenueKrw ?? 0));
  return (
    <Figures columns={2} source={source}>
      <Figure
        label={t.thisMonth}
        period={`${format.month(asOf.slice(0, 7))} ${t.soFar}`}
        value={<FieldValue of={present} field="revenueKrw" />}
        note={
          present !== undefined && (
            <>
              {t.change} <MonthChange of={present} />
            </>
          )
        }
      />
      <Figure
        label={t.best}
        value={<FieldValue of={best} field="revenueKrw" />}
        note={best !== undefined && format.month(best.month)}
      />
    </Figures>
  );
}

/** How far all productions are, in total and on their record dates. */
export function ProgressFigures() {
  const t = useMessages(words);
  const format = useFormat();
  const { report, source } = useScopedReport('plays/revenue');
  const overall = report.data?.overall;
  return (
    <Figures columns={2} source={source}>
      <Figure
        label={t.total}
        value={<FieldValue of={overall} field="totalRevenueKrw" />}
        after={overall !== undefined && t.ofTarget(format.shortWon(overall.totalTargetKrw))}
      >
        <Bullet value={overall?.totalRatio ?? null} label={t.total} />
      </Figure>
      <Figure
        label={t.recordDay}
        value={<FieldValue of={overall} field="recordDateRevenueKrw" />}
        after={
          overall !== undefined && (
            <>
              {t.dayTarget(format.shortWon(overall.recordDateTargetKrw))} ·{' '}
              <FieldValue of={overall} field="recordDateRatio" />
            </>
          )
        }
      >
        <Bullet value={overall?.recordDateRatio ?? null} plan={1} scale={1.3} label={t.recordDay} />
      </Figure>
    </Figures>
  );
}
