import { Bullet } from '@/components/figures/Bullet';
import { ColumnsOf, LinesOf } from '@/components/reports/ChartsOf';
import { ForecastTable } from '@/components/reports/ForecastTable';
import { MarketingEffectView } from '@/components/reports/MarketingEffectView';
import { TabbedReport } from '@/components/reports/TabbedReport';
import type { ReportTab } from '@/components/reports/TabbedReport';
import { TableOf } from '@/components/reports/TableOf';
import { TargetsView } from '@/components/reports/TargetsView';
import { useScope } from '@/components/reports/useScope';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { entryNames } from '@/lib/navigation';
import { concerts } from './categories';
import { BreakEvenTab } from './components/BreakEvenTab';
import {
  LastDays,
  LastSaleDays,
  MarketingWeek,
  SalesFigures,
  StandingFigures,
} from './components/ConcertFigures';
import { ConcertProfit } from './components/ConcertProfit';
import { ConcertWeeks, soldColumns } from './tables';
import { concertTabs } from './tabs';
import { words } from './words';

const each = { ko: '콘서트별 매출', en: 'Revenue by concert' };

/** All concerts together over time; the server adds them up. */
function Together({ grain }: { grain: 'day' | 'week' | 'month' }) {
  const titles = {
    day: { ko: '일별 매출', en: 'Revenue by day' },
    week: { ko: '주간 매출', en: 'Revenue by week' },
    month: { ko: '월별 매출', en: 'Revenue by month' },
  };
  return (
    <ColumnsOf
      report="target-vs-actual"
      table="overall"
      own={{ grain }}
      title={titles[grain]}
      value="revenueKrw"
      category="concert"
      gaps
      dense
      sortParam="chart"
      columns={[
        'period',
        { field: 'revenueKrw', strong: true, phone: 'main' },
        { field: 'targetKrw', quiet: true },
      ]}
    />
  );
}

const tabs: readonly ReportTab[] = [
  {
    name: 'overview',
    text: concertTabs.overview,
    content: (
      <>
        <StandingFigures />
        <LastSaleDays />
        <LastDays />
        <div className="panels halves">
          <TableOf
            report="concerts/target-sales"
            sortParam="targets"
            columns={[
              'productionName',
              { field: 'targetKrw', quiet: true },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              {
                key: 'bullet',
                label: { ko: '달성률', en: 'Attainment' },
                labelHidden: true,
                cell: ({ ratio }) => <Bullet value={ratio} label={percent(ratio)} width={90} />,
              },
              { field: 'ratio', quiet: true },
              { field: 'dueRatio', phone: 'second' },
            ]}
          />
          <MarketingWeek />
        </div>
      </>
    ),
  },
  {
    name: 'daily',
    text: concertTabs.daily,
    period: 'last30',
    content: (
      <>
        <SalesFigures />
        <Together grain="day" />
        <LinesOf
          report="concerts/daily"
          title={each}
          value="revenueKrw"
          apart
          gaps
          columns={['productionName', 'day', ...soldColumns]}
        />
        <TableOf
          report="concerts/daily"
          dense
          find
          sort={{ key: 'day', descending: true }}
          columns={['productionName', { field: 'day', phone: 'second' }, ...soldColumns]}
        />
      </>
    ),
  },
  {
    name: 'weekly',
    text: concertTabs.weekly,
    period: 'all',
    content: (
      <>
        <SalesFigures />
        <Together grain="week" />
        <LinesOf
          report="concerts/weekly"
          title={each}
          value="revenueKrw"
          apart
          gaps
          columns={['productionName', 'weekStart', ...soldColumns]}
        />
        <ConcertWeeks />
      </>
    ),
  },
  {
    name: 'monthly',
    text: concertTabs.monthly,
    period: 'all',
    content: (
      <>
        <SalesFigures />
        <Together grain="month" />
        <LinesOf
          report="concerts/monthly"
          title={each}
          value="revenueKrw"
          apart
          columns={['productionName', 'month', ...soldColumns]}
        />
        <TableOf
          report="concerts/monthly"
          find
          sort={{ key: 'month', descending: true }}
          columns={['productionName', { field: 'month', phone: 'second' }, ...soldColumns]}
        />
      </>
    ),
  },
  { name: 'break-even', text: concertTabs['break-even'], content: <BreakEvenTab /> },
  {
    name: 'profit',
    text: concertTabs.profit,
    content: (
      <>
        <ForecastTable />
        <ConcertProfit />
      </>
    ),
  },
  { name: 'targets', text: concertTabs.targets, period: 'all', content: <TargetsView /> },
  {
    name: 'marketing',
    text: concertTabs.marketing,
    period: 'all',
    content: <MarketingEffectView />,
  },
];

/** Concerts: sales by day, week and month, and how far each is from its break-even. */
export function Page() {
  const t = useMessages(words);
  const { concerts: title } = useMessages(entryNames);
  const { shown } = useScope(concerts);
  return (
    <TabbedReport
      title={title}
      subtitle={t.concerts(shown.length)}
      path="/concerts"
      categories={concerts}
      tabs={tabs}
    />
  );
}
