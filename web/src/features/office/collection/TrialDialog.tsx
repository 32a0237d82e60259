import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { isPending, runQuery, useRunSource, useSourceState } from '@/api/collection';
import type { Source } from '@/api/collection';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useSay } from '@/components/layout/Notices';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import styles from './collection.module.css';
import { useRefusal } from './refusals';
import { RunResult } from './RunResult';
import { words } from './words';

/** Tests a source that was just made: it is switched on by somebody who has seen what came of it. */
export function TrialDialog({ of: source, onClose }: { of: Source; onClose: () => void }) {
  const t = useMessages(words);
  const say = useSay();
  const refusal = useRefusal();
  const [runId, setRunId] = useState<string>();
  const test = useRunSource();
  const state = useSourceState();
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== undefined });
  const isRunning =
    test.isPending || (runId !== undefined && (run.data === undefined || isPending(run.data)));
  const wasSeen = run.data !== undefined && !isPending(run.data);
  const problem = test.error ?? state.error;
  const effective = 'url' in source.config ? source.config.effectiveUrl : null;
  const begin = () => test.mutate({ id: source.id, isTest: true }, { onSuccess: ({ id }) => setRunId(id) });
  const switchOn = () =>
    state.mutate(
      { id: source.id, goesOn: true },
      {
        onSuccess: () => {
          say(t.switchedOn);
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t.trialTitle(source.name)}
      wide
      busy={state.isPending}
      onClose={onClose}
      actions={
        <>
          <Button disabled={state.isPending} onClick={onClose}>
            {t.leaveOff}
          </Button>
          <Button
            kind={wasSeen ? 'plain' : 'primary'}
            icon={<FlaskConical aria-hidden />}
            busy={isRunning}
            onClick={begin}
          >
            {wasSeen ? t.trialAgain : t.test}
          </Button>
          {wasSeen && (
            <Button kind="primary" busy={state.isPending} disabled={isRunning} onClick={switchOn}>
              {t.switchOn}
            </Button>
          )}
        </>
      }
    >
      <p>{t.trialHelp}</p>
      {effective !== null && <p className={styles['address']}>{t.effective(effective)}</p>}
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {refusal(problem)}
        </p>
      )}
      {isRunning && <p role="status">{t.trialPending}</p>}
      {runId !== undefined && <QueryView query={run}>{(found) => <RunResult of={found} />}</QueryView>}
    </Dialog>
  );
}
