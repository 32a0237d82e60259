import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Inbox, Pause, Pencil, Play, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { sourcesQuery, useDeleteSource, useRunSource, useSourceState } from '@/api/collection';
import type { Source } from '@/api/collection';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { Chip } from '@/components/figures/Chip';
import { Panel } from '@/components/layout/Panel';
import { useSay } from '@/components/layout/Notices';
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
import { useRefusal } from './refusals';
import { RunDialog } from './RunDialog';
import { SourceDialog } from './SourceDialog';
import { words } from './words';

/** Where figures come from, how each is, and what one may do with it. */
export function SourcesPanel() {
  const t = useMessages(words);
  const query = useQuery(sourcesQuery);
  const [editing, setEditing] = useState<Source | 'new'>();
  return (
    <Panel
      title={t.sources}
      busy={query.isFetching && !query.isPending}
      actions={
        <Button icon={<Plus aria-hidden />} small onClick={() => setEditing('new')}>
          {t.create}
        </Button>
      }
    >
      <QueryView
        query={query}
        isEmpty={(sources) => sources.length === 0}
        empty={<EmptyState icon={<Inbox aria-hidden />}>{t.none}</EmptyState>}
      >
        {(sources) => <Sources of={sources} onEdit={setEditing} />}
      </QueryView>
      {editing !== undefined && (
        <SourceDialog of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Panel>
  );
}

function Sources({ of: sources, onEdit }: { of: readonly Source[]; onEdit: (source: Source) => void }) {
  const t = useMessages(words);
  const names = useNames();
  const format = useFormat();
  const productions = useProductions();
  const when = (at: string | null) => (isInstant(at) ? format.dayTime(at) : t.never);
  const columns: readonly Column<Source>[] = [
    { key: 'name', label: t.name, value: ({ name }) => name, phone: 'name' },
    { key: 'kind', label: t.kind, value: ({ kind }) => names.kind(kind) },
    {
      key: 'production',
      label: t.production,
      value: ({ productionId }) => productions.find(({ id }) => id === productionId)?.name ?? t.anyProduction,
      phone: 'second',
      spare: true,
    },
    {
      key: 'state',
      label: t.state,
      value: ({ state }) => state,
      cell: (source) => <State of={source} />,
      phone: 'main',
    },
    {
      key: 'success',
      label: t.lastSuccess,
      value: ({ lastSuccessAt }) => lastSuccessAt,
      cell: ({ lastSuccessAt }) => when(lastSuccessAt),
      phone: 'second',
    },
    {
      key: 'next',
      label: t.nextRun,
      value: ({ nextRunAt }) => nextRunAt,
      cell: ({ nextRunAt }) => (isInstant(nextRunAt) ? format.dayTime(nextRunAt) : t.manual),
      phone: 'hidden',
    },
    {
      key: 'actions',
      label: t.actions,
      labelHidden: true,
      align: 'right',
      cell: (source) => <Actions of={source} onEdit={() => onEdit(source)} />,
      phone: 'second',
    },
  ];
  return (
    <DataTable
      caption={t.sources}
      columns={columns}
      rows={sources}
      rowKey={({ id }) => id}
      sortParam="sources"
    />
  );
}

function State({ of: { state, message, until } }: { of: Source }) {
  const t = useMessages(words);
  const names = useNames();
  const language = useLanguage();
  const { dayTime } = useFormat();
  return (
    <span className={styles['state']}>
      <Chip tone={toneOf(state)}>{names.source(state)}</Chip>
      {message !== null && <span className="caption quiet">{message[language]}</span>}
      {isInstant(until) && <span className="caption quiet">{t.until(dayTime(until))}</span>}
    </span>
  );
}

function Actions({ of: source, onEdit }: { of: Source; onEdit: () => void }) {
  const t = useMessages(words);
  const say = useSay();
  const refusal = useRefusal();
  const [removing, setRemoving] = useState(false);
  const [shown, setShown] = useState<string>();
  const run = useRunSource();
  const state = useSourceState();
  const remove = useDeleteSource();
  // One that is blocked goes on by itself.
  const rests = ['paused', 'stopped'].includes(source.state);
  const begin = (isTest: boolean) =>
    run.mutate(
      { id: source.id, isTest },
      {
        onSuccess: ({ id }) => {
          say(t.started);
          setShown(id);
        },
      },
    );
  const problem = run.error ?? state.error;
  return (
    <>
      <span className={styles['actions']}>
        <Button
          kind="quiet"
          small
          icon={<Play />}
          label={t.run}
          busy={run.isPending}
          onClick={() => begin(false)}
        />
        <Button
          kind="quiet"
          small
          icon={<FlaskConical />}
          label={t.test}
          busy={run.isPending}
          onClick={() => begin(true)}
        />
        <Button
          kind="quiet"
          small
          icon={rests ? <RotateCcw /> : <Pause />}
          label={rests ? t.resume : t.pause}
          busy={state.isPending}
          onClick={() => state.mutate({ id: source.id, goesOn: rests })}
        />
        <Button kind="quiet" small icon={<Pencil />} label={t.edit} onClick={onEdit} />
        <Button kind="quiet" small icon={<Trash2 />} label={t.remove} onClick={() => setRemoving(true)} />
      </span>
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {refusal(problem)}
        </p>
      )}
      {shown !== undefined && <RunDialog id={shown} onClose={() => setShown(undefined)} />}
      {removing && (
        <ConfirmDialog
          title={t.removeTitle(source.name)}
          verb={t.remove}
          danger
          onConfirm={async () => {
            await remove.mutateAsync(source.id);
            say(t.removed);
          }}
          onClose={() => setRemoving(false)}
        >
          {t.removeHelp}
        </ConfirmDialog>
      )}
    </>
  );
}
