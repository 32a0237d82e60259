import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Square } from 'lucide-react';
import { useState } from 'react';
import { isPending, runQuery, sourcesQuery, useCancelRun, useRunSource } from '@/api/collection';
import type { RunDetails, Source } from '@/api/collection';
import { FindingList } from '@/components/collection/FindingList';
import { StepStrip } from '@/components/collection/StepStrip';
import { Button } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { Field } from '@/components/forms/Field';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useRefusal } from '../refusals';
import styles from './recipes.module.css';
import { words } from './words';

/** Tries the saved version with one of its sources, and shows each step as it was. */
export function RecipeTest({ name, unsaved }: { name: string; unsaved: boolean }) {
  const t = useMessages(words);
  const sources = useQuery(sourcesQuery);
  return (
    <Panel title={t.test} caption={t.testHelp} padded>
      <QueryView query={sources}>
        {(all) => {
          const own = all.filter((source) => recipeOf(source) === name);
          return own.length === 0 ? (
            <p>
              {t.testNone} <AppLink to="/office/collection">{t.newSource}</AppLink>
            </p>
          ) : (
            <Trial sources={own} unsaved={unsaved} />
          );
        }}
      </QueryView>
    </Panel>
  );
}

/** The recipe that a source walks. */
function recipeOf({ kind, config }: Source): string | undefined {
  return kind === 'browser' && 'recipe' in config ? config.recipe : undefined;
}

function Trial({ sources, unsaved }: { sources: readonly Source[]; unsaved: boolean }) {
  const t = useMessages(words);
  const refusal = useRefusal();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [runId, setRunId] = useState<string | undefined>(undefined);
  const test = useRunSource();
  const cancel = useCancelRun();
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== undefined });
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  const busy = test.isPending || (run.data !== undefined && isPending(run.data));
  return (
    <>
      <div className={styles['toolbar']}>
        <Field label={t.testSource}>
          {(control) => (
            <select
              {...control}
              className={styles['select']}
              value={source?.id ?? ''}
              disabled={busy}
              onChange={(event) => setChosen(event.target.value)}
            >
              {sources.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button
          kind="primary"
          icon={<FlaskConical aria-hidden />}
          busy={busy}
          disabled={source === undefined}
          onClick={() =>
            source !== undefined &&
            test.mutate({ id: source.id, isTest: true }, { onSuccess: ({ id }) => setRunId(id) })
          }
        >
          {t.testRun}
        </Button>
        {runId !== undefined && busy && (
          <Button icon={<Square aria-hidden />} busy={cancel.isPending} onClick={() => cancel.mutate(runId)}>
            {t.testStop}
          </Button>
        )}
      </div>
      {unsaved && <p className="caption quiet">{t.testUnsaved}</p>}
      {test.error !== null && (
        <p role="alert" className={styles['problem']}>
          {refusal(test.error)}
        </p>
      )}
      {runId !== undefined && <QueryView query={run}>{(found) => <Result of={found} />}</QueryView>}
    </>
  );
}

function Result({ of: run }: { of: RunDetails }) {
  const t = useMessages(words);
  const language = useLanguage();
  const [arrival] = run.arrivals;
  return (
    <div className={styles['result']}>
      <p role="status">
        <State of={run.state} />
        {isPending(run) && run.steps.length === 0 && ` ${t.testWaits}`}
        {run.message !== null && !isPending(run) && ` ${run.message[language]}`}
        {arrival !== undefined && ` ${t.would(arrival.fileName)}`}
      </p>
      {arrival !== undefined && <FindingList of={arrival.dryRun?.diagnostics ?? arrival.diagnostics} />}
      <StepStrip steps={run.steps} blockedHosts={run.blockedHosts} />
    </div>
  );
}

function State({ of: state }: { of: string }) {
  const t = useMessages(words);
  switch (state) {
    case 'succeeded':
      return <Chip tone="good">{t.succeeded}</Chip>;
    case 'nothing_new':
      return <Chip tone="outlined">{t.nothing_new}</Chip>;
    case 'failed':
      return <Chip tone="bad">{t.failed}</Chip>;
    case 'cancelled':
      return <Chip>{t.cancelled}</Chip>;
    default:
      return <Chip tone="outlined">{t.testAt}</Chip>;
  }
}
