import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { productionsQuery } from '@/api/productions';
import type { Category } from '@/api/productions';
import { PeriodPicker } from '@/components/controls/PeriodPicker';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { TabsNav } from '@/components/controls/TabsNav';
import { AppLink } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { ErrorBoundary } from '@/components/states/ErrorBoundary';
import type { Preset } from '@/lib/period';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import type { Pair } from '@/lib/i18n/pair';
import { PageScope } from './PageScope';
import { useScope } from './useScope';
import { WeekStepper } from './WeekStepper';

const words = defineMessages({
  ko: {
    tabs: (title: string) => `${title} 보기`,
    none: '진행 중인 공연이 없습니다. 공연을 만들거나 볼 권한을 받으면 보고서가 여기에 보입니다.',
    home: '오늘로 가기',
  },
  en: {
    tabs: (title: string) => `Views of ${title}`,
    none: 'No active productions. Reports appear here once there is one you can see.',
    home: 'Go to Today',
  },
});

/** A tab of a page of reports. */
export interface ReportTab {
  readonly name: string;
  readonly text: Pair;
  /** Its panels: figures, charts and tables of reports, for the productions of the page. */
  readonly content: ReactNode;
  /** Whether the tab has a period, and which one until somebody chooses; `week` steps the day that is looked at. */
  readonly period?: Preset | 'week';
}

/** A page of reports: its head with period and productions, its tabs, and the tab that the address names. */
export function TabbedReport({
  title,
  subtitle,
  path,
  categories,
  tabs,
}: {
  title: string;
  subtitle: ReactNode;
  path: string;
  categories: readonly Category[];
  tabs: readonly ReportTab[];
}) {
  const t = useMessages(words);
  const say = usePair();
  const { tab: name } = useParams();
  const { search } = useLocation();
  const { data: productions } = useQuery(productionsQuery);
  const { shown } = useScope(categories);
  const tab = tabs.find((one) => one.name === name);
  const tabText = tab === undefined ? undefined : say(tab.text);
  useEffect(() => {
    if (tabText !== undefined) document.title = `${tabText} · ${title} · Fullhouse`;
  }, [tabText, title]);

  const [standard] = tabs;
  if (tab === undefined || standard === undefined) {
    return <Navigate replace to={{ pathname: `${path}/${standard?.name ?? ''}`, search }} />;
  }
  const empty = productions !== undefined && shown.length === 0;
  const { content, period } = tab;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={subtitle}
        actions={
          !empty && (
            <>
              {period === 'week' ? (
                <WeekStepper />
              ) : (
                period !== undefined && <PeriodPicker standard={period} />
              )}
              <ProductionPicker categories={categories} />
            </>
          )
        }
      />
      <TabsNav
        label={t.tabs(title)}
        tabs={tabs.map((one) => ({ to: `${path}/${one.name}`, text: say(one.text) }))}
      />
      {empty ? (
        <EmptyState action={<AppLink to="/">{t.home}</AppLink>}>{t.none}</EmptyState>
      ) : (
        <ErrorBoundary key={tab.name}>
          <PageScope categories={categories} period={period === 'week' ? undefined : period}>
            <div className="stack">{content}</div>
          </PageScope>
        </ErrorBoundary>
      )}
    </>
  );
}
