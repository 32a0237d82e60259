import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Points, Rate, Won, Attainment } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { scaleOf, ShareScale, ShareScaleKey } from '@/components/figures/ShareScale';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
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
    before: '전주 대비',
    counted: (count: number, of: number) => `${of}편 가운데 ${count}편 집계`,
    ratio: '목표 달성률',
    due: '기준일까지 목표',
    reached: '목표 달성 공연',
    missed: (names: string) => `미달: ${names}`,
    allReached: '모두 달성',
    low: '다음 주 예매 저조 회차',
    under: (share: string) => `${share} 미만`,
    noLow: '예매 저조 회차가 없습니다',
    table: '주간 개요',
    caption: '지난주와 전주 대비',
    target2: '목표 점유율',
    actual: '실제',
    scale: '목표에서 실제',
    gap: '차이',
    weekBefore: '전주',
  },
  en: {
    revenue: "Last week's revenue",
    before: 'Against the week before',
    counted: (count: number, of: number) => `${count} of ${of} counted`,
    ratio: 'Attainment',
    due: 'Due target',
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

  const overall = overview.data?.overall;
  const judged = items.filter(({ dueRatio }) => dueRatio !== null);
  const missed = judged.filter(({ dueRatio }) => (dueRatio ?? 0) < 1);
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
          value={<Won value={overall?.revenueKrw} />}
          note={
            <>
              {t.before} <Rate value={overall?.changeRatio} />
            </>
          }
          after={overall !== undefined && t.counted(overall.counted, overall.productions)}
        />
        <Figure
          label={t.ratio}
          value={<Attainment value={overall?.dueRatio} />}
          after={
            <>
              {t.due} <Won value={overall?.dueTargetKrw} />
            </>
          }
        >
          <Bullet value={overall?.dueRatio ?? null} plan={1} scale={1.3} label={t.ratio} />
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
              { field: 'targetKrw', quiet: true, footer: <Won value={overall?.targetKrw} /> },
              {
                field: 'revenueKrw',
                strong: true,
                footer: <Won value={overall?.revenueKrw} />,
                phone: 'main',
              },
              {
                key: 'dueRatio',
                label: label('column', 'dueRatio'),
                align: 'right',
                value: ({ dueRatio }) => dueRatio,
                cell: ({ dueRatio }) => <Attainment value={dueRatio} />,
                footer: <Attainment value={overall?.dueRatio} />,
                phone: 'second',
              },
              {
                field: 'previousRevenueKrw',
                label: t.weekBefore,
                quiet: true,
                footer: <Won value={overall?.previousRevenueKrw} />,
              },
              { field: 'changeKrw', footer: <Won value={overall?.changeKrw} signed /> },
              {
                field: 'changeRatio',
                footer: <Rate value={overall?.changeRatio} />,
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
