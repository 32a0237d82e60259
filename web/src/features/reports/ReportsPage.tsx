import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { catalogue, isReport } from '@/api/catalogue';
import type { Category } from '@/api/productions';
import { AppLink } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { Skeleton } from '@/components/states/Skeleton';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { entryNames } from '@/lib/navigation';
import { AnyReport } from './AnyReport';
import styles from './ReportsPage.module.css';

const words = defineMessages({
  ko: {
    subtitle: '모든 보고서를 표와 차트로 보고 내려받습니다',
    all: '모든 공연',
    unknown: '이 이름의 보고서가 없습니다.',
    back: '보고서 목록',
  },
  en: {
    subtitle: 'Every report as table, chart and download',
    all: 'All productions',
    unknown: 'No report with this name.',
    back: 'All reports',
  },
});

// What says more than its tables has a page of its own.
const Scorecard = lazy(async () => ({ default: (await import('./foresight/Scorecard')).Scorecard }));

/** Every report of the catalogue, and each of them by its name. */
export function Page() {
  const t = useMessages(words);
  const { reports: title } = useMessages(entryNames);
  const { '*': name = '' } = useParams();
  if (name === 'forecast-scorecard')
    return (
      <Suspense fallback={<Skeleton height={480} />}>
        <Scorecard />
      </Suspense>
    );
  if (isReport(name)) return <AnyReport key={name} name={name} />;
  if (name === '') return <ReportList />;
  return (
    <>
      <PageHeader title={title} live={false} />
      <EmptyState action={<AppLink to="/reports">{t.back}</AppLink>}>{t.unknown}</EmptyState>
    </>
  );
}

function ReportList() {
  const t = useMessages(words);
  const label = useLabels();
  const say = usePair();
  const { reports: title } = useMessages(entryNames);
  const groups = Object.entries(catalogue).reduce((found, [name, report]) => {
    const key = report.categories.toSorted().join(' ');
    return found.set(key, [...(found.get(key) ?? []), { name, ...report }]);
  }, new Map<string, ({ name: string } & (typeof catalogue)[keyof typeof catalogue])[]>());
  return (
    <>
      <PageHeader title={title} subtitle={t.subtitle} live={false} />
      <div className="stack">
        {[...groups].map(([key, reports]) => {
          const categories = key.split(' ') as Category[];
          return (
            <Panel
              key={key}
              title={
                categories.length > 2
                  ? t.all
                  : categories.map((category) => label('choice', category)).join('·')
              }
            >
              <ul className={styles['list']}>
                {reports.map((report) => (
                  <li key={report.name}>
                    <AppLink to={`/reports/${report.name}`}>{say(report.title)}</AppLink>
                    <span className="caption second">{say(report.description)}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          );
        })}
      </div>
    </>
  );
}
