import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Percent, Points, Rate, Won, Attainment } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { scaleOf, ShareScale, ShareScaleKey } from '@/components/figures/ShareScale';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { gapOf, ratioOf, sumOf } from '@/lib/sums';
import { useFormat } from '@/lib/useFormat';
import { plays } from '../categories';
import { useLowThreshold } from '../hooks/useLowThreshold';
import { words as shared } from '../words';
import { OutlookPanel } from './OutlookPanel';
import { WeeklyCasts } from './WeeklyCasts';
import { WeeklyOccupancy } from './WeeklyOccupancy';

const words = defineMessages({
  ko: {
    revenue: '지난주 매출',
    before: '그 전주보다',
    ratio: '목표 달성률',
    target: (won: string) => `목표 ${won}보다`,
    reached: '목표를 넘긴 공연',
    missed: (names: string) => `못 미침: ${names}`,
    allReached: '모두 넘겼습니다',
    low: '다음 주 낮은 회차',
    under: (share: string) => `${share} 미만`,
    noLow: '낮은 회차가 없습니다',
    table: '주간 개요',
    caption: '지난주와 그 전주',
    target2: '목표 점유율',
    actual: '실제',
    scale: '목표에서 실제',
    gap: '차이',
    weekBefore: '그 전주',
  },
  en: {
    revenue: "Last week's revenue",
    before: 'against the week before',
    ratio: 'Attainment',
    target: (won: string) => `Target ${won},`,
    reached: 'Productions above target',
    missed: (names: string) => `Below: ${names}`,
    allReached: 'All of them',
    low: 'Low next week',
    under: (share: string) => `under ${share}`,
    noLow: 'None is low',
    table: 'Weekly overview',
    caption: 'Last week and the one before',
    target2: 'Target share',
    actual: 'Actual',
    scale: 'Target to actual',
    gap: 'Gap',
    weekBefore: 'Week before',
  },
});

type Item = ReportAnswer<'plays/weekly-overview'>['items'][number];

/** Last week against target and against the week before, then what comes. */
export function OverviewTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query, shown } = useScope(plays);
  const [lowThreshold] = useLowThreshold();
  const overview = useReport('plays/weekly-overview', query);
  const outlook = useReport('plays/outlook', { ...query, lowThreshold });
  const items = overview.data?.items ?? [];
  const [first] = items;
  const week = first === undefined ? undefined : format.range({ from: first.weekStart, to: first.weekEnd });

  const revenue = sumOf(items, ({ revenueKrw }) => revenueKrw);
  const target = sumOf(items, ({ targetKrw }) => targetKrw);
  const previous = sumOf(items, ({ previousRevenueKrw }) => previousRevenueKrw);
  const ratio = ratioOf(revenue, target);
  const judged = items.filter(({ targetRatio }) => targetRatio !== null);
  const missed = judged.filter(({ targetRatio }) => (targetRatio ?? 0) < 1);
  const lows = (outlook.data?.items ?? [])
    .map(({ productionName, performances }) => ({
      productionName,
      count: performances.filter(({ low, week: of }) => low && of === 'next').length,
    }))
    .filter(({ count }) => count > 0);
  const lowCount = lows.reduce((sum, { count }) => sum + count, 0);

  const scale = scaleOf(items.flatMap(({ targetShare, actualShare }) => [targetShare, actualShare]));
  const whyNoShare = ({ recordDate, productionCode, weekEnd }: Item) => {
    if (recordDate === null) return s.noData;
    const runStart = shown.find(({ code }) => code === productionCode)?.runStart;
    return runStart !== null && runStart !== undefined && runStart > weekEnd ? s.notOpen : s.noPerformance;
  };

  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure
          label={t.revenue}
          period={week}
          value={<Won value={revenue} />}
          note={
            <>
              <Rate value={ratioOf(gapOf(revenue, previous), previous)} /> {t.before}
            </>
          }
        />
        <Figure
          label={t.ratio}
          value={<Percent value={ratio} />}
          after={
            <>
              {t.target(format.shortWon(target))} <Won value={gapOf(revenue, target)} signed judged />
            </>
          }
        >
          <Bullet value={ratio} plan={1} scale={1.3} label={t.ratio} />
        </Figure>
        <Figure
          label={t.reached}
          value={
            <>
              {judged.length - missed.length}
              <span className="second"> / {judged.length}</span>
            </>
          }
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
            outlook.data === undefined ? (
              '–'
            ) : (
              <span className={lowCount > 0 ? 'behind' : ''}>{s.times(lowCount)}</span>
            )
          }
          note={
            lows.length === 0
              ? outlook.data !== undefined && t.noLow
              : lows.map(({ productionName, count }) => `${productionName} ${count}`).join(' · ')
          }
        />
      </Figures>
      <ReportPanel
        title={t.table}
        caption={t.caption}
        report={overview}
        legend={<ShareScaleKey />}
        download={{ report: 'plays/weekly-overview', query }}
      >
        {() => (
          <ReportTable
            caption={t.table}
            rows={items}
            rowKey={({ productionCode }) => productionCode}
            initialSort={{ key: 'revenueKrw', descending: true }}
            columns={[
              'productionName',
              { field: 'targetShare', label: t.target2, quiet: true },
              { field: 'actualShare', label: t.actual, strong: true },
              {
                key: 'scale',
                label: t.scale,
                hint: `${percent(scale.from, 0)}–${percent(scale.to, 0)}`,
                cell: (row) =>
                  row.actualShare === null ? (
                    <span className="caption quiet">{whyNoShare(row)}</span>
                  ) : (
                    <ShareScale target={row.targetShare} actual={row.actualShare} scale={scale} />
                  ),
              },
              {
                key: 'shareGap',
                label: t.gap,
                align: 'right',
                value: ({ shareGap }) => shareGap,
                cell: ({ shareGap }) => <Points value={shareGap} />,
                phone: 'second',
              },
              { field: 'targetKrw', quiet: true, sum: true },
              { field: 'revenueKrw', strong: true, sum: true, phone: 'main' },
              {
                key: 'targetRatio',
                label: label('column', 'targetRatio'),
                align: 'right',
                value: ({ targetRatio }) => targetRatio,
                cell: ({ targetRatio }) => <Attainment value={targetRatio} />,
                footer: <Attainment value={ratio} />,
                phone: 'second',
              },
              { field: 'previousRevenueKrw', label: t.weekBefore, quiet: true, sum: true },
              { field: 'changeKrw', sum: true },
              {
                field: 'changeRatio',
                footer: <Rate value={ratioOf(gapOf(revenue, previous), previous)} />,
                phone: 'second',
              },
            ]}
          />
        )}
      </ReportPanel>
      <div className="panels halves">
        <OutlookPanel report={outlook} query={{ ...query, lowThreshold }} />
        <WeeklyOccupancy />
      </div>
      <WeeklyCasts />
    </div>
  );
}
