import type { ReactNode } from 'react';
import { EmptyState } from '@/components/states/EmptyState';
import { ErrorState } from '@/components/states/ErrorState';
import type { QueryLike } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

const words = defineMessages({
  ko: { empty: '이 기간에 그릴 자료가 없습니다. 기간이나 공연을 바꾸면 보일 수 있습니다.' },
  en: { empty: 'No data for this period. Try another period or other productions.' },
});

/** The query that a chart is drawn from. */
export type ChartQuery = QueryLike<unknown> & { readonly isFetching: boolean };

/** What stands in a chart's place, as tall as the chart: while it is read, when that fails, when there is nothing. */
export function chartState(report: ChartQuery, empty: boolean, height: number): ReactNode {
  if (report.data !== undefined && !empty) return undefined;
  return <ChartState report={report} height={height} />;
}

function ChartState({ report, height }: { report: ChartQuery; height: number }) {
  const t = useMessages(words);
  if (report.data === undefined && report.error === null) return <Skeleton height={height} />;
  return (
    <div style={{ minHeight: height }}>
      {report.data === undefined ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <EmptyState>{t.empty}</EmptyState>
      )}
    </div>
  );
}
