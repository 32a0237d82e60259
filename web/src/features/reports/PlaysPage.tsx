import type { TableRow } from '@/api/catalogue';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { scaleOf, ShareScale, ShareScaleKey } from '@/components/figures/ShareScale';
import { ColumnsOf, LinesOf } from '@/components/reports/ChartsOf';
import { ForecastTable } from '@/components/reports/ForecastTable';
import { MarketingEffectView } from '@/components/reports/MarketingEffectView';
import { TableOf } from '@/components/reports/TableOf';
import { TabbedReport } from '@/components/reports/TabbedReport';
import type { ReportTab } from '@/components/reports/TabbedReport';
import { TargetsView } from '@/components/reports/TargetsView';
import { useScope } from '@/components/reports/useScope';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { entryNames } from '@/lib/navigation';
import { plays } from './categories';
import { OutlookTab, OverviewOutlook } from './components/OutlookTab';
import { MonthFigures, NoShare, ProgressFigures, WeekFigures } from './components/PlayFigures';
import { PlayProfit } from './components/PlayProfit';
import { WeeklyCasts } from './components/WeeklyCasts';
import {
  CapacityTable,
  capacityColumns,
  CastTable,
  monthChange,
  PerformanceTable,
  Times,
  WeeklyShares,
} from './tables';
import { playTabs } from './tabs';
import { words } from './words';

const percentScale = ({ from, to }: ReturnType<typeof scaleOf>) => `${percent(from, 0)}–${percent(to, 0)}`;
const noPerformance = { ko: '회차 없음', en: 'No performances' };
const noData = { ko: '자료 없음', en: 'No data' };
const noNote = { ko: '', en: '' };

const attained = [
  { field: 'totalTargetKrw', quiet: true },
  { field: 'totalRevenueKrw', strong: true, phone: 'main' },
  {
    key: 'progress',
    label: { ko: '총목표 진행', en: 'Progress' },
    labelHidden: true,
    cell: ({ totalRatio }: { totalRatio: number | null }) => (
      <Bullet value={totalRatio} label={percent(totalRatio)} width={120} />
    ),
  },
  { field: 'totalRatio', phone: 'second' },
  { field: 'recordDateTargetKrw', quiet: true },
  { field: 'recordDateRevenueKrw', reason: noData },
  { field: 'recordDateRatio', phone: 'second' },
] as const;

/** The share of the performances that were played, or are to be. */
function PartShare({ row, part }: { row: TableRow<'plays/occupancy', 'items'>; part: 'past' | 'future' }) {
  const { paidShare, performances } = row[part];
  return <Times of={{ ...row, paidShare }} field="paidShare" at={`${part}.paidShare`} times={performances} />;
}

const tabs: readonly ReportTab[] = [
  {
    name: 'overview',
    text: playTabs.overview,
    period: 'week',
    content: (
      <>
        <WeekFigures />
        <TableOf
          report="plays/weekly-overview"
          caption={{ ko: '지난주와 전주 대비', en: 'Last week vs. the week before' }}
          legend={<ShareScaleKey />}
          sort={{ key: 'revenueKrw', descending: true }}
          columns={(rows) => {
            const scale = scaleOf(rows.flatMap(({ targetShare, actualShare }) => [targetShare, actualShare]));
            return [
              'productionName',
              { field: 'targetShare', quiet: true },
              { field: 'actualShare', label: { ko: '실제', en: 'Actual' }, strong: true },
              {
                key: 'scale',
                label: { ko: '목표에서 실제', en: 'Target to actual' },
                hint: percentScale(scale),
                cell: (row) =>
                  row.actualShare === null ? (
                    <NoShare row={row} />
                  ) : (
                    <ShareScale target={row.targetShare} actual={row.actualShare} scale={scale} />
                  ),
              },
              { field: 'shareGap', label: { ko: '차이', en: 'Gap' }, phone: 'second' },
              { field: 'targetKrw', quiet: true },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              { field: 'dueRatio', phone: 'second' },
              { field: 'previousRevenueKrw', label: { ko: '전주', en: 'Previous week' }, quiet: true },
              'changeKrw',
              { field: 'changeRatio', phone: 'second' },
            ];
          }}
        />
        <div className="panels halves">
          <OverviewOutlook />
          <WeeklyShares />
        </div>
        <WeeklyCasts />
      </>
    ),
  },
  {
    name: 'monthly',
    text: playTabs.monthly,
    content: (
      <>
        <MonthFigures />
        <div className="panels halves">
          <ColumnsOf
            report="plays/monthly"
            value="revenueKrw"
            caption={{ ko: '연극·뮤지컬 합계, 최근 13개월', en: 'All plays and musicals, last 13 months' }}
            sortParam="chart"
            columns={['month', { field: 'revenueKrw', strong: true, phone: 'main' }]}
          />
          <LinesOf
            report="plays/monthly-by-production"
            value="revenueKrw"
            height={260}
            dense
            sortParam="lines"
            columns={['productionName', 'month', { field: 'revenueKrw', phone: 'main' }]}
          />
        </div>
        <TableOf
          report="plays/monthly"
          title={{ ko: '월별 표', en: 'By month' }}
          sort={{ key: 'month', descending: true }}
          columns={[
            'month',
            { field: 'revenueKrw', strong: true, phone: 'main' },
            'changeKrw',
            monthChange,
            { field: 'note', phone: 'second', reason: noNote },
          ]}
        />
        <TableOf
          report="plays/monthly-by-production"
          find
          sortParam="by"
          sort={{ key: 'month', descending: true }}
          where={({ revenueKrw, changeKrw }) => revenueKrw !== 0 || (changeKrw ?? 0) !== 0}
          columns={[
            'productionName',
            { field: 'month', phone: 'second' },
            { field: 'revenueKrw', strong: true, phone: 'main' },
            'changeKrw',
            monthChange,
            { field: 'note', reason: noNote },
          ]}
        />
      </>
    ),
  },
  {
    name: 'weekly',
    text: playTabs.weekly,
    period: 'all',
    content: (
      <>
        <div className="panels halves">
          <ColumnsOf
            report="plays/weekly-capacity"
            table="overall"
            title={{ ko: '공연 주차별 매출', en: 'Revenue by week of performance' }}
            caption={{
              ko: '그 주에 공연하는 회차의 매출. 빈 막대는 이번 주와 앞으로의 예매분',
              en: 'Performances of that week; hollow bars are booked so far',
            }}
            value="revenueKrw"
            toCome
            height={268}
            sortParam="revenue"
            columns={capacityColumns}
          />
          <LinesOf
            report="plays/weekly-capacity"
            title={{ ko: '주간 유료 판매율', en: 'Paid ratio by week' }}
            caption={{
              ko: '판매 가능 좌석 합계 가운데 유료 좌석. 점유율은 회차별 비율의 평균입니다',
              en: 'Paid seats out of seats offered; occupancy is the average of the performances',
            }}
            value="paidRatio"
            toCome
            find
            sortParam="ratio"
            columns={['productionName', ...capacityColumns]}
          />
        </div>
        <TableOf
          report="plays/weekly-capacity"
          table="overall"
          title={{ ko: '모든 공연', en: 'All productions' }}
          sortParam="all"
          columns={capacityColumns}
        />
        <CapacityTable />
      </>
    ),
  },
  {
    name: 'productions',
    text: playTabs.productions,
    content: (
      <>
        <ProgressFigures />
        <TableOf
          report="plays/revenue"
          sort={{ key: 'totalRevenueKrw', descending: true }}
          columns={[
            'productionName',
            { field: 'recordDate', cell: ({ recordDate }) => <RecordDateChip day={recordDate} /> },
            ...attained,
          ]}
        />
        <TableOf
          report="plays/revenue"
          table="categories"
          title={{ ko: '카테고리별', en: 'By category' }}
          sortParam="categories"
          columns={[
            { field: 'category', cell: ({ category }) => <CategoryMark category={category} named /> },
            ...attained,
          ]}
        />
      </>
    ),
  },
  {
    name: 'occupancy',
    text: playTabs.occupancy,
    period: 'all',
    content: (
      <>
        <TableOf
          report="plays/occupancy"
          caption={{
            ko: '유료 점유율의 평균. 지난 회차와 앞으로의 회차는 기준일로 나눕니다',
            en: 'Average paid shares; past and upcoming are split at the record date',
          }}
          legend={<ShareScaleKey />}
          sort={{ key: 'paidShare', descending: true }}
          columns={(rows) => {
            const scale = scaleOf(rows.flatMap(({ targetShare, paidShare }) => [targetShare, paidShare]));
            return [
              'productionName',
              { field: 'performances', quiet: true },
              { field: 'targetShare', label: { ko: '목표', en: 'Target' }, quiet: true },
              {
                field: 'paidShare',
                label: { ko: '전체 유료', en: 'All (paid)' },
                strong: true,
                phone: 'main',
                reason: noPerformance,
              },
              {
                key: 'scale',
                label: { ko: '목표에서 전체', en: 'Target to all' },
                hint: percentScale(scale),
                cell: (row) => <ShareScale target={row.targetShare} actual={row.paidShare} scale={scale} />,
              },
              { field: 'depositShare', label: { ko: '예매', en: 'Deposit' }, quiet: true },
              { field: 'unpaidShare', label: { ko: '유료−예매', en: 'Paid less deposit' } },
              {
                key: 'past',
                label: { ko: '지난 회차', en: 'Past' },
                align: 'right',
                phone: 'second',
                value: ({ past }) => past.paidShare,
                cell: (row) => <PartShare row={row} part="past" />,
              },
              {
                key: 'future',
                label: { ko: '앞으로 회차', en: 'Upcoming' },
                align: 'right',
                value: ({ future }) => future.paidShare,
                cell: (row) => <PartShare row={row} part="future" />,
              },
            ];
          }}
        />
        <WeeklyShares />
        <PerformanceTable />
      </>
    ),
  },
  {
    name: 'casts',
    text: playTabs.casts,
    period: 'week',
    content: (
      <>
        <WeeklyCasts top={5} more={false} />
        <CastTable />
      </>
    ),
  },
  { name: 'outlook', text: playTabs.outlook, period: 'week', content: <OutlookTab /> },
  {
    name: 'profit',
    text: playTabs.profit,
    content: (
      <>
        <ForecastTable />
        <PlayProfit />
      </>
    ),
  },
  { name: 'targets', text: playTabs.targets, period: 'all', content: <TargetsView /> },
  {
    name: 'marketing',
    text: playTabs.marketing,
    period: 'all',
    content: <MarketingEffectView />,
  },
];

/** Plays and musicals: every report of theirs, one tab per question. */
export function Page() {
  const t = useMessages(words);
  const { plays: title } = useMessages(entryNames);
  const { shown } = useScope(plays);
  const of = (wanted: string) => shown.filter(({ category }) => category === wanted).length;
  return (
    <TabbedReport
      title={title}
      subtitle={t.stage(of('play'), of('musical'))}
      path="/plays"
      categories={plays}
      tabs={tabs}
    />
  );
}
