import { MarketingEffectView } from '@/components/reports/MarketingEffectView';
import { TabbedReport } from '@/components/reports/TabbedReport';
import { TargetsView } from '@/components/reports/TargetsView';
import { useScope } from '@/components/reports/useScope';
import { useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { plays } from './categories';
import { CastsTab } from './components/CastsTab';
import { MonthlyTab } from './components/MonthlyTab';
import { OccupancyTab } from './components/OccupancyTab';
import { OutlookTab } from './components/OutlookTab';
import { OverviewTab } from './components/OverviewTab';
import { ProductionsTab } from './components/ProductionsTab';
import { ProfitTab } from './components/ProfitTab';
import { WeeklyTab } from './components/WeeklyTab';
import { words } from './words';

/** Plays and musicals: every report of theirs, one tab per question. */
export function Page() {
  const t = useMessages(words);
  const { plays: title } = useMessages(entryNames);
  const { shown } = useScope(plays);
  const of = (wanted: string) => shown.filter(({ category }) => category === wanted).length;
  return (
    <TabbedReport
      title={title}
      subtitle={t.subtitle(of('play'), of('musical'))}
      path="/plays"
      categories={plays}
      tabs={[
        { name: 'overview', text: t.overview, View: OverviewTab, period: 'week' },
        { name: 'monthly', text: t.monthly, View: MonthlyTab },
        { name: 'weekly', text: t.weekly, View: WeeklyTab, period: 'all' },
        { name: 'productions', text: t.productions, View: ProductionsTab },
        { name: 'occupancy', text: t.occupancy, View: OccupancyTab, period: 'all' },
        { name: 'casts', text: t.casts, View: CastsTab, period: 'week' },
        { name: 'outlook', text: t.outlook, View: OutlookTab, period: 'week' },
        { name: 'profit', text: t.profit, View: ProfitTab },
        { name: 'targets', text: t.targets, View: PlaysTargets, period: 'all' },
        { name: 'marketing', text: t.marketing, View: PlaysMarketing, period: 'all' },
      ]}
    />
  );
}

function PlaysTargets() {
  return <TargetsView categories={plays} />;
}

function PlaysMarketing() {
  return <MarketingEffectView categories={plays} />;
}
