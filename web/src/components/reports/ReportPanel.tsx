import type { ReactNode } from 'react';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import type { QueryLike } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { sourceOf } from '@/api/reports';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { hasRecordDate, itemsOf } from '@/lib/recordDates';
import { RecordDates } from './RecordDates';

const words = defineMessages({
  ko: { empty: '조건에 맞는 자료가 없습니다. 기간이나 공연을 바꾸면 보일 수 있습니다.' },
  en: { empty: 'No data to show. Try another period or other productions.' },
});

/**
 * A panel of one report: its title, the record dates of its rows, the download of its table, and its states while
 * it is read, empty or broken.
 */
export function ReportPanel<T>({
  title,
  caption,
  report,
  download,
  legend,
  actions,
  padded = false,
  rows = 4,
  isEmpty = (data) => itemsOf(data)?.length === 0,
  empty,
  children,
}: {
  title: string;
  caption?: ReactNode;
  report: QueryLike<T> & { isFetching: boolean };
  download?: TableDownload;
  legend?: ReactNode;
  actions?: ReactNode;
  padded?: boolean;
  /** Lines of the skeleton. */
  rows?: number;
  isEmpty?: (data: T) => boolean;
  /** What is said where there is nothing. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const t = useMessages(words);
  const dated = (itemsOf(report.data) ?? []).filter(hasRecordDate);
  return (
    <Panel
      title={title}
      source={download && sourceOf(download.report, download.query)}
      table={download?.table}
      caption={caption}
      padded={padded}
      busy={report.isFetching && report.data !== undefined}
      legend={legend}
      actions={
        <>
          {actions}
          {dated.length > 0 && <RecordDates items={dated} />}
          {download !== undefined && <DownloadMenu of={title} download={download} />}
        </>
      }
    >
      <QueryView
        query={report}
        skeleton={<Skeleton rows={rows} />}
        isEmpty={isEmpty}
        empty={<EmptyState>{empty ?? t.empty}</EmptyState>}
      >
        {children}
      </QueryView>
    </Panel>
  );
}
