import type { ReactNode } from 'react';
import { Dialog } from '@/components/controls/Dialog';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import type { QueryLike } from '@/components/states/QueryView';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import styles from './drafts.module.css';
import type { Instant } from '@/lib/days';

const words = defineMessages({
  ko: {
    none: '아직 바뀐 적이 없습니다.',
    somebody: '알 수 없음',
    empty: '(비어 있음)',
    movedIn: '이전 시스템에서 옮김',
  },
  en: {
    none: 'No changes yet.',
    somebody: 'Unknown',
    empty: '(empty)',
    movedIn: 'Migrated from the previous system',
  },
});

/** One text that changed. */
export interface HistoryChange {
  readonly key: string;
  readonly name: ReactNode;
  readonly before: string | null;
  readonly after: string | null;
}

/** What somebody saved at once. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly by: string | undefined;
  /** Whether it was moved in from the predecessor. */
  readonly movedIn: boolean;
  readonly changes: readonly HistoryChange[];
}

/** Who changed what, newest first, with before and after. */
export function HistoryDialog({
  title,
  query,
  onClose,
}: {
  title: string;
  query: QueryLike<readonly HistoryEntry[]>;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  return (
    <Dialog wide title={title} onClose={onClose}>
      <QueryView
        query={query}
        isEmpty={(entries) => entries.length === 0}
        empty={<EmptyState>{t.none}</EmptyState>}
      >
        {(entries) => (
          <ol className={styles['history']}>
            {entries.map(({ at, by, movedIn, changes }, index) => (
              <li key={`${at} ${index}`}>
                <p className="row">
                  <strong>{by ?? (movedIn ? t.movedIn : t.somebody)}</strong>
                  <span className="caption quiet">{format.dayTime(at)}</span>
                </p>
                <ul>
                  {changes.map(({ key, name, before, after }) => (
                    <li key={key}>
                      <span className="second">{name}</span>{' '}
                      <s className="quiet">{before === null || before === '' ? t.empty : before}</s>
                      {' → '}
                      <span>{after === null || after === '' ? t.empty : after}</span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Dialog>
  );
}
