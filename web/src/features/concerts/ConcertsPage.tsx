import { MarketingEffectView } from '@/components/reports/MarketingEffectView';
import { TabbedReport } from '@/components/reports/TabbedReport';
import { TargetsView } from '@/components/reports/TargetsView';
import { useScope } from '@/components/reports/useScope';
import { useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { concerts } from './categories';
import { BreakEvenTab } from './components/BreakEvenTab';
import { OverviewTab } from './components/OverviewTab';
import { ProfitTab } from './components/ProfitTab';
import { SalesTab } from './components/SalesTab';
import { words } from './words';

/** Concerts: sales by day, week and month, and how far each is from its break-even. */
export function Page() {
  const t = useMessages(words);
  const { concerts: title } = useMessages(entryNames);
  const { shown } = useScope(concerts);
  return (
    <TabbedReport
      title={title}
      subtitle={t.subtitle(shown.length)}
      path="/concerts"
      categories={concerts}
      tabs={[
        { name: 'overview', text: t.overview, View: OverviewTab },
        { name: 'daily', text: t.daily, View: DailyTab, period: 'last30' },
        { name: 'weekly', text: t.weekly, View: WeeklyTab, period: 'all' },
        { name: 'monthly', text: t.monthly, View: MonthlyTab, period: 'all' },
        { name: 'break-even', text: t.breakEven, View: BreakEvenTab },
        { name: 'profit', text: t.profit, View: ProfitTab },
        { name: 'targets', text: t.targets, View: ConcertTargets, period: 'all' },
        { name: 'marketing', text: t.marketing, View: ConcertMarketing, period: 'all' },
      ]}
    />
  );
}

function DailyTab() {
  return <SalesTab grain="day" />;
}

function WeeklyTab() {
  return <SalesTab grain="week" />;
}

function MonthlyTab() {
  return <SalesTab grain="month" />;
}

function ConcertTargets() {
  return <TargetsView categories={concerts} />;
}

function ConcertMarketing() {
  return <MarketingEffectView categories={concerts} />;
}
