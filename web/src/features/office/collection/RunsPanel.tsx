import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { runsQuery } from '@/api/collection';
import type { Run } from '@/api/collection';
import { Button } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/columns';
import { isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useFormat } from '@/lib/useFormat';
import styles from './collection.module.css';
import { toneOf, useNames } from './names';
import { RunDialog } from './RunDialog';
import { words } from './words';

/** What has run, the newest first. */
export function RunsPanel() {
  const t = useMessages(words);
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<string>();
  const query = useQuery(runsQuery({ page }));
  return (
    <Panel title={t.runs} busy={query.isFetching && !query.isPending}>
      <QueryView
        query={query}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState icon={<History aria-hidden />}>{t.noRuns}</EmptyState>}
      >
        {({ items, total, perPage }) => (
          <>
            <Runs of={items} onOpen={setShown} />
            {total > perPage && (
              <div className={styles['actions']}>
                <Button small disabled={page === 1} onClick={() => setPage(page - 1)}>
                  {t.newer}
                </Button>
                <Button small disabled={page * perPage >= total} onClick={() => setPage(page + 1)}>
                  {t.older}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryView>
      {shown !== undefined && <RunDialog id={shown} onClose={() => setShown(undefined)} />}
    </Panel>
  );
}

function Runs({ of: runs, onOpen }: { of: readonly Run[]; onOpen: (id: string) => void }) {
  const t = useMessages(words);
  const names = useNames();
  const language = useLanguage();
  const format = useFormat();
  const columns: readonly Column<Run>[] = [
    {
      key: 'source',
      label: t.sources,
      cell: (run) => (
        <Button kind="quiet" small onClick={() => onOpen(run.id)}>
          {run.sourceName}
        </Button>
      ),
      phone: 'name',
    },
    {
      key: 'started',
      label: t.started_,
      cell: ({ startedAt, slot }) => {
        const at = startedAt ?? slot;
        return isInstant(at) ? format.dayTime(at) : at;
      },
      phone: 'second',
    },
    { key: 'trigger', label: t.trigger, cell: ({ trigger }) => names.trigger(trigger), phone: 'hidden' },
    {
      key: 'state',
      label: t.state,
      cell: ({ state, dryRun }) => (
        <span className={styles['head']}>
          <Chip tone={toneOf(state)}>{names.run(state)}</Chip>
          {dryRun && <Chip tone="outlined">{t.dry}</Chip>}
        </span>
      ),
      phone: 'main',
    },
    { key: 'result', label: t.result, cell: ({ message }) => message?.[language] ?? '', phone: 'second' },
  ];
  return (
    <DataTable
      caption={t.runs}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      sortParam="runs"
      onOpen={({ id }) => onOpen(id)}
    />
  );
}
